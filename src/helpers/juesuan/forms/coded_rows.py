"""Forms with a code, a name and columns of figures: 02, 03, 05, 07, 08, 10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.forms.classification import is_name_of
from juesuan.forms.draft import Row
from juesuan.forms.tables import Kind, Table, TableRow, Token, code_of, filled_by_signs, quoted
from juesuan.forms.text import flat
from juesuan.forms.wrapped_labels import entries

_TOTAL = re.compile(r"^(?:本年支出|本年收入|支出|收入)?(?:合计|总计)$")
_LEVEL_WORDS = re.compile(r"^(?:类款项?|科目编码|项目|栏次)?(?=(?:本年支出|本年收入|支出|收入)?(?:合计|总计)$)")
_WHOLE_CODES = (3, 5, 7)
EXTRA = "多出的数字"


def read_coded(table: Table) -> list[Row]:
    """The rows of a form in this layout; wrapped names, codes and figures are put together."""
    rows = _figures_joined(_codes_joined(table.rows))
    return _uncounted(
        [_row(table, entry.row, entry.label, entry.lines, entry.wrapped) for entry in entries(rows, _is_known)]
    )


def _uncounted(rows: list[Row]) -> list[Row]:
    """The rows without their codes where these are no accounts' but count the rows (序号): 1, 2, 3 …"""
    codes = [row.code for row in rows if row.code]
    counts = codes == [str(number) for number in range(1, len(codes) + 1)]
    return [replace(row, code="") for row in rows] if counts else rows


def _is_known(row: TableRow, label: str) -> bool:
    return is_name_of(code_of(row.tokens), label)


def _row(table: Table, row: TableRow, label: str, lines: Sequence[TableRow], wrapped: bool) -> Row:
    item = _LEVEL_WORDS.sub("", flat(label)) if _TOTAL.match(_LEVEL_WORDS.sub("", flat(label))) else label
    tokens = [token for line in lines for token in line.tokens]
    done = Row(row.number, code_of(row.tokens), item, row.place, quoted(tokens), wrapped=wrapped)
    return _with_figures(done, row, table)


def _with_figures(done: Row, row: TableRow, table: Table) -> Row:
    """The row with its figures in their columns, or loose where columns are not known and arithmetic can place them."""
    figures = row.of(Kind.FIGURE)
    placed = {token.key: token.reading for token in figures if token.key}
    doubts = [doubt for doubt in (row.doubt, *(token.doubt for token in row.of(Kind.TORN))) if doubt]
    if len(placed) < len(figures) and (filled := filled_by_signs(row, table.orders)):
        placed = filled
    if len(placed) < len(figures):
        if table.form.whole or not placed:
            done = replace(done, loose=tuple(token.reading for token in figures))
        else:
            done = done.with_figures(placed).doubted(EXTRA)
        return done.doubted(doubts[0]) if doubts else done
    done = done.with_figures(placed)
    return done.doubted(doubts[0]) if doubts else done


def _codes_joined(rows: Sequence[TableRow]) -> list[TableRow]:
    """A row that begins with the last digits of the code above is joined to it."""
    done: list[TableRow] = []
    for row in rows:
        code = code_of(row.tokens)
        before = code_of(done[-1].tokens) if done else ""
        is_rest = before and len(before) not in _WHOLE_CODES and len(code) < _WHOLE_CODES[0]
        if code and is_rest and len(before + code) in _WHOLE_CODES and not row.of(Kind.FIGURE):
            whole = Token(Kind.CODE, before + code, done[-1].place)
            rest = [token for token in (*done[-1].tokens, *row.tokens) if token.kind is not Kind.CODE]
            done[-1] = replace(done[-1], tokens=(whole, *rest))
        else:
            done.append(row)
    return done


def _figures_joined(rows: Sequence[TableRow]) -> list[TableRow]:
    """Figures on a line of their own belong to the row above that has none; else that row is doubted."""
    done: list[TableRow] = []
    for row in rows:
        bare = row.tokens and not row.of(Kind.CODE, Kind.LABEL)
        target = _without_figures(done) if bare else None
        if target is not None:
            between = [token for piece in done[target + 1 :] for token in piece.tokens]
            done[target] = replace(done[target], tokens=(*done[target].tokens, *between, *row.tokens), wrapped=True)
            del done[target + 1 :]
        elif bare and done:
            doubt = f"{EXTRA}：{row.quote}" if row.of(Kind.FIGURE, Kind.TORN) else done[-1].doubt
            done[-1] = replace(done[-1], doubt=done[-1].doubt or doubt)
        else:
            done.append(row)
    return done


def _without_figures(rows: Sequence[TableRow]) -> int | None:
    """Index of the last row with a code, if only pieces of names stand below it and it shows no figure."""
    for index in range(len(rows) - 1, -1, -1):
        if rows[index].of(Kind.FIGURE, Kind.BLANK, Kind.TORN):
            return None
        if rows[index].of(Kind.CODE) or _TOTAL.match(flat(rows[index].label)):
            return index
    return None

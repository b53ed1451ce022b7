"""Form 06: economic accounts as groups of code, name and figure, once or several times in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from juesuan.forms.classification import ECONOMIC, PERSONNEL, is_economic_class, name_key
from juesuan.forms.draft import Reading, Row
from juesuan.forms.tables import Kind, Table, TableRow, Token, code_of, label_of, quoted
from juesuan.forms.text import flat

EXTRA = "多出的数字"
BY_COLUMNS = "单元格不是逐行排列，无法确定"
_TOTAL = re.compile(r"(?:人员|公用)(?:经费|支出)(?:合计|小计)|^(?:基本支出)?(?:合计|总计|小计)$")
_PLACED = 0.5  # share of the figures that must find a row of their own
_AROUND = 2  # lines above and below a code on which pieces of its name can stand
_KINDS = ("personnel", "running")


@dataclass(slots=True)
class _Group:
    """A code or a total with its name and figures."""

    row: TableRow
    side: int | None
    tokens: list[Token] = field(default_factory=list)

    def of(self, kind: Kind) -> list[Token]:
        return [token for token in self.tokens if token.kind is kind]

    @property
    def code(self) -> str:
        return code_of(self.tokens)

    @property
    def label(self) -> str:
        return label_of(self.tokens)

    @property
    def is_piece(self) -> bool:
        """Whether it is only the piece of a name."""
        return not self.of(Kind.CODE) and not self.of(Kind.FIGURE) and not _TOTAL.search(flat(self.label))


def read_economic(table: Table) -> list[Row]:
    """The rows of a form in this layout; names broken over lines are put together where the code tells them."""
    groups = _groups(table.rows)
    pieces = [group for group in groups if group.is_piece]
    rows = [_row(table, group, pieces) for group in groups if not group.is_piece]
    figures = sum(token.kind is Kind.FIGURE for group in groups for token in group.tokens)
    misplaced = sum(bool(row.figures or row.loose) for row in rows) < _PLACED * figures
    by_kind = any(key in table.columns for key in _KINDS)
    return [row.doubted(BY_COLUMNS) for row in rows] if misplaced and not by_kind else rows


def _groups(rows: Sequence[TableRow]) -> list[_Group]:
    """The groups of all rows; a total's figure may stand in any column after it, in bare text also on the next line."""
    groups: list[_Group] = []
    for row in rows:
        for index, token in enumerate(_codes_set_right(row.tokens)):
            if not groups or _begins(groups[-1], token, index):
                groups.append(_Group(row, token.side, [token]))
            else:
                groups[-1].tokens.append(token)
    return groups


def _begins(last: _Group, token: Token, index: int) -> bool:
    """Whether a token, the `index`-th of its row, begins a new group."""
    if not index:
        return token.side is not None or not _lacks(last, token)
    before = last.tokens[-1]
    if token.kind is Kind.CODE:
        return before.kind is not Kind.CODE or token.side != before.side or len(token.text) != _LEVEL
    if token.kind is Kind.LABEL:
        other_side = token.side is not None and token.side != last.side
        return other_side or (
            before.kind is not Kind.CODE and (before.kind is not Kind.LABEL or token.side is not None)
        )
    is_total = _TOTAL.search(flat(last.label)) is not None
    return token.side is not None and token.side != last.side and not is_total


def _lacks(group: _Group, token: Token) -> bool:
    """Whether a group lacks what a token at the beginning of the next line is: a name, or a figure."""
    if group.is_piece or group.of(Kind.FIGURE):
        return False
    if token.kind is Kind.LABEL:
        return not group.label and _TOTAL.search(flat(token.text)) is None
    return token.kind in (Kind.FIGURE, Kind.BLANK, Kind.TORN) and bool(group.label)


_LEVEL = 2  # digits of an item's own part of its code


def _codes_set_right(tokens: Sequence[Token]) -> list[Token]:
    """A code that slid into the figure column of the block before goes back to its own name."""
    done = list(tokens)
    for index in range(len(done) - 1):
        token, following = done[index], done[index + 1]
        if token.kind is Kind.FIGURE and token.side is not None and following.kind is Kind.LABEL:
            code = token.text.strip()
            if following.side != token.side and _names(code, following.text):
                done[index] = replace(token, kind=Kind.CODE, amount=None, side=following.side, key=None)
    return done


def _names(code: str, name: str) -> bool:
    return code in ECONOMIC and (is_economic_class(code, name) or name_key(ECONOMIC[code]) == name_key(name))


def _row(table: Table, group: _Group, pieces: Sequence[_Group]) -> Row:
    name, wrapped = _whole_name(group, pieces)
    row = Row(group.row.number, group.code, name, group.tokens[0].place, quoted(group.tokens), wrapped=wrapped)
    figures = group.of(Kind.FIGURE)
    found = _in_columns(table, group, figures)
    doubts = [token.doubt for token in group.of(Kind.TORN)] + ([group.row.doubt] if group.row.doubt else [])
    if len(found) < len(figures):
        doubts.append(f"{EXTRA}：{figures[-1].text}")
    row = row.with_figures(found)
    return row.doubted(doubts[0]) if doubts else row


def _in_columns(table: Table, group: _Group, figures: Sequence[Token]) -> dict[str, Reading]:
    """The figures of a group by column: by headings, else in the order that the table's headings name."""
    if len(figures) == 1 and (figures[0].key is None or _TOTAL.search(flat(group.label))):
        return {table.form.measure: figures[0].reading}
    if all(token.key for token in figures):
        return {token.key: token.reading for token in figures if token.key}
    by_kind = (table.form.measure, *_KINDS)
    if table.orders and table.orders[0] == by_kind:
        kind = _KINDS[0] if group.code[:3] in PERSONNEL else _KINDS[1]
        order = by_kind if len(figures) == len(by_kind) or not group.code else (table.form.measure, kind)
        return {key: token.reading for key, token in zip(order, figures, strict=False)}
    return {table.form.measure: figures[0].reading} if figures else {}


def _whole_name(group: _Group, pieces: Sequence[_Group]) -> tuple[str, bool]:
    """The name of a group as displayed, and whether it was put together from several lines."""
    known = name_key(ECONOMIC.get(group.code, ""))
    own = group.label
    if not known or name_key(own) == known:
        return own, False
    near = [piece for piece in pieces if piece.side == group.side or piece.side is None]
    above = [p.label for p in near if -_AROUND <= p.row.number - group.row.number < 0]
    below = [p.label for p in near if 0 < p.row.number - group.row.number <= _AROUND]
    for name in _joints(above, own, below):
        if name_key(name) == known:
            return name, True
    return (own, False) if own else (ECONOMIC[group.code], True)


def _joints(above: Sequence[str], own: str, below: Sequence[str]) -> Iterable[str]:
    """Every way to put a name together from pieces above and below it."""
    tops = ["", *above, *("".join(above[i:]) for i in range(len(above) - 1))]
    tails = ["", *below, *("".join(below[: i + 1]) for i in range(1, len(below)))]
    return (top + own + tail for top in tops for tail in tails)

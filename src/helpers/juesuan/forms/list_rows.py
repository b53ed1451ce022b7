"""Form 11 and its like: items with one figure each, once or several times in a row."""

from __future__ import annotations

from juesuan.forms.counts import COUNT, count_of, is_count
from juesuan.forms.description import BUDGET, OPENING_BUDGET, PRIOR, measure_of
from juesuan.forms.draft import Reading, Row
from juesuan.forms.tables import Kind, Table, TableRow, Token, quoted
from juesuan.forms.text import joined

_LONGEST_LINE_NUMBER = 3


def read_list(table: Table) -> list[Row]:
    """The first figure after a label is its final one, unless headings say more; a line's number is left out."""
    rows: list[Row] = []
    for row in table.rows:
        for group in _by_label(row):
            rows.append(_row(row, group, len(rows) + 1, table.form.measure, numbered=table.numbered))
    return rows


def _by_label(row: TableRow) -> list[list[Token]]:
    groups: list[list[Token]] = []
    for token in row.tokens:
        if token.kind is Kind.LABEL and (not groups or any(t.kind is not Kind.LABEL for t in groups[-1])):
            groups.append([token])
        elif groups:
            groups[-1].append(token)
    return groups


def _row(row: TableRow, group: list[Token], count: int, own: str, *, numbered: bool) -> Row:
    label = joined("".join(token.text for token in group if token.kind is Kind.LABEL))
    figures = [token for token in group if token.kind is Kind.FIGURE]
    if (numbered or len(figures) > 1) and figures and figures[0].key is None and _is_line_number(figures[0], count):
        figures.pop(0)
    found: dict[str, Reading] = {}
    if figures and is_count(label):
        counted = count_of(label, figures[-1])
        found = {COUNT: counted} if counted else {}
    else:
        for token in figures:
            found[_key(token, len(found), own)] = token.reading
    done = Row(row.number, "", label, group[0].place, quoted(group)).with_figures(found)
    torn = [token.doubt for token in group if token.kind is Kind.TORN]
    if len(figures) > 1 and figures[1].key is None:
        torn.append(f"多出的数字：{row.quote}")
    return done.doubted(torn[0]) if torn else done


def _key(token: Token, before: int, own: str) -> str:
    """The key of a figure by its heading; of bare text the first is of the form's own measure."""
    if token.key and measure_of(token.path) in (BUDGET, OPENING_BUDGET, PRIOR):
        return token.key
    return own if not before else token.key or f"{own}:{before}"


def _is_line_number(token: Token, count: int) -> bool:
    return token.text.isdecimal() and len(token.text) <= _LONGEST_LINE_NUMBER and int(token.text) == count

"""One project a row, its indicators beside one another, each a group of columns under its name: a table a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from juesuan.document import Cell
from juesuan.evaluations.cells import filled
from juesuan.evaluations.headings import PROJECT, fund_headings
from juesuan.evaluations.vocabulary import INDICATOR_HEADINGS, heading_key, is_total, label_key, squeezed

Row = tuple[Cell, ...]
_WANTED = {"target", "actual"}
_POINTS = {"weight", "score"}
_FEWEST_GROUPS = 2
_NAME, _PROJECT_NAME, _SCORE = "指标名称", "项目名称", "自评得分"


@dataclass(frozen=True, slots=True)
class _Heads:
    """The two rows of headings by the columns under each upper one."""

    project: int
    money: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    labels: dict[str, int]
    upper: Row
    lower: Row


def by_row(rows: Sequence[Row]) -> list[Row]:
    """The rows; those of a matrix as a list of its projects and a table for each of them."""
    for number in range(len(rows) - 1):
        heads = _heads(rows[number], rows[number + 1])
        if heads is not None:
            return [*rows[:number], *_tables(heads, rows[number + 2 :])]
    return list(rows)


def _heads(upper: Row, lower: Row) -> _Heads | None:
    at = filled(upper)
    if not at or len(upper) != len(lower):
        return None
    spans = [tuple(range(start, end)) for start, end in zip(at, [*at[1:], len(upper)], strict=True)]
    asked = {span: {heading_key(lower[c].text, INDICATOR_HEADINGS) for c in span} for span in spans}
    groups = tuple(span for span, keys in asked.items() if keys >= _WANTED)
    project = next((c for c in at if PROJECT.fullmatch(squeezed(upper[c].text))), None)
    if len(groups) < _FEWEST_GROUPS or project is None:
        return None
    money = next((span for span in spans if span not in groups and fund_headings([lower[c] for c in span])), ())
    labels = {key: c for c in at if (key := label_key(upper[c].text)) in ("total", "grade")}
    return _Heads(project, money, groups, labels, upper, lower)


def _tables(heads: _Heads, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a list of the projects with their sums, and those of the table of each."""
    width = len(heads.upper)
    yield _wide(_listed(heads, heads.upper, heads.lower), width)
    yield from (_wide(_listed(heads, row, row), width) for row in rows)
    for row in rows:
        if not is_total(next((row[c].text for c in filled(row)), "")) and row[heads.project].text.strip():
            yield from (_wide(each, width) for each in _table(heads, row))


def _listed(heads: _Heads, row: Row, values: Row) -> list[Cell]:
    """What a row says of its project as a whole; of the headings themselves where they are given."""
    before = (row[c] for c in filled(row) if c <= heads.project)
    first = next((cell for cell in before if is_total(cell.text)), row[heads.project])
    money = [values[c] for c in heads.money if heading_key(heads.lower[c].text, INDICATOR_HEADINGS) not in _POINTS]
    named = row is heads.upper
    labels = [replace(row[c], text=_SCORE) if named and key == "total" else row[c] for key, c in heads.labels.items()]
    return [first, *money, *labels]


def _table(heads: _Heads, row: Row) -> Iterator[list[Cell]]:
    """The rows of the table of a project: its name, its money, its indicators, its score and its grade."""
    blank = replace(row[heads.project], text="")
    yield [replace(heads.upper[heads.project], text=_PROJECT_NAME), row[heads.project]]
    if heads.money:
        yield [replace(blank, text=heads.upper[heads.money[0]].text), *(heads.lower[c] for c in heads.money)]
        yield [blank, *(row[c] for c in heads.money)]
    yield [replace(blank, text=_NAME), *(heads.lower[c] for c in heads.groups[0])]
    for group in heads.groups:
        yield [heads.upper[group[0]], *(row[c] for c in group)]
    for column in heads.labels.values():
        yield [heads.upper[column], row[column]]


def _wide(cells: Sequence[Cell], width: int) -> Row:
    return (*cells, *[replace(cells[0], text="")] * (width - len(cells)))

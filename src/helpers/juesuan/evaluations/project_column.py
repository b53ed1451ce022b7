"""Indicators of several projects in one table, the project in a column of its own: a table for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cells import filled, tidy
from juesuan.evaluations.headings import PROJECT, fund_headings, indicator_headings
from juesuan.evaluations.vocabulary import FUND_HEADINGS, heading_key, is_total, label_key, squeezed

Row = tuple[Cell, ...]
_OF_PROJECT = ("opening", "budget", "executed", "rate")  # what a row may say of its project's money
_NAME = "项目名称"


def by_project(rows: Sequence[Row]) -> list[Row]:
    """The rows, those under headings with a column for the project put under its name, money and headings."""
    found: list[Row] = []
    head: Row = ()
    project, name = 0, ""
    for row in rows:
        if (column := _column(row)) is not None:
            if not head:
                head, project, name = row, column, ""
            continue
        if not head:
            found.append(row)
            continue
        text = tidy(row[project].text) if project < len(row) else ""
        if is_total(text) or label_key(text):
            head = ()
            found.append(row)
            continue
        if text and text != name:
            name = text
            found += _opening(head, row, project)
        found.append(_without(row, head, project))
    return found


def _column(row: Row) -> int | None:
    """The column of the project in a row of headings over indicators; None in any other row."""
    at = [column for column in filled(row) if PROJECT.fullmatch(squeezed(row[column].text))]
    if not at:
        return None
    headings = indicator_headings(_blank(row, range(at[0] + 1)))
    return at[0] if headings and {"target", "actual", "score"} & headings.keys() else None


def _opening(head: Row, row: Row, project: int) -> list[Row]:
    """The rows that come before a project's indicators: its name, its money, the headings."""
    named = [replace(head[project], text=_NAME), row[project], *head[2:]]
    opening = [_blank((*named[:2], *[replace(cell, text="") for cell in named[2:]]), ())]
    money = [at for at in range(len(head)) if heading_key(head[at].text, FUND_HEADINGS) in _OF_PROJECT]
    if fund_headings(head) and money:
        opening += [_only(head, money), _only(row, money)]
    return [*opening, _without(head, head, project)]


def _without(row: Row, head: Row, project: int) -> Row:
    """A row without what it says of its project and of the project's number."""
    money = [at for at in range(len(head)) if heading_key(head[at].text, FUND_HEADINGS) in _OF_PROJECT]
    return _blank(row, [*range(project + 1), *(money if fund_headings(head) else ())])


def _blank(row: Row, columns: Sequence[int]) -> Row:
    return tuple(replace(cell, text="") if at in columns else cell for at, cell in enumerate(row))


def _only(row: Row, columns: Sequence[int]) -> Row:
    return _blank(row, [at for at in range(len(row)) if at not in columns])

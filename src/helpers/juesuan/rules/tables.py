"""What rules over forms share: finding the rows that names mean, and the figures of several cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from juesuan.accounts import Accounts, bare
from juesuan.checks import Figure
from juesuan.lines import Line

TOTALS = ("合计", "总计", "支出合计", "收入合计", "本年支出合计", "本年收入合计")
INCOME_TOTAL = ("本年收入合计", "收入合计", "本年收入小计", "本年收入")
SPENT_TOTAL = ("本年支出合计", "支出合计", "本年支出小计", "本年支出")
GRAND_TOTAL = ("总计", "收入总计", "支出总计", "收入支出总计")
OPENING_BALANCE = ("年初结转和结余", "年初财政拨款结转和结余", "年初结转结余", "上年结转", "上年结转和结余")
CLOSING_BALANCE = ("年末结转和结余", "年末财政拨款结转和结余", "年末结转结余", "年末结转", "结转下年")


def named(rows: Iterable[Line], *names: str) -> Line | None:
    """The first row of one of these codes or bare labels; None where there is none or a label stands twice."""
    listed = list(rows)
    for name in names:
        found = [line for line in listed if name in (line.code, bare(line.item))]
        if len(found) == 1:
            return found[0]
    return None


def cell(rows: Iterable[Line], names: Sequence[str], key: str) -> Figure | None:
    """The figure in the row of one of these names and a column; None where it is blank or there is no such row."""
    line = named((line for line in rows if key in line.facts or line.doubt), *names)
    return line.figure(key) if line else None


def total_line(rows: Iterable[Line]) -> Line | None:
    """The row of grand totals of a form with codes."""
    return named((line for line in rows if not line.code), *TOTALS)


def present(rows: Iterable[Line], key: str) -> list[Figure]:
    """The figures of several rows in one column, blanks left out."""
    return [figure for line in rows if (figure := line.figure(key)) is not None]


def cells(line: Line, keys: Sequence[str]) -> list[Figure]:
    """The figures of one row in several columns, blanks left out."""
    return [figure for key in keys if (figure := line.figure(key)) is not None]


def public_rows(accounts: Accounts) -> list[dict[str, Figure]]:
    """Form 09's figures by key, one mapping for each row of figures; items that are rows make one together."""
    rows = [{key: figure for key in line.facts if (figure := line.figure(key))} for line in accounts.lines("09")]
    wide = [row for row in rows if len({key.partition(":")[2] for key in row} - {""}) > 1]
    if wide:
        return wide
    merged: dict[str, Figure] = {}
    for row in rows:
        merged = row | merged
    return [merged] if len(merged) > 1 else []


def is_nothing(figure: Figure | None) -> bool:
    """Whether a cell is blank, or displays zero, for certain."""
    return figure is None or (not figure.doubt and (figure.amount is None or figure.amount.value == 0))

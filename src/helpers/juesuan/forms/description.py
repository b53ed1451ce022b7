"""What a form is, as data: titles, columns, rows and layout (部门决算公开表样).

A form is known by what it is, whatever number, order or layout a region gives it. Titles and headings
are matched in `text.flat` texts: brackets and colons are ASCII, white space is gone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from juesuan.identities.table import RowIdentity, row_identities


class Layout(StrEnum):
    """How the figures of a form are arranged."""

    TWO_SIDED = "two_sided"  # income to the left, expenditure to the right
    CODED = "coded"  # code, name, and columns of figures
    ECONOMIC = "economic"  # code, name and figure side by side, once or several times
    PUBLIC = "public"  # 三公: items by budget and final, in columns or in rows
    LIST = "list"  # item and one figure


TOTAL = "total"  # the key of a row's sum
EARLIEST = "2016"  # the first year of accounts that the descriptions know

LAST_PRINTED = 30  # keys above it are no printed numbers

PRIOR, BUDGET, OPENING_BUDGET, FINAL = "prior", "budget", "opening_budget", "final"
CHANGE, OVER_BUDGET, RATE = "change", "over_budget", "rate"  # on the year before, on the budget, and either in percent

# what a heading says of the figures below it, beside what they are of; the first that is found holds
MEASURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (RATE, re.compile(r"[%％]|比率|(?:增减|增长|变动|完成)(?:率|幅度)|比重|占比")),
    (CHANGE, re.compile(r"增减|比上年|较上年|同比|增长|±|差额")),
    (PRIOR, re.compile(r"(?:上年|上一年|去年)(?:度)?(?:决算|预算|执行|支出|收入|数)")),
    (OPENING_BUDGET, re.compile(r"年初预算")),
    (BUDGET, re.compile(r"预算(?:数|金额|安排)$|^(?:全年|调整|本年|20\d\d年度?)?预算$|预算数")),
    (FINAL, re.compile(r"决算(?:统计)?数?$|^(?:本年)?(?:执行|支出|收入|实际)数$|^金额$")),
)
MEASURE_NAMES = (*(name for name, _ in MEASURES), OVER_BUDGET)
_NOTHING_BUT_MEASURE = re.compile(
    r"(?:20\d\d年度?|本年|上年度?|当年|年初|全年|调整|财政拨款|支出)*(?:决算|预算|执行|实际)(?:数|金额|支出数?)?|金额|(?:相关)?统计数"
    r"|[比较与]?(?:上年|去年|年初|全年|调整)?(?:决算|预算)?数?(?:增减|增长|变动|差)(?:额|数|率|幅度|情况)?(?:\(?[%±+-]+\)?)?"
)
_ON_BUDGET = re.compile(r"[比较与](?:年初|全年|调整|本年)?预算")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its key, the pattern of its heading path (headings joined by `/`), and its names.

    `heading` is the path that the national form gives it, `name` and `english` what a reader is told.
    """

    key: str
    pattern: str
    heading: str
    name: str
    english: str

    def heads(self, path: str) -> bool:
        """Whether a heading path is that of this column."""
        return _compiled(self.pattern).search(path) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern when it is first asked for: most runs meet few of the forms."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Twin:
    """The form that a second table of a form's kind is: of two, the one whose title `pattern` finds bears `number`."""

    number: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class FormDescription:
    """The description of one form.

    `title` matches the whole of a title without numbering, body and year. `decisive` are keys that no
    other form has together: with them a form without title is known. `orders` are the usual sequences of columns, for
    texts in which headings and figures have no place. `first_year` is the year of accounts from
    which the form is due ("" where it never is by itself), `trust` its rank among the forms whose
    figures help to place those of others, the surest first. `measure` is what its figures are where
    no heading says otherwise.
    """

    number: str
    name: str
    english: str
    layout: Layout
    title: re.Pattern[str]
    columns: tuple[Column, ...]
    trust: int
    first_year: str = ""
    decisive: tuple[str, ...] = ()
    orders: tuple[tuple[str, ...], ...] = ()
    twin: Twin | None = None
    measure: str = FINAL

    def key_of(self, path: str) -> str:
        """The key of a column by its heading path, "" where the form has no such column."""
        return next((column.key for column in self.columns if column.heads(path)), "")

    @property
    def is_customary(self) -> bool:
        """Whether it is a form that provinces add, under numbers of their own."""
        return self.measure == FINAL and int(self.number) > LAST_PRINTED

    def is_due(self, year: str) -> bool:
        """Whether the accounts of a year must have the form; of an unknown year, whether all years must."""
        return bool(self.first_year) and (year or EARLIEST) >= self.first_year

    @property
    def sums(self) -> tuple[RowIdentity, ...]:
        """The identities within each row, from the table of identities."""
        return row_identities(self.number)

    @property
    def whole(self) -> str:
        """The column that is the sum of others in every row, "" where the form has none."""
        return next((TOTAL for identity in self.sums if identity.whole == TOTAL), "")

    @property
    def parts(self) -> tuple[str, ...]:
        """The columns that come to the whole."""
        return next((tuple(key for _, key in each.parts) for each in self.sums if each.whole == TOTAL), ())

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column.key for column in self.columns))

    def column(self, key: str) -> Column | None:
        """The column with a key, whatever measure stands before it (`prior:total` is of `total`)."""
        bare = key.rpartition(":")[2]
        known = {column.key: column for column in reversed(self.columns)}
        return known.get(key) or known.get(bare)


@dataclass(frozen=True, eq=False)
class FormSet:
    """The forms that one kind of document is made of; titles are read as those of its forms alone."""

    forms: tuple[FormDescription, ...]

    @cached_property
    def by_number(self) -> Mapping[str, FormDescription]:
        return {form.number: form for form in self.forms}


def column(key: str, pattern: str, heading: str, name: str = "", english: str = "") -> Column:
    """A column; its name is the last of its headings where it has no other."""
    return Column(key, pattern, heading, name or heading.rpartition("/")[2], english)


def measure_of(path: str) -> str:
    """Which measure a heading path names, lowest heading first; "" where it names none."""
    for part in reversed(path.split("/")):
        for measure, pattern in MEASURES:
            if pattern.search(part):
                return OVER_BUDGET if measure == CHANGE and _ON_BUDGET.search(path) else measure
    return ""


def is_measure(heading: str) -> bool:
    """Whether a heading names nothing but a measure."""
    return _NOTHING_BUT_MEASURE.fullmatch(heading) is not None

"""`findings.xlsx`: all departments for people who live in a spreadsheet. Text in it can never run as a formula."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juesuan import __version__
from juesuan.batch.folders import WORKBOOK
from juesuan.findings import Language, Weight
from juesuan.presentation.departments import PAGE, Department, about, departments
from juesuan.presentation.labels import label
from juesuan.presentation.words import FAMILY_NAMES, OUTCOMES, WEIGHTS, choose
from juesuan.privacy import mask
from juesuan.spreadsheet import neutral, original

NAME = WORKBOOK
A4 = 9  # as spreadsheets number paper
MOST_ROWS = 1_000_000  # a sheet holds 1,048,576
LONGEST_TEXT = 32_767  # characters a cell holds
AMOUNT_FORMAT = "#,##0.00##"
CHECK_AMOUNTS = ("left", "right", "difference", "tolerance")
HEADING = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F5F7A", "text_wrap": True, "valign": "top"}
LINK = {"font_color": "#0563C1", "underline": 1}
MADE = datetime(2000, 1, 1)  # the same departments give the same bytes
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
QUANTITY = re.compile(r"(?P<digits>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\s\d\"\\]{1,8})")

FINDING_COLUMNS = (
    ("department", 26), ("year", 8), ("weight", 9), ("family", 16), ("subject", 34), ("message", 70), ("stated", 16),
    ("expected", 16), ("difference", 16), ("quote", 50), ("page_column", 8), ("line_column", 8), ("form_column", 8),
    ("rule", 26), ("file", 30),
)  # fmt: skip

Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place in an audit, relative to the workbook."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and the unit it is displayed in: a number to a spreadsheet, read with its unit by a person."""

    value: Decimal
    unit: str


Row = Sequence[Value | Link | Quantity]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, its columns by label and width, its rows."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[Row]


class Book:
    """A workbook being written, with the formats it uses."""

    def __init__(self, path: Path) -> None:
        self.book = xlsxwriter.Workbook(path, OPTIONS)
        self.book.set_properties({"created": MADE})
        self._formats: dict[str, Format] = {}
        self.heading = self.book.add_format(HEADING)
        self.link = self.book.add_format(LINK)

    def amount(self, unit: str = "") -> Format:
        """The format of amounts in a unit, "" for plain ones."""
        if unit not in self._formats:
            shown = f'{AMOUNT_FORMAT}" {unit}"' if unit else AMOUNT_FORMAT
            self._formats[unit] = self.book.add_format({"num_format": shown})
        return self._formats[unit]


def write(out: Path, target: Path | None = None) -> bool:
    """Write the workbook of everything below `out`, into it or to `target`; False where there is no department."""
    found = departments(out)
    if not found:
        return False
    language: Language = found[0].language
    made = Book(target or out / NAME)
    for sheet in _sheets(found, language):
        _write(made, sheet, language)
    made.book.close()
    return True


def _sheets(found: list[Department], language: Language) -> Iterator[Sheet]:
    yield Sheet(
        "departments_sheet",
        (
            ("department", 34), ("year", 8), ("errors", 9), ("notices", 9), ("rounding", 9), ("made", 9),
            ("unchecked", 12), ("income_yuan", 18), ("expenditure_yuan", 18), ("file", 30), ("program", 16),
            ("about_column", 30),
        ),
        (_department(each, language) for each in found),
    )  # fmt: skip
    for title, weights in (
        ("findings_sheet", (Weight.ERROR, Weight.NOTICE, Weight.ROUNDING)),
        ("reviews_sheet", (Weight.REVIEW,)),
    ):
        yield Sheet(title, FINDING_COLUMNS, chain.from_iterable(_findings(each, weights, language) for each in found))
    yield Sheet(
        "checks_sheet",
        (
            ("department", 26), ("year", 8), ("family", 16), ("rule", 26), ("subject", 40), ("outcome", 12),
            ("left", 16), ("right", 16), ("difference", 14), ("tolerance", 14), ("reason", 40),
        ),
        chain.from_iterable(_checks(each, language) for each in found),
    )  # fmt: skip
    yield Sheet(
        "facts_sheet",
        (
            ("department", 26), ("year", 8), ("form_column", 8), ("code", 12), ("item", 34), ("column_column", 26),
            ("value", 18), ("unit_column", 8), ("page_column", 8),
        ),
        chain.from_iterable(_facts(each) for each in found),
    )  # fmt: skip


def _department(each: Department, language: Language) -> Row:
    counts = (each.found(Weight.ERROR), each.found(Weight.NOTICE), each.found(Weight.ROUNDING))
    name = mask(each.name) or label("untitled", language)
    money = (each.income, each.expenditure)
    return (
        _link(name, each),
        each.year,
        *counts,
        each.made,
        each.unchecked,
        *money,
        *_origin(each),
        about(each, language),
    )


def _origin(each: Department) -> tuple[str, str]:
    """Which file was audited, by which version of the program."""
    return mask("、".join(each.sources)), f"juesuan {__version__}"


def _findings(each: Department, weights: Sequence[Weight], language: Language) -> Iterator[Row]:
    for finding in json.loads((each.folder / "findings.json").read_text(encoding="utf-8")):
        if finding["severity"] not in weights:
            continue
        evidence = (finding["evidence"] or [{}])[0]
        yield (
            mask(each.name),
            each.year,
            choose(WEIGHTS[Weight(finding["severity"])], language),
            choose(FAMILY_NAMES[finding["family"]], language),
            _link(finding["subject"], each, finding["id"]),
            finding["message"],
            *(_quantity(finding[key]) for key in ("stated", "expected", "difference")),
            evidence.get("quote"),
            evidence.get("page"),
            evidence.get("line"),
            evidence.get("form"),
            finding["rule"],
            _origin(each)[0],
        )


def _checks(each: Department, language: Language) -> Iterator[Row]:
    outcomes = {str(outcome): choose(words, language) for outcome, words in OUTCOMES.items()}
    columns = ("department", "year", "family", "rule", "subject", "outcome", *CHECK_AMOUNTS, "reason")
    for department, year, family, rule, subject, outcome, *amounts, reason in _table(each, "checks", columns):
        if outcome != "not_applicable":
            told = (choose(FAMILY_NAMES[family], language), rule, subject, outcomes[outcome])
            yield (department, year, *told, *map(_number, amounts), reason)


def _facts(each: Department) -> Iterator[Row]:
    columns = ("department", "year", "form", "code", "item", "column", "value", "unit", "page")
    for *words, value, unit, page in _table(each, "facts", columns):
        yield (*words, _number(value), unit, int(page) if page else None)


def _table(each: Department, name: str, columns: Sequence[str]) -> Iterator[list[str]]:
    """These columns of an exported table, row by row."""
    with (each.folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        heading = next(rows)
        places = [heading.index(column) for column in columns]
        for row in rows:
            yield [original(row[place]) for place in places]


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _quantity(text: str) -> Value | Quantity:
    """A displayed amount as number and unit; any other words as they are."""
    match = QUANTITY.fullmatch(text)
    return Quantity(Decimal(match["digits"].replace(",", "")), match["unit"]) if match else text


def _link(words: str, each: Department, anchor: str = "") -> Link:
    target = f"{each.folder.name}/{PAGE}"
    return Link(words, f"{target}#{anchor}" if anchor else target)


def _write(made: Book, sheet: Sheet, language: Language) -> None:
    """One sheet, or as many as its rows need."""
    rows = iter(sheet.rows)
    title = label(sheet.title, language)
    first = next(rows, None)
    part = 1
    while first is not None or part == 1:
        name = title if part == 1 else f"{title} {part}"
        page = made.book.add_worksheet(name)
        _fill(made, page, sheet, islice(chain([first] if first else [], rows), MOST_ROWS), language)
        first = next(rows, None)
        part += 1


def _fill(made: Book, page: Worksheet, sheet: Sheet, rows: Iterable[Row], language: Language) -> None:
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)  # as wide as the paper, as long as need be
    page.repeat_rows(0)
    for column, (key, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, label(key, language), made.heading)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _put(made, page, (last, column), value)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _put(made: Book, page: Worksheet, cell: tuple[int, int], value: Value | Link | Quantity) -> None:
    """Amounts as numbers, text harmless, links with their words."""
    match value:
        case None | "":
            pass
        case str():
            page.write_string(*cell, _text(value))
        case Decimal():
            page.write_number(*cell, value, made.amount())
        case int():
            page.write_number(*cell, value)
        case Quantity():
            page.write_number(*cell, value.value, made.amount(value.unit))
        case Link():
            page.write_url(*cell, f"external:{value.target}", made.link, _text(value.words))


def _text(text: str) -> str:
    writable = text if text.isprintable() else UNWRITABLE.sub("", text)
    return neutral(writable)[:LONGEST_TEXT]

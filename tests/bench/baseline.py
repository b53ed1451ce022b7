"""What anybody would write first: pdfplumber's tables, or lines split at tabs and pipes, and sums added up.

It prints what `docs/protocol.md` asks of a tool and knows nothing else: no continued prose, no statements, no doubt.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pdfplumber

TITLES = {
    "收入支出决算总表": "01",
    "收入决算表": "02",
    "支出决算表": "03",
    "财政拨款收入支出决算总表": "04",
    "一般公共预算财政拨款支出决算表": "05",
    "一般公共预算财政拨款基本支出决算表": "06",
    "政府性基金预算财政拨款收入支出决算表": "07",
    "国有资本经营预算财政拨款支出决算表": "08",
    "财政拨款三公经费支出决算表": "09",
}
ADDED = ("02", "03", "05", "07", "08")  # forms that list function classes (3 digits), sections (5) and items (7)
BLANK = ("", "—", "-")
CODES = ("类", "款", "项")
CENT = Decimal("0.01")
YUAN = {"元": Decimal(1), "万元": Decimal(10_000)}
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_PRINTED = re.compile(r"公开(\d\d)表")
_UNIT = re.compile(r"单位[：:](万?元)")
Cells = list[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a form: its values in 元 by the number of their column, its words as printed."""

    form: str
    code: str
    item: str
    values: dict[int, Decimal]
    quote: str
    page: int | None
    line: int | None
    cent: Decimal


def run(source: Path, folder: Path) -> None:
    """Read one file and print `facts.csv` and `findings.json` into a folder."""
    rows = list(_rows(_pdf(source) if source.suffix == ".pdf" else _text(source)))
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("form", "code", "item", "value"))
        writer.writerows((row.form, row.code, row.item, value) for row in rows for value in row.values.values())
    found = list(_wrong_sums(rows))
    (folder / "findings.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def _pdf(source: Path) -> Iterator[tuple[str, Cells, int | None, int | None]]:
    """Lines of words, then rows of cells, page for page."""
    with pdfplumber.open(source) as document:
        for number, page in enumerate(document.pages, 1):
            for line in (page.extract_text() or "").splitlines():
                yield line, [], number, None
            for table in page.extract_tables():
                for cells in table:
                    yield "", [re.sub(r"\s", "", cell or "") for cell in cells], number, None


def _text(source: Path) -> Iterator[tuple[str, Cells, int | None, int | None]]:
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in re.split(r"[\t|]", line.strip("|"))]
        yield line, cells if len(cells) > 1 else [], None, number


def _rows(lines: Iterator[tuple[str, Cells, int | None, int | None]]) -> Iterator[Row]:
    form, unit, heads = "", Decimal(1), dict[int, str]()
    for words, cells, page, line in lines:
        if not cells:
            title = re.sub(r"[\s“”\"#*]", "", words)
            if title.endswith("表"):
                named = _PRINTED.fullmatch(title)
                form, heads = named[1] if named else TITLES.get(title.replace("明细", ""), ""), {}
            told = _UNIT.search(words)
            unit = YUAN[told[1]] if told else unit
        elif not any(map(_NUMBER.fullmatch, cells)):
            heads |= {number: cell for number, cell in enumerate(cells) if cell.strip("-")}
        elif form and cells[0] != "栏次" and cells != [str(number) for number in range(1, len(cells) + 1)]:
            yield from _parts(form, cells, heads, unit, page, line)


def _parts(
    form: str, cells: Cells, heads: dict[int, str], unit: Decimal, page: int | None, line: int | None
) -> Iterator[Row]:
    """A line of a form may hold two or three rows side by side: each begins with words that follow figures."""
    code, item, values = "", "", dict[int, Decimal]()
    for number, cell in enumerate([*cells, "end"]):
        head, is_number = heads.get(number, ""), _NUMBER.fullmatch(cell)
        is_code = bool(is_number) and (head in CODES or "代码" in head or "编码" in head)
        is_words = cell not in BLANK and not is_number
        if (values and is_words) or (is_code and item):
            yield Row(form, code, item, values, " ".join(cells), page, line, CENT * unit)
            code, item, values = "", "", {}
        if is_code:
            code += cell
        elif is_number and head != "行次":
            values[number] = Decimal(cell.replace(",", "")) * unit
        elif is_words:
            item = cell


def _wrong_sums(rows: list[Row]) -> Iterator[dict[str, object]]:
    """Parts that differ from their whole by more than a cent for each of them."""
    for form in ADDED:
        listed = [row for row in rows if row.form == form and (row.code or row.item == "合计")]
        for whole in listed:
            digits = len(whole.code) + 2 if whole.code else 3
            parts = [row for row in listed if len(row.code) == digits and row.code.startswith(whole.code)]
            for column, value in whole.values.items():
                total = sum((row.values.get(column, Decimal(0)) for row in parts), Decimal(0))
                if parts and abs(total - value) > whole.cent * len(parts):
                    yield _finding([whole, *parts], column, total)


def _finding(rows: list[Row], column: int, total: Decimal) -> dict[str, object]:
    whole = rows[0]
    return {
        "severity": "error",
        "message": f"form {whole.form}, {whole.item}: the parts add up to {total}",
        "stated": str(whole.values[column]),
        "expected": str(total),
        "evidence": [
            {"quote": row.quote, "form": row.form, "row": row.item}
            | ({"page": row.page} if row.page else {"line": row.line})
            for row in rows
        ],
    }

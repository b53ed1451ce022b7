"""The workbook: amounts are numbers, links lead to findings, text never runs."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from juesuan.presentation import workbook
from presentation import made, pages

FORMULA = "=HYPERLINK(1)|cmd"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    out = tmp_path_factory.mktemp("out")
    audit = made.audit()
    pages.exported(audit, out / "青禾市档案馆-2024")
    hostile = dataclasses.replace(audit, accounts=dataclasses.replace(audit.accounts, department=FORMULA))
    told = [dataclasses.replace(each, subject=FORMULA, message=f"{FORMULA}\x07") for each in audit.findings]
    pages.exported(dataclasses.replace(hostile, findings=tuple(told)), out / "hostile-2024")
    workbook.write(out)
    return openpyxl.load_workbook(out / workbook.NAME)


def test_every_sheet_has_a_frozen_header_and_a_filter(book: Workbook) -> None:
    assert len(book.sheetnames) == 5
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(isinstance(cell.value, str) for cell in sheet[1])


def test_amounts_are_numbers(book: Workbook) -> None:
    departments, found, _, checks, facts = book
    assert departments["H2"].value == 5_000_000
    stated = [row[6] for row in found.iter_rows(min_row=2)]
    assert (stated[0].value, stated[0].number_format) == (510, '#,##0.00##" 万元"')
    assert {type(row[6].value) for row in checks.iter_rows(min_row=2)} <= {int, float, type(None)}
    assert all(isinstance(row[6].value, int | float) for row in facts.iter_rows(min_row=2))


def test_a_printed_sheet_is_as_wide_as_its_paper_and_names_file_and_program(book: Workbook) -> None:
    for sheet in book:
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((None, 0), (1, 0))
        assert sheet.print_title_rows == "$1:$1"
    assert str(book.worksheets[0]["K2"].value).startswith("juesuan ")
    assert book.worksheets[1]["O2"].value == "made.txt"


def test_links_lead_to_the_finding_in_the_page(book: Workbook) -> None:
    found = book.worksheets[1]
    targets = {row[4].hyperlink.target + "#" + (row[4].hyperlink.location or "") for row in found.iter_rows(min_row=2)}
    wanted = {finding.id for finding in made.audit().findings}
    assert {target.rstrip("#").rsplit("#", 1)[-1] for target in targets} == wanted
    assert all("audit.html" in target for target in targets)


def test_no_text_is_a_formula(book: Workbook) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    hostile = [cell.value for cell in cells if isinstance(cell.value, str) and "cmd" in cell.value]
    assert hostile and all(value.startswith("'=") for value in hostile)


def test_no_departments_no_workbook(tmp_path: Path) -> None:
    workbook.write(tmp_path)
    assert not (tmp_path / workbook.NAME).exists()

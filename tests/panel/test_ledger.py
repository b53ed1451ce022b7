"""The ledger: what a table of bodies may look like, and how it stands with each body's disclosure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from juesuan.errors import UnreadableSource
from juesuan.kinds.kind import Kind, Scope
from juesuan.panel.ledger import Body, Published, State, held, read, write_template

NAME = "青禾县教育局"


def _document(name: str = NAME, scope: Scope = Scope.DEPARTMENT, source: str = "a.pdf") -> Published:
    return Published(name, "2024", Kind.FINAL_ACCOUNTS, scope, source)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("名称\n青禾县教育局\n", Body(NAME)),
        ("name,scope,parent\n青禾县教育局,unit,青禾县\n", Body(NAME, Scope.UNIT, parent="青禾县")),
        (
            "附件\n序号,名称,范围,批复日期\n1,青禾县教育局,本级,2025年9月1日\n",
            Body(NAME, Scope.OWN_OFFICE, approved=date(2025, 9, 1)),
        ),
        ("名称,公开日期\n青禾县教育局,2025/9/30\n,\n", Body(NAME, published=date(2025, 9, 30))),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_with_the_columns_it_has(table: str, expected: Body, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes(table.encode(encoding))
    assert read(path) == (expected,)


def test_a_workbook_is_read_with_its_dates(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["名称", "公开日期"])
    sheet.append([NAME, date(2025, 9, 30)])
    book.save(tmp_path / "ledger.xlsx")
    assert read(tmp_path / "ledger.xlsx") == (Body(NAME, published=date(2025, 9, 30)),)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("单位,日期\n", "no column 名称"),
        ("名称,范围\n青禾县教育局,全部\n", "row 2: '全部' is no scope"),
        ("名称,公开日期\n青禾县教育局,九月\n", "row 2: '九月' is no date"),
    ],
)
def test_what_is_wrong_with_a_table_is_told(table: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(UnreadableSource, match=reason):
        read(path)


def test_a_missing_ledger_and_a_broken_workbook_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="cannot be opened"):
        read(tmp_path / "none.csv")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(UnreadableSource, match="not an Excel workbook"):
        read(tmp_path / "broken.xlsx")


@pytest.mark.parametrize(
    ("ledger", "documents", "states"),
    [
        ([Body(NAME)], [_document()], [State.PUBLISHED]),
        ([Body(NAME), Body("青禾县民政局")], [_document()], [State.PUBLISHED, State.MISSING]),
        ([Body(NAME)], [_document(), _document(source="b.pdf")], [State.SEVERAL]),
        ([Body(NAME)], [_document(), _document("青禾县统计局")], [State.PUBLISHED, State.UNEXPECTED]),
        ([Body(NAME)], [_document(scope=Scope.OWN_OFFICE)], [State.MISSING, State.UNEXPECTED]),
        ([Body(NAME, Scope.UNIT)], [_document()], [State.PUBLISHED]),
        ([Body("教育局")], [_document()], [State.PUBLISHED]),
        ([Body(NAME, approved=date(2025, 9, 1), published=date(2025, 9, 21))], [_document()], [State.PUBLISHED]),
        ([Body(NAME, approved=date(2025, 9, 1), published=date(2025, 9, 22))], [_document()], [State.LATE]),
        ([Body(NAME)], [Published(NAME, "2024", Kind.TEMPLATE, Scope.DEPARTMENT, "t.txt")], []),
        ([], [_document()], []),
    ],
)
def test_each_body_and_document_has_its_state(
    ledger: list[Body], documents: list[Published], states: list[State]
) -> None:
    assert [each.state for each in held(ledger, documents)] == states


def test_a_template_lists_the_bodies_found_and_is_read_again(tmp_path: Path) -> None:
    write_template(tmp_path / "ledger.csv", [_document(), _document(scope=Scope.OWN_OFFICE), _document(source="b.pdf")])
    assert read(tmp_path / "ledger.csv") == (Body(NAME), Body(NAME, Scope.OWN_OFFICE))

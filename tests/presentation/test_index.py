"""The index: worst first, links that work wherever the folder goes, failures with their reasons."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from juesuan.auditing import Audit
from juesuan.batch import journal
from juesuan.findings import Language
from juesuan.presentation import index
from presentation import made, pages

HOSTILE = "<script>某局"


def _without_findings(language: Language = "zh") -> Audit:
    audit = made.audit(language)
    return Audit(audit.source, audit.accounts, (), (), (), language)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    pages.exported(_without_findings(), tmp_path / "clean-2024")
    pages.exported(made.audit(), tmp_path / "局 a&b-2024")
    pages.exported(made.audit(name=HOSTILE), tmp_path / "older-2023", year="2023")
    failed = journal.Entry(
        run="1",
        source=str(tmp_path / "broken <i>.pdf"),
        digest="",
        start="2024-05-06T07:08:09",
        end="",
        outcome=journal.Result.FAILED,
        seconds=1.0,
        peak_memory=1,
        reason="no text layer <script>",
    )
    journal.add(tmp_path, failed)
    index.write(tmp_path)
    return tmp_path


def _rows(page: str) -> list[str]:
    return re.findall(r"<tr class=.*?</tr>", page, re.DOTALL)


def test_the_departments_with_most_errors_come_first(out: Path) -> None:
    rows = _rows((out / index.NAME).read_text(encoding="utf-8"))
    assert [re.findall(r'errors">(\d+)', row)[0] for row in rows] == ["3", "3", "0"]
    assert "500.00万元" in rows[0]


def test_links_are_relative_and_escaped(out: Path) -> None:
    page = (out / index.NAME).read_text(encoding="utf-8")
    assert 'href="%E5%B1%80%20a%26b-2024/audit.html"' in page
    assert not re.search(r'href="(/|http|file)', page)


def test_names_and_reasons_stay_text(out: Path) -> None:
    page = (out / index.NAME).read_text(encoding="utf-8")
    assert "&lt;script&gt;某局" in page
    assert "broken &lt;i&gt;.pdf" in page and "no text layer &lt;script&gt;" in page
    assert "<script" not in page


def test_the_index_is_valid_strict_and_tells_no_time_or_folder(out: Path) -> None:
    page = (out / index.NAME).read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    assert "default-src 'none'" in page
    assert "2024-05-06" not in page and str(out) not in page


def test_years_can_be_chosen_where_there_are_several(out: Path) -> None:
    page = (out / index.NAME).read_text(encoding="utf-8")
    assert 'id="year-2024"' in page and 'id="year-2023"' in page
    assert ".index:has(#year-2023:checked)" in page


def test_the_index_speaks_the_language_of_the_audits(tmp_path: Path) -> None:
    pages.exported(made.audit("en"), tmp_path / "one")
    index.write(tmp_path)
    assert "all audits" in (tmp_path / index.NAME).read_text(encoding="utf-8")


def test_an_empty_folder_has_an_index_that_says_so(tmp_path: Path) -> None:
    index.write(tmp_path)
    page = (tmp_path / index.NAME).read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    assert "还没有核对过的部门" in page

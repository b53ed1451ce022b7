"""`juesuan panel`: pages over many documents, that may be searched and sorted, and still ask for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan import cli
from panel.made_city import bodies, city
from presentation import browser
from run import made

FIRST = bodies()[0]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a made city of one department, as audited by a run, with its ledger."""
    folder = tmp_path_factory.mktemp("city")
    docs, out = city(folder / "docs", departments=1), folder / "out"
    assert cli.main(["audit", str(docs), "--out", str(out), "--jobs", "2"]) == 0
    assert cli.main(["panel", str(out), "--ledger", str(folder / "ledger.csv")]) == 0
    return out


def test_who_has_no_page_of_its_own_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("甲县乙局", "丙县丁局"):
        made.write(tmp_path / "docs", f"{name}.txt", name)
    assert cli.main(["panel", str(tmp_path / "docs"), "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "2 with one document, and no page over years: 丙县丁局, 甲县乙局"
    assert not (tmp_path / "out" / "bodies").exists()


def test_there_is_a_page_of_the_city_and_one_of_each_body_with_several_documents(pages: Path) -> None:
    assert {path.name for path in pages.glob("city.*")} == {"city.html", "city.ipynb"}
    assert FIRST in {path.stem for path in (pages / "bodies").glob("*.html")}
    index = (pages / "index.html").read_text(encoding="utf-8")
    assert 'href="city.html"' in index and FIRST in index.partition("<details>")[2]


def test_a_run_with_nothing_new_leaves_the_pages(pages: Path) -> None:
    before = (pages / "index.html").read_bytes()
    assert cli.main(["audit", str(pages.parent / "docs"), "--out", str(pages), "--jobs", "2"]) == 0
    assert (pages / "index.html").read_bytes() == before


def test_the_body_page_holds_all_years_and_the_budget(pages: Path) -> None:
    page = (pages / "bodies" / f"{FIRST}.html").read_text(encoding="utf-8")
    assert all(f"{year} 部门预算" in page and f"{year} 决算公开" in page for year in (2022, 2023, 2024))
    assert re.search(r"有3份决算可以与同年预算核对：\d+项相符，0项", page)


def test_without_a_ledger_one_to_fill_in_is_written_once(pages: Path, tmp_path: Path) -> None:
    arguments = ["panel", str(pages), "--out", str(tmp_path)]
    assert cli.main(arguments) == 0
    ledger = tmp_path / "ledger.csv"
    assert FIRST in ledger.read_text(encoding="utf-8-sig")
    ledger.write_text("名称\n另一单位\n", encoding="utf-8")
    assert cli.main(arguments) == 0
    assert ledger.read_text(encoding="utf-8") == "名称\n另一单位\n"


def test_a_ledger_that_cannot_be_read_is_told_and_nothing_is_made(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wrong.csv").write_text("日期\n", encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["panel", str(pages), "--ledger", str(tmp_path / "wrong.csv"), "--out", str(out)]) == 1
    assert "名称" in capsys.readouterr().err
    assert not out.exists()


def test_tables_are_searched_and_sorted_in_the_browser(pages: Path, chromium: browser.Browser) -> None:
    page = chromium.open(pages / "city.html")
    assert [url for url in page.requests if not url.startswith(("data:", "file:"))] == []
    shown = "[...document.querySelectorAll('#overview_heading tbody tr')].filter(row => row.offsetHeight > 0)"
    years = f"{shown}.map(row => row.cells[1].textContent)"
    assert page.evaluate(f"{shown}.length") == 15
    page.evaluate("document.querySelectorAll('#overview_heading th button')[1].click()")
    ascending = page.evaluate(years)
    page.evaluate("document.querySelectorAll('#overview_heading th button')[1].click()")
    assert ascending == sorted(ascending) and page.evaluate(years) == ascending[::-1]
    search = "document.querySelector('#overview_heading input')"
    page.evaluate(f"{search}.value = '监测站'; {search}.dispatchEvent(new Event('input'))")
    assert page.evaluate(f"{shown}.length") == 3
    for width in (320, 390, 1280):
        page.resize(width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

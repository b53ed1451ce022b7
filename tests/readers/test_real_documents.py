"""The real disclosures: every statutory table is one grid with its cells, every sentence is whole."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from conftest import Disclosure
from juesuan.document import Document, Grid, joined

PDFS = ("ghzyj", "shgzb")
TEXTS = ("000", "001", "002", "003", "004")
_TITLE = re.compile(r"^[一二三四五六七八九十]?、?[\u4e00-\u9fff“”]+表$")
_TORN_START = re.compile(r"^(?:万元|元|[%，。；、）])")
_ENDS = re.compile(r"[。；：:;？！)）”]$")


def titled(document: Document) -> dict[str, Grid]:
    """Each grid by the nearest line above it that is a form's title."""
    found = {}
    for grid in document.grids:
        above = [line.text for line in document.above(grid, 3) if _TITLE.match(line.text)]
        if above:
            found[above[-1]] = grid
    return found


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("ghzyj", [(30, 4), (27, 9), (27, 8), (32, 7), (27, 5), (40, 6), (5, 12), (6, 8), (6, 8)]),
        ("shgzb", [(32, 4), (20, 9), (20, 8), (34, 7), (20, 5), (40, 6), (5, 12), (6, 8), (6, 8)]),
    ],
)
def test_every_statutory_table_is_one_grid(disclosure: Disclosure, name: str, shapes: list[tuple[int, int]]) -> None:
    grids = list(titled(disclosure(name)).values())
    assert [(len(grid.rows), len(grid.rows[0])) for grid in grids] == shapes


def test_tables_go_on_over_pages_without_a_second_heading(disclosure: Disclosure) -> None:
    grid = titled(disclosure("ghzyj"))["收入决算表"]
    assert {row[0].place.page for row in grid.rows} == {8, 9}
    assert sum(row[0].text == "项目" for row in grid.rows) == 1


def test_the_empty_forms_are_found(disclosure: Disclosure) -> None:
    for title, grid in titled(disclosure("shgzb")).items():
        if "政府性基金" in title or "国有资本" in title or "三公" in title:
            assert not any(re.search(r"\d", cell.text) for row in grid.rows for cell in row)


def test_all_known_cells_are_read(disclosure: Disclosure, shared: Path) -> None:
    with (shared / "gold" / "shgzb.cells.csv").open(encoding="utf-8-sig") as file:
        known = list(csv.DictReader(file))
    rows = [{joined(cell.text) for cell in row} for grid in disclosure("shgzb").grids for row in grid.rows]
    missing = [k for k in known if not any(k["value"] in row and (not k["code"] or k["code"] in row) for row in rows)]
    assert len(known) > 100
    assert missing == []


@pytest.mark.parametrize("name", [*PDFS, *TEXTS])
def test_no_paragraph_begins_in_the_middle_of_a_sentence(disclosure: Disclosure, name: str) -> None:
    assert [p.text[:20] for p in disclosure(name).paragraphs if _TORN_START.match(p.text) and len(p.text) > 2] == []


@pytest.mark.parametrize("name", PDFS)
def test_sentences_of_a_pdf_are_whole(disclosure: Disclosure, name: str) -> None:
    prose = [p.text for p in disclosure(name).paragraphs if "，" in p.text]
    unfinished = [text[-20:] for text in prose if not _ENDS.search(text)]
    assert len(prose) > 25
    assert len(unfinished) <= 1  # one item of a list lacks its full stop in the source


def test_wrapped_raw_text_is_whole_again(disclosure: Disclosure) -> None:
    prose = [p.text for p in disclosure("001").paragraphs if "万元" in p.text and "，" in p.text]
    assert len(prose) > 20
    assert len([text[-20:] for text in prose if not _ENDS.search(text)]) <= 1  # one lacks its full stop in the source


@pytest.mark.parametrize(("name", "grids"), [("000", 18), ("002", 14), ("003", 25), ("004", 4), ("001", 0)])
def test_tables_of_text_conversions(disclosure: Disclosure, name: str, grids: int) -> None:
    document = disclosure(name)
    assert len(document.grids) == grids
    assert not any(
        re.search(r"\*\*|</?[bp]>|\\geq|^#", text) for g in document.grids for row in g.texts() for text in row
    )
    assert not any(re.search(r"\*\*|</?[bp]>|\\sim|^#", line.text) for line in document.lines)


@pytest.mark.parametrize("name", TEXTS)
def test_lines_and_cells_stand_where_their_number_says(disclosure: Disclosure, documents: Path, name: str) -> None:
    source = next(documents.glob(f"{name}*")).read_text(encoding="utf-8").split("\n")
    document = disclosure(name)
    for line in document.lines:
        assert line.place.line is not None
        assert line.text[-1] in source[line.place.line - 1]
    for cell in (cell for grid in document.grids for row in grid.rows for cell in row if cell.text):
        assert cell.place.line is not None
        assert cell.place.cell is not None
        assert cell.text[-1] in source[cell.place.line - 1].split("\t")[cell.place.cell - 1]


@pytest.mark.parametrize("name", [*PDFS, *TEXTS])
def test_every_line_is_in_one_paragraph(disclosure: Disclosure, name: str) -> None:
    document = disclosure(name)
    covered = [index for p in document.paragraphs for index in range(p.first, p.last + 1)]
    assert covered == list(range(len(document.lines)))
    assert all(0 <= grid.order <= len(document.lines) for grid in document.grids)

"""What is boxed on a page is what is meant: the figures of a finding, not their row, and only theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

import readings
from conftest import SHARED
from juesuan.presentation.marks import Marks, displayed
from juesuan.presentation.sheets import Sheet, Sheets, is_in

RAW = Path(__file__).parents[2] / "data" / "raw"
DOCUMENTS = [*sorted(RAW.iterdir()), *(sorted((SHARED / "documents").iterdir()) if SHARED.is_dir() else ())]
SOURCES = [path for path in DOCUMENTS if path.suffix == ".pdf"]
WRITTEN = [path for path in DOCUMENTS if path.suffix in (".txt", ".html", ".docx", ".xlsx")]
FIGURE = 16  # letters of the longest figure
MOST_WHOLE = 0.35  # share of places whose quotation is put together of several cells, boxed as they are


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_the_text_under_a_box_is_what_is_meant(source: Path) -> None:
    done = readings.audit(source)
    marks, sheets = Marks(done.accounts), Sheets(source, done.accounts.personal)
    places = whole = 0
    for finding in done.findings:
        for item in finding.evidence:
            page, near = item.place.page, item.place.box
            assert page is not None and near is not None
            meant = marks.of(item, finding)
            words = {_dense(item.quote[first:last]) for first, last in meant} or {_dense(item.quote)}
            found = sheets[page].find(item.quote, meant, near)
            places += 1
            whole += not found
            for box in found:
                under = _under(sheets[page], box)
                if meant and max(map(len, words)) <= FIGURE:  # words of several cells take in what stands between
                    assert any(under in word for word in words), (finding.id, under, words)
    assert whole <= MOST_WHOLE * places


@pytest.mark.parametrize("source", [*SOURCES, *WRITTEN], ids=lambda source: source.stem)
def test_what_is_marked_are_the_figures_compared(source: Path) -> None:
    done = readings.audit(source)
    marks = Marks(done.accounts)
    for finding in done.findings:
        figures = list(displayed(side for side in (finding.left, finding.right) if side is not None))
        for item in finding.evidence:
            compared = {_dense(each.amount.displayed) for each in figures if item in each.evidence and each.amount}
            if compared:
                marked = {_dense(item.quote[first:last]) for first, last in marks.of(item, finding)}
                assert marked and marked <= compared, (finding.id, item)


def _under(sheet: Sheet, box: tuple[float, float, float, float]) -> str:
    pairs = zip(sheet.text, sheet.letters, strict=True)
    return "".join(letter for letter, each in pairs if not letter.isspace() and is_in(each, box))


def _dense(text: str) -> str:
    return "".join(text.split())

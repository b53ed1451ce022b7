"""What is boxed on a page is what is meant: the figures of a finding, not their row, and only theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

import readings
from conftest import SHARED
from juesuan import auditing
from juesuan.findings import Weight
from juesuan.presentation.marks import Marks
from juesuan.presentation.sheets import Sheet, Sheets, is_in

RAW = Path(__file__).parents[2] / "data" / "raw"
SOURCES = [*sorted(RAW.glob("*.pdf")), *sorted((SHARED / "documents").glob("*.pdf"))]
FIGURE = 16  # letters of the longest figure
MOST_WHOLE = 0.35  # share of places whose quotation is put together of several cells, boxed as they are


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_the_text_under_a_box_is_what_is_meant(source: Path) -> None:
    done = auditing.examine(readings.accounts(source), source, "zh")
    marks, sheets = Marks(done.accounts), Sheets(source, done.accounts.personal)
    places = whole = 0
    for finding in done.findings:
        for item in finding.evidence if finding.severity is not Weight.ROUNDING else ():
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


def _under(sheet: Sheet, box: tuple[float, float, float, float]) -> str:
    pairs = zip(sheet.text, sheet.letters, strict=True)
    return "".join(letter for letter, each in pairs if not letter.isspace() and is_in(each, box))


def _dense(text: str) -> str:
    return "".join(text.split())

"""Text of strangers on a terminal, and in a spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.spreadsheet import neutral, original
from juesuan.terminal import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲县财政局 2024", "甲县财政局 2024"),
        ("\x1b[2Jcleared", r"\x1b[2Jcleared"),
        ("a\nb\r", r"a\nb\r"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("\udcff", r"\udcff"),
    ],
)
def test_what_moves_turns_or_hides_becomes_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_any_text_becomes_one_printable_line(text: str) -> None:
    assert len(visible(text).splitlines()) <= 1
    assert "\x1b" not in visible(text)


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1", "'=1", "-"])
def test_what_a_spreadsheet_might_run_is_made_harmless(text: str) -> None:
    assert neutral(text).startswith("'")
    assert original(neutral(text)) == text


@pytest.mark.parametrize("text", ["-12.50", "12", "-0.3", "+7", "-5%", "", "办公费", "a=b", "'quoted'"])
def test_numbers_and_usual_words_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


@given(st.text(alphabet="'=+-@\t1a.％＝"))
def test_making_harmless_is_undone_exactly(text: str) -> None:
    assert original(neutral(text)) == text

"""Charts: bars as long as their figures, the same bytes every time, colours that follow light and dark."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from juesuan.findings import Language
from juesuan.presentation import charts, department_charts
from juesuan.presentation.charts import Bar
from juesuan.presentation.key_figures import key_figures
from presentation import made

SHAPE = "{http://www.w3.org/2000/svg}rect"


def _shapes(address: str) -> list[tuple[str, float, float]]:
    """Colour, start and width of each piece of a bar."""
    kind, _, data = address.partition(",")
    assert kind == "data:image/svg+xml"
    found = ElementTree.fromstring(unquote(data)).iter(SHAPE)
    return [(each.attrib["class"], float(each.attrib["x"]), float(each.attrib["width"])) for each in found]


def test_a_bar_is_as_long_as_its_figure_and_its_mark_stands_at_its_own() -> None:
    first, second = charts.bars([Bar("甲", 4.0, "4.00万元", 2.0), Bar("乙", 1.0, "1.00万元")])
    assert (first.name, first.words) == ("甲", "4.00万元")
    assert _shapes(first.bar) == [("EMPTY", 0, 1000), ("ACCENT", 0, 1000), ("MARK", 500, charts.MARK_WIDTH)]
    assert _shapes(second.bar) == [("EMPTY", 0, 1000), ("ACCENT", 0, 250)]


def test_a_mark_beyond_the_end_stays_in_sight_and_nothing_is_drawn_of_nothing() -> None:
    (line,) = charts.bars([Bar("甲", 1.0, "", 9.0)], full=2.0)
    assert _shapes(line.bar)[-1] == ("MARK", 1000 - charts.MARK_WIDTH, charts.MARK_WIDTH)
    (none,) = charts.bars([Bar("甲", 0.0, "0.00万元")])
    assert _shapes(none.bar) == [("EMPTY", 0, 1000)]


def test_shares_fill_the_whole_and_are_named_in_their_colours() -> None:
    whole, first, second = charts.stack([Bar("甲", 1.0, "25%"), Bar("乙", 3.0, "75%")])
    assert _shapes(whole.bar) == [("ACCENT", 0, 250), ("SECOND", 250, 750)]
    assert [_shapes(each.key)[0][0] for each in (first, second)] == ["ACCENT", "SECOND"]
    kind, other, row = charts.stacks([("局", [1.0, 1.0])], ["甲", "乙"])
    assert (kind.name, other.name, row.name) == ("甲", "乙", "局")
    assert _shapes(row.bar) == [("ACCENT", 0, 500), ("SECOND", 500, 500)]


def test_the_same_chart_is_the_same_bytes_and_has_what_it_needs() -> None:
    rows = [Bar("甲<b>", 3.0, "3.00万元", 2.0)]
    assert charts.bars(rows) == charts.bars(rows)
    markup = unquote(charts.bars(rows)[0].bar)
    assert "prefers-color-scheme:dark" in markup and "甲" not in markup
    assert not re.search(r'["<>#]', charts.bars(rows)[0].bar)  # safe in any attribute


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_chart_has_its_words_and_its_data(language: Language) -> None:
    made_ = department_charts.spending(key_figures(made.accounts()), language)
    assert made_[0].title == ("基本支出与项目支出" if language == "zh" else "Basic and project spending")
    for chart in made_:
        assert chart.table.rows
        assert any("%" in line.words for line in chart.lines)


def test_nothing_to_compare_is_no_chart() -> None:
    assert department_charts.performance(key_figures(made.accounts()), "zh") == []
    assert len(department_charts.spending(key_figures(made.accounts()), "zh")) == 2


def test_a_form_whose_classes_do_not_make_its_total_is_not_drawn() -> None:
    known = made.accounts()
    right = {each.code: each.value for each in key_figures(known).functions}
    slipped = [
        replace(fact, amount=replace(fact.amount, value=fact.amount.value * 3))
        if (fact.form, fact.code, fact.key) == ("05", "208", "total")
        else fact
        for fact in known.facts
    ]
    assert slipped != list(known.facts)
    drawn_then = key_figures(replace(known, facts=tuple(slipped))).functions
    assert sum(each.value for each in drawn_then) == 5_000_000  # form 03, which adds up
    assert set(right) <= {each.code for each in drawn_then}

"""Charts: letters that are never boxes, the same bytes every time, colours that follow light and dark."""

from __future__ import annotations

import base64
import warnings

import pytest

from juesuan.findings import Language
from juesuan.presentation import chart_style, charts, drawn
from juesuan.presentation.charts import Bar
from juesuan.presentation.portrait import portrait
from presentation import made

NAMES = ("一般公共服务支出", "“三公”经费", "資本性支出（㐀）", "Réception − ±")


def _bars() -> str:
    return chart_style.svg(charts.bars([Bar(name, 3.0, "1,234.50万元　12.30%", 2.0) for name in NAMES]))


def test_every_letter_has_a_glyph() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of a glyph that its fonts lack
        markup = _bars()
    assert "<text" not in markup  # outlines need no font where the chart is looked at


def test_the_same_chart_is_the_same_bytes() -> None:
    assert _bars() == _bars()


def test_colours_follow_the_scheme_of_the_reader() -> None:
    markup = _bars()
    assert "@media screen and (prefers-color-scheme:dark)" in markup
    assert not [colour for colour in chart_style.DARK if colour in markup.split("</style>")[1]]
    assert "http://www.w3.org/1999/xlink" in markup and "<metadata" not in markup


def test_a_long_name_is_cut_to_what_the_figure_leaves() -> None:
    long = Bar("乡镇街道政务信息公开专区建设及运行维护费等若干项目", 1.0, "1,234,567.89万元　100.00%")
    width = charts._width(charts._fitting(long.name, long.words)) + charts._width(long.words)
    assert charts.ROOM - 3 < width <= charts.ROOM
    assert charts._fitting("短名", long.words) == "短名"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_chart_has_its_words_and_its_data(language: Language) -> None:
    made_ = drawn.spending(portrait(made.accounts()), language)
    assert made_[0].title == ("基本支出与项目支出" if language == "zh" else "Basic and project spending")
    for chart in made_:
        assert chart.table.rows and chart.width > chart.height / 2
        assert chart.alt.startswith(chart.title) and "%" in chart.alt
        assert base64.b64decode(chart.src.split(",")[1]).startswith(b"<svg")


def test_nothing_to_compare_is_no_chart() -> None:
    assert drawn.performance(portrait(made.accounts()), "zh") == []
    assert len(drawn.spending(portrait(made.accounts()), "zh")) == 2

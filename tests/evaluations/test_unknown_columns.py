"""Headings of no known meaning: what stands under them is found by what it is, or named as not read."""

from __future__ import annotations

import pytest

from corpus import typeset_text
from corpus.dialect import Dialect
from evaluations.blocks import laid_out
from evaluations.designs import DESIGNS, manuscript
from evaluations.measuring import errors, lines_read
from evaluations.projects import project
from juesuan.reading import read_text

TABS = Dialect("made", "tabs", "万元", "made")
PROJECTS = (project(1), project(1, 1))
LINES = sum(len(one.rows) for one in PROJECTS)
NATIONAL = typeset_text.typeset(manuscript("national", PROJECTS), TABS)
WITH_POINTS = ("national", "level_weights", "combined", "year_before", "reviewed")


@pytest.mark.parametrize("heading", ["年度指标值", "实际完成值"])
def test_a_column_of_quantities_beside_a_known_one_is_found(heading: str) -> None:
    assert lines_read(read_text(NATIONAL.replace(heading, "某某"), "made"), PROJECTS) == LINES


@pytest.mark.parametrize("design", WITH_POINTS)
def test_points_that_are_not_understood_accuse_nobody(design: str) -> None:
    text = typeset_text.typeset(manuscript(design, PROJECTS), TABS)
    for word in ("得分", "分值", "权重"):
        text = text.replace(word, "庚辛")
    found = read_text(text, "made")
    assert errors(found) == []
    assert found.doubts


def test_columns_that_hold_what_the_other_heading_says_are_in_doubt() -> None:
    swapped = NATIONAL.replace("年度指标值", "@").replace("实际完成值", "年度指标值").replace("@", "实际完成值")
    found = read_text(swapped, "made")
    assert all(table.doubt for table in found.evaluations)
    assert errors(found) == []


@pytest.mark.parametrize("design", sorted(DESIGNS.keys() - {"labels", "cells", "sentences", "turned"}))
def test_a_table_without_a_title_is_read_or_named(design: str) -> None:
    text = "\n".join(line for line in laid_out(manuscript(design, PROJECTS)).split("\n") if not line.endswith("表"))
    found = read_text(text, "made")
    assert lines_read(found, PROJECTS) == LINES or found.doubts

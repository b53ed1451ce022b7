"""Made self-evaluations in each design: every line is read, nothing false is said, every planted slip is found."""

from __future__ import annotations

import pytest

from corpus import typeset_text
from corpus.dialect import Dialect
from corpus.manuscript import Manuscript
from evaluations.blocks import laid_out
from evaluations.designs import DESIGNS, TOGETHER, WITHOUT, manuscript
from evaluations.manners import ranking, states_only
from evaluations.measuring import errors, is_found, lines_read
from evaluations.projects import KINDS, Project, planted, project
from juesuan.accounts import Accounts
from juesuan.reading import read_text

TABS = Dialect("made", "tabs", "万元", "made")


def accounts(design: str, projects: tuple[Project, ...]) -> Accounts:
    return read_text(typeset_text.typeset(manuscript(design, projects), TABS), "made")


@pytest.mark.parametrize("design", [*DESIGNS, *TOGETHER])
def test_every_line_is_read_and_nothing_false_is_said(design: str) -> None:
    projects = (project(1), project(1, 1))
    found = accounts(design, projects)
    assert lines_read(found, projects) == sum(len(one.rows) for one in projects)
    assert errors(found) == []


@pytest.mark.parametrize("design", [*DESIGNS, *TOGETHER])
def test_text_that_keeps_the_layout_is_read_as_well(design: str) -> None:
    projects = (project(3), project(3, 1))
    found = read_text(laid_out(manuscript(design, projects)), "made")
    assert lines_read(found, projects) == sum(len(one.rows) for one in projects)
    assert errors(found) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("design", [*DESIGNS, *TOGETHER])
def test_a_planted_slip_is_found(design: str, kind: str) -> None:
    if design in WITHOUT.get(kind, ()):
        pytest.skip("the design does not print it")
    assert is_found(accounts(design, (planted(project(2), kind), project(2, 1))), project(2), kind)


def test_a_missed_target_that_a_table_without_points_owns_up_to_is_no_error() -> None:
    one = project(1)
    text = typeset_text.typeset(Manuscript("made", tuple(states_only(one))), TABS)
    (table,) = read_text(text, "made").evaluations
    assert [(row.level3, row.target.text, row.actual.text) for row in table.indicators] == [
        (row.name, row.target, row.actual) for row in one.rows
    ]
    assert {row.status for row in table.indicators} == {"是", "否"}
    assert errors(read_text(text, "made")) == []


def test_points_of_parts_in_a_ranking_are_no_money() -> None:
    projects = (project(1), project(1, 1))
    found = read_text(typeset_text.typeset(Manuscript("made", tuple(ranking(projects))), TABS), "made")
    listed = {row.project: row for each in found.evaluations for row in each.listed}
    for one in projects:
        assert (listed[one.name].funds[0].budget.text, listed[one.name].funds[0].executed.text) == (
            one.budget,
            one.spent,
        )
        assert (listed[one.name].total_score.text, listed[one.name].grade.text) == (one.total, one.grade)
    assert errors(found) == []

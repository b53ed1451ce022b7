"""Made self-evaluations in each design: every line is read, nothing false is said, every planted slip is found."""

from __future__ import annotations

import pytest

from corpus import typeset_text
from corpus.dialect import Dialect
from evaluations.designs import DESIGNS, TOGETHER, WITHOUT, manuscript
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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("design", [*DESIGNS, *TOGETHER])
def test_a_planted_slip_is_found(design: str, kind: str) -> None:
    if design in WITHOUT.get(kind, ()):
        pytest.skip("the design does not print it")
    assert is_found(accounts(design, (planted(project(2), kind), project(2, 1))), project(2), kind)

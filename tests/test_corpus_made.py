"""Made departments: consistent by construction, the same for a seed, of every kind over a range of seeds."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.accounts import department
from corpus.classification import CAPITAL, FUND, GENERAL
from corpus.compose import compose
from corpus.department import FISCAL, OWN, Department, added
from corpus.dialect import DIALECTS
from corpus.evaluating import grade_of
from corpus.manuscript import Words
from corpus.typeset_pdf import placed, typeset

seeds = st.integers(0, 100_000)


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_a_made_department_balances_to_the_fen(seed: int) -> None:
    made = department(seed)
    assert made.balance == made.spent() + made.total("allocated") + made.total("closing")
    assert made.fiscal_balance == made.spent(*FISCAL) + made.total("closing", *FISCAL)
    assert made.personnel + made.public == made.total("basic", GENERAL)
    assert made.income() == made.income(*FISCAL) + made.income(*OWN)
    assert all(flow.income >= 0 and flow.spent >= 0 for flow in made.flows)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_projects_add_up_to_points_and_to_spending(seed: int) -> None:
    made = department(seed)
    for project in made.projects:
        points = added(aim.score for aim in project.aims if aim.score is not None)
        weights = added(aim.weight for aim in project.aims if aim.weight is not None)
        assert project.score is not None and weights == 90
        assert 0 <= project.score - points <= 10
        assert project.grade == grade_of(project.score)
    listed = added(project.executed for project in made.projects)
    assert listed <= made.total("project", GENERAL)


def test_a_seed_always_gives_the_same_department_and_the_same_bytes() -> None:
    dialect = DIALECTS[0]
    made = department(7, evaluation=dialect.evaluation)
    assert made == department(7, evaluation=dialect.evaluation)
    assert typeset(compose(made, dialect), dialect) == typeset(compose(made, dialect), dialect)


def test_departments_differ_as_real_ones_do() -> None:
    many = [department(seed) for seed in range(120)]
    lines = [len({flow.code for flow in made.flows}) for made in many]
    assert min(lines) <= 8 and max(lines) >= 40
    assert {len(made.projects) for made in many} >= {0, 1, 8, 30}
    for kind in (_has_fund, _has_capital, _has_own_money, _carries_over, _has_institutions):
        share = sum(map(kind, many)) / len(many)
        assert 0.03 < share < 0.9, f"{kind.__name__}: {share}"


def _has_fund(made: Department) -> bool:
    return bool(made.of(FUND))


def _has_capital(made: Department) -> bool:
    return bool(made.of(CAPITAL))


def _has_own_money(made: Department) -> bool:
    return bool(made.of(*OWN))


def _carries_over(made: Department) -> bool:
    return bool(made.total("opening"))


def _has_institutions(made: Department) -> bool:
    return bool(made.institutions)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_every_figure_has_a_key_of_its_own(dialect: object) -> None:
    for seed in range(12):
        made = department(seed, evaluation=dialect.evaluation, forms=dialect.forms)  # type: ignore[attr-defined]
        manuscript = compose(made, dialect)  # type: ignore[arg-type]
        keys = Counter([slot.key for slot in manuscript.slots()] + [cell.key for _, cell in manuscript.cells()])
        assert [key for key, count in keys.items() if count > 1] == []
        for block in manuscript.blocks:
            if not isinstance(block, Words) and hasattr(block, "rows"):
                placed(block)


def test_words_can_be_changed_around_a_figure_but_not_through_it() -> None:
    manuscript = compose(department(1), DIALECTS[0])
    line = next(b for b in manuscript.blocks if isinstance(b, Words) and b.key == "prose/overall" and b.style == "body")
    figure = next(piece for piece in line.pieces if not isinstance(piece, str))
    assert (
        "合共"
        in manuscript.reworded("prose/overall", "总计均为", "总计合共").blocks[manuscript.blocks.index(line)].text
    )  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="cuts the figure"):
        manuscript.reworded("prose/overall", figure.text[-1] + figure.unit[:1], "")
    with pytest.raises(KeyError):
        manuscript.reworded("prose/overall", "这里没有的话", "")

"""Made budgets of two sets: what was typeset is what is read, and a budget that agrees with itself is not accused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from corpus.budget_document import BUDGETS, budget
from corpus.dialect import Dialect
from corpus.plant import shown, value
from corpus.publish import publish
from corpus.truth import compared, read_cells, true_cells
from corpus.typeset_text import typeset
from juesuan.auditing import examine
from juesuan.findings import Weight
from juesuan.kinds.kind import Kind
from juesuan.reading import read, read_text
from juesuan.records import Form

SEEDS = {dialect.name: (number, number + 7) for number, dialect in enumerate(BUDGETS, 1)}
WHOLE = [dialect for dialect in BUDGETS if dialect.medium != "raw"]  # blanks of bare text leave columns open


def _forms(forms: tuple[Form, ...]) -> set[str]:
    return {form.number for form in forms}


@pytest.mark.parametrize("dialect", BUDGETS, ids=lambda dialect: dialect.name)
def test_a_made_budget_is_read_back_and_not_accused(dialect: Dialect, tmp_path: Path) -> None:
    for seed in SEEDS[dialect.name]:
        manuscript = budget(seed, dialect)
        path = publish(manuscript, dialect, tmp_path)
        accounts = read(path)
        cells = compared(true_cells(manuscript), read_cells(accounts))
        assert cells.extra == ()
        assert cells.missed == () or dialect not in WHOLE
        assert accounts.kind is Kind.BUDGET
        assert _forms(accounts.forms) >= {"51", "52", "53", "54", "55", "56", "59"}
        audit = examine(accounts, path, "zh")
        assert audit.crashes == ()
        assert [each.message for each in audit.findings if each.severity is not Weight.ROUNDING] == []


def test_the_sums_of_a_budget_are_checked(tmp_path: Path) -> None:
    (dialect,) = (each for each in BUDGETS if each.name == "budget-national-tabs")
    manuscript = budget(3, dialect)
    path = publish(manuscript, dialect, tmp_path)
    rules = {check.rule for check in examine(read(path), path, "zh").checks if check.outcome == "passed"}
    assert {
        "budget-balance",
        "budget-class-totals",
        "budget-levels",
        "budget-restated-totals",
        "budget-row-sums",
        "budget-side-sums",
        "budget-three-public-sums",
        "row-shift",
    } <= rules


TOGETHER = 5  # documents over which the slips are spread
SLIPS = {"budget-national-tabs": 14, "budget-coast-tabs": 14}


@pytest.mark.parametrize("name", SLIPS)
def test_planted_slips_are_found(name: str) -> None:
    (dialect,) = (each for each in BUDGETS if each.name == name)
    manuscript, rng = budget(3, dialect), random.Random(3)
    step = 10000 if dialect.unit == "元" else 1
    keys = [key for key, text in manuscript.texts().items() if value(text) >= step]
    slips = {}
    for key in rng.sample(keys, SLIPS[name]):
        text = manuscript.texts()[key]
        slips[key] = shown(value(text) + 3 * (1 if key.startswith(("prose", "59")) else step), text)

    def missed(planted: dict[str, str]) -> dict[str, str]:
        edited = typeset(manuscript.edited(planted), dialect)
        found = examine(read_text(edited), Path("planted"), "zh").findings
        errors = [each.message.replace(",", "") for each in found if each.severity is Weight.ERROR]
        return {key: slip for key, slip in planted.items() if not any(slip.replace(",", "") in each for each in errors)}

    together = [dict(pairs) for pairs in (list(slips.items())[first::TOGETHER] for first in range(TOGETHER))]
    hidden = [slip for planted in together for slip in missed(planted).items()]  # by the others of its document
    assert [(key, slip) for key, slip in hidden if missed({key: slip})] == []

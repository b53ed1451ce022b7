"""Made disclosures in the text dialects: every figure of every form is read, and none invented."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from corpus.dialect import DIALECTS, Dialect
from corpus.publish import made
from corpus.truth import read_cells, true_cells
from corpus.typeset_text import typeset
from juesuan.accounts import Accounts
from juesuan.checks import Outcome, Severity
from juesuan.forms import recognise
from juesuan.readers import load_text
from juesuan.rules import RULES, run

SEEDS = (11, 203)
HTML = [replace(each, name=f"{each.name}-html", medium="html") for each in DIALECTS if each.medium != "raw"]
UPRIGHT = [replace(each, name=f"{each.name}-upright", medium="upright") for each in DIALECTS if each.unit == "元"]
TEXTS = [*(dialect for dialect in DIALECTS if dialect.medium != "pdf"), *HTML, *UPRIGHT]
WITH_BLANKS = [each for each in TEXTS if each.medium not in ("raw", "upright")]  # where a blank cell leaves a trace
FORM_RULES = {name: rule for name, rule in RULES.items() if rule.family in ("table_sum", "cross_table")}


@cache
def accounts_of(seed: int, dialect: Dialect) -> tuple[Accounts, Counter[tuple[object, ...]]]:
    manuscript = made(seed, dialect)
    forms, facts = recognise(load_text(typeset(manuscript, dialect), manuscript.name))
    return Accounts(manuscript.name, "", "", "", forms=forms, facts=facts), Counter(true_cells(manuscript))


@pytest.mark.parametrize("dialect", WITH_BLANKS, ids=lambda each: each.name)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_cell_is_read(seed: int, dialect: Dialect) -> None:
    accounts, true = accounts_of(seed, dialect)
    assert read_cells(accounts) == true


@pytest.mark.parametrize("dialect", [each for each in TEXTS if each not in WITH_BLANKS], ids=lambda each: each.name)
@pytest.mark.parametrize("seed", SEEDS)
def test_running_text_invents_nothing(seed: int, dialect: Dialect) -> None:
    accounts, true = accounts_of(seed, dialect)
    read = Counter(read_cells(accounts))
    assert not read - true
    assert read.total() >= 0.9 * true.total()


@pytest.mark.parametrize("dialect", TEXTS, ids=lambda each: each.name)
@pytest.mark.parametrize("seed", SEEDS)
def test_consistent_accounts_are_not_accused(seed: int, dialect: Dialect) -> None:
    checks, crashes = run(accounts_of(seed, dialect)[0], FORM_RULES)
    assert not crashes
    assert not [c for c in checks if c.outcome is Outcome.FAILED and c.severity is Severity.ERROR]

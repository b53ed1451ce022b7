"""A budget and the accounts of its year: what agrees, what was planted, and what may not be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.accounts import department
from corpus.budget_document import BUDGETS, approved, compose
from corpus.compose import compose as compose_accounts
from corpus.department import Department
from corpus.dialect import DIALECTS, Dialect
from corpus.publish import publish
from juesuan import budget_year, execution
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.budget_year import CARRIED, OTHER_BASIS, SEVERAL, UNSURE_SCOPE
from juesuan.checks import Check, Outcome, Severity
from juesuan.examples.budget_forms import budget as budget_text
from juesuan.kinds.kind import Scope
from juesuan.panel import documents
from juesuan.presentation import approval
from juesuan.reading import read, read_text

(NATIONAL,) = (each for each in BUDGETS if each.name == "budget-national-tabs")
TEXTS = [dialect for dialect in DIALECTS if dialect.medium in ("tabs", "markdown")]
(ITEMIZED,) = (each for each in TEXTS if each.wording == "plateau")  # tells each item's opening budget
HOUSING = "55/2210201/total"
SEED = 3


def _truth(seed: int, dialect: Dialect) -> Department:
    return department(seed, evaluation=dialect.evaluation, forms=dialect.forms)


def _pair(folder: Path, seed: int, dialect: Dialect, edits: Mapping[str, str] | None = None) -> list[Accounts]:
    truth = _truth(seed, dialect)
    final = compose_accounts(truth, dialect, source="final")
    budget = compose(approved(truth), NATIONAL, "budget").edited(edits or {})
    return [read(publish(budget, NATIONAL, folder)), read(publish(final, dialect, folder))]


def _checks(known: list[Accounts]) -> list[Check]:
    (pair,) = budget_year.together(known)
    return list(budget_year.checks(pair))


def _failed(checks: Iterator[Check] | list[Check]) -> list[Check]:
    return [check for check in checks if check.outcome is Outcome.FAILED]


@pytest.mark.parametrize("dialect", TEXTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("seed", [SEED, 6])
def test_the_opening_budget_of_accounts_is_the_one_approved(dialect: Dialect, seed: int, tmp_path: Path) -> None:
    made = _checks(_pair(tmp_path, seed, dialect))
    assert {check.outcome for check in made} <= {Outcome.PASSED, Outcome.ROUNDING}
    assert len(made) > 2
    assert {check.rule for check in made} == {budget_year.RULE}


def test_a_mismatch_is_an_error_with_both_places(tmp_path: Path) -> None:
    edits = {HOUSING: "91.07"}
    (check,) = _failed(_checks(_pair(tmp_path, SEED, ITEMIZED, edits)))
    assert check.severity is Severity.ERROR
    assert len(check.evidence) == 2
    assert check.expected.startswith(edits[HOUSING])
    assert "决算" in check.zh and "预算" in check.zh


def test_where_most_disagrees_nothing_is_held_against_anyone(tmp_path: Path) -> None:
    budget, final = _pair(tmp_path, SEED, TEXTS[0])
    doubled = tuple(replace(fact, amount=replace(fact.amount, value=fact.amount.value * 2)) for fact in budget.facts)
    made = _checks([replace(budget, facts=doubled), final])
    assert _failed(made) == []
    assert {check.reason for check in made if check.outcome is Outcome.UNCHECKED} == {OTHER_BASIS}


def test_only_one_body_scope_and_year_is_compared(tmp_path: Path) -> None:
    budget, final = _pair(tmp_path, SEED, TEXTS[0])
    for other in ({"year": "2019"}, {"department": "别的局"}, {"scope": Scope.UNIT}):
        assert budget_year.together([replace(budget, **other), final]) == []  # type: ignore[arg-type]
    (pair,) = budget_year.together([budget, replace(budget, source="again"), final])
    assert pair.doubt == SEVERAL
    unsure = replace(final, doubts=("标题有的写部门决算，有的写单位决算",))
    (pair,) = budget_year.together([budget, unsure])
    assert pair.doubt == UNSURE_SCOPE
    assert {check.reason for check in execution.checks(pair)} == {UNSURE_SCOPE}


def test_money_carried_in_may_be_what_differs(tmp_path: Path) -> None:
    edits = {"54/二、上年结转/income": "5.00", HOUSING: "91.07"}
    made = _checks(_pair(tmp_path, SEED, ITEMIZED, edits))
    assert {check.reason for check in made if check.outcome is Outcome.UNCHECKED} == {CARRIED}


def test_every_item_stands_from_approval_to_execution(tmp_path: Path) -> None:
    (pair,) = budget_year.together(_pair(tmp_path, SEED, TEXTS[0]))
    truth = _truth(SEED, TEXTS[0])
    lines = {line.code: line for line in execution.lines(pair) if line.code}
    general = {flow.code for flow in truth.of("general")}
    assert general <= lines.keys()
    for code, budget in truth.budgets.items():
        approved_ = execution.yuan(lines[code].approved)
        assert approved_ is None or abs(approved_ - budget.opening) <= 50  # shown in 万元 with two places
    far = [line for line in lines.values() if line.rate and not 80 <= line.rate <= 120 and abs(line.difference) > 10000]
    asked = _failed(execution.checks(pair))
    assert {check.severity for check in asked} == {Severity.REVIEW}
    assert {f"{budget_year.titled(pair)}：{line.item}：预算与执行" for line in far} <= {
        check.subject for check in asked
    }


def test_the_reader_sees_all_three_side_by_side(tmp_path: Path) -> None:
    audits = tuple(Audit(Path(), each, (), (), (), "zh") for each in _pair(tmp_path, SEED, TEXTS[0]))
    known = documents.of_audits(audits)
    shown = approval.executed(known).html
    assert "批复预算" in shown and "2210201" in shown and "<img" in shown
    assert "1份决算" in approval.approved(known).html
    assert "1 departments" in approval.approved(known, "en").html
    assert "无从核对" in approval.approved(documents.of_audits(audits[:1])).html


FORM_05 = """云岭县档案馆
2024年度部门决算
一般公共预算财政拨款支出决算表
公开05表
单位：万元
科目代码\t科目名称\t{heading}\t\t\t决算数\t\t
\t\t合计\t基本支出\t项目支出\t合计\t基本支出\t项目支出
合计\t\t120.00\t90.00\t30.00\t118.00\t90.00\t28.00
201\t一般公共服务支出\t100.00\t70.00\t30.00\t98.00\t70.00\t28.00
20103\t政府办公厅（室）及相关机构事务\t100.00\t70.00\t30.00\t98.00\t70.00\t28.00
2010301\t行政运行\t{office}\t70.00\t\t70.00\t70.00\t
2010302\t一般行政管理事务\t30.00\t\t30.00\t28.00\t\t28.00
208\t社会保障和就业支出\t20.00\t20.00\t\t20.00\t20.00\t
20805\t行政事业单位养老支出\t20.00\t20.00\t\t20.00\t20.00\t
2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\t20.00\t20.00\t
"""


@pytest.mark.parametrize(
    ("heading", "office", "failed", "made"),
    [("年初预算数", "70.00", 0, 8), ("年初预算数", "77.00", 1, 8), ("全年预算数", "77.00", 0, 0)],
)
def test_a_column_of_opening_budgets_is_held_too(heading: str, office: str, failed: int, made: int) -> None:
    final = read_text(FORM_05.format(heading=heading, office=office))
    checks = _checks([read_text(budget_text()), final])
    assert (len(_failed(checks)), len(checks)) == (failed, made)

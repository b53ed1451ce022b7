"""Families `performance_budget`, `performance_target`, `performance_score`: reports and notes against themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT
from juesuan.checks import Check, Evidence, Figure, Outcome, of_statement
from juesuan.compare import equal, finding, not_applicable, passed, sums_to
from juesuan.evaluations.quantities import narrow
from juesuan.records import Evaluation, Measure, Statement
from juesuan.rules.performance import HUNDRED, METHOD, table_name
from juesuan.rules.performance_money import BUDGETS, project_money
from juesuan.rules.performance_rates import as_granted
from juesuan.rules.performance_scope import Report, reports
from juesuan.rules.registry import rule

LEFT = re.compile(r"^(?:节约|结余|剩余|收回|结转|未使用|节余)(?:项目)?资金$")
OTHER_RECEIPTS = re.compile(r"计划|应到|中央|省级?|市级|县级|区级|自筹|上级|配套|累计|其中|第[一二三四]|分别|批")
_OF_A_WHOLE = re.compile(
    r"(?:合格|准确|覆盖|完好|差错|故障|优良|普及|知晓|办结|网办|满意|达标|参与|入学|就业|签约|参保|接通)(?:率|度)$"
)
_WEIGHTS = re.compile(r"(?:分值)?(?:设定|总分|满分|共计?|为)(?P<total>\d+)分[，,][^。]*?其中[：:]?(?P<parts>[^。]+)")
_PART = re.compile(r"[^\d、，,；;分]{2,14}(?P<points>\d+(?:\.\d+)?)分")
FEWEST_PARTS = 3


@rule("money-left", family="performance_budget", basis=METHOD, zh="所述节约、结余或收回的资金等于项目预算减支出")
def money_left(accounts: Accounts) -> Iterator[Check]:
    """What a sentence says was saved or taken back of a project is its budget less its spending."""
    checks = [check for each in accounts.measured(Measure.FINAL) if (check := _left_over(accounts, each)) is not None]
    yield from checks or [not_applicable("节约或收回的资金", "报告没有同时说明预算、支出和剩余资金")]


@rule("receipts-agree", family="performance_budget", basis=METHOD, zh="同一项目报告两次所述到位资金一致")
def receipts_agree(accounts: Accounts) -> Iterator[Check]:
    """Where a project's report says twice how much was received, it says the same."""
    checks = [check for report in reports(accounts) if (check := _received(accounts, report)) is not None]
    yield from checks or [not_applicable("到位资金", "报告没有两次说明到位资金")]


@rule(
    "said-rate-above-hundred",
    family="performance_target",
    basis=METHOD,
    zh="正文所述满意率、合格率、办结率等不超过100%",
)
def said_rate_above_hundred(accounts: Accounts) -> Iterator[Check]:
    """A rate told of parts of a whole, such as of those content or of cases settled, is no more than 100 %."""
    yield from list(_rates_said(accounts)) or [not_applicable("满意率等比率", "正文没有满意率、合格率一类的比率")]


@rule("noted-weights", family="performance_score", basis=METHOD, zh="自评表说明中各部分分值之和等于满分")
def noted_weights(accounts: Accounts) -> Iterator[Check]:
    """The weights that a table's note gives its parts sum to the full marks that it names."""
    checks = [check for each in accounts.evaluations for check in _notes(each)]
    yield from checks or [not_applicable("说明中的分值", "自评表没有分配分值的说明")]


def _left_over(accounts: Accounts, left: Statement) -> Check | None:
    """The check of one sentence that says a project's budget, its spending and what was left."""
    if not LEFT.match(left.subject) or left.amount is None or not left.topic.startswith(("report", "performance")):
        return None
    beside = [each for each in accounts.within(left.paragraph, left.paragraph) if each.quote == left.quote]
    rest = [each for each in beside if LEFT.match(each.subject) and each.amount is not None]
    budgets, spent = project_money(beside, *BUDGETS), project_money(beside, Measure.FINAL)
    if len(budgets) != 1 or len(spent) != 1 or rest[0] is not left:
        return None
    subject = f"{left.section}：{left.subject}"
    budget = as_granted(of_statement(budgets[0], f"{left.section}所述项目预算"))
    parts = [of_statement(spent[0], "支出"), *(of_statement(each, each.subject) for each in rest)]
    return sums_to(budget, parts, subject, parts_label="支出与剩余资金之和")


def _received(accounts: Accounts, report: Report) -> Check | None:
    said = project_money(report.statements(accounts), Measure.RECEIVED)
    if report.evaluation.overall or len({each.quote for each in said}) < 2:
        return None
    if any(OTHER_RECEIPTS.search(narrow(each.quote)) for each in said):
        return None
    first = of_statement(said[0], f"{said[0].section}所述到位资金")
    checks = [equal(first, of_statement(each, f"{each.section}所述到位资金"), "到位资金") for each in said[1:]]
    return next((check for check in checks if check.outcome is Outcome.FAILED), checks[0])


def _rates_said(accounts: Accounts) -> Iterator[Check]:
    for each in (*accounts.measured(Measure.SHARE), *accounts.measured(Measure.COMPLETION)):
        name = each.subject.rpartition("/")[2]
        if each.amount is None or each.amount.unit != PERCENT or not _OF_A_WHOLE.search(name):
            continue
        figure = of_statement(each, f"{each.section}所述{name}")
        yield _within(figure, each.amount.value, f"{each.section}：{name}")


def _within(figure: Figure, value: Decimal, subject: str) -> Check:
    if value <= HUNDRED:
        return passed(subject, figure)
    shown = figure.amount.displayed if figure.amount else ""
    return finding(
        subject,
        f"{figure.label}为{shown}，这类比率不会超过100%。",
        f"{figure.label} is {shown}; such a rate cannot exceed 100%.",
        figure.evidence,
        stated=shown,
        expected="≤ 100%",
    )


def _notes(evaluation: Evaluation) -> Iterator[Check]:
    for note in evaluation.conventions:
        match = _WEIGHTS.search(note)
        points = [Decimal(part["points"]) for part in _PART.finditer(match["parts"])] if match else []
        if match is None or len(points) < FEWEST_PARTS:
            continue
        subject = f"{table_name(evaluation)}说明中的分值"
        total, full = sum(points, Decimal(0)), Decimal(match["total"])
        if total == full:
            yield passed(subject)
            continue
        yield finding(
            subject,
            f"{subject}：各部分合计{total}分，而满分为{full}分。",
            f"{subject}: the parts sum to {total}, the full marks are {full}.",
            [Evidence(note, evaluation.place)],
            stated=str(full),
            expected=str(total),
        )

"""Family `review` (核实): facts worth a question and no fault by themselves; each with both figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Figure, Severity, of_fact
from juesuan.compare import finding, gather, not_applicable, passed
from juesuan.ratios import HUNDRED
from juesuan.records import Evaluation, Fact, Measure
from juesuan.rules.performance import METHOD, no_tables, table_name, total_line
from juesuan.rules.prose import ASIDE, companion, current, side
from juesuan.rules.prose_groups import BUDGETS, find
from juesuan.rules.registry import rule
from juesuan.settings import current as current_settings

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）；中央和地方财政部门的决算公开检查要点"
PUBLIC = "“三公”经费"
_REASON = re.compile(r"原因|由于|因为|主要是|主要系|受[\u4e00-\u9fff]{1,20}影响|因[\u4e00-\u9fff]{2}")


@rule("review-full-marks", family="review", basis=METHOD, zh="并非所有自评表的所有指标都得满分")
def review_full_marks(accounts: Accounts) -> Iterator[Check]:
    """Not every indicator of every self-evaluation is at full marks."""
    scored = [
        (table, indicator)
        for table in accounts.evaluations
        for indicator in table.indicators
        if indicator.weight.amount is not None and indicator.score.amount is not None
    ]
    if len(scored) < current_settings().review.few_indicators:
        yield no_tables(accounts, "自评指标的得分", "有得分的指标不多")
        return
    full = [each for each in scored if each[1].score.amount == each[1].weight.amount]
    if len(full) < len(scored) or any(each.doubt for _, each in scored):
        yield passed("自评指标的得分")
        return
    tables = list({id(table): table for table, _ in scored}.values())
    yield _question(
        "自评指标的得分",
        f"{len(tables)}张自评表的{len(scored)}项指标全部得满分。自评依据是什么，是否有佐证？",
        f"All {len(scored)} indicators of {len(tables)} tables have full marks. What evidence supports them?",
        _places(tables),
        f"{len(full)}项满分",
        f"共{len(scored)}项",
    )


@rule("review-all-executed", family="review", basis=METHOD, zh="并非所有项目的预算都恰好执行完毕")
def review_all_executed(accounts: Accounts) -> Iterator[Check]:
    """Not the budget of every project evaluated was spent to the last cent."""
    lines = [(table, line) for table in accounts.evaluations if not table.overall and (line := total_line(table))]
    known = [(table, line.budget.amount, line.executed.amount) for table, line in lines if not table.doubt]
    told = [(table, budget, spent) for table, budget, spent in known if budget and spent and budget.value]
    if len(told) < current_settings().review.few_projects:
        yield no_tables(accounts, "项目预算的执行", "写明预算数和执行数的项目不多")
    elif all(budget.value == spent.value for _, budget, spent in told):
        yield _question(
            "项目预算的执行",
            f"{len(told)}个项目的执行数都等于预算数，执行率都是100%。是否以拨作支，有无结转结余？",
            f"All {len(told)} projects spent exactly their budgets. Was money paid out only to be spent later?",
            _places([table for table, _, _ in told]),
            f"{len(told)}个项目执行率100%",
            f"共{len(told)}个项目",
        )
    else:
        yield passed("项目预算的执行")


@rule("review-item-far-from-budget", family="review", basis=BASIS, zh="决算数与年初预算数相差两成以上的项目说明了原因")
def review_item_far_from_budget(accounts: Accounts) -> Iterator[Check]:
    """An item that is far from its opening budget is told with a reason."""
    least, most = current_settings().review.least_of_budget, current_settings().review.most_of_budget
    checks = []
    for budget in current(accounts, "general.items"):
        if budget.measure is not Measure.OPENING_BUDGET or budget.role in ASIDE or not budget.amount:
            continue
        final = companion(accounts, budget, Measure.FINAL)
        if final is None or final.amount is None or final.paragraph != budget.paragraph or not budget.amount.is_money:
            continue
        if not budget.amount.value or not final.amount.is_money:
            continue
        share = final.amount.into(budget.amount.unit).value / budget.amount.value * HUNDRED
        subject = f"{budget.subject}决算数与年初预算数"
        if least <= share <= most or _REASON.search(_told(accounts, budget.paragraph)):
            checks.append(passed(subject, side(final), side(budget)))
            continue
        checks.append(
            _question(
                subject,
                f"{budget.subject}年初预算{budget.amount}，决算{final.amount}，为年初预算的{share:.2f}%，没有说明原因。原因是什么？",
                f"{budget.subject}: {final.amount} against an opening budget of {budget.amount}, {share:.2f}% of it, "
                "without a reason. What is it?",
                gather(side(final), side(budget)),
                str(final.amount),
                str(budget.amount),
            )
        )
    yield from checks or [not_applicable("决算数与年初预算数", "正文没有逐项说明年初预算数和决算数")]


@rule("review-public-growth", family="review", basis="中央八项规定及其实施细则", zh="“三公”经费不超预算、不增长")
def review_public_growth(accounts: Accounts) -> Iterator[Check]:
    """The three public expenses neither exceed their budget nor grow."""
    said = [each for each in current(accounts, "three_public") if each.role not in ASIDE and not each.doubt]
    final, change = (
        find(said, Measure.FINAL, PUBLIC),
        find([each for each in said if not each.of], Measure.CHANGE, PUBLIC),
    )
    budget = next((each for measure in BUDGETS if (each := find(said, measure, PUBLIC))), None)
    subject = f"{PUBLIC}的增长"
    if final is None or final.amount is None:
        yield not_applicable(subject, "正文没有说明“三公”经费")
        return
    asked = False
    if budget and budget.amount and final.amount.into(budget.amount.unit).value > budget.amount.value:
        asked = True
        yield _question(
            f"{PUBLIC}超预算",
            f"{PUBLIC}决算{final.amount}，超过预算{budget.amount}。超支的原因和批准手续是什么？",
            f"The three public expenses, {final.amount}, exceed their budget of {budget.amount}. Why, by whose leave?",
            gather(side(final), side(budget)),
            str(final.amount),
            str(budget.amount),
        )
    if change and change.direction == "increase" and change.amount and change.amount.value:
        asked = True
        yield _question(
            subject,
            f"{PUBLIC}决算{final.amount}，比上年增加{change.amount}。增长的原因是什么，是否必要？",
            f"The three public expenses came to {final.amount}, {change.amount} more than last year. Why?",
            gather(side(final), side(change)),
            str(final.amount),
            f"较上年增加{change.amount}",
        )
    if not asked:
        yield passed(subject, side(final))


@rule("review-carry-over", family="review", basis=BASIS, zh="年末结转和结余不超过本年收入的五分之一")
def review_carry_over(accounts: Accounts) -> Iterator[Check]:
    """What is carried over to the next year is no large part of the year's income."""
    closing, income = (
        accounts.fact("01", row, key) for row, key in (("年末结转和结余", "expenditure"), ("本年收入合计", "income"))
    )
    subject = "年末结转和结余"
    if closing is None or income is None or closing.doubt or income.doubt or not income.amount.value:
        yield not_applicable(subject, "公开01表没有年末结转和结余或本年收入")
        return
    share = closing.amount.into(income.amount.unit).value / income.amount.value * HUNDRED
    sides = [_cell(closing), _cell(income)]
    if share <= current_settings().review.large_carry_over:
        yield passed(subject, *sides)
        return
    yield _question(
        subject,
        f"年末结转和结余{closing.amount}，为本年收入{income.amount}的{share:.2f}%。是哪些项目的资金，为何没有执行？",
        f"{closing.amount} is carried over, {share:.2f}% of an income of {income.amount}. Of which projects, and why?",
        gather(*sides),
        str(closing.amount),
        str(income.amount),
    )


def _question(subject: str, zh: str, en: str, evidence: tuple[Evidence, ...], stated: str, expected: str) -> Check:
    return finding(subject, zh, en, evidence, stated=stated, expected=expected, severity=Severity.REVIEW)


def _places(tables: list[Evaluation]) -> tuple[Evidence, ...]:
    return tuple(Evidence(table_name(table), table.place) for table in tables)


def _cell(fact: Fact) -> Figure:
    return of_fact(fact, f"公开{fact.form}表“{fact.item}”")


def _told(accounts: Accounts, paragraph: int) -> str:
    """The words of a paragraph, and of the one after it where that has no figures of its own."""
    last = paragraph if any(accounts.within(paragraph + 1, paragraph + 1)) else paragraph + 1
    return "".join(passage.dense for passage in accounts.prose.within(paragraph, last))

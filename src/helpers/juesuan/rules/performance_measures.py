"""Family `performance_target`: targets that cannot be measured or cannot be meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT
from juesuan.checks import Check, Severity
from juesuan.compare import finding, passed
from juesuan.evaluations.quantities import is_grade_band, narrow, parse_quantity
from juesuan.evaluations.vocabulary import squeezed
from juesuan.records import Evaluation, Indicator
from juesuan.rules.measure_units import kinds_differ, units_differ_in
from juesuan.rules.performance import METHOD, no_tables, quoted, row_evidence, row_name, table_name
from juesuan.rules.registry import rule

FAMILY = "performance_target"
LOW_TARGET = 50  # a share of what is to be saved that a full 100 % makes absurd
TINY_TARGET = 10  # no rate of what is wanted is planned this low
NEARLY_ALL = 90
WHOLE = 100
FEWEST_FOR_A_PATTERN = 3
MOST_NAMED = 5
_RATE = re.compile(r"率$")
_SAVING = re.compile(r"减少|降低|节约|节省|压缩|下降|削减")
_WANTED = re.compile(
    r"(?:清晰|正常|合格|完好|准确|使用|覆盖|及时|完成|达标|办结|到位|公开|通过|优良|普及|参与|满意)(?:情况)?率$|满意度$"
)
_OF_A_WHOLE = re.compile(r"(?:合格|准确|覆盖|使用|及时|清晰|完好|正常|差错|故障|优良|普及|知晓|公开)率$|满意(?:度|率)$")
_GENERIC = re.compile(r"(?:数量|质量|时效|成本|社会效益|经济效益|生态效益)(?:指标)?|高?标准|高质量|指标|效益|质量好")
_GENERIC_COST = re.compile(r"(?:经济)?成本(?:指标)?")


@rule("targets-all-alike", family=FAMILY, basis=METHOD, zh="指标值应可衡量，不应各项都是同一个词")
def targets_all_alike(accounts: Accounts) -> Iterator[Check]:
    """The targets of a table are not all one and the same word, repeated as the result."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        words = {(narrow(each.target.text), narrow(each.actual.text)) for each in evaluation.indicators}
        alike = len(words) == 1 and len(evaluation.indicators) >= FEWEST_FOR_A_PATTERN
        target, result = next(iter(words), ("", ""))
        repeated = target == result != "" and not any(character.isdigit() for character in target)
        return list(evaluation.indicators) if alike and repeated else []

    yield from _each_table(accounts, "指标值都是同一个词", faulty, "全部指标值和实际完成值都是同一个词，无法衡量")


@rule("rate-without-figure", family=FAMILY, basis=METHOD, zh="以率为名的指标应有数值")
def rate_without_figure(accounts: Accounts) -> Iterator[Check]:
    """An indicator that is a rate by its name has a figure, as target or as result."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        rates = [each for each in evaluation.indicators if _RATE.search(narrow(each.level3))]
        return [each for each in rates if (each.target.text or each.actual.text) and not _has_figure(each)]

    yield from _each_table(accounts, "比率指标没有数值", faulty, "以率为名的指标没有任何数值，无法衡量")


@rule("result-without-figure", family=FAMILY, basis=METHOD, zh="有数值的指标值，实际完成值也应有数值")
def result_without_figure(accounts: Accounts) -> Iterator[Check]:
    """A target given as a figure is answered by a figure."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        return [
            each
            for each in evaluation.indicators
            if parse_quantity(each.target.text, each.unit) and each.actual.text and not _digits(each.actual.text)
        ]

    yield from _each_table(accounts, "实际完成值没有数值", faulty, "指标值是数值，实际完成值却没有数值，无从对照")


@rule("units-differ", family=FAMILY, basis=METHOD, zh="实际完成值与指标值用同一单位")
def units_differ(accounts: Accounts) -> Iterator[Check]:
    """Target and result are in one unit."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        return [each for each in evaluation.indicators if units_differ_in(each)]

    def weight(rows: list[Indicator]) -> Severity:
        sure = any(_is_judged(row) and kinds_differ(row) for row in rows)
        return Severity.ERROR if sure else Severity.NOTICE

    yield from _each_table(accounts, "实际完成值单位", faulty, "实际完成值与指标值的单位不同", weight)


@rule("indicator-unnamed", family=FAMILY, basis=METHOD, zh="三级指标应写明衡量什么")
def indicator_unnamed(accounts: Accounts) -> Iterator[Check]:
    """A third-level indicator says what it measures, not merely the name of its level."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        return [each for each in evaluation.indicators if _is_generic(each)]

    yield from _each_table(accounts, "三级指标名称", faulty, "三级指标只写了类别，没有写明衡量什么")


@rule("indicator-of-another-kind", family=FAMILY, basis=METHOD, zh="指标与所在的二级指标相称")
def indicator_of_another_kind(accounts: Accounts) -> Iterator[Check]:
    """An indicator is of the kind its second level asks for: no money as quantity, no satisfaction as economy."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        return [each for each in evaluation.indicators if _is_of_another_kind(each)]

    yield from _each_table(
        accounts, "指标类别", faulty, "指标与所在的二级指标不相称（数量指标用金额，或经济效益用满意度）"
    )


@rule("indicator-repeated", family=FAMILY, basis=METHOD, zh="同一自评表的指标不重复")
def indicator_repeated(accounts: Accounts) -> Iterator[Check]:
    """No indicator stands twice in one table with the same target and result."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        said = Counter(map(_identity, evaluation.indicators))
        return [each for each in evaluation.indicators if said[_identity(each)] > 1 and each.level3]

    yield from _each_table(accounts, "重复的指标", faulty, "同一指标出现两次以上")


@rule("points-as-target", family=FAMILY, basis=METHOD, zh="指标值栏填写指标值，而不是分值")
def points_as_target(accounts: Accounts) -> Iterator[Check]:
    """The columns for targets and results hold these, not weights and scores."""

    def faulty(evaluation: Evaluation) -> list[Indicator]:
        rows = list(evaluation.indicators)
        bare = all(_bare_number(each.target.text) and _bare_number(each.actual.text) for each in rows)
        return rows if bare and len(rows) >= FEWEST_FOR_A_PATTERN and not evaluation.has_scores else []

    yield from _each_table(
        accounts, "指标值栏填的是分值", faulty, "指标值和实际完成值都是没有单位的数，填的像是分值和得分"
    )


@rule("rate-above-hundred", family=FAMILY, basis=METHOD, zh="满意度、合格率等比率不超过100%")
def rate_above_hundred(accounts: Accounts) -> Iterator[Check]:
    """No satisfaction and no share of a whole is above 100 %."""
    rates = [(each, row) for each in accounts.evaluations for row in each.indicators if _is_share_of_whole(row)]
    if not rates:
        yield no_tables(accounts, "不超过100%的比率", "自评表没有满意度、合格率等比率")
    for evaluation, row in rates:
        subject = f"{row_name(evaluation, row)}比率"
        beyond = [text for text in (row.target.text, row.actual.text) if _beyond_whole(text, row.unit)]
        if beyond:
            yield finding(
                subject,
                f"{quoted(row.level3)}不可能超过100%，却填为{beyond[0]}。",
                f"{row.level3} cannot be above 100%, yet reads {beyond[0]}.",
                [row_evidence(row)],
                stated=beyond[0],
                expected="≤ 100%",
            )
        else:
            yield passed(subject)


@rule("target-implausible", family=FAMILY, basis=METHOD, zh="指标值与实际完成值合乎情理")
def target_implausible(accounts: Accounts) -> Iterator[Check]:
    """No rate of what is wanted is planned near zero, and no saving of a tenth ends in a saving of all."""
    for evaluation in accounts.evaluations:
        rows = [(each, severity) for each in evaluation.indicators if (severity := _implausible(each)) is not None]
        for indicator, severity in rows:
            subject = f"{row_name(evaluation, indicator)}指标值"
            yield finding(
                subject,
                f"{subject}为{indicator.target.text}，实际完成值为{indicator.actual.text}，两者不可能都对。",
                f"{subject} is {indicator.target.text} with a result of {indicator.actual.text}: implausible.",
                [row_evidence(indicator)],
                stated=f"{indicator.target.text} / {indicator.actual.text}",
                expected="合乎情理的指标值",
                severity=severity,
            )
        if not rows:
            yield passed(f"{table_name(evaluation)}指标值")
    if not accounts.evaluations:
        yield no_tables(accounts, "指标值")


def _each_table(
    accounts: Accounts,
    claim: str,
    faulty: Callable[[Evaluation], list[Indicator]],
    fault: str,
    weight: Callable[[list[Indicator]], Severity] = lambda _: Severity.NOTICE,
) -> Iterator[Check]:
    """One check a table: a finding that quotes all the rows at fault, or passed."""
    if not accounts.evaluations:
        yield no_tables(accounts, claim)
    for evaluation in accounts.evaluations:
        subject = f"{table_name(evaluation)}：{claim}"
        rows = [each for each in faulty(evaluation) if not each.doubt]
        if not rows:
            yield passed(subject)
            continue
        names = "、".join(
            f"{quoted(each.level3)}{each.target.text}→{each.actual.text[:20]}" for each in rows[:MOST_NAMED]
        )
        more = f"等{len(rows)}项" if len(rows) > MOST_NAMED else ""
        yield finding(
            subject,
            f"{table_name(evaluation)}：{fault}（{names}{more}）。",
            f"{table_name(evaluation)}: {len(rows)} indicators cannot be measured as given.",
            [row_evidence(each) for each in rows],
            stated=names,
            severity=weight(rows),
        )


def _identity(indicator: Indicator) -> tuple[str, str, str]:
    return squeezed(indicator.level3), narrow(indicator.target.text), narrow(indicator.actual.text)


def _digits(text: str) -> bool:
    return any(character.isdigit() for character in narrow(text)) or "分之" in text


def _has_figure(indicator: Indicator) -> bool:
    return any(_digits(text) and not is_grade_band(text) for text in (indicator.target.text, indicator.actual.text))


def _is_judged(row: Indicator) -> bool:
    """Whether a row gives points for its result, or says what has become of it."""
    return bool((row.score.amount and row.score.amount.value) or row.status)


def _is_generic(indicator: Indicator) -> bool:
    name = squeezed(indicator.level3)
    return bool(_GENERIC.fullmatch(name)) and not _GENERIC_COST.fullmatch(name) and bool(indicator.target.text)


def _is_of_another_kind(indicator: Indicator) -> bool:
    level, name = squeezed(indicator.level2), squeezed(indicator.level3)
    if level.startswith("数量"):
        target = parse_quantity(indicator.target.text, indicator.unit)
        return target is not None and target.amount.is_money
    return level.startswith("经济效益") and "满意" in name


def _is_share_of_whole(row: Indicator) -> bool:
    quantities = (parse_quantity(text, row.unit) for text in (row.target.text, row.actual.text))
    percents = any(each is not None and each.amount.unit == PERCENT for each in quantities)
    return percents and not row.doubt and _OF_A_WHOLE.search(squeezed(row.level3)) is not None


def _beyond_whole(text: str, unit: str) -> bool:
    quantity = parse_quantity(text, unit)
    return quantity is not None and quantity.amount.unit == PERCENT and quantity.amount.value > WHOLE


def _bare_number(text: str) -> bool:
    quantity = parse_quantity(text)
    return quantity is not None and not quantity.sign and not quantity.amount.unit


def _implausible(indicator: Indicator) -> Severity | None:
    """How a target and a result that cannot both be meant are reported, None where they can."""
    target = parse_quantity(indicator.target.text, indicator.unit)
    result = parse_quantity(indicator.actual.text, indicator.unit)
    if target is None or result is None or indicator.doubt or target.is_ceiling:
        return None
    if {target.amount.unit, result.amount.unit} != {PERCENT} or result.amount.value < NEARLY_ALL:
        return None
    name = squeezed(indicator.level3)
    if _WANTED.search(name) and target.amount.value <= TINY_TARGET:
        return Severity.ERROR
    return Severity.NOTICE if _SAVING.search(name) and target.amount.value <= LOW_TARGET else None

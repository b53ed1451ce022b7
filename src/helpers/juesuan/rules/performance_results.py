"""Family `performance_score`: scores and grades said in reports against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import Amount, plain
from juesuan.checks import Check, Evidence, Figure, Outcome, Severity, of_entry, of_statement
from juesuan.compare import equal, finding, not_applicable, passed, unchecked
from juesuan.evaluations.vocabulary import squeezed
from juesuan.records import Evaluation, Measure, Statement
from juesuan.rules.grade_scale import GRADES, Scale, thresholds
from juesuan.rules.performance import HUNDRED, METHOD, POINTS, quoted, table_name
from juesuan.rules.performance_projects import count_beside, project_tables
from juesuan.rules.performance_scope import Report, begins_with, report_at, reports
from juesuan.rules.performance_told import scores_told
from juesuan.rules.registry import rule

FAMILY = "performance_score"
SAME_GRADE = {"优秀": "优", "优": "优", "良好": "良", "良": "良", "中等": "中", "中": "中", "差": "差"}

_COMPOSITE = re.compile(r"项目[^。；，]{0,12}(?:综合|平均)[^。；，]{0,6}(?:得分|分)|(?:综合|平均)(?:评价)?得分")
_OWN_SCORE = re.compile(r"(?:^|[，,。；：:])(?:该?项目)?(?:绩效)?自评(?:得分|总分)(?:为|：)?")
_RANK = re.compile(r"[档级等]$")
_WITHIN_SCORE = re.compile(r"\d\s*分[，,（(]?\s*其中[^项]*$")
_BOUND_BEHIND = re.compile(r"[\d.]+\s*分?\s*(?:[（(]不?含[）)])?\s*(?:及?以[上下]|[-~～至—到]\s*\d)")
_BOUND_FIRST = re.compile(r"\d\s*分?\s*(?:[（(]不?含[）)])?\s*[-~～至—到]\s*$")


@rule("reported-score", family=FAMILY, basis=METHOD, zh="报告所述得分与自评表总分一致")
def reported_score(accounts: Accounts) -> Iterator[Check]:
    """A score said in a report, or in part four, is the total of the project's own table."""
    found = reports(accounts)
    checks = [check for report in found for check in _of_report(accounts, report)]
    checks = list({(check.subject, check.stated or check.left): check for check in checks}.values())
    checks += scores_told(accounts, [each for each in project_tables(accounts) if not _is_reported(found, each)])
    yield from checks or [not_applicable("报告所述得分", "报告没有说明得分，或没有对应的自评表")]


@rule("composite-score", family=FAMILY, basis=METHOD, zh="项目综合得分等于各项目自评得分的平均数")
def composite_score(accounts: Accounts) -> Iterator[Check]:
    """A composite score of several projects is the mean of their tables' totals."""
    said = [each for each in _scores(accounts) if _is_composite(each) and not _is_of_one(accounts, each)]
    projects = [each for each in accounts.evaluations if not each.overall and (each.project or not each.listed)]
    if not said or len(projects) < 2:
        yield not_applicable("项目综合得分", "没有说明多个项目的综合得分")
        return
    for statement in said:
        yield _against_mean(accounts, statement, projects)


@rule(
    "grade-matches-score",
    family=FAMILY,
    basis=METHOD,
    zh="等级与得分相符（优90分以上，良80分以上，中60分以上；表注另有规定的从其规定）",
)
def grade_matches_score(accounts: Accounts) -> Iterator[Check]:
    """A grade is the one that its score deserves by the table's own convention or the national one."""
    found = reports(accounts)
    checks = [check for each in _grades(accounts) if (check := _grade_check(accounts, found, each)) is not None]
    checks += [check for each in accounts.evaluations if (check := _table_grade(accounts, each, each)) is not None]
    checks += [check for row, own in _listed(accounts) if (check := _table_grade(accounts, row, own)) is not None]
    yield from checks or [not_applicable("评价等级", "没有评定等级，或没有相应的得分")]


@rule("grade-has-score", family=FAMILY, basis=METHOD, zh="评定等级应有得分支持")
def grade_has_score(accounts: Accounts) -> Iterator[Check]:
    """A grade rests on a score, in the report or in the table."""
    found = reports(accounts)
    tied = [(each, report) for each in _grades(accounts) if (report := report_at(found, each.paragraph))]
    if not tied:
        yield not_applicable("等级的依据", "报告没有评定等级")
        return
    bare = [(each, report) for each, report in tied if _score_of(accounts, found, each) is None]
    if bare:
        names = "、".join(dict.fromkeys(quoted(report.evaluation.project) for _, report in bare))
        yield finding(
            "等级的依据",
            f"{names}评为{bare[0][0].word}，报告和自评表却都没有得分。",
            f"{len(bare)} grades rest on no score, neither in the report nor in the table.",
            [Evidence(each.quote, each.place) for each, _ in bare],
            stated=bare[0][0].word,
            expected="得分",
            severity=Severity.NOTICE,
        )
    else:
        yield passed("等级的依据")


def _scores(accounts: Accounts) -> Iterator[Statement]:
    return (
        each
        for each in (*accounts.measured(Measure.SCORE), *accounts.measured(Measure.AVERAGE))
        if each.amount is not None
        and each.topic.startswith(("report", "performance"))
        and not _is_bound(accounts, each)
        and not _is_part(accounts, each)
    )


def _is_part(accounts: Accounts, score: Statement) -> bool:
    """Whether points are those of a part: 得97.79分，其中投入15.00分、过程33.44分."""
    text = accounts.paragraphs[score.paragraph].text[: score.offset]
    return _WITHIN_SCORE.search(re.split("[。；;]", text)[-1]) is not None


def _is_bound(accounts: Accounts, score: Statement) -> bool:
    """Whether a number of points bounds a grade: 90分以上的, 80分至90分的."""
    text = accounts.paragraphs[score.paragraph].text
    return bool(_BOUND_BEHIND.match(text, score.offset) or _BOUND_FIRST.search(text[: score.offset]))


def _grades(accounts: Accounts) -> Iterator[Statement]:
    return (each for each in accounts.measured(Measure.SCORE) if each.amount is None and each.word)


def _is_composite(statement: Statement) -> bool:
    return statement.measure is Measure.AVERAGE or _COMPOSITE.search(re.sub(r"\s", "", statement.quote)) is not None


def _is_of_one(accounts: Accounts, statement: Statement) -> bool:
    """Whether a score is told in a paragraph on one project, which its name begins."""
    text = squeezed(accounts.paragraphs[statement.paragraph].text)
    return any(begins_with(text, each.project) for each in accounts.evaluations if each.project)


def _of_report(accounts: Accounts, report: Report) -> list[Check]:
    """The scores of one report; where one is the table's total, its others are of something smaller.

    Unless they too are said, in so many words, to be the project's own score.
    """
    said = [each for each in _scores(accounts) if report.holds(each.paragraph) and not _is_composite(each)]
    checks = [(each, _against_table(report.evaluation, each)) for each in said]
    good = [check for _, check in checks if check.outcome in (Outcome.PASSED, Outcome.ROUNDING)]
    if not good:
        return [check for _, check in checks]
    return good + [check for each, check in checks if check.outcome is Outcome.FAILED and _is_whole(each)]


def _is_reported(found: list[Report], table: Evaluation) -> bool:
    """Whether a section reports on a project, so that what is told there is checked with it."""
    return any(report.evaluation.place == table.place for report in found)


def _is_whole(statement: Statement) -> bool:
    """Whether a score is said of the project itself and not of a part of its indicators."""
    quote = re.sub(r"\s", "", statement.quote)
    shown = re.escape(statement.amount.displayed.strip()) if statement.amount else ""
    return re.search(rf"{_OWN_SCORE.pattern}{shown}(?![\d.])", quote) is not None


def _against_table(evaluation: Evaluation, statement: Statement) -> Check:
    subject = f"{table_name(evaluation)}总分"
    said = _points(statement, f"{quoted(statement.section)}所述得分")
    if said.amount is not None and said.amount.value > HUNDRED:
        return _beyond(subject, said)
    if not evaluation.has_scores:
        return finding(
            subject,
            f"{quoted(statement.section)}自评得分{statement.amount.displayed if statement.amount else ''}分，"
            "自评表却没有分值、得分和总分，无从核对。",
            "A score is stated, but the table has neither weights nor scores.",
            [Evidence(statement.quote, statement.place)],
            stated=statement.amount.displayed if statement.amount else "",
            expected="有得分的自评表",
            severity=Severity.NOTICE,
        )
    if doubt := evaluation.doubt if evaluation.total_score.amount is None else "":
        return unchecked(subject, doubt, said)
    total = of_entry(evaluation.total_score, subject, f"总分 {evaluation.total_score.text}")
    return equal(said, total, f"{subject}与报告")


def _beyond(subject: str, said: Figure) -> Check:
    shown = said.amount.displayed if said.amount else ""
    return finding(
        f"{subject}与报告",
        f"{said.label}为{shown}分，超过满分100分。",
        f"{said.label} is {shown}, beyond the full 100 points.",
        said.evidence,
        stated=shown,
        expected="≤ 100",
    )


def _points(statement: Statement, label: str) -> Figure:
    figure = of_statement(statement, label)
    if statement.amount is None:
        return figure
    amount = Amount(statement.amount.value, POINTS, statement.amount.decimals, statement.amount.displayed)
    return Figure(label, amount, figure.evidence)  # a score needs no unit behind it


def _against_mean(accounts: Accounts, statement: Statement, projects: list[Evaluation]) -> Check:
    subject = "项目综合得分"
    said = _points(statement, f"{quoted(statement.section)}所述项目综合得分")
    totals = [each.total_score.amount for each in projects]
    known = [amount for amount in totals if amount is not None]
    if len(known) < len(totals):
        return unchecked(subject, "有项目自评表没有读出总分", said)
    counted = count_beside(accounts, statement)
    if counted is not None and counted != len(known):
        return unchecked(subject, f"所述{counted}个项目，只有{len(known)}张项目自评表", said)
    mean = sum((amount.value for amount in known), Decimal(0)) / len(known)
    decimals = max(2, *(amount.decimals for amount in known))
    value = mean.quantize(Decimal(1).scaleb(-decimals))
    sides = [of_entry(each.total_score, table_name(each), f"总分 {each.total_score.text}") for each in projects]
    evidence = tuple(item for side in sides for item in side.evidence)
    formula = " + ".join(plain(amount.value, amount.decimals) for amount in known)
    right = Figure(
        f"各项目得分的平均数（({formula})÷{len(known)}）",
        Amount(value, POINTS, decimals, plain(value)),
        evidence,
        next((side.doubt for side in sides if side.doubt), ""),
        parts=tuple(sides),
    )
    check = equal(said, right, subject)
    overall = next((each for each in accounts.evaluations if each.overall and each.total_score.amount), None)
    if check.outcome is not Outcome.FAILED or overall is None or said.amount is None:
        return check
    if overall.total_score.amount and overall.total_score.amount.value == said.amount.value:
        entry = overall.total_score
        side = of_entry(entry, "整体支出自评表总分", f"总分 {entry.text}")
        return _confused(check, side)
    return check


def _confused(check: Check, overall: Figure) -> Check:
    """The same finding, naming the table whose total was taken for the composite."""
    return replace(
        check,
        zh=f"{check.zh[:-1]}；所述是整体支出自评表的总分。",
        en=f"{check.en[:-1]}; the score said is that of the whole department's table.",
        evidence=(*check.evidence, *overall.evidence),
    )


def _score_of(accounts: Accounts, found: list[Report], grade: Statement) -> tuple[Amount, Evidence] | None:
    """The score that a grade stands beside, else that of the project's table; None where there is neither."""
    near = [each for each in _scores(accounts) if each.paragraph == grade.paragraph and not _is_composite(each)]
    if near:
        chosen = min(near, key=lambda each: (each.offset > grade.offset, abs(each.offset - grade.offset)))
        assert chosen.amount is not None  # _scores keeps only those with one
        return chosen.amount, Evidence(chosen.quote, chosen.place)
    report = report_at(found, grade.paragraph)
    if report is None:
        return None
    own = [each for each in _scores(accounts) if report.holds(each.paragraph) and each.amount]
    if own and own[0].amount:
        return own[0].amount, Evidence(own[0].quote, own[0].place)
    total = report.evaluation.total_score
    return (total.amount, Evidence(f"总分 {total.text}", total.place)) if total.amount else None


def _grade_check(accounts: Accounts, found: list[Report], grade: Statement) -> Check | None:
    score = _score_of(accounts, found, grade)
    if score is None:
        return None
    report = report_at(found, grade.paragraph)
    scale = thresholds(accounts, report.evaluation if report else None)
    name = table_name(report.evaluation) if report else quoted(grade.section)
    evidence = [Evidence(grade.quote, grade.place), score[1]]
    return _graded(f"{name}等级", grade.word, score[0], scale, evidence)


def _listed(accounts: Accounts) -> Iterator[tuple[Evaluation, Evaluation]]:
    """Each project of a list that has a table of its own, with a table whose notes tell the grades."""
    noted = next((each for each in accounts.evaluations if thresholds(accounts, each) != GRADES), None)
    for row in (row for each in accounts.evaluations for row in each.listed):
        if row not in accounts.evaluations:
            yield row, noted or row


def _table_grade(accounts: Accounts, evaluation: Evaluation, noted: Evaluation) -> Check | None:
    """The grade of a table, or of a row of a list, by the scale that `noted` prints."""
    if not evaluation.grade.text or evaluation.total_score.amount is None:
        return None
    evidence = [Evidence(f"{evaluation.grade.text} 总分 {evaluation.total_score.text}", evaluation.grade.place)]
    subject = f"{table_name(evaluation)}等级"
    if doubt := evaluation.grade.doubt or evaluation.total_score.doubt:
        return unchecked(subject, doubt)
    return _graded(subject, evaluation.grade.text, evaluation.total_score.amount, thresholds(accounts, noted), evidence)


def _graded(subject: str, word: str, score: Amount, scale: Scale, evidence: list[Evidence]) -> Check:
    deserved = next(name for name, bound in scale if score.value >= bound)
    known = {SAME_GRADE.get(name, name) for name, _ in scale}
    bare = _RANK.sub("", word)
    said = SAME_GRADE.get(bare, bare)
    if said not in known:
        return unchecked(subject, f"“{word}”不在优、良、中、差的等级之内")
    if said == SAME_GRADE.get(deserved, deserved):
        return passed(subject)
    return finding(
        subject,
        f"{subject}为“{word}”，得分{score.displayed}应为“{deserved}”。",
        f"{subject} is “{word}”; a score of {score.displayed} makes it “{deserved}”.",
        list(dict.fromkeys(evidence)),
        stated=word,
        expected=deserved,
    )

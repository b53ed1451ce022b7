"""Scores, sums and results that are told in so many words, against the tables: helpers of the rules that claim them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts
from juesuan.amounts import parse_amount
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.compare import equal, sums_to
from juesuan.evaluations.quantities import parse_quantity
from juesuan.evaluations.vocabulary import squeezed
from juesuan.passages import Hit
from juesuan.records import Evaluation, Indicator
from juesuan.rules.performance import POINTS, awarded, quoted, row_evidence, row_name, table_name, total_line
from juesuan.rules.performance_budgets import amount
from juesuan.rules.performance_scope import begins_with

_TOPICS = ("performance", "report")
_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
_SUM = re.compile(
    rf"(?P<when>年初)?(?P<what>预算|执行|支出)(?:数|金额|总额)?(?:合计|共计|总计)(?:为|是)?(?P<sum>{_NUMBER})(?P<unit>万元|元)"
)
_COUNT = re.compile(r"(?P<count>\d+)[个项]")
_SCORE = rf"[”\"]?(?:项目)?(?:自评|评价|绩效)*(?:得分|总分|评分|分数)?(?:为|是|[：:])?(?P<score>{_NUMBER})分"
_OWN_SCORE = re.compile(
    rf"(?<=[，,；;。])(?:综合|自评|评价|绩效)*(?:得分|总分|得|评分)(?:为|是|[：:])?(?P<score>{_NUMBER})分(?=[，,；;。]|$)"
)
_RESULT = rf"(?:为|是|达到?|[：:])?(?P<said>{_NUMBER}[^\d，。；、,;]{{1,8}})"


def sums_told(accounts: Accounts, tables: Sequence[Evaluation]) -> Iterator[Check]:
    """Budget and spending told of as many projects as have tables, against the sums of these."""
    for hit in accounts.prose.search(_SUM):
        counts = {int(match["count"]) for match in _COUNT.finditer(_before(hit))}
        if (
            not hit.passage.topic.startswith("performance")
            or len(tables) not in counts
            or "自评" not in hit.passage.dense
        ):
            continue
        keys = ("executed",) if hit.match["what"] != "预算" else ("opening",) if hit.match["when"] else ("budget",)
        subject = f"所述各项目{hit.match['when'] or ''}{hit.match['what']}合计"
        stated = Figure(subject, parse_amount(hit.match["sum"].replace("，", ","), hit.match["unit"]), (hit.evidence,))
        lines = [(table, total_line(table)) for table in tables]
        figures = [amount(getattr(line, keys[0]), line, table_name(table)) for table, line in lines if line]
        if len(figures) == len(tables) and all(figure.amount for figure in figures):
            yield sums_to(stated, figures, subject, parts_label=f"{len(tables)}张项目自评表之和")


def _before(hit: Hit) -> str:
    return hit.passage.dense[max(hit.passage.dense.rfind("。", 0, hit.start), 0) : hit.start]


def scores_told(accounts: Accounts, tables: Sequence[Evaluation]) -> Iterator[Check]:
    """The score behind a project's name, or in the paragraph that the name begins, against the total of its table."""
    names = [squeezed(table.project) for table in tables]
    decimals = max((table.total_score.amount.decimals for table in tables if table.total_score.amount), default=0)
    for table, name in zip(tables, names, strict=True):
        if table.total_score.amount is None or table.doubt or names.count(name) > 1:
            continue
        for hit in _hits(accounts, name, names):
            subject = f"所述{quoted(table.project)}得分"
            stated = Figure(subject, parse_amount(hit.match["score"], POINTS), (hit.evidence,))
            quote = f"总分 {table.total_score.text}"
            yield equal(stated, awarded(table.total_score, f"{table_name(table)}总分", quote, decimals), subject)


def _hits(accounts: Accounts, name: str, names: Sequence[str]) -> Iterator[Hit]:
    """Where the score of the project of a name is told."""
    longer = tuple(other for other in names if other != name and other.endswith(name))
    for hit in accounts.prose.search(re.compile(re.escape(name) + _SCORE)):
        before = hit.passage.dense[: hit.start] + name
        if hit.passage.topic.startswith(_TOPICS) and not (longer and before.endswith(longer)):
            yield hit
    for hit in accounts.prose.search(_OWN_SCORE):
        own = [other for other in names if begins_with(hit.passage.dense, other)]
        first = not _OWN_SCORE.search(hit.passage.dense[: hit.start])
        if hit.passage.topic.startswith(_TOPICS) and own and max(own, key=len) == name and first:
            yield hit


def results_told(accounts: Accounts) -> Iterator[Check]:
    """A figure that a table's own account of its goals gives an indicator, against the result of that indicator."""
    for table in accounts.evaluations:
        for row in table.indicators if table.result else ():
            check = _result_check(table, row)
            if check is not None:
                yield check


def _result_check(table: Evaluation, row: Indicator) -> Check | None:
    name, text = squeezed(row.level3), squeezed(table.result)
    found = re.findall(re.escape(name) + _RESULT, text) if name else []
    said = parse_quantity(found[0]) if len(found) == 1 else None
    if said is None or row.actual.amount is None or said.sign or said.amount.unit != row.actual.amount.unit:
        return None
    subject = f"{table_name(table)}完成情况所述{quoted(row.level3)}"
    stated = Figure(subject, said.amount, (Evidence(table.result, table.place),))
    own = Figure(f"{row_name(table, row)}实际完成值", row.actual.amount, (row_evidence(row),), row.doubt)
    check = equal(stated, own, subject)
    return check if check.outcome is not Outcome.UNCHECKED else None

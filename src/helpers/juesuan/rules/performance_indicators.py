"""Family `performance_target`: how many indicators prose says were set, met and missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.evaluations.arithmetic import weights_hold
from juesuan.passages import Hit
from juesuan.records import Evaluation, Indicator
from juesuan.rules.performance import METHOD, row_evidence, table_name
from juesuan.rules.performance_pairs import is_certainly_missed, pair
from juesuan.rules.performance_scope import report_at, reports
from juesuan.rules.registry import rule

FAMILY = "performance_target"
_COUNTS = re.compile(
    r"指标(?P<all>\d+)[项个](?:，|,|；|。)(?:其中[：:，]?)?(?:已|实际|按期|全部)?(?:完成|达标|达到目标的?)(?:了|的)?(?P<met>\d+)[项个]"
    r"(?:(?:，|,|、|；)(?:未|没有)(?:完成|达标|达到目标)的?(?P<missed>\d+)[项个])?"
)


@rule("indicators-counted", family=FAMILY, basis=METHOD, zh="所述绩效指标数、完成数和未完成数相符，并与自评表一致")
def indicators_counted(accounts: Accounts) -> Iterator[Check]:
    """Indicators said to be met and missed make up those set, and are as many as the table shows."""
    found = reports(accounts)
    hits = list(accounts.prose.search(_COUNTS))
    if not hits:
        yield not_applicable("绩效指标数", "正文没有说明绩效指标的项数和完成项数")
    for hit in hits:
        yield _sum_check(hit)
        report = report_at(found, hit.passage.index)
        if report is not None and report.evaluation.indicators and not report.evaluation.overall:
            yield _set_check(hit, report.evaluation)
            yield _met_check(hit, report.evaluation)


def _sum_check(hit: Hit) -> Check:
    subject = f"“{hit.words}”"
    whole, met, missed = (int(hit.match[name] or 0) for name in ("all", "met", "missed"))
    if whole == met + missed or (not hit.match["missed"] and met < whole):
        return passed(subject)
    return finding(
        subject,
        f"所述绩效指标{whole}项，而完成{met}项、未完成{missed}项，合计{met + missed}项。",
        f"{whole} indicators are said to be set; {met} met and {missed} missed make {met + missed}.",
        [hit.evidence],
        stated=str(whole),
        expected=str(met + missed),
    )


def _set_check(hit: Hit, evaluation: Evaluation) -> Check:
    """How many were set; an error only where the table's own weights prove that all its rows were read."""
    subject = f"{table_name(evaluation)}的指标数"
    said, shown = int(hit.match["all"]), len(evaluation.indicators)
    measured = sum("执行率" not in row.level3 for row in evaluation.indicators)
    if said in (shown, measured):
        return passed(subject)
    if not evaluation.has_scores or not weights_hold(evaluation) or any(row.doubt for row in evaluation.indicators):
        return unchecked(subject, "不能确定自评表的指标是否全部读出")
    return finding(
        subject,
        f"文件说{evaluation.project}设置绩效指标{said}项，自评表所列为{shown}项。",
        f"{said} indicators are said to be set; the table lists {shown}.",
        [hit.evidence, *(row_evidence(row) for row in evaluation.indicators)],
        stated=str(said),
        expected=str(shown),
    )


def _met_check(hit: Hit, evaluation: Evaluation) -> Check:
    """How many were met: no more than those that the table does not show as missed."""
    subject = f"{table_name(evaluation)}完成的指标数"
    met, shown = int(hit.match["met"]), len(evaluation.indicators)
    missed = [row for row in evaluation.indicators if _is_missed(row)]
    if not missed or met <= shown - len(missed) or met < int(hit.match["all"]) - int(hit.match["missed"] or 0):
        return passed(subject)
    names = "、".join(f"“{row.level3}”指标值{row.target.text}、实际{row.actual.text}" for row in missed)
    return finding(
        subject,
        f"文件说完成{met}项，自评表所列{shown}项中有{len(missed)}项没有完成（{names}）。",
        f"{met} indicators are said to be met; {len(missed)} of the table's {shown} were missed.",
        [hit.evidence, *(row_evidence(row) for row in missed)],
        stated=str(met),
        expected=str(shown - len(missed)),
    )


def _is_missed(row: Indicator) -> bool:
    """Whether target and result, in one unit, show a miss; budget execution is no indicator of what was done."""
    both = None if row.doubt or "执行率" in row.level3 else pair(row)
    return both is not None and is_certainly_missed(row, both)

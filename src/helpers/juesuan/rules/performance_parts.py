"""The points that a self-evaluation gives whole levels of indicators in rows of their own, against their indicators."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.checks import Check, Outcome, of_entry
from juesuan.compare import sums_to, unchecked
from juesuan.evaluations.indicators import level_name
from juesuan.evaluations.vocabulary import squeezed
from juesuan.records import Evaluation, Indicator
from juesuan.rules.performance import awarded, quoted, table_name

_SECOND = {  # 财预〔2020〕10号: second levels by first
    "产出": ("数量", "质量", "时效", "成本", "经济成本"),
    "效益": ("经济效益", "社会效益", "生态效益", "可持续影响", "可持续发展"),
    "满意度": ("服务对象满意度", "满意度", "社会公众满意度"),
}
_COLUMNS = (("weight", "分值"), ("score", "得分"))


def part_checks(evaluation: Evaluation, part: Indicator) -> Iterator[Check]:
    """Weight and score that a row gives a level, against the sums of those of the indicators under it."""
    under = _under(evaluation, part)
    for key, name in _COLUMNS if under else ():
        stated = getattr(part, key)
        subject = f"{table_name(evaluation)}{quoted(part.level1)}{name}"
        entries = [getattr(each, key) for each in under]
        doubt = evaluation.doubt or next((entry.doubt for entry in entries if entry.doubt), "")
        if stated.amount is None:
            continue
        if doubt or any(entry.amount is None for entry in entries):
            yield unchecked(subject, doubt or f"“{part.level1}”下有的指标没有读出{name}")
            continue
        named = zip(entries, under, strict=True)
        figures = [awarded(entry, f"“{each.level3}”{name}", each.quote) for entry, each in named]
        yield sums_to(of_entry(stated, subject, part.quote), figures, subject, parts_label=f"其下各指标{name}之和")


def listed_parts(table: Evaluation) -> Iterator[Check]:
    """The total of every project of a list against its points by part, where most of them are the sum of these."""
    checks = [
        sums_to(
            of_entry(row.total_score, f"汇总表所列{quoted(row.project)}得分", row.parts[0].quote),
            [awarded(part.score, f"“{part.level1}”得分", part.quote) for part in row.parts],
            parts_label="所列各部分得分之和",
        )
        for row in table.listed
        if len(row.parts) > 1 and row.total_score.amount and all(part.score.amount for part in row.parts)
    ]
    agreeing = sum(check.outcome is not Outcome.FAILED for check in checks)
    yield from checks if agreeing > len(checks) / 2 else ()


def _under(evaluation: Evaluation, part: Indicator) -> list[Indicator]:
    """The indicators of a part: those under its name, else those of its second levels in the national form."""
    own = _name(part.level1)
    rows = evaluation.indicators
    named = [each for each in rows if own in (_name(each.level1), _name(each.level2))]
    if named or own not in _SECOND:
        return named
    parts = {_name(each.level1) for each in evaluation.parts}
    kinds = [kind for kind in _SECOND[own] if kind not in parts]
    return [each for each in rows if _name(each.level2 or each.level1) in kinds]


def _name(level: str) -> str:
    return squeezed(level_name(level)).removesuffix("指标")

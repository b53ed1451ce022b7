"""What stood in the way of checks, one sentence a reason, and what would help."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from juesuan.checks import Check, Outcome
from juesuan.english import told
from juesuan.findings import Language
from juesuan.terms import in_english

_KINDS: tuple[tuple[str, tuple[str, str], tuple[str, str]], ...] = (
    (
        r"没有(?:读到|公开)公开(?P<form>\d\d)表",
        ("没有读到公开{form}表", "Form {form} was not found"),
        (
            "该表如已另行公开，请与本文件一并核对；如未公开，请补充公开。",
            "If the form is published elsewhere, audit it together with this file; otherwise it should be published.",
        ),
    ),
    (
        r"公开(?P<form>\d\d)表中(?:没有与“.*”相应的数字|找不到这一科目)",
        ("公开{form}表中没有与文字相应的科目或数字", "Form {form} has no account or figure that answers to the prose"),
        (
            "请核对文字与该表所用的科目名称是否一致。",
            "See whether the prose and the form name the account alike.",
        ),
    ),
    (
        r"正文没有说明.*",
        ("正文没有说明所需的数", "The prose does not say the figure that is needed"),
        ("请在情况说明中写明决算数、预算数或增减额。", "The explanation would have to state budget, final or change."),
    ),
    (
        r"(?:一方|合计|各项均)为空",
        ("所比较的单元格是空白", "A cell that is needed is blank"),
        ("空白如指零，请填“0”或以文字说明。", "If blank means nothing, a zero or a sentence would say so."),
    ),
    (
        r"另一表没有这一数额",
        ("另一张表没有列出这一数额", "The other form does not list the amount"),
        ("请与列明该数额的表一并核对。", "A form that lists the amount would be needed."),
    ),
    (
        r".*图片.*",
        ("有的页是图片，没有文字", "Pages are pictures without text"),
        ("请先作文字识别（OCR）再核对。", "Run a text recognition (OCR) first."),
    ),
    (
        r".*(?:转换|断行|断开|无法确定|未留痕迹|没有读全|没有读出|没有对齐|只读到|逐行).*",
        ("{reason}", "A figure could not be read with certainty ({reason})"),
        (
            "请改用原始的PDF、Word或Excel文件再核对一次。",
            "Audit the original PDF, Word or Excel file in place of a conversion.",
        ),
    ),
    (r".*", ("{reason}", "Not certain enough to judge ({reason})"), ("", "")),
)
_PATTERNS = tuple((re.compile(pattern), said, helps) for pattern, said, helps in _KINDS)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A reason for which checks could not be made, what would help, and the subjects of those checks."""

    reason: str
    help: str
    subjects: tuple[str, ...]


def obstacles(checks: Iterable[Check], language: Language) -> list[Obstacle]:
    """Every reason once, the one that stood in the way of most checks first."""
    subjects: dict[tuple[str, str], list[str]] = {}
    for check in checks:
        if check.outcome is Outcome.UNCHECKED:
            subject = check.subject if language == "zh" else told(in_english(check.subject))
            subjects.setdefault(_told(check.reason, language), []).append(subject)
    made = [Obstacle(*told, tuple(names)) for told, names in subjects.items()]
    return sorted(made, key=lambda each: -len(each.subjects))


def _told(reason: str, language: Language) -> tuple[str, str]:
    spoken = 0 if language == "zh" else 1
    for pattern, said, helps in _PATTERNS:
        if match := pattern.fullmatch(reason):
            named = reason if language == "zh" else told(reason)
            return said[spoken].format(reason=named, **match.groupdict()), helps[spoken]
    return reason, ""

"""Family `narrative_arithmetic`: money told beside counts, by kind and in all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.compare import not_applicable, sums_to
from juesuan.records import Measure, Statement
from juesuan.rules.performance_counts import GRADED
from juesuan.rules.prose import PRIOR, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.registry import rule

# what stands between a count and the money of what is counted: 3个，涉及资金12.00万元
BESIDE = re.compile(r"\d+\s*[个项][^，,、；。\d]{0,14}[，,、]?\s*(?:共?涉及)?[^，,、；。\d]{0,6}")
AMONG = re.compile("其中|包括|分别")
IN_ALL = re.compile(r"(?:合计|共计|总计|总额|共涉及|累计)[^，,；;。\d]{0,6}$")


@rule("money-by-count", family="narrative_arithmetic", basis=BASIS, zh="按类说明个数和金额的，各类金额之和等于合计")
def money_by_count(accounts: Accounts) -> Iterator[Check]:
    """Where the kinds that a sentence counts are all there are, the money told of each sums to all money."""
    sentences: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    for each in accounts.statements:
        if each.amount is not None and each.period != PRIOR:
            sentences[each.paragraph, each.quote].append(each)
    checks = [check for said in sentences.values() if (check := _by_kind(accounts, said)) is not None]
    yield from checks or [not_applicable("按类说明的金额", "正文没有按类说明个数和金额")]


def _by_kind(accounts: Accounts, said: list[Statement]) -> Check | None:
    """The check of a sentence that counts all, then the kinds of it, with the money of each."""
    counts = [each for each in said if each.measure is Measure.COUNT and _is_counted(each)]
    if len(counts) < 3:
        return None
    total, *kinds = counts
    text = accounts.paragraphs[total.paragraph].text
    whole_number = sums_to(side(total), [side(kind) for kind in kinds]).outcome is Outcome.PASSED
    if not whole_number or not AMONG.search(text[total.offset : kinds[0].offset]):
        return None
    money = [_beside(text, count, said) for count in counts]
    parts = [each for each in money[1:] if each is not None]
    whole = money[0] or next((each for each in said if each not in parts and _in_all(text, each)), None)
    if whole is None or len(parts) < len(kinds):
        return None
    return sums_to(side(whole), [side(part) for part in parts], f"{whole.section}：按类说明的金额之和")


def _is_counted(count: Statement) -> bool:
    return count.amount is not None and count.amount.unit in ("个", "项") and not count.subject.startswith(GRADED)


def _beside(text: str, count: Statement, said: list[Statement]) -> Statement | None:
    """The money that stands right behind a count."""
    later = (each for each in said if each.offset > count.offset and each.amount and each.amount.is_money)
    nearest = min(later, key=lambda each: each.offset, default=None)
    return nearest if nearest and BESIDE.fullmatch(text[count.offset : nearest.offset]) else None


def _in_all(text: str, each: Statement) -> bool:
    return each.amount is not None and each.amount.is_money and bool(IN_ALL.search(text[: each.offset]))

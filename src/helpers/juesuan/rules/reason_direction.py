"""Family `direction`: what is given as the reason for a change goes the way of the change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Severity
from juesuan.compare import finding, gather, not_applicable, passed
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, rising, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.registry import rule
from juesuan.statements.lexicon import DIRECTION, PRIOR_BASE, REASON, direction_of

MOVED = (Direction.INCREASE, Direction.DECREASE)
TOPICS = ("overall", "income", "expenditure", "fiscal", "general", "basic", "three_public", "operating_cost")
# words with which a fall can explain a rise: what was last year, what is carried over, what another paid, what is not
TURNED = re.compile(
    r"上年|去年|往年|前年|同期|历年|20\d\d年|结[转余]|收回|疫情|其他|自有|自筹|单位资金|另外|转为|由.{1,20}承担"
    r"|[未不无没非免]|取消|停|推迟|提高|降低"
)
BALANCE = re.compile(r"结转|结余|年初|年末|净资产")  # they rise where spending falls
# one account that moved, and nothing else: 印刷费减少
ACCOUNT_MOVED = re.compile(
    r"\W*(?P<account>[^，,、；;。和及与\d]*(?:支出|经费|费用?|开支|收入))(?:有所|相应)?(?:增加|增长|上升|减少|下降|降低)\W*"
)
# accounts beside each other, of which one can make up for another
BESIDE = ("财政拨款收入", "事业收入", "经营收入", "其他收入", "基本支出", "项目支出", "人员经费", "公用经费")
GOES_ON = re.compile(r"\W*(?:[一二三四五六]是|其次|同时|此外|另|再者|再次)")


@rule("reason-direction", family="direction", basis=BASIS, zh="增加不以减少为唯一原因，减少不以增加为唯一原因")
def reason_direction(accounts: Accounts) -> Iterator[Check]:
    """What rose is not explained by falls alone, nor what fell by rises alone.

    Where the only reason is one account of money the text contradicts itself; other things that
    move the other way (numbers of people, prices) call for a look.
    """
    checks = []
    for change in accounts.measured(Measure.CHANGE):
        if not _is_told(change):
            continue
        words = PRIOR_BASE.sub("", _reason(accounts, change))
        moves = {direction_of(match[0]) for match in DIRECTION.finditer(words)} & set(MOVED)
        if len(moves) == 1 and not TURNED.search(words):
            checks.append(_check(change, words, moves.pop()))
    yield from checks or [not_applicable("增减的原因", "正文没有以增减说明增减的原因")]


def _is_told(change: Statement) -> bool:
    """Whether a change of this year's money is said with its amount and way, by itself."""
    known = change.amount is not None and change.amount.value != 0 and rising(change) is not None
    aside = change.role in ASIDE or change.period == PRIOR or bool(change.of) or bool(change.doubt)
    return known and not aside and change.topic.startswith(TOPICS) and not BALANCE.search(change.subject)


def _reason(accounts: Accounts, change: Statement) -> str:
    """The whole reason given for a change, in its sentence or the next; "" where there is none or more is said."""
    first, *rest = accounts.paragraphs[change.paragraph].text[change.offset :].split("。")
    match = REASON.search(first)
    if match is None and rest and (match := REASON.match(rest[0].strip())):
        between, (told, *rest) = first, (rest[0].strip(), *rest[1:])
    else:
        between, told = first[: match.start()] if match else "", first
    if match is None or (rest and GOES_ON.match(rest[0])) or _others(accounts, change, len(between)):
        return ""
    return told[match.end() :]


def _others(accounts: Accounts, change: Statement, length: int) -> bool:
    """Whether another change stands between a change and its reason, which may be the other's."""
    nearby = accounts.within(change.paragraph, change.paragraph)
    later = (each for each in nearby if change.offset < each.offset < change.offset + length)
    return any(each.measure is Measure.CHANGE for each in later)


def _check(change: Statement, words: str, moved: Direction) -> Check:
    subject = f"{change.section}：{change.subject}增减的原因"
    if moved is change.direction:
        return passed(subject, side(change))
    said, reason = ("增加", "减少") if change.direction is Direction.INCREASE else ("减少", "增加")
    return finding(
        subject,
        f"{change.section}称{change.subject}{said}{change.amount}，所述原因“{words.strip('：:，, ')}”却都是{reason}。",
        f"{change.section}: {change.subject} is said to {change.direction} by {change.amount}, "
        "while its reasons all move the other way.",
        gather(side(change)),
        stated=said,
        expected=f"与{said}相应的原因",
        severity=Severity.ERROR if _is_one_account(change, words) else Severity.NOTICE,
    )


def _is_one_account(change: Statement, words: str) -> bool:
    """Whether the reason is one account that moved, which is no sibling that the other could make up for."""
    match = ACCOUNT_MOVED.fullmatch(words)
    siblings = match is not None and match["account"].endswith(BESIDE) and change.subject.endswith(BESIDE)
    return match is not None and not siblings

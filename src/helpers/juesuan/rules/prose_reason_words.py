"""Family `direction`: a change explained by nothing but what moves the other way."""

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
from juesuan.statements.lexicon import DIRECTION, REASON, direction_of

MOVED = (Direction.INCREASE, Direction.DECREASE)
TOPICS = ("overall", "income", "expenditure", "fiscal", "general", "basic", "three_public", "operating_cost")
# words with which a fall can explain a rise: what was last year, what is carried over, what another paid, what is not
TURNED = re.compile(
    r"上年|去年|往年|前年|同期|历年|20\d\d年|结[转余]|收回|疫情|其他|自有|自筹|单位资金|另外|转为|由.{1,20}承担|[未不无没非免]|取消|停|推迟|提高|降低"
)
OF_MONEY = re.compile(
    r"(?:支出|经费|费用?|开支|收入)(?:较?(?:上年|去年)?(?:有所|相应)?)(?:增|减|上升|下降)"
)  # `sole-reason`
ENDS = re.compile(r"[。；;]")


@rule("reason-turned-round", family="direction", basis=BASIS, zh="增加不以减少为唯一原因，减少不以增加为唯一原因")
def reason_turned_round(accounts: Accounts) -> Iterator[Check]:
    """What rose is not explained by falls alone, nor what fell by rises alone; such words call for a look."""
    checks = []
    for change in accounts.measured(Measure.CHANGE):
        known = change.amount is not None and rising(change) is not None and change.role not in ASIDE
        if known and change.period != PRIOR and not change.of and change.topic.startswith(TOPICS):
            words = _reason(accounts, change)
            moves = {direction_of(match[0]) for match in DIRECTION.finditer(words)} & set(MOVED)
            if len(moves) == 1 and not TURNED.search(words) and not OF_MONEY.search(words):
                checks.append(_check(change, words, moves.pop()))
    yield from checks or [not_applicable("增减的原因", "正文没有以增减说明增减的原因")]


def _reason(accounts: Accounts, change: Statement) -> str:
    """What the sentence gives as the reason right behind a change and its rate; "" where it gives none."""
    text = accounts.paragraphs[change.paragraph].text[change.offset :]
    end = ENDS.search(text)
    sentence = text[: end.start()] if end else text
    match = REASON.search(sentence)
    later = [
        each
        for each in accounts.within(change.paragraph, change.paragraph)
        if match and change.offset < each.offset < change.offset + match.start() and each.measure is Measure.CHANGE
    ]
    return sentence[match.end() :] if match and not later else ""


def _check(change: Statement, words: str, moved: Direction) -> Check:
    subject = f"{change.section}：{change.subject}增减的原因"
    if moved is change.direction:
        return passed(subject, side(change))
    said, reason = ("增加", "减少") if change.direction is Direction.INCREASE else ("减少", "增加")
    return finding(
        subject,
        f"{change.section}称{change.subject}{said}{change.amount}，所述原因“{words.strip('，, ')}”却都是{reason}。",
        f"{change.section}: {change.subject} is said to {change.direction}, while its reasons all move the other way.",
        gather(side(change)),
        stated=said,
        expected=f"与{said}相应的原因",
        severity=Severity.NOTICE,
    )

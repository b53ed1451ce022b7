"""Family `direction`: what has come to nothing has not risen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check
from juesuan.compare import finding, gather, not_applicable, passed
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.directions import BASIS
from juesuan.rules.prose import ASIDE, PRIOR, companion, side
from juesuan.rules.registry import rule
from juesuan.statements.lexicon import PRIOR_BASE

SUBJECT = "支出为零时的增减方向"
# 0.00万元，……，较上年决算数增加，…: the word without an amount, no other figure between
_RISEN = re.compile(
    rf"\s*(?:万元|元)\s*(?:[，,][^。；;\d]*)?[，,]\s*(?:{PRIOR_BASE.pattern})\s*"
    r"(?P<word>增加|增长|上升|提高)\s*(?=[，,。；;])"
)


@rule("rise-to-nothing", family="direction", basis=BASIS, zh="决算数为零的，不会较上年增加")
def rise_to_nothing(accounts: Accounts) -> Iterator[Check]:
    """A final figure of nothing is not said to have risen since last year; amounts of years are not negative."""
    nothing = [each for each in accounts.measured(Measure.FINAL) if _is_nothing(each)]
    for final in nothing:
        subject = f"{final.section}：{final.subject}"
        change = companion(accounts, final, Measure.CHANGE)
        risen = change if change is not None and _has_risen(change, final) else None
        word = _word_behind(accounts, final)
        if risen is None and not word:
            yield passed(subject, side(final))
            continue
        word = f"{risen.word or '增加'}{risen.amount}" if risen else word
        yield finding(
            subject,
            f"{final.section}称{final.subject}决算数为{final.amount}，又称较上年{word}；决算数为零，不会较上年增加。",
            f"{final.section}: {final.subject} is said to be {final.amount} and yet to have risen since last year; "
            "what is nothing has not risen.",
            gather(side(final), *([side(risen)] if risen else [])),
            stated=f"{final.amount}，较上年{word}",
            expected="与上年持平或减少",
        )
    if not nothing:
        yield not_applicable(SUBJECT, "正文没有决算数为零的科目")


def _is_nothing(final: Statement) -> bool:
    amount = final.amount
    said = amount is not None and amount.is_money and amount.value == 0 and final.period != PRIOR
    return said and not final.doubt and not final.inferred and final.role not in ASIDE


def _has_risen(change: Statement, final: Statement) -> bool:
    """Whether a change since last year, told in the paragraph of the figure, is a rise."""
    return (
        change.direction is Direction.INCREASE
        and change.amount is not None
        and change.amount.value > 0
        and change.paragraph == final.paragraph
        and not (change.of or change.doubt or change.inferred)
    )


def _word_behind(accounts: Accounts, final: Statement) -> str:
    text = accounts.paragraphs[final.paragraph].text[final.offset :]
    found = _RISEN.match(text.removeprefix(final.amount.displayed if final.amount else ""))
    return found["word"] if found else ""

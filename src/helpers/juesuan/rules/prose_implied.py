"""Family `direction`: a reason said without an amount, held against what the other reasons leave of the change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, current, rising, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.prose_three_public import PUBLIC_PARTS, PUBLIC_TOTAL, VEHICLES_PARTS, VEHICLES_TOTAL
from juesuan.rules.registry import rule

SPENDING = (("基本支出", "项目支出"), ("人员经费", "公用经费", "项目支出"))
GENERAL = "一般公共预算财政拨款支出"
# what a whole consists of, so that the change of one part follows from the others'
PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "本年支出合计": SPENDING,
    GENERAL: SPENDING,
    "一般公共预算财政拨款基本支出": (("人员经费", "公用经费"),),
    "基本支出": (("人员经费", "公用经费"),),
    PUBLIC_TOTAL: (PUBLIC_PARTS,),
    VEHICLES_TOTAL: (VEHICLES_PARTS,),
}
# wholes whose change, where it is that of all general-budget spending, has the same parts
OF_ALL = ("收入支出总计", "支出总计", "财政拨款收入支出总计", "财政拨款支出总计", "本年支出合计", GENERAL)
USUAL = (
    (re.compile(r"项目(?:支出|经费|资金|费用)?(?:支出|开支|费用)?"), "项目支出"),
    (re.compile(r"人员(?:类)?(?:支出|经费|费用)(?:支出|开支)?"), "人员经费"),
    (re.compile(r"(?:日常)?公用(?:支出|经费|费用)(?:支出|开支)?"), "公用经费"),
)
WORDS = {Direction.INCREASE: "增加", Direction.DECREASE: "减少"}


@rule("reason-direction-implied", family="direction", basis=BASIS, zh="没有写明数额的增减原因与其余数额推算的方向一致")
def reason_direction_implied(accounts: Accounts) -> Iterator[Check]:
    """A part said to rise or fall without an amount does so by what the other parts leave of the whole's change."""
    moves = [each for each in accounts.measured(Measure.CHANGE) if rising(each) is not None and each.period != PRIOR]
    wholes = [each for each in moves if each.amount is not None and each.amount.is_money and each.role not in ASIDE]
    checks = [
        check for whole in wholes for check in (*_by_reasons(moves, whole), *_by_sections(accounts, moves, whole))
    ]
    yield from checks or [not_applicable("没有数额的增减原因", "没有可由其余数额推算的增减原因")]


def _by_reasons(moves: Sequence[Statement], whole: Statement) -> Iterator[Check]:
    """The one reason without an amount, where the sentence gives an amount for each other part."""
    reasons = _reasons(moves, whole)
    for names in PARTS.get(whole.subject, ()):
        known = [reasons[name] for name in names if name in reasons]
        bare_words = [each for each in known if each.amount is None]
        if len(bare_words) == 1 and len(known) == len(names):
            yield _follows(whole, [each for each in known if each.amount is not None], bare_words[0])


def _by_sections(accounts: Accounts, moves: Sequence[Statement], whole: Statement) -> Iterator[Check]:
    """Parts said to have moved, where all spending and the section on basic expenditure tell their changes."""
    said = {name: each for name, each in _reasons(moves, whole).items() if each.amount is None}
    general = [each for each in moves if each.subject == GENERAL and each.role not in ASIDE and not each.of]
    if not said or whole.subject not in OF_ALL or not any(_one_change(whole, each) for each in general):
        return
    own = {each.subject: each for each in current(accounts, "basic") if _is_own_change(each)}
    told = [own[name] for name in ("人员经费", "公用经费") if name in own]
    if len(told) == 2 and "项目支出" in said:
        yield _follows(whole, told, said["项目支出"])
    for each in told:
        if each.subject in said:
            yield _restates(said[each.subject], each)


def _is_own_change(statement: Statement) -> bool:
    known = statement.amount is not None and statement.amount.is_money and rising(statement) is not None
    return known and statement.measure is Measure.CHANGE and statement.role not in ASIDE and not statement.of


def _one_change(one: Statement, other: Statement) -> bool:
    same = one.amount is not None and other.amount is not None and one.amount.value == other.amount.value
    return same and one.direction is other.direction and not one.of


def _reasons(moves: Sequence[Statement], whole: Statement) -> dict[str, Statement]:
    """The reasons given for a change in its sentence, by the account that moved; the first of each."""
    found: dict[str, Statement] = {}
    for each in (each for each in moves if each.paragraph == whole.paragraph):
        if each.role == "reason" and each.quote == whole.quote and each.offset > whole.offset:
            found.setdefault(bare(_usual(each.subject)), each)
    return found


def _usual(subject: str) -> str:
    return next((name for pattern, name in USUAL if pattern.fullmatch(subject)), subject)


def _restates(said: Statement, own: Statement) -> Check:
    """A reason's direction is that of the change which the account's own section tells."""
    subject = f"{said.section}：增减原因中的{said.subject}"
    if rising(said) == rising(own):
        return passed(subject, side(said), side(own))
    right = f"{WORDS[own.direction]}{own.amount}"
    return finding(
        subject,
        f"{said.section}称{said.subject}{said.word}，而{own.section}称其较上年{right}。",
        f"{said.section}: {said.subject} is said to {said.direction}, while {own.section} tells the opposite.",
        gather(side(said), side(own)),
        stated=said.word,
        expected=right,
    )


def _follows(whole: Statement, told: list[Statement], said: Statement) -> Check:
    subject = f"{whole.section}：{whole.subject}增减原因中的{said.subject}"
    assert whole.amount is not None
    amounts = [each.amount.into(whole.amount.unit) for each in told if each.amount is not None]
    signs = [1 if rising(each) else -1 for each in told]
    rest = whole.amount.value * (1 if rising(whole) else -1)
    rest -= sum(sign * each.value for sign, each in zip(signs, amounts, strict=True))
    if abs(rest) <= whole.amount.half + sum(each.half for each in amounts):
        return unchecked(subject, "其余数额之和与增减额相等，不能推算方向", side(whole), side(said))
    if (rest > 0) == rising(said):
        return passed(subject, side(whole), side(said))
    right = WORDS[Direction.INCREASE if rest > 0 else Direction.DECREASE]
    return finding(
        subject,
        f"{whole.section}称{said.subject}{said.word}，而按{whole.subject}及其余各项的增减额推算，"
        f"应为{right}{abs(rest)}{whole.amount.unit}。",
        f"{whole.section}: {said.subject} is said to {said.direction}, while the other parts leave {rest} "
        f"{whole.amount.unit} of the change.",
        gather(side(whole), *map(side, told), side(said)),
        stated=said.word,
        expected=f"{right}{abs(rest)}{whole.amount.unit}",
    )

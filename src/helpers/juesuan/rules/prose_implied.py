"""Family `direction`: a reason said without an amount, held against what the other reasons leave of the change."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, rising, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.prose_three_public import PUBLIC_PARTS, PUBLIC_TOTAL, VEHICLES_PARTS, VEHICLES_TOTAL
from juesuan.rules.registry import rule

SPENDING = (("基本支出", "项目支出"), ("人员经费", "公用经费", "项目支出"))
# what a whole consists of, so that the change of one part follows from the others'
PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "本年支出合计": SPENDING,
    "一般公共预算财政拨款支出": SPENDING,
    "一般公共预算财政拨款基本支出": (("人员经费", "公用经费"),),
    "基本支出": (("人员经费", "公用经费"),),
    PUBLIC_TOTAL: (PUBLIC_PARTS,),
    VEHICLES_TOTAL: (VEHICLES_PARTS,),
}
USUAL = {"项目经费": "项目支出", "项目资金": "项目支出", "人员支出": "人员经费", "公用支出": "公用经费"}
WORDS = {Direction.INCREASE: "增加", Direction.DECREASE: "减少"}


@rule("reason-direction-implied", family="direction", basis=BASIS, zh="没有写明数额的增减原因与其余数额推算的方向一致")
def reason_direction_implied(accounts: Accounts) -> Iterator[Check]:
    """A part said to rise or fall without an amount does so by what the other parts leave of the whole's change."""
    moves = [each for each in accounts.measured(Measure.CHANGE) if rising(each) is not None and each.period != PRIOR]
    checks = []
    for whole in moves:
        if whole.amount is None or not whole.amount.is_money or whole.role in ASIDE:
            continue
        reasons = _reasons(moves, whole)
        for names in PARTS.get(whole.subject, ()):
            known = {name: reasons.get(bare(name)) for name in names}
            bare_words = [each for each in known.values() if each is not None and each.amount is None]
            told = [each for each in known.values() if each is not None and each.amount is not None]
            if len(bare_words) == 1 and len(told) == len(names) - 1:
                checks.append(_follows(whole, told, bare_words[0]))
    yield from checks or [not_applicable("没有数额的增减原因", "没有可由其余数额推算的增减原因")]


def _reasons(moves: list[Statement], whole: Statement) -> dict[str, Statement]:
    """The reasons given for a change in its sentence, by the account that moved; the first of each."""
    found: dict[str, Statement] = {}
    for each in (each for each in moves if each.paragraph == whole.paragraph):
        if each.role == "reason" and each.quote == whole.quote and each.offset > whole.offset:
            found.setdefault(bare(USUAL.get(each.subject, each.subject)), each)
    return found


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

"""Family `narrative_arithmetic`: a change and the figures that are given as its reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Outcome, Severity
from juesuan.compare import finding, gather, negated, not_applicable, passed, sums_to
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, rising, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.registry import rule

COUNTED = re.compile(r"[一二三四五六七八九]是|[①-⑨]")
MAIN = re.compile("主要|等")
FEWEST = 3  # figures of a list that can tell which of two lists is the wrong one


@dataclass(frozen=True, slots=True)
class _Explained:
    """A change and the changes that its sentence gives as reasons, in order."""

    change: Statement
    reasons: list[Statement] = field(default_factory=list)

    @property
    def adds_up(self) -> bool:
        check = sums_to(_signed(self.change), [_signed(each) for each in self.reasons])
        return check.outcome in (Outcome.PASSED, Outcome.ROUNDING)


@rule("reason-lists-agree", family="narrative_arithmetic", basis=BASIS, zh="同一增减额两次分项说明的数字一致")
def reason_lists_agree(accounts: Accounts) -> Iterator[Check]:
    """Of two lists of reasons for one change that differ in one figure, the one that adds up shows the other wrong."""
    lists = [each for each in _explained(accounts) if len(each.reasons) >= FEWEST]
    alike = [(one, [other for other in lists if other is not one and _same_change(one, other)]) for one in lists]
    known = [(one, others) for one, others in alike if others]
    if not known:
        yield not_applicable("增减原因的分项数字", "没有两处分项说明同一增减额")
    for one, others in known:
        subject = f"{one.change.section}：{one.change.subject}增减原因"
        odd = [pair for other in others if other.adds_up and (pair := _odd_pair(one, other))]
        if not odd or one.adds_up:
            yield passed(subject)
            continue
        said, right = odd[0]
        yield finding(
            subject,
            f"{said.section}所列{said.subject}增减{said.amount}，同一增减额的另一处说明为{right.amount}，后者各项合计相符。",
            f"{said.section} lists {said.amount} for {said.subject}; another list, which adds up, has {right.amount}.",
            gather(side(said), side(right), side(one.change)),
            stated=str(said.amount),
            expected=str(right.amount),
        )


@rule("counted-reasons", family="narrative_arithmetic", basis=BASIS, zh="逐条列出的原因都有数额的，合计等于所述增减额")
def counted_reasons(accounts: Accounts) -> Iterator[Check]:
    """Reasons counted off, each with an amount, sum to the change that they explain."""
    checks = []
    for each in _explained(accounts):
        counted = _counted(accounts, each)
        if counted is None:
            continue
        words, subject = counted, f"{each.change.section}：{each.change.subject}逐条列出的原因"
        check = sums_to(_signed(each.change), [_signed(reason) for reason in each.reasons], subject)
        loose = MAIN.search(words) is not None  # main reasons need not be all
        checks.append(replace(check, severity=Severity.NOTICE) if loose else check)
    yield from checks or [not_applicable("逐条列出的原因", "没有逐条列出都有数额的原因")]


def _counted(accounts: Accounts, explained: _Explained) -> str | None:
    """The words that give the reasons, where they are counted off and each has one amount; None elsewhere."""
    change, reasons = explained.change, explained.reasons
    if not reasons or any(each.doubt or each.quote != change.quote or rising(each) is None for each in reasons):
        return None
    text = accounts.paragraphs[change.paragraph].text[change.offset :].partition("。")[0]
    marks = [match.start() + change.offset for match in COUNTED.finditer(text)]
    ends = [*marks[1:], change.offset + len(text)]
    held = [sum(start < each.offset < end for each in reasons) for start, end in zip(marks, ends, strict=False)]
    return text if len(marks) > 1 and held == [1] * len(marks) and len(reasons) == len(marks) else None


def _explained(accounts: Accounts) -> list[_Explained]:
    """Every change with its reasons: those that follow it in its paragraph, before another change of its own."""
    found: list[_Explained] = []
    for each in accounts.measured(Measure.CHANGE):
        if each.amount is None or each.period == PRIOR or rising(each) is None:
            continue
        if each.role not in ASIDE:
            found.append(_Explained(each))
        elif each.role == "reason" and found and found[-1].change.paragraph == each.paragraph:
            found[-1].reasons.append(each)
    return found


def _same_change(one: _Explained, other: _Explained) -> bool:
    a, b = one.change, other.change
    return _one_figure(a, b) and len(one.reasons) == len(other.reasons)


def _odd_pair(one: _Explained, other: _Explained) -> tuple[Statement, Statement] | None:
    """The one pair of figures in which two lists differ; None where they differ in none, or in several."""
    pairs = zip(one.reasons, other.reasons, strict=True)
    odd = [(a, b) for a, b in pairs if not _one_figure(a, b)]
    return odd[0] if len(odd) == 1 else None


def _one_figure(a: Statement, b: Statement) -> bool:
    assert a.amount is not None and b.amount is not None  # only changes with one are kept
    return (a.amount.value, a.amount.unit, a.direction) == (b.amount.value, b.amount.unit, b.direction)


def _signed(statement: Statement) -> Figure:
    return side(statement) if rising(statement) else negated(side(statement))

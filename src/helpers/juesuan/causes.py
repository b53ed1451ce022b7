"""Root causes: failed checks that share one wrong figure, and the figure that stands alone.

A figure is suspected where more checks of it fail than hold. Checks that share a suspect are
one cause; where the figures it was held against agree among themselves, it is the odd one out.
Checks left over that are off by the very same amount are held to be one cause too.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan.amounts import YUAN, Amount
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.terms import in_english

Witness = tuple[str, ...]
HELD = (Outcome.PASSED, Outcome.ROUNDING)
TELLING_DIGITS = 3  # significant digits in which two differences hardly agree by chance


@dataclass(frozen=True, slots=True)
class Cause:
    """What several findings follow from: an id, and a sentence in Chinese and in English, "" where unknown."""

    id: str
    zh: str = ""
    en: str = ""


def causes(checks: Sequence[Check], reported: Sequence[Check]) -> dict[int, Cause]:
    """The cause of each reported check that shares one, by its index in `reported`."""
    failed = {i: check for i, check in enumerate(reported) if check.outcome is Outcome.FAILED}
    found = _shared_figures(checks, failed)
    return found | _same_differences({i: check for i, check in failed.items() if i not in found})


def _shared_figures(checks: Sequence[Check], failed: dict[int, Check]) -> dict[int, Cause]:
    against = Counter(key for check in failed.values() for key in set(_witnesses(check)))
    held = Counter(key for check in checks if check.outcome in HELD for key in set(_witnesses(check)))
    groups: dict[Witness, list[int]] = defaultdict(list)
    for i, check in failed.items():
        suspects = [key for key in _witnesses(check) if against[key] > max(1, held[key])]
        if suspects:
            groups[max(suspects, key=lambda key: against[key] - held[key])].append(i)
    return _caused({key: members for key, members in groups.items() if len(members) > 1}, failed)


def _caused(groups: dict[Witness, list[int]], failed: dict[int, Check]) -> dict[int, Cause]:
    found: dict[int, Cause] = {}
    for key, members in groups.items():
        cause = _odd_one_out(key, [failed[i] for i in members])
        found |= dict.fromkeys(members, cause)
    return found


def _same_differences(failed: dict[int, Check]) -> dict[int, Cause]:
    groups: dict[Decimal, list[int]] = defaultdict(list)
    for i, check in failed.items():
        gap = _gap(check)
        if gap is not None and len(gap.value.normalize().as_tuple().digits) >= TELLING_DIGITS:
            groups[gap.into(YUAN).value.normalize()].append(i)
    found: dict[int, Cause] = {}
    for value, members in groups.items():
        gap = _gap(failed[members[0]])
        if len(members) > 1 and gap is not None:
            zh = f"这几处相差的都是{_zh(gap)}，很可能出于同一原因。"
            en = f"All of these are off by {gap}; they probably have one cause."
            found |= dict.fromkeys(members, Cause(_name(str(value)), zh, en))
    return found


def _gap(check: Check) -> Amount | None:
    """The difference as an amount of money, without sign."""
    side = check.left.amount if check.left else None
    if side is None or not side.is_money or not check.difference:
        return None
    return replace(side, value=abs(check.difference).normalize())


def _witnesses(check: Check) -> Iterator[Witness]:
    """The single places a check rests on, each known again in another check."""
    for figure in _sides(check):
        if len(figure.evidence) == 1 and not figure.evidence[0].form:
            yield _said(figure)
        else:
            yield from (_cell(item) for item in figure.evidence if item.form)


def _sides(check: Check) -> list[Figure]:
    return [side for side in (check.left, check.right) if side is not None and side.amount is not None]


def _said(figure: Figure) -> Witness:
    displayed = figure.amount.displayed if figure.amount else ""
    return str(figure.evidence[0].place), figure.evidence[0].quote, displayed


def _cell(evidence: Evidence) -> Witness:
    return evidence.form, evidence.row, evidence.column, str(evidence.place)


def _odd_one_out(key: Witness, members: Sequence[Check]) -> Cause:
    own, others = _parted(key, members)
    labels = tuple(dict.fromkeys(figure.label for figure in others))
    if own is None or own.amount is None or len(labels) < 2 or not _agree(others):
        return Cause(_name(*key))
    shown, agreed = own.amount, others[0].amount
    assert agreed is not None  # _agree has looked at it
    zh = f"{'、'.join(labels)}均为{_zh(agreed)}，唯有{own.label}为{_zh(shown)}：不一致的是这一处。"
    names = [in_english(label) for label in labels]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    en = f"{listed} all show {agreed}; only {in_english(own.label)} shows {shown}: it is the odd one out."
    return Cause(_name(*key), zh, en)


def _parted(key: Witness, members: Sequence[Check]) -> tuple[Figure | None, list[Figure]]:
    """The suspect itself, where it is a side of its own, and the sides it was held against."""
    own: Figure | None = None
    others: list[Figure] = []
    for check in members:
        for figure in _sides(check):
            single = len(figure.evidence) == 1
            if single and key in (_said(figure), _cell(figure.evidence[0])):
                own = figure
            elif single:
                others.append(figure)
    return own, others


def _agree(figures: Sequence[Figure]) -> bool:
    """Whether all displays can stand for one true value."""
    amounts = [figure.amount for figure in figures if figure.amount is not None]
    known = [amount.into(YUAN) if amount.is_money else amount for amount in amounts]
    return len({each.unit for each in known}) == 1 and all(each.interval.meets(known[0].interval) for each in known)


def _zh(amount: Amount) -> str:
    return str(amount).replace(" ", "")


def _name(*words: str) -> str:
    return f"cause-{hashlib.sha256(chr(31).join(words).encode()).hexdigest()[:6]}"

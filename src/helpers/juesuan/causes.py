"""Root causes: one slip is one finding, with the other failed checks that follow from it.

A check that finds figures in a wrong place (a slipped form) explains all that fails on them. Where one
figure shown otherwise would mend several checks, it is their cause (`juesuan.repairs`). Of what is left, a
figure is suspected where more checks of it fail than hold, and differences that are one within rounding
are held to have one cause.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan.amounts import YUAN, Amount
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.repairs import HELD, Repair, Slip, cell_of, repairs
from juesuan.terms import in_english

Witness = tuple[str, ...]
TELLING_DIGITS = 3  # significant digits in which two differences hardly agree by chance
SLIGHT = Decimal("0.001")  # of a difference: rounding that leaves it telling
SLIPS = {
    Slip.POINT: ("（小数点错位）", " (its point moved)"),
    Slip.LOST: ("（少了一位数字）", " (it lost a digit)"),
    Slip.GAINED: ("（多了一位数字）", " (it gained a digit)"),
    Slip.TURNED: ("（两位数字颠倒）", " (two digits changed places)"),
    Slip.NONE: ("", ""),
}
MOST_NAMED = 2  # figures that a sentence names


@dataclass(frozen=True, slots=True)
class Cause:
    """What several findings follow from: an id, and a sentence in Chinese and in English, "" where unknown."""

    id: str
    zh: str = ""
    en: str = ""


def causes(checks: Sequence[Check], reported: Sequence[Check]) -> dict[int, Cause]:
    """The cause of each reported check that shares one, by its index in `reported`."""
    failed = {i: check for i, check in enumerate(reported) if check.outcome is Outcome.FAILED}
    found = _misplaced(failed)
    mended = repairs(checks, _without(failed, found))
    for each in mended:
        found |= dict.fromkeys(each.mended, _repaired(each, [failed[i] for i in sorted(each.mended)]))
    found |= _resting_on(mended, found, _without(failed, found))
    found |= _same_gap_as(mended, found, _without(failed, found))
    found |= _shared_figures(checks, _without(failed, found))
    return found | _same_differences(_without(failed, found))


def _without(failed: dict[int, Check], found: dict[int, Cause]) -> dict[int, Check]:
    return {i: check for i, check in failed.items() if i not in found}


def _misplaced(failed: dict[int, Check]) -> dict[int, Cause]:
    """All that fails on figures that one check finds to stand in a wrong place."""
    found: dict[int, Cause] = {}
    for i, slip in failed.items():
        cells = {_cell(evidence) for evidence in slip.misplaced}
        members = [
            j for j, each in failed.items() if cells and j not in found and (j == i or cells & set(_witnesses(each)))
        ]
        if len(members) > 1:
            zh = f"{slip.subject}：这{len(members) - 1}处差异都由此而来。"
            en = f"{in_english(slip.subject)}: {len(members) - 1} differences follow from it."
            found |= dict.fromkeys(members, Cause(_name(slip.rule, slip.subject), zh, en))
    return found


def _repaired(repair: Repair, members: Sequence[Check]) -> Cause:
    """The cause of what one figure shown otherwise would mend."""
    key = cell_of(repair.figures[0])
    odd = _odd_one_out(key, members)
    if odd.zh and len(repair.figures) == 1:
        return odd
    if not repair.sure:
        named, spoken = _named([each.subject for each in members])
        zh = f"{named}：这{len(members)}处差异出于同一个数。"
        return Cause(odd.id, zh, f"{spoken}: these {len(members)} differences come from one figure.")
    named, spoken = _named([figure.label for figure in repair.figures])
    zh_slip, en_slip = SLIPS[repair.slip]
    was, instead, shows = repair.shown, repair.instead, "shows" if len(repair.figures) == 1 else "show"
    zh = f"{named}的{was}疑为{instead}之误{zh_slip}：如改正，这{len(members)}处差异都会消除。"
    en = f"{spoken} {shows} {was}, probably for {instead}{en_slip}: set right, all {len(members)} of these would hold."
    return Cause(odd.id, zh, en)


def _named(labels: Sequence[str]) -> tuple[str, str]:
    """What several figures are called, in Chinese and in English; of many the first ones and their number."""
    names = list(dict.fromkeys(labels))
    first, more = names[:MOST_NAMED], len(names) - MOST_NAMED
    if more > 0:
        return f"{'、'.join(first)}等{len(names)}处", f"{', '.join(map(in_english, first))} and {more} more"
    return "、".join(first), " and ".join(map(in_english, first))


def _resting_on(mended: Sequence[Repair], found: dict[int, Cause], failed: dict[int, Check]) -> dict[int, Cause]:
    """Shares and rates that fail on a figure which several sums show to be wrong."""
    joined: dict[int, Cause] = {}
    for each in mended:
        cells = {cell_of(figure) for figure in each.figures}
        for i, check in failed.items():
            if not check.terms and i not in joined and cells & set(_witnesses(check)):
                joined[i] = found[min(each.mended)]
    return joined


def _same_gap_as(mended: Sequence[Repair], found: dict[int, Cause], failed: dict[int, Check]) -> dict[int, Cause]:
    """Checks that are off by what a repair would change, within rounding."""
    joined: dict[int, Cause] = {}
    for each in mended:
        gap = replace(each.shown, value=abs(each.instead.value - each.shown.value))
        for i, check in failed.items():
            own = _gap(check)
            if own is not None and i not in joined and gap.is_money and _is_telling(gap) and _are_one(own, gap, check):
                joined[i] = found[min(each.mended)]
    return joined


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
    groups: list[tuple[Amount, dict[int, Amount]]] = []
    for i, check in failed.items():
        gap = _gap(check)
        if gap is not None and _is_telling(gap):
            members = next((members for first, members in groups if _are_one(first, gap, check)), None)
            if members is None:
                groups.append((gap, {i: gap}))
            else:
                members[i] = gap
    found: dict[int, Cause] = {}
    for gap, gaps in groups:
        if len(gaps) > 1:
            found |= dict.fromkeys(gaps, _one_gap(gap, list(gaps.values()), [failed[i] for i in gaps]))
    return found


def _one_gap(gap: Amount, gaps: Sequence[Amount], members: Sequence[Check]) -> Cause:
    """The cause of differences that are one within rounding."""
    first, more = members[0], len(members) - 1
    label = first.left.label if first.left else first.subject
    alike = len({each.into(YUAN).value for each in gaps}) == 1
    far = gap if alike else replace(gap, value=gap.value.quantize(gap.step).normalize())
    about, nearly = ("", "") if alike else ("约", "about ")
    zh = (
        f"{label}为{first.stated}，所对照的数为{first.expected}，相差{about}{far}；"
        f"另有{more}处相差同样多，很可能出于同一原因。"
    )
    en = (
        f"{in_english(label)} is {first.stated}, held against {first.expected}: {nearly}{far} apart. "
        f"{more} more {'differs' if more == 1 else 'differ'} by as much, probably for one reason."
    )
    return Cause(_name(str(gap.into(YUAN).value.normalize())), zh, en)


def _is_telling(gap: Amount) -> bool:
    return len(gap.value.normalize().as_tuple().digits) >= TELLING_DIGITS


def _are_one(first: Amount, second: Amount, check: Check) -> bool:
    """Whether two differences are one within the rounding of the check that found the second."""
    one, other = first.into(YUAN), second.into(YUAN)
    reach = replace(second, value=check.tolerance or Decimal(0)).into(YUAN).value
    return abs(one.value - other.value) <= min(reach, one.value * SLIGHT)


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
    again, once_more = ("另一处的", "another mention of ") if own.label in labels else ("", "")
    zh = f"{'、'.join(labels)}均为{agreed}，唯有{again}{own.label}为{shown}：不一致的是这一处。"
    names = [in_english(label) for label in labels]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    every = "all" if names[2:] else "both"
    only = f"{once_more}{in_english(own.label)}"
    en = f"{listed} {every} show {agreed}; only {only} shows {shown}: it is the odd one out."
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


def _name(*words: str) -> str:
    return f"cause-{hashlib.sha256(chr(31).join(words).encode()).hexdigest()[:6]}"

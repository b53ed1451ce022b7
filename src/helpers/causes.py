"""Root causes: failed checks that share one wrong figure, and the figure that stands alone.

A figure is suspected where more checks of it fail than hold. Checks that share a suspect are
one cause; where the figures it was held against agree among themselves, it is the odd one out.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpers.amounts import YUAN
from helpers.checks import Check, Evidence, Figure, Outcome

Witness = tuple[str, ...]
HELD = (Outcome.PASSED, Outcome.ROUNDING)


@dataclass(frozen=True, slots=True)
class Cause:
    """One wrong figure: its id, how it is displayed, and what it was held against.

    `agreed` is the display the others share, "" where they do not agree; `others` names them.
    """

    id: str
    label: str
    displayed: str
    agreed: str = ""
    others: tuple[str, ...] = ()

    def sentence(self, language: str) -> str:
        """The odd one out named in one sentence; empty where the others do not agree."""
        if not self.agreed:
            return ""
        if language == "zh":
            agreed, displayed = (text.replace(" ", "") for text in (self.agreed, self.displayed))
            return f"{'、'.join(self.others)}均为{agreed}，唯有{self.label}为{displayed}：不一致的是这一处。"
        others = ", ".join(self.others[:-1]) + f" and {self.others[-1]}"
        return f"{others} all show {self.agreed}; only {self.label} shows {self.displayed}: it is the odd one out."


def causes(checks: Sequence[Check], reported: Sequence[Check]) -> dict[int, Cause]:
    """The cause of each reported check that shares one, by its index in `reported`."""
    failed = [(i, check) for i, check in enumerate(reported) if check.outcome is Outcome.FAILED]
    against = Counter(key for _, check in failed for key in set(_witnesses(check)))
    held = Counter(key for check in checks if check.outcome in HELD for key in set(_witnesses(check)))
    groups: dict[Witness, list[int]] = defaultdict(list)
    for i, check in failed:
        suspects = [key for key in _witnesses(check) if against[key] > max(1, held[key])]
        if suspects:
            groups[max(suspects, key=lambda key: against[key] - held[key])].append(i)
    shared = {key: members for key, members in groups.items() if len(members) > 1}
    return {i: _cause(key, [reported[i] for i in members]) for key, members in shared.items() for i in members}


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


def _cause(key: Witness, members: Sequence[Check]) -> Cause:
    own, others = _parted(key, members)
    name = f"cause-{hashlib.sha256(chr(31).join(key).encode()).hexdigest()[:6]}"
    if own is None:
        return Cause(name, members[0].subject, members[0].stated)
    labels = tuple(dict.fromkeys(figure.label for figure in others))
    agreed = str(others[0].amount) if len(labels) > 1 and _agree(others) else ""
    return Cause(name, own.label, str(own.amount), agreed, labels if agreed else ())


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

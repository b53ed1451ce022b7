"""Which files are parts of one disclosure: explanations, their forms and self-evaluations that stand apart.

Parts are joined only where it is certain: one body, year and scope as far as each tells them, each with
what the other lacks, and most amounts that the explanations say standing in the forms. Where two answers
are possible, or a file breaks off, nothing is joined.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath

from juesuan.accounts import Accounts
from juesuan.amounts import YUAN, Interval
from juesuan.kinds.ending import BREAKS
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.scope import region_of
from juesuan.records import Measure

AGREEING = Decimal("0.5")  # share of the amounts said; of other bodies' forms at most 0.17 agreed in measurements
FEWEST_SAID = 5  # different amounts that can prove anything
_TELLS_NO_SCOPE = (Kind.FORMS, Kind.EVALUATIONS)  # unless they say that it is not the department's


@dataclass(frozen=True, slots=True)
class Part:
    """What of a file, or of some that are joined already, decides whether others belong to it.

    `source` is its path in the run; `said` are the amounts that its explanations state, as intervals in 元,
    `figures` those of its forms in 元, ascending; `breaks` says that it ends in the middle of something.
    """

    source: str
    digest: str
    kind: Kind
    body: str
    year: str
    scope: Scope
    forms: frozenset[str]
    evaluations: int
    said: tuple[Interval, ...]
    figures: tuple[Decimal, ...]
    breaks: bool


def part_of(accounts: Accounts, source: str) -> Part:
    """What decides whether accounts have other parts."""
    return Part(
        source=source,
        digest=accounts.digest,
        kind=accounts.kind,
        body=accounts.department,
        year=accounts.year,
        scope=accounts.scope,
        forms=frozenset(form.number for form in accounts.forms),
        evaluations=len(accounts.evaluations) + len(accounts.unread_evaluations),
        said=tuple(dict.fromkeys(_said(accounts))),
        figures=tuple(sorted({fact.amount.into(YUAN).value for fact in accounts.facts if fact.amount.is_money})),
        breaks=any(gap.reason in BREAKS for gap in accounts.gaps),
    )


def bundles(parts: Sequence[Part]) -> list[tuple[Part, ...]]:
    """The parts that are one disclosure: explanations (or whole accounts) first, then forms, then self-evaluations."""
    sound = [part for part in _each_once(parts) if not part.breaks]
    mains = [part for part in sound if part.kind in (Kind.PROSE, Kind.FINAL_ACCOUNTS)]
    forms = {id(main): _forms_of(main, sound) for main in mains if main.kind is Kind.PROSE}
    evaluations = {id(main): _evaluations_of(main, sound) for main in mains if not main.evaluations}
    claims = Counter(id(part) for found in (*forms.values(), *evaluations.values()) for part in found)
    made = []
    for main in mains:
        own = forms.get(id(main), [])
        own = own if all(claims[id(part)] == 1 for part in own) else []
        more = [part for part in evaluations.get(id(main), []) if claims[id(part)] == 1]
        if own or more:
            made.append((main, *sorted(own, key=lambda part: sorted(part.forms)), *more))
    return made


def _each_once(parts: Sequence[Part]) -> Iterator[Part]:
    """Of files with the same bytes the first by name."""
    known: set[str] = set()
    for part in sorted(parts, key=lambda part: part.source):
        if part.digest not in known:
            known.add(part.digest)
            yield part


def _forms_of(main: Part, parts: Sequence[Part]) -> list[Part]:
    """The files with the forms of explanations; none where two hold the same form, or the amounts disagree."""
    found = [part for part in parts if part.kind is Kind.FORMS and _fit(main, part)]
    if _overlap(found):
        found = [part for part in found if _agree(main, [part])]
    return found if found and not _overlap(found) and _agree(main, found) else []


def _evaluations_of(main: Part, parts: Sequence[Part]) -> list[Part]:
    found = (part for part in parts if part.kind is Kind.EVALUATIONS and _fit(main, part))
    return [part for part in found if part.body and part.year]


def _fit(main: Part, part: Part) -> bool:
    """Whether nothing that two parts tell of themselves speaks against their being one."""
    untold = part.kind in _TELLS_NO_SCOPE and part.scope is Scope.DEPARTMENT
    return (
        (not part.body or not main.body or same_body(main.body, part.body))
        and (not part.year or not main.year or main.year == part.year)
        and (untold or main.scope is part.scope)
        and _near(main.source, part.source)
    )


def same_body(one: str, other: str) -> bool:
    """Whether two names are one body's, the one perhaps without the region that the other begins with."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return longer == shorter or (bool(shorter) and longer == region_of(longer)[0] + shorter)


def _near(one: str, other: str) -> bool:
    """Whether two files stand in one folder, or the one in a folder beside the other."""
    first, second = (PurePosixPath(path).parent for path in (one, other))
    return first.is_relative_to(second) or second.is_relative_to(first)


def _overlap(parts: Sequence[Part]) -> bool:
    return any(count > 1 for count in Counter(form for part in parts for form in part.forms).values())


def _agree(main: Part, forms: Sequence[Part]) -> bool:
    """Whether most amounts that explanations state stand in forms."""
    if len(main.said) < FEWEST_SAID:
        return False
    held = sum(any(_holds(part.figures, amount) for part in forms) for amount in main.said)
    return held >= AGREEING * len(main.said)


def _holds(figures: Sequence[Decimal], amount: Interval) -> bool:
    at = bisect_left(figures, amount.low)
    return at < len(figures) and figures[at] <= amount.high


def _said(accounts: Accounts) -> Iterator[Interval]:
    for statement in accounts.measured(Measure.FINAL):
        amount = statement.amount
        if amount is not None and amount.is_money and amount.value and not statement.doubt:
            yield amount.into(YUAN).interval

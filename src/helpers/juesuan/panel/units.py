"""A department and the units whose accounts are in its own: form by form the sum of all is held against the whole.

The department's figures may leave out what its units paid each other (抵销), so a difference is a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Severity, of_fact, standing_in
from juesuan.compare import not_applicable, sums_to, unchecked
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.parts import same_body
from juesuan.panel.documents import Document
from juesuan.panel.ledger import Body, is_of, without_region
from juesuan.records import Fact

RULE, FAMILY, BASIS = "review-units-sum", "review", "部门决算公开表样：部门决算由本级和所属单位决算汇总"
HELD = (("03", "total", "支出"), ("05", "total", "一般公共预算财政拨款支出"))
TOTAL = "合计"
_CLASS = 3  # digits of a function class


@dataclass(frozen=True, slots=True)
class Family:
    """A department's accounts of one year with those of its own office and units; `missing` are not published."""

    department: Accounts
    members: tuple[Accounts, ...]
    missing: tuple[str, ...] = ()


class Families:
    """The bodies below each department, as a ledger names them."""

    def __init__(self, ledger: Sequence[Body]) -> None:
        self._below: dict[str, list[Body]] = defaultdict(list)
        for body in ledger:
            above = body.name if body.scope is Scope.OWN_OFFICE else body.parent
            if body.scope is not Scope.DEPARTMENT and above:
                self._below[without_region(above)].append(body)

    def of(self, known: Iterable[Document]) -> Iterator[Family]:
        """Each department that the ledger gives units, with those published for its year."""
        if not self._below:
            return
        published: dict[tuple[str, str], list[Document]] = defaultdict(list)
        for each in known:
            if each.kind is Kind.FINAL_ACCOUNTS and each.year:
                published[without_region(each.department), each.year].append(each)
        for (name, year), documents in sorted(published.items()):
            for department in (each for each in documents if each.scope is Scope.DEPARTMENT):
                below = [body for body in self._below.get(name, ()) if _is_below(body, department.department)]
                if below:
                    near = (each for body in below for each in published.get((without_region(body.name), year), ()))
                    yield _family(department, below, list(near))


def _is_below(body: Body, department: str) -> bool:
    return same_body(body.name if body.scope is Scope.OWN_OFFICE else body.parent, department)


def _family(department: Document, below: Sequence[Body], published: Sequence[Document]) -> Family:
    members, missing = [], []
    for body in below:
        found = [each.load() for each in published if is_of(body, each.department, each.scope)][:1]
        members += found
        missing += [] if found else [body.name if body.scope is Scope.UNIT else f"{body.name}（本级）"]
    return Family(department.load(), tuple(members), tuple(missing))


def checks(family: Family) -> Iterator[Check]:
    """The department's total and classes against the sums of its members."""
    for form, key, name in HELD:
        for check in _held(family, form, key, name):
            yield check.called(RULE, FAMILY, BASIS)


def _held(family: Family, form: str, key: str, name: str) -> Iterator[Check]:
    whole = family.department
    rows = [fact for fact in whole.column(form, key) if len(fact.code) == _CLASS or fact.item == TOTAL]
    if not rows:
        yield not_applicable(f"{name}与所属单位之和", f"部门没有公开{form}表")
    for fact in rows:
        subject = f"{whole.department}{whole.year}年{name}“{fact.item}”与所属单位之和"
        total = standing_in(whole.source, of_fact(fact, f"部门决算{name}“{fact.item}”"))
        if family.missing:
            yield unchecked(subject, f"没有公开：{'、'.join(family.missing)}", total)
        else:
            yield sums_to(total, list(_parts(family, form, key, fact)), subject, severity=Severity.REVIEW)


def _parts(family: Family, form: str, key: str, whole: Fact) -> Iterator[Figure]:
    """The same row of each member; one that does not have it spent nothing there."""
    for member in family.members:
        part = member.fact(form, whole.code or TOTAL, key)
        label = f"{member.department}{'（本级）' if member.scope is Scope.OWN_OFFICE else ''}"
        if part is not None:
            yield standing_in(member.source, of_fact(part, label))
        elif not member.lines(form):
            yield Figure(label, doubt=f"{label}没有公开{form}表")

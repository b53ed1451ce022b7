"""Family `wording`: expenses named as components must have been spent on, and belong where they are named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence, Outcome, Severity, of_fact
from juesuan.compare import finding, gather, not_applicable, passed, sums_to, unchecked
from juesuan.forms.classification import ECONOMIC, PERSONNEL, RUNNING, book
from juesuan.passages import Hit
from juesuan.records import Fact, Form, FormRow
from juesuan.rules.registry import rule

BASIS = "部门决算公开表样 06"
_LIST = re.compile(
    r"(?P<whole>人员经费|公用经费|机关运行经费)[^。；、\n]{0,60}?(?:主要)?(?:包括|用于)(?:开支)?：?(?P<names>[^。；\n：]+、[^。；\n：]+)"
)
_AMOUNT = re.compile(r"\d[\d，.]*[万亿]?元.*$")
_JOINED = re.compile(r"以及|[及和与]")
_ENDINGS = ("支出", "费用", "经费", "费")
_BASIC = ("basic", "general", "report.overall")
_COST = "operating_cost"
_CLASS = 3  # digits of an economic class
_GROUPS = {"人员经费": PERSONNEL, "公用经费": RUNNING}


@rule("listed-component", family="wording", basis=BASIS, zh="正文列为组成部分的支出在06表中有金额")
def listed_component(accounts: Accounts) -> Iterator[Check]:
    """An expense listed among the components of basic expenditure has an amount in form 06."""
    form, lists = accounts.form("06"), _lists(accounts)
    if form is None or not lists:
        yield not_applicable("所列组成部分", "没有06表，或正文没有列举组成部分")
        return
    table = _Table(accounts, form)
    for hit in lists:
        subject = f"{hit.match['whole']}所列组成部分"
        missing = [each for each in table.listed(hit) if table.is_nil(each)]
        uncertain = [each for each in missing if not table.is_certain(each)]
        surely = [each for each in missing if each not in uncertain]
        if surely:
            yield _unspent(table, hit, surely, subject)
        elif uncertain:
            yield unchecked(subject, f"06表“{uncertain[0].name}”的金额没有可靠地读出")
        else:
            yield passed(subject)


@rule("component-group", family="wording", basis=BASIS, zh="人员经费、公用经费所列组成部分属于该类经费")
def component_group(accounts: Accounts) -> Iterator[Check]:
    """What is listed among personnel or running costs is an account of that group."""
    form = accounts.form("06")
    lists = [hit for hit in _lists(accounts) if hit.match["whole"] in _GROUPS]
    if form is None or not lists:
        yield not_applicable("所列组成部分的归属", "没有06表，或正文没有列举组成部分")
        return
    table = _Table(accounts, form)
    for hit in lists:
        whole = hit.match["whole"]
        subject = f"{whole}所列组成部分的归属"
        others = [each for each in table.listed(hit) if each.code and not each.code.startswith(_GROUPS[whole])]
        if not others:
            yield passed(subject)
            continue
        names = "、".join(f"{each.name}（{each.code}）" for each in others)
        other = "公用经费" if whole == "人员经费" else "人员经费"
        yield finding(
            subject,
            f"正文把{names}列入{whole}，06表中属于{other}。",
            f"{names} stand among the components of {whole}, while form 06 has them in the other group.",
            [hit.evidence, *(evidence for each in others for evidence in table.evidence(each))],
            stated="、".join(each.name for each in others),
            expected=other,
            severity=Severity.NOTICE,
        )


@dataclass(frozen=True, slots=True)
class _Component:
    """An account named in a list; `row` is None where form 06 has no row for it."""

    code: str
    name: str
    row: FormRow | None


class _Table:
    """Form 06 by the names of its rows."""

    def __init__(self, accounts: Accounts, form: Form) -> None:
        self._rows: dict[str, list[FormRow]] = defaultdict(list)
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        for row in form.rows:
            self._rows[_stem(bare(row.item))].append(row)
        for fact in accounts.column("06", "final"):
            self._facts[bare(fact.item)].append(fact)
        codes = {row.code for row in form.rows}
        due = (each for each in book() if each.code in ECONOMIC and each.is_of(accounts.year))
        self._others = {bare(each.name): (each.code, each.name) for each in due if each.code not in codes}

    def listed(self, hit: Hit) -> Iterator[_Component]:
        """The accounts named in an enumeration without an amount of their own."""
        for piece in re.split(r"[、，]", hit.match["names"]):
            if _AMOUNT.search(piece):
                continue
            name = bare(piece.removesuffix("等"))
            found = self._component(name)
            yield from [found] if found else self._joined(name)

    def _joined(self, name: str) -> Iterator[_Component]:
        """Accounts named in one breath: 水费和电费, 公务用车运行维护费及购置费 (where one lacks its beginning)."""
        first, *rest = _JOINED.split(name)
        if not rest or (found := self._component(first)) is None:
            return
        yield found
        for other in rest:
            whole = next(
                (f"{first[:end]}{other}" for end in range(len(first)) if self._component(first[:end] + other)), ""
            )
            component = self._component(whole)
            if component is not None:
                yield component

    def _component(self, name: str) -> _Component | None:
        """The one account that a name means; None for names of no account, and of rows that are twice or in doubt."""
        rows = self._rows.get(_stem(name), [])
        if rows:
            row = rows[0]
            return _Component(row.code, row.item, row) if len(rows) == 1 and not row.doubt else None
        code, known = self._others.get(name, ("", ""))
        return _Component(code, known, None) if len(code) > _CLASS else None

    def facts(self, component: _Component) -> list[Fact]:
        return self._facts.get(bare(component.name), []) if component.row else []

    def is_nil(self, component: _Component) -> bool:
        facts = self.facts(component)
        return len(facts) < 2 and all(fact.amount.value == 0 for fact in facts)

    def is_certain(self, component: _Component) -> bool:
        """Whether nothing was spent beyond doubt: the class adds up, or is blank, without it."""
        if any(fact.doubt for fact in self.facts(component)):
            return False
        whole, parts = self._class(component)
        if not whole:
            return not any(part.amount.value for part in parts) and self._is_listed(component.code[:_CLASS])
        check = sums_to(of_fact(whole[0], whole[0].item), [of_fact(fact, fact.item) for fact in parts])
        return len(whole) == 1 and check.outcome in (Outcome.PASSED, Outcome.ROUNDING)

    def evidence(self, component: _Component) -> list[Evidence]:
        """The account's figure, or where it is blank the class that adds up without it."""
        facts = self.facts(component)
        if not facts:
            whole, parts = self._class(component)
            facts = [*whole, *parts]
        blank = (
            Evidence(f"{component.row.code} {component.row.item}", component.row.place, "06", component.code)
            if component.row
            else None
        )
        return [
            *([blank] if blank and not self.facts(component) else []),
            *gather(*(of_fact(fact, fact.item) for fact in facts)),
        ]

    def _class(self, component: _Component) -> tuple[list[Fact], list[Fact]]:
        group = [
            fact for facts in self._facts.values() for fact in facts if fact.code[:_CLASS] == component.code[:_CLASS]
        ]
        whole = [fact for fact in group if len(fact.code) == _CLASS]
        return whole, [fact for fact in group if len(fact.code) > _CLASS]

    def _is_listed(self, code: str) -> bool:
        return any(row.code == code and not row.doubt for rows in self._rows.values() for row in rows)


def _lists(accounts: Accounts) -> list[Hit]:
    return [hit for hit in accounts.prose.search(_LIST) if hit.passage.topic.startswith((*_BASIC, _COST))]


def _stem(name: str) -> str:
    """The name without what the prose may add or leave out at its end (印刷费支出, 印刷费)."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            name = name.removesuffix(ending)
    return name


def _unspent(table: _Table, lists: Hit, missing: list[_Component], subject: str) -> Check:
    names = "、".join(f"{each.name}（{each.code}）" for each in missing)
    evidence = [item for each in missing for item in table.evidence(each)]
    return finding(
        subject,
        f"正文把{names}列为{lists.match['whole']}的组成部分，06表中却没有支出。",
        f"Among the components of {lists.match['whole']} stand {names}, yet form 06 shows nothing spent on them.",
        list(dict.fromkeys([lists.evidence, *evidence])),
        stated="、".join(each.name for each in missing),
        expected="0.00",
        severity=Severity.NOTICE if lists.passage.topic == _COST else Severity.ERROR,
    )

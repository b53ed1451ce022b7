"""Family `wording`: expenses named as components must have been spent on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence, Outcome, Severity, of_fact
from juesuan.compare import finding, gather, not_applicable, passed, sums_to, unchecked
from juesuan.passages import Hit
from juesuan.records import Fact, Form, FormRow
from juesuan.rules.registry import rule

_LIST = re.compile(
    r"(?P<whole>人员经费|公用经费|机关运行经费)[^。；\n]{0,60}?(?:主要)?(?:包括|用于)(?:开支)?：?(?P<names>[^。；\n：]+、[^。；\n：]+)"
)
_AMOUNT = re.compile(r"\d[\d，.]*[万亿]?元.*$")
_ENDINGS = ("支出", "费用", "经费", "费")
_BASIC = ("basic", "general", "report.overall")
_COST = "operating_cost"


@rule(
    "listed-component",
    family="wording",
    basis="公开06表：一般公共预算财政拨款基本支出按经济分类列示",
    zh="正文列为组成部分的支出在06表中有金额",
)
def listed_component(accounts: Accounts) -> Iterator[Check]:
    """An expense listed among the components of basic expenditure has an amount in form 06."""
    form = accounts.form("06")
    lists = [hit for hit in accounts.prose.search(_LIST) if hit.passage.topic.startswith((*_BASIC, _COST))]
    if form is None or not lists:
        yield not_applicable("所列组成部分", "没有06表，或正文没有列举组成部分")
        return
    table = _Table(accounts, form)
    for hit in lists:
        subject = f"{hit.match['whole']}所列组成部分"
        rows = [row for name in _names(hit.match["names"]) if (row := table.row(name)) is not None]
        missing = [row for row in rows if table.is_nil(row)]
        uncertain = [row for row in missing if not table.is_certain(row)]
        if uncertain:
            yield unchecked(subject, f"06表“{uncertain[0].item}”的金额没有可靠地读出")
        elif missing:
            yield _unspent(table, hit, missing, subject)
        else:
            yield passed(subject)


class _Table:
    """Form 06 by the names of its rows."""

    def __init__(self, accounts: Accounts, form: Form) -> None:
        self._rows: dict[str, list[FormRow]] = defaultdict(list)
        self._stems: dict[str, list[FormRow]] = defaultdict(list)
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        for row in form.rows:
            self._rows[bare(row.item)].append(row)
            self._stems[_stem(bare(row.item))].append(row)
        for fact in accounts.column("06", "final"):
            self._facts[bare(fact.item)].append(fact)

    def row(self, name: str) -> FormRow | None:
        """The one row that a name means, None for names that are not in the form or in it twice."""
        rows = self._rows.get(name) or self._stems.get(_stem(name), [])
        return rows[0] if len(rows) == 1 and not rows[0].doubt else None

    def facts(self, row: FormRow) -> list[Fact]:
        return self._facts.get(bare(row.item), [])

    def is_nil(self, row: FormRow) -> bool:
        facts = self.facts(row)
        return len(facts) < 2 and all(fact.amount.value == 0 for fact in facts)

    def is_certain(self, row: FormRow) -> bool:
        """Whether a row is nil beyond doubt: it shows a zero, or it is blank and its class adds up without it."""
        facts = self.facts(row)
        if facts:
            return not facts[0].doubt
        group = [fact for facts in self._facts.values() for fact in facts if fact.code.startswith(row.code[:3])]
        whole = [fact for fact in group if fact.code == row.code[:3]]
        parts = [of_fact(fact, fact.item) for fact in group if len(fact.code) == len(row.code)]
        if len(whole) != 1 or len(row.code) <= len(whole[0].code):
            return False
        check = sums_to(of_fact(whole[0], whole[0].item), parts)
        return check.outcome in (Outcome.PASSED, Outcome.ROUNDING)


def _names(listed: str) -> Iterator[str]:
    """The names in an enumeration that come without an amount of their own."""
    for piece in re.split(r"[、，]|以及", listed):
        if not _AMOUNT.search(piece):
            yield bare(piece.removesuffix("等"))


def _stem(name: str) -> str:
    """The name without what the prose may add or leave out at its end (印刷费支出, 印刷费)."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            name = name.removesuffix(ending)
    return name


def _unspent(table: _Table, lists: Hit, missing: list[FormRow], subject: str) -> Check:
    names = "、".join(row.item for row in missing)
    rows = [_evidence(table, row) for row in missing]
    return finding(
        subject,
        f"正文把{names}列为{lists.match['whole']}的组成部分，06表中却没有支出。",
        f"{names} are listed among the components of {lists.match['whole']}, yet form 06 shows nothing spent on them.",
        [lists.evidence, *rows],
        stated=names,
        expected="0.00",
        severity=Severity.NOTICE if lists.passage.topic == _COST else Severity.ERROR,
    )


def _evidence(table: _Table, row: FormRow) -> Evidence:
    facts = table.facts(row)
    if facts:
        return gather(of_fact(facts[0], row.item))[0]
    return Evidence(f"{row.code} {row.item}", row.place, "06", row.code)

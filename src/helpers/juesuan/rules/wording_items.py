"""Family `wording`: accounts named in the prose against the forms, and what they are said to be for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.accounts import Accounts, bare
from juesuan.amounts import TEN_THOUSAND, parse_amount
from juesuan.checks import Check, Evidence, of_fact
from juesuan.compare import finding, gather, not_applicable, passed, rounded, unchecked
from juesuan.passages import Passage
from juesuan.records import Form, FormRow
from juesuan.rules.linking import LEVELS, alike, parents_agree, rows_named, same_name
from juesuan.rules.registry import rule
from juesuan.rules.wording_codes import is_former_class

BASIS = "《政府收支分类科目》：类、款、项的名称"
_NAME = r"[\u4e00-\u9fff（）、“”]"
_ITEM = re.compile(
    rf"(?:(?P<group>{_NAME}{{2,40}}?)（类）)?(?P<section>{_NAME}{{2,40}}?)（款）(?P<item>{_NAME}{{2,40}}?)（项）"
    rf"[。，：；]?(?:(?:主要)?用于：?(?P<purpose>[^。\n]{{2,80}}))?"
)
_FINAL = re.compile(r"支出决算(?:数)?[为是]?(\d[\d，]*(?:\.\d+)?)万元")
_WORDS = re.compile(r"住房公积金|购房补贴|提租补贴|职业年金|养老|医疗|抚恤|失业|工伤|生育|离退休")
_FORMS = ("05", "03", "02")


@dataclass(frozen=True, slots=True)
class Mention:
    """An item named by 款 and 项 in the prose; its 类 is "" where only a heading above names it."""

    names: tuple[str, str, str]
    purpose: str
    final: str
    passage: Passage
    start: int
    end: int

    @property
    def path(self) -> str:
        return "/".join(name for name in self.names if name)

    @property
    def evidence(self) -> Evidence:
        return self.passage.evidence(self.start, self.end)


@rule("account-names", family="wording", basis=BASIS, zh="正文所列类、款、项名称与表中科目名称一致")
def account_names(accounts: Accounts) -> Iterator[Check]:
    """Accounts named by class, section and item are called as the forms call them."""
    mentions = list(_mentions(accounts))
    form = next((found for found in map(accounts.form, _FORMS) if found is not None), None)
    if not mentions or form is None:
        yield not_applicable("科目名称", "正文没有按类、款、项列出科目，或没有支出决算表")
        return
    for mention in mentions:
        yield _named_as_in(accounts, form, mention)


@rule("item-purpose", family="wording", basis=BASIS, zh="各科目的用途与科目相符")
def item_purpose(accounts: Accounts) -> Iterator[Check]:
    """What an item is said to pay for belongs to it and was not copied from another."""
    mentions = [mention for mention in _mentions(accounts) if mention.purpose]
    if not mentions:
        yield not_applicable("科目用途", "正文没有说明各科目的用途")
    for mention in mentions:
        subject = f"科目用途：{mention.path}"
        source = _copied_from(mention, mentions)
        if source is None:
            yield passed(subject)
            continue
        yield finding(
            subject,
            f"“{mention.names[2]}”的用途写作“{mention.purpose}”，那是“{source.names[2]}”的用途。",
            f"“{mention.names[2]}” is said to pay for “{mention.purpose}”, which belongs to “{source.names[2]}”.",
            [mention.evidence, source.evidence],
            stated=mention.purpose,
            expected=mention.names[2],
        )


def _copied_from(mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The item whose purpose is said of this one: of another class, or in the same words."""
    own, said = set(_WORDS.findall(mention.names[2])), set(_WORDS.findall(mention.purpose))
    if not own or not said or said & own:
        return None
    meant = [other for other in mentions if said & set(_WORDS.findall(other.names[2]))]
    same = [other for other in meant if other.purpose == mention.purpose]
    of_another_class = [
        other for other in meant if other.names[0] and mention.names[0] and other.names[0] != mention.names[0]
    ]
    return next(iter((*same, *of_another_class)), None)


def _mentions(accounts: Accounts) -> Iterator[Mention]:
    for passage in accounts.prose:
        if not passage.topic.startswith("general"):
            continue
        final = _FINAL.search(passage.dense)
        amount = final[1].replace("，", "") if final else ""
        for match in _ITEM.finditer(passage.dense):
            names = (bare(match["group"] or ""), bare(match["section"]), bare(match["item"]))
            end = max(match.end(), final.end() if final else 0)
            yield Mention(names, match["purpose"] or "", amount, passage, match.start(), end)


def _named_as_in(accounts: Accounts, form: Form, mention: Mention) -> Check:
    subject = f"科目名称：{mention.path}"
    names = {row.code: row for row in form.rows if row.code and row.item and not row.doubt}
    items = [row for code, row in names.items() if len(code) == 7]
    rows = [row for row in items if same_name(row.item, mention.names[2])]
    if any(parents_agree(form, row, mention.names) for row in rows):
        return passed(subject)
    if not rows and _is_listed(accounts, mention):
        return unchecked(subject, "这一科目在表中，但没有可靠地读出")
    if len(rows) != 1:
        rows = _of_amount(accounts, form, rows or _near(form, items, mention), mention)
    if len(rows) != 1 or rows[0].code[:3] not in names or rows[0].code[:5] not in names:
        return unchecked(subject, f"公开{form.number}表中找不到这一科目")
    return _misnamed(accounts, form, names, rows[0], mention, subject)


def _misnamed(
    accounts: Accounts, form: Form, names: dict[str, FormRow], row: FormRow, mention: Mention, subject: str
) -> Check:
    path = [names[row.code[:length]] for length in LEVELS]
    wrong = [
        (said, right, level)
        for said, right, level in zip(mention.names, path, LEVELS.values(), strict=True)
        if said and not same_name(right.item, said) and not is_former_class(said, accounts.year)  # told by its own rule
    ]
    if not wrong:
        return passed(subject)
    zh = "；".join(f"正文的{level}名为“{said}”，表中为“{right.item}”（{right.code}）" for said, right, level in wrong)
    en = "; ".join(f"the prose says “{said}”, the form “{right.item}” ({right.code})" for said, right, _ in wrong)
    return finding(
        subject,
        f"{zh}。",
        f"{en[:1].upper()}{en[1:]}.",
        [mention.evidence, *(_row_evidence(accounts, form, right) for _, right, _ in wrong)],
        stated="、".join(said for said, _, _ in wrong),
        expected="、".join(right.item for _, right, _ in wrong),
    )


def _is_listed(accounts: Accounts, mention: Mention) -> bool:
    """Whether an item of this name stands in any form, however uncertain its row."""
    forms = (found for found in map(accounts.form, _FORMS) if found is not None)
    return any(rows_named(form, mention.names) for form in forms)


def _near(form: Form, items: Sequence[FormRow], mention: Mention) -> list[FormRow]:
    """The rows that a name can be a slip for: under a section or class of the names above, or much alike."""
    return [
        row
        for row in items
        if alike(row.item, mention.names[2])
        or any(
            same_name(parent.item, said) for parent, said in zip(_above(form, row), mention.names, strict=False) if said
        )
    ]


def _above(form: Form, row: FormRow) -> list[FormRow]:
    parents = {each.code: each for each in form.rows}
    return [parents[row.code[:length]] for length in (3, 5) if row.code[:length] in parents]


def _of_amount(accounts: Accounts, form: Form, items: Sequence[FormRow], mention: Mention) -> list[FormRow]:
    """The rows whose total is the final figure said in the mention's paragraph; of the very same first."""
    if not mention.final:
        return []
    said = parse_amount(mention.final, TEN_THOUSAND)
    totals = [(row, fact) for row in items if (fact := accounts.fact(form.number, row.code, "total")) is not None]
    shown = [(row, fact.amount.into(TEN_THOUSAND)) for row, fact in totals]
    if said is None:
        return []
    exact = [row for row, amount in shown if rounded(amount.value, said) == said.value]
    return exact or [row for row, amount in shown if amount.interval.meets(said.interval)]


def _row_evidence(accounts: Accounts, form: Form, row: FormRow) -> Evidence:
    fact = accounts.fact(form.number, row.code, "total")
    if fact is not None:
        return gather(of_fact(fact, row.item))[0]
    return Evidence(f"{row.code} {row.item}", row.place, form.number, row.code)

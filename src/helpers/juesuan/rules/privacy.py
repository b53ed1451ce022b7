"""Family `privacy`: what the document publishes of natural persons, reported masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, passed
from juesuan.privacy import Personal, PersonalDatum
from juesuan.rules.registry import rule

BASIS = "《个人信息保护法》；《政府信息公开条例》第十五条：涉及个人隐私的信息不得公开"


@rule("personal-numbers", family="privacy", basis=BASIS, zh="不公布自然人的手机号码和证件号码")
def personal_numbers(accounts: Accounts) -> Iterator[Check]:
    """No mobile, identity or passport number of a natural person is published."""
    numbers = (Personal.MOBILE, Personal.IDENTITY, Personal.PASSPORT)
    yield from _published(accounts, numbers, "手机号码或证件号码", Severity.ERROR)


@rule("bank-accounts", family="privacy", basis=BASIS, zh="不公布个人的银行账号")
def bank_accounts(accounts: Accounts) -> Iterator[Check]:
    """No bank account is published whose holder is not told to be a body: a notice, since it may be one's."""
    yield from _published(accounts, (Personal.ACCOUNT,), "银行账号", Severity.NOTICE)


@rule("form-fillers", family="privacy", basis=BASIS, zh="不公布经办人员的姓名和电话")
def form_fillers(accounts: Accounts) -> Iterator[Check]:
    """No name and no telephone of a form-filler is published."""
    yield from _published(accounts, (Personal.NAME, Personal.LANDLINE), "经办人员姓名或电话", Severity.NOTICE)


@rule("licence-plates", family="privacy", basis=BASIS, zh="不公布车牌号码")
def licence_plates(accounts: Accounts) -> Iterator[Check]:
    """No licence plate is published."""
    yield from _published(accounts, (Personal.PLATE,), "车牌号码", Severity.NOTICE)


def _published(accounts: Accounts, kinds: Sequence[Personal], name: str, severity: Severity) -> Iterator[Check]:
    """One finding a line of a text or page of a PDF on which such data stands."""
    rows: dict[tuple[object, ...], list[PersonalDatum]] = {}
    for datum in accounts.personal:
        if datum.kind in kinds:
            rows.setdefault((datum.place.leaf, datum.place.file, datum.place.line), []).append(datum)
    if not rows:
        yield passed(name)
    for data in rows.values():
        shown = "、".join(datum.masked for datum in data)
        yield finding(
            f"{name}：{shown}",
            f"公布了{name}：{shown}。",
            f"Personal data is published: {shown}.",
            list(dict.fromkeys(Evidence(datum.quote, datum.place) for datum in data)),
            stated=shown,
            expected="删去或遮盖",
            severity=severity,
        )

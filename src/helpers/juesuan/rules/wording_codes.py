"""Family `wording`: codes and names of accounts as the code book has them in the year of the accounts.

What the book holds for certain is claimed, nothing else: a name cut short, other marks, a code of a section
that is not listed whole are never a finding. Many odd rows in one form tell of how it was read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.forms.classification import Account, alike, book, ending_is_common, function_class, name_key
from juesuan.forms.classification.book import CLASS, ITEM, SECTION, parent_of
from juesuan.records import Form, FormRow
from juesuan.rules.registry import rule

BASIS = "《政府收支分类科目》（财政部按年度印发）"
FORMS = ("01", "02", "03", "04", "05", "06", "07", "08", "10")
BY_NAME = ("01", "04")  # forms that list function classes by name alone
FEW = 2  # odd rows of one form: more tell of how it was read
_OTHER = "其他"
_ACCOUNT = 5  # digits of an economic account
_WHOLE = {"2": (CLASS, SECTION, ITEM), "3": (CLASS, _ACCOUNT)}  # lengths of whole codes by first digit
_ECONOMIC_FORMS = ("06", "10")

Odd = Callable[[str, str, str], str]  # code, name, year → what should stand there, "" where nothing is odd


@rule("account-of-another", family="wording", basis=BASIS, zh="科目代码与科目名称相符，不是另一科目的名称")
def account_of_another(accounts: Accounts) -> Iterator[Check]:
    """The name beside a code is not that of another account."""
    yield from _judged(accounts, "科目代码与名称", _foreign, _say_foreign)


@rule("account-of-the-year", family="wording", basis=BASIS, zh="科目代码在决算年度的科目中存在")
def account_of_the_year(accounts: Accounts) -> Iterator[Check]:
    """A code exists in the classification of the year, wherever the code book lists its section whole."""
    yield from _judged(accounts, "科目代码", _absent, _say_absent)


@rule("account-renamed", family="wording", basis=BASIS, zh="科目名称是决算年度的名称")
def account_renamed(accounts: Accounts) -> Iterator[Check]:
    """An account is called by the name that it has in the year, in forms and prose."""
    yield from _judged(accounts, "科目名称的年度", _former, _say_former)
    rows = list(_rows(accounts))
    for former in _former_classes(accounts.year):
        name, code = former.name, former.code
        now = book().account(code, accounts.year)
        said = accounts.prose.search(re.compile(re.escape(name)))
        hits = [hit for hit in said if f"{former.last}年" not in hit.evidence.quote]
        if hits and now:
            in_forms = any(row.code == code and _is_name_in(code, row.item, accounts.year) for _, row in rows)
            yield finding(
                f"科目名称的年度：{name}",
                f"正文使用旧的类级科目名称“{name}”，{accounts.year}年为“{now.name}”（{code}）。",
                f"The prose uses the former class name “{name}”; in {accounts.year} it is “{now.name}” ({code}).",
                [hit.evidence for hit in hits],
                stated=name,
                expected=now.name,
                severity=Severity.ERROR if in_forms else Severity.NOTICE,
            )


def is_of_another(code: str, name: str, year: str) -> bool:
    """Whether a name is exactly that of another account than the code's."""
    return bool(_foreign(code, name, year))


def is_former_name(code: str, name: str, year: str) -> bool:
    """Whether a name is one that a code bore before or after a year, and not in it."""
    return bool(_former(code, name, year))


def is_former_class(name: str, year: str) -> bool:
    """Whether a name is one that a function class bore before a year and no account bears in it."""
    return any(name_key(each.name) == name_key(name) for each in _former_classes(year))


def _judged(accounts: Accounts, subject: str, odd: Odd, say: Callable[..., tuple[str, str]]) -> Iterator[Check]:
    """One check for each code that is odd; `passed` where none is."""
    rows = list(_rows(accounts))
    if not rows:
        yield not_applicable(subject, "没有列出科目代码的决算表")
        return
    found: dict[tuple[str, str, str], list[tuple[Form, FormRow]]] = {}
    for form, row in rows:
        if expected := odd(row.code, row.item, accounts.year):
            found.setdefault((row.code, row.item, expected), []).append((form, row))
    many = Counter(form.number for places in found.values() for form, _ in places)
    if not found:
        yield passed(subject)
    for (code, name, expected), places in found.items():
        numbers = [form.number for form, _ in places]
        if all(many[number] > FEW for number in numbers):
            yield unchecked(f"{subject}：{code} {name}", "一张表中多个科目与科目分类不符，可能是读取所致")
            continue
        told = _told_rightly(rows, code, numbers, accounts.year)
        zh, en = say(code, name, expected, "、".join(numbers), accounts.year)
        yield finding(
            f"{subject}：{code} {name}",
            zh,
            en,
            [Evidence(f"{row.code} {row.item}", row.place, form.number, row.code) for form, row in places],
            stated=f"{code} {name}",
            expected=expected,
            severity=Severity.ERROR if told > 1 else Severity.NOTICE,
        )


def _told_rightly(rows: Sequence[tuple[Form, FormRow]], code: str, numbers: Sequence[str], year: str) -> int:
    """How many other forms call a code by its name of the year, where one form alone calls it otherwise."""
    others = {form.number for form, row in rows if row.code == code and _is_name_in(code, row.item, year)}
    return len(others - set(numbers)) if len(numbers) == 1 else 0


def _is_name_in(code: str, name: str, year: str) -> bool:
    return any(name_key(each.name) == name_key(name) for each in book().names(code) if each.is_of(year))


def _rows(accounts: Accounts) -> Iterator[tuple[Form, FormRow]]:
    """The rows with a whole code and a name that were read with certainty, none of a code that stands twice."""
    for form in accounts.forms:
        rows = form.rows if form.number in FORMS else ()
        if form.number in BY_NAME:
            rows = tuple(replace(row, code=function_class(row.item)) for row in rows)
        counted = Counter(row.code for row in rows)
        for row in rows:
            if row.item and not row.doubt and _is_whole(row, form.number) and _is_once(row, counted):
                yield form, row


def _is_whole(row: FormRow, form: str) -> bool:
    """Whether a code has the digits of an account; of an economic one in a form of these, whatever its first."""
    return len(row.code) in _WHOLE.get(row.code[:1], ()) or (form in _ECONOMIC_FORMS and len(row.code) == _ACCOUNT)


def _is_once(row: FormRow, counted: Counter[str]) -> bool:
    """Whether a code stands once, or twice where the name of one is that of an account that the form lacks."""
    if counted[row.code] == 1:
        return True
    bearers = _economic_bearers(row.item)
    return counted[row.code] == 2 and len(bearers) == 1 and not counted[bearers[0].code]


def _economic_bearers(name: str) -> list[Account]:
    named = _by_name().get(name_key(name), ())
    return [each for each in named if each.code[0] == "3" and len(each.code) == _ACCOUNT]


def _foreign(code: str, name: str, year: str) -> str:
    own = book().names(code)
    key = name_key(name)
    if not own or not all(account.is_sure for account in own) or any(_is_like(name_key(a.name), key) for a in own):
        return ""
    now = book().account(code, year)
    return f"{code} {now.name}" if now and _bearers(code, name) else ""


def _is_like(known: str, key: str) -> bool:
    """Whether a name may be meant for another: alike, or both for what is left over (其他…)."""
    return alike(known, key) or (known.startswith(_OTHER) and key.startswith(_OTHER))


def _say_foreign(code: str, name: str, expected: str, forms: str, year: str) -> tuple[str, str]:
    own, other = expected.partition(" ")[2], _nearest(code, name)
    return (
        f"公开{forms}表“{code}”的科目名称为“{name}”，按科目分类{code}是“{own}”，“{name}”是{other}。",
        f"Form {forms} calls {code} “{name}”; it is “{own}”, “{name}” is {other}.",
    )


def _nearest(code: str, name: str) -> str:
    """The code that bears a name, the one that shares most digits where several do."""
    return max((each.code for each in _bearers(code, name)), key=lambda other: (_shared(code, other), other))


def _bearers(code: str, name: str) -> list[Account]:
    """The accounts of a code's kind and level that bear a name."""
    named = _by_name().get(name_key(name), ())
    return [each for each in named if each.code[0] == code[0] and len(each.code) == len(code)]


def _shared(code: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(code, other, strict=True)) if a != b), len(code))


def _absent(code: str, name: str, year: str) -> str:
    """The reason why a year has no such code, or the code that its name bears; "" where it has or may have it."""
    if not year:
        return ""
    own = book().names(code)
    if not own and len(code) == _ACCOUNT and (bearers := _economic_bearers(name)):
        return "、".join(dict.fromkeys(each.code for each in bearers))
    if own:
        gone = all(account.is_sure and not account.is_of(year) for account in own)
        return f"{_span(own)}的科目" if gone and not _kept(code, name, year) else ""
    parent = parent_of(code) or code[:0]
    if not parent:
        return "" if code[0] == "3" else "支出功能分类的类级科目"
    if book().is_complete(parent, year) and not ending_is_common(code):
        return f"{parent}之下的科目"
    return ""


def _kept(code: str, name: str, year: str) -> bool:
    """Whether a code of other years stands under a section of such years too, which says it once for all."""
    parent = parent_of(code)
    return bool(parent) and bool(_absent(parent, name, year))


def _span(own: tuple[Account, ...]) -> str:
    first, last = own[0].first, own[-1].last
    if first and last:
        return f"{first}—{last}年"
    return f"{first}年起" if first else f"{last}年及以前" if last else "其他年度"


def _say_absent(code: str, name: str, expected: str, forms: str, year: str) -> tuple[str, str]:
    if book().names(code):
        return (
            f"公开{forms}表列有“{code} {name}”，它是{expected}，{year}年没有这一科目。",
            f"The list of form {forms} has {code} “{name}”, which the classification of {year} does not have.",
        )
    if expected.replace("、", "").isdigit():
        return (
            f"公开{forms}表列有“{code} {name}”，科目分类没有这一代码，“{name}”的代码是{expected}。",
            f"The list of form {forms} has {code} “{name}”; there is no such code, that of “{name}” is {expected}.",
        )
    return (
        f"公开{forms}表列有“{code} {name}”，{year}年的科目分类没有这一代码（{expected}中查无此码）。",
        f"The list of form {forms} has {code} “{name}”; the classification of {year} has no such code.",
    )


def _former(code: str, name: str, year: str) -> str:
    """The name of the year where another of the code's own names is printed, "" elsewhere."""
    own = book().names(code)
    if not year or len(own) < 2 or not all(account.is_sure for account in own):
        return ""
    now, key = book().account(code, year), name_key(name)
    due = [name_key(account.name) for account in own if account.is_of(year)]
    if now is None or any(alike(known, key) or known.endswith(key) for known in due):
        return ""
    return now.name if any(name_key(account.name) == key for account in own) else ""


def _say_former(code: str, name: str, expected: str, forms: str, year: str) -> tuple[str, str]:
    return (
        f"公开{forms}表“{code}”的科目名称为“{name}”，{year}年的名称是“{expected}”。",
        f"Form {forms} calls {code} “{name}”; in {year} its name is “{expected}”.",
    )


def _former_classes(year: str) -> Iterator[Account]:
    """Function classes by names that they bore before a year and no account bears in it."""
    due = {name_key(account.name) for account in book() if account.is_of(year)}
    for account in book() if year else ():
        ended = account.last and account.last < year
        if len(account.code) == CLASS and account.code[0] == "2" and ended and name_key(account.name) not in due:
            yield account


@cache
def _by_name() -> dict[str, list[Account]]:
    """The rows of the book by name."""
    found: dict[str, list[Account]] = {}
    for account in book():
        if account.is_sure:
            found.setdefault(name_key(account.name), []).append(account)
    return found

"""Family `wording`: function classes named in prose, and accounts named alike in all forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence, of_fact
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.forms.classification import ECONOMIC, function_class
from juesuan.records import Fact, FormRow, Measure, Statement
from juesuan.rules.linking import alike, row_named
from juesuan.rules.prose import ASIDE, is_known_account
from juesuan.rules.registry import rule
from juesuan.rules.wording_codes import is_former_name, is_of_another
from juesuan.rules.wording_items import BASIS

CLASSES = ("general", "general.structure", "general.items")
ECONOMIC_SECTIONS = ("basic", "operating_cost")
FORMS = ("02", "03", "05", "06", "10")
FEW = 2  # names of a form that differ from the others': more tell of how the form was read
CODE_OF_A_CLASS, CODE_OF_AN_ACCOUNT = 3, 5
SHORTEST = 4  # characters, below which a name cut off in its cell cannot be told from another


@rule("class-names", family="wording", basis=BASIS, zh="正文所列支出类别的名称与05表一致")
def class_names(accounts: Accounts) -> Iterator[Check]:
    """A function class in the prose whose amount is that of one class of form 05 is called as there."""
    classes = _classes(accounts)
    said = [each for each in accounts.measured(Measure.FINAL) if _is_named(each, CLASSES)]
    if not classes or not said:
        yield not_applicable("支出类别名称", "正文没有按类列出支出，或没有05表")
        return
    named = {(each.topic, bare(each.subject)) for each in said}
    for each in said:
        subject = f"支出类别名称：{each.subject}"
        meant = _meant(each, classes)
        other = bool(function_class(each.subject))  # form 01 lists the classes that the body has nothing of, too
        listed = row_named(accounts, "05", each.subject) is not None
        known = listed or (not other and is_known_account(accounts, each.subject))
        former = meant is not None and is_former_name(meant.code, each.subject, accounts.year)  # told by its own rule
        said_too = meant is not None and (each.topic, bare(meant.item)) in named
        if known or former or meant is None or said_too or not (other or alike(each.subject, meant.item)):
            yield passed(subject)
        else:
            yield _misnamed(subject, each, meant)


@rule("economic-names", family="wording", basis=BASIS, zh="正文所列经济科目的名称与06表一致")
def economic_names(accounts: Accounts) -> Iterator[Check]:
    """An economic account in the prose whose name is one character off a row of its amount is called as there."""
    rows = [fact for fact in accounts.column("06", "final") if len(fact.code) == CODE_OF_AN_ACCOUNT]
    said = [each for each in accounts.measured(Measure.FINAL) if _is_named(each, ECONOMIC_SECTIONS)]
    if not rows or not said:
        yield not_applicable("经济科目名称", "正文没有列出经济科目的金额，或没有06表")
    for each in said if rows else ():
        subject = f"经济科目名称：{each.subject}"
        meant = _meant(each, [fact for fact in rows if _one_letter(bare(each.subject), bare(fact.item))])
        if meant is None or row_named(accounts, "06", each.subject) is not None:
            yield passed(subject)
        else:
            yield _misnamed(subject, each, meant)


@rule("form-account-names", family="wording", basis=BASIS, zh="同一科目代码在各表中的科目名称一致")
def form_account_names(accounts: Accounts) -> Iterator[Check]:
    """An account of one code is called by one name in all forms."""
    subject = "各表科目名称"
    shared = {code: found for code, found in _rows_by_code(accounts).items() if len(found) > 1}
    if not shared:
        yield not_applicable(subject, "没有两张表列有同一科目")
        return
    slips = list(_slips(accounts, shared))
    several = Counter(form for form, *_ in slips)
    if not slips:
        yield passed(subject)
    for form, row, usual in slips:
        if several[form] > FEW:
            yield unchecked(f"{subject}：公开{form}表", "多个科目名称与他表不同，可能是读取所致")
        else:
            yield _odd(accounts, form, row, shared[row.code], usual)


def _one_letter(a: str, b: str) -> bool:
    """Whether two names of one length differ in one character."""
    return len(a) == len(b) >= SHORTEST and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _is_named(statement: Statement, topics: tuple[str, ...]) -> bool:
    return (
        statement.topic in topics
        and statement.role not in ASIDE
        and statement.amount is not None
        and statement.amount.value > 0
        and not statement.inferred
        and "/" not in statement.subject
    )


def _classes(accounts: Accounts) -> list[Fact]:
    return [fact for fact in accounts.column("05", "total") if len(fact.code) == CODE_OF_A_CLASS and fact.amount.value]


def _meant(statement: Statement, classes: list[Fact]) -> Fact | None:
    """The one row whose figure is the amount said."""
    assert statement.amount is not None
    said = statement.amount
    same = [fact for fact in classes if said.is_money and fact.amount.into(said.unit).interval.meets(said.interval)]
    return same[0] if len(same) == 1 else None


def _misnamed(subject: str, statement: Statement, meant: Fact) -> Check:
    return finding(
        subject,
        f"正文的科目名称为“{statement.subject}”，{meant.form}表中为“{meant.item}”（{meant.code}）。",
        f"The prose says “{statement.subject}”, form {meant.form} “{meant.item}” ({meant.code}).",
        [Evidence(statement.quote, statement.place), *gather(of_fact(meant, meant.item))],
        stated=statement.subject,
        expected=meant.item,
    )


def _rows_by_code(accounts: Accounts) -> dict[str, list[tuple[str, FormRow]]]:
    """The rows of all forms by code, without codes that a form has twice and rows that are in doubt."""
    rows: dict[str, list[tuple[str, FormRow]]] = {}
    for number in FORMS:
        form = accounts.form(number)
        counted = Counter(row.code for row in form.rows) if form else Counter()
        for row in form.rows if form else ():
            if row.code and row.item and not row.doubt and counted[row.code] == 1:
                rows.setdefault(row.code, []).append((number, row))
    return rows


def _slips(accounts: Accounts, shared: dict[str, list[tuple[str, FormRow]]]) -> Iterator[tuple[str, FormRow, str]]:
    """Rows that another name has in most forms, with that name.

    A row with the name of another account tells of rows that slipped in reading, or is told as that by its code.
    """
    codes: dict[str, set[str]] = {}
    for code, name in (*ECONOMIC.items(), *((row.code, row.item) for form in accounts.forms for row in form.rows)):
        codes.setdefault(bare(name), set()).add(code)
    for code, found in shared.items():
        names = Counter(bare(row.item) for _, row in found)
        if code in ECONOMIC:
            names[bare(ECONOMIC[code])] += 1
        (usual, most), *_ = names.most_common(1)
        for form, row in found if most > 1 else ():
            foreign = codes[bare(row.item)] != {code} or is_of_another(code, row.item, accounts.year)
            if not _same(bare(row.item), usual) and (alike(row.item, usual) or not foreign):
                yield form, row, usual


def _same(name: str, usual: str) -> bool:
    """Whether a name is the usual one; a label may be cut off at an edge of its cell, or have taken more in."""
    cut = min(len(name), len(usual)) >= SHORTEST or len(name) - len(usual) >= SHORTEST
    return usual in (name, name[1:]) or (
        cut and (usual.startswith(name) or usual.endswith(name) or name.startswith(usual))
    )


def _odd(accounts: Accounts, number: str, row: FormRow, found: list[tuple[str, FormRow]], usual: str) -> Check:
    other = next((each for each in found if bare(each[1].item) == usual), None)
    evidence = [_evidence(accounts, number, row)] + ([_evidence(accounts, *other)] if other else [])
    return finding(
        f"科目名称：{row.code} {row.item}",
        f"公开{number}表“{row.code}”的科目名称为“{row.item}”，他处为“{usual}”。",
        f"Form {number} calls {row.code} “{row.item}”; elsewhere it is “{usual}”.",
        evidence,
        stated=row.item,
        expected=usual,
    )


def _evidence(accounts: Accounts, number: str, row: FormRow) -> Evidence:
    fact = next((fact for fact in accounts.column(number, "total") if fact.code == row.code), None)
    if fact is not None:
        return gather(of_fact(fact, row.item))[0]
    return Evidence(f"{row.code} {row.item}", row.place, number, row.code)

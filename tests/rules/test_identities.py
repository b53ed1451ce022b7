"""The table of identities: each row of it tried on made forms, at and beyond the limit of rounding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan.accounts import Accounts
from juesuan.amounts import Amount
from juesuan.checks import Check, Outcome
from juesuan.document import Place
from juesuan.examples.form_set import form_set
from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.statutory import BY_NUMBER
from juesuan.identities import NotAnIdentity, claims, load, row_holds, row_identities, shown
from juesuan.identities.conditions import conditions, holds
from juesuan.identities.evaluate import PLACED, evaluate
from juesuan.identities.language import BELOW, EVERY, PARTS, Cells, parse
from juesuan.identities.selection import OPENING, Tables
from juesuan.identities.table import Identity, row_name
from juesuan.reading import read_text
from juesuan.records import Fact, Form, FormRow
from juesuan.rules import registry, run
from juesuan.rules.identities import register

IDENTITIES = [identity for claim in claims() for identity in claim.identities]
SPLIT = ("01", "04", "51", "54")
ECONOMIC = {number for number, form in BY_NUMBER.items() if number == "10" or form.layout is Layout.ECONOMIC}
# a label for the names of rows that are patterns
LABELS = {
    "使用结余": "使用非财政拨款结余",
    "各预算": "一般公共预算财政拨款",
    "基金和国资": "政府性基金预算财政拨款",
    "收入各项": "事业收入",
    "支出各类": "教育支出",
    "结余和年初结转": "使用非财政拨款结余",
    "结余分配和年末结转": "结余分配",
    "采购合计": "政府采购支出合计",
    "货物": "政府采购货物支出",
    "工程": "政府采购工程支出",
    "服务": "政府采购服务支出",
    "中小企业": "授予中小企业合同金额",
    "小微企业": "授予小微企业合同金额",
    "三公": "",
    "收入细项": "事业收入",
    "各预算资金": "一般公共预算资金",
}
PART = Decimal("7.00")
STEP = Decimal("0.01")


def each(*, relation: str = "") -> list[object]:
    return [
        pytest.param(identity, id=identity.name)
        for identity in IDENTITIES
        if not relation or identity.equation.relation == relation
    ]


def row_of(term: Cells) -> tuple[str, str]:
    """Code and label of a row that answers to a term."""
    economic = term.form in ECONOMIC
    if term.row == BELOW:
        return ("30101", "款") if economic else ("20101", "款")
    if term.row == EVERY:
        return ("", "一般公共服务支出") if term.form in SPLIT else ("301" if economic else "201", "类")
    label = LABELS.get(term.row) or row_name(term.row).labels[0] if term.row != "三公" else ""
    return (label, "科目") if label.isdigit() else ("", label)


def key_of(term: Cells) -> str:
    if term.key.endswith(PARTS):
        return next(key for key in BY_NUMBER[term.form].keys if key.startswith(term.key.removesuffix(EVERY)))
    return term.key if term.key != EVERY else BY_NUMBER[term.form].measure if term.form in ECONOMIC else "total"


def made(figures: Mapping[Cells, Decimal | None], placed_by: str = "") -> Tables:
    """A department whose forms show these figures and no others; None for a blank."""
    facts: list[Fact] = []
    rows: dict[str, dict[tuple[str, str], int]] = {}
    for term, value in figures.items():
        code, item = row_of(term)
        number = rows.setdefault(term.form, {}).setdefault((code, item), len(rows[term.form]) + 1)
        if value is not None:
            amount = Amount(value, "万元", 2, f"{value:.2f}")
            key = key_of(term)
            facts.append(Fact(term.form, number, code, item, key, key, amount, Place(line=number), item, "", placed_by))
    columns = {
        form: tuple({key_of(term).removesuffix(OPENING) for term in figures if term.form == form}) for form in rows
    }
    for form in {"09", "59"} & rows.keys():  # never one figure alone
        nothing = Amount(Decimal(0), "万元", 2, "0.00")
        facts.append(Fact(form, 1, "", "", "operating", "final:operating", nothing, Place(), ""))
    forms = [
        Form(form, BY_NUMBER[form].name, "", "万元", "", tuple(columns[form]), _rows(listed), (), Place(), False)
        for form, listed in rows.items()
    ]
    return Tables(Accounts("made", "", "", "2024", forms=tuple(forms), facts=tuple(facts)))


def _rows(listed: Mapping[tuple[str, str], int]) -> tuple[FormRow, ...]:
    return tuple(FormRow(number, code, item, Place(line=number)) for (code, item), number in listed.items())


def balanced(identity: Identity, over: Decimal = Decimal(0)) -> dict[Cells, Decimal | None]:
    """Figures for all terms that hold exactly, and the first one more than that by `over`."""
    first, *others = (term for term in identity.equation.terms if not _is_split(term, identity))
    figures: dict[Cells, Decimal | None] = dict.fromkeys(others, PART)
    left = sum((PART * term.sign for term in identity.equation.left[1:]), Decimal(0))
    right = sum((PART * term.sign for term in identity.equation.right if term in others), Decimal(0))
    return {first: right - left + over, **figures}


def _is_split(term: Cells, identity: Identity) -> bool:
    """Whether a term is a part of another one of its side, and counted only without it."""
    side = identity.equation.left if term in identity.equation.left else identity.equation.right
    return any(term.key != each.key and term.key.partition(":")[0] == each.key for each in side)


def outcomes(identity: Identity, figures: Mapping[Cells, Decimal | None], placed_by: str = "") -> Iterator[Check]:
    return evaluate(replace(identity, when=""), made(figures, placed_by))


def told(identity: Identity, figures: Mapping[Cells, Decimal | None]) -> set[Outcome]:
    return {check.outcome for check in outcomes(identity, figures)}


def allowed(identity: Identity) -> Decimal:
    """The greatest difference in whole steps that the half-units of all terms explain."""
    return len(balanced(identity)) * STEP / 2 // STEP * STEP


def test_no_identity_is_written_twice() -> None:
    written = Counter(identity.equation.normal for identity in IDENTITIES)
    assert [normal for normal, times in written.items() if times > 1] == []


def test_one_claim_written_in_two_ways_is_one() -> None:
    one, other = (
        parse("01[总计].income == 01[本年收入合计].income + 01[年初].income"),
        parse("01[年初].income + 01[本年收入合计].income == 01[总计].income"),
    )
    assert one.normal == other.normal
    assert one.normal != parse("01[总计].income == 01[本年收入合计].income - 01[年初].income").normal


@pytest.mark.parametrize("identity", each())
def test_an_identity_that_holds_passes(identity: Identity) -> None:
    assert told(identity, balanced(identity)) == {Outcome.PASSED}


@pytest.mark.parametrize("identity", each())
def test_rounding_reaches_as_far_as_the_half_units_and_no_further(identity: Identity) -> None:
    most = allowed(identity)
    assert told(identity, balanced(identity, most)) == {Outcome.ROUNDING}
    assert told(identity, balanced(identity, most + STEP)) == {Outcome.FAILED}


@pytest.mark.parametrize("identity", each())
def test_a_blank_total_is_not_zero(identity: Identity) -> None:
    figures = balanced(identity)
    blank = identity.equation.right[0] if identity.equation.relation == "<=" else identity.equation.left[0]
    rest = {term: value for term, value in figures.items() if term != blank}
    expected = Outcome.UNCHECKED if figures[blank] else Outcome.PASSED  # a blank where nothing is due says nothing else
    assert told(identity, {blank: None, **rest}) == {expected} or len(identity.equation.left) > 1


@pytest.mark.parametrize("identity", each(relation="<="))
def test_a_part_may_be_less_than_the_whole(identity: Identity) -> None:
    assert told(identity, balanced(identity, -PART / 2)) == {Outcome.PASSED}


@pytest.mark.parametrize("identity", each())
def test_an_identity_that_placed_a_figure_is_not_passed_by_it(identity: Identity) -> None:
    (check,) = outcomes(identity, balanced(identity), identity.name)
    assert (check.outcome, check.reason) == (Outcome.UNCHECKED, PLACED)
    (other,) = outcomes(identity, balanced(identity), "another identity")
    assert other.outcome is Outcome.PASSED


@pytest.mark.parametrize("identity", each())
def test_nothing_is_claimed_of_forms_that_are_not_there(identity: Identity) -> None:
    (check,) = evaluate(identity, Tables(Accounts("made", "", "", "2024")))
    assert check.outcome is Outcome.NOT_APPLICABLE
    assert check.reason


@pytest.mark.parametrize("identity", each())
def test_every_name_in_the_table_is_known(identity: Identity) -> None:
    tables = made({})
    assert isinstance(holds(identity.when, tables), bool)
    for term in identity.equation.terms:
        known = {*BY_NUMBER[term.form].keys, EVERY, "income:opening"}
        assert key_of(term) in known or term.key.rpartition(":")[2] in known


@pytest.mark.parametrize("name", sorted(conditions()))
def test_every_condition_can_be_tried(name: str) -> None:
    assert isinstance(holds(name, Tables(read_text(form_set()))), bool)


def test_an_identity_is_claimed_only_in_its_years() -> None:
    identity = replace(IDENTITIES[0], first="2020", last="2023")
    assert [identity.is_due(year) for year in ("2019", "2020", "2023", "2024", "")] == [False, True, True, False, True]


def test_readers_take_the_row_identities_of_a_form_from_the_table() -> None:
    (identity,) = (each for each in row_identities("03") if each.whole == "total")
    assert identity.parts == tuple((1, key) for key in ("basic", "project", "superior", "business", "affiliated"))
    cells = {"total": shown(Decimal("9.00"), 2), "basic": shown(Decimal("5.00"), 2)}
    assert row_holds(identity, cells | {"project": shown(Decimal("4.01"), 2)})
    assert not row_holds(identity, cells | {"project": shown(Decimal("4.02"), 2)})
    assert any((-1, "total") in each.parts for each in row_identities("07") if each.whole == "closing")


def test_a_form_is_described_without_its_sums() -> None:
    assert {"whole", "parts"} & {field.name for field in fields(FormDescription)} == set()
    assert BY_NUMBER["04"].whole == "total" and BY_NUMBER["04"].parts == ("general", "fund", "capital")
    assert (BY_NUMBER["01"].whole, BY_NUMBER["06"].parts) == ("", ())


def test_parts_of_a_column_count_only_where_it_is_not_there_itself() -> None:
    identity = next(each for each in IDENTITIES if each.name.startswith("02[*].total"))
    keys = {term.key: term for term in identity.equation.terms}
    split = {keys["total"]: Decimal("9.00"), keys["fiscal:general"]: Decimal("6.00"), keys["other"]: Decimal("3.00")}
    assert told(identity, split) == {Outcome.PASSED}
    assert told(identity, split | {keys["fiscal"]: Decimal("6.00")}) == {Outcome.PASSED}
    (by_row,) = (each for each in row_identities("02") if each.whole == "total")
    cells = {term.key: shown(value, 2) for term, value in split.items()}
    assert row_holds(by_row, cells)
    assert row_holds(by_row, cells | {"fiscal": shown(Decimal("6.00"), 2)})
    assert not row_holds(by_row, cells | {"fiscal": shown(Decimal("5.00"), 2)})


def test_an_auditor_adds_a_row_without_code(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "rule,identity,zh\nown,01[其他收入].income <= 01[本年收入合计].income,其他收入不大于合计\n", "utf-8-sig"
    )
    (claim,) = load(path)
    assert (claim.rule, claim.zh, len(claim.identities)) == ("own", "其他收入不大于合计", 1)


def test_a_row_of_an_auditor_is_a_rule_like_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "RULES", {})
    path = tmp_path / "own.csv"
    path.write_text("rule,identity,family\nown,05[合计].project <= 05[合计].basic,table_sum\n", "utf-8")
    register(load(path))
    checks, crashes = run(read_text(form_set()), registry.RULES)
    assert not crashes
    assert [(check.rule, check.family, check.outcome) for check in checks] == [("own", "table_sum", Outcome.PASSED)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("own,77[合计].total == 05[合计].total,", "no form 77"),
        ("own,03[合计].total == 05[合计].total,when-it-rains", "when-it-rains"),
    ],
)
def test_a_row_of_a_form_or_condition_that_is_not_known_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, said: str
) -> None:
    monkeypatch.setattr(registry, "RULES", {})
    path = tmp_path / "own.csv"
    path.write_text(f"rule,identity,when\n{row}\n", "utf-8")
    with pytest.raises(NotAnIdentity, match=said):
        register(load(path))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("own,01[a].income", "expected one of"),
        ("own,01[a].income == nonsense here", "is no cell"),
        ("own,total == basic", "must name its form"),
        ("own,01[a].income + 01[b].income <= 01[c].income", "only one cell"),
        ("own,", "no identity"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"rule,identity\n{row}\n", "utf-8")
    with pytest.raises(NotAnIdentity, match=said) as raised:
        load(path)
    assert "own.csv:2" in str(raised.value)

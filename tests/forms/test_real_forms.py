"""The statutory forms of the real disclosures, read whole."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest

from conftest import Disclosure, Read
from juesuan.accounts import bare
from juesuan.forms import recognise
from juesuan.readers import load_text
from juesuan.records import Fact

NINE = tuple(f"{number:02d}" for number in range(1, 10))


def amount(facts: tuple[Fact, ...], form: str, row: str, key: str) -> Decimal:
    (found,) = [f for f in facts if (f.form, f.code or bare(f.item), f.key) == (form, row, key)]
    assert not found.doubt
    return found.amount.value


@pytest.mark.parametrize(
    ("document", "numbers"),
    [
        ("000", NINE),
        ("001", NINE),
        ("002", NINE),
        ("003", (*NINE, "10", "11")),
        ("004", ()),
        ("ghzyj", NINE),
        ("shgzb", NINE),
    ],
)
def test_every_form_is_found_and_read_with_certainty(accounts: Read, document: str, numbers: tuple[str, ...]) -> None:
    found = accounts(document)
    assert tuple(form.number for form in found.forms) == numbers
    assert not [fact for fact in found.facts if fact.doubt]
    assert not [row for form in found.forms for row in form.rows if row.doubt]


def test_every_true_cell_is_found_and_none_invented(accounts: Read, shared: Path) -> None:
    with (shared / "gold" / "shgzb.cells.csv").open(encoding="utf-8-sig", newline="") as file:
        true = Counter(
            (row["form"], row["code"] or bare(row["item"]), Decimal(row["value"])) for row in csv.DictReader(file)
        )
    facts = accounts("shgzb").facts
    read = Counter((fact.form, fact.code or bare(fact.item), fact.amount.value) for fact in facts)
    assert read == true


def test_codes_that_lost_their_last_digit_are_completed(accounts: Read) -> None:
    forms = accounts("001").forms
    codes = {form.number: [row.code for row in form.rows if row.code] for form in forms}
    assert codes["02"] == codes["03"] == codes["05"]
    assert codes["05"][-3:] == ["2101102", "2101103", "2101199"]
    assert "30108" in codes["06"]
    assert codes["06"].count("399") == 1
    assert "39999" in codes["06"]


def test_columns_of_running_text_follow_from_the_arithmetic(accounts: Read) -> None:
    facts = accounts("001").facts
    assert amount(facts, "03", "合计", "basic") == Decimal("219.75")
    assert amount(facts, "03", "208", "basic") == Decimal("19.45")
    assert amount(facts, "04", "本年支出合计", "general") == Decimal("221.73")
    assert {fact.key for fact in facts if fact.form == "02"} == {"total", "fiscal"}


def test_torn_and_shifted_figures_are_set_right(accounts: Read) -> None:
    facts = accounts("003").facts
    assert amount(facts, "04", "一般公共预算财政拨款", "income") == Decimal("2678.82")
    assert amount(facts, "04", "一般公共服务支出", "total") == Decimal("2066.52")
    assert amount(facts, "09", "", "final:total") == Decimal("27.11")
    assert not [fact for fact in facts if fact.key == "final:abroad"]
    assert not [fact for fact in facts if fact.code == "30226" and fact.form == "06"]
    assert amount(facts, "09", "公务用车保有量辆", "count") == 8


def test_titles_units_and_notes_are_kept_as_displayed(accounts: Read) -> None:
    forms = {form.number: form for form in accounts("003").forms}
    assert forms["08"].title.startswith("国有资产经营")
    assert forms["09"].label == "公开09表"
    assert {form.unit for form in forms.values()} == {"万元"}
    assert forms["07"].empty
    assert len(forms["07"].notes) == 1


def test_a_form_claims_its_lines_and_no_prose(disclosure: Disclosure, accounts: Read) -> None:
    document = disclosure("001")
    claimed = {index for form in accounts("001").forms for index in form.lines}
    texts = [document.lines[index].text for index in sorted(claimed)]
    assert any("公开" in text for text in texts)
    assert not any(text.startswith("第") and "部分" in text[:5] for text in texts)
    assert not any("决算情况说明" in text for text in texts)


def test_the_text_of_a_pdf_gives_the_same_figures(documents: Path, accounts: Read) -> None:
    with pdfplumber.open(next(documents.glob("shgzb*"))) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    _, facts = recognise(load_text(text, "shgzb.txt"))
    assert not [fact for fact in facts if fact.doubt]
    assert Counter(map(_cell, facts)) == Counter(map(_cell, accounts("shgzb").facts))


def _cell(fact: Fact) -> tuple[str, str, str, Decimal]:
    return fact.form, fact.code or bare(fact.item), fact.key, fact.amount.value

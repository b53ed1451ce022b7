"""Several departments at once: from documents, from exports, as frames, and compared."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.accounts import Accounts
from juesuan.checks import Check, of_fact
from juesuan.collection import Collection
from juesuan.compare import equal
from juesuan.errors import MissingSource
from juesuan.panel import documents as city
from juesuan.presentation import comparison
from presentation import made, pages

OTHER = "临江县水务局"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for number, name in enumerate((made.NAME, OTHER)):
        (folder / f"{number}.txt").write_text(made.DISCLOSURE.format(name=name), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def known(documents: Path) -> Collection:
    return collection.of(documents)


def _totals(accounts: Accounts) -> Iterator[Check]:
    yield equal(
        of_fact(accounts.fact("01", "总计", "income"), "收入总计"),
        of_fact(accounts.fact("01", "总计", "expenditure"), "支出总计"),
    )


def test_frames_hold_exact_amounts_in_yuan(known: Collection) -> None:
    facts = known.facts
    total = facts[(facts["form"] == "03") & (facts["item"] == "合计") & (facts["key"] == "total")]
    assert list(total["value"]) == [Decimal(5_000_000)] * 2
    assert set(facts["department"]) == {made.NAME, OTHER}
    assert len(known.departments) == 2 and len(known.checks) == sum(len(each.checks) for each in known.audits)


def test_exported_departments_are_the_same_as_their_documents(
    documents: Path, known: Collection, tmp_path: Path
) -> None:
    for number, each in enumerate(known.audits):
        pages.exported(each, tmp_path / str(number), each.accounts.year)
    again = collection.of(tmp_path)
    assert again.facts.equals(known.facts)
    assert again.checks.equals(known.checks)
    assert list(again.findings["id"]) == list(known.findings["id"])


def test_a_check_of_ones_own_runs_over_all(known: Collection) -> None:
    made_ = known.check(_totals)
    assert list(made_["outcome"]) == ["passed", "passed"]
    assert list(made_["left"]) == ["500.00万元"] * 2


def test_one_department_by_its_name(known: Collection) -> None:
    assert known.audit(OTHER).accounts.department == OTHER
    with pytest.raises(MissingSource, match="names 2 documents"):
        known.audit("txt")


def test_a_folder_without_departments_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingSource):
        collection.of(tmp_path)


def test_a_figure_leads_to_its_place(known: Collection) -> None:
    row = known.facts[known.facts["item"] == "合计"].iloc[0]
    shown = known.source(row).html
    assert "<mark>500.00</mark>" in shown and "公开03表" in shown and "行" in shown


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (comparison.overview, ("500.00", made.NAME)),
        (comparison.structure, ()),
        (comparison.growth, ("没有这方面的数据",)),
        (comparison.performance, ("没有这方面的数据",)),
        (comparison.per_head, ("没有这方面的数据",)),
        (comparison.rules, ()),
        (comparison.years, ("无从跨年核对",)),
    ],
)
def test_departments_side_by_side(known: Collection, part: object, words: tuple[str, ...]) -> None:
    html = part(city.of_audits(known.audits)).html  # type: ignore[operator]
    assert all(word in html for word in words)
    assert html.startswith('<div class="juesuan"')

"""Coverage of real disclosures, and figures that were read there by eye."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from conftest import Read
from juesuan.accounts import Accounts, bare
from juesuan.passages import dense
from juesuan.records import Direction, Measure, Statement

WITH_PROSE = ("000", "001", "002", "003", "env", "ghzyj", "shgzb", "shiquan", "wenlv", "yichuan")
WITH_ITEMS = ("003", "env", "shgzb", "shiquan", "wenlv", "yichuan")
ITEM = re.compile(r"（款）([^（）]+(?:（[^（）项]+）[^（）]+)*)（项）")


def of_project(found: Accounts, project: str, measure: Measure) -> list[Decimal]:
    """The project's own money in its report, in 万元."""
    return [
        said.amount.into("万元").value
        for said in found.said("report.project", measure, "项目资金")
        if said.project == project and said.amount is not None
    ]


@pytest.mark.parametrize("name", WITH_PROSE)
def test_nearly_every_numeral_of_the_prose_is_understood(accounts: Read, name: str) -> None:
    covered = accounts(name).coverage
    numerals = sum(section.numerals for section in covered)
    assert numerals > 80
    assert sum(section.understood for section in covered) / numerals >= 0.97


@pytest.mark.parametrize("name", WITH_ITEMS)
def test_every_item_is_told_by_its_whole_name_however_its_line_is_broken(accounts: Read, name: str) -> None:
    found = accounts(name)
    written = dense("".join(paragraph.text for paragraph in found.paragraphs))
    named = {bare(item) for item in ITEM.findall(written)}
    told = {bare(said.subject.rpartition("/")[2]) for said in found.statements if said.subject.count("/") == 2}
    assert len(named) > 5
    assert not named - told


@pytest.mark.parametrize("name", WITH_PROSE)
def test_the_sections_of_part_three_are_all_found(accounts: Read, name: str) -> None:
    topics = {section.topic for section in accounts(name).sections}
    expected = {"overall", "income", "expenditure", "fiscal", "general", "general.structure", "general.items", "basic"}
    expected |= {"fund", "capital", "three_public", "operating_cost", "procurement", "performance", "terms", "form"}
    assert expected <= topics
    assert "assets" in topics


@pytest.mark.parametrize("name", WITH_PROSE)
def test_quotes_are_verbatim_and_stand_where_they_are_said_to(accounts: Read, name: str) -> None:
    found = accounts(name)
    for said in found.statements:
        text = found.paragraphs[said.paragraph].text
        if said.amount is not None:
            assert text[said.offset :].lstrip().startswith(said.amount.displayed[:3])
        assert said.quote
        assert str(said.place)


@pytest.mark.parametrize(("name", "project", "budget", "final"), [
    ("000", "政务公开新媒体产品制作", "10", "0.69"),
    ("000", "数字政府建设项目资金", "315", "49.02"),
    ("001", "政务大厅规范化管理经费", "1", "0.98"),
])  # fmt: skip
def test_money_in_project_reports_is_tied_to_the_project(
    accounts: Read, name: str, project: str, budget: str, final: str
) -> None:
    assert Decimal(budget) in of_project(accounts(name), project, Measure.BUDGET)
    assert Decimal(final) in of_project(accounts(name), project, Measure.FINAL)


def test_amounts_in_yuan_are_amounts_in_yuan(accounts: Read) -> None:
    said = [each for each in accounts("002").said("report.overall", subject="公务接待费") if each.amount is not None]
    assert [(each.amount.value, each.amount.unit) for each in said if each.amount] == [(Decimal(11680), "元")]


def test_all_projects_of_part_four_have_score_budget_and_final(accounts: Read) -> None:
    said = [each for each in accounts("003").statements if each.topic == "performance.results" and each.project]
    projects = dict.fromkeys(each.project for each in said)
    assert len(projects) == 13
    for project in projects:
        measures = {each.measure for each in said if each.project == project}
        assert {Measure.SCORE, Measure.BUDGET, Measure.FINAL, Measure.COMPLETION} <= measures
    assert sum(each.amount.value for each in said if each.measure is Measure.BUDGET and each.amount) == Decimal(
        "969.33"
    )


def test_items_have_their_class_from_the_heading_above(accounts: Read) -> None:
    subjects = {each.subject for each in accounts("003").said("general.items")}
    assert "社会保障和就业支出/抚恤/死亡抚恤" in subjects
    assert "住房保障支出/住房改革支出/住房公积金" in subjects


def test_a_list_over_a_page_break_is_one_list(accounts: Read) -> None:
    shares = accounts("003").said("general.structure", Measure.SHARE)
    assert len(shares) == 5
    assert len({each.group for each in shares}) == 1


def test_missing_numbers_and_units_are_seen(accounts: Read) -> None:
    blank = [each.subject for each in accounts("000").said("three_public.physical") if each.amount is None]
    assert blank == ["公务用车购置数", "接待批次"]
    blank = [each.subject for each in accounts("002").said("three_public.physical") if each.amount is None]
    assert blank == ["出国人次", "外事接待人次"]
    [rate] = accounts("ghzyj").said("general", Measure.RATE)
    assert rate.doubt


def test_left_over_template_words_take_the_real_direction(accounts: Read) -> None:
    def template(name: str) -> list[Statement]:
        return [each for each in accounts(name).statements if "增长" in each.word and "下降" in each.word]

    assert [each.direction for each in template("003")] == [Direction.DECREASE]
    assert [each.direction for each in template("ghzyj")] == [Direction.DECREASE]


def test_a_table_alone_states_nothing(accounts: Read) -> None:
    assert accounts("004").statements == ()
    assert accounts("004").coverage == ()

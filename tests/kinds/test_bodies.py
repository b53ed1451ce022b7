"""Several bodies in one file are several disclosures, each audited by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import auditing
from juesuan.batch import run
from juesuan.errors import MissingSource
from juesuan.kinds.kind import Scope

DISCLOSURE = """{body}{year}年度{accounts}

目录
第一部分 {body}概况
第二部分 {year}年度{accounts}表
第三部分 名词解释

第一部分 {body}概况
一、主要职责
保管档案。
第二部分 {year}年度{accounts}表
一般公共预算财政拨款支出决算表
公开05表
部门：{body}\t\t\t\t金额单位：元
科目编码\t科目名称\t小计\t基本支出\t项目支出
合计\t\t{total}\t{basic}\t20.00
201\t一般公共服务支出\t{total}\t{basic}\t20.00
第三部分 名词解释
基本支出：指为保障机构运转而发生的支出。
"""
DEPARTMENT = DISCLOSURE.format(body="梨花县档案局", year=2024, accounts="部门决算", total="50.00", basic="30.00")
UNIT = DISCLOSURE.format(body="梨花县档案馆", year=2024, accounts="单位决算", total="27.00", basic="7.00")
EARLIER = DISCLOSURE.format(body="梨花县档案局", year=2023, accounts="部门决算", total="45.00", basic="25.00")


def owners(path: Path) -> list[tuple[str, str, Scope, str]]:
    found = auditing.every(path)
    return [
        (each.accounts.department, each.accounts.year, each.accounts.scope, str(each.accounts.facts[0].amount.value))
        for each in found
    ]


def written(folder: Path, *texts: str) -> Path:
    path = folder / "all.txt"
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_a_department_and_its_unit(tmp_path: Path) -> None:
    path = written(tmp_path, DEPARTMENT, UNIT)
    assert owners(path) == [
        ("梨花县档案局", "2024", Scope.DEPARTMENT, "50.00"),
        ("梨花县档案馆", "2024", Scope.UNIT, "27.00"),
    ]
    assert [
        str(each.severity) for done in auditing.every(path) for each in done.findings if each.severity == "error"
    ] == []


def test_two_years_of_one_body(tmp_path: Path) -> None:
    assert [owner[1] for owner in owners(written(tmp_path, DEPARTMENT, EARLIER))] == ["2024", "2023"]


def test_places_stay_those_of_the_file(tmp_path: Path) -> None:
    second = auditing.of(written(tmp_path, DEPARTMENT, UNIT), part=2).accounts
    assert (second.facts[0].place.line or 0) > DEPARTMENT.count("\n")


def test_a_title_that_is_repeated_begins_no_other_body(tmp_path: Path) -> None:
    assert len(owners(written(tmp_path, "梨花县档案局2024年度部门决算\n", DEPARTMENT))) == 1


def test_a_title_over_two_lines_is_one_cover(tmp_path: Path) -> None:
    broken = DEPARTMENT.replace("梨花县档案局2024年度部门决算\n", "杏山市梨花县\n档案局2024年度\n部门决算\n", 1)
    assert len(owners(written(tmp_path, broken))) == 1


def test_a_part_that_is_not_there_is_asked_for_in_vain(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match="holds 1 disclosures"):
        auditing.of(written(tmp_path, DEPARTMENT), part=2)


def test_each_gets_a_folder(tmp_path: Path) -> None:
    source = written(tmp_path, DEPARTMENT, UNIT)
    assert run.audit([source], run.Settings(tmp_path / "out")).failed == []
    assert {path.parent.name for path in (tmp_path / "out").glob("*/audit.html")} == {
        "梨花县档案局-2024",
        "梨花县档案馆-2024-单位",
    }


def forms(
    body: str, total: str, basic: str, titles: tuple[str, ...] = ("支出决算表", "一般公共预算财政拨款支出决算表")
) -> str:
    """Two forms of a body, without a cover."""
    table = (
        "{title}\n部门：{body}\n金额单位：元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "合计\t\t{total}\t{basic}\t20.00\n201\t一般公共服务支出\t{total}\t{basic}\t20.00\n"
    )
    return "\n".join(table.format(title=title, body=body, total=total, basic=basic) for title in titles)


EXPLAINED = "梨花县档案局2024年度部门决算\n一、主要职责\n保管档案。\n提供查阅。\n编研档案。\n"


def test_bodies_that_only_their_forms_name(tmp_path: Path) -> None:
    path = written(tmp_path, EXPLAINED, forms("梨花县档案局", "50.00", "30.00"), forms("梨花县档案馆", "27.00", "7.00"))
    assert [(body, total) for body, _, _, total in owners(path)] == [
        ("梨花县档案局", "50.00"),
        ("梨花县档案馆", "27.00"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        forms("梨花县档案馆", "27.00", "7.00", ("收入决算表", "项目支出决算表")),
        forms("档案局", "27.00", "7.00"),
        forms("梨花县档案馆", "27.00", "7.00", ("支出决算表",)),
    ],
)
def test_a_name_that_differs_alone_makes_no_other_body(second: str, tmp_path: Path) -> None:
    path = written(tmp_path, EXPLAINED, forms("梨花县档案局", "50.00", "30.00"), second)
    assert len(auditing.every(path)) == 1

"""What must be published is there; what is only shortened or published elsewhere is not missed."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from juesuan.examples.completeness import COMPLETENESS
from juesuan.findings import findings
from juesuan.reading import read_text
from juesuan.rules import RULES, run
from rules.made import OVERALL, errors, failures, outcomes, quoted, said

ALL_FORMS = next(each.text for each in COMPLETENESS if each.rule == "statutory-forms" and each.outcome == "passed")
FUND = """政府性基金预算财政拨款收入支出决算表
公开07表
单位：万元
项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余
科目代码\t科目名称\t\t\t小计\t基本支出\t项目支出\t
合计\t\t\t{0}\t{0}\t\t{0}\t

注：{1}
"""
FUND_SECTION = "七、政府性基金预算财政拨款收支决算情况说明\n{}\n"
CONTENTS = (
    "2024年度\n梨花县档案馆部门决算\n目录\n第一部分 部门概况\n一、部门职责\n{}\n"
    "第一部分 部门概况\n一、部门职责\n保管档案。\n"
)


def _without(text: str, title: str) -> str:
    """The text without the form of a title."""
    before, _, rest = text.partition(f"\n{title}\n公开")
    return before + "\n" + rest.partition("\n\n")[2]


@pytest.mark.parametrize("title", ["收入决算表", "支出决算表", "财政拨款“三公”经费支出决算表"])
def test_a_form_that_is_not_there_is_missed(title: str) -> None:
    missing = _without(ALL_FORMS, title)
    assert missing != ALL_FORMS
    assert [check.expected for check in errors("statutory-forms", missing)] == [title]


def test_forms_that_are_only_listed_are_missed_at_the_place_that_lists_them() -> None:
    titles = ("一、收入支出决算总表（见附件1）", "二、收入决算表（见附件2）", "三、支出决算表（见附件3）")
    listed = "\n".join(("第二部分 2024年度部门决算表", *titles, "\n"))
    found = errors("statutory-forms", listed + _without(ALL_FORMS, "收入决算表"))
    assert len(found) == 1
    assert "见附件2" in quoted(found[0])


def test_a_title_without_a_readable_table_is_not_missed() -> None:
    pictured = _without(ALL_FORMS, "收入决算表") + "\n收入决算表\n（表格为图片，内容详见扫描件。）\n"
    assert not failures("statutory-forms", pictured)


def test_a_document_of_evaluations_needs_no_forms() -> None:
    assert outcomes("statutory-forms", "项目支出绩效自评表\n（2024年度）\n") == {Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("note", "section", "outcome"),
    [
        ("本部门没有此类收支，故本表无数据。", "", Outcome.PASSED),
        ("没有政府性基金收入，也没有支出。", "", Outcome.PASSED),
        ("本表反映收支情况。", "2024年度无政府性基金收入，也没有支出。", Outcome.FAILED),
        ("本表反映收支情况。", "", Outcome.FAILED),
    ],
)
def test_an_empty_form_is_explained_below_itself(note: str, section: str, outcome: Outcome) -> None:
    text = FUND.format("", note) + said(OVERALL, FUND_SECTION.format(section))
    assert outcomes("empty-form-note", text) == {outcome}


def test_a_form_without_its_note_is_a_notice() -> None:
    text = FUND.format("", "本表反映收支情况。") + said(OVERALL, FUND_SECTION.format("2024年度无政府性基金收入。"))
    checks, _ = run(read_text(text), {"empty-form-note": RULES["empty-form-note"]})
    (found,) = findings(checks, "zh")
    assert found.severity == "notice" and "只在正文中说明" in found.message


@pytest.mark.parametrize(
    ("figure", "note", "outcome"),
    [
        ("6.00", "没有此类收支，故本表无数据。", Outcome.FAILED),
        ("", "没有此类收支，故本表无数据。", Outcome.PASSED),
        ("6.00", "如本部门没有此类收支，则本表为空。", Outcome.NOT_APPLICABLE),
        ("6.00", "本表反映收支情况。", Outcome.NOT_APPLICABLE),
    ],
)
def test_a_note_of_no_figures_stands_below_none(figure: str, note: str, outcome: Outcome) -> None:
    assert outcomes("note-denies-figures", FUND.format(figure, note)) == {outcome}


@pytest.mark.parametrize(
    ("listed", "body", "severities"),
    [
        ("十一、政府采购支出情况说明", "十一、政府采购情况\n没有采购。", []),
        ("十三、其他重要事项说明", "十三、其他重要事项的情况说明\n没有其他事项。", []),
        ("十一、政府采购支出情况说明…………12", "十二、国有资产占用情况说明\n没有车辆。", [Severity.ERROR]),
        ("十四、馆藏情况介绍", "十二、国有资产占用情况说明\n没有车辆。", [Severity.NOTICE]),
        ("第三部分 2024年度部门决算情况说明", "2024年度部门决算情况说明\n没有采购。", [Severity.NOTICE]),
        ("第二部分 2024年度部门决算表", "梨花县档案馆2024年度部门决算表\n", [Severity.NOTICE]),
        ("一、收入支出决算总表", "十二、国有资产占用情况说明\n没有车辆。", []),
    ],
)
def test_what_the_contents_list_stands_in_the_body(listed: str, body: str, severities: list[Severity]) -> None:
    assert [check.severity for check in failures("contents-in-body", CONTENTS.format(listed) + body)] == severities


def test_a_section_that_the_contents_announce_is_missed_once() -> None:
    sections = (
        "二、收入决算情况说明\n收入合计2.00万元。",
        "三、支出决算情况说明\n支出合计2.00万元。",
        "九、财政拨款“三公”经费支出决算情况说明\n没有支出。",
    )
    announced = CONTENTS.format("十、机关运行经费支出情况说明") + said(OVERALL + "总计2.00万元。", *sections)
    assert "机关运行经费" not in {check.expected for check in errors("required-explanations", announced)}
    silent = said(OVERALL + "总计2.00万元。", *sections)
    assert "机关运行经费" in {check.expected for check in errors("required-explanations", silent)}


def test_a_matter_explained_under_another_heading_is_explained() -> None:
    sections = (
        "二、收入决算情况说明\n收入合计2.00万元。",
        "三、支出决算情况说明\n支出合计2.00万元。",
        "十三、其他需要说明的情况\n本馆没有机关运行经费，没有政府采购，没有“三公”经费，没有国有资产占用的车辆，未开展绩效评价。",
    )
    assert not errors("required-explanations", said(OVERALL + "总计2.00万元。", *sections))


REPORT = "附件1\n梨花县档案馆整体支出绩效自评报告\n一、部门概况\n（一）部门职能概述\n保管档案。\n{}\n"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("（二）重点工作计划\n二、存在的问题\n面积不足。", 1),
        ("（二）重点工作计划\n一、整理档案\n按期完成整理。\n二、修复档案\n按期完成修复。", 0),
        ("（二）重点工作计划：整理和修复档案。\n二、存在的问题\n面积不足。", 0),
        ("（二）评价目的。\n（三）评价方法\n自评。", 1),
        ("（二）完成上级交办的其他任务。\n二、存在的问题\n面积不足。", 0),
    ],
)
def test_only_a_bare_heading_is_without_content(body: str, count: int) -> None:
    assert len(failures("heading-content", REPORT.format(body))) == count


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("总计120.00万元，比上年增加8.00万元，主要是新增馆藏。", Outcome.PASSED),
        ("总计120.00万元，比上年增加8.00万元。\n增加的原因是新增馆藏。", Outcome.PASSED),
        ("总计120.00万元，比上年增加8.00万元，增长7.14%。", Outcome.FAILED),
        ("支出决算为98.00万元，完成年初预算的98.00%。", Outcome.FAILED),
        ("支出决算为100.00万元，完成年初预算的100.00%。", Outcome.NOT_APPLICABLE),
        ("总计120.00万元，比上年增加0.00万元。", Outcome.NOT_APPLICABLE),
    ],
)
def test_differences_are_explained(sentence: str, outcome: Outcome) -> None:
    assert outcomes("explained-changes", said(OVERALL + sentence)) == {outcome}


@pytest.mark.parametrize(
    ("figure", "sentence", "outcome"),
    [
        ("6.00", "本部门2024年度没有使用政府性基金安排的支出。", Outcome.FAILED),
        ("", "本部门2024年度没有使用政府性基金安排的支出。", Outcome.PASSED),
        ("6.00", "本部门2024年度政府性基金支出6.00万元。", Outcome.NOT_APPLICABLE),
        ("6.00", "本部门无政府性基金预算安排，支出6.00万元为上年结转。", Outcome.NOT_APPLICABLE),
    ],
)
def test_what_the_prose_denies_is_not_in_the_form(figure: str, sentence: str, outcome: Outcome) -> None:
    text = FUND.format(figure, "本表反映收支情况。") + said(OVERALL, FUND_SECTION.format(sentence))
    assert outcomes("prose-denies-figures", text) == {outcome}


def test_money_told_of_a_form_without_figures_is_an_error() -> None:
    told = FUND_SECTION.format("2024年度政府性基金预算财政拨款收入6.00万元，支出6.00万元。")
    none = FUND_SECTION.format("本部门没有政府性基金收支。")
    assert outcomes("prose-fills-empty-form", FUND.format("", "无数据。") + said(told)) == {Outcome.FAILED}
    assert outcomes("prose-fills-empty-form", FUND.format("6.00", "。") + said(told)) == {Outcome.PASSED}
    assert outcomes("prose-fills-empty-form", FUND.format("", "无数据。") + said(none)) == {Outcome.NOT_APPLICABLE}


def test_a_part_about_which_the_body_says_nothing_is_an_error() -> None:
    listed = CONTENTS.format("第四部分 预算绩效情况说明")
    assert [check.severity for check in failures("contents-in-body", listed)] == [Severity.ERROR]

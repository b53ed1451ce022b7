"""Parts, sections, tables of contents, reports and what they are about."""

from __future__ import annotations

from juesuan.readers import load_text
from juesuan.statements import outline
from statements.said import sections

CONTENTS = """目  录
第一部分 部门概况……1
一、主要职责……1
第三部分 2023年度部门决算情况
说明……8
一、收入支出决算总体情况说明……8
第一部分 部门概况
一、主要职责
承担全县档案管理工作。
第三部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
2023年度收、支总计均为12.00万元。
"""


def topics(text: str) -> list[tuple[str, str]]:
    return [(section.title, section.topic) for section in sections(text)]


def test_the_table_of_contents_lists_titles_and_is_not_the_body() -> None:
    found, contents = outline(load_text(CONTENTS, "made.txt"))
    assert contents == (
        "第一部分 部门概况",
        "一、主要职责",
        "第三部分 2023年度部门决算情况说明",
        "一、收入支出决算总体情况说明",
    )
    assert [section.title for section in found] == [
        "部门概况",
        "主要职责",
        "2023年度部门决算情况说明",
        "收入支出决算总体情况说明",
    ]


def test_words_of_the_title_decide_the_topic_and_not_its_number() -> None:
    found = topics(
        "第三部分 2023年度部门决算情况说明\n"
        "七、财政拨款“三公”经费支出决算情况说明\n无。\n"
        "（二）具体情况说明\n无。\n"
        "八、政府性基金预算财政拨款收入支出决算情况说明\n无。\n"
        "十、预算绩效管理情况说明\n无。\n"
        "十一、其他重要事项情况说明\n"
        "（一）机关运行经费支出情况\n无。\n"
        "（二）政府采购支出情况。本年没有政府采购。\n"
        "国有资产占用情况。年末共有车辆0辆。\n"
        "第四部分 名词解释\n一、财政拨款收入：指拨来的钱。\n"
    )
    assert found == [
        ("2023年度部门决算情况说明", ""),
        ("财政拨款“三公”经费支出决算情况说明", "three_public"),
        ("具体情况说明", "three_public.detail"),
        ("政府性基金预算财政拨款收入支出决算情况说明", "fund"),
        ("预算绩效管理情况说明", "performance"),
        ("其他重要事项情况说明", "other"),
        ("机关运行经费支出情况", "operating_cost"),
        ("政府采购支出情况", "procurement"),
        ("国有资产占用情况", "assets"),
        ("名词解释", "terms"),
    ]


def test_a_title_that_a_conversion_ran_into_its_text_is_still_a_title() -> None:
    [_, section] = sections("第三部分 决算说明\n一、收入支出决算总体情况说明2023年度收入支出总计9.00万元。\n")
    assert (section.title, section.topic) == ("收入支出决算总体情况说明", "overall")


def test_numbered_text_is_no_heading() -> None:
    found = sections(
        "第一部分 部门概况\n一、主要职责\n"
        "1.负责全县档案工作的统筹规划、组织协调和监督指导；\n"
        "2.负责档案资料的收集、整理、保管和利用工作。\n"
        "二、机构设置\n内设股室3个。\n"
    )
    assert [section.title for section in found] == ["部门概况", "主要职责", "机构设置"]


def test_a_section_reaches_over_its_subsections() -> None:
    found = sections(
        "第三部分 决算说明\n"
        "五、一般公共预算财政拨款支出决算情况说明\n（一）总体情况\n一。\n（二）结构情况\n二。\n"
        "六、一般公共预算财政拨款基本支出决算情况说明\n三。\n"
    )
    spans = {section.title: (section.first, section.last) for section in found}
    assert spans["一般公共预算财政拨款支出决算情况说明"] == (1, 5)
    assert spans["总体情况"] == (2, 3)
    assert spans["结构情况"] == (4, 5)


def test_titles_in_the_forms_part_open_no_sections() -> None:
    found = sections(
        "第二部分 2023年度部门决算表\n一、收入支出决算总表\n收入 支出\n一、一般公共预算财政拨款收入 1 20.00\n"
        "第三部分 2023年度部门决算情况说明\n二、收入决算情况说明\n本年收入合计20.00万元。\n"
    )
    assert [(section.part, section.topic) for section in found] == [(2, "form"), (3, ""), (3, "income")]


REPORT = """第五部分 名词解释
一、项目支出：指为任务发生的支出。
附件1：整体支出绩效自评报告
附件2：项目支出绩效自评报告
附件1
青湖县档案馆整体支出
绩效自评报告
一、部门概况
无。
附件2
数字档案室建设项目支出绩效自评报告
一、项目基本情况
（一）项目概况。建设数字档案室。
项目支出绩效自评表
（2023年度）
"""


def test_reports_begin_at_their_titles_and_end_at_the_next_table() -> None:
    found = [section for section in sections(REPORT) if section.level == 0]
    assert [(section.title, section.topic, section.project) for section in found] == [
        ("名词解释", "terms", ""),
        ("附件1", "form", ""),
        ("青湖县档案馆整体支出绩效自评报告", "report.overall", ""),
        ("附件2", "form", ""),
        ("数字档案室建设项目支出绩效自评报告", "report.project", "数字档案室建设"),
        ("项目支出绩效自评表", "form", ""),
    ]


def test_a_report_without_a_project_in_its_title_takes_that_of_its_table() -> None:
    text = (
        "部门：青湖县档案馆\n青湖县档案馆项目支出绩效自评报告\n一、项目基本情况\n（一）项目概况\n整理馆藏。\n"
        "项目支出绩效自评表\n项目名称\t\t馆藏整理经费\n预算数\t8\t执行数\t7.5\n"
    )
    [report] = [section for section in sections(text) if section.topic == "report.project" and section.level == 0]
    assert report.project == "馆藏整理经费"


def test_headings_of_projects_in_part_four_name_their_project() -> None:
    found = sections(
        "第四部分 预算绩效情况说明\n二、绩效自评结果\n"
        "1.“馆藏整理经费”项目绩效自评情况：项目自评得分90分。\n"
        "（2）库房改造项目绩效自评综述：项目自评得分91分。\n"
        "3.设备更新经费。项目自评得分92分。\n"
        "“宣传经费”项目：全年预算数2万元。\n"
    )
    projects = [section.project for section in found if section.project]
    assert projects == ["馆藏整理经费", "库房改造", "设备更新经费", "宣传经费"]

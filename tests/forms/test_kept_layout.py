"""Forms in a text whose spaces keep the columns of a page."""

from __future__ import annotations

from juesuan.forms import recognise
from juesuan.readers import load_text
from juesuan.reading import read_text

BLOCKS = """一般公共预算财政拨款收入支出决算表
公开05表
部门：某局      金额单位：万元
            项目              年初结转和结余          本年支出            年末结转和结余
 编码  名称                合计  基本支出结转   合计  基本支出  项目支出   合计  基本支出结转
 合计                      1.00          1.00  10.00      7.00      3.00
 201   一般公共服务支出    1.00          1.00   6.00      3.00      3.00
 208   社会保障和就业支出                       4.00      4.00
"""
FIRST = """支出决算表
公开03表
单位：万元
 科目编码   科目名称                          合计    基本支出   项目支出
            合计                             30.00      12.00      18.00
 201        一般公共服务支出                 15.00       6.00       9.00
 20103      政府办公厅（室）及相关机构事务   15.00       6.00       9.00
"""
SECOND = """
 212     城乡社区支出         15.00    6.00    9.00
 21201   城乡社区管理事务     15.00    6.00    9.00
 2120101 行政运行              6.00    6.00
 2120102 一般行政管理事务      9.00            9.00
"""


def cells(text: str, form: str) -> dict[str, dict[str, str]]:
    _, facts = recognise(load_text(text, "made"))
    assert not [fact for fact in facts if fact.doubt]
    found: dict[str, dict[str, str]] = {}
    for fact in facts:
        if fact.form == form:
            found.setdefault(fact.code or fact.item, {})[fact.key] = fact.amount.displayed
    return found


def test_a_heading_in_the_middle_of_its_columns_goes_over_all_of_them() -> None:
    found = cells(BLOCKS, "05")
    total = {"total": "6.00", "basic": "3.00", "project": "3.00"}
    assert found["201"] == {"opening": "1.00", "opening:basic": "1.00"} | total
    assert found["208"] == {"total": "4.00", "basic": "4.00"}


def test_the_columns_of_the_next_page_may_stand_elsewhere() -> None:
    found = cells(FIRST + SECOND, "03")
    assert found["201"] == {"total": "15.00", "basic": "6.00", "project": "9.00"}
    assert found["2120101"] == {"total": "6.00", "basic": "6.00"}
    assert found["2120102"] == {"total": "9.00", "project": "9.00"}


HEADS = """编码    科目名称       2023年决算数                    2024年决算数                     增减额
                           小计   基本支出   项目支出      小计   基本支出   项目支出
"""
TWO_YEARS = f"""一般公共预算财政拨款支出决算表
公开05表
单位：万元

{HEADS}        合计              14.00       8.00       6.00     16.40       9.40       7.00     2.40
201     一般公共服务       8.00       8.00                 9.40       9.40                1.40
20103   政府办公厅         8.00       8.00                 9.40       9.40                1.40

                    一般公共预算财政拨款支出决算表（续）

{HEADS}212     城乡社区支出       6.00                  6.00      7.00                  7.00     1.00
21201   城乡社区管理       6.00                  6.00      7.00                  7.00     1.00
"""


def test_a_line_of_years_that_comes_again_is_a_heading_and_no_running_head() -> None:
    found = cells(TWO_YEARS, "05")
    assert found["20103"] == {
        "prior:total": "8.00",
        "prior:basic": "8.00",
        "total": "9.40",
        "basic": "9.40",
        "change:total": "1.40",
    }
    assert found["212"]["project"] == "7.00"
    assert found["212"]["prior:project"] == "6.00"


MEASURES_ABOVE = """财政拨款“三公”经费支出决算表
单位：万元
 2024年度预算数
     合计   因公出国（境）费   公务用车购置费   公务用车运行维护费   公务接待费
     9.00               0.00             0.00                 6.00         3.00

 2024年度决算数
     合计   因公出国（境）费   公务用车购置费   公务用车运行维护费   公务接待费
     7.00               0.00             0.00                 5.00         2.00

 2023年度决算数
     合计   因公出国（境）费   公务用车购置费   公务用车运行维护费   公务接待费
     8.00               0.00             0.00                 5.50         2.50
"""


def test_a_line_that_says_a_measure_goes_over_all_columns_below() -> None:
    (row,) = cells(MEASURES_ABOVE, "09").values()
    shown = {key: value for key, value in row.items() if key.endswith(("total", "reception"))}
    assert shown == {
        "budget:total": "9.00",
        "budget:reception": "3.00",
        "final:total": "7.00",
        "final:reception": "2.00",
        "prior:total": "8.00",
        "prior:reception": "2.50",
    }


def test_a_single_row_of_figures_belongs_to_the_headings_above_them() -> None:
    text = """“三公”经费预算表
附表3
单位：万元

  合计   因公出国（境）费  公务接待费  公务用车购置费  公务用车运行费
  20.61                          2.48                           18.13
"""
    found = {fact.key: fact.amount.displayed for fact in read_text(f"某局2023年部门预算\n\n{text}").facts}
    assert found == {"budget:total": "20.61", "budget:reception": "2.48", "budget:running": "18.13"}


def test_a_text_laid_out_by_characters_keeps_its_columns_too() -> None:
    def line(*cells: str) -> str:
        return "".join(cell.rjust(10) if cell[:1].isdigit() else cell.ljust(18) for cell in cells).rstrip()

    rows = [
        line("项目", "  决算数   ", "项目", "  决算数"),
        line("一、一般公共预算财政拨款收入", "719.11", " 一、一般公共服务支出"),
        line("二、其他收入", "33.00", " 二、社会保障和就业支出", "50.16"),
        line("", "          ", " 三、卫生健康支出", "702.05"),
        line("本年收入合计", "752.11", " 本年支出合计", "752.11"),
    ]
    text = "\n".join(("收入支出决算总表", "公开01表", "单位：万元", *rows)) + "\n"
    found = cells(text, "01")
    assert found["一、一般公共预算财政拨款收入"] == {"income": "719.11"}
    assert found["二、其他收入"] == {"income": "33.00"}
    assert found["二、社会保障和就业支出"] == {"expenditure": "50.16"}
    assert found["本年收入合计"] == {"income": "752.11"}


def test_where_the_space_before_lines_was_cut_off_no_position_counts() -> None:
    form = """收入支出决算总表
公开01表
单位：万元
项目                          决算数    项目                        决算数
一、一般公共预算财政拨款收入   100.00    一、一般公共服务支出         60.00
                                        八、社会保障和就业支出       30.00
                                        十九、住房保障支出           10.00
本年收入合计                   100.00    本年支出合计                100.00
"""
    cut = "\n".join(line.strip() for line in form.splitlines())
    for text in (form, cut):
        found = {fact.item: fact.key for fact in read_text(f"某局2023年度部门决算\n\n{text}").facts if not fact.doubt}
        assert found["八、社会保障和就业支出"] == "expenditure"
        assert found["十九、住房保障支出"] == "expenditure"

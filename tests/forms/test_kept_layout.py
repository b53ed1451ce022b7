"""Forms in a text whose spaces keep the columns of a page."""

from __future__ import annotations

from juesuan.forms import recognise
from juesuan.readers import load_text

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

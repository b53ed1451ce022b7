"""Columns and titles of the budget forms of expenditure by function."""

from juesuan.forms.description import Column, column
from juesuan.forms.statutory.income import SUM

TITLED = r"(?:财政拨款|当年拨款|拨款)?支出(?:功能分类)?(?:预算)?(?:功能分类)?(?:预算)?(?:明细|总体情况|情况|总)?表"
"""How the titles go on behind the name of a budget."""

APPROVED: tuple[Column, ...] = (
    column("basic:personnel", r"(?:人员经费|人员支出)$", "基本支出/人员经费", english="personnel"),
    column("basic:running", r"(?:公用经费|公用支出)$", "基本支出/公用经费", english="running costs"),
    column("basic", rf"基本支出(?:/{SUM}|合计|小计)?$", "基本支出", english="basic expenditure"),
    column("project", rf"项目支出(?:/{SUM}|合计|小计)?$", "项目支出", english="project expenditure"),
    column("total", rf"{SUM}|^(?:一般公共预算|本年)?支出$", "合计", english="total"),
)
THREE = (("total", "basic", "project"), ("total", "basic", "basic:personnel", "basic:running", "project"))

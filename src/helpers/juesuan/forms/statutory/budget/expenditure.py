"""Budget form 53: expenditure by function, or by unit, basic and project (部门支出总表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

_OF_ALL_MONEY = r"^(?!.*(?:一般公共|政府性基金|国有资|专户|单位资金|财政拨款|结[转余]))"

FORM = FormDescription(
    number="53",
    name="部门支出总表",
    english="budget form of expenditure",
    layout=Layout.CODED,
    title=re.compile(r"支出(?:预算)?(?:总体情况|总)表|支出预算(?:情况)?表"),
    columns=(
        column("superior", rf"{_OF_ALL_MONEY}.*上缴上级", "上缴上级支出", english="paid to above"),
        column(
            "affiliated", rf"{_OF_ALL_MONEY}.*附属单位", "对附属单位补助支出", english="subsidies to affiliated units"
        ),
        column("business", rf"{_OF_ALL_MONEY}.*经营支出", "事业单位经营支出", english="business expenditure"),
        column("basic:personnel", rf"{_OF_ALL_MONEY}.*人员(?:经费|支出)$", "基本支出/人员经费", english="personnel"),
        column("basic:running", rf"{_OF_ALL_MONEY}.*公用(?:经费|支出)$", "基本支出/公用经费", english="running costs"),
        column("basic", rf"{_OF_ALL_MONEY}.*基本支出(?:/{SUM}|合计|小计)?$", "基本支出", english="basic expenditure"),
        column(
            "project", rf"{_OF_ALL_MONEY}.*项目支出(?:/{SUM}|合计|小计)?$", "项目支出", english="project expenditure"
        ),
        column("total", rf"{_OF_ALL_MONEY}.*(?:{SUM})|^本年支出(?:合计)?$", "合计", english="total"),
    ),
    trust=5,
    decisive=("superior", "affiliated", "basic", "project"),
    orders=(("total", "basic", "project"), ("total", "basic", "project", "business", "superior", "affiliated")),
    measure=BUDGET,
)

"""Budget form 56: basic expenditure of the general public budget by economic account (一般公共预算基本支出表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout, column

FORM = FormDescription(
    number="56",
    name="一般公共预算基本支出表",
    english="budget form of basic expenditure",
    layout=Layout.ECONOMIC,
    title=re.compile(
        r"(?:一般公共预算|公共预算)?(?:财政拨款)?基本支出(?:预算)?(?:部门预算)?(?:经济分类)?(?:科目)?(?:预算)?(?:明细|情况)?表"
    ),
    columns=(
        column("personnel", r"人员(?:经费|支出)$", "人员经费", english="personnel"),
        column("running", r"公用(?:经费|支出)$", "公用经费", english="running costs"),
        column(BUDGET, r"预算|金额|(?:合计|小计|总计)$", "预算数", english="budgeted figure"),
    ),
    trust=1,
    orders=((BUDGET,),),
    measure=BUDGET,
)

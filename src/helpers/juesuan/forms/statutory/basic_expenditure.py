"""公开06: basic expenditure of the general public budget by economic account."""

import re

from juesuan.forms.description import FormDescription, Layout, Twin, column

FORM = FormDescription(
    number="06",
    name="一般公共预算财政拨款基本支出决算明细表",
    english="form of basic expenditure",
    layout=Layout.ECONOMIC,
    title=re.compile(
        r"(?:一般公共预算|公共预算)?(?:财政)?(?:拨款)?(?:本年)?基本支出(?:决算|情况|决算情况)?(?:明细)?(?:情况)?表"
    ),
    columns=(
        column("personnel", r"人员经费$", "人员经费", english="personnel"),
        column("running", r"公用经费$", "公用经费", english="running costs"),
        column("final", r"决算|金额|执行数|支出数|实际数|(?:合计|小计|总计)$", "决算数", english="final figure"),
    ),
    trust=1,
    first_year="2014",
    orders=(("final",),),
    twin=Twin("45", re.compile(r"^(?!.*公共预算)")),
)

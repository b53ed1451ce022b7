"""Forms 37 and 38 of this program: operating cost, assets and procurement in one list; assets alone.

Inner Mongolia's 12 机构运行经费、国有资产占用、政府采购信息表 and Jiangxi's 国有资产占用情况表.
"""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

_FIGURE = (column("final", rf"决算|金额|执行数|支出数|实际数|统计数|数量|{SUM}", "统计数", english="figure"),)

INFORMATION = FormDescription(
    number="37",
    name="机构运行经费、国有资产占用、政府采购信息表",
    english="form of operating cost, assets and procurement",
    layout=Layout.LIST,
    title=re.compile(
        r"(?:机构|机关)运行(?:经费)?(?:支出)?[、和及](?:国有资产(?:占有?用)?[、和及])?(?:政府采购)?(?:等)?(?:情况|信息|情况信息)表"
        r"|国有资产占有?用[、和及]政府采购(?:等)?(?:情况|信息)表"
    ),
    columns=_FIGURE,
    trust=17,
    orders=(("final",),),
)
ASSETS = FormDescription(
    number="38",
    name="国有资产占用情况表",
    english="form of state assets",
    layout=Layout.LIST,
    title=re.compile(r"国有资产(?:占有?用|占有使用|占有、使用)(?:及变动)?(?:情况|信息|统计)?表"),
    columns=_FIGURE,
    trust=18,
    orders=(("final",),),
)

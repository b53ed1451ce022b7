"""Budget form 52: income by function, or by unit, and source (部门收入总表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

_CARRIED = r"(?:年初|上年)?结[转余]"

FORM = FormDescription(
    number="52",
    name="部门收入总表",
    english="budget form of income",
    layout=Layout.CODED,
    title=re.compile(r"收入(?:预算)?(?:总体情况|总)表|收入预算(?:情况)?表"),
    columns=(
        column(
            "opening:general", rf"{_CARRIED}.*一般公共预算", "上年结转结余/一般公共预算", english="general, carried in"
        ),
        column("opening:fund", rf"{_CARRIED}.*政府性基金", "上年结转结余/政府性基金预算", english="funds, carried in"),
        column(
            "opening:capital",
            rf"{_CARRIED}.*国有资[本产]",
            "上年结转结余/国有资本经营预算",
            english="state capital, carried in",
        ),
        column(
            "opening:special",
            rf"{_CARRIED}.*专户",
            "上年结转结余/财政专户管理资金",
            english="special account, carried in",
        ),
        column("opening:own", rf"{_CARRIED}.*单位资金", "上年结转结余/单位资金", english="own money, carried in"),
        column("opening", rf"{_CARRIED}", "上年结转结余", english="carry-over from the year before"),
        column("superior", r"上级补助", "上级补助收入", english="subsidies from above"),
        column("affiliated", r"附属单位", "附属单位上缴收入", english="income from affiliated units"),
        column("business", r"经营收入", "事业单位经营收入", english="business income"),
        column("operations", rf"(?<!经营)事业收入(?:/{SUM})?$", "事业收入", english="income from operations"),
        column("special", r"财政专户", "财政专户管理资金收入", english="special fiscal account"),
        column("other", r"其他收入", "其他收入", english="other income"),
        column("fiscal:general", r"一般公共预算", "一般公共预算拨款收入", english="general public budget"),
        column("fiscal:fund", r"政府性基金", "政府性基金预算拨款收入", english="government funds"),
        column("fiscal:capital", r"国有资[本产]", "国有资本经营预算拨款收入", english="state capital"),
        column("fiscal", r"财政拨款", "财政拨款收入", english="fiscal income"),
        column("own", r"单位资金", "单位资金", english="own money of the unit"),
        column("year", rf"本年收入(?:/{SUM}|合计|小计)?$", "本年收入/小计", "本年收入", "income of the year"),
        column("total", SUM, "合计", english="total"),
    ),
    trust=4,
    decisive=("superior", "affiliated", "special"),
    orders=(
        ("total", "fiscal", "operations", "business", "other"),
        (
            *("total", "opening", "fiscal:general", "fiscal:fund", "fiscal:capital", "special"),
            *("operations", "business", "superior", "affiliated", "other"),
        ),
        (
            *("total", "fiscal:general", "fiscal:fund", "fiscal:capital", "special"),
            *("operations", "superior", "affiliated", "business", "other", "opening"),
        ),
    ),
    measure=BUDGET,
)

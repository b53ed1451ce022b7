"""公开02: income by function and source."""

import re

from juesuan.forms.description import FormDescription, Layout, column

SUM = r"(?:合计|小计|总计)$"

FORM = FormDescription(
    number="02",
    name="收入决算表",
    english="form of income",
    layout=Layout.CODED,
    title=re.compile(r"收入决算总?表"),
    columns=(
        column("superior", r"上级补助", "上级补助收入", english="subsidies from above"),
        column("affiliated", r"附属单位", "附属单位上缴收入", english="income from affiliated units"),
        column("operations:education", r"教育收费", "事业收入/其中：教育收费", "教育收费", "education fees"),
        column("operations", rf"(?<!经营)事业收入(?:/{SUM})?$", "事业收入", english="income from operations"),
        column("business", r"经营收入", "经营收入", english="business income"),
        column("other", r"其他收入", "其他收入", english="other income"),
        column("fiscal:general", r"一般公共预算", "财政拨款收入/一般公共预算财政拨款", english="general public budget"),
        column("fiscal:fund", r"政府性基金", "财政拨款收入/政府性基金预算财政拨款", english="government funds"),
        column("fiscal:capital", r"国有资[本产]", "财政拨款收入/国有资本经营预算财政拨款", english="state capital"),
        column("fiscal", r"财政拨款", "财政拨款收入", english="fiscal income"),
        column("total", rf"{SUM}|^本年收入$", "本年收入合计", "合计", "total"),
    ),
    trust=4,
    first_year="2010",
    decisive=("superior", "affiliated", "fiscal"),
    orders=(
        ("total", "fiscal", "superior", "operations", "business", "affiliated", "other"),
        (
            *("total", "fiscal:general", "fiscal:fund", "fiscal:capital"),
            *("superior", "operations", "business", "affiliated", "other"),
        ),
    ),
)

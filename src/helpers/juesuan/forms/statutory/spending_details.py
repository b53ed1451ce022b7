"""Forms 32–35 of this program: expenditure by function, its columns the economic accounts.

Customary in some provinces under numbers of their own (Sichuan's 05 and 07, Inner Mongolia's 08).
"""

import re

from juesuan.forms.description import Column, FormDescription, Layout, column
from juesuan.forms.statutory.economic_columns import by_account

_SUM = column("total", r"(?:^|/)(?:合计|总计)$|^本年支出$", "合计", "合计", "total")
_BY_ACCOUNT = (*by_account(), _SUM)
_FISCAL: tuple[Column, ...] = tuple(
    column(f"{key}{part}", rf"{name}.*{words}", heading, heading.rpartition("/")[2], english)
    for key, name, title, told in (
        ("general", "一般公共预算", "一般公共预算财政拨款", "general public budget"),
        ("fund", "政府性基金", "政府性基金预算财政拨款", "government funds"),
        ("capital", "国有资[本产]", "国有资本经营预算财政拨款", "state capital budget"),
    )
    for part, words, heading, english in (
        (":basic", "/基本支出$", f"{title}/基本支出", f"{told}, basic"),
        (":project", "/项目支出$", f"{title}/项目支出", f"{told}, project"),
        ("", "", title, told),
    )
)


def _form(number: str, name: str, english: str, title: str, columns: tuple[Column, ...]) -> FormDescription:
    return FormDescription(number, name, english, Layout.CODED, re.compile(title), columns, trust=11)


FISCAL = _form(
    "32",
    "财政拨款支出决算明细表",
    "detailed form of fiscal spending",
    r"财政拨款支出决算明细表",
    (*_FISCAL, *_BY_ACCOUNT),
)
GENERAL = _form(
    "33",
    "一般公共预算财政拨款支出决算明细表",
    "detailed form of general public budget expenditure",
    r"(?:一般公共预算|公共预算)(?:财政)?(?:拨款)?支出决算明细表",
    _BY_ACCOUNT,
)
GENERAL_PROJECTS = _form(
    "34",
    "一般公共预算财政拨款项目支出决算明细表",
    "detailed form of project expenditure of the general public budget",
    r"(?:一般公共预算|公共预算)(?:财政)?(?:拨款)?项目支出决算明细表",
    _BY_ACCOUNT,
)
ALL = _form("35", "支出决算明细表", "detailed form of expenditure", r"支出决算明细表", _BY_ACCOUNT)

"""公开09: spending on travel abroad, vehicles and receptions (“三公”经费)."""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

ITEMS = ("total", "abroad", "vehicles", "purchase", "running", "reception")

FORM = FormDescription(
    number="09",
    name="财政拨款“三公”经费支出决算表",
    english="form of the three public expenses",
    layout=Layout.PUBLIC,
    title=re.compile(
        r"(?:一般公共预算|公共预算)?(?:财政拨款)?(?:安排的?)?“?三公”?经费(?:(?:[及和、]|等相关).{2,24}?)?(?:一般公共预算)?(?:财政拨款)?"
        r"(?:支出)?(?:决算|情况|决算情况|预决算)?(?:情况|信息|统计)?表|机构运行(?:情况)?信息表"
    ),
    columns=(
        column("operating", r"(?:机关|机构)运行经费", "机关运行经费", english="operating cost"),
        column("meetings", r"会议费", "会议费", english="meetings"),
        column("training", r"培训费", "培训费", english="training"),
        column("abroad", r"出国|因公", "因公出国（境）费", english="travel abroad"),
        column("reception", r"接待", "公务接待费", english="reception"),
        column(
            "purchase",
            r"(?<!购置及)(?<!购置和)购置费?$",
            "公务用车购置及运行维护费/公务用车购置费",
            english="vehicle purchase",
        ),
        column(
            "running",
            r"(?<!购置[及和])运行(?:维护)?费?$",
            "公务用车购置及运行维护费/公务用车运行维护费",
            english="vehicle running",
        ),
        column(
            "vehicles",
            r"公?务?用?车.*(?:购置及|购置和|小计$|合计$|费$)",
            "公务用车购置及运行维护费/小计",
            "公务用车购置及运行维护费",
            "vehicle purchase and running",
        ),
        column("total", rf"{SUM}|“?三公”?经费(?:支出)?(?:合计)?$", "合计", english="total"),
    ),
    trust=8,
    first_year="2012",
    decisive=("abroad", "running", "reception"),
)

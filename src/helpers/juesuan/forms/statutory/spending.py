"""Columns of the forms of expenditure by function."""

from juesuan.forms.description import Column, column

SUM = r"(?:合计|小计|总计)$"

OPENING = column("opening", r"(?:年初|上年).*结[转余]", "年初结转和结余", english="carry-over at the start")
CLOSING = column("closing", r"(?:年末|结转下年).*(?:结[转余]|$)", "年末结转和结余", english="carry-over at the end")

# columns that the forms of expenditure by function share, with those of carry-over and income where a form has them
SPENT: tuple[Column, ...] = (
    column(
        "opening:basic",
        r"(?:年初|上年).*结[转余].*基本支出",
        "年初结转和结余/基本支出结转",
        english="basic, carried in",
    ),
    column(
        "opening:project",
        r"(?:年初|上年).*结[转余].*项目支出",
        "年初结转和结余/项目支出结转和结余",
        english="project, carried in",
    ),
    OPENING,
    column("closing:basic", r"(?:年末|结转下年).*基本支出", "年末结转和结余/基本支出结转", english="basic, carried on"),
    column(
        "closing:project",
        r"(?:年末|结转下年).*项目支出",
        "年末结转和结余/项目支出结转和结余",
        english="project, carried on",
    ),
    CLOSING,
    column(
        "income:basic", r"本年(?:财政拨款)?收入/.*基本支出", "本年收入/基本支出", english="income for basic expenditure"
    ),
    column("income:project", r"本年(?:财政拨款)?收入/.*项目支出", "本年收入/项目支出", english="income for projects"),
    column(
        "income",
        r"本年(?:财政拨款)?收入(?:合计)?$|本年(?:财政拨款)?收入/(?:合计|小计)$",
        "本年收入",
        english="income of the year",
    ),
    column("basic:personnel", r"基本支出/人员经费$", "本年支出/基本支出/人员经费", english="personnel"),
    column("basic:running", r"基本支出/(?:日常)?公用经费$", "本年支出/基本支出/公用经费", english="running costs"),
    column("basic", rf"基本支出(?:/{SUM}|合计|小计)?$", "本年支出/基本支出", english="basic expenditure"),
    column("project", rf"项目支出(?:/{SUM}|合计|小计)?$", "本年支出/项目支出", english="project expenditure"),
    column("total", rf"{SUM}|^(?:项目/)?本年支出(?:合计)?$", "本年支出/合计", "合计", "total"),
)
THREE = ("total", "basic", "project")
SIX = ("opening", "income", *THREE, "closing")
TWELVE = (
    *("opening", "opening:basic", "opening:project", "income", "income:basic", "income:project"),
    *(*THREE, "closing", "closing:basic", "closing:project"),
)

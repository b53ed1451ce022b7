"""The field's standard terms in English, for readers who have no Chinese."""

from __future__ import annotations

import re

ITEMS: dict[str, str] = {
    "合计": "Total",
    "人员经费": "Personnel",
    "公用经费": "Running cost",
    "基本支出": "Basic expenditure",
    "项目支出": "Project expenditure",
    "其他支出": "Other expenditure",
    "因公出国（境）费": "Official travel abroad",
    "公务用车购置费": "Vehicle purchase",
    "公务用车运行维护费": "Vehicle running cost",
    "公务接待费": "Official receptions",
    "收入支出总计": "Total income and expenditure",
    "收入总计": "Total income",
    "支出总计": "Total expenditure",
    "财政拨款收入支出总计": "Fiscal appropriations",
    "一般公共预算财政拨款支出": "General public budget",
    "“三公”经费": "Three public expenses",
    "机关运行经费": "Operating cost",
    "工资福利支出": "Wages and benefits",
    "商品和服务支出": "Goods and services",
    "对个人和家庭的补助": "Transfers to individuals",
    "资本性支出": "Capital expenditure",
    "债务利息及费用支出": "Interest",
    "一般公共服务支出": "General public services",
    "公共安全支出": "Public security",
    "教育支出": "Education",
    "科学技术支出": "Science and technology",
    "文化旅游体育与传媒支出": "Culture, tourism, sport, media",
    "社会保障和就业支出": "Social security and employment",
    "卫生健康支出": "Health",
    "节能环保支出": "Environment",
    "城乡社区支出": "Urban and rural community",
    "农林水支出": "Agriculture, forestry, water",
    "交通运输支出": "Transport",
    "住房保障支出": "Housing",
    "行政运行": "Administration",
    "事业运行": "Operation of institutions",
    "一般行政管理事务": "General administrative affairs",
    "机关事业单位基本养老保险缴费支出": "Basic pension contributions",
    "机关事业单位职业年金缴费支出": "Occupational annuities",
    "行政单位医疗": "Medical cover, administration",
    "事业单位医疗": "Medical cover, institutions",
    "公务员医疗补助": "Civil servants' medical subsidy",
    "死亡抚恤": "Death compensation",
    "住房公积金": "Housing fund",
    "购房补贴": "Housing allowance",
    "住房改革支出": "Housing reform",
    "行政事业单位养老支出": "Pensions of public bodies",
    "行政事业单位医疗": "Medical cover of public bodies",
    "行政单位离退休": "Retired staff, administration",
    "事业单位离退休": "Retired staff, institutions",
    "抚恤": "Compensation",
    "文化体育与传媒支出": "Culture, sport, media",
    "职工基本医疗保险缴费": "Basic medical insurance contributions",
    "公务员医疗补助缴费": "Civil servants' medical subsidy contributions",
    "其他社会保障缴费": "Other social security contributions",
    "其他对个人和家庭的补助": "Other transfers to individuals",
    "奖金": "Bonuses",
    "奖励金": "Rewards",
    "福利费": "Staff welfare",
    "其他交通费用": "Other transport",
    "邮电费": "Post and telephone",
    "咨询费": "Consulting",
    "手续费": "Charges",
    "水费": "Water",
    "电费": "Electricity",
    "取暖费": "Heating",
    "劳务费": "Services of individuals",
    "委托业务费": "Commissioned services",
    "专用材料费": "Special materials",
    "税金及附加费用": "Taxes and surcharges",
    "公务用车购置": "Vehicle purchase",
}

FORM_TITLES: dict[str, str] = {
    "收入支出决算总表": "summary form of income and expenditure",
    "收入决算表": "form of income",
    "支出决算表": "form of expenditure",
    "财政拨款收入支出决算总表": "summary form of fiscal appropriations",
    "一般公共预算财政拨款支出决算表": "form of general public budget expenditure",
    "一般公共预算财政拨款基本支出决算明细表": "form of basic expenditure",
    "一般公共预算财政拨款基本支出决算表": "form of basic expenditure",
    "政府性基金预算财政拨款收入支出决算表": "form of government funds",
    "国有资本经营预算财政拨款支出决算表": "form of the state capital budget",
    "国有资本经营预算财政拨款收入支出决算表": "form of the state capital budget",
    "财政拨款“三公”经费支出决算表": "form of the three public expenses",
    "财政拨款三公经费支出决算表": "form of the three public expenses",
    "机关运行经费支出情况表": "form of operating cost",
    "政府采购支出情况表": "form of procurement",
}
SECTIONS: dict[str, str] = {  # headings of the explanation, without 说明 at the end
    "收入支出决算总体情况": "income and expenditure as a whole",
    "收入决算情况": "income",
    "支出决算情况": "expenditure",
    "财政拨款收入支出决算总体情况": "fiscal appropriations as a whole",
    "一般公共预算财政拨款支出决算情况": "general public budget",
    "一般公共预算财政拨款支出决算总体情况": "general public budget as a whole",
    "一般公共预算财政拨款支出决算结构情况": "structure of the general public budget",
    "一般公共预算财政拨款支出决算具体情况": "general public budget item by item",
    "一般公共预算财政拨款基本支出决算情况": "basic expenditure",
    "财政拨款‘三公’经费支出决算情况": "three public expenses",
    "‘三公’经费财政拨款支出总体情况": "three public expenses as a whole",
    "‘三公’经费财政拨款支出决算总体情况": "three public expenses as a whole",
    "‘三公’经费财政拨款支出决算具体情况": "three public expenses in detail",
    "‘三公’经费财政拨款支出决算实物量情况": "counts of the three public expenses",
    "政府性基金预算财政拨款收入支出决算情况": "government funds",
    "国有资本经营预算财政拨款收入支出决算情况": "state capital budget",
    "机关运行经费支出情况": "operating cost",
    "政府采购支出情况": "procurement",
    "国有资产占有使用情况": "state assets",
    "国有资产占用情况": "state assets",
    "预算绩效管理情况": "performance management",
    "预算绩效管理工作开展情况": "performance management",
    "绩效自评结果": "results of the self-evaluations",
}

NAMES: dict[str, str] = {
    **{name: spoken[0].lower() + spoken[1:] for name, spoken in ITEMS.items()},
    **FORM_TITLES,
    "整体支出绩效自评表": "whole-department self-evaluation",
    "张项目自评表": "project self-evaluations",
    "自评表": "self-evaluation",
    "三公经费": "three public expenses",
    "报告": "report",
    "正文": "prose",
    "表中": "the table's",
    "总分": "total score",
    "总计": "grand total",
    "小计": "subtotal",
    "收入": "income",
    "支出": "expenditure",
    "预算": "budget",
    "决算": "final",
    "上年数": "prior year",
    "下级": "subordinate items",
    "各栏": "columns",
    "各分项": "parts",
    "各项": "items",
    "各占比": "shares",
    "各类支出": "classes of expenditure",
    "各项收入": "kinds of income",
    "各项财政拨款": "kinds of fiscal appropriation",
    "各指标": "indicators'",
    "其下各指标": "its indicators'",
    "功能科目": "function classes",
    "构成": "structure",
    "本年收入": "income of the year",
    "本年收入合计": "total income of the year",
    "本年支出": "expenditure of the year",
    "本年支出合计": "total expenditure of the year",
    "年初结转": "carry-over at the start",
    "年末结转": "carry-over at the end",
    "年末结转和结余": "carry-over and surplus at the end",
    "年末财政拨款结转和结余": "fiscal carry-over and surplus at the end",
    "使用结余": "surplus used",
    "结余分配": "surplus distributed",
    "财政拨款": "fiscal appropriation",
    "财政拨款收入": "fiscal income",
    "财政拨款支出": "fiscal expenditure",
    "一般公共预算财政拨款": "general public budget",
    "一般公共预算财政拨款基本支出": "basic expenditure of the general public budget",
    "政府性基金预算财政拨款": "government funds",
    "公务用车购置及运行维护费": "vehicle purchase and running cost",
    "公务用车保有量": "vehicles kept",
    "公务用车购置数": "vehicles bought",
    "接待批次": "receptions",
    "接待人次": "guests",
    "出国团组": "groups abroad",
    "出国人次": "travellers abroad",
    "办公费": "office supplies",
    "印刷费": "printing",
    "差旅费": "travel",
    "会议费": "meeting cost",
    "培训费": "training",
    "车辆": "vehicles",
    "在职人数": "staff in service",
    "政府采购支出": "procurement",
    "政府采购货物支出": "procurement of goods",
    "政府采购工程支出": "procurement of works",
    "政府采购服务支出": "procurement of services",
    "授予中小企业合同金额": "contracts with small and medium enterprises",
    "授予小微企业合同金额": "contracts with small and micro enterprises",
    "自评资金": "funds evaluated",
    "绩效自评金额": "amount evaluated",
    "绩效自评项目数": "number of projects evaluated",
    "到位资金": "funds received",
    "计划到位资金": "funds planned",
}
MEASURES: dict[str, str] = {
    "合计": "total",
    "收入": "income",
    "预算数": "budget",
    "年初预算": "opening budget",
    "年初预算数": "opening budget",
    "预算与执行": "budget and execution",
    "全年预算数": "full-year budget",
    "决算数": "final figure",
    "执行数": "executed",
    "全年执行数": "executed in the year",
    "执行率": "execution rate",
    "执行率得分": "score for the execution rate",
    "完成率": "completion rate",
    "到位率": "rate of funds received",
    "完成值": "result",
    "实际完成值": "actual result",
    "完成情况": "completion",
    "指标值": "target",
    "满意度目标": "satisfaction target",
    "分值": "weight",
    "指标值栏填的是分值": "points in place of targets",
    "得分": "score",
    "占比": "share",
    "数量": "number",
    "增减额": "change",
    "增减幅度": "rate of change",
    "所列各项": "listed parts",
    "较上年增减额": "change on the prior year",
    "较上年增减幅度": "rate of change on the prior year",
}
_WORDS = NAMES | MEASURES
_LONGEST_FIRST = sorted(MEASURES, key=len, reverse=True)
_COMPUTED = re.compile(r"（(?=[\d-])[^“”]*$")
_AND = re.compile("[、与](?![^“”]*”)")  # not within a name
_SIDES = re.compile(r"与(?=公开\d\d表)")  # between the two sides of an identity
_INNER = str.maketrans("“”", "‘’")
_PIECE = re.compile(r"公开(?P<form>\d\d)表|(?P<quoted>“.*?”+)|(?P<mark>[/（）()\d.,%×+\-*]+)|(?P<words>[^“/\d]+)")


def name_in_english(name: str) -> str:
    """The English of a standard term, "" for anything else."""
    return _WORDS.get(name, "")


def in_english(label: str) -> str:
    """A label of a check in English; names out of the document stay as they are.

    The words keep the order of a heading: `公开05表合计` is `form 05 total`.
    """
    if "÷" in label:
        return " ÷ ".join(in_english(side) for side in label.split("÷", 1))
    section, colon, rest = label.partition("：")
    if colon:
        return f"{_WORDS.get(section, section)}: {in_english(rest)}"
    left, *right = _SIDES.split(label)
    if right:
        return " and ".join(map(in_english, (left, *right)))
    place, _, rest = label.partition("所述")
    if rest:
        return f"{_WORDS.get(place) or _quoted(place)}: {in_english(rest)}"
    words, total, formula = label.partition("之和")
    if total:
        what, equals, parts = words.rpartition("等于")
        if equals:
            return f"{in_english(what)}: sum of {in_english(parts)}{formula}"
        return f"sum of {' and '.join(map(in_english, _AND.split(words)))}{formula}"
    return _heading(label)


def _heading(label: str) -> str:
    computed = _COMPUTED.search(label)  # a bracket within a name is part of it
    label, formula = (label[: computed.start()], computed[0]) if computed else (label, "")
    pieces = _PIECE.finditer(label.replace("“三公”经费", "三公经费"))
    spoken = (f"form {piece['form']}" if piece["form"] else _phrase(piece[0]) for piece in pieces)
    return " ".join(spoken) + formula


def _quoted(place: str) -> str:
    if place.startswith("“") and place.endswith("”"):
        return place
    return f"“{place.translate(_INNER)}”"


def _phrase(words: str) -> str:
    """A name and its measure; what is no standard term stays as it is."""
    if words in _WORDS:
        return _WORDS[words]
    for measure in _LONGEST_FIRST:
        name = words.removesuffix(measure)
        if name != words:
            return f"{_phrase(name.removesuffix('的'))} {MEASURES[measure]}"
    return words

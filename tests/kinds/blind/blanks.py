"""Templates: disclosures that nobody has filled in, as finance offices hand them out."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.kinds.kind import Kind
from kinds.blind import Made, rows

BLANK_FORMS = "\n\n".join(
    f"{title}\n{head}"
    for title, head in (
        (
            "收入支出决算总表",
            rows(
                "收入||支出|",
                "项目|金额|项目|金额",
                "一、一般公共预算财政拨款收入||一、一般公共服务支出|",
                "本年收入合计||本年支出合计|",
                "总计||总计|",
            ),
        ),
        ("收入决算表", rows("科目编码|科目名称|本年收入合计|财政拨款收入|其他收入", "|合计|||", "||||")),
        ("支出决算表", rows("科目编码|科目名称|本年支出合计|基本支出|项目支出", "|合计|||", "||||")),
        (
            "财政拨款“三公”经费支出决算表",
            rows("合计|因公出国（境）费|公务用车购置费|公务用车运行费|公务接待费", "||||"),
        ),
    )
)


def documents() -> Iterator[Made]:
    """Twenty: five manners of writing, each with four signs for what is to be filled in."""
    for name, make in (
        ("crosses", crosses),
        ("choices", choices),
        ("notes", notes),
        ("empty", empty),
        ("lines", lines),
    ):
        for sign in ("XX", "××", "**", "某某") if name != "lines" else ("____", "＿＿＿", "……", "〔  〕"):
            yield Made(f"{name}-{sign}", make(sign), Kind.TEMPLATE)


def crosses(sign: str) -> str:
    """Crosses for names, years and figures."""
    return f"""{sign}局20{sign}年度部门决算

第一部分 {sign}局概况
一、主要职责
（请按“三定”方案填写）
二、部门决算单位构成
第二部分 20{sign}年度部门决算表
{BLANK_FORMS}

第三部分 20{sign}年度部门决算情况说明
一、收入支出总体情况
20{sign}年度收入总计{sign}万元，支出总计{sign}万元，与上年相比增加（减少）{sign}万元，增长（下降）{sign}%，主要原因是{sign}。
二、一般公共预算支出
年初预算{sign}万元，决算{sign}万元，完成年初预算的{sign}%。
"""


def choices(sign: str) -> str:
    """Words to choose between."""
    return f"""20{sign}年部门（单位）决算公开

{sign}单位
{BLANK_FORMS}

收、支总计{sign}万元。与20{sign}年度相比，增加/减少/持平{sign}万元，主要是……。
决算数大于（小于/等于）预算数的主要原因：{sign}。
“三公”经费决算{sign}万元，其中公务接待{sign}批次{sign}人次。
本单位车辆{sign}辆，其中：主要领导用车{sign}辆。（如无，请写明“没有车辆”。）
"""


def notes(sign: str) -> str:
    """Notes to the writer; the year is the one of the notice."""
    return f"""附件3

2023年度部门决算公开参考文本

{sign}部门2023年度决算

（填报说明：本文本供各部门参考，斜体部分为提示语，公开时请删除。）

{BLANK_FORMS}

一、收入情况
本年收入{sign}万元，其中：财政拨款{sign}万元，占{sign}%。（数据取自公开02表，保留两位小数。）
二、支出情况
本年支出{sign}万元，其中：基本支出{sign}万元，占{sign}%。（数据取自公开03表。）
三、其他
（各部门可根据实际增加内容。）
"""


def empty(sign: str) -> str:
    """Mostly forms without a figure, for copying."""
    return f"""部门决算公开表（样表）
公开部门：{sign}    年度：    单位：万元

{BLANK_FORMS}

注：1.本表反映部门全年总收支。2.没有数据的表也要公开空表，并加说明。
"""


def lines(sign: str) -> str:
    """Lines or gaps for what is to be filled in."""
    return f"""{sign}（部门名称）{sign}年度部门决算

{BLANK_FORMS}

{sign}年度收入合计{sign}万元，支出合计{sign}万元，比上年增（减）{sign}万元，原因是{sign}。
其中人员经费{sign}万元，公用经费{sign}万元；公务用车{sign}辆，接待{sign}批次、{sign}人。
"""

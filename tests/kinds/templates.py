"""Templates that were published, or lie in the folder, in place of a disclosure: nothing is filled in."""

from __future__ import annotations

_FORMS = """收入支出决算总表
公开01表
部门：{body}\t\t单位：万元
收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、一般公共预算财政拨款收入\t\t一、一般公共服务支出\t
二、政府性基金预算财政拨款收入\t\t二、外交支出\t
本年收入合计\t\t本年支出合计\t
年初结转和结余\t\t年末结转和结余\t
总计\t\t总计\t

一般公共预算财政拨款支出决算表
公开05表
部门：{body}\t\t单位：万元
科目编码\t科目名称\t小计\t基本支出\t项目支出
合计\t\t\t\t
201\t一般公共服务支出\t\t\t
20103\t政府办公厅（室）及相关机构事务\t\t\t
2010301\t行政运行\t\t\t

"""
_PROSE = """第三部分 {year}年度部门决算情况说明
一、收入支出决算总体情况说明
{year}年度收、支总计{n}万元。与上年相比，收、支总计各增加（减少）{n}万元，增长（下降）{n}%，主要是{why}。
二、收入决算情况说明
本年收入合计{n}万元，其中：财政拨款收入{n}万元，占{n}%；事业收入{n}万元，占{n}%。
三、支出决算情况说明
本年支出合计{n}万元，其中：基本支出{n}万元，占{n}%；项目支出{n}万元，占{n}%。
四、财政拨款“三公”经费支出决算情况说明
“三公”经费支出预算为{n}万元，支出决算为{n}万元，完成预算的{n}%，决算数大于（小于）预算数的主要原因是{why}。
五、政府采购支出情况
政府采购支出总额{n}万元，其中：货物支出{n}万元、工程支出{n}万元、服务支出{n}万元。
"""
_FRONT = """{body}{year}年度部门决算

目录
第一部分 {body}概况
第二部分 {year}年度部门决算表
第三部分 {year}年度部门决算情况说明
第四部分 名词解释

第一部分 {body}概况
一、部门职责
（按“三定”方案填写）
二、机构设置
内设机构{n}个。

第二部分 {year}年度部门决算表

"""
FILLERS = (
    ("XX部门", "XXXX", "XX", "……"),
    ("××局", "20××", "××", "××××"),
    ("XXX单位", "20XX", "XXX.XX", "..."),
    ("某某委员会", "202×", "*", "…"),
    ("××县××局", "2024", "××.××", "×××"),
    ("（部门名称）", "2023", "__", "____"),
    ("**市**局", "20**", "**", "**"),
    ("○○局", "○○○○", "○○", "○○○"),
    ("XX省XX厅", "2022", "X", "XXX"),
    ("XX街道办事处", "2025", "X.XX", "（说明原因）"),
)


def templates() -> list[str]:
    """Whole ones, and ones of prose without forms."""
    whole = [(_FRONT + _FORMS + _PROSE).format(body=b, year=y, n=n, why=why) for b, y, n, why in FILLERS]
    prose = [
        (_FRONT.partition("第二部分")[0] + _PROSE).format(body=b, year=y, n=n, why=why) for b, y, n, why in FILLERS
    ]
    return whole + prose

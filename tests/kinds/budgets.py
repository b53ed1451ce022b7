"""Budgets as departments publish them, of invented bodies: covers, contents, explanations and forms of many places.

They were written down before the code that tells them from final accounts, and in other words.
"""

from __future__ import annotations

_ITEMS = """合计\t\t612.40\t488.15\t124.25
205\t教育支出\t540.00\t415.75\t124.25
20502\t普通教育\t540.00\t415.75\t124.25
2050202\t小学教育\t540.00\t415.75\t124.25
221\t住房保障支出\t72.40\t72.40\t
22102\t住房改革支出\t72.40\t72.40\t
2210201\t住房公积金\t72.40\t72.40\t
"""
_BALANCE = """收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t612.40\t一、教育支出\t540.00
二、政府性基金预算拨款收入\t\t二、住房保障支出\t72.40
本年收入合计\t612.40\t本年支出合计\t612.40
上年结转\t\t结转下年\t
收入总计\t612.40\t支出总计\t612.40
"""
_THREE = """合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费
\t\t\t小计\t公务用车购置费\t公务用车运行费
3.60\t0.00\t0.60\t3.00\t0.00\t3.00
"""
_CODED = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"


def _form(title: str, body: str, number: str = "", department: str = "") -> str:
    caption = f"部门：{department}\t\t单位：万元\n" if department else "单位：万元\n"
    return "\n".join(filter(None, (title, number, ""))) + caption + body + "\n"


NATIONAL = (
    """{body}{year}年部门预算

目  录

第一部分 {body}概况
一、主要职能
二、部门预算单位构成
第二部分 {year}年部门预算表
一、部门收支总表
二、部门收入总表
三、部门支出总表
四、财政拨款收支总表
五、一般公共预算支出表
六、一般公共预算基本支出表
七、财政拨款预算“三公”经费支出表
八、政府性基金预算支出表
九、国有资本经营预算支出表
第三部分 {year}年部门预算情况说明
第四部分 名词解释

第一部分 {body}概况
一、主要职能
办好学校，发展教育。
二、部门预算单位构成
纳入编制范围的单位共3个。

第二部分 {year}年部门预算表

"""
    + "".join(
        _form(title, body)
        for title, body in (
            ("部门收支总表", _BALANCE),
            ("部门支出总表", _CODED + _ITEMS),
            ("财政拨款收支总表", _BALANCE),
            ("一般公共预算支出表", _CODED + _ITEMS),
            ("财政拨款预算“三公”经费支出表", _THREE),
        )
    )
    + """第三部分 {year}年部门预算情况说明
一、关于{year}年收支总表的说明
按照综合预算的原则，{body}所有收入和支出均纳入部门预算管理。{year}年收支总预算612.40万元。
二、关于{year}年一般公共预算当年拨款情况说明
（一）规模变化情况
{year}年一般公共预算当年拨款612.40万元，比上年执行数减少8.10万元，主要是压减项目。
（二）结构情况
教育支出540.00万元，占88.18%；住房保障支出72.40万元，占11.82%。
三、“三公”经费预算情况说明
{year}年“三公”经费预算数为3.60万元，比上年预算减少0.40万元。
第四部分 名词解释
一、财政拨款收入：指同级财政当年拨付的资金。
"""
)

COAST = (
    """{body}
{year}年度部门预算

目 录
一、部门主要职能
二、部门机构设置
三、名词解释
四、部门预算编制说明
五、部门预算表
1．{year}年部门财务收支预算总表
2．{year}年部门收入预算总表
3．{year}年部门支出预算总表
4．{year}年部门财政拨款收支预算总表
5．{year}年部门一般公共预算支出功能分类预算表
6．{year}年部门“三公”经费和机关运行经费预算表
六、其他相关情况说明

{body}主要职能
承担规划和土地的管理。
部门预算编制说明
{year}年，{body}收入预算612.40万元，其中：财政拨款收入612.40万元，比{prior}年预算增加12.00万元。
支出预算612.40万元。财政拨款支出预算中，一般公共预算拨款支出预算612.40万元。
财政拨款收入主要内容如下：1.“教育支出”科目540.00万元，主要用于日常运转。

"""
    + "".join(
        _form(title, body, department="{body}")
        for title, body in (
            ("{year}年部门财务收支预算总表", _BALANCE),
            ("{year}年部门支出预算总表", _CODED + _ITEMS),
            ("{year}年部门一般公共预算支出功能分类预算表", _CODED + _ITEMS),
            ("{year}年部门“三公”经费和机关运行经费预算表", _THREE),
        )
    )
    + """其他相关情况说明
一、{year}年“三公”经费预算情况说明
{year}年“三公”经费预算数为3.60万元，比{prior}年预算减少0.40万元。
二、机关运行经费预算
{year}年机关运行经费财政拨款预算为44.10万元。
"""
)

UNIT = (
    """附件2：

{body}{year}年单位预算公开

第一部分  单位基本情况
一、单位职责
承担公共服务。
第二部分  单位预算报表
"""
    + "".join(
        _form(title, body, number, "{body}")
        for title, body, number in (
            ("单位收支预算总表", _BALANCE, "公开表1"),
            ("单位支出预算总体情况表", _CODED + _ITEMS, "公开表3"),
            ("一般公共预算支出情况表", _CODED + _ITEMS, "公开表5"),
            ("“三公”经费支出预算情况表", _THREE, "公开表7"),
        )
    )
    + """第三部分  单位预算说明
一、收支预算情况
预算收入612.40万元，预算支出612.40万元，较上年决算数下降1.3%。
二、政府采购安排情况
本年度安排政府采购预算20.00万元。
"""
)

EXPLANATION = """关于{body}{year}年部门预算的说明

根据《预算法》的要求，现将{body}{year}年预算及“三公”经费预算公开如下：
一、部门基本情况
内设机构5个，事业编制20名。
二、{year}年部门收支预算说明
（一）收入预算说明
收入预算总额为612.40万元，其中：一般公共预算拨款612.40万元。
（二）支出预算说明
支出预算总额为612.40万元，其中：基本支出488.15万元，项目支出124.25万元。
三、财政拨款“三公”经费预算说明
公务接待费0.60万元，公务用车运行费3.00万元。与{prior}年决算数持平。
四、预算绩效情况说明
{year}年实行绩效目标管理的项目4个，涉及预算124.25万元。
"""

WITH_TARGETS = (
    """{year}年{body}预算公开说明书

目录
第一部分 部门概况
第二部分 {year}年预算公开报表
预算公开01表 部门收支总表
预算公开02表 部门收入总表
预算公开05表 一般公共预算支出表
预算公开11表 项目支出绩效目标表
第三部分 预算公开情况说明

第一部分 部门概况
一、主要职责
受理群众来信来访。

第二部分 {year}年预算公开报表
"""
    + "".join(
        _form(title, body, number)
        for title, body, number in (
            ("部门收支总表", _BALANCE, "预算公开01表"),
            ("一般公共预算支出表", _CODED + _ITEMS, "预算公开05表"),
        )
    )
    + """项目支出绩效目标表
预算公开11表
项目名称\t校舍维修\t预算金额（万元）\t124.25
总体目标\t改善条件\t\t
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t维修校舍数\t≥4栋
效益指标\t社会效益指标\t受益学生数\t≥800人
满意度指标\t服务对象满意度指标\t师生满意度\t≥95%

第三部分 预算公开情况说明
一、收支总体情况
{year}年收入总计612.40万元，较上年增加3.10万元，增长0.51%。支出总计612.40万元。
二、项目情况
校舍维修124.25万元。
"""
)

FORMS_ALONE = "".join(
    _form(title, body, number, "{body}")
    for title, body, number in (
        ("{year}年收支预算总表", _BALANCE, "预算01表"),
        ("{year}年支出预算总表", _CODED + _ITEMS, "预算03表"),
        ("{year}年一般公共预算支出预算表", _CODED + _ITEMS, "预算05表"),
        ("{year}年一般公共预算“三公”经费支出预算表", _THREE, "预算07表"),
    )
)

ADJUSTED = """{body}{year}年部门预算调整情况公开

一、预算调整的原因
机构职能划转，需相应调整收支。
二、调整后的收支预算
调整后收入预算612.40万元，比年初预算增加30.00万元；支出预算612.40万元。
""" + _form("{year}年部门预算调整表", _CODED + _ITEMS, department="{body}")

SOUTH = """{body}

{year}年部门预算及“三公”经费
预算信息公开

目    录

第一章 概况
第二章 {year}年部门预算编制情况
第三章 {year}年部门预算公开表格
表1：收支预算总表
表2：收入预算总表
表3：支出预算总表
表4：一般公共预算支出预算表（按功能科目）
表5：“三公”经费预算表

第一章 概况
负责市容环境。
第二章 {year}年部门预算编制情况
一、预算收支增减变化情况
{year}年收入预算612.40万元，比上年增加2.00万元，增长0.33%，主要原因是人员增加。
二、“三公”经费安排情况
“三公”经费预算3.60万元，与上年持平。
第三章 {year}年部门预算公开表格
""" + "".join(
    _form(title, body)
    for title, body in (
        ("表1：收支预算总表", _BALANCE),
        ("表3：支出预算总表", _CODED + _ITEMS),
        ("表4：一般公共预算支出预算表（按功能科目）", _CODED + _ITEMS),
        ("表5：“三公”经费预算表", _THREE),
    )
)

SKELETONS = (NATIONAL, COAST, UNIT, EXPLANATION, WITH_TARGETS, FORMS_ALONE, ADJUSTED, SOUTH)
BODIES = ("梨花县教育局", "杏山市桃溪区自然资源局", "梨花县水文站", "中共杏山市委党校", "枣林自治州信访局")
CASES = [(skeleton, BODIES[(number + turn) % 5], 2020 + (number + turn) % 6)
         for turn in range(3) for number, skeleton in enumerate(SKELETONS)]  # fmt: skip


def budgets() -> list[tuple[str, str, str]]:
    """Text, body and year of each."""
    return [
        (text.replace("{body}", body).replace("{year}", str(year)).replace("{prior}", str(year - 1)), body, str(year))
        for text, body, year in CASES
    ]

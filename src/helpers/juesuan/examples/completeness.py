"""Examples for the rules about what must be published, and what must not."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import FORM_05, FORM_06, FORM_09, FORM_10, disclosure

_FORM_01 = """收入支出决算总表
公开01表
单位：万元
收入\t\t\t支出\t\t
项目\t行次\t金额\t项目\t行次\t金额
一、一般公共预算财政拨款收入\t1\t120.00\t一、一般公共服务支出\t31\t100.00
本年收入合计\t27\t120.00\t本年支出合计\t57\t120.00
总计\t30\t120.00\t总计\t60\t120.00
"""
_FORM_02 = """收入决算表
公开02表
单位：万元
项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入
科目代码\t科目名称\t\t\t\t\t\t\t
合计\t\t120.00\t120.00\t\t\t\t\t
201\t一般公共服务支出\t120.00\t120.00\t\t\t\t\t
"""
_FORM_03 = """支出决算表
公开03表
单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
科目代码\t科目名称\t\t\t\t\t\t
合计\t\t120.00\t90.00\t30.00\t\t\t
201\t一般公共服务支出\t120.00\t90.00\t30.00\t\t\t
"""
_FORM_04 = """财政拨款收入支出决算总表
公开04表
单位：万元
收入\t\t\t支出\t\t\t\t\t
项目\t行次\t金额\t项目\t行次\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款
一、一般公共预算财政拨款\t1\t120.00\t一、一般公共服务支出\t33\t120.00\t120.00\t\t
本年收入合计\t27\t120.00\t本年支出合计\t59\t120.00\t120.00\t\t
总计\t32\t120.00\t总计\t64\t120.00\t120.00\t\t
"""
_FUND = """政府性基金预算财政拨款收入支出决算表
公开07表
单位：万元
项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余
科目代码\t科目名称\t\t\t小计\t基本支出\t项目支出\t
合计\t\t\t{figure}\t{figure}\t\t{figure}\t

注：{note}
"""
_CAPITAL = """国有资本经营预算财政拨款支出决算表
公开08表
单位：万元
项目\t\t本年支出\t\t
科目代码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t\t\t

注：本部门没有此类支出，故本表无数据。
"""
_EMPTY_FUND = _FUND.format(figure="", note="本部门没有此类收支，故本表无数据。")
_NOTED = _FUND.format(figure="", note="本部门没有{}预算财政拨款收支，故本表无数据。")
_NOTED_CAPITAL = _CAPITAL.replace("此类支出", "国有资本经营预算财政拨款支出")
_ALL = "\n".join((_FORM_01, _FORM_02, _FORM_03, _FORM_04, FORM_05, FORM_06, _EMPTY_FUND, _CAPITAL, FORM_09))
_ALL = f"第二部分 2024年度部门决算表\n{_ALL}"
_PROSE = "一、收入支出决算总体情况说明\n2024年度收入支出总计120.00万元。\n"
_FUND_SECTION = "七、政府性基金预算财政拨款收支决算情况说明\n{}\n"
_CONTENTS = (
    "2024年度\n苹果县档案馆部门决算\n目录\n第一部分 部门概况\n一、部门职责\n第二部分 2024年度部门决算表\n"
    "一、一般公共预算财政拨款支出决算表\n{}第三部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n"
    "十一、政府采购支出情况说明\n第一部分 部门概况\n一、部门职责\n保管全县档案。\n"
)
_PROCUREMENT = "十一、政府采购支出情况说明\n2024年度没有政府采购支出。\n"
_EXPLAINED = (
    "一、收入支出决算总体情况说明\n总计120.00万元。\n二、收入决算情况说明\n收入合计120.00万元。\n"
    "三、支出决算情况说明\n支出合计120.00万元。\n九、财政拨款“三公”经费支出决算情况说明\n没有支出。\n"
    "十、机关运行经费支出情况说明\n支出15.00万元。\n{}十二、国有资产占用情况说明\n共有车辆0辆。\n"
    "第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n开展了自评。\n"
    "第五部分 名词解释\n一、基本支出：指人员和公用经费。\n"
)
_REPORT = (
    "附件1\n苹果县档案馆整体支出绩效自评报告\n一、部门概况\n（一）部门职能概述\n保管档案。\n（二）重点工作计划\n{}"
    "二、存在的主要问题\n（一）库房问题\n面积不足。\n"
)
_EVALUATION = """项目支出绩效自评表
（2024年度）
项目名称\t档案修复费\t\t\t
主管部门及代码\t{}\t实施单位\t苹果县档案馆\t
项目预算执行情况（万元）\t预算数：\t9\t执行数：\t8
一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值
产出指标\t数量指标\t整理档案数量\t≥50卷\t60卷
"""
_CHANGE = "一、收入支出决算总体情况说明\n2024年度收入支出总计120.00万元，比上年增加8.00万元，增长7.14%{}。"
_RESULTS = (
    "第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n组织对2个项目开展了部门评价，涉及资金30.00万元。\n"
    "三、部门绩效评价结果\n{}\n"
)

COMPLETENESS: list[Example] = [
    *examples(
        "statutory-forms",
        passed=disclosure(_PROSE, _ALL),
        failed=disclosure(_PROSE, _ALL.replace(_FORM_03, "")),
        unchecked=disclosure(_PROSE),
        not_applicable="第一部分 部门概况\n一、部门职责\n保管档案。",
    ),
    *examples(
        "note-of-another-form",
        passed=disclosure(_PROSE, _NOTED.format("政府性基金") + _NOTED_CAPITAL),
        failed=disclosure(_PROSE, _NOTED.format("国有资本经营") + _NOTED_CAPITAL),
        unchecked=disclosure(_PROSE, _NOTED.format("国有资本经营") + _CAPITAL),
        not_applicable=disclosure(_PROSE, _EMPTY_FUND + _CAPITAL),
    ),
    *examples(
        "announced-forms",
        passed=_CONTENTS.format("十、机关运行经费支出情况表\n")
        + disclosure(_PROSE + _PROCUREMENT, f"{_ALL}\n{FORM_10}"),
        failed=_CONTENTS.format("十、机关运行经费支出情况表\n") + disclosure(_PROSE + _PROCUREMENT, _ALL),
        unchecked=_CONTENTS.format("十、机关运行经费支出情况表\n") + disclosure(_PROSE + _PROCUREMENT),
        not_applicable=disclosure(_PROSE),
    ),
    *examples(
        "empty-form-note",
        passed=disclosure(_PROSE, f"{FORM_05}\n{_EMPTY_FUND}"),
        failed=disclosure(
            _PROSE + _FUND_SECTION.format("本年支出10.00万元，与上年相比没有变化。"),
            f"{FORM_05}\n{_FUND.format(figure='', note='本表反映收支情况。')}",
        ),
        not_applicable=disclosure(_PROSE),
    ),
    *examples(
        "note-denies-figures",
        passed=disclosure(_PROSE, f"{FORM_05}\n{_EMPTY_FUND}"),
        failed=disclosure(_PROSE, f"{FORM_05}\n{_FUND.format(figure='6.00', note='没有此类收支，故本表无数据。')}"),
        not_applicable=disclosure(_PROSE),
    ),
    *examples(
        "prose-denies-figures",
        passed=disclosure(
            _PROSE + _FUND_SECTION.format("本部门2024年度无政府性基金收入。"), f"{FORM_05}\n{_EMPTY_FUND}"
        ),
        failed=disclosure(
            _PROSE + _FUND_SECTION.format("本部门2024年度无政府性基金收入。"),
            f"{FORM_05}\n{_FUND.format(figure='6.00', note='本表反映收支情况。')}",
        ),
        unchecked=disclosure(_PROSE + _FUND_SECTION.format("本部门2024年度无政府性基金收入。")),
        not_applicable=disclosure(_PROSE),
    ),
    *examples(
        "contents-in-body",
        passed=_CONTENTS.format("") + disclosure(_PROSE + _PROCUREMENT),
        failed=_CONTENTS.format("") + disclosure(_PROSE),
        not_applicable=disclosure(_PROSE),
    ),
    *examples(
        "required-explanations",
        passed=disclosure(_EXPLAINED.format(_PROCUREMENT)),
        failed=disclosure(_EXPLAINED.format("")),
        not_applicable=_EVALUATION.format("苹果县档案馆"),
    ),
    *examples(
        "heading-content",
        passed=_REPORT.format("修复旧档案。\n"),
        failed=_REPORT.format(""),
        not_applicable=_EVALUATION.format("苹果县档案馆"),
    ),
    *examples(
        "evaluation-filled",
        passed=_EVALUATION.format("苹果县档案馆"),
        failed=_EVALUATION.format(""),
        not_applicable=disclosure(_PROSE),
    ),
    *examples(
        "explained-changes",
        passed=disclosure(_CHANGE.format("，主要原因是新增馆藏")),
        failed=disclosure(_CHANGE.format("")),
        not_applicable=disclosure(_PROSE),
    ),
    *examples(
        "results-scored",
        passed=_RESULTS.format("2个项目评价得分均为92分，等级为优。"),
        failed=_RESULTS.format("2个项目按计划完成，取得了较好的效果。"),
        not_applicable=disclosure(_PROSE),
    ),
]

_FILLED_BY = "填表人：{}\t\t联系电话：{}\t\t\n"

PRIVACY: list[Example] = [
    *examples(
        "personal-numbers",
        passed=_EVALUATION.format("苹果县档案馆") + _FILLED_BY.format("", ""),
        failed=_EVALUATION.format("苹果县档案馆") + _FILLED_BY.format("", "13900000000"),
    ),
    *examples(
        "bank-accounts",
        passed=disclosure("十三、其他需要说明的情况\n没有其他情况。"),
        failed=disclosure("十三、其他需要说明的情况\n误收款项请退至账号6200000000000000123。"),
    ),
    *examples(
        "form-fillers",
        passed=_EVALUATION.format("苹果县档案馆") + _FILLED_BY.format("", ""),
        failed=_EVALUATION.format("苹果县档案馆") + _FILLED_BY.format("王小明", ""),
    ),
    *examples(
        "licence-plates",
        passed=disclosure("十二、国有资产占用情况说明\n共有车辆1辆，为机要通信用车。"),
        failed=disclosure("十二、国有资产占用情况说明\n共有车辆1辆，车牌号为甘A00D12。"),
    ),
]

"""Examples for the rules about names: of the body, its projects, its accounts and its offices."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import FORM_05, FORM_06, disclosure

_TITLE = (
    "2024年度\n苹果市梨花区规划和档案管理局部门决算\n"
    "第一部分 苹果市梨花区规划和档案管理局概况\n一、部门职责\n保管档案。\n"
)
_SECOND = "第二部分 {}2024年度部门决算表\n"
_ITEMS = "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
_PENSION = (
    "社会保障和就业支出（类）行政事业单位养老支出（款）{}（项）。主要用于：{}。"
    "年初预算为20.00万元，支出决算为20.00万元。"
)
_BASIC = (
    "六、一般公共预算财政拨款基本支出决算情况说明\n一般公共预算财政拨款基本支出90.00万元，其中：公用经费15.00万元，"
    "主要包括：办公费、{}。"
)
_ADDED_06 = FORM_06.replace("\t人员经费合计", "\t\t\t30202\t印刷费\t{}\n\t人员经费合计")
_STRUCTURE = "第一部分 部门概况\n一、机构设置\n本馆内设{}。\n"
_OVERALL_REPORT = "附件1\n苹果县档案馆整体支出绩效自评报告\n一、部门概况\n{}\n二、存在的问题\n{}\n"
_SAID = "第四部分 预算绩效情况说明\n三、部门绩效评价结果\n从评价情况来看，在项目实施过程中，{}，取得了较好的成效。\n"
_TABLE = """项目支出绩效自评表
（2024年度）
项目名称\t{}\t\t\t
主管部门\t苹果县档案馆\t实施单位\t苹果县档案馆\t
项目预算执行情况（万元）\t预算数：\t9\t执行数：\t8
一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值
产出指标\t数量指标\t整理档案数量\t≥50卷\t60卷
"""
_PROJECTS = (
    "第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n对库房设备维护费、老旧档案修复费等2个项目开展了自评。\n"
    "二、绩效自评结果\n附件1：项目支出自评报告（老旧档案修复费）\n\n"
)
_PROJECT_REPORT = "附件1\n{}项目支出绩效自评报告\n一、项目基本情况\n修复受损的档案。\n二、主要绩效\n按期完成。\n\n"

NAMES: list[Example] = [
    *examples(
        "body-name",
        passed=_TITLE + _SECOND.format("苹果市梨花区规划和档案管理局"),
        failed=_TITLE + _SECOND.format("苹果市规划和档案管理局"),
        unchecked="一、说明\n没有单位名称。",
    ),
    *examples(
        "project-name",
        passed=_PROJECTS + _TABLE.format("老旧档案修复费"),
        failed=_PROJECTS + _TABLE.format("苹果县旧档案修复费"),
        not_applicable=disclosure("一、收入支出决算总体情况说明\n本部门按规定编制决算。"),
    ),
    *examples(
        "report-and-table",
        passed=_PROJECT_REPORT.format("老旧档案修复") + _TABLE.format("老旧档案修复费"),
        failed=_PROJECT_REPORT.format("库房设备维护") + _TABLE.format("老旧档案修复费"),
        not_applicable=disclosure("一、收入支出决算总体情况说明\n本部门按规定编制决算。"),
    ),
    *examples(
        "account-names",
        passed=disclosure(_ITEMS + _PENSION.format("机关事业单位基本养老保险缴费支出", "养老保险")),
        failed=disclosure(_ITEMS + _PENSION.format("机关事业单位退休活动支出", "养老保险")),
        unchecked=disclosure(
            _ITEMS + _PENSION.format("机关事业单位退休活动支出", "养老保险").replace("20.00", "21.50")
        ),
        not_applicable=disclosure(f"{_ITEMS}没有分项说明。"),
    ),
    *examples(
        "item-purpose",
        passed=disclosure(_ITEMS + _PENSION.format("机关事业单位基本养老保险缴费支出", "职工养老保险缴费")),
        failed=disclosure(
            _ITEMS
            + _PENSION.format("机关事业单位基本养老保险缴费支出", "职工养老保险缴费")
            + "\n住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：职工养老保险缴费。"
        ),
        not_applicable=disclosure(f"{_ITEMS}没有分项说明。"),
    ),
    *examples(
        "listed-component",
        passed=disclosure(_BASIC.format("差旅费"), FORM_05 + FORM_06),
        failed=disclosure(_BASIC.format("印刷费"), FORM_05 + _ADDED_06.format("0.00")),
        unchecked=disclosure(
            _BASIC.format("印刷费"), FORM_05 + _ADDED_06.format("").replace("\t15.00\n30101", "\t17.00\n30101")
        ),
        not_applicable=disclosure("六、基本支出决算情况说明\n没有列举。"),
    ),
    *examples(
        "component-group",
        passed=disclosure(_BASIC.format("差旅费"), FORM_05 + FORM_06),
        failed=disclosure(_BASIC.format("差旅费").replace("公用经费", "人员经费"), FORM_05 + FORM_06),
        not_applicable=disclosure("六、基本支出决算情况说明\n没有列举。"),
    ),
    *examples(
        "denied-elsewhere",
        passed=_SAID.format("很好地结合了本单位的工作实际") + _OVERALL_REPORT.format("本馆保管档案。", "人手不足。"),
        failed=_SAID.format("很好地结合了本单位的工作实际")
        + _OVERALL_REPORT.format("本馆保管档案。", "在项目实施过程中，没有很好地结合了本单位的工作实际，成效不足。"),
    ),
    *examples(
        "offices-counted",
        passed=_STRUCTURE.format("3个科室，分别为办公室、保管科、利用科"),
        failed=_STRUCTURE.format("4个科室，分别为办公室、保管科、利用科"),
        not_applicable=disclosure("一、收入支出决算总体情况说明\n本部门按规定编制决算。"),
    ),
    *examples(
        "offices-agree",
        passed=_STRUCTURE.format("3个职能科室") + _OVERALL_REPORT.format("本馆内设3个职能科室。", "人手不足。"),
        failed=_STRUCTURE.format("3个职能科室") + _OVERALL_REPORT.format("本馆内设5个职能科室。", "人手不足。"),
        not_applicable=_STRUCTURE.format("3个职能科室"),
    ),
    *examples(
        "own-level",
        passed="2024年度\n苹果市档案馆部门决算\n第一部分 苹果市档案馆概况\n一、部门职责\n保管全市档案。",
        failed="2024年度\n苹果市档案馆部门决算\n第一部分 苹果市档案馆概况\n一、部门职责\n保管全县档案。",
        unchecked="一、说明\n没有单位名称。",
        not_applicable="2024年度\n苹果县档案馆部门决算\n第一部分 苹果县档案馆概况\n一、部门职责\n保管全县档案。",
    ),
]

"""Examples for the rules about words that slip: blanks, units, years, template text, doubles, marks."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import disclosure

_TABLES_ONLY = "收入决算表\n公开02表\n单位：万元\n项目\t\t本年收入合计\t财政拨款收入\n合计\t\t5.00\t5.00\n"
_PUBLIC = "九、财政拨款“三公”经费支出决算情况说明\n（三）“三公”经费实物量情况\n"
_COST = "十、机关运行经费支出情况说明\n"
_OVERALL = "一、收入支出决算总体情况说明\n"
_REPORT = "附件1\n苹果县档案馆整体支出绩效自评报告\n一、部门概况\n{}\n二、主要绩效\n年度目标已经实现。\n"
_LOST = _PUBLIC + "公务用车购置辆，公务用车保有量为辆。\n" * 10
_PROBLEMS = "十二、绩效评价情况说明\n1.库房维护项目\n存在的主要问题：{}。\n2.档案修复项目\n存在的主要问题：{}。\n"

WORDING: list[Example] = [
    *examples(
        "blank-number",
        passed=disclosure(f"{_PUBLIC}2024年度公务用车购置1辆，公务用车保有量为3辆；国内公务接待4批次，30人。"),
        failed=disclosure(f"{_PUBLIC}2024年度公务用车购置 辆，公务用车保有量为3辆；国内公务接待4批次，人。"),
        unchecked=disclosure(_LOST),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "missing-unit",
        passed=disclosure(f"{_COST}2024年度机关运行经费支出15.00万元，比上年增加1.00万元，增长7.14%。"),
        failed=disclosure(f"{_COST}2024年度机关运行经费支出15.00万元，比上年增加1.00万元，增长7.14。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "placeholder",
        passed=disclosure(f"{_OVERALL}苹果县档案馆按规定编制决算。"),
        failed=disclosure(f"{_OVERALL}苹果县XX局按规定编制决算。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "own-year",
        passed=disclosure(f"{_OVERALL}2024年度收入支出总计80.00万元。"),
        failed=disclosure(
            f"{_OVERALL}2022年度收入支出总计80.00万元。\n二、收入决算情况说明\n2024年度收入合计80.00万元。"
        ),
        unchecked=f"{_OVERALL}收入支出总计80.00万元。",
        not_applicable="一、2024年工作要点\n本馆在2024年5月搬迁。\n（2024年度）\n",
    ),
    *examples(
        "prior-year",
        passed=disclosure(f"{_OVERALL}与2023年度相比，收入支出总计增加8.00万元，增长10.00%。"),
        failed=disclosure(f"{_OVERALL}与2022年度相比，收入支出总计增加8.00万元，增长10.00%。"),
        unchecked=f"{_OVERALL}收入支出总计80.00万元。",
        not_applicable=disclosure(f"{_OVERALL}收入支出总计80.00万元。"),
    ),
    *examples(
        "stale-year",
        passed=disclosure(_REPORT.format("2024年，馆内完成了两批档案的整理。")),
        failed=disclosure(_REPORT.format("2022年，馆内要完成两批档案的整理。")),
        unchecked=f"{_OVERALL}收入支出总计80.00万元。",
    ),
    *examples(
        "template-wording",
        passed=disclosure(f"{_COST}2024年度机关运行经费支出15.00万元，下降7.14%。"),
        failed=disclosure(f"{_COST}2024年度机关运行经费支出15.00万元，下降（增长）7.14%。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "opposite-words",
        passed=disclosure(f"{_COST}2024年度机关运行经费支出15.00万元，下降7.14%。"),
        failed=disclosure(f"{_COST}2024年度机关运行经费支出15.00万元，增长下降7.14%。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "misprint",
        passed=disclosure(f"{_COST}机关运行经费较上一年度增加1.00万元，主要原因是物价上涨。"),
        failed=disclosure(f"{_COST}机关运行经费较上一度增加1.00万元，主要原因是物价上涨。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "statutory-term",
        passed=disclosure("八、国有资本经营预算财政拨款支出情况说明\n没有国有资本经营预算安排的支出。"),
        failed=disclosure("八、国有资产经营预算财政拨款支出情况说明\n没有国有资产经营预算安排的支出。"),
    ),
    *examples(
        "doubled-name",
        passed=(
            "2024年度\n苹果县人民政府外事办公室部门决算\n第一部分 苹果县人民政府外事办公室概况\n"
            "一、部门职责\n联络外宾。"
        ),
        failed=(
            "2024年度\n苹果县人民政府外事办公室部门决算\n第一部分 苹果县人民政府外事办公室概况\n一、部门职责\n"
            "苹果县人民政府政府外事办公室负责联络外宾。"
        ),
    ),
    *examples(
        "doubled-words",
        passed=disclosure(f"{_COST}机关运行经费主要用于日常开支，主要原因是物价上涨。"),
        failed=disclosure(f"{_COST}机关运行经费主要用于日常开支主要用于日常开支，主要原因是，主要原因是物价上涨。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "doubled-sentence",
        passed=disclosure(f"{_COST}机关运行经费比上年增加，原因是物价上涨。明年将继续压减。"),
        failed=disclosure(f"{_COST}机关运行经费比上年增加，原因是物价上涨。机关运行经费比上年增加，原因是物价上涨。"),
    ),
    *examples(
        "copied-problem",
        passed=disclosure(_PROBLEMS.format("库房面积不足以保管全部档案", "扫描设备老旧影响数字化的进度")),
        failed=disclosure(_PROBLEMS.format("库房面积不足以保管全部档案", "库房面积不足以保管全部档案")),
        not_applicable=disclosure(f"{_OVERALL}苹果县档案馆按规定编制决算。"),
    ),
    *examples(
        "stray-mark",
        passed=disclosure(f"{_COST}机关运行经费用于办公（含水电）和差旅。"),
        failed=disclosure(f"{_COST}机关运行经费用于办公（含水电、）和差旅。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "unfinished-sentence",
        passed=disclosure(
            f"{_COST}机关运行经费比上年减少1.00万元，主要原因是压减了会议、差旅和印刷方面的开支。\n本年度会议费支出0.00万元。"
        ),
        failed=disclosure(
            f"{_COST}机关运行经费比上年减少1.00万元，主要原因是压减了会议、差旅和印刷方面的开支等，\n本年度会议费支出0.00万元。"
        ),
    ),
    *examples(
        "whole-counts",
        passed=disclosure(f"{_PUBLIC}2024年度国内公务接待4批次，30人。"),
        failed=disclosure(f"{_PUBLIC}2024年度国内公务接待4.00批次，30人。"),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "heading-ordinals",
        passed=disclosure(f"{_PUBLIC.replace('（三）', '（一）')}没有支出。\n（二）“三公”经费增减情况\n没有变化。"),
        failed=disclosure(
            f"{_PUBLIC.replace('（三）', '（一）')}没有支出，与上年相同。\n（三）“三公”经费增减情况\n没有变化。"
        ),
    ),
]

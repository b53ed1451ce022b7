"""What the rules say in Chinese, told in English: units, remedies, headings and statutes.

What has no standard English name is words of the document: it stands in quotation marks, and behind a quoted
standard term stands its English in brackets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from juesuan.terms import MEASURES, NAMES, SECTIONS, name_in_english

UNITS = {
    "万元": "ten thousand yuan",
    "亿元": "hundred million yuan",
    "个百分点": "percentage points",
    "元": "yuan",
    "分": "points",
    "人次": "guests",
    "人": "people",
    "辆": "vehicles",
    "批次": "receptions",
    "次": "times",
    "台": "units",
    "项": "items",
    "张": "tables",
}
STATUTES = {
    "《预算法》": "Budget Law 《预算法》",
    "《个人信息保护法》": "Personal Information Protection Law 《个人信息保护法》",
    "《政府信息公开条例》": "Regulations on Open Government Information 《政府信息公开条例》",
    "《地方预决算公开操作规程》": "Rules for Publishing Local Budgets and Final Accounts 《地方预决算公开操作规程》",
    "《项目支出绩效评价管理办法》": "Measures on the Evaluation of Project Spending 《项目支出绩效评价管理办法》",
    "《政府采购促进中小企业发展管理办法》": "Measures on Procurement from Small and Medium Enterprises "
    "《政府采购促进中小企业发展管理办法》",
    "《行政事业性国有资产管理条例》": "Regulations on Public Bodies' State Assets 《行政事业性国有资产管理条例》",
    "《政府收支分类科目》": "Classification of Government Revenue and Expenditure 《政府收支分类科目》",
}
DUTIES = {
    "公开内容应真实、完整、准确": "what is published must be true, complete and accurate",
    "公开内容应完整，增减变化应说明原因": "what is published must be complete, changes with their reasons",
    "说明中的数据应准确": "figures in the explanation must be accurate",
    "决算情况说明应与公开表一致": "the explanation must agree with the forms",
    "没有数据的表格应列出空表并说明": "a form without figures is published empty, with a note",
    "增减变化应有符合实际的说明": "changes need an explanation that fits the facts",
    "决算公开应有目录所列各部分": "all parts of the table of contents must be there",
    "绩效自评表应填写完整": "self-evaluations must be filled in completely",
    "自评表与自评报告应一致": "self-evaluation and report must agree",
    "应说明“三公”经费、机关运行经费、政府采购、国有资产占用和预算绩效情况": "three public expenses, operating cost, "
    "procurement, state assets and performance must be explained",
    "涉及个人隐私的信息不得公开": "personal matters must not be published",
    "类、款、项的名称": "names of classes, sections and items",
    "四本预算的名称": "names of the four budgets",
    "功能分类与经济分类": "by function and by economic class",
    "表间勾稽关系": "relations between the forms",
    "表头应有表号和金额单位": "a form names its number and unit",
    "部门决算公开表样": "model forms of departmental final accounts",
    "“三公”经费实物量": "counts of the three public expenses",
    "机构设置情况": "organisation",
    "部门概况": "overview of the department",
    "“三公”经费实物量、机关运行经费、政府采购、国有资产和绩效": "counts of the three public expenses, operating cost, "
    "procurement, state assets and performance",
    "一般公共预算支出公开到功能分类项级科目，基本支出公开到经济分类款级科目": "general-budget expenditure is published "
    "down to function items, basic expenditure down to economic sections",
    "各地一般公共预算项目支出决算表": "local forms of project expenditure",
    "各地另行公开的决算表": "forms that some places publish besides",
    "中央八项规定及其实施细则": "Eight-Point Rules of the Central Committee",
    "中央和地方财政部门的决算公开检查要点": "points on which finance departments examine published accounts",
}
REMEDIES = {
    "删去或遮盖": "remove or mask it",
    "实际数值": "the actual figure",
    "改为实际内容或删除": "say what is the case, or delete it",
    "满分，或扣分原因": "full marks, or the reason for the deduction",
    "合乎情理的指标值": "a plausible target",
    "有得分的自评表": "a self-evaluation with scores",
    "只留其一": "keep one of them",
    "只留一句": "keep one of them",
    "改正用字": "correct the wording",
    "加上金额单位": "add the unit",
    "加上": "add",
    "写成整数": "a whole number",
    "没有内容": "nothing under it",
    "标题之下的正文": "text under the heading",
    "项没有完成": " not completed",
    "没有标题": "no heading",
    "没有说明原因": "no reason given",
    "没有说明": "not said",
    "没有得分和等级": "neither score nor grade",
    "得分、等级": "score, grade",
    "各项目自己的问题": "each project's own problem",
    "上年为零，不计算增长率": "no rate of growth on a prior year of zero",
    "这是完成全年预算数的比率": "the rate of the full-year budget",
    "预算数为零，不存在完成率": "no completion rate of a budget of zero",
    "决算数小于预算数": "final below budget",
    "决算数大于预算数": "final above budget",
    "决算数等于预算数": "final equals budget",
    "与上年持平": "level with the prior year",
    "空白": "blank",
    "未完成": "not completed",
    "数值": "a figure",
    "填明人数": "say how many people",
    "填明辆数": "say how many vehicles",
    "填明批次数": "say how many receptions",
    "删去多余的标点": "delete the stray mark",
    "年初批复的预算数": "the budget approved at the start of the year",
    "百分比": "a percentage",
    "较上年增加": "up on the prior year by",
    "较上年减少": "down on the prior year by",
    "不大于": "no more than",
}
HEADINGS = {
    "手机号码或证件号码": "mobile, identity or passport numbers",
    "银行账号": "bank accounts",
    "经办人员姓名或电话": "names or telephones of form-fillers",
    "车牌号码": "licence plates",
    "单位名称的重复字词": "doubled word in the body's name",
    "单位名称": "the body's name",
    "自评报告与自评表": "report and self-evaluation",
    "相反的用语": "opposite words",
    "重复的词语": "doubled words",
    "重复的句子": "doubled sentence",
    "重复的指标": "repeated indicator",
    "错别字": "misprint",
    "模板文字": "words of a template",
    "往年的文字": "words of an earlier year",
    "空缺的数字": "missing number",
    "缺少的单位": "missing unit",
    "标题序号": "ordinals of headings",
    "标题之下的内容": "what stands under a heading",
    "目录与正文": "contents and text",
    "科目名称": "names of accounts",
    "科目用途": "purposes of accounts",
    "计数": "counts",
    "绩效自评表的栏目": "columns of self-evaluations",
    "各项目的问题": "problems of the projects",
    "部门评价结果": "results of the department's evaluation",
    "项目名称": "names of projects",
    "整体支出绩效自评表": "whole-department self-evaluation",
    "绩效自评表": "self-evaluation",
    "自评表照抄指标值": "self-evaluation: results copied from targets",
    "自评表照抄": "self-evaluation copies",
    "自评表扣分说明": "self-evaluation: reasons for deductions",
    "自评表总分": "self-evaluation: total score",
    "自评表": "self-evaluation",
    "到位未用的资金": "money received and not used",
    "预算执行率目标": "target of the execution rate",
    "资金投入目标": "target of the money put in",
    "指标类别": "kind of indicator",
    "三级指标名称": "names of indicators",
    "实际完成值没有数值": "results without a figure",
    "比率指标没有数值": "rates without a figure",
    "项目综合": "composite",
    "各项目得分的平均数": "mean of the projects' scores",
    "绩效目标编报金额": "amount with targets",
    "绩效跟踪金额": "amount monitored",
    "数字与科目错行": "figures slipped against accounts",
    "合计等于各栏": "total of the columns",
    "所列组成部分": "listed components",
    "科目名称的年度": "account names and their years",
    "科目代码与名称": "codes and names of accounts",
    "前后所述": "told twice",
    "前后矛盾的语句": "contradictory sentences",
    "与上年相比": "against the prior year",
    "增减方向": "direction of the change",
    "增减原因": "reasons for the change",
    "增减": "change",
    "差异的原因": "reasons for differences",
    "年份的位数": "digits of a year",
    "行政层级": "level of government",
    "机构个数": "number of offices",
    "自评覆盖面": "coverage of the self-evaluation",
    "自评资金占一般公共预算项目支出总额的比重": "funds evaluated as a share of project expenditure",
    "整体预算": "whole budget",
    "资金来源": "source of funds",
    "等级的依据": "what the grades rest on",
    "执行率的分母": "base of the execution rate",
    "项目预算的执行": "execution of project budgets",
    "政府采购": "procurement",
    "推算的上年": "prior year, as implied:",
    "支出总额": "total expenditure",
    "车辆总数": "vehicles in all",
    "标点": "punctuation",
    "括号": "brackets",
    "段落的结束": "end of a paragraph",
    "支出与到位资金": "spending and money received",
    "每年投入": "money put in each year",
    "年初预算与决算": "opening budget and final",
    "扣分说明": "reasons for deductions",
    "预算调整": "change of the budget",
    "实际完成值单位": "units of the results",
    "指标值都是同一个词": "targets all one word",
    "个项目的自评金额": "projects: amount by self-evaluation",
    "三项预算": "the three budgets",
    "上年数加减变动": "prior year and change",
    "照抄指标值": "results copied from targets",
    "所属各类": "its classes",
    "所列项目": "listed projects",
    "剩余资金": "money left",
    "节约资金": "money saved",
    "部门评价金额": "amount of the department's evaluation",
    "一般公共预算": "general public budget",
    "的归属": ": their group",
    "的细项": "in detail",
    "的增长": ": growth",
    "的上年预算数": ": budget of the prior year",
    "个分项": "parts",
    "按其余各项推算的数": "figure implied by the other items",
    "大于等于": "at least",
    "小于等于": "at most",
    "执行数": "executed",
    "预算数": "budget",
    "决算数": "final figure",
    "人员经费": "personnel",
    "公用经费": "running cost",
    "基本支出": "basic expenditure",
    "项目支出": "project expenditure",
    "合计": "total",
    "等": "and others",
    "或": "or",
}
_FORM = re.compile(r"公开(\d\d)表")
_UNIT = re.compile(rf"(?<=\d)\s?({'|'.join(sorted(UNITS, key=len, reverse=True))})(?![\u4e00-\u9fff])")
_PHRASES = NAMES | MEASURES | HEADINGS | REMEDIES | DUTIES | {"与": "and"}
_IS_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_FIRST = sorted(_PHRASES, key=len, reverse=True)
_WITH_MARKS = {
    words: _PHRASES[words]
    for words in _LONGEST_FIRST
    if not _IS_HAN.fullmatch(words) and words != "“三公”经费"  # which begins headings too, see `_kept`
}
_PHRASE = re.compile("|".join(filter(_IS_HAN.fullmatch, _LONGEST_FIRST)))
_ALL_PHRASES = re.compile(rf"(?:{_PHRASE.pattern})+")
_HAN_CLASS = r"[\u4e00-\u9fff]"
_KEPT = re.compile(
    rf"[(（] *[一二三四五六七八九十]+ *[)）]{_HAN_CLASS}+"  # a heading with its ordinal
    rf"|(?:{_HAN_CLASS}|\d{{4}}(?=年))*“三公”经费{_HAN_CLASS}*"
    r"|“(?:[^“”]|“[^“”]*”)*”|《[^》]*》|‘[^‘’]*’|[(（][^()（）]*[)）]"
)
_INNER = str.maketrans("“”", "‘’")
_ONE = re.compile(
    r"(?<![\d.,])1 (?P<kind>(?:self-evaluation |percentage |different )?)"
    r"(?P<noun>places|rows|indicators|projects|tables|grades|items|vehicles|points|differences|results|times|people|"
    r"guests|receptions|units|parts|forms|checks|matters)\b(?: (?P<verb>are|were|have|do|lose|repeat|rest|fall|may)\b)?"
)
_SINGULAR = {"people": "person", "are": "is", "were": "was", "have": "has", "do": "does", "may": "may"}
_LEVELS = {"（类）": " /", "（款）": " /", "（项）": ""}  # behind the names of an account
_RUN = re.compile(rf"{_HAN_CLASS}(?:[\u4e00-\u9fff\d·]*{_HAN_CLASS})?(?:[A-Z]?\*+)?")  # also a name that is masked
_CODE = re.compile(r"\d{3,7} (?=\S)")
_ARTICLE = re.compile(r"第([一二三四五六七八九十]+)条")
_NUMERALS = {"五": "5", "十四": "14", "十五": "15"}
_POINTS = str.maketrans(
    {"，": ", ", "；": "; ", "：": ": ", "、": ", ", "。": ". ", "（": " (", "）": ")", "＝": " = "}
)


@lru_cache(maxsize=2**13)
def told(text: str) -> str:
    """The text with its Chinese terms in English; what has no English name stands in quotation marks."""
    for words, english in _WITH_MARKS.items():
        text = text.replace(words, f" {english} ")
    pieces: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        pieces += [_plain(text[end : kept.start()]), _kept(kept[0])]
        end = kept.end()
    whole = one("".join([*pieces, _plain(text[end:])]))
    return re.sub(r" +([,;:.)])|([(]) +", r"\1\2", re.sub(r" {2,}", " ", whole)).strip()


def one(text: str) -> str:
    """The text with what is counted once in the singular, and its verb with it."""
    return _ONE.sub(lambda match: f"1 {match['kind']}{_singular(match['noun'])}{_verb(match['verb'])}", text)


def _singular(noun: str) -> str:
    return _SINGULAR.get(noun) or noun.removesuffix("s")


def _verb(verb: str | None) -> str:
    return "" if verb is None else f" {_SINGULAR.get(verb) or f'{verb}s'}"


def quoted_value(text: str) -> str:
    """A value in English; one that has words of the document is a quotation as it stands there."""
    if (text and not re.search(r"\w", text)) or "“" in told(_KEPT.sub("", text)):
        return f"“{text.translate(_INNER)}”"
    is_name = all(name in NAMES for name in text.split("、"))
    return f"“{text}” ({told(text)})" if is_name else told(text)


def _kept(words: str) -> str:
    """A quotation, a title or what stands in brackets; of a standard term or statute also the English name."""
    if words in STATUTES:
        return STATUTES[words]
    if words in _LEVELS:
        return _LEVELS[words]
    if words[0] in "（(" and words[-1] in "）)":
        if (unit := UNITS.get(words[1:-1])) is not None:
            return f" ({unit})"
        return words if _RUN.search(words) else f" ({words[1:-1]})"
    if words[0] in "《‘":
        return words
    if words == "“三公”经费":
        return "three public expenses"
    within = (words[1:-1] if words[0] == "“" and words[-1] == "”" else words).translate(_INNER)
    heading = within.removesuffix("说明")
    if "‘三公’" not in heading:
        heading = heading.replace("三公经费", "‘三公’经费")
    english = SECTIONS.get(heading) or name_in_english(_CODE.sub("", within))
    return f"“{within}”" + (f" ({english})" if english else "")


def _plain(text: str) -> str:
    text = _UNIT.sub(lambda match: f" {UNITS[match[1]]}", _FORM.sub(r"form \1 ", text))
    text = _ARTICLE.sub(lambda match: f", article {_NUMERALS.get(match[1], match[1])}", text)
    return _RUN.sub(lambda match: _run(match[0]), text).translate(_POINTS)


def _run(words: str) -> str:
    """Words without a gap: in English where all of them have a name, else as a quotation."""
    if words in SECTIONS or words.removesuffix("说明") in SECTIONS or not _ALL_PHRASES.fullmatch(words):
        return _kept(f"“{words}”")
    return _PHRASE.sub(lambda match: f" {_PHRASES[match[0]]} ", words)

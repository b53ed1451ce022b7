"""The words by which a self-evaluation table is known: headings, levels, fund lines, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from juesuan.evaluations.quantities import narrow


@dataclass(frozen=True, eq=False, slots=True)  # known by identity: to hash a pattern takes longer than to search
class Patterns:
    """What is known by which words, in the order in which they are tried."""

    pairs: tuple[tuple[str, re.Pattern[str]], ...]


def _patterns(*pairs: tuple[str, str]) -> Patterns:
    return Patterns(tuple((key, re.compile(words)) for key, words in pairs))


_KEPT = 8192  # texts: those of a large document, whose cells many questions are asked about


FUND_HEADINGS = _patterns(
    (
        "rate",
        r"(?:执行|支出|使用|支付|支用|拨付)(?:率|比例|进度|比)(?!权重|得分|分值)|完成率|完成比例|B/A",
    ),
    ("opening", r"年初预算|期初预算|初始预算|年初批复|年初安排"),
    ("of_which", r"^其中"),
    ("adjustment", r"(?:追加|追减|调增|调减|增减)(?!后)"),
    ("received", r"到位|拨付|拨入"),
    ("balance", r"结余|结转|指标余额"),
    (
        "budget",
        r"全年预算|调整后?预算|预算调整|预算数|预算金额|预算安排|预算资金|预算总额|预算\(A\)|(?<!上年)预算$|资金规模|项目规模|年度预算|预算批复|"
        r"(?:当|本)年预算|批复|核定|资金下达|下达资金|安排资金|资金安排|预算下达|预算指标",
    ),
    (
        "executed",
        r"执行数|支出数|实际支出|决算数|执行金额|支出金额|实际使用|全年执行|实际执行|\(B\)|支付金额|支付数|实际支付|"
        r"使用金额|使用数|使用资金|实际投入|支用|列支|(?:当|本|全)年(?:执行|支出|使用)|^执行$|^支出$|预算执行$",
    ),
    ("weight", r"分值|权重|权数|标准分|满分|赋分"),
    ("score", r"得分|评分|自评分|评定分|总分|^自评$"),
    ("grade", r"等级|等次|档次|评级|评价结论|自评结论|评定结果"),
    ("reason", r"原因|偏差|备注|说明"),
    ("task", r"任务名称|^任务$|主要任务$|工作任务"),
    ("done", r"完成情况"),
)
INDICATOR_HEADINGS = _patterns(
    ("standard", r"(?:评分|计分|评价|赋分|打分|扣分)(?:标准|细则|方法|办法|规则)"),
    (
        "ignored",
        r"计分|数据来源|佐证|计算方法|计算公式|指标解释|指标说明|^序号$|指标类型|指标类别|指标分类|"
        r"扣分(?!原因|说明|依据|理由)|扣减",
    ),
    (
        "ignored",  # of another period, of others, or by another hand
        r"上年|去年|往年|前年|历史|同期|同比|基期|半年|季度|监控|行业|标杆|复核|复评|复审|抽查|抽评|第三方|核定得分|审核得分|评审",
    ),
    ("status", r"^(?:是否|有无)(?:完成|达标|达成|实现)|^达标(?:情况|与否|状态)$"),
    ("sign", r"指标性质|指标方向|指标符号|计算符号|运算符"),
    ("reason", r"原因|偏差|改进|备注|说明"),
    ("level1", r"一级指标|^一级$"),
    ("level2", r"二级指标|^二级$"),
    ("level4", r"四级指标|^四级$"),
    ("level3", r"三级指标|^三级$|指标内容|指标名称|具体指标|^指标$|绩效指标名"),
    ("unit", r"计量单位|度量单位|指标单位|(?:^|值|目标|完成)单位$"),
    ("target", r"^(?:预期|年初|计划|目标)(?!.*(?:实际|预算))"),
    ("completion", r"完成率|完成比例|完成程度|完成度|达成率"),
    ("ratio", r"得分率|得分系数"),
    ("adjusted", r"调整后?(?:指标|目标)值"),
    (
        "actual",
        r"(?:实际|全年|年度)?完成(?:指标)?值|实际|实绩|实现|业绩值|完成情况|完成结果|完成数|完成量|达成|达到|^完成$",
    ),
    ("target", r"指标值|目标|预期|期望|计划|应完成|标准值|绩效标准|年度任务|任务[数值量]"),
    ("weight", r"分值|权重|权数|标准分|满分|配分|赋分|应得分|基本分"),
    ("score", r"得分|自评分|评分|评定分|^自评$|打分"),
)
_ONE_WITH = r"产出|效益|效果|满意度|成本|投入|过程|决策|管理|预算执行|项目管理|资金管理|投入管理|财务管理"
_ONE_BARE = (
    r"部门管理|履职|履职效果|履职效益|履职效能|能力建设|可持续性|运行成本|管理效率|社会效应|"
    r"产出与效益|部门决策|部门履职|产出|效益"
)
_TWO_WITH = (
    r"数量|质量|时效|成本|经济成本|社会成本|生态环境成本|生态成本|环境效益|可持续发展影响|服务对象满意度|社会公众满意度|"
    r"社会公众或服务对象满意度|公众满意度|受益对象满意度"
)
_TWO_BARE = (
    r"经济效益|社会效益|生态效益|可持续影响|可持续发展|社会影响|长效管理|资金投入|财务管理|采购管理|人员管理|重点工作管理|"
    r"资产管理|部门履职目标|部门效果目标|人力资源建设|档案管理|预算管理|预算编制|目标设定|信息化建设|制度管理|服务对象满意度"
)
_POINTS = r"(?:\(?\d+(?:\.\d+)?分?%?\)?)?"
_LEVEL = re.compile(rf"(?:(?:{_ONE_WITH}|{_TWO_WITH})(?:类)?指标|(?:{_ONE_BARE}|{_TWO_BARE})(?:类)?(?:指标)?){_POINTS}")
_LEVEL_ONE = re.compile(rf"(?:(?:{_ONE_WITH})(?:类)?指标|(?:{_ONE_BARE})(?:类)?(?:指标)?){_POINTS}")
_LEVEL_TWO = re.compile(rf"(?:(?:{_TWO_WITH})(?:类)?指标|(?:{_TWO_BARE})(?:类)?(?:指标)?)")
_ANY_LEVEL = re.compile(rf"[^\d≥≤<>=%:]{{2,18}}指标{_POINTS}")
_TEMPLATE = re.compile(r"(?:指标\d*[:：]?|[.…·。\-—/无]+|…*)")
_INDICATOR_ORDINAL = re.compile(r"^指标\s*\d+\s*[:：]?\s*")

FUND_KINDS = _patterns(
    ("total", r"^(?:年度)?财政资金总额$"),
    (
        "fiscal",
        r"财政拨款|财政资金|公共预算(?:财政)?拨款|政府性基金|本级财政|上级财政|中央(?:财政|补助)|[省市县区镇乡]级?(?:财政|补助|财力)|地方资金",
    ),
    ("carried", r"结转|结余"),
    ("other", r"其他资金|其它资金|单位资金|自有资金|非财政"),
    ("total", r"资金总额|年度资金|预算总额|金额合计|资金合计|^合计|^总计|总额$|合计$|预算资金总|^预算数|^执行数"),
    ("personnel", r"人员(?:经费|支出)"),
    ("running", r"公用(?:经费|支出)"),
    ("basic", r"基本支出"),
    ("project", r"项目(?:经费|支出)|专项"),
)
LABELS = _patterns(
    ("project", r"(?:项目|转移支付|专项(?:资金)?|资金|政策)名称|(?:自评|评价)(?:的)?项目"),
    (
        "department",
        r"部门(?:\(单位\)|/单位)?名称|预算部门|预算单位(?:名称)?|单位(?:\(部门\))?名称|评价部门|部门\(单位\)",
    ),
    ("authority", r"(?:中央|地方|省级?|市级?|县级?|业务)?主管部门(?:及代码|\(及代码\)|名称)?"),
    ("unit", r"实施单位|项目单位|填报单位(?:\(盖章\))?|项目实施单位|使用单位|用款单位|承担单位"),
    ("person", r"项目负责人|填表人|填报人|联系人|联系电话|负责人|填报日期|填表日期"),
    ("code", r"项目编码|项目代码|部门代码|项目类型|项目属性|项目类别|项目级次"),
    (
        "grade",
        r"(?:综合|自评|评价|评定|绩效|考评|结果|项目)*(?:等级|等次|档次|评级)|(?:绩效)?(?:自评|评价|考评)(?:结论|结果)",
    ),
    (
        "total",
        r"(?:自评|评价|综合|绩效|考评|最终|总计|合计|项目)*总(?:得|评)?分(?:值|数)?|评价总得分"
        r"|(?:自评|评价|综合|绩效|考评|最终|总计|合计)+(?:得分|分数)(?:合计|总计)?|(?:得分|分数)(?:合计|总计)",
    ),
    (
        "goal",
        r"预期目标|总体目标|年度总目标|年度目标|年度总体目标|绩效目标|年初设定目标|年初目标|年初设定绩效目标|年度绩效目标",
    ),
    ("result", r"(?:全年|目标|年度)?(?:实际)?完成情况|目标实际完成情况|实际完成|全年实际完成情况"),
    ("reason", r"未完成原因(?:分析)?|偏差及原因分析|偏差原因(?:分析)?(?:及改进措施)?|存在问题及原因分析"),
    ("measures", r"改进措施|下一步改进措施"),
)
_TOTAL = re.compile(r"(?:合|总|共)计(?:得分)?|合计分?|汇总")
_MAXIMUM = re.compile(r"\((?:满分|分值|占)?\d+(?:分[^()]*)?\)")
_UNIT = re.compile(r"\((?:单位[:：]?)?(?:万元|元|%|分)\)$")
_BRACKETED = re.compile(r"(?<=..)\([^()]*\)$")
_TITLED_PROJECT = re.compile(
    r"^(?:(?:19|20)\d{2}年度?)?(?P<name>.{3,40}?)(?:项目)?(?:支出)?(?:绩效)?(?:目标)?(?:自评|自我评价|评价)(?:情况|结果|打分|评分|得分)?表"
)
_REPORTED_PROJECT = re.compile(
    r"^(?:.{0,4}[、.．]|[(（].{1,3}[)）])?(?:(?:19|20)\d{2}年度?)?“?(?P<name>.{3,40}?)”?(?:项目)?(?:支出)?(?:部门|财政|单位|重点|绩效)*(?:自评|自我评价|评价)(?:工作)?报告$"
)
_HEADS = r"(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|(?:项目|卡片)[一二三四五六七八九十\d]{1,2}[:：、.．]?)"
_HEADED_PROJECT = re.compile(
    rf"{_HEADS}“?(?P<name>[^。，；,;:：]{{3,30}}?)”?(?:项目)?(?:支出)?(?:绩效)?"
    r"(?:(?:自评|自我评价|评价)(?:情况|结果|综述)?)?"
)
_HEADING = re.compile(rf"{_HEADS}[^。，；,;]{{2,40}}")
_FRACTION = re.compile(r"\d\.\d")  # only rows of a form have
_GENERAL = re.compile(
    r"支出$|收入|拨款|^关于|措施|年度$|整体|部门|单位|绩效|情况|总体|结果|指标|说明|^(?:项目)?资金|资金(?:使用|安排|到位|管理|支出)|预算|执行|目标|问题|建议|分析|结论"
)
_NO_PROJECT = re.compile(
    r"整体|部门|单位|\d分[)）]?$|第.{1,3}部分|附[件表]|^附\d*$|(?:^|[)）])(?:项目|预算|财政|专项)|^(?:中央|[省市县区州本]级)(?:预算|财政|部门|本级)*$"
)
_TITLE = re.compile(
    r"(?:自评|自我评价|评价|评分|打分|绩效(?:目标|指标)(?:实际)?(?:完成|实现)|评价得分|自评得分)"
    r"(?:情况|结果|得分|汇总|信息|统计|明细|打分|评分|一览|完成|公开|对照|及|和|、)*表(?:\([^()]*\))?$|绩效评价自评表"
)
_GROUP = re.compile(
    r"(?:年度)?(?:总体)?绩效(?:目标|指标)(?:完成情况)?|评价指标|绩效指标及目标值|绩效自评指标|考核指标|自评指标"
)


@lru_cache(maxsize=_KEPT)
def squeezed(text: str) -> str:
    """A label without any spaces and line breaks, full width made plain."""
    return re.sub(r"\s+", "", narrow(text))


@lru_cache(maxsize=_KEPT)
def without_points(text: str) -> str:
    """A label without the points printed with it (得分（20分×执行率）)."""
    return _MAXIMUM.sub("", squeezed(text))


@lru_cache(maxsize=_KEPT)
def heading_key(text: str, patterns: Patterns) -> str:
    """What a column heading means, "" where it is none of these."""
    word = _UNIT.sub("", without_points(text))
    if not word or len(word) > 24:
        return ""
    return next((key for key, pattern in patterns.pairs if pattern.search(word)), "")


@lru_cache(maxsize=_KEPT)
def label_key(text: str) -> str:
    """What a labelled cell asks for, "" where the cell is no label."""
    word = squeezed(text).rstrip(":：")
    bare = _BRACKETED.sub("", word)
    return next((key for key, pattern in LABELS.pairs if pattern.fullmatch(word) or pattern.fullmatch(bare)), "")


def is_total(text: str) -> bool:
    """Whether a cell labels the line of sums below indicators or projects."""
    return _TOTAL.fullmatch(squeezed(text)) is not None or label_key(text) == "total"


def is_subtotal(text: str) -> bool:
    return squeezed(text).endswith("小计")


@lru_cache(maxsize=_KEPT)
def fund_kind(label: str) -> str:
    """Which money a fund line is about, "" where the label does not tell."""
    word = squeezed(label)
    return next((key for key, pattern in FUND_KINDS.pairs if pattern.search(word)), "")


def is_level(text: str) -> bool:
    """Whether a cell is the name of a first or second level of indicators."""
    word = squeezed(text)
    if _INDICATOR_ORDINAL.match(word):
        return False
    return bool(_LEVEL.fullmatch(word) or _ANY_LEVEL.fullmatch(word))


def is_first_level(text: str) -> bool:
    """Whether a name standing alone opens a first level; 成本指标 without points may be either and does not."""
    word = squeezed(text)
    return _LEVEL_ONE.fullmatch(word) is not None and _LEVEL_TWO.fullmatch(word) is None


def is_second_level(text: str) -> bool:
    return _LEVEL_TWO.fullmatch(squeezed(text)) is not None


@lru_cache(maxsize=_KEPT)
def is_group(text: str) -> bool:
    """Whether a cell names the whole block of indicators (merged at the far left)."""
    return _GROUP.fullmatch(without_points(text).rstrip("0123456789")) is not None


def is_template(text: str) -> bool:
    """Whether an indicator's name is left over from the blank form (`指标2:`, `.....`)."""
    return _TEMPLATE.fullmatch(squeezed(text)) is not None


def without_ordinal(name: str) -> str:
    """An indicator's name without the form's own `指标1:`."""
    return _INDICATOR_ORDINAL.sub("", narrow(name))


def project_in_title(title: str) -> str:
    """The project that a table's own title names, "" where it names none but the kind of table."""
    match = _TITLED_PROJECT.match(squeezed(title))
    if match is None or _NO_PROJECT.search(match["name"]):
        return ""
    return match["name"]


def project_in_report(heading: str) -> str:
    """The project on which the report under a heading is, "" where it is none or on the whole department."""
    match = _REPORTED_PROJECT.match(squeezed(heading))
    return "" if match is None or _NO_PROJECT.search(match["name"]) else match["name"]


def is_heading(line: str) -> bool:
    """Whether a line begins with an ordinal and is no sentence."""
    return _HEADING.fullmatch(squeezed(line)) is not None and not _FRACTION.search(line)


def project_in_heading(line: str) -> str:
    """The project that a heading with an ordinal names (（一）渠道清淤项目), "" where it is of something else."""
    match = _HEADED_PROJECT.fullmatch(squeezed(line))
    return "" if match is None or _GENERAL.search(match["name"]) else match["name"]


def is_title(text: str) -> bool:
    """Whether a line or cell is the title of a self-evaluation table."""
    word = squeezed(text)
    return len(word) <= 40 and _TITLE.search(word) is not None and "。" not in word and "，" not in word

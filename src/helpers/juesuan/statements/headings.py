"""Which paragraphs are headings, where a title ends and its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan.statements.characters import with_one_bracket
from juesuan.statements.ordinals import Ordinal, read_ordinal
from juesuan.statements.topics import topic_of

_MARKUP = re.compile(r"^(?:[#>*•·\s]|-\s)+")
_TITLE_NOUN = re.compile(
    r"(?:情况|说明|概况|目标|分析|结论|目的|过程|框架|结果|得分|措施|举措|问题|经验|做法|建议|意见|支出|收入|经费|安排|背景|依据"
    r"|来源|进度|完成|原则|方法|体系|落实|到位|计划|使用|管理|构成|设置|职责|职能|概述|综述|明确性|合理性|规范性|质量|影响"
    r"|采购|占用|占有使用|绩效|效率|程度|等级|范围|标准|内容|规模|周期|效益|\((?:类|款|项)\)|（(?:类|款|项)）)$"
)
_PATH = re.compile(r"[（(](?:类|款|项|\d{2,3})[）)]\s*$")
_RUN_IN = (
    re.compile(r"\s*(?P<title>[^。：:；;，,]{2,60}?)\s*[。：:，,]"),
    re.compile(r"\s*(?P<title>\S{2,12}(?:结论|结果))\s+(?=\S)"),
    re.compile(r"\s*(?P<title>\S{4,40}?情况说明)(?=[\u4e00-\u9fff\d])"),
)
_FIGURE = re.compile(r"\d\s*(?:\.\d|万元|元|%|％|分|人|辆|[个批项]|次)|\d{3,}")
_DATED = re.compile(r"(?:19|20)\d{2}\s*(?:年度?|[-—–]\s*(?:19|20)\d{2}\s*年?)|[（(]\d{2,3}[）)]")
_PROJECT = re.compile(
    r"^[\s“\"]*(?P<name>\S.{1,79}?)[”\"]?\s*(?:项目)?(?:支出)?(?:绩效)?自评(?:综述|情况|结果)\s*(?:[：:。]|$)"
)
_QUOTED_PROJECT = re.compile(
    r"\s*(?P<title>[“\"](?P<name>[^”\"]{2,60})[”\"]\s*(?:项目|专项)?(?:支出)?(?:绩效)?(?:自评)?(?:情况|结果|综述)?)\s*[：:]"
)
_NAMED_PROJECT = re.compile(
    r"\s*(?P<title>(?P<name>[^。：:，,；]{2,40})项目)\s*[：:]\s*(?=项目(?:自评|绩效|全年|年初|预算)|年初预算|全年预算|自评得分)"
)
_FUNDED_PROJECT = re.compile(
    r"\s*(?P<title>(?P<name>[^。：:，,；]{4,40}))\s*[：:]\s*(?=(?:年初|全年)?预算数?\s*\d[^。；]{3,20}执行(?:数|金额)?\s*\d)"
)
_LISTED_PROJECT = re.compile(
    r"\s*(?P<title>(?P<name>[^。：:，,；]{2,60}?)(?:项目)?)\s*[。：:]\s*(?=(?:该|本)?项目(?:自评|绩效|全年|年初|预算)|根据年初|自评得分|全年预算)"
)
_NEXT_PROJECT = re.compile(r"\s*(?P<name>[^。：:，,；]{4,60}?)\s*[。：:]\s*(?=\S)")
_NAME_END = re.compile(r"(?:项目)?(?:支出)?(?:绩效)?(?:自评(?:综述|情况|结果)?)?$")
_ASSET_TITLE = re.compile(
    r"(?P<title>(?:机关运行(?:经费|成本)|政府采购|国有资产)(?:[^。：:，,；]{0,12}(?:情况|说明))?)\s*[。：:]\s*(?=\S)"
)
_OF_SPENDING = re.compile(r"(?:一般公共预算)?财政拨款支出(?:决算)?(?:总体|结构|具体)情况(?:说明)?")
_OWN = r"(?:[^，。；：、,;:]{2,30}?(?:局|办公室|部|委|委员会|厅|院|中心|会|所|站|队|处|府|校|社|馆)(?=\S))?"
_TITLE_WORDS = re.compile(
    rf"(?:关于)?{_OWN}(?:(?:19|20)\d{{2}}年度?)?"
    r"(?:一般公共预算|政府性基金|国有资本经营|预算|财政拨款|基本|项目|“?三公”?|经费|机关运行|成本|收入|支出|收支|收、支|决算"
    r"|政府采购|国有资产|占有|占用|使用|绩效|评价|自评|管理|工作|开展|部门|单位|学校|医院|法院|机关|概况|其他|重要|需要|总体|总计|事项|结果|信息|情况"
    r"|说明|名词解释|的|和|及|与|、)+"
)
_ANNOUNCED = re.compile(r"反映|详见|如下|开展|公开|部门|单位|工作")
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its rank (1 一、 … 4 （1）), ordinal and title; `tail` is where text follows it.

    `tail` is the paragraph's length where the heading stands alone.
    """

    level: int
    ordinal: str
    title: str
    tail: int
    project: str = ""


def clean(text: str) -> str:
    """A line without what is left of a conversion's markup at its start."""
    return _MARKUP.sub("", text).rstrip(" *")


def read_heading(line: str, evaluating: bool = False) -> Heading | None:
    """The heading that a paragraph is, or begins with.

    `evaluating` says that the paragraph stands where projects are evaluated one by one.
    """
    line = with_one_bracket(line)
    shift = len(line) - len(_MARKUP.sub("", line))
    text = line[shift:]
    ordinal = read_ordinal(text)
    if evaluating and (found := _evaluated_project(text, ordinal, shift)):
        return found
    if ordinal is None:
        return _project_heading(text, 0, shift, 3, "") or _unnumbered(text, shift)
    if ordinal.level == 0:
        return None
    rest = text[ordinal.end :]
    start = shift + ordinal.end
    if found := _project_heading(rest, start, 0, ordinal.level, ordinal.text):
        return found
    title = rest.rstrip(" *").rstrip("。：:，,").strip()
    if _stands_alone(rest.strip(), title, ordinal.level):
        return Heading(ordinal.level, ordinal.text, title, len(line))
    return _run_in(rest, start, ordinal.level, ordinal.text)


def _stands_alone(text: str, title: str, level: int) -> bool:
    if (
        not title
        or len(title) > _LONGEST
        or re.search(r"[。；;！？]|[：:]\s*\S{6}", title)
        or _FIGURE.search(_DATED.sub("", title))
    ):
        return False
    if text[-1] in "；;、" or ("，" in title and len(title) > 25):
        return False
    if level >= 3 and text.endswith("。") and not _PATH.search(title):
        return len(title) <= 20 and bool(_TITLE_NOUN.search(title))
    return level < 4 or (len(title) <= 20 and bool(_TITLE_NOUN.search(title)))


def _run_in(rest: str, start: int, level: int, ordinal: str) -> Heading | None:
    """A title with its text in the same paragraph: `（一）项目概况。对全市……`."""
    for pattern in _RUN_IN if level <= 2 else _RUN_IN[:2]:
        match = pattern.match(rest)
        if match and _may_be_title(match["title"], rest[match.end() - 1]):
            return Heading(level, ordinal, match["title"].strip(), start + match.end())
    return None


def _may_be_title(title: str, mark: str) -> bool:
    """Whether words that end at a mark are a title: short, ending in a noun of titles, without figures."""
    named = bool(_PATH.search(title)) or title.endswith("情况说明")
    limit = 80 if named else 15 if mark in "，," else 25
    if len(title) > limit or not (named or _TITLE_NOUN.search(title)):
        return False
    return not _FIGURE.search(_DATED.sub("", title))


def _evaluated_project(text: str, ordinal: Ordinal | None, shift: int) -> Heading | None:
    """A project's name before its own evaluation: `“甲项目”自评情况：`, `1.乙经费。项目自评得分……`."""
    start = ordinal.end if ordinal else 0
    usual = _QUOTED_PROJECT, _LISTED_PROJECT if ordinal else _NAMED_PROJECT, _FUNDED_PROJECT
    match = next((found for pattern in usual if (found := pattern.match(text, start))), None)
    if match is None:
        return None
    level, mark = (ordinal.level, ordinal.text) if ordinal else (3, "")
    name = _NAME_END.sub("", match["name"].strip())
    return Heading(max(level, 3), mark, match["title"].strip(), shift + match.end(), name)


def next_project(text: str, ordinal: Ordinal) -> Heading | None:
    """The project with which a paragraph begins that stands, by its ordinal, behind one on another project."""
    match = _NEXT_PROJECT.match(text, ordinal.end)
    if match is None or _FIGURE.search(_DATED.sub("", match["name"])):
        return None
    return Heading(ordinal.level, ordinal.text, match["name"], match.end(), _NAME_END.sub("", match["name"]))


def unnumbered_level(text: str) -> int:
    """The rank of a line that is a section's title without ordinal: nothing but words of titles; 0 for any other."""
    title = re.sub(r"\s", "", text)
    if _OF_SPENDING.fullmatch(title):
        return 2
    return 1 if len(title) <= _LONGEST and _TITLE_WORDS.fullmatch(title) and topic_of(title) else 0


def _unnumbered(text: str, shift: int) -> Heading | None:
    """A title without ordinal before its own text: `国有资产占用情况。截至……`."""
    match = _ASSET_TITLE.match(text)
    return None if match is None else Heading(2, "", match["title"], shift + match.end())


def _project_heading(rest: str, start: int, shift: int, level: int, ordinal: str) -> Heading | None:
    """The heading over one project's self-evaluation in part four."""
    match = _PROJECT.match(rest)
    if match is None or (not ordinal and not re.search(r"项目(?:支出)?(?:绩效)?自评", match[0])):
        return None
    name = match["name"].strip().strip('“”"')
    name = _NAME_END.sub("", name)
    if _ANNOUNCED.search(name) and (not ordinal or level < 3):
        return None
    if len(name) < 2 or re.fullmatch(r"(?:部门|单位|整体|项目|绩效|支出|预算)*", name) or "。" in name:
        return None
    return Heading(level, ordinal, match[0].strip().rstrip("：:。"), start + shift + match.end(), name)

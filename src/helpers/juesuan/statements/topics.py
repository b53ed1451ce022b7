"""What a heading is about, known by the words of its title and never by its number."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from juesuan.errors import JuesuanError

FORM = "form"
RESULTS = "performance.results"
OVERALL_REPORT = "report.overall"
PROJECT_REPORT = "report.project"

_TITLES = (
    ("three_public.physical", r"实物量|团组数?.*(?:批次|购置数)"),
    ("three_public.detail", r"三公.*(?:具体|增减|分项|变化)"),
    ("three_public", r"三公"),
    ("general.items", r"一般公共预算.*支出.*(?:具体|按功能分类)|财政拨款支出决算具体"),
    ("general.structure", r"一般公共预算.*支出.*结构|财政拨款支出决算结构"),
    ("basic", r"基本支出"),
    ("fund", r"政府性基金"),
    ("capital", r"国有资本经营"),
    ("general", r"一般公共预算|财政拨款支出(?:决算)?(?:总体)?(?:情况|说明)"),
    ("fiscal", r"财政拨款.*(?:收入.*支出|收支|收、支)"),
    ("overall", r"(?:收入.{0,2}支出|收支|收、支).*(?:总体|总计|总表|情况)"),
    ("performance.department", r"(?:部门|财政|重点).*评价(?:结果|情况|报告)|重点项目绩效评价"),
    (RESULTS, r"自评(?:结果|情况|综述)|绩效目标(?:完成|实现)"),
    ("performance", r"绩效"),
    ("operating_cost", r"机关运行(?:经费|成本)|公用经费支出"),
    ("procurement", r"政府采购"),
    ("assets", r"国有资产|车辆"),
    ("terms", r"名词解释"),
    ("income", r"收入决算|收入情况|收入总体|收入预算|收入总表"),
    ("expenditure", r"支出决算|支出情况|支出总体|支出预算|支出总表"),
    ("other", r"其他.*(?:说明|事项|情况)"),
    (
        "organisation",
        r"机构设置|单位构成|机构(?:情况|组成)|编制.*情况|人员(?:构成|情况)|(?:部门|单位|学校|医院|法院|机关)(?:基本情况|概况)",
    ),
    ("duties", r"职责|职能"),
)
_TOPICS = tuple((topic, re.compile(pattern)) for topic, pattern in _TITLES)
_PART_TOPICS = (
    ("terms", re.compile(r"名词解释")),
    ("performance", re.compile(r"绩效(?!.*决算)")),
    (FORM, re.compile(r"表(?!.{0,4}说明)|附件")),
)
_EITHER_SIDE = ("overall", "income", "expenditure")  # what a subsection's title says of whatever its section is about
_OF_ONE_BUDGET = ("general", "three_public", "fund", "capital")
OF_ITEMS = ("general.items", "fund", "capital")
"""The sections that tell their spending item by item."""
_ITEM = re.compile(r"[（(][类款项][）)]$")
_PROSE = re.compile(r"情况|说明|结果|综述|名词解释|概况")
_TABLE = re.compile(
    r"^(?:附?件?\s*[\d一二三四五六七八九十.\-]*\s*[:：、]?\s*)?[^。；：:;]{0,45}"
    r"(?:决算(?:明细)?总?表|经费支出情况表|采购支出情况表|支出情况表|绩效(?:自评|目标|评价|监控)[^。]{0,8}表)"
    r"\s*(?:[（(][^）)]{1,12}[）)])?$"
)

TOPICS = tuple(dict.fromkeys((*(topic for topic, _ in _TITLES), FORM, OVERALL_REPORT, PROJECT_REPORT)))
"""The keys of all topics; one is above those that it begins (`performance` above `performance.results`)."""


class UnknownTopic(JuesuanError, ValueError):
    """A key that no topic has."""


@cache
def check(topic: str) -> None:
    """Raises `UnknownTopic` for a key that neither is a topic nor stands above one."""
    if not any(each == topic or each.startswith(f"{topic}.") for each in TOPICS):
        near = get_close_matches(topic, TOPICS, n=3)
        meant = f"did you mean {' or '.join(near)}? " if near else ""
        raise UnknownTopic(f"there is no topic {topic!r}; {meant}there are {', '.join(TOPICS)}")


def topic_of(title: str, parent: str = "") -> str:
    """The topic key that a title speaks of; where it names none, that of the section above it."""
    bare = re.sub(r"[\s“”\"]", "", title)
    topic = next((topic for topic, pattern in _TOPICS if pattern.search(bare)), "")
    if not topic or (topic in _EITHER_SIDE and parent.startswith(_OF_ONE_BUDGET)):
        return narrowed(bare, parent)
    return topic


def part_topic(title: str) -> str:
    """The topic of a part's title; "" for one whose sections have topics of their own."""
    return next((topic for topic, pattern in _PART_TOPICS if pattern.search(title)), "")


def is_prose_title(title: str) -> bool:
    """Whether a title announces text, so that it ends a stretch of tables."""
    return bool(_PROSE.search(title)) and bool(topic_of(title)) and not is_table_title(title)


def is_table_title(text: str) -> bool:
    """Whether a line is the title of a statutory form or of a self-evaluation table."""
    return bool(_TABLE.match(text.strip()))


def narrowed(title: str, parent: str) -> str:
    """The topic of a subsection of the “三公” or general-budget section by the part of it that its title names."""
    if parent.startswith("three_public") and re.search(r"具体|增减|变化|分项", title):
        return "three_public.detail"
    if parent.startswith("general") and _ITEM.search(title):
        return "general.items"
    if parent.startswith("general") and (match := re.search(r"结构(?=情况|$)|具体(?=情况|$)", title)):
        return "general.structure" if match[0] == "结构" else "general.items"
    return parent

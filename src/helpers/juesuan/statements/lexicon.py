"""The words with which figures are said: directions, comparisons, openings of lists, reasons."""

from __future__ import annotations

import re

from juesuan.records import Direction
from juesuan.statements.characters import DATE

_UP = "增加|增长|上升|提高|上涨|增幅|递增|增多|新增|升高|净增|增支|多出|多支|(?<![增许至])多支出"
_DOWN = "减少|下降|降低|压减|缩减|压缩|下滑|减幅|回落|降幅|核减|净减|减支|少支|(?<![减至])少支出"
_EITHER = rf"(?:{_UP})\s*[/、(]?\s*(?:{_DOWN})\)?|(?:{_DOWN})\s*[/、(]?\s*(?:{_UP})\)?|增\(减\)|减\(增\)|增减"
DIRECTION = re.compile(rf"(?P<either>{_EITHER})|(?P<up>{_UP}|增(?=$|了)|^多$)|(?P<down>{_DOWN}|减(?=$|了)|^少$)")
DIRECTION_AT_END = re.compile(
    rf"(?P<dir>{_EITHER}|{_UP}|{_DOWN}|增|减|(?<=[年数算度])[多少])(?:了|额|率|幅度|比例|数|金额)?\s*(?:\([^()]*\))?\s*(?:约|为|达|达到|:)?\s*$"
)
DIRECTION_AT_START = re.compile(rf"^(?P<dir>{_UP}|{_DOWN})了?(?=[\u4e00-\u9fff“\"]{{2}})")

_YEAR_BEFORE = rf"(?:上年度?|上一年度?|上一度|上个年度|去年度?|前一年度?|上年同期|去年同期|{DATE}+)"
_FIGURE_OF = r"(?:年末|全年)?(?:同期|同口径)?的?(?:(?:支出|收入)?决算(?:支出)?数?|(?:支出|收入)数?)?"
PRIOR_BASE = re.compile(
    rf"(?:与|和|同|较|比|对比|相比|相对于?|相较(?:于|与)?)\s*(?:本部门|本单位)?\s*{_YEAR_BEFORE}\s*(?:\([^()]{{1,8}}\))?{_FIGURE_OF}"
    r"(?:相比较?|比较|对比|相较|比)?(?!初)|同比|环比"
)
BUDGET_BASE = re.compile(
    rf"(?:与|和|同|较|比)\s*{DATE}*\s*(?P<of>(?:年初|全年|年度|当年|调整后?)?的?预算(?:数|安排|批复|金额)?(?!支出))(?:相比)?"
)
SAME = re.compile(r"(?P<about>基本)?(?:持平|一致|相等|相同|无变化|没有变化|未发生变化|无增减(?:变化|变动)?|没有增减)")
COMPARED = re.compile(
    r"(?P<word>小于|低于|少于|大于|高于|超过|超出|多于|等于)"
    rf"(?P<of>{DATE}*\s*(?:年初|全年|年度|当年|调整后?)?的?预算(?:数|安排|金额)?)"
)
REASON = re.compile(
    r"(?:的)?(?:主要|具体)?(?:变动|变化|增减变化|增减|增长|下降|增加|减少|差异)?(?:主要)?原因(?:是|为|在于|有|如下)?"
    r"|主要(?:是)?(?:由于|因为|系|因)|主要是(?!用于)|^(?:是)?(?:由于|因为)"
)
OPENER = re.compile(
    r"(?P<of>^\s*\(?其中(?=\S|$)|^\s*(?:其|主要为)$|(?P<among>(?:支出|收入)(?:决算)?)中$|按\S{1,4}分$)"
    r"|(?P<list>(?:用途|具体|范围|内容)?(?P<main>主要|重点)?(?:用途)?(?:包括|包含|(?:分别[为是]|(?<![得评])分为)(?=\s*\S)|具体为|用[于在](?P<ways>以下方面|如下方面)?))"
)
BUDGET_OF = re.compile(r"^(?:年初|全年|年度|当年|调整后?)?的?预算(?:数|金额|安排)?$")
"""The budget that a completion is of, as a base of changes."""
NAMES_BASE = re.compile(rf"(?:与|和|同|较|比)[^,;:。(]{{0,8}}(?:年度?|{DATE}|预算|预算数)\s*$")
"""What a change is measured against, right before its figure in brackets."""
OF_LAST_YEAR = re.compile(r"\s*\(?(?:上年|去年|上一年)度?(?!初|结)")
BEFORE_LAST = "前年"
OLDER_YEAR = re.compile(rf"(?:19|20)\d{{2}}年|{BEFORE_LAST}")
"""A year before the last, as a base of changes."""
ADJUSTED = re.compile(r"剔除|扣除|若不|如不|不考虑|可比口径|还原")
"""Words after which figures are what they would be without something."""
BESIDES = re.compile(r"\s*(?:此外|另外|除此之外|除上述\S{0,4}外|另有|加上|加之)")
"""Words after which nothing belongs to the list before."""
ENDS_WITH_ETC = re.compile(r"等(?:支出|费用|方面|项目|经费|方面支出|项)?\s*[。,;)]?\s*$")

_ABOVE = {"大于", "高于", "超过", "超出", "多于"}
_BELOW = {"小于", "低于", "少于"}


def direction_of(word: str) -> Direction:
    """The direction a word says; NONE for a template's two words at once (增长下降)."""
    match = DIRECTION.match(word)
    if word in _ABOVE:
        return Direction.ABOVE
    if word in _BELOW:
        return Direction.BELOW
    if word == "等于":
        return Direction.EQUAL
    if match is None or match["either"]:
        return Direction.NONE
    return Direction.INCREASE if match["up"] else Direction.DECREASE

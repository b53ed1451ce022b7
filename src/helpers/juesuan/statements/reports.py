"""Self-evaluation reports: which lines are their titles, and which project they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.document import Document
from juesuan.statements.headings import clean
from juesuan.statements.ordinals import read_ordinal

_TITLE = re.compile(r"(?:绩效|自评|评价)[^。；，,]{0,12}报告\s*(?:[（(][^）)]{1,40}[）)])?$")
_FRAGMENT = re.compile(r"^(?:项目)?(?:支出)?(?:绩效)?(?:自评|评价|自我评价|自评/评价)?(?:工作)?报告$")
_ANNEX = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]*(?:[-.—]\d+)*\s*[:：]?\s*")
_QUOTED = re.compile(r"^[“\"]([^“”\"]+)[”\"]$")
_ENDED = re.compile(r"[。；：:]$|^附件\s*[\d\-.]*$")
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_LIST = re.compile(r"、.*报告|报告.*、|见附件")
_SUFFIX = re.compile(
    r"(?:项目)?(?:支出)?(?:部门)?(?:绩效)?(?:自评价?|评价|自我评价|自评/评价)*(?:工作)?报告\s*(?:[（(][^）)]*[）)])?$"
)
_YEAR = re.compile(r"^(?:19|20)\d{2}\s*年度?")
_IN_BRACKETS = re.compile(r"报告\s*[（(](?P<name>[^）)]{2,60}?)[、，,\s]*[）)]$")
_NAMED = re.compile(
    r"^(?:部门|单位|编制单位|填报单位|单位名称|部门名称|实施单位|主管部门)(?:[（(][^）)]*[）)])?\s*[：:]\s*(?P<name>\S{3,40})"
)
_COVER = re.compile(r"^(?:(?:19|20)\d{2}\s*年度?)?\s*(?P<name>\S{3,40}?)\s*(?:(?:19|20)\d{2}\s*年度?)?\s*部门决算")
_BODY = re.compile(
    r"(?:办公厅|办公室|局|委|委员会|中心|部|厅|院|所|站|大队|支队|总队|会|政府|学校|医院|馆|公司|集团|单位|社)$"
)
_MONEY = re.compile(r"费|经费|资金|补助|补贴|工程|建设|奖|专项|维护|采购|购置|改造|运行|保障")
_PROJECT_CELL = re.compile(r"^项目\s*名称\s*[:：]?$")
_PROJECT_LINE = re.compile(r"^项目\s*名称\s*[:：]?\s*(?P<name>\S.*)$")


def report_title(texts: Sequence[str], index: int) -> str:
    """The full title of a report that begins with this line, "" where none does.

    A title broken over two lines is told by its first line.
    """
    text = _tight(texts[index])
    following = _tight(texts[index + 1]) if index + 1 < len(texts) else ""
    if _is_title(text) and not _FRAGMENT.match(text):
        return "" if is_annex_entry(texts, index) else text
    if following and _is_title(text + following) and not _is_title(text):
        broken = _FRAGMENT.match(following) or following.startswith(("支出", "自评", "绩效"))
        if broken and len(text) <= 50 and not _ENDED.search(text):
            return text + following
    return text if _FRAGMENT.match(text) and "绩效" in text else ""


def is_annex_mark(text: str) -> bool:
    """Whether a line is nothing but 附件 with its number."""
    return bool(_ANNEX.fullmatch(clean(text)))


def is_annex_entry(texts: Sequence[str], index: int) -> bool:
    """Whether a line stands in a list of annexes: 附件 with a title, and 附件 again on the next line."""
    if not _ANNEX.match(clean(texts[index])):
        return False
    following = clean(texts[index + 1]) if index + 1 < len(texts) else ""
    return not following or bool(_ANNEX.match(following))


def is_overall(title: str) -> bool:
    """Whether a report is on the whole department rather than on a project."""
    return "整体" in title or ("项目" not in title and "部门" in title)


def bodies(texts: Sequence[str]) -> frozenset[str]:
    """The names of departments and units in the document, from labels and the cover."""
    found = set()
    for index, text in enumerate(texts):
        match = _NAMED.match(clean(text)) or (_COVER.match(clean(text)) if index < 12 else None)
        if match:
            found.add(match["name"])
    return frozenset(found)


def project_in(title: str, names: frozenset[str]) -> str:
    """The project that a report's title names; "" where it names only its department."""
    if match := _IN_BRACKETS.search(title):
        return "" if re.fullmatch(r"(?:19|20)\d{2}\s*年度?", match["name"]) else match["name"]
    name = _ANNEX.sub("", title)
    name = _SUFFIX.sub("", name).strip()
    for body in sorted(names, key=len, reverse=True):
        name = name.removeprefix(body)
    undated = _YEAR.sub("", name).strip()
    if _BODY.search(undated) and not _MONEY.search(undated):
        return ""
    return _QUOTED.sub(r"\1", undated)


def project_of_table(document: Document, first_line: int, last_line: int) -> str:
    """The project named in the first self-evaluation table that follows a line; "" without one."""
    for grid in document.grids:
        if first_line < grid.order <= last_line + 1:
            for row in grid.rows:
                if name := _named_in_row([cell.text.replace("\n", "").strip() for cell in row]):
                    return name
    for line in document.lines[first_line : last_line + 1]:
        if match := _PROJECT_LINE.match(line.text):
            return match["name"].strip()
    return ""


def _named_in_row(texts: Sequence[str]) -> str:
    """The first text after the label 项目名称 in a table's row."""
    for number, text in enumerate(texts):
        if _PROJECT_CELL.match(text):
            return next((other for other in texts[number + 1 :] if other), "")
    return ""


def _tight(text: str) -> str:
    """A line without markup and without gaps between Chinese characters."""
    return _HAN_GAP.sub("", clean(text))


def _is_title(text: str) -> bool:
    return len(text) <= 80 and bool(_TITLE.search(text)) and read_ordinal(text) is None and not _LIST.search(text)

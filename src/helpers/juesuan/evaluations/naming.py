"""What a self-evaluation table is called by the words around it: its title, its project, the unit of its money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from juesuan.amounts import TEN_THOUSAND, YUAN
from juesuan.document import Document
from juesuan.evaluations.cells import row_quote
from juesuan.evaluations.segments import Segment
from juesuan.evaluations.vocabulary import is_heading, is_title, project_in_heading, project_in_report, squeezed

OTHER_LABEL = re.compile(
    r"\s+(?:填报单位|主管部门|实施单位|项目单位|填报日期|单位[:：]|金额单位|项目负责人|联系电话).*$"
)
_PROJECT_LINE = re.compile(r"项目名称\s*[:：]\s*(?P<name>\S.*)")
_NAMED_UNIT = re.compile(r"(?:\((?:单位[:：]?|金额单位[:：]?)?|单位[:：])(?P<unit>万元|元)")
_NOTE = re.compile(r"(?:说明|注|备注)\s*[:：]")
_LONGEST_TITLE = 30  # characters of a line above a table that may be its title


def title_of(segment: Segment, document: Document) -> str:
    """The table's title; what stands above and at its head where none of it looks like one."""
    titles = [document.lines[index].text for index in segment.above] + [row_quote(row) for row in segment.rows[:3]]
    found = next((text for text in titles if is_title(text)), "")
    near = document.lines[segment.order - 1].text.strip() if 0 < segment.order <= len(document.lines) else ""
    return found or (near if len(near) <= _LONGEST_TITLE and "。" not in near else "")


def project_above(segment: Segment, document: Document) -> str:
    """The project that a line between title and table names, or on which the report is that it stands in."""
    lines = (_PROJECT_LINE.search(document.lines[index].text) for index in segment.above)
    named = next((OTHER_LABEL.sub("", match["name"]).strip() for match in lines if match), "")
    reported = (project_in_report(text) for text in _headings_above(segment, document))
    return named or next(filter(None, reported), "")


def project_headed(segment: Segment, document: Document) -> str:
    """The project that the nearest heading above a table names, "" where that is of something else."""
    return project_in_heading(next(filter(is_heading, _headings_above(segment, document)), ""))


def _headings_above(segment: Segment, document: Document) -> Iterator[str]:
    """The lines between the table before and this one, from below, and the last rows of that one that hold one text."""
    before = max((grid for grid in document.grids if grid.order < segment.order), key=attrgetter("order"), default=None)
    for index in range(segment.order - 1, before.order - 1 if before else -1, -1):
        yield document.lines[index].text
    for row in reversed(before.rows if before else ()):
        texts = [cell.text for cell in row if cell.text.strip()]
        if len(texts) > 1:
            return
        yield from texts


def notes_behind(document: Document, index: int) -> tuple[str, ...]:
    """The note that follows a table, its lines put together; nothing where none does."""
    following = (each for each in document.paragraphs if each.last >= index and each.text.strip())
    note = next(following, None)
    if note is None or not _NOTE.match(note.text.strip()):
        return ()
    between = any(index <= grid.order <= note.first for grid in document.grids)
    return () if between else (note.text.strip(),)


def money_unit(segment: Segment, document: Document) -> str:
    """The unit that a heading, a label or the title names; 万元 where none does."""
    words = [squeezed(cell.text) for row in segment.rows for cell in row if "元" in cell.text and len(cell.text) < 40]
    words += [squeezed(document.lines[index].text) for index in segment.above]
    named = {match["unit"] for word in words for match in _NAMED_UNIT.finditer(word)}
    return YUAN if named == {YUAN} else TEN_THOUSAND

"""Whether a document was read whole: pages that are pictures, and an end that is cut off.

A gap reaches from the last certain beginning before it (a heading, the title of a form, a
self-evaluation) to the first certain one after it: what stands between was read in part only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.document import Document, Place, Reason, Unread
from juesuan.forms.description import FormSet, Layout
from juesuan.forms.statutory import BY_NUMBER
from juesuan.forms.titles import form_titled
from juesuan.kinds.ending import ending
from juesuan.kinds.gap import Gap
from juesuan.records import Evaluation, Fact, Form, Section

_SECTION_LEVEL = 1  # headings down to 一、 begin something new
_REASONS = {
    Reason.PICTURE: ("是图片，未读", "a picture, not read"),
    Reason.CHARACTERS: ("的字体没有字符编码，文字无法辨认，未读", "fonts without a character map, not read"),
    Reason.COARSE: ("是分辨率过低的图片，未读", "a picture too coarse to be read"),
    Reason.HIDDEN: ("没有显示，未读", "hidden, not read"),
    Reason.BEYOND: ("超出可读范围，未读", "beyond what can be read, not read"),
    Reason.UNSAVED: ("没有保存计算结果，未读", "formulas without saved results, not read"),
}
_FIRST_ROWS = 3  # among which a form that begins here has its total or its first item
_FIRST = re.compile(r"合计|总计|^一、|人员经费|工资福利|收入总计")


@dataclass(frozen=True, slots=True)
class _Start:
    """A certain beginning; `form` is the number of the form that begins there, "" for anything else."""

    place: Place
    form: str = ""


def gaps(
    document: Document,
    forms: Sequence[Form],
    facts: Sequence[Fact],
    sections: Sequence[Section],
    contents: Sequence[str],
    evaluations: Sequence[Evaluation],
    known: FormSet,
) -> tuple[Gap, ...]:
    """What of a document was not read, in its order; `known` are the forms that it was read for."""
    starts = sorted(_starts(document, forms, sections, evaluations, known), key=lambda start: start.place.order)
    found = [_gap(run, starts, forms) for run in _runs(document.unread)]
    end = ending(document, forms, facts, sections, contents, evaluations, known)
    if end is not None:
        reach = (_last_start(starts), None) if end.within else (Place(), Place())  # or nothing but absence
        found.append(Gap(end.zh, end.en, (), *reach))
    return tuple(found)


def _runs(parts: Sequence[Unread]) -> Iterator[tuple[Unread, ...]]:
    """Pages that follow each other and were not read for one reason, together; anything else by itself."""
    run: list[Unread] = []
    for part in sorted(parts, key=lambda part: part.place.order[:2]):
        if run and not _follows(run[-1], part):
            yield tuple(run)
            run = []
        run.append(part)
    if run:
        yield tuple(run)


def _follows(before: Unread, part: Unread) -> bool:
    leaves = before.place.leaf, part.place.leaf
    if before.reason is not part.reason or leaves[0] is None or leaves[1] is None:
        return False
    return leaves[1] == (leaves[0][0], leaves[0][1] + 1)


def _gap(parts: tuple[Unread, ...], starts: Sequence[_Start], forms: Sequence[Form]) -> Gap:
    zh, en = _REASONS[parts[0].reason]
    pages = tuple(part.place.page for part in parts if part.place.page is not None)
    if not pages:
        return Gap(f"{parts[0].name}{zh}", f"{parts[0].name}: {en}", (), Place(), Place())
    file = parts[0].place.file
    before = [start for start in starts if start.place.order < (file or 0, pages[0], 0.0)]
    after = [start for start in starts if start.place.order >= (file or 0, pages[-1] + 1, 0.0)]
    open_form = before[-1].form if before else ""
    end = next((start.place for start in after if _is_new(start, open_form, forms)), None)
    shown = f"{pages[0]}" if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
    first = before[-1].place if before else Place()
    where = ("", "") if file is None else (f"文件{file}", f"file {file}, ")
    return Gap(f"{where[0]}第{shown}页{zh}", f"{where[1]}page {shown}: {en}", pages, first, end, file)


def _is_new(start: _Start, open_form: str, forms: Sequence[Form]) -> bool:
    """Whether what begins after a gap begins there indeed: a form may go on under its title repeated."""
    if not start.form:
        return True
    if start.form == open_form:
        return False
    form = next((each for each in forms if each.number == start.form), None)
    if form is None or BY_NUMBER[form.number].layout in (Layout.PUBLIC, Layout.LIST):
        return form is not None
    return form.empty or any(_FIRST.search(row.item) for row in form.rows[:_FIRST_ROWS])


def _last_start(starts: Sequence[_Start]) -> Place:
    return starts[-1].place if starts else Place()


def _starts(
    document: Document,
    forms: Sequence[Form],
    sections: Sequence[Section],
    evaluations: Sequence[Evaluation],
    known: FormSet,
) -> Iterator[_Start]:
    for section in sections:
        if section.level <= _SECTION_LEVEL and section.topic != "form":
            yield _Start(document.lines[document.paragraphs[section.first].first].place)
    of_forms = {index for form in forms for index in form.lines}
    for index, line in enumerate(document.lines):
        spec = form_titled(line.text, known)
        if spec is not None and index not in of_forms:  # a form begins at its first line, above its title
            yield _Start(line.place, spec.number)
    yield from (_Start(form.place, form.number) for form in forms if form.title)
    yield from (_Start(evaluation.place) for evaluation in evaluations)

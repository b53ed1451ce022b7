"""Whether a document ends where it should, or was cut off: the contents, the last sentence, the last table tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.document import Document, Order
from juesuan.forms.description import FormSet, Layout
from juesuan.forms.statutory import BY_NUMBER, FINAL_ACCOUNTS
from juesuan.forms.titles import form_titled
from juesuan.passages import dense
from juesuan.records import Evaluation, Fact, Form, Section
from juesuan.statements.ordinals import read_ordinal
from juesuan.statements.reports import is_annex_mark

_ANNEX = re.compile(r"附件|附表|附录|表$")
_FINISHED = re.compile(r"[。！？；：”）)\].!?;:…》]$|^[-—]*\d{1,3}[-—]*$|[年月日]$|^第?\d+页")
_SHORTEST_SENTENCE = 12  # characters from which a last line is a sentence, not a signature or a heading
_ENOUGH_FORMS, _LAST_STATUTORY = 5, "09"
_BALANCED = ("总计", "合计")
_EARLY_MATTERS = frozenset({"overall", "income", "expenditure", "fiscal", "general", "basic"})
_MIDDLE_MATTERS = frozenset({"three_public", "fund", "capital", "operating_cost"})  # that others follow by rule, too
_LAST_MATTERS = frozenset({"procurement", "assets", "performance", "terms", "report", "other"})
_FEWEST_MATTERS = 3  # explained, from which a document explains accounts matter by matter


@dataclass(frozen=True, slots=True)
class Ending:
    """What shows that an end is missing, as a clause in both languages.

    `within` says that the document ends in the middle of something, which was then read in part only.
    """

    zh: str
    en: str
    within: bool = True


_UNFINISHED_FORM = Ending(
    "最后一张表在文件末尾没有结束，文件可能不完整", "the last form is unfinished where the document ends"
)
_UNFINISHED_EVALUATION = Ending(
    "最后一张绩效自评表没有总分，文件可能不完整", "the last self-evaluation is unfinished where the document ends"
)
_UNFINISHED_SENTENCE = Ending("文件最后一句没有结束，文件可能不完整", "the last sentence of the document is unfinished")
BREAKS = frozenset(each.zh for each in (_UNFINISHED_FORM, _UNFINISHED_EVALUATION, _UNFINISHED_SENTENCE))


def ending(
    document: Document,
    forms: Sequence[Form],
    facts: Sequence[Fact],
    sections: Sequence[Section],
    contents: Sequence[str],
    evaluations: Sequence[Evaluation],
    known: FormSet,
) -> Ending | None:
    """What shows that the end is missing; None where nothing does."""
    lacking = _lacking_parts(contents, sections, document)
    if lacking:
        return Ending(
            f"文件到目录所列的“{lacking}”之前为止，可能不完整",
            f"the document ends before “{lacking}”, which its contents list, and may not be whole",
        )
    if document.grids and document.grids[-1].rows[0][0].place.sheet is not None:
        return None  # a workbook is read whole or not at all
    last = _last_form(document, forms, facts, evaluations)
    if last is not None and (_is_short(last, facts) or _lacks_later(last, forms) or _ends_with_title(document, known)):
        return _UNFINISHED_FORM
    if last is not None:
        return None
    if evaluations and _is_last(document, evaluations[-1]):
        return _UNFINISHED_EVALUATION if _lacks_total(evaluations) or _breaks_in_figure(document, evaluations) else None
    if _breaks_off(document, sections):
        return _UNFINISHED_SENTENCE
    early = _ends_early(sections) if known is FINAL_ACCOUNTS else ""
    if not early:
        return None
    return Ending(
        f"文件到“{early}”一节为止，没有通常随后的各节，可能不完整",
        f"the document ends with “{early}”, without the sections that usually follow, and may not be whole",
        within=False,
    )


def _ends_early(sections: Sequence[Section]) -> str:
    """The title of the last section where it is one that explanations never end with, and nothing later is there."""
    topics = [section.topic.partition(".")[0] for section in sections]
    if len(_EARLY_MATTERS.intersection(topics)) < _FEWEST_MATTERS or not _LAST_MATTERS.isdisjoint(topics):
        return ""
    return sections[-1].title if topics[-1] in _EARLY_MATTERS | _MIDDLE_MATTERS else ""


def _lacking_parts(contents: Sequence[str], sections: Sequence[Section], document: Document) -> str:
    """The first of the parts that the contents list last and the body does not reach."""
    listed = [(entry, ordinal) for entry in contents if (ordinal := read_ordinal(entry)) and ordinal.level == 0]
    parts = [(entry, ordinal) for entry, ordinal in listed if not _ANNEX.search(dense(entry))]
    parts = parts or [(entry, ordinal) for entry, ordinal in listed]
    reached = {section.part for section in sections}
    titles = {dense(document.paragraphs[section.first].text) for section in sections}
    lacking = ""
    for entry, ordinal in reversed(parts):
        title = dense(entry[ordinal.end :])
        if ordinal.number in reached or any(heading.endswith(title) for heading in titles):
            return lacking
        lacking = entry
    return lacking


def _last_form(
    document: Document, forms: Sequence[Form], facts: Sequence[Fact], evaluations: Sequence[Evaluation]
) -> Form | None:
    """The form with which a document ends, None where other matter follows it."""
    if not forms or not document.lines:
        return None
    ends = {form.number: _end(form, facts) for form in forms}
    last = max(forms, key=lambda form: ends[form.number])
    end = ends[last.number]
    if any(evaluation.place.order > end for evaluation in evaluations):
        return None
    after = (line.text for i, line in enumerate(document.lines) if i not in last.lines and line.place.order > end)
    return None if any("。" in text for text in after) else last


def _end(form: Form, facts: Sequence[Fact]) -> Order:
    cells = (fact.place for fact in facts if fact.form == form.number)
    return max(place.order for place in (form.place, *(row.place for row in form.rows), *cells))


def _lacks_later(last: Form, forms: Sequence[Form]) -> bool:
    """Whether the form that usually follows the last one is missing; one out of place may stand anywhere."""
    numbers = {form.number for form in forms}
    if len(numbers) < _ENOUGH_FORMS or last.number >= _LAST_STATUTORY:
        return False
    return f"{int(last.number) + 1:02d}" not in numbers


def _ends_with_title(document: Document, known: FormSet) -> bool:
    """Whether the last line announces a form or an annex, and nothing stands below it."""
    if _ends_with_grid(document):
        return False
    text = document.lines[-1].text
    return is_annex_mark(text) or form_titled(text, known) is not None


def _is_short(form: Form, facts: Sequence[Fact]) -> bool:
    """Whether rows are missing at the end of a form: its total, or what the total is made of."""
    spec = BY_NUMBER[form.number]
    own = [fact for fact in facts if fact.form == form.number]
    if not own and not form.rows and not form.notes:
        return True  # nothing below its headings, not even that there is nothing
    if spec.layout is Layout.TWO_SIDED:
        return bool(own) and not any(total in dense(row.item) for row in form.rows for total in _BALANCED[:1])
    if spec.layout is Layout.ECONOMIC:
        return bool(own) and not any(total in dense(row.item) for row in form.rows for total in _BALANCED)
    key = "total" if spec.layout is Layout.CODED else ""
    wholes = {fact.code: fact.amount.value for fact in own if fact.key == key}
    if not key or not wholes:
        return False
    total = wholes.pop("", Decimal(0))
    last = form.rows[-1].code if form.rows else ""
    classes = sum((value for code, value in wholes.items() if len(code) == 3), Decimal(0))
    if len(last) < max((len(row.code) for row in form.rows), default=0):
        return True  # a class or a section without its items
    return _holds(total, own) and total > classes


def _holds(total: Decimal, own: Sequence[Fact]) -> bool:
    """Whether the row of totals agrees with itself, so that it is not the total that is wrong."""
    spec = BY_NUMBER[own[0].form]
    parts = [fact.amount.value for fact in own if not fact.code and fact.key in spec.parts]
    return not spec.parts or sum(parts, Decimal(0)) == total


def _is_last(document: Document, evaluation: Evaluation) -> bool:
    after = [line for line in document.lines if line.place.order > evaluation.place.order]
    return not any("。" in line.text and len(line.text) > _SHORTEST_SENTENCE for line in after[-2:])


def _lacks_total(evaluations: Sequence[Evaluation]) -> bool:
    last, before = evaluations[-1], evaluations[:-1]
    total = last.total_score.amount or last.total_weight.amount
    return last.has_scores and total is None and (not before or any(each.total_score.amount for each in before))


def _breaks_in_figure(document: Document, evaluations: Sequence[Evaluation]) -> bool:
    """Whether the last thing is a figure without unit in a table without total: digits may be lost."""
    total = evaluations[-1].total_score.amount or evaluations[-1].total_weight.amount
    cells = [cell.text for cell in document.grids[-1].rows[-1]] if _ends_with_grid(document) else []
    texts = cells or [line.text for line in document.lines[-1:]]
    last = next((text.strip() for text in reversed(texts) if text.strip()), "")
    return total is None and last[-1:].isdigit()


def _ends_with_grid(document: Document) -> bool:
    return any(grid.order >= len(document.lines) for grid in document.grids)


def _breaks_off(document: Document, sections: Sequence[Section]) -> bool:
    """Whether the last sentence has no end, or a heading stands last."""
    if not document.paragraphs or not sections:
        return False
    text, last = dense(document.paragraphs[-1].text), sections[-1]
    behind_heading = 0 if last.topic == "form" else len(document.paragraphs) - last.first
    if behind_heading == 1:
        return len(text) < 2 * _SHORTEST_SENTENCE or not _FINISHED.search(text)
    return (behind_heading == 2 or len(text) >= _SHORTEST_SENTENCE) and not _FINISHED.search(text)

"""One self-evaluation out of the rows of a ruled or tabbed table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell, Document, Place
from juesuan.evaluations.cells import filled, is_empty, points_entry, row_quote, tidy
from juesuan.evaluations.columns import Headings
from juesuan.evaluations.draft import Draft, finished
from juesuan.evaluations.funds import FundReader, is_pair_row, pair_line, spending_pairs, upright_value, with_value
from juesuan.evaluations.headings import fund_headings, heading_row, indicator_headings, settled_columns
from juesuan.evaluations.indicators import IndicatorReader
from juesuan.evaluations.lists import is_list, read_list
from juesuan.evaluations.marks import is_to_tick, marked
from juesuan.evaluations.naming import OTHER_LABEL, money_unit, project_above, project_headed, title_of
from juesuan.evaluations.quantities import parse_quantity, points_in
from juesuan.evaluations.score_parts import is_execution, opens_others, part_headings, part_in
from juesuan.evaluations.segments import Row, Segment
from juesuan.evaluations.side_by_side import one_a_row
from juesuan.evaluations.vocabulary import (
    fund_kind,
    is_group,
    is_level,
    is_subtotal,
    is_template,
    is_title,
    is_total,
    label_key,
    squeezed,
)
from juesuan.records import Entry, Evaluation, Indicator

_NOTE = re.compile(r"^(?:说明|注|备注)\s*[:：]|^\d+[.、．]\s*\S{6,}")
_SECTION = re.compile(r"[一二三四五六七八九十]+[、.．]\S{2,14}$")
_FEWEST_FIGURES = 2  # in a row that says more than its number
_OTHER_HEADINGS = "表中另有没有读懂的栏目"
_WITHIN_MONEY = {"grade", "unit", "goal", "result", "authority"}  # labels that end the lines of money
_MUST_BE_FILLED = ("project", "department", "authority", "unit", "grade")


def _says_figures(row: Row) -> bool:
    """Whether a row gives figures of its own: no headings, no sums of what stands above."""
    if indicator_headings(row):
        return False
    texts = [row[column].text for column in filled(row)]
    figures = sum(points_in(text) is not None or parse_quantity(text) is not None for text in texts)
    return figures >= _FEWEST_FIGURES and not any(is_subtotal(text) or is_total(text) for text in texts[:2])


def read_table(document: Document, segment: Segment) -> Evaluation:
    """The evaluation in a segment of grids."""
    unit = money_unit(segment, document)
    title = title_of(segment, document)
    if is_list(segment):
        return read_list(segment, unit, title)
    draft = Draft()
    rows = one_a_row(segment.rows)
    for number, row in enumerate(rows):
        if filled(row):
            before = draft.taken
            _read_row(draft, row, rows[number + 1 :], unit)
            draft.before = row
            draft.left += [row_quote(row)] if draft.taken == before and _says_figures(row) else []
    draft.conventions += [document.lines[index].text for index in segment.below]
    named = project_above(segment, document), project_headed(segment, document)
    return finished(draft, segment, unit, title, *named)


def _read_row(draft: Draft, row: Row, following: Sequence[Row], unit: str) -> None:
    texts = [tidy(row[column].text) for column in filled(row)]
    if len(texts) == 1 and is_title(texts[0]):
        return
    if headings := indicator_headings(row):
        if draft.points is not None and draft.points.columns == headings:
            return  # headings repeated on another page
        headings = {**heading_row(draft.before), **headings, **(heading_row(following[0]) if following else {})}
        headings = settled_columns(headings)
        draft.measures = IndicatorReader(headings, following)
        draft.has_scores = draft.measures.has_scores
        draft.left += [f"{text}（栏）" for text in draft.measures.unread(row, following)]
        draft.points = Headings(headings)
        draft.money, draft.pairs, draft.goal_columns = None, False, {}
        return
    if draft.measures is not None and not draft.indicators and heading_row(row):
        return
    if draft.indicators and (headings := part_headings(row)):
        draft.part_columns, draft.tail = headings, True
        return
    if draft.indicators and opens_others(row):
        draft.doubt, draft.tail = _OTHER_HEADINGS, True
        return
    if draft.part_columns and not is_total(texts[0]) and not label_key(texts[0]):
        draft.parts += filter(None, [part_in(row, draft.part_columns, among=False)])
        return
    if draft.points is not None and (part := part_in(row, draft.points.columns, among=True)):
        draft.parts.append(part)
        draft.section = part.level1 if not is_subtotal(texts[0]) and not is_execution(part.level1) else draft.section
        return
    if _NOTE.match(texts[0]) and len(texts) == 1 and (draft.tail or texts[0].startswith(("说明", "注", "备注"))):
        draft.conventions.append(texts[0])
        return
    if draft.measures is None and (headings := fund_headings(row)):
        lead = next((row[column] for column in filled(row) if column not in headings.values()), Cell("", Place()))
        draft.money, draft.pairs = FundReader(headings, unit, lead), False
        return
    if _is_sectiontitle_of(texts):
        draft.money, draft.pairs = None, False
        return
    if draft.measures is None and is_pair_row(row):
        draft.pairs = True
    if _read_labels(draft, row):
        return
    if draft.goal_columns and draft.measures is None:
        _read_goal(draft, row)
    elif draft.measures is not None and not draft.tail:
        _read_indicator(draft, row)
    elif draft.pairs:
        line = pair_line(row, unit)
        draft.funds += [line] if line else []
        for column in (at for at in filled(row) if label_key(row[at].text) == "grade"):
            _take_value(draft, row, column, len(row), "grade")
    elif draft.money is not None:
        draft.funds += draft.money.lines(row)
        _note_blank_total(draft, row)
    elif spent := spending_pairs(row, unit):
        draft.funds += spent
    elif upright := upright_value(row):
        draft.upright = with_value(draft.upright, *upright, row, unit)


def _is_sectiontitle_of(texts: Sequence[str]) -> bool:
    """Whether a row only names the part of the form that follows (二、年度绩效目标)."""
    return len(texts) == 1 and _SECTION.match(texts[0]) is not None and not fund_kind(texts[0])


def _note_blank_total(draft: Draft, row: Row) -> None:
    texts = [tidy(cell.text) for cell in row if not is_empty(cell.text)]
    if len(texts) == 1 and fund_kind(texts[0]) == "total":
        draft.blanks.append(texts[0])


def _read_labels(draft: Draft, row: Row) -> bool:
    """Take the labelled cells of a row; whether the row holds nothing else."""
    at = filled(row)
    keys = {column: _row_label(row[column].text) for column in at}
    labelled = [column for column in at if keys[column] and not _repeats(row, column)]
    if _opens_goals(keys):
        draft.goal_columns = {keys[column]: column for column in labelled if keys[column] in ("goal", "result")}
        return True
    if draft.measures is not None and is_total(row[at[0]].text):
        keys[at[0]] = "total"
    if any(keys[column] == "total" for column in at) and (draft.measures is not None or not _is_named(keys)):
        _read_total(draft, row, keys)
        return True
    if draft.measures is not None and is_subtotal(row[at[0]].text):
        return True
    ends_money = not draft.goal_columns and _WITHIN_MONEY & set(keys.values())
    if not labelled or draft.pairs or (draft.money is not None and not ends_money):
        return False
    if draft.measures is not None and keys[at[0]] not in ("grade", "reason", "measures", "person", "authority"):
        return False
    for number, column in enumerate(labelled):
        end = labelled[number + 1] if number + 1 < len(labelled) else len(row)
        _take_value(draft, row, column, end, keys[column])
    draft.tail = draft.tail or draft.measures is not None
    return True


def _is_named(keys: dict[int, str]) -> bool:
    """Whether a row has other labels of the table's head beside that of the total."""
    return bool({"project", "department", "authority", "unit"} & set(keys.values()))


def _opens_goals(keys: dict[int, str]) -> bool:
    """Whether a row holds the headings of goal and result, and not their texts as well."""
    goals = [column for column, key in keys.items() if key == "goal"]
    return bool(goals) and "result" in keys.values() and all(keys[column] for column in keys if column > goals[0])


def _repeats(row: Row, column: int) -> bool:
    """Whether a label is that of the merged cell before it, which the conversion wrote out again."""
    return column > 0 and bool(row[column].text) and row[column].text == row[column - 1].text


def _row_label(text: str) -> str:
    return label_key(text) or label_key(re.split(r"[:：]", text.strip(), maxsplit=1)[0])


def _take_value(draft: Draft, row: Row, column: int, end: int, key: str) -> None:
    own = re.split(r"[:：]", tidy(row[column].text), maxsplit=1)
    inline = own[1].strip() if len(own) == 2 else ""
    value = next((row[c] for c in range(column + 1, end) if row[c].text.strip() and not _repeats(row, c)), None)
    text = inline or (tidy(value.text) if value else "")
    text = OTHER_LABEL.sub("", text) if key == "project" else text
    if key == "total" and value:
        draft.total_score = points_entry(value)
        return
    if key == "grade":
        following = [inline] if inline else [tidy(row[c].text) for c in range(column + 1, end) if not _repeats(row, c)]
        text = marked(" ".join(following) if is_to_tick(text) else text)
        draft.grade = Entry(text, None, (value or row[column]).place)
    if text:
        draft.values.setdefault(key, text)
    elif key in _MUST_BE_FILLED:
        draft.blanks.append(own[0].strip())


def _read_total(draft: Draft, row: Row, keys: dict[int, str]) -> None:
    label = next(column for column, key in keys.items() if key == "total")
    for column, key in keys.items():
        if key == "grade":
            _take_value(draft, row, column, label if column < label else len(row), key)
    points = [c for c in filled(row) if c > label and points_in(row[c].text) is not None]
    inline = replace(row[label], text=re.split("[:：]", row[label].text, maxsplit=1)[-1])
    if not points and points_in(inline.text) is not None:
        draft.total_score, draft.tail = points_entry(inline), bool(draft.indicators)
        return
    draft.tail = draft.tail or (bool(points) and bool(draft.indicators))
    columns = draft.points.columns if draft.points else {}
    by_heading = {columns.get("score"), columns.get("weight")} == set(points)
    if by_heading or (len(points) > 2 and columns.get("score") in points):  # a total for the weights of every level too
        draft.total_score = points_entry(row[columns["score"]])
        draft.total_weight = points_entry(row[columns["weight"]]) if columns.get("weight") in points else Entry()
        return
    if not points:
        return
    scored = "得分" in squeezed(row[label].text) or "分数" in squeezed(row[label].text)
    if len(points) == 1:
        single = points_entry(row[points[0]])
        if scored or not _is_weight_total(draft, single, points[0]):
            draft.total_score = single
        else:
            draft.total_weight = single
    else:
        draft.total_weight, draft.total_score = points_entry(row[points[0]]), points_entry(row[points[1]])


def _is_weight_total(draft: Draft, entry: Entry, column: int) -> bool:
    columns = draft.points.columns if draft.points else {}
    if columns.get("score") == column:
        return False
    return columns.get("weight") == column or (
        "weight" in columns and entry.amount is not None and entry.amount.value == 100
    )


def _read_goal(draft: Draft, row: Row) -> None:
    at = [column for column in filled(row) if not label_key(row[column].text) and not is_group(row[column].text)]
    split = draft.goal_columns["result"]
    goals = [tidy(row[column].text) for column in at if column < split]
    results = [tidy(row[column].text) for column in at if column >= split]
    if goals and "goal" not in draft.values:
        draft.values["goal"] = goals[-1]
    if results and "result" not in draft.values:
        draft.values["result"] = results[0]


def _read_indicator(draft: Draft, row: Row) -> None:
    assert draft.measures is not None  # only called under indicator headings
    indicator = draft.measures.read(row)
    if indicator is not None:
        draft.indicators.append(_under_section(indicator, draft.section))
        return
    texts = [tidy(row[column].text) for column in filled(row)]
    if texts and is_template(texts[-1]):
        level = draft.measures.opened_level(row)
        draft.template_levels += [level] if is_level(level) else []


def _under_section(indicator: Indicator, section: str) -> Indicator:
    """An indicator with the level that a row of its own names above it."""
    if not section or section == indicator.level1:
        return indicator
    return replace(indicator, level1=section, level2=indicator.level2 or indicator.level1)

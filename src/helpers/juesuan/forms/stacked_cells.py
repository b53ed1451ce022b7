"""Forms whose cells a conversion wrote one below the other: put side by side again, as rows of running text.

Blank cells leave no trace there either; which column a figure belongs to is decided later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from juesuan.document import Line
from juesuan.forms.description import FormDescription, Layout, measure_of
from juesuan.forms.text import flat, has_words

_UPRIGHT = 0.95  # share of lines with one cell
_FEW = 8  # lines that are too few to tell
_MANY = 3
_CODE_AND_NAME = 2  # pieces of a cell that holds both
_CODE = re.compile(r"\d{3,7}")
_CODED_NAME = re.compile(r"\d{3,7}\s*[\u4e00-\u9fff]")
_LEVEL = re.compile(r"\d{2}")
_TOTAL = re.compile(r"^(?:本年支出|本年收入|支出|收入)?(?:合计|总计)$")
_OF_THE_YEAR = re.compile(r"^(?:本年支出|本年收入)合计$")
_FIRST_ITEM = re.compile(r"^一、")
_ORDINALS = "一二三四五六七八九"
_ORDINAL = re.compile(f"([{_ORDINALS}])、")
_FILLED = 0.8  # share of the rows with codes that show a figure
_LINE_NUMBER = re.compile(r"\d{1,3}")

Rows = list[list[Line]]


def side_by_side(lines: Sequence[Line], form: FormDescription) -> tuple[Line, ...]:
    """The lines of a form as rows where nearly each of them is one cell; else as they are."""
    upright = sum(map(_is_cell, lines)) >= _UPRIGHT * len(lines)
    if form.layout not in _ROWS or not upright or len(lines) < _FEW:
        return tuple(lines)
    lines = _headed_once(lines)
    rows = _ROWS[form.layout](lines)
    return tuple(map(_side_by_side, rows)) if rows else tuple(lines)


def _headed_once(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that begin the form again: its first ones in their order, below its first figure."""
    texts = [flat(line.text) for line in lines]
    index = next((index for index, line in enumerate(lines) if not has_words(line.text)), len(lines))
    kept = list(lines[:index])
    while index < len(lines):
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(texts, texts[index:], strict=False)))
        if alike < _MANY:
            kept.append(lines[index])
        index += alike if alike >= _MANY else 1
    return kept


def _is_cell(line: Line) -> bool:
    """Whether a line holds one cell: one figure, or words that may be spaced."""
    pieces = line.text.split()
    coded_name = len(pieces) == _CODE_AND_NAME and _CODED_NAME.match(line.text.strip()) is not None
    return len(pieces) == 1 or coded_name or all(map(has_words, pieces))


def _side_by_side(row: Sequence[Line]) -> Line:
    return row[0] if len(row) == 1 else Line(" ".join(line.text.strip() for line in row), row[0].place)


def _coded(lines: Sequence[Line]) -> Rows:
    """A row for each code that a name follows, and for each total."""
    rows = _headings(lines)
    headed = bool(rows)
    for index in range(sum(map(len, rows)), len(lines)):
        begins = _begins_row(lines, index)
        headed = headed or begins
        _add(rows, lines[index], begins=begins or not headed)
    coded = [row for row in rows if _CODE.match(row[0].text.strip())]
    if not coded:
        return _named(lines)
    shown = sum(any(not has_words(line.text) for line in row[1:]) for row in coded)
    return rows if shown >= _FILLED * len(coded) else []  # else the cells stand column by column


def _named(lines: Sequence[Line]) -> Rows:
    """A row for each label above figures, where units are listed and no codes; none where no second label follows."""
    first = next((index for index, line in enumerate(lines) if not has_words(line.text)), 0)
    rows = [[line] for line in lines[: max(first - 1, 0)]]
    for line in lines[len(rows) :]:
        _add(rows, line, begins=has_words(line.text))
    return rows if sum(len(row) > 1 for row in rows) > 1 else []


def _begins_row(lines: Sequence[Line], index: int) -> bool:
    """Whether a cell is the first of a row: a total, a code before its name, or both in one."""
    text = lines[index].text.strip()
    after = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    if _CODE.fullmatch(text):
        return has_words(after) or _LEVEL.fullmatch(after) is not None
    return _CODED_NAME.match(text) is not None or _TOTAL.match(flat(text)) is not None


def _public(lines: Sequence[Line]) -> Rows:
    """A row for the figures right below the numbered columns, and one for each label."""
    rows = _headings(lines) or _above_items(lines)
    below = sum(map(len, rows))
    if not rows:
        first = next((index for index, line in enumerate(lines) if not has_words(line.text)), len(lines))
        rows, below = [[line] for line in lines[:first]], first
    for index in range(below, len(lines)):
        _add(rows, lines[index], begins=index == below or has_words(lines[index].text))
    return rows


def _above_items(lines: Sequence[Line]) -> Rows:
    """The headings above items that are rows: below the first figure stand further labels; none where none do."""
    first = next((index for index, line in enumerate(lines) if not has_words(line.text)), 0)
    labels = sum(has_words(line.text) for line in lines[first:])
    of_measures = any(measure_of(flat(line.text)) for line in lines[first:])
    return [[line] for line in lines[: first - 1]] if first and (labels >= _MANY or of_measures) else []


def _list(lines: Sequence[Line]) -> Rows:
    """A row for each label; the number of its line is left out."""
    numbered = _is_numbered(lines)
    rows: Rows = []
    for index, line in enumerate(lines):
        after_label = index > 0 and has_words(lines[index - 1].text)
        if not (numbered and after_label and _LINE_NUMBER.fullmatch(line.text.strip())):
            _add(rows, line, begins=has_words(line.text))
    return rows


def _halves(lines: Sequence[Line]) -> Rows:
    """A row for each label of either half; the two grand totals make one, as they would not be told apart."""
    if not _are_rows(lines):
        return []
    start = next((i for i, line in enumerate(lines) if _FIRST_ITEM.match(line.text.strip())), len(lines))
    rows = [[line] for line in lines[:start]]
    numbered = _is_numbered(lines[:start])
    counted = [0, 0]  # the line numbers of the left and the right half so far
    side = 0
    for index in range(start, len(lines)):
        text = flat(lines[index].text)
        after_label = index > start and has_words(lines[index - 1].text)
        if has_words(text):
            again = _TOTAL.match(text) is not None and flat(rows[-1][0].text) == text
            _add(rows, lines[index], begins=not (again or (numbered and after_label)))
            continue
        if numbered and after_label and _LINE_NUMBER.fullmatch(text):
            side = 0 if text == str(counted[0] + 1) else 1
            counted[side] = int(text)
        elif numbered and text == str(counted[1 - side] + 1) and _number_after(lines, index) != text:
            counted[1 - side] += 1  # of a line that is blank in the other half
            continue
        _add(rows, lines[index], begins=False)
    return rows


def _are_rows(lines: Sequence[Line]) -> bool:
    """Whether the halves alternate: the ordinals of their items never go back, as they do column by column.

    Below the sums of the year form 04 counts its funds afresh.
    """
    texts = [line.text.strip() for line in lines]
    end = next((index for index, text in enumerate(texts) if _OF_THE_YEAR.match(flat(text))), len(texts))
    ordinals = [_ORDINALS.find(match[1]) for text in texts[:end] if (match := _ORDINAL.match(text))]
    return all(before <= after for before, after in pairwise(ordinals))


def _number_after(lines: Sequence[Line], index: int) -> str:
    """The number of the line whose label follows; "" where no label does."""
    after = index + 1
    while after < len(lines) and has_words(lines[after].text):
        after += 1
    return flat(lines[after].text) if index + 1 < after < len(lines) else ""


def _is_numbered(lines: Sequence[Line]) -> bool:
    return any(flat(line.text) in ("行次", "行", "序号") for line in lines)


def _headings(lines: Sequence[Line]) -> Rows:
    """The lines of the headings, with the numbers that count the columns side by side at their end; none without."""
    for start in range(len(lines)):
        end = start
        while end < len(lines) and lines[end].text.strip() == str(end - start + 1):
            end += 1
        if end - start >= _MANY:
            return [*([line] for line in lines[:start]), list(lines[start:end])]
    return []


def _add(rows: Rows, line: Line, begins: bool) -> None:
    if begins or not rows or not _is_cell(line):
        rows.append([line])
    else:
        rows[-1].append(line)


_ROWS: dict[Layout, Callable[[Sequence[Line]], Rows]] = {
    Layout.CODED: _coded,
    Layout.ECONOMIC: _coded,
    Layout.TWO_SIDED: _halves,
    Layout.PUBLIC: _public,
    Layout.LIST: _list,
}

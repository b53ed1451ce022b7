"""Forms 01 and 04: income to the left, expenditure to the right, each with its own items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from juesuan.forms.classification import function_class
from juesuan.forms.draft import Row
from juesuan.forms.tables import Kind, Table, TableRow, Token, label_of, quoted
from juesuan.forms.text import flat, without_ordinal

INCOME, EXPENDITURE, NATURE = "income", "expenditure", "nature"
OPENING = "income:opening"
BROKEN = "断开的行，无法确定"
_SIDES = (INCOME, EXPENDITURE, NATURE)
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]|\d+[、.．]|其中|本年|年初|年末|上年|总计|合计|使用|结余分配|结转"
    r"|一般公共预算|政府性基金|国有资|缴纳|提取|转入)"
)
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]|\d+[、.．])")
_INCOME = re.compile(r"收入|预算财政拨款$|^使用|^年初|^上年")
_EXPENDITURE = re.compile(r"支出?$|结余分配|^年末|^结转下年|^缴纳|^提取|^转入|^本年支出")
_OPENING_ROW = re.compile(r"^(?:年初|上年).*结[转余]")
_CARRIED = re.compile(r"一般公共预算|政府性基金|国有资[本产]经营")
_CLASS_ENDS = ("支出", "费")  # of the names of all classes
_ENDS_SUM = re.compile(r"总计|合计")
_OPPOSITE = {INCOME: EXPENDITURE, EXPENDITURE: INCOME}
_SHORT = 3  # digits of a line's number at most
_MOSTLY = 0.5  # share of the rows that show a line number where the headings name no column of them


@dataclass(slots=True)
class _Side:
    """A label with the figures that follow it, on one side of the form."""

    row: TableRow
    name: str
    labels: list[Token] = field(default_factory=list)
    figures: list[Token] = field(default_factory=list)
    doubt: str = ""

    @property
    def label(self) -> str:
        return label_of(self.labels)


def read_two_sided(table: Table) -> list[Row]:
    """The rows of a form in this layout; a line gives a row for each side, with the same number."""
    sides: list[_Side] = []
    numbers = _LineNumbers(table)
    names = (EXPENDITURE, INCOME, NATURE) if _turned(table.rows) else _SIDES
    for row in table.rows:
        if row.tokens and row.tokens[0].side is None:
            _add_bare(sides, numbers.taken(row), names)
        else:
            _add_located(sides, row, names)
    return _with_opening([_row(table, side) for side in sides if side.label or side.figures])


def _turned(rows: Sequence[TableRow]) -> bool:
    """Whether expenditure stands to the left: where two labels are side by side, the first names the function class."""
    sides = [_labels_of(row) for row in rows]
    both = [(function_class(labels[0]) != "", function_class(labels[1]) != "") for labels in sides if len(labels) > 1]
    return sum(left and not right for left, right in both) > sum(right and not left for left, right in both)


def _labels_of(row: TableRow) -> list[str]:
    """The labels of a row, one for each side."""
    if row.tokens and row.tokens[0].side is not None:
        labels = [label_of(token for token in row.tokens if token.side == side) for side in range(len(_SIDES))]
        return [label for label in labels if label]
    return [group.label for group in _groups(row) if group.labels]


def _add_located(sides: list[_Side], row: TableRow, names: Sequence[str]) -> None:
    """The sides of a row that knows its columns."""
    for index, name in enumerate(names):
        tokens = [token for token in row.tokens if token.side == index]
        labels = [token for token in tokens if token.kind is Kind.LABEL]
        figures = [token for token in tokens if token.kind is Kind.FIGURE]
        torn = [token.doubt for token in tokens if token.kind is Kind.TORN]
        if not labels and not figures and not torn:
            continue
        before = next((side for side in reversed(sides) if side.name == name), None)
        if before and labels and not figures and not torn and _is_rest(before, labels):
            before.labels += labels
        else:
            sides.append(_Side(row, name, labels, figures, row.doubt or next(iter(torn), "")))


def _is_rest(before: _Side, labels: Sequence[Token]) -> bool:
    """Whether words alone on a side are the rest of the label above them."""
    text = flat(label_of(labels))
    if _LABEL.match(text) or _ENDS_SUM.search(text):
        return False
    return not _is_whole(before.label)


def _is_whole(label: str) -> bool:
    """Whether a label can end as it does."""
    return (
        (function_class(label) != "" and flat(label).endswith(_CLASS_ENDS))  # one cut short is known as well
        or _ENDS_SUM.search(flat(label)) is not None
        or flat(label).endswith(("收入", "拨款", "结余", "分配"))
    )


def _add_bare(sides: list[_Side], row: TableRow, sides_of_form: Sequence[str]) -> None:
    """The sides of a line of bare text, by what its labels name."""
    groups = _groups(row)
    if groups and not groups[0].labels:
        _give_figures(sides, groups.pop(0))
    if groups and not groups[0].figures and not _LABEL.match(flat(groups[0].label)):
        _continue_labels(sides, groups)
        return
    names = _sides_named(groups, sides_of_form)
    if not names and groups and sides:
        sides[-1].doubt = sides[-1].doubt or BROKEN
    for group, name in zip(groups, names, strict=False):
        group.name = name
        sides.append(group)


def _groups(row: TableRow) -> list[_Side]:
    """The labels of a line with the figures that follow each; figures before the first label stand alone."""
    groups: list[_Side] = []
    for token in row.tokens:
        if token.kind is Kind.LABEL:
            fresh = not groups or groups[-1].figures or _LABEL.match(flat(token.text)) or not groups[-1].labels
            if fresh:
                groups.append(_Side(row, ""))
            groups[-1].labels.append(token)
        elif token.kind is Kind.FIGURE:
            if not groups:
                groups.append(_Side(row, ""))
            groups[-1].figures.append(token)
        elif token.kind is Kind.TORN and groups:
            groups[-1].doubt = token.doubt
    return groups


def _give_figures(sides: list[_Side], group: _Side) -> None:
    """Figures without a label belong to the label above that has none yet; else what stands above is doubted."""
    last = sides[-1].row.number if sides else 0
    for side in reversed(sides):
        if side.row.number != last:
            break
        if not side.figures and not _is_whole(side.label):
            side.figures = group.figures
            return
    for side in sides:
        if side.row.number == last:
            side.doubt = side.doubt or BROKEN


def _continue_labels(sides: list[_Side], groups: Sequence[_Side]) -> None:
    """Words that begin no label go on with the labels of the line above that are not whole."""
    last = sides[-1].row.number if sides else 0
    pieces = [token for group in groups for token in group.labels]
    figures = [token for group in groups for token in group.figures]
    open_sides = [side for side in sides if side.row.number == last and not _is_whole(side.label)]
    open_sides = open_sides or sides[-1:]
    for index, piece in enumerate(pieces):
        if open_sides:
            open_sides[min(index, len(open_sides) - 1)].labels.append(piece)
    if figures and open_sides and not open_sides[-1].figures:
        open_sides[-1].figures = figures


def _sides_named(groups: Sequence[_Side], sides_of_form: Sequence[str]) -> list[str]:
    if len(groups) > 1:
        return list(sides_of_form[: len(groups)])
    label = flat(groups[0].label) if groups else ""
    if not label:
        return []
    bare = without_ordinal(label)
    left = _INCOME.search(bare) is not None and not _EXPENDITURE.search(bare) and not function_class(label)
    return [INCOME if left else EXPENDITURE]


class _LineNumbers:
    """Takes the 行次 out of bare lines, so that they are not read as money.

    A line's number stands right behind its label, before the first label where the left side is blank, or
    behind all figures where the right side is, so much higher than the left one as in the rows above.
    """

    def __init__(self, table: Table) -> None:
        numbered = sum(_first_number(row) is not None for row in table.rows)
        self._present = table.numbered or numbered > _MOSTLY * len(table.rows)
        self._offset = 0

    def taken(self, row: TableRow) -> TableRow:
        """The row without its line numbers."""
        if not self._present:
            return row
        kept: list[Token] = []
        numbers: list[int] = []
        for index, token in enumerate(row.tokens):
            number = _number(token)
            labelled = row.tokens[index - 1].kind is Kind.LABEL if index else bool(row.label)
            of_blank = bool(numbers) and self._offset > 0 and number == numbers[0] + self._offset
            if number is not None and (labelled or of_blank):
                numbers.append(number)
            else:
                kept.append(token)
        if len(numbers) > 1:
            self._offset = numbers[1] - numbers[0]
        return replace(row, tokens=tuple(kept))


def _first_number(row: TableRow) -> int | None:
    for before, token in zip(row.tokens, row.tokens[1:], strict=False):
        if before.kind is Kind.LABEL and (number := _number(token)) is not None:
            return number
    return None


def _number(token: Token) -> int | None:
    text = token.text.strip()
    return int(text) if token.kind is Kind.FIGURE and text.isdecimal() and 0 < len(text) <= _SHORT else None


def _row(table: Table, side: _Side) -> Row:
    row = Row(
        side.row.number,
        "",
        side.label,
        (side.labels or side.figures)[0].place,
        quoted([*side.labels, *side.figures]),
        side=side.name,
    )
    keyed = {token.key: token.reading for token in side.figures if token.key}
    other = _OPPOSITE.get(side.name)
    if other and any(key.endswith(other) for key in keyed):  # no heading says which side it is
        keyed = {key.replace(other, side.name): reading for key, reading in keyed.items()}
    if len(keyed) == len(side.figures):
        done = row.with_figures(keyed)
    elif side.name == INCOME or not table.form.whole:
        keys = [side.name] if table.form.whole else [key.replace(EXPENDITURE, side.name) for key in table.orders[0]]
        done = row.with_figures({key: token.reading for key, token in zip(keys, side.figures, strict=False)})
        if len(side.figures) != len(keys):
            done = done.doubted(BROKEN)
    else:
        done = replace(row, loose=tuple(token.reading for token in side.figures))
    return done.doubted(side.doubt) if side.doubt else done


def _with_opening(rows: list[Row]) -> list[Row]:
    """Form 04 repeats its funds' names under the opening carry-over: there they get a key of their own."""
    done: list[Row] = []
    below = False
    for row in rows:
        label = flat(without_ordinal(row.item))
        if row.side == INCOME and label:
            below = (below or bool(_OPENING_ROW.match(label))) and not _ENDS_SUM.search(label)
        if below and row.side == INCOME and _CARRIED.search(label) and INCOME in row.figures:
            row = row.with_figures({OPENING: row.figures[INCOME]})
        done.append(row)
    return done

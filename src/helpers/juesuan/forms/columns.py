"""What the columns of a grid are: codes, names, figures, and the keys of the figures by their headings.

A heading decides. A column whose heading no form knows goes by that heading; only where no heading of figures
can be read at all does the usual order of the form stand in.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from juesuan.amounts import is_blank
from juesuan.forms.description import (
    BUDGET,
    CHANGE,
    FINAL,
    OPENING_BUDGET,
    OVER_BUDGET,
    PRIOR,
    RATE,
    FormDescription,
    Layout,
    is_measure,
    measure_of,
)
from juesuan.forms.text import digits_of, flat, has_words, without_ordinal

_CODE = re.compile(r"编码|代码|(?:^|/)(?:类|款|项|科目)$|(?:功能|经济)(?:分类|科目)$")
_NAME = re.compile(r"名称|(?:^|/)(?:项目|内容|指标|经费类别|费用项目)(?:[(].*[)])?$|(?:^|/)类款项$")
_SKIPPED = re.compile(r"(?:^|/)(?:行次?|序号|行号|备注|说明|栏次|单位编码)$")
_YEAR = re.compile(r"(20\d\d)年")
_ON_PRIOR = re.compile(r"上年|去年|同比")
_SIDES = ("income", "expenditure", "nature")
_PUBLIC, _TOTAL = "三公", ":total"
_MANY = 3
_MOSTLY = 0.5  # share of the filled cells of a column that tell what it holds
_SHORT = 4  # digits: what is shorter may be a line's number


class Role(StrEnum):
    CODE = "code"
    NAME = "name"
    FIGURE = "figure"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a grid: its role, heading path, key (of figures), and the side of the form it is on."""

    role: Role
    path: str
    side: int
    key: str = ""


def grid_columns(
    form: FormDescription, paths: Sequence[str], body: Sequence[Sequence[str]], width: int
) -> tuple[GridColumn, ...]:
    """The columns of a grid by headings and by what stands below them."""
    padded = [*paths, *[""] * (width - len(paths))][:width]
    shown = [[row[c] for row in body if c < len(row) and not is_blank(row[c])] for c in range(width)]
    roles = [_role(form, path, texts) for path, texts in zip(padded, shown, strict=True)]
    roles = [Role.SKIPPED if _is_blank_behind(c, padded, shown) else role for c, role in enumerate(roles)]
    if form.layout in (Layout.CODED, Layout.ECONOMIC) and Role.CODE not in roles:
        roles = _codes_by_content(roles, shown)
    columns = _with_sides([GridColumn(role, path, 0) for role, path in zip(roles, padded, strict=True)], form)
    return _named(form, columns)


def _role(form: FormDescription, path: str, texts: Sequence[str]) -> Role:
    if _SKIPPED.search(path) or (not path and _counts_up(texts)) or (not path and not texts):
        return Role.SKIPPED
    words = sum(map(has_words, texts))
    if _CODE.search(path) and "名称" not in path and (not texts or words < len(texts)):
        return Role.CODE
    if _NAME.search(path) and not (texts and words == 0):
        return Role.NAME
    heads_figures = path and (measure_of(path) or (form.layout is not Layout.TWO_SIDED and form.key_of(path)))
    if words >= max(len(texts) * _MOSTLY, 1) and not heads_figures:
        return Role.NAME
    return Role.FIGURE


def _is_blank_behind(column: int, paths: Sequence[str], shown: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds nothing and has but the headings of the one before it, which were spread over it."""
    return bool(column and paths[column]) and paths[column] == paths[column - 1] and not shown[column]


def _codes_by_content(roles: list[Role], shown: Sequence[Sequence[str]]) -> list[Role]:
    found = list(roles)
    for column, texts in enumerate(shown):
        codes = [text for text in texts if 3 <= len(digits_of(text)) <= 7 and "." not in text]
        follows = column + 1 < len(roles) and roles[column + 1] is Role.NAME
        if roles[column] is Role.FIGURE and codes and len(codes) >= _MOSTLY * len(texts) and (follows or column == 0):
            found[column] = Role.CODE
    return found


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether a column without heading numbers its rows."""
    numbers = [int(flat(text)) for text in texts if flat(text).isdecimal() and len(flat(text)) < _SHORT]
    return len(numbers) == len(texts) > _MANY and all(b - a == 1 for a, b in itertools.pairwise(numbers))


def _with_sides(columns: Sequence[GridColumn], form: FormDescription) -> list[GridColumn]:
    """The columns with their sides: a new one begins where codes or names follow upon figures."""
    done: list[GridColumn] = []
    side, figures = 0, False
    for column in columns:
        if column.role in (Role.CODE, Role.NAME) and figures:
            side, figures = side + 1, False
        figures = figures or column.role is Role.FIGURE
        done.append(replace(column, side=side))
    return done


def _named(form: FormDescription, columns: Sequence[GridColumn]) -> tuple[GridColumn, ...]:
    figures = [column for column in columns if column.role is Role.FIGURE]
    keys = keys_of(form, figures)
    named = iter(keys)
    return tuple(replace(column, key=next(named)) if column.role is Role.FIGURE else column for column in columns)


def keys_of(form: FormDescription, figures: Sequence[GridColumn]) -> list[str]:
    """The key of each column of figures, by its heading path."""
    measures = measures_of([column.path for column in figures], form.measure)
    if form.layout is Layout.PUBLIC:
        found = _without_grand_total(list(_public_keys(form, figures, measures)), figures)
    elif form.layout is Layout.TWO_SIDED:
        found = list(_side_keys(form, figures, measures))
    else:
        found = list(_plain_keys(form, figures, measures))
    found = ["" if key in form.parts and key.rpartition(":")[0] in found else key for key in found]  # 其中 of another
    return _distinct(found, figures, per_side=form.layout is Layout.ECONOMIC)


def measures_of(paths: Sequence[str], own: str) -> list[str]:
    """The measure of each column by its headings; of different years the last is that of the document."""
    years = [match[1] if (match := _YEAR.search(path)) else "" for path in paths]
    latest = max(years, default="")
    measures = []
    for path, year in zip(paths, years, strict=True):
        measure = measure_of(path)
        measures.append(PRIOR if year and year < latest and measure in ("", FINAL, own) else measure)
    if any(measure in (BUDGET, OPENING_BUDGET) for measure in measures):  # a change on what is not said
        said = [_ON_PRIOR.search(path) for path in paths]
        measures = ["" if m == CHANGE and not on else m for m, on in zip(measures, said, strict=True)]
    if OPENING_BUDGET in measures and BUDGET not in measures:
        measures = [BUDGET if measure == OPENING_BUDGET else measure for measure in measures]
    return measures


def item_path(path: str) -> str:
    """A heading path without those headings that name nothing but a measure."""
    return "/".join(part for part in path.split("/") if not is_measure(part))


def _plain_keys(form: FormDescription, figures: Sequence[GridColumn], measures: Sequence[str]) -> Iterator[str]:
    if not any(column.path for column in figures):
        yield from next((order for order in form.orders if len(order) == len(figures)), [""] * len(figures))
        return
    single = [sum(other.side == column.side for other in figures) == 1 for column in figures]
    for column, measure, alone in zip(figures, measures, single, strict=True):
        item = item_path(column.path)
        key = form.key_of(item) if item else ""
        if form.layout is not Layout.CODED or form.keys == (FINAL,):
            key = form.measure if alone or not item else key
        elif not item and measure:
            key = "total"
        yield measured(form, key, measure) if key else column.path


def _side_keys(form: FormDescription, figures: Sequence[GridColumn], measures: Sequence[str]) -> Iterator[str]:
    sides = list(_SIDES)
    if figures and figures[0].path.startswith("支出") and any(column.path.startswith("收入") for column in figures):
        sides[:2] = ["expenditure", "income"]
    sums = [column for column in figures if _side(sides, column) == "expenditure"]
    bare = not any(column.path for column in sums)
    order = next((order for order in form.orders if bare and len(order) == len(sums)), ())
    usual = iter(order)
    for column, measure in zip(figures, measures, strict=True):
        side = _side(sides, column)
        if not form.whole or side != "expenditure":
            yield measured(form, side, measure) if side else column.path
        elif order:
            yield next(usual)
        else:
            key = form.key_of(item_path(column.path))
            yield measured(form, form.whole if key in ("", "income", "income:opening") else key, measure)


def _side(sides: Sequence[str], column: GridColumn) -> str:
    return sides[column.side] if column.side < len(sides) else ""


def _public_keys(form: FormDescription, figures: Sequence[GridColumn], measures: Sequence[str]) -> Iterator[str]:
    """`budget:X` or `final:X`, by the form's own measure where none is named; X is blank where rows are the items."""
    items = [public_item(form, item_path(column.path)) for column in figures]
    blocks = [BUDGET if m in (BUDGET, OPENING_BUDGET) else FINAL if m else "" for m in measures]
    if form.measure == FINAL and not any(
        "/" in column.path and is_measure(column.path.rpartition("/")[2]) for column in figures
    ):
        blocks = _blocks(items, blocks)
    for column, measure, block, item in zip(figures, measures, blocks, items, strict=True):
        if measure in (PRIOR, CHANGE, OVER_BUDGET, RATE):
            yield f"{measure}:{item}"
        elif block or item:
            yield f"{block or form.measure}:{item}"
        else:
            yield column.path


def _without_grand_total(keys: Sequence[str], figures: Sequence[GridColumn]) -> list[str]:
    """The keys; a total beside one that says 三公 is that of meetings and training too, and goes by its headings."""
    own = {key for key, column in zip(keys, figures, strict=True) if key.endswith(_TOTAL) and _PUBLIC in column.path}
    return [
        column.path if key in own and _PUBLIC not in column.path else key
        for key, column in zip(keys, figures, strict=True)
    ]


_BLOCK_TOTAL = re.compile(r"^.{0,4}(?:预算|决算)数(?=[合总小]计$)")


def public_item(form: FormDescription, label: str) -> str:
    """The key of a 三公 item (`total` … `reception`) by heading path or row label."""
    bare = flat(without_ordinal(flat(label))).removeprefix("其中").lstrip(":：")
    return form.key_of(_BLOCK_TOTAL.sub("", bare))


def _blocks(items: Sequence[str], measures: list[str]) -> list[str]:
    """Two blocks of the same items, of which a torn heading names the measure of one: where the total comes again."""
    starts = [index for index, item in enumerate(items) if item == "total"]
    if len(starts) != 2 or starts[1] < _MANY:
        return measures
    first = FINAL if measures[starts[0]] == FINAL else BUDGET
    second = FINAL if first == BUDGET else BUDGET
    return [second if index >= starts[1] else first for index in range(len(items))]


def measured(form: FormDescription, key: str, measure: str) -> str:
    """The key of a column with its measure, where that is not the form's own."""
    return key if measure in ("", form.measure) else f"{measure}:{key}"


def _distinct(keys: Sequence[str], figures: Sequence[GridColumn], *, per_side: bool) -> list[str]:
    """The keys, each once; a column whose key is taken goes by its headings, or by its place."""
    done: list[str] = []
    seen: set[tuple[int, str]] = set()
    for index, (key, column) in enumerate(zip(keys, figures, strict=True)):
        side = column.side if per_side else 0
        free = key and (side, key) not in seen
        name = (
            key if free else column.path if column.path and (side, column.path) not in seen else f"第{index + 1}列数字"
        )
        seen.add((side, name))
        done.append(name)
    return done

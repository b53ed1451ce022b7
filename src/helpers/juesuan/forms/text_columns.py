"""In which order the figures of a form in bare text stand, by the words of its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from juesuan.document import Line
from juesuan.forms.columns import GridColumn, Role, keys_of, measured, measures_of
from juesuan.forms.description import (
    BUDGET,
    CHANGE,
    OVER_BUDGET,
    PRIOR,
    RATE,
    FormDescription,
    Layout,
    measure_of,
)
from juesuan.forms.headings import is_numbering
from juesuan.forms.public_rows import public_orders
from juesuan.forms.tables import Kind, TableRow
from juesuan.forms.text import flat

_NO_FIGURES = re.compile(r"编码|代码|名称|^项目$|^科目|^[类款项]+$|功能分类|经济分类|行次|栏次|^编码$|序号|备注|^单位$")
_COMPARED = re.compile(r"上年|执行数|增减|增长|同比")
_OF_YEAR = re.compile(r"(20\d\d)年度?(?:决算|预算|执行|支出|收入)")
_KINDS = ("personnel", "running")
_BESIDE = (PRIOR, CHANGE, OVER_BUDGET, RATE)

Orders = tuple[tuple[str, ...], ...]


def orders_of(form: FormDescription, headings: Sequence[Line], rows: Sequence[TableRow]) -> Orders:
    """The sequences of column keys in which a full row of figures can stand, the likeliest first."""
    texts = [line.text for line in headings]
    whole = flat("".join(texts))
    if form.layout is Layout.PUBLIC:
        return public_orders(texts, form.measure)
    if form.layout is Layout.ECONOMIC:
        kinds = [whole.count(word) for word in ("人员经费", "公用经费")]
        return (
            ((form.measure, *_KINDS),)
            if kinds == [1, 1] and whole.count("名称") == 1 and "合计" in whole
            else form.orders
        )
    if form.layout is Layout.TWO_SIDED:
        measures = () if form.whole else _of_one_side(measures_named(form, headings))
        if measures:
            return (tuple(measured(form, key, measure) for key in form.orders[0] for measure in measures),)
        return tuple(order for order in form.orders if _named(form, order, whole)) or form.orders
    return _coded_orders(form, texts, rows)


def measures_named(form: FormDescription, headings: Sequence[Line]) -> tuple[str, ...]:
    """The measures that the headings name, in their order, each as often as it is named."""
    words = [word for line in headings for word in map(flat, line.text.split())]
    return tuple(measures_of([word for word in words if measure_of(word)], form.measure))


def _of_one_side(measures: Sequence[str]) -> Sequence[str]:
    """The measures of each side where both name the same several ones; else none."""
    half = measures[: len(measures) // 2]
    return half if len(half) > 1 and tuple(half) * 2 == tuple(measures) else ()


def _coded_orders(form: FormDescription, texts: Sequence[str], rows: Sequence[TableRow]) -> Orders:
    whole = flat("".join(text for text in texts if not is_numbering(text.split())))
    counts = [sum(word.isdigit() for word in text.split()) for text in texts if is_numbering(text.split())]
    widest = max((len(row.of(Kind.FIGURE, Kind.BLANK)) for row in rows), default=0)
    count = max(counts, default=0)
    written = _as_written(form, texts)
    fits = written and (len(written) == count or (not count and len(written) >= widest))
    if form.measure == BUDGET and not fits and _COMPARED.search(whole):
        return ()  # columns of another year stand among them, and none tells which
    plain = not any(":" in key for key in written) and set(written) <= {key for order in form.orders for key in order}
    if fits and not plain:
        return (written,)
    years = set(_OF_YEAR.findall(whole))
    if len(years) > 1 or any(measure_of(word) in _BESIDE for text in texts for word in map(flat, text.split())):
        return ((),)  # columns of other years that cannot be told from those of the year
    usual = [order for order in form.orders if len(order) == count] or [
        order for order in form.orders if not count and _named(form, order, whole) and len(order) >= widest
    ]
    usual = sorted(usual, key=len, reverse=True)
    fewer = [_restricted(form, order, whole) for order in form.orders if not usual]
    found = [*usual, *([written] if fits else []), *(order for order in fewer if len(order) >= max(widest, 1))]
    return tuple(dict.fromkeys(found)) or form.orders


def _named(form: FormDescription, order: Sequence[str], whole: str) -> bool:
    """Whether the headings name every column of an order, and no other that the form knows beside them."""
    groups = {key.partition(":")[0] for key in order}
    basics = sum(key.rpartition(":")[2] == "basic" for key in order)
    if basics > 1 and whole.count("基本支出") < basics:
        return False
    headings = {column.key: column.heading for column in form.columns}
    if not all(_says(headings[key], whole) for key in order if ":" in key):
        return False
    known = {column.key for column in form.columns if ":" not in column.key and _says(column.heading, whole)}
    return groups <= known | {"total", "income"} and not (known - groups - {"total"})


def _says(heading: str, whole: str) -> bool:
    """Whether headings, however their lines are mixed, hold the first characters of one heading."""
    words = heading.rpartition("/")[2]
    return words[:4] in whole or words in whole


def _restricted(form: FormDescription, order: Sequence[str], whole: str) -> tuple[str, ...]:
    """An order without the columns that the headings do not name; a part of a column needs the column's name too."""
    headings = {column.key: column.heading for column in form.columns}
    named = {key for key in order if key == form.whole or _says(headings[key], whole)}
    return tuple(key for key in order if key in named and (":" not in key or key.partition(":")[0] in named))


def _as_written(form: FormDescription, texts: Sequence[str]) -> tuple[str, ...]:
    """The keys in the order in which the headings are written; none where lines are torn or mixed."""
    lines = [[word for word in map(flat, text.split()) if not _NO_FIGURES.search(word)] for text in texts]
    lines = [words for words in lines if words and not all(word.isdigit() for word in words)]
    if not lines:
        return ()
    leaves = lines[-1]
    above = lines[-2] if len(lines) > 1 else []
    runs = _runs(leaves)
    if len(runs) == len(above) > 1:
        paths = [f"{group}/{leaf}" for group, run in zip(above, runs, strict=True) for leaf in run]
    elif not above or (len(above) == 1 and len(runs) == 1 and measure_of(above[0]) == ""):
        paths = leaves
    else:
        return ()
    if not all(form.key_of(path) or measure_of(path) for path in paths):
        return ()
    keys = keys_of(form, [GridColumn(Role.FIGURE, path, 0) for path in paths])
    return tuple(keys) if all(map(form.column, keys)) else ()


def _runs(leaves: Sequence[str]) -> list[list[str]]:
    """The leaves parted wherever the first of them, or another word for a total, comes again."""
    totals = {"合计", "小计", "总计"}
    starts = [0, *(i for i in range(1, len(leaves)) if leaves[i] == leaves[0] or {leaves[i], leaves[0]} <= totals)]
    return [list(leaves[a:b]) for a, b in pairwise([*starts, len(leaves)])]

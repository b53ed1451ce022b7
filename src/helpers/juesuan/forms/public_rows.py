"""Form 09: 三公 spending by budget and final, in blocks, in pairs, or item by item; and its counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from juesuan.forms.columns import item_path, measures_of, public_item
from juesuan.forms.counts import COUNT, COUNTED, count_of, is_count
from juesuan.forms.description import BUDGET, FINAL, MEASURE_NAMES, OPENING_BUDGET, PRIOR, is_measure, measure_of
from juesuan.forms.draft import Row
from juesuan.forms.statutory.three_public import ITEMS
from juesuan.forms.tables import Kind, Table, TableRow, Token, filled_by_signs, label_of, quoted, without_line_number
from juesuan.forms.text import flat, has_words, joined, without_ordinal

_MANY = 3
_MONEY = (BUDGET, FINAL, PRIOR)  # measures of what an item costs
_FEW = 2  # items that the headings name at least where columns are items


def read_public(table: Table) -> list[Row]:
    """Rows with keys such as `budget:reception`; counts have the key `count`."""
    rows: list[Row] = []
    seen: set[str] = set()
    blocks = _blocks_named(table)
    block, counted = "", None  # what the line above a block of rows says, and the labels of counts below them
    for row in _parted(map(without_line_number, table.rows) if table.numbered else table.rows):
        label = label_of(row.tokens)
        counts, counted = _below(counted, row), None
        if blocks and _is_bare(row) and _counts_on(row):
            continue  # the numbers of a further block's columns
        if flat(row.quote) in blocks:
            block = flat(row.quote)
        elif counts is not None:
            rows = [done for done in rows if done.number != counts.number]
            rows += _counts(counts)
        elif COUNTED.search(flat(row.quote)) or _counts_vehicles(row, label):
            rows += _counts(row)
            counted = row
        elif row.of(Kind.FIGURE, Kind.TORN):
            item = _item(table, label, seen) if label else ""
            if blocks and not item and _is_bare(row):
                done = _of_bare_block(table, row, blocks.get(block, ""))
            elif item:
                done = _item_row(table, row, item)
            else:
                done = _figures_row(table, row, block, blocks.get(block, ""))
            seen.add(item)
            _add(rows, done)
        elif item := _item(table, label, seen):
            rows.append(Row(row.number, "", label, row.place, row.quote))
    return rows


def _is_bare(row: TableRow) -> bool:
    """Whether a row is figures alone whose columns have no place, as in bare text."""
    return not row.label and not any(token.key for token in row.tokens)


def _counts_on(row: TableRow) -> bool:
    """Whether a row is whole numbers, each one more than the last: 7 8 9 10 11 12."""
    numbers = [int(token.text) for token in row.tokens if token.text.isdecimal()]
    return len(numbers) == len(row.tokens) > _MANY and all(b - a == 1 for a, b in pairwise(numbers))


def _of_bare_block(table: Table, row: TableRow, measure: str) -> Row:
    """A row of figures in bare text, of a block's `measure`; above all blocks, of the one named first."""
    figures = row.of(Kind.FIGURE, Kind.BLANK)
    order = table.orders[0] if table.orders else ()
    first = order[0].partition(":")[0] if order else ""
    keys = [key for key in order if key.partition(":")[0] == (measure or first)]
    done = Row(row.number, "", "", row.place, row.quote)
    if len(keys) != len(figures):
        return done.doubted(f"无法确定各列：{row.quote}")
    pairs = zip(keys, figures, strict=True)
    return done.with_figures({key: token.reading for key, token in pairs if token.kind is Kind.FIGURE})


def _blocks_named(table: Table) -> dict[str, str]:
    """The lines that say but the measure of the rows below them, with that measure; "" where they are no money."""
    said = dict.fromkeys(flat(row.quote) for row in table.rows if not row.of(Kind.FIGURE, Kind.BLANK))
    blocks = [text for text in said if is_measure(text)]
    measures = measures_of([*table.columns.values(), *blocks], table.form.measure)
    return dict(zip(blocks, measures[len(table.columns) :], strict=True))


def _below(labels: TableRow | None, row: TableRow) -> TableRow | None:
    """The row of numbers below a row of labels, each number behind its label; None where it is none."""
    if labels is None or labels.of(Kind.FIGURE, Kind.TORN) or row.label or len(row.tokens) != len(labels.tokens):
        return None
    cells = [replace(token, kind=Kind.FIGURE) for token in row.tokens]  # a short number may look like a code
    return replace(labels, tokens=tuple(each for pair in zip(labels.tokens, cells, strict=True) for each in pair))


def _counts_vehicles(row: TableRow, label: str) -> bool:
    """Whether the label of a row names vehicles of a kind, and its figures are whole numbers."""
    figures = [token.amount for token in row.of(Kind.FIGURE) if token.amount]
    return is_count(label) and bool(figures) and not any(amount.decimals for amount in figures)


def _parted(rows: Iterable[TableRow]) -> Iterator[TableRow]:
    """The rows, those in which several labels stand with their figures parted before each label."""
    for row in rows:
        starts = [i for i, token in enumerate(row.tokens) if token.kind is Kind.LABEL and (not i or _ends(row, i))]
        ends = [*starts[1:], len(row.tokens)]
        if len(starts) < 2 or starts[0]:
            yield row
        else:
            yield from (replace(row, tokens=row.tokens[a:b]) for a, b in zip(starts, ends, strict=True))


def _ends(row: TableRow, index: int) -> bool:
    """Whether what stands before a label is no piece of it."""
    return row.tokens[index - 1].kind is not Kind.LABEL or row.tokens[index - 1].side != row.tokens[index].side


def _item(table: Table, label: str, seen: set[str]) -> str:
    """The item a row is of; what an item is made of goes by its own label, for the item was `seen`."""
    item = public_item(table.form, label)
    in_columns = {key.partition(":")[2] for key in table.columns if ":" in key} & set(ITEMS)
    if not item or len(in_columns) > 1:
        return ""
    return item if item not in seen else flat(without_ordinal(label))


def _item_row(table: Table, row: TableRow, item: str) -> Row:
    figures = row.of(Kind.FIGURE)
    cells = figures if any(token.key for token in figures) else row.of(Kind.FIGURE, Kind.BLANK)
    measures = [_measure(token) for token in cells]
    if not any(measures):
        measures = _measures(table, cells)
    pairs = [(m, t) for m, t in zip(measures, cells, strict=False) if t.kind is Kind.FIGURE and m in _MONEY]
    found = {f"{measure}:{item}": token.reading for measure, token in pairs}
    done = Row(row.number, "", row.label, row.place, row.quote).with_figures(found)
    torn = [token.doubt for token in row.of(Kind.TORN)]
    unknown = sum(map(bool, measures)) < len(figures) and not any(token.key for token in figures)
    return done.doubted(torn[0] if torn else f"多出的数字：{row.quote}") if torn or unknown else done


def _measure(token: Token) -> str:
    """The measure of a figure by its column; the columns of a right half have headings alone."""
    measure, colon, _ = (token.key or "").partition(":")
    return measure if colon else measure_of(token.path) or measure


def _measures(table: Table, figures: Sequence[Token]) -> list[str]:
    """The measures of the figures of an item's row in bare text, in the order in which the headings name them."""
    named = [measure for measure in table.columns if measure in MEASURE_NAMES]
    if table.form.measure == BUDGET and len(figures) == 1:
        return [BUDGET]
    return named if len(named) == len(figures) else []


def _figures_row(table: Table, row: TableRow, block: str, measure: str) -> Row:
    """A row of figures, each of its column; the measure of a block that a line above it names is that of all."""
    figures = row.of(Kind.FIGURE)
    label = label_of(row.tokens)
    done = Row(row.number, "", label, row.place, row.quote)
    torn = [token.doubt for token in row.of(Kind.TORN)]
    if block and not label:
        return _of_block(done, figures, block, measure)
    if all(token.key for token in figures) and figures:
        done = done.with_figures({of_row(token.key, label): token.reading for token in figures if token.key})
        doubt = row.doubt or next(iter(torn), "")
        return done.doubted(doubt) if doubt else done
    if filled := filled_by_signs(row, table.orders):
        return done.with_figures(filled)
    done = replace(done, loose=tuple(token.reading for token in figures))
    return done.doubted(torn[0]) if torn else done


def _of_block(row: Row, figures: Sequence[Token], block: str, measure: str) -> Row:
    """A row with the figures of a block below those whose columns the headings name."""
    items = [(token.key or "").partition(":")[2] for token in figures]
    if not measure or not all(items):
        return row.doubted(f"{block}：无法确定各列")
    readings = [replace(token.reading, column=f"{block}/{item_path(token.path)}") for token in figures]
    return row.with_figures({f"{measure}:{item}": each for item, each in zip(items, readings, strict=True)})


def of_row(key: str, label: str) -> str:
    """A column's key in a row that names its measure itself (rows 预算数 and 决算数)."""
    measure = measure_of(flat(label))
    if not measure or ":" not in key:
        return key
    return f"{BUDGET if measure == OPENING_BUDGET else measure}:{key.partition(':')[2]}"


def _add(rows: list[Row], row: Row) -> None:
    """Append a row of figures, or join it to the line before where one row was broken over two lines."""
    before = rows[-1] if rows else None
    if before and before.loose and row.loose and not before.item and not row.item and before.number == row.number - 1:
        rows[-1] = replace(row, loose=before.loose + row.loose, quote=f"{before.quote} {row.quote}")
    else:
        rows.append(row)


def _counts(row: TableRow) -> list[Row]:
    """Counts of journeys, vehicles and receptions: each label with the number that follows it."""
    rows: list[Row] = []
    label: Token | None = None
    for token in row.tokens:
        if token.kind is Kind.LABEL:
            label = token
            rows.append(Row(row.number, "", joined(token.text), token.place, joined(token.text)))
        elif label is not None and token.kind in (Kind.FIGURE, Kind.TORN):
            reading = count_of(label.text, token)
            if reading:
                done = Row(row.number, "", joined(label.text), label.place, quoted((label, token)))
                rows[-1] = done.with_figures({COUNT: reading})
                label = None
    return rows


def public_orders(heading_texts: Sequence[str], own: str) -> tuple[tuple[str, ...], ...]:
    """The sequences in which the figures of a row can stand under headings in bare text, the likeliest first."""
    whole = flat("".join(heading_texts))
    if sum(word in whole for word in ("出国", "接待", "购置", "运行")) < _FEW:
        return ()  # the items are rows
    sequences = _sequences([*map(flat, heading_texts), *([whole] if _are_single(heading_texts) else [])])
    if own == BUDGET:
        return _budget_orders(sequences, whole)
    beside = tuple(key for key, word in _BESIDE.items() if word in whole)
    sequences = [(*items, *beside) for items in sequences]
    measures = [match[0][0] for match in re.finditer(r"预算数?|决算数?|支出数", whole)]
    in_pairs = len(measures) > _MANY and all(a != b for a, b in pairwise(measures))
    in_blocks = len(measures) == 2
    kinds = [_pairs] if in_pairs else [_blocks] if in_blocks else [_blocks, _pairs]
    if "预" not in measures and (measures or whole.count("出国") == 1):
        kinds = [_finals]
    return tuple(kind(items) for items in sequences for kind in kinds)


def _sequences(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The sequence of the items that a line of headings shows; both that are usual where none does."""
    places = [(text.find("接待"), text.find("购置")) for text in texts]
    both = [(reception, vehicles) for reception, vehicles in places if min(reception, vehicles) >= 0]
    if not both:
        return [ITEMS, _RECEPTION_FIRST]
    return [_RECEPTION_FIRST if any(reception < vehicles for reception, vehicles in both) else ITEMS]


def _are_single(texts: Sequence[str]) -> bool:
    """Whether each heading stands on a line of its own."""
    return all(len(text.split()) == 1 for text in texts if any(map(has_words, text)))


def _budget_orders(sequences: Sequence[Sequence[str]], whole: str) -> tuple[tuple[str, ...], ...]:
    """Those of a budget: the items once, operating cost before or behind them, or after those of the year before."""
    if len(re.findall(r"出国", whole)) > 1:
        measures = list(dict.fromkeys(map(measure_of, _YEARS.findall(whole))))
        blocks = [PRIOR, BUDGET] if measures != [BUDGET, PRIOR] else measures
        return tuple(tuple(f"{block}:{item}" for block in blocks for item in items) for items in sequences)
    before, behind = whole.find("运行经费"), whole.find("出国")
    extra = ("operating",) if before >= 0 else ()
    first, last = (extra, ()) if before < behind else ((), extra)
    return tuple(tuple(f"{BUDGET}:{item}" for item in (*first, *items, *last)) for items in sequences)


_YEARS = re.compile(r"(?:上年|本年)度?(?:预算|执行|决算)数?")
_BESIDE = {"meetings": "会议费", "training": "培训费"}  # columns that some provinces add
_RECEPTION_FIRST = (*ITEMS[:2], ITEMS[5], *ITEMS[2:5])


def _pairs(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{measure}:{item}" for item in items for measure in (BUDGET, FINAL))


def _blocks(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{measure}:{item}" for measure in (BUDGET, FINAL) for item in items)


def _finals(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{FINAL}:{item}" for item in items)

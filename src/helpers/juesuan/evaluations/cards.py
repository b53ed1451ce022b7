"""Pages of labels with their values, a card an indicator (指标名称：…、目标值：…、实际值：…): a row for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from juesuan.document import Cell, Place
from juesuan.evaluations.cells import filled
from juesuan.evaluations.headings import indicator_headings
from juesuan.evaluations.vocabulary import (
    INDICATOR_HEADINGS,
    heading_key,
    is_first_level,
    is_level,
    is_total,
    label_key,
    squeezed,
)

Row = tuple[Cell, ...]
NAME, SECOND_LEVEL = "指标名称", "二级指标"
_LEVELS = {"level1": "一级指标", "level2": SECOND_LEVEL}  # the headings that cards under names of levels have none of
_OF_INDICATORS = ("goal", "result", "reason", "measures")  # labels that an indicator has too
_LONGEST = 10  # characters of a label
_BLANK = Cell("", Place())


@dataclass
class _Card:
    """The labels and values of one indicator, by what the label asks for."""

    labels: dict[str, Cell] = field(default_factory=dict)
    values: dict[str, Cell] = field(default_factory=dict)


def from_cards(rows: Sequence[Row]) -> list[Row]:
    """The rows; runs of rows of labels with their values as rows under headings."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        end, cards = _cards(rows, at)
        if cards and indicator_headings(table := _head(cards)):
            width = max(len(rows[at]), len(table))
            found += [_wide(row, width) for row in (table, *(_row(card, cards) for card in cards))]
            at = end
        else:
            found.append(rows[at])
            at += 1
    return found


def _cards(rows: Sequence[Row], first: int) -> tuple[int, list[_Card]]:
    """The cards that stand from a row on, and where they end; none where no card begins there."""
    cards: list[_Card] = []
    levels: dict[str, Cell] = {}
    end = first
    for number in range(first, len(rows)):
        row = rows[number]
        at = filled(row)
        if not at:
            continue
        if len(at) == 1 and level_in(row[at[0]].text):
            if number == first:
                levels = {}
            levels = _with_level(levels, row[at[0]])
            continue
        if cards and _is_unknown(row, at):
            continue
        pairs = list(_pairs(row, at))
        if not pairs:
            break
        for key, label, value in pairs:
            if key == "level3" or not cards:
                if key != "level3":
                    return first, []
                heads = {level: replace(cell, text=_LEVELS[level]) for level, cell in levels.items()}
                cards.append(_Card(heads, dict(levels)))
            if key in cards[-1].values and key not in _LEVELS:
                return first, []
            cards[-1].labels[key], cards[-1].values[key] = label, value
        end = number + 1
    complete = len(cards) > 1 and all({"target", "actual"} & card.values.keys() for card in cards)
    return end, cards if complete else []


def level_in(text: str) -> str:
    """The name of the level that a text is, without the ordinal or the signs around it; "" where it is none."""
    name = squeezed(text).strip("【】[]<>《》●◆■").lstrip("一二三四五六七八九十0123456789、.()（）")
    return name if is_level(name) else ""


def _with_level(levels: dict[str, Cell], cell: Cell) -> dict[str, Cell]:
    named = replace(cell, text=level_in(cell.text))
    return {"level1": named} if is_first_level(named.text) else {**levels, "level2": named}


def _pairs(row: Row, at: Sequence[int]) -> Iterator[tuple[str, Cell, Cell]]:
    """Each label of a row with the value behind it; nothing where the row is not made of them."""
    if len(at) % 2:
        return
    found = [
        (heading_key(row[at[n]].text, INDICATOR_HEADINGS), row[at[n]], row[at[n + 1]]) for n in range(0, len(at), 2)
    ]
    if all(key and len(squeezed(label.text)) <= _LONGEST and not _is_other(label.text) for key, label, _ in found):
        yield from found


def _is_unknown(row: Row, at: Sequence[int]) -> bool:
    """Whether a row gives the value of a label of no known meaning."""
    label = row[at[0]].text
    return len(at) == len(("label", "value")) and not heading_key(label, INDICATOR_HEADINGS) and not _is_other(label)


def _is_other(text: str) -> bool:
    """Whether a label belongs to the table itself and not to one of its indicators."""
    return is_total(text) or label_key(text) not in ("", *_OF_INDICATORS)


def _head(cards: Sequence[_Card]) -> Row:
    return (
        tuple(next(card.labels[key] for card in cards if key in card.labels) for key in _keys(cards)) if cards else ()
    )


def _keys(cards: Sequence[_Card]) -> list[str]:
    named = [key for key in _LEVELS if any(key in card.values for card in cards)]
    return named + list(dict.fromkeys(key for card in cards for key in card.values if key not in named))


def _row(card: _Card, cards: Sequence[_Card]) -> Row:
    return tuple(card.values.get(key, _BLANK) for key in _keys(cards))


def _wide(row: Row, width: int) -> Row:
    return (*row, *[_BLANK] * (width - len(row)))

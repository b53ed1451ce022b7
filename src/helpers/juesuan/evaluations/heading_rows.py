"""Headings in several rows, made one: cut into lines, over their parts, or beside others of one row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cells import filled
from juesuan.evaluations.columns import IGNORED
from juesuan.evaluations.headings import PROJECT, fund_headings, indicator_headings, list_headings
from juesuan.evaluations.vocabulary import FUND_HEADINGS, heading_key, label_key, squeezed, without_points

Row = Sequence[Cell]
_MOST_LINES = 3  # into which a heading is cut
_LONGEST = 8  # characters of a heading over or under another
PART = re.compile(
    r"总额|小计|合计|总数|其中[:：]?.{0,10}|(?:财政|其他)(?:拨款|资金)|金额"
)  # under one heading of money
_BESIDE = re.compile(r"序号|(?:实施|主管|预算|项目)?(?:单位|部门)(?:名称)?")  # other headings of a list of projects
_OVER = re.compile(  # headings over several of a list
    r"(?:项目|财政|年度)?(?:资金|预算|支出|执行)(?:执行|安排|使用)?(?:情况|金额)?(?:\(.*\)|（.*）)?|绩效?(?:自评|评价)?(?:结果|情况|得分)|(?:自评|评价)(?:结果|情况)"
)


def folded(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows, with several rows of headings made one: of headings cut into lines, or over their parts."""
    found = list(rows)
    for number in range(len(found) - 1):
        for end in range(min(number + _MOST_LINES, len(found)), number + 1, -1):
            if whole := _put_together(found[number:end]):
                return [*found[:number], whole, *folded(found[end:])]
        if whole := _folded(found[number], found[number + 1]) or _spread(found[number], found[number + 1]):
            found[number + 1] = whole
            return [*found[:number], *folded(found[number + 1 :])]
    return found


def _put_together(lines: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """Rows as one where each heading is cut into its lines (指标 | 名称), which only together say what is asked."""
    if any(map(_has_figures, lines)) or len({len(line) for line in lines}) > 1:
        return ()
    columns = list(zip(*lines, strict=True))
    if any(sum(bool(cell.text.strip()) for cell in column) == 1 for column in columns):
        return ()  # a heading of one line stands beside others of parts
    whole = tuple(replace(column[0], text="".join(cell.text.strip() for cell in column)) for column in columns)
    for known in (indicator_headings, fund_headings):
        keys = known(whole)
        most = max(len([key for key in known(line) if not key.startswith(IGNORED)]) for line in lines)
        if len(keys) > most and len(keys) == len(filled(whole)) and not any(key.startswith(IGNORED) for key in keys):
            return whole
    return ()


def _folded(upper: tuple[Cell, ...], lower: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Two rows as one where the lower tells what the columns under one heading of the upper are; else nothing."""
    if _has_figures(lower) or list_headings(lower):
        return ()
    lower = tuple(replace(low, text="") if low.text == up.text else low for up, low in zip(upper, lower, strict=True))
    pairs = list(zip(upper, lower, strict=True))
    listed = tuple(low if low.text.strip() else up for up, low in pairs)
    alone = [squeezed(up.text) for up, low in pairs if up.text.strip() and not low.text.strip()]
    over = [squeezed(up.text) for up, low in pairs if up.text.strip() and low.text.strip()]
    whole = all(map(_is_list_heading, alone)) and all(map(_OVER.fullmatch, over))
    if whole and not list_headings(upper) and list_headings(listed):
        return listed
    parts = [squeezed(low.text) for low in lower if low.text.strip()]
    if fund_headings(upper) and len(parts) > 1 and all(map(PART.fullmatch, parts)):
        return tuple(up if up.text.strip() else low for up, low in pairs)
    return ()


def _spread(upper: tuple[Cell, ...], lower: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Two rows as one where a heading stands over several columns (目标 over 数值 and 单位): each with that over it."""
    if _has_figures(upper) or _has_figures(lower) or label_key(next((cell.text for cell in upper if cell.text), "")):
        return ()
    if any(len(squeezed(cell.text)) > _LONGEST for cell in (*upper, *lower)):
        return ()
    over, texts = "", []
    for up, low in zip(upper, lower, strict=True):
        over = up.text if up.text.strip() else over if low.text.strip() else ""
        texts.append(over if over == low.text else f"{over}{low.text}")
    whole = tuple(replace(up, text=text) for up, text in zip(upper, texts, strict=True))
    known = [_known(indicator_headings(row)) for row in (upper, lower, whole)]
    return whole if known[2] > max(known[0], known[1]) else ()


def _known(headings: dict[str, int]) -> int:
    return sum(not key.startswith(IGNORED) for key in headings)


def _is_list_heading(word: str) -> bool:
    return bool(PROJECT.fullmatch(word) or _BESIDE.fullmatch(word) or heading_key(word, FUND_HEADINGS))


def _has_figures(row: Row) -> bool:
    return any(any(map(str.isdigit, without_points(cell.text))) for cell in row)

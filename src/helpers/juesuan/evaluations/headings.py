"""The rows of headings in a self-evaluation table: which column asks for what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.document import Cell
from juesuan.evaluations.cells import filled
from juesuan.evaluations.columns import IGNORED, POINTS
from juesuan.evaluations.quantities import level_points, parse_quantity
from juesuan.evaluations.vocabulary import (
    FUND_HEADINGS,
    INDICATOR_HEADINGS,
    heading_key,
    is_group,
    is_level,
    is_total,
    label_key,
    squeezed,
    without_points,
)

Row = Sequence[Cell]
LEVELS = ("level1", "level2", "level3")
_NAME = LEVELS[-1]
_OWN = "自评"  # in the heading of the body's own points
_VALUES = ("target", "actual")
_FEWEST_ASKED = 3  # of target, result, weight and score, for columns of names to be known by standing before them
_LONGEST_FIGURE = 16  # characters of a cell that gives figures and tells nothing in words
_LONGEST_NAME = 8  # characters of a heading over names
_MONEY = ("opening", "budget", "executed")
_BESIDE_NAME = ("unit", "sign")
_SPENDING = ("budget", "executed")
_MOSTLY = 0.6  # share of a column's cells that are names of levels
_PERIOD = re.compile(r"(?:\d{1,4}\s*[-—–~至]\s*)?\d{1,4}\s*(?:月|季度|年)")
_YEAR = re.compile(r"20\d\d(?=年)")
_SCORE = re.compile(r"(?:得|评)分")
_STATUS = re.compile(
    r"(?:指标|目标)?(?:是否)?(?:完成|达标|达成)(?:情况|与否|结果|状态)?"
)  # where results have a column of their own
_BARE_LEVEL = re.compile(r"(?:产出)?(?:数量|质量|时效|成本)|满意度|效果|效益|产出")  # names of levels without 指标
PROJECT = re.compile(
    r"(?:项目|转移支付|专项(?:资金)?)(?:名称)?(?:\(.*\))?|"
    r"(?:预算|支出|资金|一级|二级)项目(?:名称)?|自评项目(?:名称)?"
)


def indicator_headings(row: Row) -> dict[str, int]:
    """The columns of a row of indicator headings by key; empty where the row is none.

    Where every level has a column of weights, the last one, that of the indicators, counts. Where one
    heading stands over all levels (绩效指标 | 目标值 | 完成值), the columns under it are the levels; where those have
    headings of no known meaning, they are the columns before the values. A column whose heading says nothing
    known is set aside: what stands in it belongs to no other column.
    """
    found: dict[str, int] = {}
    past = _of_past_years(row)
    for column, cell in enumerate(row):
        key = "" if is_group(cell.text) or column in past else heading_key(cell.text, INDICATOR_HEADINGS)
        if key == "score" and key in found and _OWN in row[found[key]].text and _OWN not in cell.text:
            key = ""  # by another hand
        if key in POINTS and key in found:
            found[f"{IGNORED}{found[key]}"] = found[key]
        if (
            key == "actual"
            and _STATUS.fullmatch(squeezed(cell.text))
            and ("actual" in found or _has_values(row, column))
        ):
            key = "status"
        if key == "target" and key in found and _NAME in found and found[key] < found[_NAME]:
            goals = found.pop(key)  # before the names of their indicators
            found[f"{IGNORED}{goals}"] = goals
        if key and (key not in found or key in POINTS):
            found[key] = column
        elif cell.text.strip() and not is_group(cell.text) and not label_key(cell.text):
            found[f"{IGNORED}{column}"] = column
    if "level1" not in found and found.get("level2", 0) > 0 and found["level2"] - 1 not in found.values():
        over = row[found["level2"] - 1].text  # the first level has a heading of its own
        found |= {"level1": found["level2"] - 1} if over.strip() and not is_group(over) else {}
    names = set(LEVELS) & found.keys()
    whole = {"target", "actual"} <= found.keys()
    points = {"weight", "score"} <= found.keys()
    if len(names) >= 2 or (names and (whole or points)):
        return found
    under = _under_group(row, found["target"]) if whole and not names else {}
    return {**found, **under} if under else _with_names(found, row)


def _with_names(found: dict[str, int], row: Row) -> dict[str, int]:
    """The headings with those before the values as the levels and the name; empty where too few values are asked.

    A row that asks for what was granted and for what was spent is one of money.
    """
    if set(_SPENDING) <= fund_headings(row).keys():
        return {}
    asked = [found[key] for key in (*_VALUES, *POINTS) if key in found]
    pairs = sum(set(pair) <= found.keys() for pair in (_VALUES, POINTS))
    if not pairs or len(asked) < _FEWEST_ASKED or _has_figures(row[min(asked)].text):
        return {}
    before = [at for at in range(min(asked)) if row[at].text.strip() and not _is_aside(row[at].text)]
    before = [at for at in before if len(squeezed(row[at].text)) <= _LONGEST_NAME and not label_key(row[at].text)]
    return _named(found, before)


def _named(found: dict[str, int], before: Sequence[int]) -> dict[str, int]:
    """The headings with columns before the values as the levels and, the last, the name; empty where there is none."""
    if not before:
        return {}
    kept = {key: at for key, at in found.items() if at not in before and key not in LEVELS}
    levels = dict(zip(LEVELS, before, strict=False)) if len(before) > len(LEVELS[:-1]) else {}
    first = {LEVELS[0]: before[0]} if len(before) > 1 else {}
    return {**kept, **levels, **first, _NAME: before[-1]}


def _of_past_years(row: Row) -> set[int]:
    """The columns of which a heading says that they are of an earlier year than another does."""
    years = {column: int(match[0]) for column, cell in enumerate(row) if (match := _YEAR.search(cell.text))}
    return {column for column, year in years.items() if year < max(years.values())}


def _is_aside(text: str) -> bool:
    """Whether a heading asks for nothing of an indicator but its number, its unit or its explanation."""
    key = heading_key(text, INDICATOR_HEADINGS)
    return key in _BESIDE_NAME or (key == IGNORED and "类" not in text)


def _has_values(row: Row, column: int) -> bool:
    """Whether a later column of a row of headings asks for the results themselves."""
    later = (cell.text for cell in row[column + 1 :])
    return any(heading_key(text, INDICATOR_HEADINGS) == "actual" for text in later)


def _under_group(row: Row, target: int) -> dict[str, int]:
    """The columns of the levels under one heading for all; empty where there is none before the targets."""
    at = [column for column in filled(row) if column < target]
    if not at or not is_group(row[at[-1]].text) or "目标" in row[at[-1]].text:
        return {}
    reach = range(at[-1], target)
    names = {1: LEVELS[2:], 2: (LEVELS[0], LEVELS[2])}.get(len(reach), LEVELS)
    return dict(zip(names, reach, strict=False))


def settled_columns(headings: dict[str, int]) -> dict[str, int]:
    """The headings of one or two rows, no column set aside that the other row names."""
    named = {column for key, column in headings.items() if not key.startswith(IGNORED)}
    return {key: at for key, at in headings.items() if not key.startswith(IGNORED) or at not in named}


def with_levels(headings: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """The headings with the columns of levels that have another heading, known by what stands in them.

    The name of the indicators stands in the last column under its heading, which may reach over the levels too.
    """
    if {"level1", "level2"} & headings.keys() or "level3" not in headings:
        return headings
    asked = [at for key, at in headings.items() if at > headings["level3"] and not key.startswith(IGNORED)]
    after = min(asked, default=headings["level3"] + 1)
    columns = [column for column in range(after) if _holds_levels(rows, column)]
    if not columns:
        return headings
    name = headings["level3"] if headings["level3"] not in columns else after - 1
    kept = {key: at for key, at in headings.items() if at not in columns}
    return {**kept, **dict(zip(LEVELS[:2], columns[-2:], strict=False)), "level3": name}


def with_values(headings: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """The headings with the column of targets, or of results, that has a heading of no known meaning.

    It stands beside that of the other, and quantities stand in it.
    """
    known = {key for key in _VALUES if key in headings}
    if len(known) != 1:
        return headings
    if "target" in known:
        column = headings["target"] + 1
        free = headings.get(f"{IGNORED}{column}") == column and _holds_quantities(rows, column)
        return {key: at for key, at in headings.items() if at != column} | {"actual": column} if free else headings
    column = headings["actual"] - 1
    taken = next((key for key, at in headings.items() if at == column), "")
    if not (taken in LEVELS or taken.startswith(IGNORED)) or not _holds_quantities(rows, column):
        return headings
    others = {at for key, at in headings.items() if key not in LEVELS}
    first = min((at for key, at in headings.items() if key in LEVELS), default=column)
    names = [at for at in range(first, column) if at not in others]
    solved = {key: at for key, at in headings.items() if at != column} | {"target": column}
    return _named(solved, names) if taken in LEVELS else solved


def unread_columns(headings: dict[str, int], row: Row, rows: Sequence[Row]) -> list[str]:
    """The headings of no known meaning in a row over columns of figures."""
    aside = sorted(at for key, at in headings.items() if key.startswith(IGNORED) and at < len(row))
    unknown = [at for at in aside if not heading_key(row[at].text, INDICATOR_HEADINGS) and not is_group(row[at].text)]
    return [row[at].text for at in unknown if row[at].text.strip() and _holds_digits(rows, at)]


def _holds_digits(rows: Sequence[Row], column: int) -> bool:
    texts = [row[column].text for row in rows if column < len(row) and row[column].text.strip()]
    short = [text for text in texts if any(map(str.isdigit, text)) and len(text) <= _LONGEST_FIGURE]
    return len(texts) >= _FEWEST_ASKED and len(short) >= _MOSTLY * len(texts)


def _holds_quantities(rows: Sequence[Row], column: int) -> bool:
    texts = [row[column].text for row in rows if column < len(row) and row[column].text.strip()]
    quantities = sum(parse_quantity(text) is not None for text in texts)
    return len(texts) >= _FEWEST_ASKED and quantities >= _MOSTLY * len(texts)


def _holds_levels(rows: Sequence[Row], column: int) -> bool:
    texts = [row[column].text for row in rows if column < len(row) and row[column].text.strip()]
    texts = [text for text in texts if not is_total(text)]
    levels = sum(is_level(text) or _BARE_LEVEL.fullmatch(without_points(text)) is not None for text in texts)
    return bool(texts) and levels >= _MOSTLY * len(texts)


def heading_row(row: Row) -> dict[str, int]:
    """The columns of a row that holds nothing but headings; empty for any other row.

    Headings may stand in two rows, 指标值 over 年度指标值 and 实际完成值, or 评价指标 over the three levels.
    """
    said = [column for column, cell in enumerate(row) if cell.text.strip() and not is_group(cell.text)]
    keys = {column: heading_key(row[column].text, INDICATOR_HEADINGS) for column in said}
    if any(not key or (key not in LEVELS and is_level(row[column].text)) for column, key in keys.items()):
        return {}
    found = {key: column for column, key in keys.items()}
    return found | {f"{IGNORED}{column}": column for column in keys if column not in found.values()}


def fund_headings(row: Row) -> dict[str, int]:
    """The columns of a row of fund headings by key; empty where the row is none.

    What stands first may be a label beside them that sounds like one (部门预算 before 年初预算数 and 全年预算数).
    """
    found: dict[str, int] = {}
    first = next(iter(filled(row)), 0)
    previous = ""
    past = _of_past_years(row)
    for column, cell in enumerate(row):
        if _has_figures(cell.text):
            return {}
        key = "" if column in past else _money_key(cell.text)
        if key == "of_which":
            key = f"{previous}_fiscal" if previous in _MONEY else ""
        elif key:
            previous = key
        if key and (key not in found or found[key] == first):
            found[key] = column
        elif cell.text.strip() and set(_MONEY) & found.keys():
            found[f"{IGNORED}{column}"] = column
    money = set(_MONEY) & found.keys()
    return found if len(money) >= 2 or (money and {"rate", "score"} & found.keys()) else {}


def _money_key(text: str) -> str:
    """What a heading over money asks for; one with points of its own (执行（10分）) is over these, not over money."""
    key = heading_key(text, FUND_HEADINGS)
    return "" if key in _MONEY and level_points(text) is not None else key


def _has_figures(text: str) -> bool:
    """Whether a text gives a figure, and not only the months or the points that a heading names."""
    return any(map(str.isdigit, _PERIOD.sub("", without_points(text))))


def list_headings(row: Row) -> dict[str, int]:
    """The columns of a row of headings over one project a row; empty where the row is none."""
    at = filled(row)
    project = next((column for column in at if PROJECT.fullmatch(squeezed(row[column].text))), None)
    if project is None or indicator_headings(row):
        return {}
    past = _of_past_years(row)
    keys = {column: _money_key(row[column].text) for column in at if column != project and column not in past}
    if any(_has_figures(row[column].text) for column in keys):
        return {}
    found = {"project": project}
    for column, key in keys.items():
        if key and key not in found:
            found[key] = column
    scores = [column for column, key in keys.items() if key == "score"]
    if len(scores) > 1:  # points of parts beside the whole
        whole = [
            column for column in scores if is_total(row[column].text) or _SCORE.fullmatch(squeezed(row[column].text))
        ]
        found.pop("score")
        found |= {"score": whole[-1]} if whole else {}
    results = {"score", "grade"} & found.keys()
    if "rate" in found and squeezed(row[project].text) != "项目":
        results.add("rate")
    return found if results and (set(_MONEY) & found.keys() or len(results) > 1) else {}

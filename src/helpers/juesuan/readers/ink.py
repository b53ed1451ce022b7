"""What is drawn on a picture of a page: how it is skewed, its ruled lines, and where text stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import cv2
import numpy as np

from juesuan.readers.ruling import Rule, Rules

Image = np.ndarray[Any, np.dtype[np.uint8]]
Pixels = tuple[int, int, int, int]  # left, top, right, bottom

_MOST_SKEW = 3.0  # degrees that a page may lie askew in a scanner
_COARSE_STEP, _FINE_STEP = 0.5, 0.05  # degrees
_SKEW_WIDTH = 900  # pixels to which a page is made smaller to look for its skew
_WINDOW, _DARKER = 41, 12  # neighbourhood in pixels, and by how much ink is darker than it
_LYING, _STANDING = 24.0, 10.0  # points; shorter strokes belong to characters
_LONG = 72.0  # points; a shorter line across that meets none down is 一 and the stroke of the character beside it
_SOLID = 0.95  # share of a short line across that is ink; strokes of characters side by side leave more gaps (0.9)
_GAP = 1.5  # points that noise may tear out of a line
_FAINT = 1.8  # points that a ruled line may be thick
_THICK = 4.0  # points; what is thicker is no line
_ENDS = 3.0  # points between the end of a line down and the line across at which it must end
_TALL, _STRAIGHT = 16.0, 2.0  # points; strokes of a character are shorter, and stray from a straight line
_STACKED = 3  # times as long must short lines below each other be together
_SPECK = 1.5  # points; what is smaller both ways is dirt
_EM = 10.0  # points; the usual size of a character where it cannot be measured
_TALLEST, _LOWEST = 40.0, 0.35  # points; em: what is taller is a picture, what is lower a stroke
_RESIDUE, _HALF = 2.5, 0.5  # points; share of a cell's width: what is lower and wider is the rest of its line
_JOINED_ACROSS, _JOINED_DOWN = 0.9, 0.25  # em over which strokes are of one line of text


def upright(grey: Image) -> Image:
    """The picture with its lines level."""
    angle = _skew(grey)
    if abs(angle) < _FINE_STEP:
        return grey
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255), np.uint8)


def _skew(grey: Image) -> float:
    """The angle by which a picture must be turned so that its rows of ink are sharpest, in degrees."""
    factor = min(1.0, _SKEW_WIDTH / grey.shape[1])
    small = ink(np.asarray(cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8))
    best = 0.0
    for step, reach in ((_COARSE_STEP, _MOST_SKEW), (_FINE_STEP, _COARSE_STEP)):
        angles = [best + step * count for count in range(-round(reach / step), round(reach / step) + 1)]
        best = max(angles, key=lambda angle: (_sharpness(small, angle), -abs(angle)))
    return best


def _sharpness(small: Image, angle: float) -> float:
    height, width = small.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    rows = cv2.warpAffine(small, turn, (width, height)).sum(axis=1, dtype=np.float64)
    return float((np.diff(rows) ** 2).sum())


def ink(grey: Image) -> Image:
    """255 where a picture is darker than around, 0 elsewhere."""
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    dark = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _WINDOW, _DARKER)
    return np.asarray(dark, np.uint8)


def rules_of(inked: Image, scale: float) -> tuple[Rules, Image]:
    """Ruled lines in points, where a point has `scale` pixels; and the ink without them."""
    lying = _without_characters(_strokes(inked, scale, _LYING, across=True), inked, scale)
    standing = _strokes(inked, scale, _STANDING, across=False)
    drawn = tuple(_lines(lying, scale, across=True))
    ending = [rule for rule in _lines(standing, scale, across=False) if _ends_on(rule, drawn)]
    down = tuple(rule for rule in ending if _is_wall(rule, ending))
    across = tuple(rule for rule in drawn if rule[2] - rule[1] >= _LONG or _meets(rule, down))
    for y, left, right in set(drawn).difference(across):
        first, last = round((y - _THICK / 2) * scale), round((y + _THICK / 2) * scale)
        lying[max(first, 0) : last + 1, round(left * scale) : round(right * scale) + 1] = 0
    lines = np.asarray(cv2.dilate(lying, np.ones((3, 3), np.uint8)), np.uint8)
    _draw(lines, across, down, scale)
    return Rules(across, down), np.asarray(cv2.bitwise_and(inked, cv2.bitwise_not(lines)), np.uint8)


def _strokes(inked: Image, scale: float, shortest: float, *, across: bool) -> Image:
    def bar(length: float) -> Image:
        count = max(round(length * scale), 3)
        return np.ones((1, count) if across else (count, 1), np.uint8)

    closed = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, bar(_GAP))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, bar(shortest)), np.uint8)


def _without_characters(strokes: Image, inked: Image, scale: float) -> Image:
    """Lines across without those that are strokes of characters, which fill a narrow cell from side to side."""
    kept = strokes.copy()
    for left, top, right, bottom in _boxes(strokes):
        filled = inked[top:bottom, left:right].any(axis=0).mean()
        if right - left < _LONG * scale and filled < _SOLID:
            kept[top:bottom, left:right] = 0
    return kept


def _lines(strokes: Image, scale: float, *, across: bool) -> Iterator[Rule]:
    for left, top, right, bottom in _boxes(strokes):
        thickness = (bottom - top if across else right - left) / scale
        if thickness <= _THICK:
            middle = (top + bottom if across else left + right) / 2 / scale
            start, end = (left, right) if across else (top, bottom)
            yield middle, start / scale, end / scale


def _meets(rule: Rule, down: Sequence[Rule]) -> bool:
    """Whether a line across meets one down."""
    y, left, right = rule
    return any(left - _ENDS <= x <= right + _ENDS and top - _ENDS <= y <= bottom + _ENDS for x, top, bottom in down)


def _ends_on(rule: Rule, across: Sequence[Rule]) -> bool:
    """Whether a line down begins and ends at lines across, as the stroke of a character does not."""
    x, top, bottom = rule
    crossed = [y for y, left, right in across if left - _ENDS <= x <= right + _ENDS]
    return any(abs(y - top) <= _ENDS for y in crossed) and any(abs(y - bottom) <= _ENDS for y in crossed)


def _is_wall(rule: Rule, others: Sequence[Rule]) -> bool:
    """Whether a line down is long, by itself or with those above and below it; the stroke of a character is not."""
    length = sum(bottom - top for x, top, bottom in others if abs(x - rule[0]) <= _STRAIGHT)
    return rule[2] - rule[1] >= _TALL or length >= _STACKED * _TALL


def _draw(lines: Image, across: Sequence[Rule], down: Sequence[Rule], scale: float) -> None:
    """Draw ruled lines from end to end, also where they are too faint to be seen as ink."""
    thickness = max(round(_FAINT * scale), 1)
    ends = [((left, y), (right, y)) for y, left, right in across]
    ends += [((x, top), (x, bottom)) for x, top, bottom in down]
    for first, last in ends:
        start, end = ((round(x * scale), round(y * scale)) for x, y in (first, last))
        cv2.line(lines, start, end, 255, thickness)


def text_boxes(inked: Image, scale: float) -> list[Pixels]:
    """Where pieces of lines of text stand on ink without ruled lines, from top to bottom."""
    em = _em(inked, scale)
    bridge = np.ones((max(round(_JOINED_DOWN * em), 1), max(round(_JOINED_ACROSS * em), 1)), np.uint8)
    joined = np.asarray(cv2.morphologyEx(_clean(inked, scale), cv2.MORPH_CLOSE, bridge), np.uint8)
    return sorted(
        (box for box in _boxes(joined) if _LOWEST * em <= box[3] - box[1] <= _TALLEST * scale),
        key=lambda box: (box[1], box[0]),
    )


def cell_boxes(inked: Image, cell: Pixels, scale: float) -> list[Pixels]:
    """Where the lines of text of one cell stand, from top to bottom."""
    left, top, right, bottom = cell
    within = _clean(np.ascontiguousarray(inked[top:bottom, left:right]), scale)
    rows = within.any(axis=1)
    found = []
    for first, last in _runs(rows, round(_GAP * scale / 2)):
        columns = np.flatnonzero(within[first:last].any(axis=0))
        if last - first <= _RESIDUE * scale and columns[-1] - columns[0] >= _HALF * (right - left):
            continue  # what is left of a line
        found.append((left + int(columns[0]), top + first, left + int(columns[-1]) + 1, top + last))
    return found


def _runs(rows: Any, gap: int) -> Iterator[tuple[int, int]]:
    """First and behind-last of each run of rows with ink, over gaps of up to so many."""
    filled = np.flatnonzero(rows)
    if not len(filled):
        return
    first = last = int(filled[0])
    for row in map(int, filled[1:]):
        if row - last > gap + 1:
            yield first, last + 1
            first = row
        last = row
    yield first, last + 1


def _clean(inked: Image, scale: float) -> Image:
    """Ink without specks."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    size = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    keep = (size >= _SPECK * scale) & (np.arange(count) > 0)
    return np.asarray(np.where(keep[labels], 255, 0), np.uint8)


def _em(inked: Image, scale: float) -> float:
    """The usual height of a character in pixels, from strokes that are as high as one."""
    heights = [bottom - top for _, top, _, bottom in _boxes(inked) if 4.0 * scale <= bottom - top <= 24.0 * scale]
    return float(np.percentile(heights, 75)) if len(heights) > 20 else _EM * scale


def _boxes(mask: Image) -> list[Pixels]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [(int(x), int(y), int(x + width), int(y + height)) for x, y, width, height, _ in stats[1:]]

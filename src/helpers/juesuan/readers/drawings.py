"""What a page of a PDF draws besides text: ruled lines and pictures, as pdfium tells them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from juesuan.document import Box
from juesuan.readers.frames import Frame
from juesuan.readers.ruling import Rule, Rules

_THIN = 3.0  # points; what is filled and thinner is a line
_LONG = 4.0  # points; what is shorter is a dash or a dot
_STRAIGHT = 0.5  # points by which the ends of a line across may differ in height
_MOST_POINTS = 50_000  # on a page; with more it is a map or a plan, no table
_POINTS = 72.0  # in an inch
_DEEPEST = 4  # levels of forms within forms that are looked into

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Step = tuple[Point, bool]


class Drawing:
    """The drawings of one page in its reading frame.

    `rules` are its ruled lines; `pictured` is the share of the page that its pictures cover, and
    `resolution` the dots per inch of the largest.
    """

    def __init__(self, page: pypdfium2.PdfPage, frame: Frame) -> None:
        self._frame = frame
        self._across: list[Rule] = []
        self._down: list[Rule] = []
        self._points = 0
        self.pictured = 0.0
        self.resolution = 0.0
        self._largest = 0.0
        count = raw.FPDFPage_CountObjects(page)
        self._look((raw.FPDFPage_GetObject(page, index) for index in range(count)), (1, 0, 0, 1, 0, 0))

    @property
    def rules(self) -> Rules:
        if self._points > _MOST_POINTS:
            return Rules()
        return Rules(tuple(self._across), tuple(self._down))

    def _look(self, objects: Iterator[raw.FPDF_PAGEOBJECT], outer: Matrix, depth: int = 0) -> None:
        for thing in objects:
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(thing, _product(_matrix(thing), outer))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._picture(thing, _product(_matrix(thing), outer))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = (raw.FPDFFormObj_GetObject(thing, i) for i in range(raw.FPDFFormObj_CountObjects(thing)))
                self._look(inner, _product(_matrix(thing), outer), depth + 1)

    def _path(self, path: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        self._points += raw.FPDFPath_CountSegments(path)
        fill, stroke = c_int(), raw.FPDF_BOOL()
        if self._points > _MOST_POINTS or not raw.FPDFPath_GetDrawMode(path, fill, stroke):
            return
        for steps in _subpaths(path, matrix):
            if stroke.value:
                for (start, _), (end, is_straight) in pairwise(steps):
                    if is_straight:
                        self._line(self._frame.enter(_around([start, end])), _STRAIGHT)
            elif fill.value:
                self._line(self._frame.enter(_around([point for point, _ in steps])), _THIN)

    def _line(self, box: Box, thin: float) -> None:
        left, top, right, bottom = box
        if bottom - top <= thin and right - left >= _LONG:
            self._across.append(((top + bottom) / 2, left, right))
        elif right - left <= thin and bottom - top >= _LONG:
            self._down.append(((left + right) / 2, top, bottom))

    def _picture(self, image: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        """A picture fills the unit square, put in its place by its matrix; a thin one is a line."""
        left, top, right, bottom = box = self._frame.enter(
            _around([_put(x, y, matrix) for x in (0, 1) for y in (0, 1)])
        )
        self._line(box, _THIN)
        covered = max(0.0, min(right, self._frame.width) - max(left, 0.0))
        covered *= max(0.0, min(bottom, self._frame.height) - max(top, 0.0))
        self.pictured = min(1.0, self.pictured + covered / max(self._frame.width * self._frame.height, 1.0))
        width, height = c_uint(), c_uint()
        if covered > self._largest and raw.FPDFImageObj_GetImagePixelSize(image, byref(width), byref(height)):
            self._largest = covered
            dots = width.value * height.value / max((right - left) * (bottom - top), 1.0)
            self.resolution = _POINTS * math.sqrt(dots)


def _subpaths(path: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[list[Step]]:
    """The points of each subpath, with whether a straight line leads there from the one before."""
    x, y = c_float(), c_float()
    steps: list[Step] = []
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind == raw.FPDF_SEGMENT_MOVETO and steps:
            yield steps
            steps = []
        steps.append((_put(x.value, y.value, matrix), kind == raw.FPDF_SEGMENT_LINETO))
        if raw.FPDFPathSegment_GetClose(segment):
            steps.append((steps[0][0], True))
    if steps:
        yield steps


def _matrix(thing: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, found):
        return 1, 0, 0, 1, 0, 0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc, a * tb + b * td, c * ta + d * tc, c * tb + d * td, e * ta + f * tc + te, e * tb + f * td + tf,
    )  # fmt: skip


def _put(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: list[Point]) -> Box:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)

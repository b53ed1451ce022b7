"""A form is the same form however its lines are drawn, and where none are drawn at all."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, product
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from juesuan.reading import read
from readers import made

HEIGHT = 20.0
WIDTHS = (70.0, 200.0, 80.0, 80.0, 80.0)
LEFT, TOP = 40.0, 720.0
ROWS = (
    ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"),
    ("", "合计", "1,234.56", "834.56", "400.00"),
    ("201", "一般公共服务支出", "1,000.00", "600.00", "400.00"),
    ("20103", "政府办公厅（室）及相关机构事务", "1,000.00", "600.00", "400.00"),
    ("2010301", "行政运行", "600.00", "600.00", ""),
    ("2010302", "一般行政管理事务", "400.00", "", "400.00"),
    ("208", "社会保障和就业支出", "234.56", "234.56", ""),
    ("20805", "行政事业单位养老支出", "234.56", "234.56", ""),
    ("2080505", "机关事业单位基本养老保险缴费支出", "234.56", "234.56", ""),
)
X = [LEFT + sum(WIDTHS[:count]) for count in range(len(WIDTHS) + 1)]
Y = [TOP - HEIGHT * count for count in range(len(ROWS) + 1)]
CELLS = [(left, right, top, bottom) for (left, right), (top, bottom) in product(pairwise(X), pairwise(Y))]


def rules(canvas: Canvas) -> None:
    for y in Y:
        canvas.line(X[0], y, X[-1], y)
    for x in X:
        canvas.line(x, Y[0], x, Y[-1])


def dashed(canvas: Canvas) -> None:
    canvas.setDash(2, 1)
    rules(canvas)


def hairlines(canvas: Canvas) -> None:
    canvas.setLineWidth(0.05)
    rules(canvas)


def pale(canvas: Canvas) -> None:
    canvas.setStrokeColor(colors.lightgrey)
    rules(canvas)


def open_at_the_sides(canvas: Canvas) -> None:
    for y in Y:
        canvas.line(X[0], y, X[-1], y)
    for x in X[1:-1]:
        canvas.line(x, Y[0], x, Y[-1])


def framed_twice(canvas: Canvas) -> None:
    rules(canvas)
    canvas.rect(X[0] - 2, Y[-1] - 2, X[-1] - X[0] + 4, Y[0] - Y[-1] + 4)


def coloured_rows(canvas: Canvas) -> None:
    canvas.setFillColor(colors.lightblue)
    for top, bottom in list(pairwise(Y))[::2]:
        canvas.rect(X[0], bottom, X[-1] - X[0], top - bottom, stroke=0, fill=1)
    rules(canvas)


def boxes(canvas: Canvas) -> None:
    for left, right, top, bottom in CELLS:
        canvas.rect(left, bottom, right - left, top - bottom)


def boxes_apart(canvas: Canvas) -> None:
    for left, right, top, bottom in CELLS:
        canvas.rect(left + 0.6, bottom + 0.6, right - left - 1.2, top - bottom - 1.2)


def thin_filled_boxes(canvas: Canvas) -> None:
    """How a word processor draws the borders of cells."""
    for left, right, top, bottom in CELLS:
        for y in (top, bottom):
            canvas.rect(left, y - 0.24, right - left, 0.48, stroke=0, fill=1)
        for x in (left, right):
            canvas.rect(x - 0.24, bottom, 0.48, top - bottom, stroke=0, fill=1)


def pieces(canvas: Canvas) -> None:
    for left, right, top, bottom in CELLS:
        for y in (top, bottom):
            canvas.line(left + 0.3, y, right - 0.3, y)
        for x in (left, right):
            canvas.line(x, bottom + 0.3, x, top - 0.3)


def rows_only(canvas: Canvas) -> None:
    for y in Y:
        canvas.line(X[0], y, X[-1], y)


def head_and_foot(canvas: Canvas) -> None:
    for y in (Y[0], Y[1], Y[-1]):
        canvas.line(X[0], y, X[-1], y)


def nothing(canvas: Canvas) -> None:
    """No line at all."""


STYLES = (
    rules,
    dashed,
    hairlines,
    pale,
    open_at_the_sides,
    framed_twice,
    coloured_rows,
    boxes,
    boxes_apart,
    thin_filled_boxes,
    pieces,
    rows_only,
    head_and_foot,
    nothing,
)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_a_form_is_read_however_it_is_ruled(style: made.Draw, tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        made.write(canvas, 200, 780, "一般公共预算财政拨款支出决算表")
        made.write(canvas, LEFT, 755, "公开05表")
        made.write(canvas, 460, 755, "单位：万元")
        canvas.saveState()
        style(canvas)
        canvas.restoreState()
        for (top, bottom), row in zip(pairwise(Y), ROWS, strict=True):
            for column, text in enumerate(row):
                if column < 2:
                    canvas.drawString(X[column] + 3, (top + bottom) / 2 - 4, text)
                else:
                    canvas.drawRightString(X[column + 1] - 3, (top + bottom) / 2 - 4, text)

    path = tmp_path / "form.pdf"
    path.write_bytes(made.pdf(page))
    accounts = read(path)
    keys = ("total", "basic", "project")
    told = {(fact.code or fact.item, fact.key): fact.amount.value for fact in accounts.facts if not fact.doubt}
    assert told == {
        (row[0] or row[1], key): Decimal(text.replace(",", ""))
        for row in ROWS[1:]
        for key, text in zip(keys, row[2:], strict=True)
        if text
    }

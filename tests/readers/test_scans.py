"""Pages that are pictures: read where fine enough, else named; and nobody is accused by a misreading."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from juesuan.accounts import Accounts
from juesuan.amounts import Amount
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.document import Document, Place, Reason
from juesuan.misreadings import counted, is_one_slip, nearest, nearest_code, tempered
from juesuan.readers import ink, load
from juesuan.readers.scans import is_misshapen
from readers.made import pdf, table, write

ROWS = [
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
    ["合计", "", "1,234.56", "834.56", "400.00"],
    ["201", "一般公共服务支出", "1,000.00", "600.00", "400.00"],
    ["2010301", "行政运行", "600.00", "600.00", ""],
    ["2080505", "机关事业单位养老缴费", "234.56", "234.56", ""],
]


def form(canvas: Canvas) -> None:
    write(canvas, 200, 780, "支出决算表")
    write(canvas, 72, 760, "单位：万元")
    table(canvas, 72, 740, [70, 130, 80, 80, 80], ROWS)
    write(canvas, 72, 600, "本年支出合计1,234.56万元，其中基本支出834.56万元。")


def text(canvas: Canvas) -> None:
    write(canvas, 72, 780, "一、主要职责", "承担行政审批。")


def scanned(data: bytes, dpi: float, skew: float = 0.0) -> Image.Image:
    """The first page of a PDF as a scanner gives it: grey, noisy, askew."""
    page = pypdfium2.PdfDocument(data)[0]
    grey = page.render(scale=dpi / 72, grayscale=True).to_numpy().squeeze().astype(np.float32)
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1)
    grey = cv2.warpAffine(grey, turn, (width, height), borderValue=255)
    noisy = grey * 0.92 + 8 + np.random.default_rng(1).normal(0, 6, grey.shape)
    return Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))


def document(tmp_path: Path, dpi: float, skew: float = 0.0) -> Document:
    """A page of text and a page that is the picture of a form."""
    picture = ImageReader(scanned(pdf(form), dpi, skew))
    path = tmp_path / "mixed.pdf"
    path.write_bytes(pdf(text, lambda canvas: canvas.drawImage(picture, 0, 0, *map(float, canvas._pagesize))))
    return load(path)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_scanned_form_among_pages_of_text(tmp_path: Path, cache: Path) -> None:
    read = document(tmp_path, 200, skew=0.5)
    assert [grid.texts() for grid in read.grids] == [ROWS]
    assert [line.text for line in read.lines][:3] == ["一、主要职责", "承担行政审批。", "支出决算表"]
    assert read.lines[-1].text == "本年支出合计1,234.56万元，其中基本支出834.56万元。"
    assert (read.scanned, read.unread) == (frozenset({(0, 2)}), ())
    box = read.grids[0].rows[1][2].place.box
    assert box == pytest.approx((272, 842 - 720, 352, 842 - 700), abs=4)

    (kept,) = cache.rglob("*.json")
    found = json.loads(kept.read_text(encoding="utf-8"))
    for piece in found["pieces"]:
        piece["confidence"] = 0.5
    kept.write_text(json.dumps(found), encoding="utf-8")
    again = document(tmp_path, 200, skew=0.5)  # from what was kept
    assert [grid.texts() for grid in again.grids] == [ROWS]
    assert again.grids[0].rows[1][2].place in again.doubted


def test_a_picture_too_coarse_is_named_and_not_read(tmp_path: Path) -> None:
    read = document(tmp_path, 90)
    assert [(part.place.page, part.reason) for part in read.unread] == [(2, Reason.COARSE)]
    assert not read.grids


def test_a_picture_without_words_is_named(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("L", (1600, 2200), 255).save(buffer, "PNG")
    blank = ImageReader(io.BytesIO(buffer.getvalue()))
    path = tmp_path / "blank.pdf"
    path.write_bytes(pdf(text, lambda canvas: canvas.drawImage(blank, 0, 0, 595, 842)))
    assert [part.reason for part in load(path).unread] == [Reason.PICTURE]


@pytest.mark.parametrize(
    ("read", "other", "likely"),
    [
        ("1,234.56", "1234.57", False),
        ("1,234.56", "1294.56", False),
        ("1,288.46", "1283.46", True),
        ("45,00", "45.00", True),
        ("1,234.5", "1234.56", True),
        ("12.30", "12.00", False),
        ("830.00", "330.00", True),
    ],
)
def test_what_a_recogniser_takes_for_another(read: str, other: str, likely: bool) -> None:
    assert is_one_slip(read, other) is likely


def failed(stated: str, right: str, page: int = 2, family: str = "table_sum") -> Check:
    def figure(shown: str) -> Figure:
        amount = Amount(Decimal(shown), "万元", 2, shown)
        return Figure("合计", amount, (Evidence(shown, Place(page=page)),))

    difference = Decimal(stated) - Decimal(right)
    return Check("合计", Outcome.FAILED, figure(stated), figure(right), difference, family=family)


@pytest.mark.parametrize(
    ("check", "outcome"),
    [
        (failed("1288.46", "1283.46"), Outcome.UNCHECKED),
        (failed("1288.46", "1301.00"), Outcome.FAILED),
        (failed("1288.46", "1283.46", page=1), Outcome.FAILED),
        (failed("1288.46", "1301.00", family="wording"), Outcome.UNCHECKED),
    ],
)
def test_a_failure_that_one_likely_misreading_explains_is_no_failure(check: Check, outcome: Outcome) -> None:
    accounts = Accounts("scan.pdf", "", "", "", scanned=frozenset({(0, 2)}))
    (after,) = tempered([check], accounts)
    assert after.outcome is outcome
    assert bool(after.reason) is (outcome is Outcome.UNCHECKED)


def test_a_failure_by_a_doubted_figure_is_no_failure() -> None:
    place = Place(page=2)
    accounts = Accounts("scan.pdf", "", "", "", scanned=frozenset({(0, 2)}), doubted=frozenset({place}))
    (after,) = tempered([failed("1288.46", "1301.00")], accounts)
    assert after.outcome is Outcome.UNCHECKED
    beside = replace(accounts, doubted=frozenset({Place(page=2, box=(0, 0, 9, 9))}))  # a name that cannot be told
    (sum_of_page,) = tempered([failed("1288.46", "1301.00")], beside)
    assert (sum_of_page.outcome, "可信度低" in sum_of_page.reason) == (Outcome.UNCHECKED, True)
    elsewhere = replace(accounts, doubted=frozenset({Place(page=3)}))
    assert tempered([failed("1288.46", "1301.00")], elsewhere)[0].outcome is Outcome.FAILED
    (passed,) = tempered([replace(failed("1.00", "1.00"), outcome=Outcome.PASSED)], accounts)
    assert passed.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("recognised", "name"),
    [("支出決算表", "支出决算表"), ("行攻运行", "行政运行"), ("甲局办公楼", "甲局办公楼"), ("1,234.56", "1,234.56")],
)
def test_what_is_nearly_a_known_name_is_that_name(recognised: str, name: str) -> None:
    assert nearest(recognised) == name


def test_an_ordinal_is_no_misread_word() -> None:
    assert nearest("一、一般公共服务支出") == "一、一般公共服务支出"
    assert nearest("八、社会保障和就业支岀") == "八、社会保障和就业支出"


def test_a_lost_character_of_a_long_name_is_put_back() -> None:
    assert nearest("般公共预算财政拨款支出决算表") == "一般公共预算财政拨款支出决算表"
    assert nearest("收入決算表") == "收入决算表"


@pytest.mark.parametrize(
    ("code", "name", "right"),
    [
        ("30221", "委托业务费", "30227"),  # the one account of this name is a digit away
        ("30227", "委托业务费", "30227"),
        ("30999", "委托业务费", "30999"),  # nothing near
        ("30221", "无人知道的费用", "30221"),
        ("", "委托业务费", ""),
    ],
)
def test_a_code_beside_a_known_name_is_the_code_of_that_name(code: str, name: str, right: str) -> None:
    assert nearest_code(code, name) == right


@pytest.mark.parametrize(
    ("text", "misshapen"), [("632 32", True), ("45,00", True), ("1,632.32", False), (" 632.32 ", False)]
)
def test_a_figure_with_a_gap_is_none_as_they_are_written(text: str, misshapen: bool) -> None:
    assert is_misshapen(text) is misshapen


def test_a_short_stroke_that_meets_no_line_down_is_a_character() -> None:
    scale, picture = 2.0, np.zeros((400, 400), np.uint8)
    for x in (100, 300):
        cv2.line(picture, (x, 100), (x, 300), 255, 2)
    for y in (100, 200, 300):
        cv2.line(picture, (100, y), (300, y), 255, 2)
    cv2.line(picture, (150, 50), (210, 50), 255, 3)  # 一 and what stands beside it: 30 points
    rules, words = ink.rules_of(picture, scale)
    assert sorted(round(y * scale) for y, _, _ in rules.across) == [100, 200, 300]
    assert words[45:56, 150:210].any()
    assert not words[95:306].any()


def test_characters_that_fill_a_narrow_cell_from_side_to_side_are_no_line() -> None:
    scale, picture = 2.0, np.zeros((400, 400), np.uint8)
    for x in (100, 180, 300):
        cv2.line(picture, (x, 100), (x, 300), 255, 2)
    for y in (100, 300):
        cv2.line(picture, (100, y), (300, y), 255, 2)
    cv2.line(picture, (180, 200), (300, 200), 255, 2)  # a line of the second column alone
    for start in range(104, 172, 16):  # strokes of characters in the first, with a little room between them
        cv2.line(picture, (start, 180), (start + 12, 180), 255, 2)
    rules, words = ink.rules_of(picture, scale)
    assert sorted(round(y * scale) for y, _, _ in rules.across) == [100, 200, 300]
    assert words[178:183, 104:172].any()


@pytest.mark.parametrize(
    ("row", "right"),
    [
        (["1", "2", "3", "4", "5", "6", "1", "8"], ["1", "2", "3", "4", "5", "6", "7", "8"]),
        (["", "1", "2", "3", "4"], ["", "1", "2", "3", "4"]),
        (["1", "2", "1"], ["1", "2", "1"]),  # too few to be sure
        (["12.00", "2", "3", "9.10", "5", "1.30"], ["12.00", "2", "3", "9.10", "5", "1.30"]),
    ],
)
def test_the_numbers_of_columns_are_put_right(row: list[str], right: list[str]) -> None:
    assert counted(row) == right

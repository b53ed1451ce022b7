"""Strips of a page: the place boxed, personal data covered, an allowance kept."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from juesuan.document import Place
from juesuan.marking import occurrences
from juesuan.presentation.pictures import Pictures, Spot, whole_page
from juesuan.presentation.sheets import PIXELS

WIDTH, HEIGHT = 595.0, 842.0
PHONE = "13912345678"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "made.pdf"
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)
    for page in (1, 2):
        canvas.drawString(100, HEIGHT - 200, f"total 1234.50 of page {page}, share 12.30%")
        canvas.drawString(100, HEIGHT - 230, f"call {PHONE}")
        canvas.showPage()
    canvas.save()
    return path


def _image(src: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(src.split(",")[1])))


def _boxed(image: Image.Image) -> tuple[int, int, int, int]:
    """Where the box is, in pixels."""
    red, green, blue = image.convert("RGB").split()
    box = ImageChops.subtract(red, ImageChops.lighter(green, blue)).getbbox()
    assert box is not None
    return box


LINE = (90.0, 186.0, 400.0, 204.0)


def test_the_box_is_where_the_place_is(pdf: Path) -> None:
    (picture,) = Pictures(pdf).of([Spot(1, LINE)])
    left, _, right, _ = _boxed(_image(picture.src))
    scale = PIXELS / WIDTH
    assert (picture.page, picture.width) == (1, pytest.approx(PIXELS - 36 * scale, abs=2))
    assert left == pytest.approx((LINE[0] - 18) * scale, abs=6)
    assert right == pytest.approx((LINE[2] - 18) * scale, abs=6)


QUOTE = "total 1234.50 of page 1, share 12.30%"


def _span(pdf: Path, quote: str, *words: str) -> tuple[float, float]:
    meant = tuple(occurrences(quote, words))
    left, _, right, _ = _boxed(_image(Pictures(pdf).of([Spot(1, LINE, quote, meant)])[0].src))
    return left, right


def test_words_are_boxed_alone_where_the_quotation_is_found(pdf: Path) -> None:
    line, figure, share = _span(pdf, ""), _span(pdf, QUOTE, "1234.50"), _span(pdf, QUOTE, "12.30%")
    assert figure[1] - figure[0] < (line[1] - line[0]) / 3
    assert figure[1] < share[0]
    assert _span(pdf, QUOTE, "234.50") == _span(pdf, QUOTE)  # not inside a longer figure
    assert _span(pdf, "not in this document", "1234.50") == line


def test_a_short_quotation_is_boxed_as_a_whole_and_one_over_two_lines_twice(pdf: Path) -> None:
    left, top, right, bottom = _boxed(_image(Pictures(pdf).of([Spot(1, LINE, f"{QUOTE} call")])[0].src))
    scale = PIXELS / WIDTH
    assert right - left < (LINE[2] - LINE[0]) * scale
    assert bottom - top > 30 * scale


def test_near_places_share_a_strip_and_far_ones_do_not(pdf: Path) -> None:
    low = (90.0, 600.0, 400.0, 618.0)
    near = (90.0, 216.0, 400.0, 234.0)
    pages = [picture.page for picture in Pictures(pdf).of([Spot(2, LINE), Spot(1, near), Spot(1, LINE), Spot(1, low)])]
    assert pages == [1, 1, 2]


def test_personal_data_is_covered(pdf: Path) -> None:
    place = (90.0, 216.0, 140.0, 234.0)
    (picture,) = Pictures(pdf).of([Spot(1, place)])
    image, scale = _image(picture.src), PIXELS / WIDTH
    line = round((225 - (place[1] - 46)) * scale)
    pixels = {image.getpixel((round((x - 18) * scale), line)) for x in range(145, 180)}
    assert len(pixels) == 1


def test_the_same_place_is_the_same_bytes(pdf: Path) -> None:
    assert Pictures(pdf).of([Spot(1, LINE)]) == Pictures(pdf).of([Spot(1, LINE)])


def test_no_more_pictures_once_the_allowance_is_spent(pdf: Path) -> None:
    pictures = Pictures(pdf, allowance=1)
    assert len(pictures.of([Spot(1, LINE)])) == 1
    assert pictures.of([Spot(2, LINE)]) == []


def test_other_sources_have_no_pictures(tmp_path: Path) -> None:
    text = tmp_path / "made.txt"
    text.write_text("1", encoding="utf-8")
    for source in (text, tmp_path / "gone.pdf"):
        assert Pictures(source).of([Spot(1, LINE)]) == []


def test_a_whole_page_with_its_place(pdf: Path) -> None:
    picture = whole_page(pdf, Place(page=2, box=LINE))
    assert picture.height / picture.width == pytest.approx(HEIGHT / WIDTH, rel=0.01)
    assert _boxed(_image(picture.src))[1] == pytest.approx(LINE[1] * PIXELS / WIDTH, abs=6)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_drawn_upright_and_its_words_are_found(turn: int, tmp_path: Path) -> None:
    path = tmp_path / "turned.pdf"
    canvas = Canvas(str(path), pagesize=(HEIGHT, HEIGHT), invariant=True)
    canvas.setPageRotation(turn)
    canvas.drawString(100, HEIGHT - 200, "total 1234.50")
    canvas.save()
    (picture,) = Pictures(path).of([Spot(1, LINE, "total 1234.50", ((6, 13),))])
    left, _, right, _ = _boxed(_image(picture.src))
    scale = PIXELS / HEIGHT
    assert left == pytest.approx((100 + 23 - 18) * scale, abs=10)
    assert right - left < 60 * scale

"""Bad input: one clear line that names the file and says what is wrong with it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from juesuan.errors import MissingSource, NoTextLayer, SourceError, UnreadableSource
from juesuan.readers import load
from readers.made import pdf, table, write

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def form(canvas: Canvas) -> None:
    write(canvas, 72, 780, "支出决算表", "单位：万元")
    table(canvas, 72, 730, [120, 120], [["项目", "金额"], ["基本支出", "1.00"]])


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (20, 20))), 50, 50, 400, 600)


def refused(source: Path, kind: type[SourceError], said: str) -> None:
    with pytest.raises(kind) as caught:
        load(source)
    message = str(caught.value)
    assert source.name in message
    assert said in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "data", "kind", "said"),
    [
        ("empty.pdf", b"", UnreadableSource, "empty"),
        ("blank.txt", b" \n\n ", UnreadableSource, "blank"),
        ("text.pdf", "只有文字".encode(), UnreadableSource, "not a PDF"),
        ("junk.txt", random.Random(1).randbytes(4000), UnreadableSource, "neither"),
        ("junk.pdf", b"%PDF-1.7\n" + random.Random(2).randbytes(4000), UnreadableSource, "damaged"),
        ("bare.pdf", b"%PDF-1.7\n", UnreadableSource, "damaged"),
        ("report.docx", b"PK\x03\x04" + bytes(80), UnreadableSource, "archive"),
        ("report.doc", OLE + bytes(600), UnreadableSource, "unknown kind"),
        (
            "secret.docx",
            OLE + wide("EncryptedPackage"),
            UnreadableSource,
            "password",
        ),
        ("word.doc", OLE + wide("WordDocument"), UnreadableSource, "Word"),
        ("old.xls", OLE + wide("Workbook"), UnreadableSource, "workbook"),
        ("parts.rar", b"Rar!\x1a\x07" + bytes(80), UnreadableSource, "archive"),
        (
            "loading.html",
            b"<!DOCTYPE html><html><body><script>load()</script></body></html>",
            UnreadableSource,
            "words",
        ),
        ("scan.pdf", pdf(picture, picture), NoTextLayer, "no text layer"),
        ("shapes.pdf", pdf(lambda canvas: canvas.circle(200, 200, 90)), NoTextLayer, "no text layer"),
        ("cut.pdf", pdf(form)[:900], UnreadableSource, "cut off"),
        (
            "locked.pdf",
            pdf(form, encrypt=StandardEncryption("secret", "owner", strength=128)),
            UnreadableSource,
            "password",
        ),
        (
            "nocopy.pdf",
            pdf(form, encrypt=StandardEncryption("", "owner", canCopy=0, strength=128)),
            UnreadableSource,
            "not allow",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_refused(tmp_path: Path, name: str, data: bytes, kind: type[SourceError], said: str) -> None:
    source = tmp_path / name
    source.write_bytes(data)
    refused(source, kind, said)


def test_missing_file(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere.pdf", MissingSource, "no such file")


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    refused(tmp_path, MissingSource, "folder")


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "closed.txt"
    source.write_text("文字")

    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", denied)
    refused(source, UnreadableSource, "Permission denied")


@pytest.mark.parametrize("strength", [40, 128])
def test_an_encryption_without_password_is_no_hindrance(tmp_path: Path, strength: int) -> None:
    source = tmp_path / "open.pdf"
    source.write_bytes(pdf(form, encrypt=StandardEncryption("", "owner", strength=strength)))
    assert load(source).grids[0].texts() == [["项目", "金额"], ["基本支出", "1.00"]]


def test_the_bytes_tell_what_a_file_is_not_its_name(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_bytes(pdf(form))
    assert load(source).pages == 1


def test_a_pdf_whose_mark_stands_behind_other_bytes(tmp_path: Path) -> None:
    source = tmp_path / "late.pdf"
    source.write_bytes(b"\n" * 20 + pdf(form))
    assert load(source).pages == 1


def test_a_drawing_that_contains_itself_comes_to_an_end(tmp_path: Path) -> None:
    source = tmp_path / "loop.pdf"
    source.write_bytes(looping_pdf())
    assert [line.text for line in load(source).lines] == ["some words stand here"]


@pytest.mark.parametrize("seed", range(30))
def test_damage_never_escapes_as_another_error(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(pdf(form, form))
    for _ in range(chance.randrange(1, 25)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    source = tmp_path / "damaged.pdf"
    source.write_bytes(data[: chance.randrange(len(data) // 2, len(data))] if seed % 2 else data)
    try:
        load(source)
    except SourceError as error:
        assert "damaged.pdf" in str(error)


@pytest.mark.parametrize("size", [(14400, 14400), (1e7, 1e7), (5, 5)])
def test_pages_of_any_size(tmp_path: Path, size: tuple[float, float]) -> None:
    source = tmp_path / "size.pdf"
    source.write_bytes(pdf(form, size=size))
    assert load(source).pages == 1


def looping_pdf() -> bytes:
    """A PDF with a small ruled table and a drawing that draws itself."""
    rules = b"".join(b"%d 100 m %d 700 l S 100 %d m 500 %d l S " % (x, x, x + 100, x + 100) for x in (100, 300, 500))
    content = b"BT /F 10 Tf 120 650 Td (some words stand here) Tj ET /X Do " + rules
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Y 6 0 R>>>>/Length 5>>"
        b"stream\n/Y Do\nendstream",
    ]
    body = b"%PDF-1.4\n"
    starts = []
    for number, thing in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table_of_objects = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % start for start in starts)
    return body + table_of_objects + b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)

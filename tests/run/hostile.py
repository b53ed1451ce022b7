"""PDFs made to exhaust, to confuse or to act: written by hand, since no library makes such files."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

MEGABYTE = 2**20
TEXT = b"BT /F1 12 Tf 72 720 Td (final accounts 2024) Tj ET\n"
RULES = b"72 72 m 500 72 l S 72 72 m 72 500 l S 500 72 m 500 500 l S 72 500 m 500 500 l S 72 300 m 500 300 l S\n"


def pdf(
    content: bytes,
    *,
    box: str = "[0 0 595 842]",
    catalog: str = "",
    page: str = "",
    resources: str = "",
    kids: str = "[3 0 R]",
    count: int = 1,
    more: tuple[bytes, ...] = (),
    filters: str = "",
) -> bytes:
    """A PDF of one page with this content stream; further objects are numbered from 6."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids {kids} /Count {count} >>".encode(),
        (
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R {page} "
            f"/Resources << /Font << /F1 5 0 R >> {resources} >> >>"
        ).encode(),
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters.encode(), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ]
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)


def bomb() -> bytes:
    """A content stream of 20 kB that becomes 20 MB, and after the second filter 20 GB."""
    packed = zlib.compress(zlib.compress(bytes(20 * MEGABYTE), 9) * 1000, 9)
    return pdf(packed, filters="/Filter [/FlateDecode /FlateDecode]")


def blank_bomb() -> bytes:
    """A content stream of 300 kB that becomes 300 MB of spaces."""
    return pdf(zlib.compress(TEXT + b" " * (300 * MEGABYTE), 9), filters="/Filter /FlateDecode")


def nested() -> bytes:
    """Arrays in arrays, a hundred thousand deep."""
    return pdf(TEXT, page=f"/Deep {'[' * 100_000}{']' * 100_000}")


def nested_content() -> bytes:
    """Saved graphics states and arrays in a content stream, a hundred thousand deep."""
    return pdf(b"q " * 100_000 + b"[" * 100_000 + TEXT)


def huge_box() -> bytes:
    """A page of a thousand kilometres, with rules all over it."""
    return pdf(TEXT + RULES, box="[0 0 3000000000 3000000000]")


def many_lines() -> bytes:
    """A page of two hundred thousand rules."""
    rules = b"".join(b"%d %d m %d %d l S\n" % (i % 595, i % 842, (7 * i) % 595, i % 842) for i in range(200_000))
    return pdf(TEXT + rules)


def contains_itself() -> bytes:
    """A drawing that draws itself."""
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\n"
    return pdf(TEXT + b"/X Do", resources="/XObject << /X 6 0 R >>", more=(form + b"stream\n/X Do\nendstream",))


def endless_tree() -> bytes:
    """A tree of pages that is its own branch."""
    return pdf(TEXT, kids="[2 0 R 3 0 R]", count=1_000_000)


def one_page_often() -> bytes:
    """The same page, twenty thousand times."""
    return pdf(TEXT, kids="[" + "3 0 R " * 20_000 + "]", count=20_000)


def huge_picture() -> bytes:
    """A picture of a terapixel."""
    head = "<< /Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /ColorSpace /DeviceRGB"
    picture = f"{head} /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream".encode()
    return pdf(TEXT + b"500 0 0 500 0 0 cm /P Do", resources="/XObject << /P 6 0 R >>", more=(picture,))


def acting(marker: Path) -> bytes:
    """A page that would launch a program, run a script, fetch a file and unpack another when opened."""
    launch = f"<< /S /Launch /F (/usr/bin/touch) /P ({marker}) /Unix << /F (/usr/bin/touch) /P ({marker}) >> >>"
    script = f"<< /S /JavaScript /JS (app.launchURL\\('file://{marker}'\\)) >>"
    fetch = "<< /S /URI /URI (http://127.0.0.1:9/) >>"
    attachment = "<< /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>] >>"
    catalog = f"/OpenAction {launch} /AA << /WC {script} >> /Names << /EmbeddedFiles {attachment} >>"
    page = f"/AA << /O {launch} /C {fetch} >>"
    return pdf(TEXT, catalog=catalog, page=page, more=(b"<< /Length 2 >>\nstream\nMZ\nendstream",))


EXHAUSTING: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        bomb,
        blank_bomb,
        nested,
        nested_content,
        huge_box,
        many_lines,
        contains_itself,
        endless_tree,
        one_page_often,
        huge_picture,
    )
}

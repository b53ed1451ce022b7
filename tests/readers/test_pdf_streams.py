"""A PDF that unpacks to gigabytes is refused before it does; what pages need is read."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from juesuan.errors import LimitExceeded
from juesuan.readers.limits import TooLarge
from juesuan.readers.pdf_pages import open_pdf
from juesuan.readers.pdf_streams import MOST_OF_CONTENT, MOST_OF_PICTURE, check_streams

DENSE = zlib.compress(b" " * (MOST_OF_CONTENT + 1), 9)


def stream(dictionary: str, packed: bytes) -> bytes:
    return f"1 0 obj <<{dictionary}/Length {len(packed)}>> stream\n".encode() + packed + b"\nendstream endobj\n"


@pytest.mark.parametrize(
    "data",
    [
        stream("/Filter/FlateDecode", DENSE),
        stream("/Filter [/FlateDecode /FlateDecode]", zlib.compress(DENSE, 9)),
        stream("/Filter/FlateDecode", zlib.compress(b"0 0 m 9 9 l S\n")) + stream("/Filter /Fl", DENSE),
    ],
    ids=["once", "twice", "the second stream"],
)
def test_what_unpacks_to_more_than_a_page_holds_is_refused(data: bytes) -> None:
    with pytest.raises(TooLarge, match=f"{MOST_OF_CONTENT:,}"):
        check_streams(data)


@pytest.mark.parametrize(
    "data",
    [
        stream("/Filter/FlateDecode", zlib.compress(b"1" * MOST_OF_CONTENT, 9)),
        stream("/Subtype/Image/Filter/FlateDecode", DENSE),
        stream("", DENSE),
        b"%PDF-1.7 and no more",
        stream("/Filter/FlateDecode", DENSE[:20_000]),
        stream("/Filter/FlateDecode", b"damaged" * 10_000),
    ],
    ids=["just so large", "a picture", "not packed", "no stream", "cut off", "damaged"],
)
def test_what_a_page_may_hold_passes(data: bytes) -> None:
    check_streams(data)


def test_the_error_is_typed_and_names_the_limit() -> None:
    assert MOST_OF_PICTURE > MOST_OF_CONTENT
    with pytest.raises(LimitExceeded, match="unpacks to more than"):
        open_pdf(b"%PDF-1.4\n" + stream("/Filter/FlateDecode", DENSE), Path("made.pdf"))

"""Streams of a PDF that unpack to more than any page holds, found before pdfium unpacks them whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

from juesuan.readers.limits import TooLarge

MOST_OF_PICTURE = 400_000_000  # bytes of one stream; a page of A3 in colours at 600 dots per inch has 210 million
MOST_OF_CONTENT = 30_000_000  # of drawing and text; a page with more is a map, whose lines alone take minutes
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 600  # bytes before a stream in which its dictionary is looked at
_PICTURE = re.compile(rb"/Image\b|/XObject/Subtype/Image")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DENSEST = 1032  # times as many bytes as were packed can come out of one filter
_TAKEN = 65_536  # bytes unpacked at a time


def check_streams(data: bytes) -> None:
    """Raise `TooLarge` for a PDF with a stream that unpacks to more than is read."""
    starts = [match.end() for match in _STREAM.finditer(data)]
    for start, following in pairwise([*starts, len(data)]):
        dictionary = data[max(start - _DICTIONARY, 0) : start].rpartition(b" obj")[2]
        most = MOST_OF_PICTURE if _PICTURE.search(dictionary) else MOST_OF_CONTENT
        filters = len(_PACKED.findall(dictionary))
        if (following - start) * _DENSEST**filters > most and _size(data, start, following, filters, most) > most:
            raise TooLarge(f"a stream at byte {start:,} unpacks to more than {most:,} bytes")


def _size(data: bytes, start: int, end: int, filters: int, most: int) -> int:
    """The bytes that a stream unpacks to, counted until they are more than `most`."""
    pieces: Iterator[bytes] = (data[at : min(at + _TAKEN, end)] for at in range(start, end, _TAKEN))
    for _ in range(filters):
        pieces = _unpacked(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            break
    return size


def _unpacked(packed: Iterator[bytes]) -> Iterator[bytes]:
    """What comes out of one filter, in small pieces; it ends where the data end or are damaged."""
    inflater = zlib.decompressobj()
    for piece in packed:
        while piece and not inflater.eof:
            try:
                yield inflater.decompress(piece, _TAKEN)
            except zlib.error:
                return
            piece = inflater.unconsumed_tail
        if inflater.eof:
            return

"""From a path to a document: what the bytes are is told by the bytes, not by the file's name."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

from juesuan.document import Document
from juesuan.errors import MissingSource, UnreadableSource
from juesuan.readers.encoding import decode
from juesuan.readers.pdf import load_pdf
from juesuan.readers.text import load_text

_PDF_MARK = b"%PDF-"
_PDF_MARK_WITHIN = 1024  # bytes of other matter that readers of PDF accept before the mark
_OTHER_KINDS = (
    (b"PK\x03\x04", "a ZIP, Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
)


def load(source: Path) -> Document:
    """The document in a PDF or text file.

    Raises `MissingSource`, `UnreadableSource` or `NoTextLayer`.
    """
    data = _bytes(source)
    if _PDF_MARK in data[:_PDF_MARK_WITHIN]:
        return load_pdf(data, source)
    kind = next((kind for mark, kind in _OTHER_KINDS if data.startswith(mark)), None)
    if kind is not None:
        raise UnreadableSource(source, f"is {kind}", "save it as PDF or text")
    if source.suffix.lower() == ".pdf":
        raise UnreadableSource(source, "is not a PDF though its name says so", "rename it to .txt if it is a text")
    text = decode(data)
    if text is None:
        raise UnreadableSource(source, "is neither a PDF nor a text in UTF-8, UTF-16 or GB18030")
    if not text.strip():
        raise UnreadableSource(source, "holds nothing but blanks")
    return dataclasses.replace(load_text(text, source.name), digest=hashlib.sha256(data).hexdigest())


def _bytes(source: Path) -> bytes:
    if source.is_dir():
        raise MissingSource(source, "is a folder, not a file", "name the files in it")
    if not source.is_file():
        raise MissingSource(source, "there is no such file", "check the path")
    try:
        data = source.read_bytes()
    except OSError as error:
        raise UnreadableSource(source, f"cannot be opened: {error.strerror}") from error
    if not data:
        raise UnreadableSource(source, "is empty")
    return data

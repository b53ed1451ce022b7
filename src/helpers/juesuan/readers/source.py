"""From a path to a document: what the bytes are is told by the bytes, not by the file's name."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

from juesuan.document import Document
from juesuan.errors import MissingSource, UnreadableSource
from juesuan.readers.archives import is_archive
from juesuan.readers.encoding import decode
from juesuan.readers.office import office_kind
from juesuan.readers.page_kind import is_html
from juesuan.readers.text import load_text
from juesuan.readers.web_archive import is_web_archive, page_of_archive

_PDF_MARK = b"%PDF-"
_PDF_MARK_WITHIN = 1024  # bytes of other matter that readers of PDF accept before the mark
_OTHER_KINDS = (
    (b"Rar!", "an archive", "unpack it"),
    (b"7z\xbc\xaf", "an archive", "unpack it"),
    (b"\x1f\x8b", "an archive", "unpack it"),
)


def load(source: Path) -> Document:
    """The document in a file: PDF, web page, Word file, workbook or text.

    Raises `MissingSource`, `UnreadableSource`, `NoTextLayer` or `LimitExceeded`. What a format needs is
    loaded with the first file of it: a text need not wait for it.
    """
    data = _bytes(source)
    digest = hashlib.sha256(data).hexdigest()
    if _PDF_MARK in data[:_PDF_MARK_WITHIN]:
        from juesuan.readers.pdf import load_pdf

        return load_pdf(data, source)
    if is_archive(data):
        raise UnreadableSource(source, "is an archive", "unpack it, or audit it as a whole")
    office = office_kind(data, source)
    if office is not None:
        return office.load(data, source, digest)
    for mark, kind, remedy in _OTHER_KINDS:
        if data.startswith(mark):
            raise UnreadableSource(source, f"is {kind}", remedy)
    if source.suffix.lower() == ".pdf":
        raise UnreadableSource(source, "is not a PDF though its name says so", "rename it to .txt if it is a text")
    text = page_of_archive(data, source) if is_web_archive(data) else decode(data)
    if text is None:
        raise UnreadableSource(source, "is neither a PDF nor a text in UTF-8, UTF-16 or GB18030")
    if not text.strip():
        raise UnreadableSource(source, "holds nothing but blanks")
    if is_html(text):
        from juesuan.readers.html import load_html

        return load_html(text, source, digest)
    return dataclasses.replace(load_text(text, source.name), digest=digest)


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

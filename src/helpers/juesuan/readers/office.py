"""Which office program wrote the bytes of a file, told by what stands in its container."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from juesuan.document import Document
from juesuan.errors import UnreadableSource
from juesuan.readers.archives import ZIP, demand_moderate

_OLE, _RTF = b"\xd0\xcf\x11\xe0", b"{\\rtf"

Loader = Callable[[bytes, Path, str], Document]


class Office(Enum):
    """Office files that are read."""

    WORD = "word"
    XLSX = "xlsx"
    XLS = "xls"

    def load(self, data: bytes, source: Path, digest: str) -> Document:
        """The document in the bytes of such a file."""
        from juesuan.readers.word import load_word
        from juesuan.readers.workbooks import load_xls, load_xlsx

        loader: Loader = {Office.WORD: load_word, Office.XLSX: load_xlsx, Office.XLS: load_xls}[self]
        return loader(data, source, digest)


def office_kind(data: bytes, source: Path) -> Office | None:
    """What kind of office file it is, None where it is none; raises `UnreadableSource` or `LimitExceeded`."""
    if data.startswith(ZIP):
        return _zipped(data, source)
    if data.startswith(_OLE):
        return _old(data, source)
    return Office.WORD if data.startswith(_RTF) else None


def _old(data: bytes, source: Path) -> Office:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise UnreadableSource(source, "is protected by a password", "save it without one")
    if holds("WordDocument"):
        return Office.WORD
    if holds("Workbook") or holds("Book"):
        return Office.XLS
    raise UnreadableSource(source, "is an office file of an unknown kind", "save it as .docx, .xlsx or PDF")


def _zipped(data: bytes, source: Path) -> Office | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableSource(source, "is a damaged archive or office file", "fetch it again") from error
    names = {member.filename for member in members}
    if "xl/workbook.bin" in names:
        raise UnreadableSource(source, "is a binary workbook", "save it as .xlsx")
    kinds = {"word/document.xml": Office.WORD, "xl/workbook.xml": Office.XLSX, "content.xml": Office.WORD}
    kind = next((kind for name, kind in kinds.items() if name in names), None)
    if kind is not None:
        demand_moderate(members, source)
    return kind

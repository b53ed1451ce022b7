"""From what a user has in hand – a path, bytes, an open file – to a file that can be read and pictured."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import IO

from juesuan.errors import MissingSource

Given = str | os.PathLike[str] | bytes | bytearray | IO[bytes] | IO[str]

_UNNAMED = "document"  # the name of a document whose bytes alone are given
_PDF_MARK, _PDF_MARK_WITHIN = b"%PDF-", 1024


def file_of(source: Given) -> Path:
    """The file that a source is; bytes become one that lasts as long as the program, the same for the same bytes.

    A text file that was opened as such is taken as UTF-8. Raises `MissingSource` for a folder, a path that does
    not exist, and anything that is no source.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return _kept(bytes(source), _UNNAMED)
    if hasattr(source, "read"):
        data = source.read()
        name = getattr(source, "name", "")
        written = data.encode() if isinstance(data, str) else bytes(data)
        return _kept(written, Path(name).name if isinstance(name, str) and name else _UNNAMED)
    if not isinstance(source, str | os.PathLike):
        raise MissingSource(repr(source)[:80], "is no source", "give a path, bytes or an open file")
    if isinstance(source, str) and "\n" in source:
        raise MissingSource("source", "a path is wanted, not a text", "give the text as bytes: text.encode()")
    path = Path(source).expanduser()
    if path.is_dir():
        raise MissingSource(path, "is a folder", "juesuan.collect audits all that is in it")
    if not path.is_file():
        raise MissingSource(path, f"there is no such file in {Path.cwd()}", "check the path")
    return path


def _kept(data: bytes, name: str) -> Path:
    suffix = ".pdf" if _PDF_MARK in data[:_PDF_MARK_WITHIN] and not Path(name).suffix else ""
    path = scratch() / hashlib.sha256(data).hexdigest()[:16] / f"{name}{suffix}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@cache
def scratch() -> Path:
    """A folder of this process that is gone when it ends."""
    folder = tempfile.mkdtemp(prefix="juesuan-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)

"""Archives: the files in a ZIP, and in the archives within it, within limits; nothing is written outside a folder."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from juesuan.errors import LimitExceeded, SourceError, UnreadableSource

ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OFFICE = ("[Content_Types].xml", "mimetype")  # members by which an office file is known
_MOST_MEMBERS = 5000
_MOST_BYTES = 500_000_000  # of all members, unpacked
_MOST_BYTES_OF_ONE = 150_000_000
_LARGE = 10_000_000
_DENSEST = 300  # times that a large member may be larger than packed; XML of tables packs 20 to 100 times
_DEEPEST = 3  # archives within archives
_UTF8_NAME = 0x800  # flag of a member whose name is UTF-8; others are in the code page of the system that packed it
_REMAINS = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^/]*$|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_UNSAFE = re.compile(r'[<>:"\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive: its path there, and its bytes, or why they could not be had."""

    name: str
    data: bytes = b""
    error: SourceError | None = None


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a ZIP that is no office file."""
    if not data.startswith((ZIP, _EMPTY_ZIP)):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not any(name in _OFFICE for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return True


def members(source: Path) -> list[Member]:
    """The files in an archive, those of archives within it under `inner.zip/name`, in the order of their names.

    Raises `UnreadableSource` where it is damaged, `LimitExceeded` where it holds more than a disclosure.
    """
    return sorted(_members(source.read_bytes(), source, ""), key=lambda member: member.name)


def unpack(source: Path, folder: Path) -> list[tuple[Path, SourceError | None]]:
    """The files of an archive written into `folder`, each with the error where it could not be had.

    Names that lead out of the folder, or that a file system refuses, are made harmless.
    """
    unpacked = []
    for member in members(source):
        path = folder / _harmless(member.name)
        if member.error is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(member.data)
        unpacked.append((path, member.error))
    return unpacked


def demand_moderate(found: list[zipfile.ZipInfo], source: Path | str) -> None:
    """Raise `LimitExceeded` where an archive or office file unpacks to more than any disclosure holds."""
    sizes = [member.file_size for member in found]
    if len(found) > _MOST_MEMBERS or sum(sizes) > _MOST_BYTES or max(sizes, default=0) > _MOST_BYTES_OF_ONE:
        raise LimitExceeded(source, "unpacks to more than can be read", "is it the right file?")
    if any(each.file_size > _LARGE and each.file_size > _DENSEST * each.compress_size for each in found):
        raise LimitExceeded(source, "is packed far denser than any document", "is it the right file?")


def _members(data: bytes, source: Path, within: str, depth: int = 0) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableSource(source, "is a damaged archive", "fetch it again") from error
    with archive:
        demand_moderate(archive.infolist(), source)
        for info in archive.infolist():
            name = within + _name(info)
            if not info.is_dir() and not _REMAINS.search(name):
                yield from _member(archive, info, source, name, depth)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Path, name: str, depth: int) -> Iterator[Member]:
    where = f"{source}/{name}"
    if info.flag_bits & 1:
        yield Member(name, error=UnreadableSource(where, "is protected by a password", "unpack it yourself"))
        return
    try:
        content = archive.read(info)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, RuntimeError):
        yield Member(name, error=UnreadableSource(where, "is damaged within its archive", "fetch it again"))
        return
    if not is_archive(content):
        yield Member(name, content)
    elif depth + 1 >= _DEEPEST:
        yield Member(name, error=LimitExceeded(where, "is an archive within archives", "unpack it yourself"))
    else:
        try:
            yield from list(_members(content, source, f"{name}/", depth + 1))
        except SourceError as error:
            yield Member(name, error=type(error)(where, error.reason, error.remedy))


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member; without the flag for UTF-8 it is Chinese in the code page that zipfile takes for cp437."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _harmless(name: str) -> Path:
    parts = [_UNSAFE.sub("_", part) for part in PurePosixPath(name.replace("\\", "/")).parts]
    kept = [part for part in parts if part.strip(". ") and part != "/"]
    return Path(*kept) if kept else Path("_")

"""Which files a run is about: those named, and those in the folders named."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from juesuan.errors import MissingSource, SourceError, UnreadableSource

SUFFIXES = {".pdf", ".txt", ".md"}
ABOUT_THE_FOLDER = "readme"
CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Source:
    """A file to audit; `name` tells it from the others of the run and is the same on every machine."""

    path: Path
    name: str


def find(places: Sequence[Path], out: Path) -> tuple[list[Source], list[SourceError]]:
    """The sources in files and folders, in the order of their names, and what could not be used.

    Folders are searched whole, but for hidden files, notes about the folder, what is below `out`,
    and symbolic links that lead out of the folder. A file reached on two ways is taken once.
    """
    found: dict[str, tuple[Path, Path]] = {}
    refused: list[SourceError] = []
    for place in places:
        if place.is_dir():
            inside = list(_below(place, out.resolve()))
            if not inside:
                refused.append(MissingSource(place, "holds no PDF or text file", "name a folder with disclosures"))
            for path in inside:
                found.setdefault(os.path.realpath(path), (path, path.relative_to(place)))
        elif place.is_file():
            found.setdefault(os.path.realpath(place), (place, Path(place.name)))
        elif place.exists():
            refused.append(MissingSource(place, "is neither a file nor a folder"))
        else:
            refused.append(MissingSource(place, "there is no such file or folder", "check the path"))
    for path in [path for path, _ in found.values() if not _is_unicode(path)]:
        refused.append(UnreadableSource(path, "has a name that is not Unicode", "rename it"))
        del found[os.path.realpath(path)]
    return _named(list(found.values())), refused


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _below(folder: Path, out: Path) -> Iterator[Path]:
    root = folder.resolve()
    for where, folders, files in os.walk(folder, followlinks=False):
        here = Path(where)
        folders[:] = [name for name in folders if not _is_hidden(name) and (here / name).resolve() != out]
        for name in files:
            path = here / name
            if _is_disclosure(path) and path.resolve().is_relative_to(root) and path.is_file():
                yield path


def _is_disclosure(path: Path) -> bool:
    about = path.stem.lower() == ABOUT_THE_FOLDER
    return path.suffix.lower() in SUFFIXES and not _is_hidden(path.name) and not about


def _is_hidden(name: str) -> bool:
    return name.startswith(".") and not name.startswith("..")


def _is_unicode(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _named(found: list[tuple[Path, Path]]) -> list[Source]:
    """Give every path a name of its own: as short as it was, longer where two were the same."""
    names = [PurePosixPath(relative.as_posix()) for _, relative in found]
    depth = 0
    while twins := {name for name, count in Counter(names).items() if count > 1}:
        depth += 1
        names = [
            PurePosixPath(*path.resolve().parts[-len(relative.parts) - depth :]) if name in twins else name
            for name, (path, relative) in zip(names, found, strict=True)
        ]
    named = [Source(path, str(name)) for name, (path, _) in zip(names, found, strict=True)]
    return sorted(named, key=lambda source: source.name)

"""Which files a run is about: those named, and those in the folders named."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from juesuan.batch import journal
from juesuan.errors import MissingSource, SourceError, UnreadableSource
from juesuan.readers.archives import ZIP, is_archive, unpack

ABOUT_THE_FOLDER = "readme"
CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Source:
    """A file to audit; `name` tells it from the others of the run and is the same on every machine.

    `path` is where its bytes stand, `origin` what a user is told: they differ for a member of an archive.
    """

    path: Path
    name: str
    origin: str


def find(places: Sequence[Path], out: Path) -> tuple[list[Source], list[SourceError]]:
    """The sources in files and folders, in the order of their names, and what could not be used.

    Folders are searched whole, but for hidden files, the note about the folder, what is below `out` or was
    written by another run, and symbolic links that lead out of the folder. A file reached on two ways is taken once.
    """
    found: dict[str, tuple[Path, Path]] = {}
    refused: list[SourceError] = []
    for place in places:
        if place.is_dir():
            inside = list(_below(place, out.resolve()))
            if not inside:
                refused.append(MissingSource(place, "holds no file", "name a folder with disclosures"))
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


def unpacked(found: Sequence[Source], folder: Path) -> tuple[list[Source], list[SourceError]]:
    """The sources with the members of archives in their place, written below `folder`, and what could not be had."""
    taken: list[Source] = []
    refused: list[SourceError] = []
    for number, source in enumerate(found):
        if not _is_archive(source.path):
            taken.append(source)
            continue
        room = folder / f"archive-{number}"
        try:
            members = unpack(source.path, room)
        except SourceError as error:
            refused.append(error)
            continue
        if not members:
            refused.append(UnreadableSource(source.origin, "is an archive without files"))
        refused += [error for _, error in members if error is not None]
        inside = [path.relative_to(room).as_posix() for path, error in members if error is None]
        taken += [Source(room / name, f"{source.name}/{name}", f"{source.origin}/{name}") for name in inside]
    return taken, refused


def _is_archive(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as file:  # who reads it will tell what is wrong with it
        return file.read(len(ZIP)) == ZIP and is_archive(path.read_bytes())
    return False


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _below(folder: Path, out: Path) -> Iterator[Path]:
    root = folder.resolve()
    for where, folders, files in os.walk(folder, followlinks=False):
        here = Path(where)
        if journal.NAME in files:  # what another run has written
            folders.clear()
            continue
        folders[:] = [name for name in folders if not _is_hidden(name) and (here / name).resolve() != out]
        for name in files:
            path = here / name
            if _is_taken(path) and path.resolve().is_relative_to(root) and path.is_file():
                yield path


def _is_taken(path: Path) -> bool:
    """Whether a file of a folder is one that somebody put there to be read: its reader decides what it is."""
    return not _is_hidden(path.name) and path.stem.lower() != ABOUT_THE_FOLDER


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
    named = [Source(path, str(name), str(path)) for name, (path, _) in zip(names, found, strict=True)]
    return sorted(named, key=lambda source: source.name)

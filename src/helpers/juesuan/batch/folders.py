"""The folder of outputs: departments come into it whole, by one rename, or not at all.

Names are the same whatever the order of work. Of several disclosures with one department and year
the source that comes first by name has the plain folder; the others carry a mark of their source.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from juesuan.batch.task import Made

try:
    import fcntl
except ImportError:  # pragma: no cover  # no such locks on this system: one run at a time
    fcntl = None  # type: ignore[assignment]

SUMMARY = "audit.json"
INDEX = "index.html"
CITY, BODIES = "city.html", "bodies"  # pages over many documents, and the folder of those of one body each
WORKBOOK = "findings.xlsx"
PACKAGE = "datapackage.json"
DATABASE = "juesuan.sqlite"
STAGING = ".staging"
OUTDATED = "_outdated"  # the name of no department begins so
LONGEST = 80  # bytes of a department's name in a folder's name; file systems allow 255 for the whole
UNNAMED = "unnamed"

_UNSAFE = re.compile(r'[\s./\\:*?"<>|\'`$&;!#%{}^~]+')


def folder_name(department: str, year: str, marks: Sequence[str] = ()) -> str:
    """`department-year` and what else tells it from others: one safe name on every file system.

    It has no separators, no dots, nothing invisible, and is not too long.
    """
    shown = "".join(each for each in unicodedata.normalize("NFC", department) if unicodedata.category(each)[0] != "C")
    name = _UNSAFE.sub("_", shown).strip("_-") or UNNAMED
    if len(name.encode()) > LONGEST:
        cut = name.encode()[: LONGEST - 9].decode(errors="ignore")
        name = f"{cut}-{_mark(name)}"
    dated = f"{name}-{year}" if re.fullmatch(r"\d{4}", year) else name
    return "-".join((dated, *marks))


class Outputs:
    """The folder that `--out` names; use as a context, in which `staging` is this run's own place to work."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.staging = root

    def __enter__(self) -> Outputs:
        self.root.mkdir(parents=True, exist_ok=True)
        with self.locked():
            staging = self.root / STAGING
            staging.mkdir(exist_ok=True)
            _remove_abandoned(staging)
            self.staging = Path(tempfile.mkdtemp(dir=staging))
            self._alive = _lock(self.staging)
        return self

    def __exit__(self, *_: object) -> None:
        with self.locked():
            shutil.rmtree(self.staging, ignore_errors=True)
            _unlock(self._alive)
            with contextlib.suppress(OSError):  # another run is at work
                self.staging.parent.rmdir()

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs from changing this folder meanwhile."""
        held = _lock(self.root)
        try:
            yield
        finally:
            _unlock(held)

    def made(self) -> dict[str, tuple[Made, ...]]:
        """What stands here, whole: by folder the file it was made from, or all that were joined in it."""
        found = {}
        for path in sorted(self.root.glob(f"*/{SUMMARY}")):
            summary = read_summary(path.parent)
            if summary is not None:
                found[path.parent.name] = _made(summary)
        return found

    def take_in(self, staged: Path, department: str, year: str, source: str, marks: Sequence[str] = ()) -> str:
        """Move a staged department to its place, instead of what its source gave before; the folder's name.

        Where the department is not known the source gives the name.
        """
        base = folder_name(department or PurePosixPath(source).stem, year, marks)
        plain, marked = self.root / base, self.root / f"{base}-{_mark(source)}"
        with self.locked():
            standing = self._alike(plain)
            holder = self._holder(standing)
            if holder is not None and source < holder:
                standing.replace(self.root / f"{standing.name}-{_mark(holder)}")
                holder = None
            if holder is None or holder == source:
                self._discard(marked)
                self._discard(plain)
                staged.replace(plain)
                return plain.name
            self._discard(marked)
            staged.replace(marked)
            return marked.name

    def _alike(self, folder: Path) -> Path:
        """The folder that stands where this one would on a file system that takes capitals for small letters."""
        if folder.name.lower() == folder.name.upper() or folder.exists():
            return folder
        return next((each for each in self.root.iterdir() if each.name.lower() == folder.name.lower()), folder)

    def set_aside(self, folder: str, made: Made) -> str:
        """Keep a department's folder where nobody takes it for current; its new path below the root.

        "" where the folder is not, or no longer, made so.
        """
        with self.locked():
            standing = self._standing(folder, made)
            if standing is None:
                return ""
            aside = self.root / OUTDATED / f"{standing.name}-{made.digest[:8]}"
            aside.parent.mkdir(exist_ok=True)
            self._discard(aside)
            standing.replace(aside)
            return aside.relative_to(self.root).as_posix()

    def discard_aside(self, path: str) -> None:
        """Remove what was set aside under a path below the root, if it is there."""
        with self.locked():
            aside = self.root / OUTDATED / PurePosixPath(path).name
            if read_summary(aside) is not None:
                self._discard(aside)
                with contextlib.suppress(OSError):  # others were set aside too
                    aside.parent.rmdir()

    def discard(self, folder: str, made: Made) -> None:
        """Remove a department's folder, if it still is made so."""
        with self.locked():
            standing = self._standing(folder, made)
            if standing is not None:
                self._discard(standing)

    def _standing(self, folder: str, made: Made) -> Path | None:
        """Where a folder is by now: one that comes first by its source may have taken its plain name."""
        for path in (self.root / folder, self.root / f"{folder}-{_mark(made.source)}"):
            summary = read_summary(path)
            if summary is not None and made in _made(summary):
                return path
        return None

    def _holder(self, folder: Path) -> str | None:
        """The source a folder was made from; "" for a folder that is none of ours, None for no folder."""
        if not folder.exists():
            return None
        summary = read_summary(folder)
        return "" if summary is None else str(summary.get("source", ""))

    def _discard(self, folder: Path) -> None:
        if folder.exists():
            grave = Path(tempfile.mkdtemp(dir=self.staging))
            folder.replace(grave / "old")
            shutil.rmtree(grave, ignore_errors=True)


def read_summary(folder: Path) -> dict[str, Any] | None:
    """The summary of a department's folder; None where there is none or it is damaged."""
    try:
        summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return summary if isinstance(summary, dict) else None


def _made(summary: dict[str, Any]) -> tuple[Made, ...]:
    """What a folder was made from: one file, or each of those that were joined."""
    made = Made(*(str(summary.get(key, "")) for key in ("source", "digest", "program", "language")))
    joined = summary.get("parts") or ()
    return tuple(replace(made, source=each["source"], digest=each["digest"]) for each in joined) or (made,)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()[:8]


def _remove_abandoned(staging: Path) -> None:
    """Clear what killed runs left: nobody holds the lock on it any more."""
    for folder in staging.iterdir():
        held = _lock(folder, wait=False)
        if held is not None:
            shutil.rmtree(folder, ignore_errors=True)
            _unlock(held)


def _lock(folder: Path, *, wait: bool = True) -> int | None:
    """Hold a folder until `_unlock` or this process's end; None where somebody else does."""
    if fcntl is None:  # pragma: no cover
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def _unlock(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)

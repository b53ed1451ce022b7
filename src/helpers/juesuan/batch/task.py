"""What goes to a process that audits, and what comes back from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from juesuan.additions import Additions


@dataclass(frozen=True, slots=True)
class Made:
    """What a department's folder is made from; the same four make the same folder.

    `source` is the name of the source in its run, `digest` the SHA-256 of its bytes, `program` the
    identity of the code.
    """

    source: str
    digest: str
    program: str
    language: str


@dataclass(frozen=True, slots=True)
class Task:
    """A source to audit: the absolute paths of its files, mostly one, and a folder of this run in which to work.

    `made` is of the first file; `parts` are all of them where they are joined; `additions` are adopted first.
    """

    paths: tuple[str, ...]
    made: Made
    staging: str
    parts: tuple[Made, ...] = ()
    additions: Additions = field(default_factory=Additions)


@dataclass(frozen=True, slots=True)
class Staged:
    """A department's whole folder, ready to be moved to its place; counts are by outcome and by severity.

    `marks` tell it from the department's final accounts in the folder's name.
    """

    folder: str
    department: str
    year: str
    marks: tuple[str, ...]
    outcomes: dict[str, int]
    findings: dict[str, int]
    crashes: int = 0  # rules that failed on it


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a task: `staged`, a folder for each body, or the reason why not, in one clause.

    `bundles` are the folders that hold parts of one disclosure, where that was asked.
    `trace` is the traceback of a bug, `full` says that the disk is. `peak` is the most memory held,
    in bytes; times are UTC in ISO 8601.
    """

    staged: tuple[Staged, ...] = ()
    bundles: tuple[tuple[str, ...], ...] = ()
    reason: str = ""
    trace: str = ""
    full: bool = False
    peak: int = 0
    start: str = ""
    end: str = ""
    seconds: float = 0.0

"""`run.jsonl`: one line for each source of each run, for people who ask afterwards and for programs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

NAME = "run.jsonl"


class Result(StrEnum):
    """How a source fared in a run."""

    AUDITED = "audited"
    UNCHANGED = "unchanged"
    JOINED = "joined"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one source in one run, which is known by the time it began.

    `start` and `end` are UTC in ISO 8601, `peak_memory` is in bytes. `folder` is where the
    department stands; for a source that failed, where the audit of an earlier version of it does.
    `reason` is why it could not be audited, `trace` the traceback of a bug.
    """

    run: str
    source: str
    digest: str
    start: str
    end: str
    outcome: Result
    seconds: float
    peak_memory: int
    folder: str = ""
    reason: str = ""
    trace: str = ""


def add(out: Path, entry: Entry) -> None:
    """Append one line, whole or not at all."""
    line = json.dumps(asdict(entry), ensure_ascii=True) + "\n"
    descriptor = os.open(out / NAME, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)


def failures(out: Path) -> list[Entry]:
    """Sources whose last entry is a failure, by name; those of earlier runs only while the source exists."""
    last: dict[str, Entry] = {}
    run = ""
    for entry in entries(out):
        last[entry.source] = entry
        run = entry.run
    standing = (entry for entry in last.values() if entry.run == run or Path(entry.source).exists())
    return sorted((entry for entry in standing if entry.outcome == Result.FAILED), key=lambda entry: entry.source)


def entries(out: Path) -> Iterator[Entry]:
    """All that is readable, the oldest first."""
    try:
        lines = (out / NAME).open(encoding="utf-8")
    except FileNotFoundError:
        return
    with lines:
        for line in lines:
            try:
                yield Entry(**json.loads(line))
            except (ValueError, TypeError):  # torn by a full disk, or of another version
                continue

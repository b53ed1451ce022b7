"""What is measured: clean, harmlessly changed and planted disclosures, one task a document."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.audit import audit, meets
from corpus.catalogue import Site, planted
from corpus.dialect import DIALECTS, Dialect
from corpus.harmless import HARMLESS
from corpus.manuscript import Manuscript
from corpus.provinces import SETS, in_media, set_name
from corpus.publish import department_of, made, publish
from corpus.truth import (
    compared,
    read_cells,
    read_indicators,
    read_statements,
    true_cells,
    true_indicators,
    true_statements,
)
from juesuan.findings import Finding

READ = ("cells", "statements", "indicators")
LAYOUTS = (*DIALECTS, *(each for forms in SETS for each in in_media(forms)))
PDF_PLANTS = 4  # a PDF takes one in so many of the planted errors, in turn, as it takes longer to read


@dataclass(slots=True)
class Tally:
    """Counts by dialect, family and plant; `notes` name what went wrong, for whoever mends it."""

    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def add(self, *key: str, by: int = 1) -> None:
        self.counts[key] += by

    def merge(self, other: Tally) -> None:
        self.counts.update(other.counts)
        self.notes += other.notes


def dialect_of(seed: int) -> Dialect:
    return LAYOUTS[seed % len(LAYOUTS)]


def measure(seed: int, *, altered: bool) -> Tally:
    """One department: read and checked clean and, if `altered`, with every change that fits its turn."""
    tally = Tally()
    dialect = dialect_of(seed)
    truth, manuscript = department_of(seed, dialect), made(seed, dialect)
    with TemporaryDirectory() as folder:
        known = _clean(manuscript, dialect, Path(folder), tally)
        if altered:
            _harmless(seed, manuscript, dialect, Path(folder), known, tally)
            _planted(seed, Site(manuscript, truth, dialect, random.Random(seed)), Path(folder), tally)
    return tally


def _clean(manuscript: Manuscript, dialect: Dialect, folder: Path, tally: Tally) -> set[tuple[str, str]]:
    audited = audit(publish(manuscript, dialect, folder))
    accounts = audited.accounts
    pairs = (
        compared(true_cells(manuscript), read_cells(accounts)),
        compared(true_statements(manuscript), read_statements(accounts)),
        compared(true_indicators(manuscript), read_indicators(accounts)),
    )
    tally.add("documents", set_name(dialect))
    for kind, reading in zip(READ, pairs, strict=True):
        tally.add(kind, set_name(dialect), "true", by=reading.true)
        tally.add(kind, set_name(dialect), "found", by=reading.found)
    tally.add("cells", set_name(dialect), "invented", by=pairs[0].invented)
    tally.add("false", set_name(dialect), "clean", by=len(audited.errors))
    tally.add("crashes", set_name(dialect), by=len(audited.crashes))
    tally.notes += [_note(manuscript.name, "clean", finding) for finding in audited.errors]
    tally.notes += [f"{manuscript.name} crash {crash.rule}: {crash.error}" for crash in audited.crashes]
    return {(finding.rule, finding.subject) for finding in audited.errors}


def _harmless(
    seed: int, manuscript: Manuscript, dialect: Dialect, folder: Path, known: set[tuple[str, str]], tally: Tally
) -> None:
    for number, change in enumerate(HARMLESS):
        if not _takes(seed, number, dialect):
            continue
        try:
            path = change.publish(manuscript, dialect, folder, random.Random(seed))
        except LookupError:
            continue
        new = [finding for finding in audit(path).errors if (finding.rule, finding.subject) not in known]
        tally.add("documents", set_name(dialect), "harmless")
        tally.add("false", set_name(dialect), "harmless", by=len(new))
        tally.notes += [_note(manuscript.name, change.name, finding) for finding in new]


def _planted(seed: int, site: Site, folder: Path, tally: Tally) -> None:
    for number, (plant, error) in enumerate(planted(site)):
        if not _takes(seed, number, site.dialect):
            continue
        findings = audit(publish(error.manuscript, site.dialect, folder)).findings
        hits = [finding for finding in findings if meets(plant, error, finding)]
        for key in (
            ("planted", plant.family),
            ("dialect", set_name(site.dialect)),
            ("plant", plant.family, plant.name),
        ):
            tally.add(*key, "all")
            tally.add(*key, "found", by=bool(hits))
            tally.add(*key, "family", by=any(hit.family == plant.family for hit in hits))
        if not hits:
            wanted = "/".join(error.figures) or error.words
            tally.notes.append(f"{site.manuscript.name} missed {plant.family}: {plant.name} ({wanted})")


def _takes(seed: int, number: int, dialect: Dialect) -> bool:
    """Whether this document has the turn for a change."""
    return dialect.medium != "pdf" or (seed // len(LAYOUTS) + number) % PDF_PLANTS == 0


def _note(name: str, change: str, finding: Finding) -> str:
    return f"{name} {change}: {finding.rule} says {finding.message}"


def shares(tally: Tally, *key: str) -> tuple[int, int, int]:
    """All, found, and found under the very family of a group of planted errors."""
    return tuple(tally.counts[*key, what] for what in ("all", "found", "family"))  # type: ignore[return-value]


def dialects() -> Iterator[str]:
    return iter(dict.fromkeys(map(set_name, LAYOUTS)))

"""Several disclosures at once, for people who explore: frames, single audits, and rules of their own over all."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pandas as pd

from juesuan import auditing, exports
from juesuan.auditing import Audit
from juesuan.batch import journal
from juesuan.batch.folders import SUMMARY
from juesuan.batch.sources import find, unpacked
from juesuan.disclosure import Audited
from juesuan.errors import MissingSource, SourceError
from juesuan.findings import Language
from juesuan.given import scratch
from juesuan.kinds.kind import Scope
from juesuan.kinds.parts import bundles, part_of, same_body
from juesuan.results import OWNER, Checked, counted, owner

SUMMARY_COLUMNS = (*OWNER, "forms", "statements", "evaluations", "checks", "findings")


@dataclass(frozen=True, repr=False)
class Collection(Checked):
    """Audited departments, in the order of their names and years; `refused` says what could not be read, and why."""

    refused: tuple[SourceError, ...] = ()

    @cached_property
    def departments(self) -> pd.DataFrame:
        """One row a department and year: what was found in its document, and how much of it was checked."""
        return pd.DataFrame([_summary(each) for each in self.audits], columns=list(SUMMARY_COLUMNS))

    def audit(self, name: str) -> Audited:
        """The audit of the one document, or department, whose name contains `name`.

        Raises `MissingSource` where none or several do.
        """
        found = [each for each in self.audits if name in each.accounts.source or name in each.accounts.department]
        if len(found) != 1:
            known = "、".join(f"{each.accounts.source} ({each.accounts.department})" for each in found or self.audits)
            raise MissingSource(name, f"names {len(found)} documents here", f"choose one of {known}")
        return Audited((found[0],), self.exact)

    def of_body(self, name: str, scope: Scope = Scope.DEPARTMENT) -> Collection:
        """The documents of one body within one scope, with or without its region in the name.

        Raises `MissingSource` where there are none.
        """
        known = [each for each in self.audits if each.accounts.scope is scope]
        found = tuple(each for each in known if same_body(each.accounts.department, name))
        if not found:
            bodies = "、".join(sorted({each.accounts.department for each in known}))
            raise MissingSource(name, "is no body here", f"choose one of {bodies}")
        return replace(self, audits=found)

    @property
    def most_published(self) -> str:
        """The department of which most documents are here, the first of several; "" where none is named."""
        names = [each.accounts.department for each in self.audits if each.accounts.scope is Scope.DEPARTMENT]
        return max(names, key=names.count, default="")

    def __len__(self) -> int:
        return len(self.audits)

    def __getitem__(self, place: int | str) -> Audited:
        """One by its number, or by its name as `audit` does."""
        return self.audit(place) if isinstance(place, str) else Audited((self.audits[place],), self.exact)

    def __iter__(self) -> Iterator[Audited]:
        return (Audited((each,), self.exact) for each in self.audits)

    def __repr__(self) -> str:
        refused = f", {len(self.refused)} files could not be read" if self.refused else ""
        return f"<Collection of {len(self)} disclosures: {counted(self.audits)}{refused}>"

    def _repr_html_(self) -> str:
        from juesuan.presentation import summary

        return summary.of_collection(self.audits, self.refused)


def of(place: Path | str | Sequence[Path | str], language: Language = "zh", body: str = "") -> Collection:
    """The disclosures of a folder, an archive, a file or several of them; of a filled folder of outputs, those there.

    With a `body` only those of the body of that name are loaded, where the folder tells whose they are.
    Raises `MissingSource` where there are none, and the `SourceError` of the first that could not be read where
    that is true of all.
    """
    places = [Path(each).expanduser() for each in ([place] if isinstance(place, str | Path) else place)]
    exported = [each for folder in places for each in _exported(folder, language, body)]
    found, refused = (exported, []) if exported else _read(places, language)
    if refused and not found:
        raise refused[0]
    if not found:
        named = ", ".join(map(str, places))
        raise MissingSource(named, "holds neither audited departments nor disclosures", "name another folder")
    ordered = sorted(found, key=lambda each: (each.accounts.department, each.accounts.year, each.accounts.scope))
    return Collection(tuple(ordered), refused=tuple(refused))


def _exported(folder: Path, language: Language, body: str) -> Iterator[Audit]:
    read_from = {entry.digest: Path(entry.source) for entry in journal.entries(folder)} if folder.is_dir() else {}
    for path in sorted(folder.glob(f"*/{exports.DOCUMENT}")):
        if body and not _is_of(path.with_name(SUMMARY), body):
            continue
        known = exports.load(path.parent)
        files = [(file.digest, file.name) for file in known.files] or [(known.digest, known.source)]
        first, *further = (read_from.get(digest, path.parent / name) for digest, name in files)
        yield auditing.examine(known, first, language, tuple(further))


def _is_of(summary: Path, body: str) -> bool:
    """Whether what stands in a folder is of this body, as the summary says; True where there is none."""
    if not summary.is_file():
        return True
    return same_body(json.loads(summary.read_text(encoding="utf-8"))["department"], body)


def _read(places: Sequence[Path], language: Language) -> tuple[list[Audit], list[SourceError]]:
    """The audits of what can be read, files that are one disclosure joined, and why the rest could not be."""
    listed, refused = find(places, places[0] / "processed")
    sources, torn = unpacked(listed, Path(tempfile.mkdtemp(dir=scratch())))
    refused += torn
    found: dict[str, tuple[Audit, ...]] = {}
    for source in sources:
        try:
            found[source.name] = auditing.every(source.path, language)
        except SourceError as error:
            refused.append(error)
    parts = [part_of(audits[0].accounts, name) for name, audits in found.items() if len(audits) == 1]
    for bundle in bundles(parts):
        files = [found.pop(part.source)[0].source for part in bundle]
        found[bundle[0].source] = auditing.every(files, language)
    return [each for audits in found.values() for each in audits], refused


def _summary(each: Audit) -> dict[str, object]:
    known = each.accounts
    counts = (known.forms, known.statements, known.evaluations, each.checks, each.findings)
    return owner(each) | dict(zip(SUMMARY_COLUMNS[len(OWNER) :], map(len, counts), strict=True))

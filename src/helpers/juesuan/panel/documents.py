"""The documents of many bodies, to be gone through body by body: what each is, and its figures when they are needed.

Out of a database of joined tables only the documents of one body are in memory at a time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from sqlite3 import Row

from juesuan import collection
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.batch.folders import DATABASE
from juesuan.checks import Check, Evidence, Outcome
from juesuan.errors import MissingSource
from juesuan.findings import Language, Weight
from juesuan.kinds.kind import PARTS, Kind, Scope
from juesuan.kinds.parts import same_body
from juesuan.panel import same_words
from juesuan.panel.ledger import Published
from juesuan.panel.same_words import Explained
from juesuan.tables.stored import Store

MOST_NAMED = 50  # bodies that an error lists


@dataclass(frozen=True)
class Document:
    """One document of a body: what it is, and how many checks came out how; `load` gives its figures.

    `failed` counts failed checks by family and rule, `sentences` are those on problems and reasons.
    """

    department: str
    year: str
    kind: Kind
    scope: Scope
    source: str
    errors: int
    notices: int
    made: int
    unchecked: int
    is_evaluated: bool  # whether it holds self-evaluations
    load: Callable[[], Accounts] = field(repr=False)
    failed: Callable[[], Mapping[tuple[str, str], int]] = field(repr=False)
    sentences: Callable[[], Iterable[tuple[str, Evidence]]] = field(repr=False)

    @cached_property
    def accounts(self) -> Accounts:
        """The figures of the document, read when they are first asked for."""
        return self.load()

    @property
    def published(self) -> Published:
        """The document as the ledger is held against it."""
        return Published(self.department, self.year, self.kind, self.scope, self.source)


class City:
    """The documents of a place, in the order of bodies, years and scopes, gone through as often as one likes.

    Of several versions of one disclosure the fullest counts and is gone through, by the checks that could be made on
    it; `every` has them all.
    """

    def __init__(self, each: Callable[[], Iterator[Document]]) -> None:
        self.every = each

    def __iter__(self) -> Iterator[Document]:
        for name, documents in groupby(self.every(), key=lambda each: each.department):
            if name:
                yield from _counted(documents)
            else:
                yield from documents

    def bodies(self) -> Iterator[list[Document]]:
        """The documents of one name after another, whatever their scope."""
        for _, documents in groupby(self, key=lambda each: each.department):
            yield list(documents)

    def of_body(self, name: str = "", scope: Scope = Scope.DEPARTMENT) -> City:
        """The documents of one body within one scope, with or without its region in the name.

        Without a name those of the body that published most. Raises `MissingSource` where there are none.
        """
        counts = self.counts(scope)
        wanted = name or max(filter(None, counts), key=counts.__getitem__, default="")
        names = [each for each in counts if same_body(each, wanted)]
        found = [each for name in names for each in self.named(name) if each.scope is scope]
        if not found:
            known = "、".join(each for each, _ in counts.most_common(MOST_NAMED))
            raise MissingSource(name, "is no body here", f"choose one of {known}")
        return City(lambda: iter(found))

    def counts(self, scope: Scope) -> Counter[str]:
        """How many documents each body published within a scope, versions once."""
        return Counter(each.department for each in self if each.scope is scope)

    def named(self, name: str) -> Iterator[Document]:
        """All documents of one name."""
        return (each for each in self.every() if each.department == name)

    def same_words(self) -> Iterator[Check]:
        """Problems and reasons that two documents tell in the same words."""
        return same_words.checks(
            Explained(each.department, each.year, each.source, each.sentences())
            for each in self
            if each.kind is not Kind.TEMPLATE
        )


class StoredCity(City):
    """The documents of a database, which finds the words that they share."""

    def __init__(self, store: Store) -> None:
        super().__init__(lambda: (_stored(store, row) for row in store.documents()))
        self._store = store

    def counts(self, scope: Scope) -> Counter[str]:
        return Counter(dict(self._store.counts(scope)))

    def named(self, name: str) -> Iterator[Document]:
        return (_stored(self._store, row) for row in self._store.documents(name))

    def same_words(self) -> Iterator[Check]:
        return same_words.of_shared(self._store.shared_words())


def versions(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents of one body that are one disclosure, those with several versions or files; the fullest first."""
    known: dict[tuple[str, Scope, Kind], list[Document]] = defaultdict(list)
    for each in documents:
        known[each.year, each.scope, each.kind].append(each)
    for year, scope, kind in list(known):
        whole = (year, scope, Kind.FINAL_ACCOUNTS)
        if kind in PARTS and whole in known:
            known[whole] += known.pop((year, scope, kind))
    for group in known.values():
        yield sorted(group, key=lambda each: (-each.made, each.source))


def _counted(documents: Iterable[Document]) -> Iterator[Document]:
    """Those of one body that count, in their order."""
    found = list(documents)
    counting = {id(group[0]) for group in versions(found)}
    return (each for each in found if id(each) in counting)


def of(place: Path | str, language: Language = "zh") -> City:
    """The documents of a folder of outputs, out of its database, or of a folder with disclosures.

    Raises as `collection.of`.
    """
    database = Path(place).expanduser() / DATABASE
    if database.is_file() and (store := Store(database)).is_current():
        return StoredCity(store)
    return of_audits(collection.of(place, language).audits)


def of_audits(audits: Sequence[Audit]) -> City:
    """Documents that were audited just now."""
    documents = sorted(map(_audited, audits), key=lambda each: each.department)
    return City(lambda: iter(documents))


def _audited(audit: Audit) -> Document:
    accounts = audit.accounts

    def failed() -> Counter[tuple[str, str]]:
        return Counter((check.family, check.rule) for check in audit.checks if check.outcome is Outcome.FAILED)

    return Document(
        accounts.department,
        accounts.year,
        accounts.kind,
        accounts.scope,
        audit.source.name,
        len(audit.weighing(Weight.ERROR)),
        len(audit.weighing(Weight.NOTICE)),
        audit.made,
        audit.outcomes[Outcome.UNCHECKED],
        bool(accounts.evaluations),
        lambda: accounts,
        failed,
        lambda: same_words.sentences(accounts),
    )


def _stored(store: Store, row: Row) -> Document:
    return Document(
        row["department"] or "",
        "" if row["year"] is None else str(row["year"]),
        Kind(row["kind"]),
        Scope(row["scope"]),
        row["document"] or "",
        row["errors"],
        row["notices"],
        row["passed"] + row["rounding"] + row["failed"],
        row["unchecked"],
        bool(row["evaluated"]),
        lambda: store.accounts(row),
        lambda: store.failed(row["folder"]),
        lambda: store.sentences(row["folder"]),
    )

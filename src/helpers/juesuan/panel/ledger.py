"""The ledger of what should be there: which bodies owe a disclosure, and what of it was published, late or not at all.

A CSV or XLSX table of bodies that a finance office keeps; any column but the name may be absent.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from juesuan.errors import UnreadableSource
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.parts import same_body
from juesuan.kinds.scope import region_of
from juesuan.spreadsheet import neutral

DAYS_TO_PUBLISH = 20  # after the approval: 《预算法》第十四条
HEADINGS = {
    "name": "名称",
    "scope": "范围",
    "level": "级次",
    "parent": "主管部门",
    "address": "公开网址",
    "approved": "批复日期",
    "published": "公开日期",
}
SCOPES = {"部门": Scope.DEPARTMENT, "本级": Scope.OWN_OFFICE, "单位": Scope.UNIT} | {str(each): each for each in Scope}
_SCOPE_NAMES = {Scope.DEPARTMENT: "部门", Scope.OWN_OFFICE: "本级", Scope.UNIT: "单位"}
_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日")
_ACCOUNTS = (Kind.FINAL_ACCOUNTS, Kind.PROSE, Kind.FORMS)


@dataclass(frozen=True, slots=True)
class Body:
    """One line of the ledger: a body that owes a disclosure; "" or None where the ledger does not say."""

    name: str
    scope: Scope = Scope.DEPARTMENT
    level: str = ""
    parent: str = ""
    address: str = ""
    approved: date | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """One document that was found: whose, of which year, what it is, and in which file it stands."""

    name: str
    year: str
    kind: Kind
    scope: Scope
    source: str


class State(StrEnum):
    """What the ledger and the documents say of one body and year."""

    PUBLISHED = "published"
    MISSING = "missing"
    LATE = "late"  # published more than twenty days after the approval
    SEVERAL = "several"  # versions of one disclosure
    UNEXPECTED = "unexpected"  # of a body that the ledger does not name


@dataclass(frozen=True, slots=True)
class Entry:
    """How it stands with the disclosure of one body, kind and year; `days` from approval to publication, if told."""

    name: str
    scope: Scope
    kind: Kind
    year: str
    state: State
    sources: tuple[str, ...] = ()
    days: int | None = None
    address: str = ""


def read(path: Path) -> tuple[Body, ...]:
    """The bodies of a ledger, in its order.

    Raises `UnreadableSource` where the file is no table, has no column of names, or holds a date that is none.
    """
    rows = [[_text(cell) for cell in row] for row in _table(path)]
    heading = next((index for index, row in enumerate(rows) if _keys(row)), None)
    if heading is None:
        known = "、".join(HEADINGS.values())
        raise UnreadableSource(path, "has no column 名称 (name)", f"head its columns with {known}")
    keys = _keys(rows[heading])
    bodies = []
    for number, row in enumerate(rows[heading + 1 :], heading + 2):
        cells = {key: row[column] for key, column in keys.items() if column < len(row)}
        if cells.get("name"):
            bodies.append(_body(path, number, cells))
    return tuple(bodies)


def write_template(path: Path, published: Iterable[Published]) -> None:
    """A ledger to fill in: a line for each body found in the documents, with the columns that it may have."""
    found = sorted({(each.name, each.scope) for each in published if each.name})
    with path.open("w", encoding="utf-8-sig", newline="") as lines:
        table = csv.writer(lines)
        table.writerow(HEADINGS.values())
        blanks = [""] * (len(HEADINGS) - 2)
        table.writerows([neutral(name), _SCOPE_NAMES[scope], *blanks] for name, scope in found)


def held(ledger: Sequence[Body], published: Sequence[Published]) -> list[Entry]:
    """Each body of the ledger for each kind and year of which anyone published; then who published unexpectedly."""
    owed = [(kind, each) for each in published if each.name and each.year and (kind := _kind(each.kind))]
    by_name: dict[str, list[tuple[Kind, Published]]] = defaultdict(list)
    for kind, each in owed:
        by_name[without_region(each.name)].append((kind, each))
    named: set[Published] = set()
    entries = []
    for kind, year in sorted({(kind, each.year) for kind, each in owed}):
        for body in ledger:
            near = by_name.get(without_region(body.name), ())
            of_year = [each for of, each in near if (of, each.year) == (kind, year)]
            found = [each for each in of_year if is_of(body, each.name, each.scope)]
            named.update(found)
            entries.append(_entry(body, kind, year, [each.source for each in found]))
    unexpected = [
        Entry(each.name, each.scope, kind, each.year, State.UNEXPECTED, (each.source,))
        for kind, each in owed
        if ledger and each not in named
    ]
    return entries + unexpected


def without_region(name: str) -> str:
    """A body's name as those who leave its region out write it."""
    return name.removeprefix(region_of(name)[0]) or name


def _entry(body: Body, kind: Kind, year: str, found: Sequence[str]) -> Entry:
    days = (body.published - body.approved).days if body.published and body.approved else None
    state = State.MISSING
    if found:
        late = days is not None and days > DAYS_TO_PUBLISH
        state = State.SEVERAL if len(found) > 1 else State.LATE if late else State.PUBLISHED
    return Entry(body.name, body.scope, kind, year, state, tuple(found), days, body.address)


def _kind(kind: Kind) -> Kind | None:
    """Budget or final accounts, which are what is owed each year; None for anything else."""
    return Kind.BUDGET if kind is Kind.BUDGET else Kind.FINAL_ACCOUNTS if kind in _ACCOUNTS else None


def is_of(body: Body, name: str, scope: Scope) -> bool:
    """Whether a document of this name and scope is what a body of the ledger owes.

    A unit that calls its accounts a department's is known by its name; an own office bears its department's
    name, and only its scope tells them apart.
    """
    own = (scope is Scope.OWN_OFFICE, body.scope is Scope.OWN_OFFICE)
    return own[0] is own[1] and same_body(name, body.name)


def _table(path: Path) -> Iterator[Sequence[object]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(path, f"cannot be opened: {error.strerror}") from None
    return _sheet(path, data) if data.startswith(b"PK") else iter(csv.reader(io.StringIO(_decoded(path, data))))


def _sheet(path: Path, data: bytes) -> Iterator[Sequence[object]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its XML parser does
        raise UnreadableSource(path, "is not an Excel workbook", "save it again as .xlsx or .csv") from error
    return iter(book.worksheets[0].iter_rows(values_only=True))


def _decoded(path: Path, data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableSource(path, "is neither UTF-8 nor GB 18030 text", "save it again as .xlsx or .csv")


def _keys(row: Sequence[str]) -> Mapping[str, int]:
    """Which column holds which field, where one of them holds the names."""
    by_heading = {zh: key for key, zh in HEADINGS.items()} | {each.name: each.name for each in fields(Body)}
    keys = {by_heading[cell]: column for column, cell in enumerate(row) if cell in by_heading}
    return keys if "name" in keys else {}


def _body(path: Path, number: int, cells: Mapping[str, str]) -> Body:
    scope = cells.get("scope", "")
    if scope and scope not in SCOPES:
        raise UnreadableSource(path, f"row {number}: {scope!r} is no scope", f"use {'、'.join(_SCOPE_NAMES.values())}")
    return Body(
        cells["name"],
        SCOPES.get(scope, Scope.DEPARTMENT),
        cells.get("level", ""),
        cells.get("parent", ""),
        cells.get("address", ""),
        _date(path, number, cells.get("approved", "")),
        _date(path, number, cells.get("published", "")),
    )


def _date(path: Path, number: int, text: str) -> date | None:
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date() if text else None
        except ValueError:
            continue
    raise UnreadableSource(path, f"row {number}: {text!r} is no date", "write dates like 2025-09-20")


def _text(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}"
    return "" if cell is None else str(cell).strip()

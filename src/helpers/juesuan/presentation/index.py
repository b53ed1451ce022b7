"""`index.html`: all audited departments, the one with most errors first, with filters that need no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from juesuan.batch import journal
from juesuan.batch.folders import BODIES, CITY, DATABASE, INDEX, PACKAGE, WORKBOOK
from juesuan.findings import Language, Weight
from juesuan.presentation import html
from juesuan.presentation.departments import PAGE, Department, about, departments
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.markup import render
from juesuan.presentation.phrasing import money
from juesuan.privacy import mask
from juesuan.terminal import visible

NAME = INDEX
FILES = {CITY: "city_page", WORKBOOK: "workbook", DATABASE: "database", PACKAGE: "package"}
STATES = ("error", "notice", "clean")


@dataclass(frozen=True, slots=True)
class Line:
    """One department in the list; `state` is its weightiest kind of finding, `about` says what its document is."""

    department: Department
    state: str
    name: str
    link: str
    about: str
    expenditure: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be audited; `outdated` leads to the audit of an earlier version of it, if any."""

    name: str
    reason: str
    outdated: str


def write(out: Path) -> None:
    """Write the index of everything below `out` into it.

    Links are relative: the folder may be moved, copied to a stick or served as it stands.
    """
    (out / NAME).write_text(page(out), encoding="utf-8")


def page(out: Path) -> str:
    """The index as HTML."""
    found = departments(out)
    language = _language(found)
    years = sorted({each.year for each in found if each.year}, reverse=True)
    body = render(
        "index.html.j2",
        say=sayer(language),
        title=label("index_title", language),
        strip=_strip(found, language),
        lines=[_line(each, language) for each in found],
        states=[(state, sum(_state(each) == state for each in found)) for state in STATES],
        years=years if len(years) > 1 else [],
        failures=[_failure(each) for each in journal.failures(out)],
        files=[(name, label(words, language)) for name, words in FILES.items() if (out / name).is_file()],
        bodies=[(f"{BODIES}/{path.name}", path.stem) for path in sorted((out / BODIES).glob("*.html"))],
    )
    return html.page(
        body,
        label("index_title", language),
        language,
        sheets=("report.css", "page.css", "index.css"),
        rules=_rules(years),
    )


def _language(found: Iterable[Department]) -> Language:
    """The language of most audits."""
    spoken = Counter(each.language for each in found).most_common(1)
    return spoken[0][0] if spoken else "zh"


def _strip(every: list[Department], language: Language) -> list[tuple[str, str, int]]:
    found = [each for each in every if not each.again]
    return [
        ("made", label("departments", language), len(found)),
        ("made", label("made", language), sum(each.made for each in found)),
        ("error", label("errors", language), sum(each.found(Weight.ERROR) for each in found)),
        ("notice", label("notices", language), sum(each.found(Weight.NOTICE) for each in found)),
        ("review", label("reviews", language), sum(each.found(Weight.REVIEW) for each in found)),
        ("rounding", label("rounding", language), sum(each.found(Weight.ROUNDING) for each in found)),
        ("unchecked", label("unchecked", language), sum(each.unchecked for each in found)),
    ]


def _line(department: Department, language: Language) -> Line:
    return Line(
        department,
        _state(department),
        mask(department.name) or label("untitled", language),
        f"{department.folder.name}/{PAGE}",
        " · ".join(filter(None, (about(department, language), *map(mask, department.sources)))),
        "" if department.expenditure is None else money(department.expenditure, language),
    )


def _failure(entry: journal.Entry) -> Failure:
    return Failure(visible(Path(entry.source).name), entry.reason, f"{entry.folder}/{PAGE}" if entry.folder else "")


def _state(department: Department) -> str:
    if department.found(Weight.ERROR):
        return "error"
    return "notice" if department.found(Weight.NOTICE) else "clean"


def _rules(years: list[str]) -> str:
    """What the year filters hide; the filters of states are in the style sheet."""
    return "\n".join(f".index:has(#year-{year}:checked) tbody tr:not(.year-{year}){{display:none}}" for year in years)

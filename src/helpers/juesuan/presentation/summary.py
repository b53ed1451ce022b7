"""How a notebook shows a result: whose accounts, what came of the checks, findings with links to their pages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.errors import SourceError
from juesuan.findings import Finding, Language, Weight
from juesuan.forms.statutory import BY_NUMBER
from juesuan.presentation import markup, page
from juesuan.presentation.finding_text import where
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.words import WEIGHTS, choose, form_name

MOST = 12  # lines of a table; the frame has all


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, where a link leads, and the weight that colours it."""

    text: str
    link: str = ""
    weight: str = ""


def of_audit(audit: Audit) -> str:
    """One disclosure with what was found in it."""
    language = audit.language
    strip = [
        (label(f"{name}s" if name != "rounding" else name, language), len(audit.weighing(weight)), name)
        for weight in Weight
        for name in [str(weight)]
    ]
    strip.append((label("unchecked", language), audit.outcomes[Outcome.UNCHECKED], "none"))
    strip.append((label("made", language), audit.made, "none"))
    told = [each for each in audit.findings if each.severity is not Weight.ROUNDING]
    return _shown(
        language,
        title=page.heading(audit),
        strip=strip,
        remarks=audit.remarks,
        headings=_findings_headings(language),
        rows=[_finding_row(number, each, language, audit) for number, each in enumerate(told[:MOST])],
        left=len(told) - MOST,
    )


def of_accounts(audit: Audit) -> str:
    """What was read of one disclosure: its forms, and how much there is of each kind."""
    known, language = audit.accounts, audit.language
    counts = (("forms", known.forms), ("facts", known.facts), ("statements", known.statements))
    rows = [
        [
            Cell(form.number, _link(audit, form.place.page)),
            Cell(form_name(BY_NUMBER[form.number], language, form.title)),
            Cell(form.unit),
            Cell(str(len(form.rows))),
            Cell(", ".join(form.columns)),
        ]
        for form in known.forms
    ]
    return _shown(
        language,
        title=page.heading(audit),
        strip=[(name, len(of), "none") for name, of in (*counts, ("evaluations", known.evaluations))],
        remarks=known.doubts,
        headings=("form", "name", "unit", "rows", "keys of its columns"),
        rows=rows,
        left=0,
    )


def of_findings(found: Sequence[Finding]) -> str:
    """Findings, a line each."""
    language: Language = "zh"
    rows = [_finding_row(number, each, language) for number, each in enumerate(found[:MOST])]
    strip = [
        (choose(WEIGHTS[weight], language), sum(each.severity is weight for each in found), str(weight))
        for weight in Weight
    ]
    return _shown(
        language,
        title="",
        strip=strip,
        remarks=(),
        headings=_findings_headings(language),
        rows=rows,
        left=len(found) - MOST,
    )


def of_collection(audits: Sequence[Audit], refused: Iterable[SourceError]) -> str:
    """A line for each disclosure, in the order they have."""
    language = audits[0].language if audits else "zh"
    weights = (Weight.ERROR, Weight.NOTICE, Weight.REVIEW)
    rows = [
        [
            Cell(each.accounts.department or each.accounts.source, _link(each, None)),
            Cell(each.accounts.year),
            Cell(str(each.made)),
            *(_count(len(each.weighing(weight)), weight) for weight in weights),
            Cell(str(each.outcomes[Outcome.UNCHECKED])),
        ]
        for each in audits
    ]
    headings = (
        label("department", language),
        label("year", language),
        label("made", language),
        *(choose(WEIGHTS[weight], language) for weight in weights),
        label("unchecked", language),
    )
    return _shown(
        language, title="", strip=[], remarks=[str(error) for error in refused], headings=headings, rows=rows, left=0
    )


def _finding_row(number: int, finding: Finding, language: Language, audit: Audit | None = None) -> list[Cell]:
    """A line; its number is that of the row in `findings`, by which `show` finds it."""
    pages = (item.place.page for item in finding.evidence if item.place.page is not None)
    link = "" if audit is None else _link(audit, next(pages, None))
    weight = str(finding.severity)
    return [
        Cell(str(number)),
        Cell(choose(WEIGHTS[finding.severity], language), weight=weight),
        Cell(finding.message),
        Cell(where(finding, language), link),
    ]


def _count(count: int, weight: Weight) -> Cell:
    return Cell(str(count), weight=str(weight) if count else "")


def _findings_headings(language: Language) -> tuple[str, ...]:
    return ("", *(label(key, language) for key in ("weight", "what", "where")))


def _link(audit: Audit, number: int | None) -> str:
    """The source as seen from the notebook's folder, at a page; "" where it is not there."""
    if not audit.source.is_file():
        return ""
    path = os.path.relpath(audit.source).replace(os.sep, "/")
    return path if number is None else f"{path}#page={number}"


def _shown(language: Language, **values: object) -> str:
    return markup.render("summary.html.j2", say=sayer(language), language=language, **values)

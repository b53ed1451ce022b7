"""The sections of a department's audit, each a fragment that a notebook shows with one short line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from juesuan import __version__
from juesuan.amounts import Amount
from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.english import told
from juesuan.findings import Language, Weight
from juesuan.presentation import department_charts, markup
from juesuan.presentation.chapters import errors, fragment, notices, reviews, rounding, unchecked
from juesuan.presentation.key_figures import KeyFigures, key_figures, yuan
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.markup import Fragment
from juesuan.presentation.narrative import voice
from juesuan.presentation.overview import entries, gravest, sentence
from juesuan.presentation.phrasing import money, share
from juesuan.presentation.tables import coverage_table, family_table, form_tables
from juesuan.privacy import mask

__all__ = ["errors", "notices", "reviews", "rounding", "unchecked"]  # a notebook finds all sections here

About = dict[str, str]

_FORM_NUMBERS = re.compile(r" ?\d[\d、—]*$")

STRIP = (
    ("error", "errors"),
    ("notice", "notices"),
    ("review", "reviews"),
    ("unchecked", "unchecked"),
    ("rounding", "rounding"),
    ("passed", "passed"),
)


def style() -> Fragment:
    """The look of the fragments inside a notebook; a page made of it brings its own."""
    return Fragment(f"<style>{markup.styles('report.css', 'notebook.css')}</style>", "style")


def opening(audit: Audit) -> Fragment:
    """Whose accounts, of which year, out of which file."""
    accounts, say = audit.accounts, sayer(audit.language, audit.accounts.kind)
    counted = {
        "forms_found": len(accounts.forms),
        "statements_found": len(accounts.statements),
        "evaluations_found": len(accounts.evaluations),
    }
    facts = [say("source_file", name=audit.accounts.source)]
    facts += [say(key, count=count) for key, count in counted.items() if count]
    facts += audit.remarks
    title = heading(audit)
    about = {"title": title, "language": audit.language}
    return fragment(audit, "opening", title, about, title=title, facts=[mask(fact) for fact in facts])


def heading(audit: Audit) -> str:
    """The page's title: the department's name and the year, as far as the document tells them."""
    accounts, say = audit.accounts, sayer(audit.language, audit.accounts.kind)
    department = mask(accounts.department) or say("untitled")
    return say("title" if accounts.year else "title_no_year", department=department, year=accounts.year)


def verdict(audit: Audit) -> Fragment:
    """The answer: three sentences and a strip of six figures."""
    counts = _counts(audit)
    parts = ("passed", "rounding", "error", "notice", "review", "unchecked")
    return fragment(
        audit,
        "verdict",
        label("verdict", audit.language),
        sentences=voice(audit.language).verdict(audit),
        gravest=[(each, sentence(each, audit.language)) for each in gravest(audit.findings)],
        joint="" if audit.language == "zh" else " ",
        counts=[(name, counts[name]) for name, _ in STRIP],
        labels=dict(STRIP),
        proportion=list(_proportion([(name, counts[name]) for name in parts])),
    )


def _counts(audit: Audit) -> dict[str, int]:
    return {
        "made": audit.made,
        "passed": audit.outcomes[Outcome.PASSED],
        "rounding": audit.outcomes[Outcome.ROUNDING],
        "error": len(audit.weighing(Weight.ERROR)),
        "notice": len(audit.weighing(Weight.NOTICE)),
        "review": len(audit.weighing(Weight.REVIEW)),
        "unchecked": audit.outcomes[Outcome.UNCHECKED],
    }


def _proportion(parts: Sequence[tuple[str, int]]) -> Iterator[dict[str, object]]:
    whole = sum(count for _, count in parts) or 1
    start = Decimal(0)
    for name, count in parts:
        width = round(Decimal(1000 * count) / whole, 2)
        if count:
            yield {"name": name, "start": start, "width": width}
        start += width


def overview(audit: Audit) -> Fragment:
    """Every finding in one line, with a link to where it is told."""
    listed = entries(audit.findings, audit.language)
    if not listed:
        return Fragment("")
    return fragment(audit, "overview", label("findings_heading", audit.language), entries=listed)


def contents(audit: Audit) -> Fragment:
    """Links to the sections that follow, with how much stands in each."""
    say, counts = sayer(audit.language, audit.accounts.kind), _counts(audit)
    entries = [
        ("verdict", say("verdict"), 0),
        ("overview", say("findings_heading"), 0),
        ("glance", say("glance"), 0),
        ("charts", say("charts"), 0),
        ("errors", say("errors_heading"), counts["error"]),
        ("notices", say("notices_heading"), counts["notice"]),
        ("reviews", say("reviews_heading"), counts["review"]),
        ("rounding", say("rounding_heading"), counts["rounding"]),
        ("performance", say("performance"), 0),
        ("unchecked", say("unchecked_heading"), counts["unchecked"]),
        ("forms", say("forms"), len(audit.accounts.forms)),
        ("method", say("method"), 0),
    ]
    there = _there(audit)
    listed = [{"anchor": anchor, "title": title, "count": count} for anchor, title, count in entries if anchor in there]
    return fragment(audit, "contents", label("contents", audit.language), entries=listed)


def _there(audit: Audit) -> set[str]:
    """The sections that say something of this department."""
    figures, counts = key_figures(audit.accounts), _counts(audit)
    conditions = {
        "glance": bool(_keys(figures, audit.language)),
        "charts": bool(figures.functions or figures.three_public or figures.lines or figures.changes),
        "errors": counts["error"] > 0,
        "notices": counts["notice"] > 0,
        "reviews": counts["review"] > 0,
        "overview": any(counts[each] for each in ("error", "notice", "review")),
        "rounding": counts["rounding"] > 0,
        "performance": bool(figures.projects or figures.overall),
        "unchecked": counts["unchecked"] > 0 or bool(audit.crashes or audit.accounts.doubts),
        "forms": bool(audit.accounts.forms),
    }
    return {"verdict", "method", *(anchor for anchor, holds in conditions.items() if holds)}


def glance(audit: Audit) -> Fragment:
    """Who, when, money in and out: key figures and a few paragraphs."""
    figures = key_figures(audit.accounts)
    keys = _keys(figures, audit.language)
    if not keys:
        return Fragment("")
    paragraphs = voice(audit.language).glance(audit.accounts, figures)
    return fragment(audit, "glance", label("glance", audit.language), keys=keys, paragraphs=paragraphs)


def _keys(figures: KeyFigures, language: Language) -> list[dict[str, str]]:
    total = figures.three_public_total
    whole = figures.spent

    def of_spending(amount: Amount | None) -> str:
        return share(yuan(amount), yuan(whole)) if amount is not None and whole is not None and yuan(whole) else ""

    known: list[tuple[str, Decimal | Amount | None, str]] = [
        ("income", figures.income, ""),
        ("expenditure", figures.expenditure, ""),
        ("fiscal", figures.fiscal, ""),
        ("basic", figures.basic, of_spending(figures.basic)),
        ("project", figures.project, of_spending(figures.project)),
        ("three_public_total", None if total is None else total.final, ""),
    ]
    return [
        {"name": label(name, language), "amount": money(amount, language), "note": note}
        for name, amount, note in known
        if amount is not None
    ]


def charts(audit: Audit) -> Fragment:
    """Where the money went, drawn."""
    made = department_charts.spending(key_figures(audit.accounts), audit.language, audit.accounts.kind)
    return fragment(audit, "charts", label("charts", audit.language), charts=made) if made else Fragment("")


def performance(audit: Audit) -> Fragment:
    """What the self-evaluations say, and how the projects' budgets were executed."""
    figures = key_figures(audit.accounts)
    paragraphs = voice(audit.language).performance(figures)
    made = department_charts.performance(figures, audit.language)
    if not paragraphs:
        return Fragment("")
    return fragment(audit, "performance", label("performance", audit.language), paragraphs=paragraphs, charts=made)


def forms(audit: Audit) -> Fragment:
    """The forms as read."""
    made = form_tables(audit.accounts, audit.language)
    title = label("forms", audit.language, audit.accounts.kind)
    return fragment(audit, "forms", title, forms=made) if made else Fragment("")


def method(audit: Audit) -> Fragment:
    """How the audit was made, on which bases, and from which bytes."""
    return fragment(
        audit,
        "method",
        label("method", audit.language),
        paragraphs=voice(audit.language).method(audit),
        families=family_table(audit),
        coverage=coverage_table(audit),
        bases=_bases(audit),
        foot=_foot(audit),
    )


def _bases(audit: Audit) -> list[str]:
    """Every statute and model form that a check rests on, once, with what it asks for; each finding names its form."""
    asked: dict[str, list[str]] = {}
    for basis in sorted({basis for check in audit.checks for basis in check.basis.split("；") if basis}):
        head, _, point = _FORM_NUMBERS.sub("", basis).partition("：")
        points = asked.setdefault(head, [])
        points += [point] if point and point not in points else []
    named = [f"{head}：{'；'.join(points)}" if points else head for head, points in asked.items()]
    return named if audit.language == "zh" else list(map(told, named))


def _foot(audit: Audit) -> list[tuple[str, str]]:
    """When and by what the report was made, and of which file."""
    say, accounts = sayer(audit.language, audit.accounts.kind), audit.accounts
    pages = say("pages", count=accounts.pages) if accounts.pages else ""
    unread = [gap.reason if audit.language == "zh" else gap.en for gap in accounts.gaps]
    return [
        (say("source"), " · ".join(filter(None, (accounts.source, pages, f"SHA-256 {accounts.digest}")))),
        *([(say("not_read"), "；".join(unread) if audit.language == "zh" else "; ".join(unread))] if unread else []),
        (say("report_date"), report_date().isoformat()),
        (say("program"), f"juesuan {__version__}"),
    ]


def report_date() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now().astimezone().date()

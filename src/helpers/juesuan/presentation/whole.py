"""The whole report at once, without a notebook around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from juesuan.auditing import Audit
from juesuan.presentation import html, page, pictures
from juesuan.presentation.markup import Fragment

NAME = "audit.html"


def sections(audit: Audit) -> Iterator[Fragment]:
    """All sections of an audit in the order of the notebook; one that has nothing to say is empty."""
    places = pictures.of(audit)
    for section in (page.opening, page.verdict, page.overview, page.contents, page.glance, page.charts):
        yield section(audit)
    for chapter in (page.errors, page.notices, page.reviews):
        yield chapter(audit, places)
    for section in (page.rounding, page.performance, page.unchecked, page.forms, page.method):
        yield section(audit)


def write(audit: Audit, folder: Path | str) -> Path:
    """Write the report as one page into a folder, which is made if need be; the path of the page."""
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    body = "\n".join(section.html for section in sections(audit))
    path.write_text(html.page(body, page.heading(audit), audit.language), encoding="utf-8")
    return path

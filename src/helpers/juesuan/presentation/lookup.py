"""From a row of a frame back to its place in the source, and one finding by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from juesuan.auditing import Audit
from juesuan.checks import Evidence
from juesuan.document import Place
from juesuan.findings import Finding
from juesuan.presentation import markup, page, pictures
from juesuan.presentation.chapters import fragment
from juesuan.presentation.evidence import marked, place
from juesuan.presentation.finding_text import tell
from juesuan.presentation.gathering import cards
from juesuan.presentation.labels import sayer
from juesuan.presentation.marks import Marks
from juesuan.presentation.markup import Fragment
from juesuan.presentation.pictures import whole_page


def place_of(audit: Audit, row: Mapping[str, Any]) -> Fragment:
    """Where a row of `facts`, `statements`, `indicators` or `checks` stands: its page with the place boxed.

    For a text, and where the file is not there any more, the quoted words with the figure marked.
    """
    where = Place.parse(row["place"])
    path = (audit.source, *audit.further)[(where.file or 1) - 1]
    personal = [datum for datum in audit.accounts.personal if datum.place.file == where.file]
    form, column = str(row.get("form", "")), str(row.get("column", ""))
    evidence = Evidence(str(row.get("quote", "")), where, form, str(row.get("item", "")), column)
    there = where.page is not None and path.suffix.lower() == ".pdf" and path.is_file()
    html = markup.render(
        "lookup.html.j2",
        say=sayer(audit.language),
        picture=whole_page(path, where, personal) if there else None,
        words=marked(evidence.quote, [str(row.get("displayed", ""))]),
        where=f"{path.name} · {place(evidence, audit.language)}",
    )
    return _with_style(Fragment(f'<div class="juesuan" lang="{audit.language}">\n{html}</div>', str(where)))


def told(audit: Audit, finding: Finding) -> Fragment:
    """A finding as the report tells it: both sides, the places in the source, the claim and its basis."""
    card = cards([tell(finding, pictures.of(audit), Marks(audit.accounts), audit.language)], audit.language)
    title = page.heading(audit)
    return _with_style(
        fragment(audit, "findings", title, title=title, anchor=finding.rule, introduction="", cards=card)
    )


def _with_style(shown: Fragment) -> Fragment:
    """The fragment as it looks in a notebook that shows no page beside it."""
    return Fragment(page.style().html + shown.html, shown.title, shown.about)

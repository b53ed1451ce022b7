"""From a row of a frame back to its place in the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from juesuan.checks import Evidence
from juesuan.collection import Collection
from juesuan.document import Place
from juesuan.findings import Language
from juesuan.presentation import markup
from juesuan.presentation.evidence import marked, place
from juesuan.presentation.labels import sayer
from juesuan.presentation.markup import Fragment
from juesuan.presentation.pictures import whole_page


def source(known: Collection, row: Mapping[str, Any], language: Language = "zh") -> Fragment:
    """Where a row of `facts`, `statements`, `indicators` or `checks` stands: its page with the place boxed.

    For a text, and where the file is not there any more, the quoted words with the figure marked.
    """
    where = Place.parse(row["place"])
    audit = known.audit(row["document"])
    path = audit.source
    form, column = str(row.get("form", "")), str(row.get("column", ""))
    evidence = Evidence(str(row.get("quote", "")), where, form, str(row.get("item", "")), column)
    there = where.page is not None and path.suffix.lower() == ".pdf" and path.is_file()
    html = markup.render(
        "lookup.html.j2",
        say=sayer(language),
        picture=whole_page(path, where, audit.accounts.personal) if there else None,
        words=marked(evidence.quote, [str(row.get("displayed", ""))]),
        where=f"{row['document']} · {place(evidence, language)}",
    )
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', str(where))

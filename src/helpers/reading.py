"""From a source to `Accounts`: the whole way through, each room in its order."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from helpers.accounts import Accounts
from helpers.document import Document
from helpers.forms import recognise
from helpers.readers import load, load_text
from helpers.records import Form

_YEAR = re.compile(r"(20\d\d)\s*年度")


def read(source: Path) -> Accounts:
    """The accounts in one PDF or text file.

    Raises `SourceError` (see `helpers.errors`) where the file cannot be read or holds neither a
    statutory form nor a self-evaluation.
    """
    return understand(load(source))


def read_text(text: str, name: str = "text") -> Accounts:
    """The accounts in a piece of text, for examples and tests; nothing need be in it."""
    return understand(load_text(text, name))


def understand(document: Document) -> Accounts:
    """Forms, then self-evaluations, then prose: each leaves the next what it did not claim."""
    forms, facts = recognise(document)
    return Accounts(
        source=document.name,
        digest=document.digest,
        department=_department(forms),
        year=_year(document),
        forms=forms,
        facts=facts,
        paragraphs=document.paragraphs,
        places=tuple(document.lines[paragraph.first].place for paragraph in document.paragraphs),
    )


def _department(forms: tuple[Form, ...]) -> str:
    """The body that most forms name; "" where none does."""
    named = Counter(form.department for form in forms if form.department)
    return named.most_common(1)[0][0] if named else ""


def _year(document: Document) -> str:
    """The year whose final accounts the document presents: the one it most often calls 年度."""
    years = Counter(year for paragraph in document.paragraphs for year in _YEAR.findall(paragraph.text))
    return years.most_common(1)[0][0] if years else ""

"""Kind, body, year and scope of 160 made documents, twenty of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from juesuan.kinds.bodies import bodies
from juesuan.kinds.kind import Kind
from juesuan.readers import load_text
from juesuan.reading import understand
from kinds.blind import Made, blanks, budgets, evaluations, final_accounts, governments, others, parts

MADE = [
    document
    for module in (final_accounts, budgets, blanks, evaluations, parts, governments, others)
    for document in module.documents()
]
KINDS = [kind for kind in Kind if kind is not Kind.CONTENTS]


def wrong(document: Made) -> Iterator[str]:
    """What is told wrongly of a document."""
    whole = load_text(document.text, "made.txt")
    accounts = understand(whole)
    told = {"kind": accounts.kind, "body": accounts.department, "year": accounts.year, "scope": accounts.scope}
    due = {"kind": document.kind, "body": document.body, "year": document.year, "scope": document.scope}
    for what, value in due.items():
        if value and told[what] != value:
            yield f"{document.name}: {what} {told[what]}, not {value}"
    if len(bodies(whole)) > 1:
        yield f"{document.name}: told to be of several bodies"


def test_there_are_twenty_of_each_kind() -> None:
    assert Counter(document.kind for document in MADE) == dict.fromkeys(KINDS, 20)


@pytest.mark.parametrize("kind", KINDS)
def test_made_documents_are_told_as_what_they_are(kind: Kind) -> None:
    assert [fault for document in MADE if document.kind is kind for fault in wrong(document)] == []

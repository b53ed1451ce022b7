"""The statutory forms of a document: found, read, repaired, and posted as facts."""

from __future__ import annotations

from helpers.document import Document
from helpers.forms.grids import drafts_from_grids
from helpers.forms.ledger import post
from helpers.records import Fact, Form


def recognise(document: Document) -> tuple[tuple[Form, ...], tuple[Fact, ...]]:
    """Forms and facts of a document, in the order of the forms' numbers.

    A form that is missing gives nothing; an empty one is a `Form` without facts. What could not
    be read with certainty carries its reason in `doubt`.
    """
    return post(drafts_from_grids(document))

"""The statutory forms of a document: found, read, repaired, and posted as facts."""

from __future__ import annotations

from juesuan.document import Document
from juesuan.forms.codes import repair_codes, settle_names
from juesuan.forms.columns import decide_columns
from juesuan.forms.grids import drafts_from_grids
from juesuan.forms.ledger import post
from juesuan.forms.running_text import drafts_from_lines
from juesuan.forms.slipped import doubt_slipped
from juesuan.records import Fact, Form


def recognise(document: Document) -> tuple[tuple[Form, ...], tuple[Fact, ...]]:
    """Forms and facts of a document, in the order of the forms' numbers.

    A form that is missing gives nothing; an empty one is a `Form` without facts. What could not
    be read with certainty carries its reason in `doubt`.
    """
    in_grids = drafts_from_grids(document)
    drafts = repair_codes([*in_grids, *drafts_from_lines(document, in_grids)])
    return post(settle_names(decide_columns([doubt_slipped(draft) for draft in drafts])))

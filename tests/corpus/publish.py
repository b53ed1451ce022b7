"""A department's disclosure in a dialect as the bytes a user would have, and the file they stand in."""

from __future__ import annotations

from pathlib import Path

from corpus import typeset_pdf, typeset_text
from corpus.accounts import department
from corpus.compose import compose
from corpus.dialect import DIALECTS, Dialect
from corpus.manuscript import Manuscript


def made(seed: int, dialect: Dialect) -> Manuscript:
    """The disclosure of the department of this seed in a dialect."""
    accounts = department(seed, evaluation=dialect.evaluation, forms=dialect.forms)
    return compose(accounts, dialect, source=f"{seed:04d}-{dialect.name}")


def dialect_of(seed: int) -> Dialect:
    """Seeds take the dialects in turn."""
    return DIALECTS[seed % len(DIALECTS)]


def publish(manuscript: Manuscript, dialect: Dialect, folder: Path) -> Path:
    """The typeset file, in `folder`."""
    if dialect.medium == "pdf":
        path = folder / f"{manuscript.name}.pdf"
        path.write_bytes(typeset_pdf.typeset(manuscript, dialect))
    else:
        path = folder / f"{manuscript.name}.txt"
        path.write_text(typeset_text.typeset(manuscript, dialect), encoding="utf-8")
    return path

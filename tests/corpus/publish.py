"""A department's disclosure in a dialect as the bytes a user would have, and the file they stand in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus import typeset_pdf, typeset_text
from corpus.accounts import department
from corpus.compose import compose
from corpus.department import Department
from corpus.dialect import DIALECTS, Dialect
from corpus.manuscript import Manuscript
from corpus.years import named_as_in


def department_of(seed: int, dialect: Dialect) -> Department:
    """The department of this seed as a dialect tells of it."""
    forms = tuple(dict.fromkeys((*dialect.forms, *(each[:2] for each in dialect.forms))))
    accounts = department(seed, evaluation=dialect.evaluation, forms=forms)
    return replace(accounts, year=dialect.year) if dialect.year else accounts


def made(seed: int, dialect: Dialect) -> Manuscript:
    """The disclosure of the department of this seed in a dialect."""
    composed = compose(department_of(seed, dialect), dialect, source=f"{seed:04d}-{dialect.name}")
    return named_as_in(composed, dialect.year) if dialect.year else composed


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

"""Sets of forms as years and provinces publish them: every figure is read, nothing is accused, an error is found."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from corpus.audit import OF_ACCOUNTS, audit, meets
from corpus.catalogue import Site, planted
from corpus.dialect import Dialect
from corpus.manuscript import Manuscript
from corpus.provinces import SETS, in_media
from corpus.publish import department_of, made, publish
from corpus.truth import compared, read_cells, true_cells
from corpus.typeset_text import typeset
from juesuan.findings import findings
from juesuan.reading import read_text
from juesuan.rules import run

SEED = 5
ENOUGH = 0.99
TEXTS = [each for each_set in SETS for each in in_media(each_set) if each.medium != "pdf"]
PDFS = [each for each_set in SETS for each in in_media(each_set) if each.medium == "pdf"]
WIDE = ("thirteen-2024-pdf", "carried-2019-pdf", "years-beside-2025-pdf")  # the most columns


@cache
def manuscript(dialect: Dialect) -> Manuscript:
    return made(SEED, dialect)


@pytest.mark.parametrize("dialect", TEXTS, ids=lambda each: each.name)
def test_a_text_is_read_and_not_accused(dialect: Dialect) -> None:
    accounts = read_text(typeset(manuscript(dialect), dialect))
    cells = compared(true_cells(manuscript(dialect)), read_cells(accounts))
    checks, crashes = run(accounts, OF_ACCOUNTS)
    assert cells.share >= ENOUGH and not cells.missed
    assert not crashes
    assert [finding.message for finding in findings(checks, "zh") if finding.severity == "error"] == []


@pytest.mark.parametrize("dialect", [each for each in PDFS if each.name in WIDE], ids=lambda each: each.name)
def test_a_pdf_is_read_and_not_accused(dialect: Dialect, tmp_path: Path) -> None:
    audited = audit(publish(manuscript(dialect), dialect, tmp_path))
    cells = compared(true_cells(manuscript(dialect)), read_cells(audited.accounts))
    assert cells.share >= ENOUGH and not cells.invented
    assert [finding.message for finding in audited.errors] == []


@pytest.mark.parametrize("dialect", [each for each in TEXTS if each.medium == "tabs"], ids=lambda each: each.name)
def test_an_error_of_each_family_is_found(dialect: Dialect, tmp_path: Path) -> None:
    rules = {name: rule for name, rule in OF_ACCOUNTS.items() if rule.family in ("table_sum", "cross_table")}
    site = Site(manuscript(dialect), department_of(SEED, dialect), dialect, random.Random(SEED))
    of_family = {plant.family: (plant, error) for plant, error in planted(site) if plant.family in FAMILIES}
    assert set(of_family) == set(FAMILIES)
    for plant, error in of_family.values():
        checks, _ = run(read_text(typeset(error.manuscript, dialect)), rules)
        assert any(meets(plant, error, finding) for finding in findings(checks, "zh")), plant.name


FAMILIES = ("table_sum", "cross_table")

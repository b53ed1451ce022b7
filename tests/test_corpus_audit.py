"""A slice of `make bench`: clean and harmlessly changed departments are not accused, planted errors are found."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bench.samples import measure
from corpus.accounts import department
from corpus.audit import audit, meets
from corpus.catalogue import CATALOGUE, Plant, Planted, Site
from corpus.dialect import DIALECTS, Dialect
from corpus.harmless import HARMLESS
from corpus.manuscript import Manuscript
from corpus.plant_words import IDENTITY, identity_number
from corpus.publish import made, publish
from juesuan.findings import Finding
from juesuan.rules.registry import FAMILIES

TEXTS = [dialect for dialect in DIALECTS if dialect.medium != "pdf"]
SEEDS = [seed for seed in range(24) if DIALECTS[seed % len(DIALECTS)].medium != "pdf"]
TOGETHER = 4  # errors in one document; what the others hide is looked for alone
SMALL = (36, 77, 46, 39)  # departments of one to three projects that have a place for most errors, one a text layout


def test_every_family_has_planted_errors() -> None:
    assert {plant.family for plant in CATALOGUE} == set(FAMILIES) - {"review"}  # questions are no errors


def test_the_identity_number_that_is_planted_has_a_right_check_digit() -> None:
    assert identity_number(IDENTITY[:17]) == IDENTITY


@pytest.mark.parametrize("seed", SEEDS)
def test_a_clean_department_is_not_accused(seed: int) -> None:
    tally = measure(seed, altered=False)
    assert tally.notes == []


@pytest.mark.parametrize("turn", range(len(HARMLESS)), ids=[change.name for change in HARMLESS])
def test_a_harmless_change_changes_nothing(turn: int, tmp_path: Path) -> None:
    change = HARMLESS[turn]
    for seed, dialect in list(zip(SMALL, TEXTS, strict=True))[turn % 2 :: 2]:  # every layout has half of the changes
        manuscript = made(seed, dialect)
        try:
            path = change.publish(manuscript, dialect, tmp_path, random.Random(seed))
        except LookupError:
            continue
        assert [finding.message for finding in audit(path).errors] == []


@pytest.mark.parametrize("turn", range(len(TEXTS)), ids=[dialect.name for dialect in TEXTS])
def test_planted_errors_are_found(turn: int, tmp_path: Path) -> None:
    def found(plant: Plant, error: Planted, manuscript: Manuscript) -> bool:
        findings = _findings(manuscript, TEXTS[turn], tmp_path)
        return any(meets(plant, error, finding) for finding in findings)

    alone = [(plant, error) for at, plant, error in _shares() if at == turn]
    documents = -(-len(alone) // TOGETHER)
    missed = []
    for first in range(documents):
        site, planted = _site(SMALL[turn], TEXTS[turn]), []
        for plant, error in alone[first::documents]:  # of families that are far apart
            with suppress(LookupError):
                error = plant.mutate(site)
                site = replace(site, manuscript=error.manuscript)
            planted.append((plant, error))
        missed += [plant for plant, error in planted if not found(plant, error, site.manuscript)]
    hidden = [(plant, error) for plant, error in alone if plant in missed]
    assert [plant.name for plant, error in hidden if not found(plant, error, error.manuscript)] == []


@cache
def _findings(manuscript: Manuscript, dialect: Dialect, folder: Path) -> tuple[Finding, ...]:
    return audit(publish(manuscript, dialect, folder)).findings


def test_every_planted_error_has_its_turn() -> None:
    assert {plant.name for _, plant, _ in _shares()} == {plant.name for plant in CATALOGUE}


@cache
def _shares() -> tuple[tuple[int, Plant, Planted], ...]:
    """Each error of the catalogue in the next of the layouts whose department has a place for it."""
    sites = [_site(seed, dialect) for seed, dialect in zip(SMALL, TEXTS, strict=True)]
    shares = []
    for number, plant in enumerate(CATALOGUE):
        for turn in (*range(number % len(sites), len(sites)), *range(number % len(sites))):
            try:
                shares.append((turn, plant, plant.mutate(sites[turn])))
            except LookupError:
                continue
            break
    return tuple(shares)


def _site(seed: int, dialect: Dialect) -> Site:
    truth = department(seed, evaluation=dialect.evaluation, forms=dialect.forms)
    return Site(made(seed, dialect), truth, dialect, random.Random(seed))

"""A slice of `python -m metamorphic`: every change on one small document, and some three at a time."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from fuzz.damage import originals
from metamorphic.__main__ import SAMPLED
from metamorphic.catalogue import CHANGES, changed, chosen
from metamorphic.change import Change
from metamorphic.trial import new_errors

SMALL = [data.decode() for suffix, data in originals() if suffix == ".txt"]
THREES = range(24)
REAL = ("002", "env2025")


def tried(texts: Sequence[str], changes: Sequence[Change], seed: int) -> list[str] | None:
    """The new errors in the first of the texts, from the seed's on, that the changes change."""
    found = (new_errors(texts[(seed + turn) % len(texts)], changes, seed) for turn in range(len(texts)))
    return next((new for new in found if new is not None), None)


@pytest.mark.parametrize("number", range(len(CHANGES)), ids=[change.name for change in CHANGES])
def test_no_change_of_form_brings_an_error(number: int) -> None:
    assert tried(SMALL, [CHANGES[number]], number) in ([], None)


@pytest.mark.parametrize("number", THREES)
def test_nor_do_three_at_a_time(number: int) -> None:
    assert tried(SMALL, chosen(number, 3), number) in ([], None)


@pytest.mark.parametrize("number", range(0, len(CHANGES), 9))
def test_nor_do_they_in_real_disclosures(number: int, documents: Path) -> None:
    name = REAL[number // 9 % len(REAL)]
    text = next(documents.glob(f"{name}*.txt")).read_text(encoding="utf-8")
    assert tried([text], [CHANGES[number]], number) in ([], None)


def test_nearly_every_change_changes_one_of_the_small_documents() -> None:
    idle = [
        change.name for change in CHANGES if all(changed(text, [change], random.Random(0)) is None for text in SMALL)
    ]
    assert len(idle) < len(CHANGES) / 10, idle


def test_every_change_has_its_turn_in_the_sample() -> None:
    assert math.gcd(SAMPLED, len(CHANGES)) == 1

"""A slice of `make fuzz`, and every input that ever failed there."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.__main__ import FOUND
from fuzz.damage import SEEDS, damaged
from fuzz.trial import GOOD, trial
from fuzz.workers import run

TEXTS = [number for number in range(360) if number % len(SEEDS) > 1][:30]
PDFS = [number for number in range(120) if number % len(SEEDS) <= 1][:4]
BATCH = 15


@pytest.mark.parametrize("first", range(0, len(TEXTS), BATCH))
def test_damaged_texts_end_in_a_result_or_in_a_refusal(first: int) -> None:
    for number in TEXTS[first : first + BATCH]:
        outcome, trace = trial(*damaged(number))
        assert outcome in GOOD, f"input {number}: {trace}"


def test_damaged_pdfs_end_in_a_result_or_in_a_refusal() -> None:
    for number in PDFS:
        outcome, trace = trial(*damaged(number))
        assert outcome in GOOD, f"input {number}: {trace}"


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.*")), ids=lambda path: path.name)
def test_an_input_that_failed_once_does_not_fail_again(path: Path) -> None:
    outcome, trace = trial(path.suffix, path.read_bytes())
    assert outcome in GOOD, trace


def test_the_same_number_gives_the_same_damage() -> None:
    assert [damaged(number) for number in range(6)] == [damaged(number) for number in range(6)]


def test_workers_try_every_number_once() -> None:
    ended = list(run(range(2, 6), jobs=2, limit=120))
    assert sorted(each.number for each in ended) == [2, 3, 4, 5]
    assert {each.outcome for each in ended} <= set(GOOD)

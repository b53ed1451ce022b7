"""What was typeset is what is read: every figure, in every layout, and in the examples of data/raw."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import readings
from corpus.accounts import department
from corpus.compose import compose
from corpus.dialect import DIALECTS, Dialect
from corpus.disclosures import disclosures, load
from corpus.manuscript import Manuscript
from corpus.publish import made, publish
from corpus.raw import LANDSCAPE_WAN, LAYOUTS, PORTRAIT_YUAN, write
from corpus.truth import (
    compared,
    read_cells,
    read_indicators,
    read_statements,
    true_cells,
    true_indicators,
    true_statements,
)
from juesuan.accounts import Accounts
from juesuan.reading import read, read_text

RAW = Path(__file__).parents[1] / "data" / "raw"
TEXTS = [dialect for dialect in DIALECTS if dialect.medium in ("tabs", "markdown")]
PDFS = [dialect for dialect in DIALECTS if dialect.medium == "pdf"]


def assert_read(manuscript: Manuscript, accounts: Accounts) -> None:
    """Every cell, statement and indicator is there, and no cell that is not."""
    cells = compared(true_cells(manuscript), read_cells(accounts))
    assert (cells.missed, cells.extra) == ((), ())
    assert compared(true_statements(manuscript), read_statements(accounts)).missed == ()
    assert compared(true_indicators(manuscript), read_indicators(accounts)).missed == ()


@pytest.mark.parametrize("dialect", PDFS, ids=lambda dialect: dialect.name)
def test_a_typeset_pdf_is_read_back(dialect: Dialect, tmp_path: Path) -> None:
    manuscript = made(PDFS.index(dialect) + 8, dialect)
    assert_read(manuscript, read(publish(manuscript, dialect, tmp_path)))


@given(st.sampled_from(TEXTS), st.integers(0, 50_000))
@settings(max_examples=6, deadline=None)
def test_a_typeset_text_is_read_back(dialect: Dialect, seed: int) -> None:
    from corpus.typeset_text import typeset

    manuscript = made(seed, dialect)
    assert_read(manuscript, read_text(typeset(manuscript, dialect)))


@pytest.mark.parametrize("name", disclosures())
def test_an_example_is_read_back_figure_by_figure(name: str) -> None:
    manuscript = load(name).manuscript(LAYOUTS[name], name)
    assert_read(manuscript, _example(name))


@pytest.mark.parametrize("name", disclosures())
def test_an_example_is_read_back_in_the_other_layout_too(name: str, tmp_path: Path) -> None:
    dialect = LANDSCAPE_WAN if LAYOUTS[name].unit == "元" else PORTRAIT_YUAN
    accounts = load(name).department
    manuscript = compose(accounts, dialect, source=name)
    assert_read(manuscript, read(publish(manuscript, dialect, tmp_path)))


def test_the_examples_are_what_the_typesetter_makes(tmp_path: Path) -> None:
    for path in write(tmp_path):
        assert path.read_bytes() == (RAW / path.name).read_bytes(), f"run python -m corpus.raw: {path.name} differs"
        assert path.stat().st_size < 300_000


@pytest.mark.parametrize(
    ("name", "projects", "budget", "executed"),
    [
        ("linxia-government-office-2023", 8, "305.5", "257.57"),
        ("linxia-service-centre-2024", 2, "2", "1.98"),
        ("linxia-congress-office-2023", 4, "201", "179.61"),
        ("haidong-government-office-2024", 13, "969.33", "882.01"),
        ("zhongwei-government-office-2024", 4, "132.87", "132.87"),
    ],
)
def test_an_example_holds_its_evaluations(name: str, projects: int, budget: str, executed: str) -> None:
    tables = [evaluation for evaluation in _example(name).evaluations if not evaluation.overall]
    assert len(tables) == projects
    for side, total in (("budget", budget), ("executed", executed)):
        amounts = [getattr(table.funds[0], side).amount for table in tables]
        assert str(sum(amount.value for amount in amounts)) in (total, f"{total}0", f"{total}.00")


def _example(name: str) -> Accounts:
    return readings.accounts(RAW / f"{name}.pdf")


def test_a_department_without_projects_is_read_as_one(tmp_path: Path) -> None:
    seed = next(seed for seed in range(100) if not department(seed).projects)
    dialect = next(dialect for dialect in TEXTS if dialect.evaluation == "scored")
    accounts = read(publish(made(seed, dialect), dialect, tmp_path))
    assert accounts.evaluations == () and accounts.forms

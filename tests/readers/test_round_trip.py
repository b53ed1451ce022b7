"""Whole made disclosures come back as they were written: every paragraph and every cell."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.manuscript import Table, Words
from corpus.publish import dialect_of, made, publish
from corpus.typeset_pdf import placed
from juesuan.readers import load


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("seed", [10, 11, 4, 6], ids=lambda seed: dialect_of(seed).name)
def test_paragraphs_and_tables_come_back(tmp_path: Path, seed: int) -> None:
    dialect = dialect_of(seed)
    manuscript = made(seed, dialect)
    document = load(publish(manuscript, dialect, tmp_path))

    written = [bare(block.text) for block in manuscript.blocks if isinstance(block, Words) and block.text.strip()]
    assert Counter(bare(p.text) for p in document.paragraphs) == Counter(written)

    tables = [placed(block)[0] for block in manuscript.blocks if isinstance(block, Table)]
    read = [[[bare(cell) for cell in row] for row in grid.texts()] for grid in document.grids]
    assert read == [[[bare(cell) for cell in row] for row in rows] for rows in tables]


def test_paragraphs_of_raw_text_come_back(tmp_path: Path) -> None:
    dialect = dialect_of(7)
    manuscript = made(7, dialect)
    read = {bare(p.text) for p in load(publish(manuscript, dialect, tmp_path)).paragraphs}
    assert dialect.medium == "raw"
    assert [
        b.text for b in manuscript.blocks if isinstance(b, Words) and bare(b.text) and bare(b.text) not in read
    ] == []

"""A made disclosure in other formats holds the same figures and brings no error; `bench.formats` measures all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.formats import measured

QUICK = ("Word file", "Word file with workbook, joined", "web page, GB18030", "PDF, /Rotate 270")


@pytest.mark.parametrize("name", QUICK)
def test_every_cell_is_read_as_in_the_pdf(name: str, tmp_path: Path) -> None:
    row = measured(name, (15,), tmp_path)
    assert (row.same, row.wrong, row.errors) == (row.cells, 0, 0)
    assert row.cells > 150

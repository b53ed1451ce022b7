"""What stands over all departments of a folder: the spreadsheet, and the index that links it."""

from __future__ import annotations

from pathlib import Path

from helpers.presentation import index, workbook


def write(out: Path, staging: Path) -> None:
    """Write both anew, each whole or not at all."""
    if workbook.write(out, staging / workbook.NAME):
        (staging / workbook.NAME).replace(out / workbook.NAME)
    page = staging / index.NAME
    page.write_text(index.page(out), encoding="utf-8")
    page.replace(out / index.NAME)

"""What stands over all departments of a folder: the spreadsheet, and the index that links it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from juesuan.batch import journal, program
from juesuan.batch.folders import INDEX, SUMMARY, WORKBOOK

MARK = "<!-- {} -->\n"  # the last line of the index


def write(out: Path, staging: Path) -> None:
    """Write both anew, each whole or not at all."""
    from juesuan.presentation import index, workbook  # take seconds to load, which a run with nothing to do need not

    mark = MARK.format(_state(out))
    if workbook.write(out, staging / WORKBOOK):
        (staging / WORKBOOK).replace(out / WORKBOOK)
    else:
        (out / WORKBOOK).unlink(missing_ok=True)
    page = staging / INDEX
    page.write_text(index.page(out) + mark, encoding="utf-8")
    page.replace(out / INDEX)


def are_current(out: Path) -> bool:
    """Whether both were written from what stands in the folder now."""
    try:
        written = (out / INDEX).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return written.endswith(MARK.format(_state(out))) and ((out / WORKBOOK).is_file() or not _summaries(out))


def _summaries(out: Path) -> list[Path]:
    return sorted(out.glob(f"*/{SUMMARY}"))


def _state(out: Path) -> str:
    """A digest of what the overviews are made from: the program, each department's summary, the failures."""
    known = hashlib.sha256(program.identity().encode())
    for path in _summaries(out):
        known.update(f"\0{path.parent.name}\0".encode() + path.read_bytes())
    for failure in journal.failures(out):
        known.update(f"\0{failure.source}\0{failure.reason}\0{failure.folder}".encode(errors="surrogatepass"))
    return known.hexdigest()

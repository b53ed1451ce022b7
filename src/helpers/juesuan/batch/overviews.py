"""What stands over all departments of a folder: the joined tables, the spreadsheet, and the index that links it."""

from __future__ import annotations

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

from juesuan.batch import journal, program, versions
from juesuan.batch.folders import DATABASE, INDEX, PACKAGE, SUMMARY, WORKBOOK

MARK = "<!-- {} -->\n"  # the last line of the index


def write(out: Path, staging: Path) -> None:
    """Write all anew, each file whole or not at all; the index, which says from what, is the last."""
    from juesuan.presentation import index, workbook  # take seconds to load, which a run with nothing to do need not
    from juesuan.tables import joined

    versions.tell(out)
    mark = MARK.format(_state(out))
    joined.write(out, staging)
    for name in joined.names():
        (staging / name).replace(out / name)
    for name in joined.outdated():
        (out / name).unlink(missing_ok=True)
    if workbook.write(out, staging / WORKBOOK):
        (staging / WORKBOOK).replace(out / WORKBOOK)
    else:
        (out / WORKBOOK).unlink(missing_ok=True)
    _put_index(out, staging, index.page(out) + mark)


def renew_index(out: Path, staging: Path) -> None:
    """Write the index anew where there is one, with links to what has come beside it; all else stands."""
    from juesuan.presentation import index

    if (out / INDEX).is_file():
        _put_index(out, staging, index.page(out) + MARK.format(_state(out)))


def _put_index(out: Path, staging: Path, page: str) -> None:
    (staging / INDEX).write_text(page, encoding="utf-8")
    (staging / INDEX).replace(out / INDEX)


def are_current(out: Path) -> bool:
    """Whether all were written from what stands in the folder now."""
    try:
        written = (out / INDEX).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    there = _joined(out) and ((out / WORKBOOK).is_file() or not _summaries(out))
    return there and written.endswith(MARK.format(_state(out)))


def _joined(out: Path) -> bool:
    """Whether the joined tables stand there as the data package describes them."""
    try:
        described = json.loads((out / PACKAGE).read_text(encoding="utf-8"))["resources"]
        sizes = all((out / each["path"]).stat().st_size == each["bytes"] for each in described)
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return sizes and (out / DATABASE).is_file()


def _summaries(out: Path) -> list[Path]:
    return sorted(out.glob(f"*/{SUMMARY}"))


def _state(out: Path) -> str:
    """A digest of what the overviews are made from: the program, what it can write, each summary, the failures."""
    known = hashlib.sha256(program.identity().encode())
    known.update(b"parquet" if find_spec("pyarrow") else b"")
    for path in _summaries(out):
        known.update(f"\0{path.parent.name}\0".encode() + path.read_bytes())
    for failure in journal.failures(out):
        known.update(f"\0{failure.source}\0{failure.reason}\0{failure.folder}".encode(errors="surrogatepass"))
    return known.hexdigest()

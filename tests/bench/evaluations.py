"""`python -m bench.evaluations`: made self-evaluations of every design in every form of file, read and judged."""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from corpus import typeset_office, typeset_pdf, typeset_text
from corpus.dialect import Dialect
from corpus.manuscript import Manuscript, Words
from evaluations.blocks import laid_out, rows_of
from evaluations.designs import DESIGNS, TOGETHER, WITHOUT, manuscript
from evaluations.measuring import errors, is_found, lines_read
from evaluations.projects import KINDS, Project, planted, project
from juesuan.accounts import Accounts
from juesuan.reading import read

LINES, FALSE, FOUND = "lines", "false", "found"


def workbook(made: Manuscript) -> bytes:
    """A workbook with the whole document on one sheet, as it would be typed."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet()
    at = 0
    for block in made.blocks:
        rows = [[block.text]] if isinstance(block, Words) else rows_of(block)
        for row in rows:
            for column, text in enumerate(row):
                sheet.write_string(at, column, text)
            at += 1
    book.close()
    return data.getvalue()


def _text(medium: str) -> Callable[[Manuscript], bytes]:
    return lambda made: typeset_text.typeset(made, Dialect("made", medium, "万元", "made")).encode()


MEDIA: dict[str, tuple[str, Callable[[Manuscript], bytes]]] = {
    "tabs": ("txt", _text("tabs")),
    "layout": ("txt", lambda made: laid_out(made).encode()),
    "markdown": ("md", _text("markdown")),
    "html": ("html", typeset_office.page),
    "word": ("docx", typeset_office.word),
    "workbook": ("xlsx", workbook),
    "pdf": ("pdf", lambda made: typeset_pdf.typeset(made, Dialect("made", "pdf", "万元", "made"))),
}


def measure(design: str, medium: str, seed: int, folder: Path) -> Iterator[tuple[str, int, int]]:
    """What was counted of what was there: lines, false errors, planted slips."""
    projects = (project(seed), project(seed, 1))
    clean = _read(design, medium, projects, folder)
    yield LINES, lines_read(clean, projects), sum(len(one.rows) for one in projects)
    yield FALSE, len(errors(clean)), 1
    for kind in KINDS:
        if design not in WITHOUT.get(kind, ()):
            changed = _read(design, medium, (planted(projects[0], kind), projects[1]), folder)
            yield FOUND, int(is_found(changed, projects[0], kind)), 1


def _read(design: str, medium: str, projects: tuple[Project, ...], folder: Path) -> Accounts:
    suffix, typeset = MEDIA[medium]
    path = folder / f"made.{suffix}"
    path.write_bytes(typeset(manuscript(design, projects)))
    return read(path)


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.evaluations", description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="documents of each design in each form of file")
    parser.add_argument("--media", nargs="*", default=list(MEDIA), choices=list(MEDIA))
    parser.add_argument("--designs", nargs="*", default=[*DESIGNS, *TOGETHER])
    options = parser.parse_args()
    print(f"{'':10}{'lines':>16}{'false errors':>16}{'planted found':>18}")
    with TemporaryDirectory() as folder:
        for medium in options.media:
            got: Counter[str] = Counter()
            all_of: Counter[str] = Counter()
            for design in options.designs:
                for seed in range(options.seeds):
                    for what, count, whole in measure(design, medium, seed, Path(folder)):
                        got[what] += count
                        all_of[what] += whole
                        if (count > 0) if what == FALSE else (count < whole):
                            print(f"{medium} {design} {seed}: {what} {count} of {whole}", file=sys.stderr)
            shares = [f"{got[LINES]}/{all_of[LINES]}", str(got[FALSE]), f"{got[FOUND]}/{all_of[FOUND]}"]
            print(f"{medium:10}{shares[0]:>16}{shares[1]:>16}{shares[2]:>18}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m bench.formats`: one disclosure in every format, held against its plain PDF: cells read, errors brought."""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from tqdm import tqdm

from bench.report import grid
from corpus.dialect import Dialect
from corpus.manuscript import Manuscript, Table
from corpus.publish import made
from corpus.typeset_office import of_forms, page, word, workbook
from corpus.typeset_pdf import typeset
from corpus.typeset_scan import scanned
from juesuan import auditing
from juesuan.auditing import Audit
from juesuan.findings import Weight

DIALECT = Dialect("formats", "pdf", "万元", "northwest", zero="", evaluation="plain")
SEEDS = (5, 8, 15)
Maker = Callable[[Manuscript, Path], list[Path]]
Cells = Counter[tuple[object, ...]]


@dataclass
class Row:
    """What of one format was read: cells of the original, those read with the same value, doubted, new errors."""

    cells: int = 0
    same: int = 0
    doubted: int = 0
    wrong: int = 0
    errors: int = 0


def one_file(name: str, maker: Callable[[Manuscript], bytes]) -> Maker:
    """A format in which all stands in one file."""

    def write(manuscript: Manuscript, folder: Path) -> list[Path]:
        (folder / name).write_bytes(maker(manuscript))
        return [folder / name]

    return write


def in_two_files(manuscript: Manuscript, folder: Path) -> list[Path]:
    """Explanations as a Word file, forms as a workbook."""
    (folder / "说明.docx").write_bytes(word(of_forms(manuscript, wanted=False)))
    (folder / "决算表.xlsx").write_bytes(workbook(of_forms(manuscript)))
    return [folder / "说明.docx", folder / "决算表.xlsx"]


def as_scan(dpi: int, skew: float) -> Callable[[Manuscript], bytes]:
    """The forms as scanned pages."""

    def make(manuscript: Manuscript) -> bytes:
        keys = [block.key for block in manuscript.blocks if isinstance(block, Table) and block.form]
        return scanned(manuscript, DIALECT, keys, dpi, skew)

    return make


def turned(degrees: int) -> Callable[[Manuscript], bytes]:
    """The PDF with all pages turned."""

    def make(manuscript: Manuscript) -> bytes:
        pdf, data = pypdfium2.PdfDocument(typeset(manuscript, DIALECT)), io.BytesIO()
        for each in pdf:
            each.set_rotation(degrees)
        pdf.save(data)
        return data.getvalue()

    return make


FORMATS: dict[str, Maker] = {
    "Word file": one_file("all.docx", word),
    "Word file with workbook, joined": in_two_files,
    "web page, UTF-8": one_file("all.html", page),
    "web page, GB18030": one_file("all.htm", lambda manuscript: page(manuscript, "gb18030")),
    "PDF, /Rotate 90": one_file("90.pdf", turned(90)),
    "PDF, /Rotate 180": one_file("180.pdf", turned(180)),
    "PDF, /Rotate 270": one_file("270.pdf", turned(270)),
    "forms scanned, 200 dpi": one_file("200.pdf", as_scan(200, 0.0)),
    "forms scanned, 200 dpi, askew by 0.5°": one_file("askew.pdf", as_scan(200, 0.5)),
    "forms scanned, 150 dpi": one_file("150.pdf", as_scan(150, -0.3)),
}


def measured(name: str, seeds: tuple[int, ...], folder: Path) -> Row:
    """One format over some departments."""
    row = Row()
    for seed in seeds:
        manuscript = made(seed, DIALECT)
        whole = _audited(one_file("plain.pdf", _plain), manuscript, folder)
        variant = _audited(FORMATS[name], manuscript, folder)
        true, read = cells(whole, doubted=True), cells(variant, doubted=False)
        row.cells += true.total()
        row.same += (true & read).total()
        row.wrong += (read - true).total()
        row.doubted += (cells(variant, doubted=True) - read).total()
        row.errors += (errors(variant) - errors(whole)).total()
    return row


def _plain(manuscript: Manuscript) -> bytes:
    return typeset(manuscript, DIALECT)


def _audited(maker: Maker, manuscript: Manuscript, folder: Path) -> Audit:
    return auditing.of(maker(manuscript, folder))


def cells(done: Audit, *, doubted: bool) -> Cells:
    """The figures read, those in doubt among them or not."""
    facts = (fact for fact in done.accounts.facts if doubted or not fact.doubt)
    return Counter((fact.form, fact.code, fact.item, fact.key, fact.amount.value) for fact in facts)


def errors(done: Audit) -> Counter[str]:
    return Counter(finding.rule for finding in done.weighing(Weight.ERROR))


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.formats", description=__doc__)
    parser.add_argument("--departments", type=int, default=len(SEEDS), help="made departments to measure")
    seeds = SEEDS[: parser.parse_args().departments]
    rows = []
    with TemporaryDirectory() as folder:
        for name in tqdm(FORMATS, disable=None):
            row = measured(name, seeds, Path(folder))
            share = f"{100 * row.same / row.cells:.2f}%"
            rows.append((name, str(row.cells), share, str(row.doubted), str(row.wrong), str(row.errors)))
    print(grid(("format", "cells", "read as in the PDF", "doubted", "read otherwise", "errors brought"), rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())

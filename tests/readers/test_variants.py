"""A disclosure is the same disclosure as a web page, a Word file and a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from corpus.publish import dialect_of, made, publish
from juesuan import auditing
from juesuan.auditing import Audit
from juesuan.document import Document
from juesuan.findings import Weight
from juesuan.readers import load
from readers import variants

Maker = Callable[[Document], bytes]
PAGES: dict[str, Maker] = {
    "cms.html": variants.content_system,
    "gbk.html": lambda document: variants.content_system(document, "gb18030"),
    "line.html": variants.one_line,
    "office.html": variants.office_page,
    "report.docx": variants.word,
}
BOOKS: dict[str, Maker] = {"forms.xlsx": variants.workbook, "forms.xls": variants.old_workbook}
SEEDS = (10, 4)


@lru_cache(maxsize=4)
def original(seed: int, folder: Path) -> tuple[Document, Audit]:
    dialect = dialect_of(seed)
    path = publish(made(seed, dialect), dialect, folder)
    return load(path), auditing.of(path)


def cells(done: Audit) -> Counter[tuple[object, ...]]:
    """The figures read with certainty."""
    return Counter((f.form, f.code, f.item, f.key, f.amount.value) for f in done.accounts.facts if not f.doubt)


def errors(done: Audit) -> Counter[str]:
    return Counter(finding.rule for finding in done.weighing(Weight.ERROR))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("made")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", [*PAGES, *BOOKS])
def test_all_cells_and_no_other_error(seed: int, name: str, folder: Path, tmp_path: Path) -> None:
    document, whole = original(seed, folder)
    path = tmp_path / name
    path.write_bytes((PAGES | BOOKS)[name](document))
    variant = auditing.of(path)
    assert cells(variant) == cells(whole)
    assert not errors(variant) - errors(whole)
    if name in PAGES:
        assert len(variant.accounts.statements) == len(whole.accounts.statements)
        assert len(variant.accounts.evaluations) == len(whole.accounts.evaluations)


def test_real_disclosures(shared: Path, tmp_path: Path) -> None:
    source = shared / "documents" / "shgzb-2024.pdf"
    document, whole = load(source), auditing.of(source)
    for name, maker in (PAGES | BOOKS).items():
        path = tmp_path / name
        path.write_bytes(maker(document))
        variant = auditing.of(path)
        assert cells(variant) == cells(whole), name
        assert not errors(variant) - errors(whole), name

"""A disclosure that comes in several files is one; what belongs together without certainty stays apart."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import juesuan
from corpus.publish import dialect_of, made, publish
from juesuan import auditing, collection
from juesuan.amounts import Interval
from juesuan.auditing import Audit
from juesuan.batch import journal, run
from juesuan.document import Place
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.parts import Part, bundles, same_body
from juesuan.readers import load
from kinds.parted import parted
from readers import variants

SEEDS = (1, 6)
PROSE, FORMS, EVALUATIONS = "说明.docx", "决算表.xlsx", "自评.html"


def in_files(seed: int, folder: Path) -> tuple[Audit, list[Path]]:
    """A made disclosure, and the three files into which it is parted."""
    dialect = dialect_of(seed)
    whole = publish(made(seed, dialect), dialect, folder)
    done = auditing.of(whole)
    prose, forms, evaluations = parted(load(whole), done.accounts)
    whole.unlink()
    (folder / "附件").mkdir()
    paths = [folder / PROSE, folder / "附件" / FORMS, folder / "附件" / EVALUATIONS]
    makers = (variants.word, variants.workbook, variants.content_system)
    for path, maker, part in zip(paths, makers, (prose, forms, evaluations), strict=True):
        path.write_bytes(maker(part))
    return done, paths


def cells(done: Audit) -> Counter[tuple[object, ...]]:
    return Counter((fact.form, fact.code, fact.item, fact.key, fact.amount.value) for fact in done.accounts.facts)


def errors(done: Audit) -> set[tuple[str, str]]:
    return {(each.rule, each.subject) for each in done.findings if each.severity == "error"}


@pytest.mark.parametrize("seed", SEEDS)
def test_files_joined_say_what_the_whole_says(seed: int, tmp_path: Path) -> None:
    whole, paths = in_files(seed, tmp_path)
    done = auditing.of(paths)
    assert done.accounts.kind is Kind.FINAL_ACCOUNTS
    assert cells(done) == cells(whole)
    assert len(done.accounts.statements) == len(whole.accounts.statements)
    assert len(done.accounts.evaluations) == len(whole.accounts.evaluations)
    assert errors(done) <= errors(whole)
    assert {fact.place.file for fact in done.accounts.facts} == {2}
    assert all(name in done.remarks[0] for name in (PROSE, FORMS, EVALUATIONS))


def test_a_place_in_a_file_is_written_and_read_back() -> None:
    for text in ("file 2 sheet 3 C14", "file 1 table 2 row 5 cell 3", "file 3 p2:1.0,2.0,3.0,4.0", "file 2 l12"):
        assert str(Place.parse(text)) == text
    assert Place(file=2, sheet=1, row=4, cell=3).told == "文件2第1张工作表C4"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parted")
    in_files(4, folder)
    run.audit([folder], run.Settings(folder / "out"))
    return folder


def departments(out: Path) -> dict[str, dict[str, object]]:
    return {path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in out.glob("*/audit.json")}


def outcomes(out: Path) -> dict[str, str]:
    return {Path(entry.source).name: str(entry.outcome) for entry in journal.entries(out)}


def test_a_run_makes_one_department_of_its_files(folder: Path) -> None:
    ((name, summary),) = departments(folder / "out").items()
    assert summary["files"] == [PROSE, FORMS, EVALUATIONS]
    assert summary["kind"] == "final_accounts"
    assert outcomes(folder / "out") == dict.fromkeys((PROSE, FORMS, EVALUATIONS), "joined")
    page = (folder / "out" / name / "audit.html").read_text(encoding="utf-8")
    assert all(file in page for file in (PROSE, FORMS, EVALUATIONS))


def test_a_collection_joins_them_too(folder: Path) -> None:
    (published,) = collection.of(folder).audits
    (exported,) = collection.of(folder / "out").audits
    for each in (published, exported):
        assert [path.name for path in (each.source, *each.further)] == [PROSE, FORMS, EVALUATIONS]


def test_what_is_joined_stands_until_one_of_its_files_changes(folder: Path) -> None:
    again = run.audit([folder], run.Settings(folder / "out"))
    assert (again.audited, again.unchanged) == (0, 3)
    (folder / "附件" / EVALUATIONS).write_text("此处没有内容。", encoding="utf-8")
    changed = run.audit([folder], run.Settings(folder / "out"))
    assert (changed.audited, len(changed.failed)) == (2, 1)
    (summary,) = (each for each in departments(folder / "out").values() if each["kind"] == "final_accounts")
    assert summary["files"] == [PROSE, FORMS]


SAID = tuple(Interval(Decimal(amount), Decimal(amount)) for amount in range(100, 110))
FIGURES = tuple(map(Decimal, range(100, 120)))
WORDS = Part("a/说明.docx", "1", Kind.PROSE, "梨花县档案局", "2024", Scope.DEPARTMENT, frozenset(), 0, SAID, (), False)
TABLES = replace(WORDS, source="a/表.xls", digest="2", kind=Kind.FORMS, forms=frozenset("12"), said=(), figures=FIGURES)
SCORES = replace(TABLES, source="a/自评.pdf", digest="3", kind=Kind.EVALUATIONS, forms=frozenset(), figures=())


def test_parts_of_one_body_year_and_folder_are_one() -> None:
    assert bundles([SCORES, TABLES, WORDS]) == [(WORDS, TABLES, SCORES)]
    below = replace(TABLES, source="a/附件/表.xls")
    assert bundles([WORDS, below]) == [(WORDS, below)]
    halves = [replace(TABLES, source=f"a/{n}.xls", digest=f"half {n}", forms=frozenset(n)) for n in "12"]
    assert bundles([WORDS, *halves]) == [(WORDS, *halves)]


def test_forms_that_name_no_year_or_body_are_known_by_their_amounts() -> None:
    nameless = replace(TABLES, body="", year="")
    assert bundles([WORDS, nameless]) == [(WORDS, nameless)]


@pytest.mark.parametrize(
    "other",
    [
        replace(TABLES, body="梨花县教育局"),
        replace(TABLES, year="2023"),
        replace(TABLES, scope=Scope.OWN_OFFICE),
        replace(TABLES, source="b/表.xls"),
        replace(TABLES, figures=FIGURES[:4]),
        replace(TABLES, breaks=True),
        replace(SCORES, body=""),
    ],
)
def test_what_speaks_against_it_keeps_parts_apart(other: Part) -> None:
    assert bundles([WORDS, other]) == []


def test_two_answers_are_none() -> None:
    assert bundles([WORDS, TABLES, replace(TABLES, source="a/另表.xls", digest="4")]) == []
    assert bundles([WORDS, replace(WORDS, source="a/又说明.docx", digest="5"), TABLES]) == []


def test_a_copy_does_not_stand_in_the_way() -> None:
    assert bundles([WORDS, TABLES, replace(TABLES, source="a/表（副本）.xls")]) == [(WORDS, TABLES)]


def test_whole_accounts_take_in_the_self_evaluations_they_lack() -> None:
    whole = replace(WORDS, kind=Kind.FINAL_ACCOUNTS)
    assert bundles([whole, SCORES]) == [(whole, SCORES)]
    assert bundles([replace(whole, evaluations=3), SCORES]) == []
    assert bundles([whole, replace(TABLES)]) == []


def test_a_name_with_its_region_is_the_name_without() -> None:
    assert same_body("梨花县档案局", "档案局")
    assert not same_body("梨花县档案局", "桃花县档案局")
    assert not same_body("梨花县档案局", "案局")


def test_the_library_joins_as_a_run_does(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    _, paths = in_files(SEEDS[0], raw)
    run.audit([raw], run.Settings(tmp_path / "out"))
    known, exported = juesuan.collect(raw), juesuan.collect(tmp_path / "out")
    assert len(known) == len(exported) == 1
    assert set(exported.findings["id"]) == set(known.findings["id"]) == set(juesuan.audit(paths).findings["id"])
    for done in (known, exported):
        assert [done.audits[0].source, *done.audits[0].further] == paths
        assert FORMS in done.source(done.facts.iloc[0]).html

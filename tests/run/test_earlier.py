"""A folder that was filled before: nothing in it looks current that is not, nothing is lost, nothing done twice."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from juesuan.batch import run, worker
from run import made
from run.outputs import log, tree
from run.test_run import PRODUCTS

UNREADABLE = "nothing of the kind"


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two disclosures and what a run over them left, in two folders; with a copy of both."""
    place = tmp_path_factory.mktemp("audited")
    made.write(place / "raw", "a.txt", "甲县乙局")
    made.write(place / "raw", "b.txt", "丙县丁局", off_by=7)
    run.audit([place / "raw"], run.Settings(place / "out"))
    for name in ("raw", "out"):
        shutil.copytree(place / name, place / "as they were" / name)
    return place


@pytest.fixture
def raw(audited: Path) -> Path:
    """The disclosures, as they were."""
    return restored(audited, "raw")


@pytest.fixture
def out(audited: Path) -> Path:
    """What the run left, as it was."""
    return restored(audited, "out")


def restored(audited: Path, name: str) -> Path:
    shutil.rmtree(audited / name)
    return shutil.copytree(audited / "as they were" / name, audited / name)


def departments(out: Path) -> set[str]:
    return {path.parent.name for path in out.glob("*/audit.json")}


def index(out: Path) -> str:
    return (out / "index.html").read_text(encoding="utf-8")


def test_a_run_with_nothing_to_do_starts_no_process_and_writes_nothing_but_the_log(raw: Path, out: Path) -> None:
    worker.stop()
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.name != "run.jsonl"}
    assert run.audit([raw], run.Settings(out)).unchanged == 2
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.name != "run.jsonl"} == before
    assert not worker.warm.cache_info().currsize


def test_files_that_the_last_run_was_not_about_may_be_parts_of_one(raw: Path, out: Path) -> None:
    run.audit([raw / "a.txt"], run.Settings(out))
    worker.stop()
    assert run.audit([raw], run.Settings(out)).unchanged == 2
    assert worker.warm.cache_info().currsize


@pytest.mark.parametrize("name", ["index.html", "findings.xlsx"])
def test_an_overview_that_was_removed_is_written_again(raw: Path, out: Path, name: str) -> None:
    before = tree(out)
    (out / name).unlink()
    run.audit([raw], run.Settings(out))
    assert tree(out) == before


def test_overviews_follow_departments_that_were_removed_and_sources_that_fail(raw: Path, out: Path) -> None:
    shutil.rmtree(out / "丙县丁局-2024")
    run.audit([raw / "a.txt"], run.Settings(out))
    assert "丙县丁局" not in index(out)
    (raw / "note.txt").write_text(UNREADABLE, encoding="utf-8")
    run.audit([raw / "note.txt"], run.Settings(out))
    assert "note.txt" in index(out)
    (raw / "note.txt").unlink()
    shutil.rmtree(out / "甲县乙局-2024")
    (raw / "other.txt").write_text(UNREADABLE, encoding="utf-8")
    run.audit([raw / "other.txt"], run.Settings(out))
    assert "note.txt" not in index(out)
    assert not (out / "findings.xlsx").exists()


def test_the_audit_of_an_earlier_version_is_set_aside_when_the_document_cannot_be_audited(raw: Path, out: Path) -> None:
    earlier = {path.name: path.read_bytes() for path in (out / "甲县乙局-2024").iterdir()}
    (raw / "a.txt").write_text(UNREADABLE, encoding="utf-8")
    for _ in range(2):
        tally = run.audit([raw], run.Settings(out))
        (line,) = tally.failed
        (aside,) = (out / "_outdated").iterdir()
        assert line.endswith(f"; the audit of an earlier version of it now stands in {aside}")
        assert departments(out) == {"丙县丁局-2024"}
        assert {path.name: path.read_bytes() for path in aside.iterdir()} == earlier
        (failure,) = (entry for entry in log(out)[-2:] if entry["outcome"] == "failed")
        assert failure["folder"] == f"_outdated/{aside.name}"
        assert index(out).count("audit.html") == 2  # of the other department, and of the earlier version
        assert "此前版本" in index(out)


def test_a_document_that_can_be_audited_again_is_current(raw: Path, out: Path) -> None:
    before = tree(out)
    good = (raw / "a.txt").read_bytes()
    (raw / "a.txt").write_text(UNREADABLE, encoding="utf-8")
    run.audit([raw], run.Settings(out))
    (raw / "a.txt").write_bytes(good)
    assert run.audit([raw], run.Settings(out)).failed == []
    assert tree(out) == before
    assert not (out / "_outdated").exists()


def test_the_same_document_keeps_its_audit_when_it_cannot_be_audited_again(raw: Path, out: Path) -> None:
    settings = run.Settings(out, force=True, limits=run.Limits(seconds=0.01))
    assert len(run.audit([raw / "a.txt"], settings).failed) == 1
    assert departments(out) == {"甲县乙局-2024", "丙县丁局-2024"}
    assert "took longer than" in index(out)


def test_a_document_that_names_another_department_now_leaves_no_folder_under_the_old_name(raw: Path, out: Path) -> None:
    made.write(raw, "a.txt", "戊县己局")
    run.audit([raw], run.Settings(out))
    assert departments(out) == {"戊县己局-2024", "丙县丁局-2024"}
    assert {path.name for path in (out / "戊县己局-2024").iterdir()} == PRODUCTS
    assert not (out / "_outdated").exists()


def test_another_file_of_the_same_name_is_another_document(raw: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "a.txt"
    other.parent.mkdir()
    other.write_text(UNREADABLE, encoding="utf-8")
    assert len(run.audit([other], run.Settings(out)).failed) == 1
    assert departments(out) == {"甲县乙局-2024", "丙县丁局-2024"}
    made.write(other.parent, "a.txt", "戊县己局")
    run.audit([other], run.Settings(out))
    assert departments(out) == {"甲县乙局-2024", "丙县丁局-2024", "戊县己局-2024"}


@pytest.mark.skipif(os.name == "nt", reason="there a name is always Unicode")
def test_a_name_that_is_not_unicode_does_not_spoil_the_index(raw: Path, out: Path) -> None:
    shutil.copy(raw / "a.txt", raw / os.fsdecode(b"\xff.txt"))
    tally = run.audit([raw], run.Settings(out))
    assert len(tally.failed) == 1
    assert "not Unicode" in index(out)

"""Whole runs: what stands in the folder afterwards, and that nothing but the sources decides it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from juesuan.batch import run, worker
from juesuan.batch.child import Limits
from juesuan.batch.folders import folder_name
from run import made
from run.outputs import log, tree
from run.test_child import wait_until_gone

PRODUCTS = {
    "audit.html",
    "audit.ipynb",
    "audit.json",
    "checks.csv",
    "coverage.csv",
    "document.json",
    "evidence.csv",
    "explanations.csv",
    "facts.csv",
    "findings.csv",
    "findings.json",
    "indicators.csv",
    "statements.csv",
}
HOSTILE_NAMES = ("..%2f..%2fup.txt", "quote\"'`.txt", "line\nbreak.txt", "\u202egnp.txt", "长" * 80 + ".txt", "-rf.txt")


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three disclosures, one of them with errors, and a file that is none."""
    folder = tmp_path_factory.mktemp("raw")
    made.write(folder, "a.txt", "甲县乙局")
    made.write(folder, "b.txt", "丙县丁局", off_by=7)
    made.write(folder, "sub/c.txt", "戊县己局")
    (folder / "note.txt").write_text("nothing of the kind", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run over it leaves; for reading only."""
    folder = tmp_path_factory.mktemp("runs") / "processed"
    run.audit([raw], run.Settings(folder, jobs=2))
    return folder


def test_each_department_has_its_folder_with_everything_in_it(out: Path) -> None:
    folders = {path.name for path in out.iterdir() if path.is_dir()}
    assert folders == {"甲县乙局-2024", "丙县丁局-2024", "戊县己局-2024"}
    for folder in folders:
        assert {path.name for path in (out / folder).iterdir()} == PRODUCTS


def test_the_index_and_the_spreadsheet_stand_over_them(out: Path) -> None:
    index = (out / "index.html").read_text(encoding="utf-8")
    for department in ("甲县乙局", "丙县丁局", "戊县己局"):
        assert f"{quote(department)}-2024/audit.html" in index or f"{department}-2024/audit.html" in index
    assert "note.txt" in index  # which failed
    assert (out / "findings.xlsx").read_bytes().startswith(b"PK")


def test_one_failure_does_not_stop_the_others_and_is_told(raw: Path, tmp_path: Path) -> None:
    tally = run.audit([raw, tmp_path / "missing.pdf"], run.Settings(tmp_path / "out"))
    assert (tally.audited, tally.unchanged) == (3, 0)
    assert len(tally.failed) == 2
    assert any(line.startswith(f"{raw / 'note.txt'}: ") for line in tally.failed)
    assert any("there is no such file or folder" in line for line in tally.failed)


def test_the_log_says_of_each_source_how_it_went(out: Path, raw: Path) -> None:
    entries = {str(entry["source"]): entry for entry in log(out)}
    assert set(entries) == {str(path) for path in raw.rglob("*.txt")}
    audited = entries[str(raw / "b.txt")]
    assert audited["outcome"] == "audited"
    assert audited["folder"] == "丙县丁局-2024"
    assert len(str(audited["digest"])) == 64
    assert str(audited["start"]) < str(audited["end"])
    assert isinstance(audited["peak_memory"], int) and audited["peak_memory"] > 2**20
    assert entries[str(raw / "note.txt")]["outcome"] == "failed"
    assert entries[str(raw / "note.txt")]["reason"]


def test_neither_the_number_of_jobs_nor_the_order_changes_a_byte(out: Path, raw: Path, tmp_path: Path) -> None:
    one_by_one = tmp_path / "one"
    run.audit([*sorted(raw.glob("*.txt"), reverse=True), raw], run.Settings(one_by_one, jobs=1))
    alone = tree(one_by_one)
    assert set(alone) == set(tree(out))
    for name, content in tree(out).items():
        assert alone[name] == content, name


def test_a_second_run_does_only_what_changed(raw: Path, tmp_path: Path) -> None:
    sources = shutil.copytree(raw, tmp_path / "raw")
    (sources / "note.txt").unlink()
    settings = run.Settings(tmp_path / "out")
    assert run.audit([sources], settings).audited == 3
    again = run.audit([sources], settings)
    assert (again.audited, again.unchanged) == (0, 3)
    made.write(sources, "a.txt", "甲县乙局", basic=999)
    changed = run.audit([sources], settings)
    assert (changed.audited, changed.unchanged) == (1, 2)
    assert "999.00" in (tmp_path / "out" / "甲县乙局-2024" / "facts.csv").read_text(encoding="utf-8")


def test_other_parameters_or_force_do_all_again(raw: Path, tmp_path: Path) -> None:
    source = [raw / "a.txt"]
    assert run.audit(source, run.Settings(tmp_path)).audited == 1
    assert run.audit(source, run.Settings(tmp_path, language="en")).audited == 1
    assert run.audit(source, run.Settings(tmp_path, language="en")).unchanged == 1
    assert run.audit(source, run.Settings(tmp_path, language="en", force=True)).audited == 1


def test_a_folder_that_was_removed_is_made_again(raw: Path, tmp_path: Path) -> None:
    run.audit([raw / "a.txt", raw / "b.txt"], run.Settings(tmp_path))
    shutil.rmtree(tmp_path / "甲县乙局-2024")
    tally = run.audit([raw / "a.txt", raw / "b.txt"], run.Settings(tmp_path))
    assert (tally.audited, tally.unchanged) == (1, 1)


def test_departments_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for name, basic in (("a.txt", 100), ("b.txt", 200)):
        made.write(tmp_path / "raw", name, "办公室", basic=basic)
    run.audit([tmp_path / "raw"], run.Settings(tmp_path / "out", jobs=2))
    folders = sorted(path for path in (tmp_path / "out").iterdir() if path.is_dir())
    assert [folder.name.startswith(folder_name("办公室", "2024")) for folder in folders] == [True, True]
    sources = {json.loads((folder / "audit.json").read_text(encoding="utf-8"))["source"] for folder in folders}
    assert sources == {"a.txt", "b.txt"}


def test_hostile_names_stay_inside_the_folder(tmp_path: Path) -> None:
    for number, name in enumerate(HOSTILE_NAMES):
        made.write(tmp_path / "raw", name, f"出<script>{number}局")
    before = set(tmp_path.rglob("*"))
    tally = run.audit([tmp_path / "raw"], run.Settings(tmp_path / "out", jobs=2))
    assert (tally.audited, tally.failed) == (len(HOSTILE_NAMES), [])
    outside = {path for path in set(tmp_path.rglob("*")) - before if not path.is_relative_to(tmp_path / "out")}
    assert outside == set()
    assert "<script>" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_source_that_takes_too_long_costs_only_itself(raw: Path, tmp_path: Path) -> None:
    tally = run.audit([raw / "a.txt"], run.Settings(tmp_path, limits=Limits(seconds=0.01)))
    assert tally.failed == [f"{raw / 'a.txt'}: took longer than 0.01 seconds"]
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the kernel does not enforce the limit")
def test_a_source_that_needs_too_much_memory_costs_only_itself(raw: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_bytes((raw / "a.txt").read_bytes() * 50_000)
    tally = run.audit([huge, raw / "a.txt"], run.Settings(tmp_path / "out", limits=Limits(memory=16 * 2**20)))
    assert tally.failed == [f"{huge}: needed more memory than 16 MB"]
    assert tally.audited == 1


def test_a_process_from_nothing_gives_the_same_as_a_forked_one(out: Path, raw: Path, tmp_path: Path) -> None:
    report = worker.call_cold(len, [1, 2, 3], Limits(seconds=60))
    assert report.value == 3
    with pytest.raises(worker.child.TookTooLong):
        worker.call_cold(input, "", Limits(seconds=0.01))


def test_a_warm_process_that_somebody_killed_is_replaced() -> None:
    first = worker.warm().call(os.getsid, 0, Limits()).value  # its session is its own
    os.kill(first, signal.SIGKILL)
    wait_until_gone(first)
    assert worker.warm().call(os.getsid, 0, Limits()).value != first

"""The folder of outputs: names that are safe, moves that are whole, the same end in any order."""

from __future__ import annotations

import itertools
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.batch.folders import STAGING, Outputs, folder_name
from juesuan.batch.task import Made

HOSTILE = (
    "../../etc/passwd",
    "/absolute",
    "a/b\\c",
    "..",
    ".hidden",
    "quote\"'`",
    "line\nbreak\r\ttab",
    "\u202egnp.exe",
    "zero\u200bwidth\ufeff",
    "nul\x00byte",
    "*?<>|:",
    "$(command) & more;",
    "长" * 300,
    "",
    "   ",
)


@pytest.mark.parametrize("department", HOSTILE)
def test_a_folder_name_is_one_safe_name(department: str) -> None:
    name = folder_name(department, "2024")
    assert name.endswith("-2024")
    assert not set(name) & set("/\\:*?\"<>|'`$&; \t\n\r.")
    assert not [each for each in name if unicodedata.category(each)[0] == "C"]
    assert len(name.encode()) <= 100


@given(st.text(), st.text(max_size=6))
def test_any_text_gives_a_folder_name(department: str, year: str) -> None:
    name = folder_name(department, year)
    assert name
    assert len(name.encode()) <= 100
    assert Path(name).parts == (name,)


def test_a_usual_name_stays_as_it_is() -> None:
    assert folder_name("甲县人民政府办公室", "2024") == "甲县人民政府办公室-2024"


def test_long_names_that_differ_at_the_end_stay_apart() -> None:
    assert folder_name("长" * 100 + "甲", "2024") != folder_name("长" * 100 + "乙", "2024")


def stage(outputs: Outputs, source: str, digest: str = "d") -> Path:
    """A staged department made from a source."""
    folder = outputs.staging / f"{source}-{digest}"
    folder.mkdir()
    made = {"source": source, "digest": digest, "program": "p", "language": "zh"}
    (folder / "audit.json").write_text(json.dumps(made), encoding="utf-8")
    return folder


def contents(out: Path) -> dict[str, tuple[str, str]]:
    """Which source and digest stands in which folder."""
    found = {}
    for path in sorted(out.glob("*/audit.json")):
        summary = json.loads(path.read_text(encoding="utf-8"))
        found[path.parent.name] = (summary["source"], summary["digest"])
    return found


def test_departments_of_one_name_get_the_same_folders_in_any_order(tmp_path: Path) -> None:
    ends = []
    for number, order in enumerate(itertools.permutations(["a.pdf", "b.pdf", "c.pdf"])):
        with Outputs(tmp_path / str(number)) as outputs:
            for source in order:
                outputs.take_in(stage(outputs, source), "办公室", "2024", source)
        ends.append(contents(tmp_path / str(number)))
    assert len(ends[0]) == 3
    assert ends[0]["办公室-2024"] == ("a.pdf", "d")
    assert all(end == ends[0] for end in ends)


def test_a_changed_source_replaces_what_it_gave_before(tmp_path: Path) -> None:
    for digest in ("old", "new"):
        with Outputs(tmp_path) as outputs:
            for source in ("a.pdf", "b.pdf"):
                outputs.take_in(stage(outputs, source, digest), "办公室", "2024", source)
    assert sorted(contents(tmp_path).values()) == [("a.pdf", "new"), ("b.pdf", "new")]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "办公室-2024").mkdir()
    (tmp_path / "办公室-2024" / "notes.txt").write_text("mine", encoding="ascii")
    with Outputs(tmp_path) as outputs:
        folder = outputs.take_in(stage(outputs, "a.pdf"), "办公室", "2024", "a.pdf")
    assert folder != "办公室-2024"
    assert (tmp_path / "办公室-2024" / "notes.txt").read_text(encoding="ascii") == "mine"


def test_what_stands_is_known_by_what_it_was_made_from(tmp_path: Path) -> None:
    with Outputs(tmp_path) as outputs:
        outputs.take_in(stage(outputs, "a.pdf"), "办公室", "2024", "a.pdf")
        (tmp_path / "damaged").mkdir()
        (tmp_path / "damaged" / "audit.json").write_text("{", encoding="ascii")
        assert outputs.made() == {"办公室-2024": (Made("a.pdf", "d", "p", "zh"),)}


def test_nothing_of_a_run_stays_behind(tmp_path: Path) -> None:
    with Outputs(tmp_path) as outputs:
        stage(outputs, "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_cleared_and_what_a_living_one_has_is_not(tmp_path: Path) -> None:
    (tmp_path / STAGING / "abandoned").mkdir(parents=True)
    with Outputs(tmp_path) as living, Outputs(tmp_path) as other:
        assert sorted((tmp_path / STAGING).iterdir()) == sorted([living.staging, other.staging])

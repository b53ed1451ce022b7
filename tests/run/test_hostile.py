"""Files made to do harm cost no more than they may, and only themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.batch import check, run
from juesuan.batch.child import Limits
from juesuan.errors import SourceError
from run import hostile, made
from run.outputs import log

MEGABYTE = 2**20
SECONDS = 2.0
GENEROUS = 120.0  # seconds, for files that end by themselves
MEMORY = 1024 * MEGABYTE


@pytest.mark.parametrize("kind", hostile.EXHAUSTING)
def test_a_file_made_to_exhaust_ends_in_a_result_or_a_reason(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}.pdf"
    path.write_bytes(hostile.EXHAUSTING[kind]())
    try:
        findings = check.findings(path, "zh", SECONDS, MEMORY)
    except SourceError as error:
        assert "internal error" not in str(error)
        assert len(str(error).splitlines()) == 1
    else:
        assert isinstance(findings, list)


def test_nothing_in_a_file_is_launched_fetched_or_unpacked(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    (tmp_path / "acting.pdf").write_bytes(hostile.acting(marker))
    with pytest.raises(SourceError):  # it is no disclosure
        check.findings(tmp_path / "acting.pdf", "zh", GENEROUS, MEMORY)
    assert [path.name for path in tmp_path.iterdir()] == ["acting.pdf"]


def test_hostile_files_cost_only_themselves(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    made.write(raw, "good.txt", "甲县乙局")
    for kind in ("bomb", "nested", "huge_box"):
        (raw / f"{kind}.pdf").write_bytes(hostile.EXHAUSTING[kind]())
    out = tmp_path / "out"
    tally = run.audit([raw], run.Settings(out, jobs=2, limits=Limits(GENEROUS, MEMORY)))
    assert tally.audited == 1
    assert len(tally.failed) == 3
    assert {entry["reason"] for entry in log(out) if entry["outcome"] == "audited"} == {""}
    assert not [entry["reason"] for entry in log(out) if "internal error" in str(entry["reason"])]

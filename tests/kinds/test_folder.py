"""A folder of many documents: the index says of every file what it is, and counts nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from juesuan.batch import journal, run
from juesuan.presentation.departments import departments
from kinds.budgets import budgets
from kinds.templates import templates
from kinds.test_bodies import DEPARTMENT, EARLIER, UNIT


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("folder")
    own = DEPARTMENT.replace("梨花县档案局", "梨花县档案局（本级）").replace("部门决算", "单位决算")
    texts = {
        "1.txt": DEPARTMENT,
        "1 (copy).txt": DEPARTMENT + "\n",
        "2.txt": EARLIER,
        "3.txt": own,
        "4.txt": UNIT,
        "5.txt": budgets()[0][0],
        "6.txt": templates()[0],
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7 and no more")
    run.audit([folder], run.Settings(folder / "out"))
    return folder / "out"


def test_every_file_is_accounted_for(out: Path) -> None:
    told = {Path(entry.source).name: str(entry.outcome) for entry in journal.entries(out)}
    assert told == {
        **dict.fromkeys(("1.txt", "1 (copy).txt", "2.txt", "3.txt", "4.txt", "5.txt"), "audited"),
        **dict.fromkeys(("6.txt", "torn.pdf"), "failed"),
    }
    assert "模板" in next(failure.reason for failure in journal.failures(out) if "6.txt" in failure.source)


def test_nothing_is_counted_twice(out: Path) -> None:
    found = departments(out)
    assert [each.name for each in found if each.again] == ["梨花县档案局"]
    assert len(found) == 6
    page = (out / "index.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("（本级", "（单位", "（部门预算）", "另一版本"))


def test_a_summary_says_what_a_document_is(out: Path) -> None:
    summary = json.loads((out / "梨花县教育局-2020-预算" / "audit.json").read_text(encoding="utf-8"))
    assert (summary["kind"], summary["body"], summary["year"]) == ("budget", "梨花县教育局", "2020")
    assert summary["findings"] == {}
    assert any("不是决算" in remark for remark in summary["remarks"])

"""A folder of many documents: the index says of every file what it is, and counts nothing twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from juesuan.batch import journal, run, versions
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
        "7.txt": UNIT.replace("档案馆", "档案保护中心"),
        "8.txt": budgets()[0][0].replace("梨花县教育局", "梨花县档案局").replace("2020", "2024"),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7 and no more")
    run.audit([folder], run.Settings(folder / "out"))
    return folder / "out"


def test_every_file_is_accounted_for(out: Path) -> None:
    told = {Path(entry.source).name: str(entry.outcome) for entry in journal.entries(out)}
    assert told == {
        **dict.fromkeys(("1.txt", "1 (copy).txt", "2.txt", "3.txt", "4.txt", "5.txt", "7.txt", "8.txt"), "audited"),
        **dict.fromkeys(("6.txt", "torn.pdf"), "failed"),
    }
    assert "模板" in next(failure.reason for failure in journal.failures(out) if "6.txt" in failure.source)


def test_nothing_is_counted_twice(out: Path) -> None:
    found = departments(out)
    assert [each.name for each in found if each.again] == ["梨花县档案局"]
    assert len(found) == 8
    page = (out / "index.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("本级，", "单位，", "部门预算 ·", "另一版本"))


def twins(out: Path) -> tuple[Path, Path]:
    """The folders of the two files that are the same disclosure."""
    (other,) = out.glob("梨花县档案局-2024-????????")
    return out / "梨花县档案局-2024", other


def test_versions_of_one_tell_of_each_other(out: Path) -> None:
    plain, other = twins(out)
    pages = [(folder / "audit.html").read_text(encoding="utf-8") for folder in (plain, other)]
    summaries = [json.loads((folder / "audit.json").read_text(encoding="utf-8")) for folder in (plain, other)]
    assert [each["counted"] for each in summaries].count(True) == 1
    for page, summary, twin in zip(pages, summaries, reversed(summaries), strict=True):
        assert [each["source"] for each in summary["versions"]] == [twin["source"]]
        assert twin["source"] in page and "不同版本" in page
        assert ("只计这一份" in page) == summary["counted"]


def test_a_version_that_is_gone_is_told_no_more(out: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(out, tmp_path / "out")
    plain, other = twins(copy)
    shutil.rmtree(other)
    versions.tell(copy)
    assert "不同版本" not in (plain / "audit.html").read_text(encoding="utf-8")
    summary = json.loads((plain / "audit.json").read_text(encoding="utf-8"))
    assert (summary["versions"], summary["counted"]) == ([], True)


def audited(source: str, body: str, made: int, kind: str = "final_accounts", digest: str = "") -> versions.Audited:
    known = {"source": source, "body": body, "year": "2024", "scope": "department", "kind": kind}
    return versions.Audited(Path(source), known | {"outcomes": {"passed": made}, "digest": digest or source})


def test_the_fuller_counts_and_names_without_region_are_the_same_where_only_one_is_meant() -> None:
    one, other, elsewhere = audited("a", "梨花县档案局", 5), audited("b", "档案局", 9), audited("c", "桃花县档案局", 7)
    assert list(versions.groups([one, other])) == [(other, one)]
    assert list(versions.groups([one, other, elsewhere])) == []


def test_explanations_alone_are_a_version_of_the_whole_but_not_of_forms() -> None:
    prose, forms = audited("a", "档案局", 5, "prose"), audited("b", "档案局", 6, "forms")
    whole, budget = audited("c", "档案局", 9), audited("d", "档案局", 2, "budget")
    assert list(versions.groups([prose, forms, budget])) == []
    assert list(versions.groups([prose, whole, budget])) == [(whole, prose)]


def test_a_summary_says_what_a_document_is(out: Path) -> None:
    summary = json.loads((out / "梨花县教育局-2020-预算" / "audit.json").read_text(encoding="utf-8"))
    assert (summary["kind"], summary["body"], summary["year"]) == ("budget", "梨花县教育局", "2020")
    assert summary["findings"] == {}
    assert any("不是决算" in remark for remark in summary["remarks"])

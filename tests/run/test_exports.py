"""The exported folder: the contract's columns, safe text, and the way back to accounts and frames."""

from __future__ import annotations

import csv
import dataclasses
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pandera.errors import SchemaErrors

import readings
from juesuan import auditing, exports, reading
from juesuan.auditing import Audit
from juesuan.errors import MissingSource, UnreadableSource
from run import made

CONTRACT = {
    "facts": "document department year form row code item column value unit displayed page place kind scope phase",
    "statements": "section subject measure period value unit displayed quote page place",
    "indicators": "evaluation project level1 level2 level3 target actual weight score",
    "coverage": "section numerals understood",
    "checks": "rule family subject outcome left right difference tolerance reason",
}
DOCUMENTS = ("000", "001", "002", "003", "004", "shgzb", "ghzyj")


def audited(text: str, language: str = "zh") -> Audit:
    return auditing.examine(reading.read_text(text, "made.txt"), Path("made.txt"), auditing.spoken(language))


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    exports.write(audited(made.text("甲县乙局", off_by=7)), tmp_path)
    return tmp_path


@pytest.mark.parametrize("table", CONTRACT)
def test_tables_have_the_columns_of_the_contract(folder: Path, table: str) -> None:
    header = (folder / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert set(CONTRACT[table].split()) <= set(header)


def test_a_fact_is_a_row_with_its_value_in_yuan(folder: Path) -> None:
    fact = next(row for row in rows(folder, "facts") if row["code"] == "2010302" and row["key"] == "project")
    assert (fact["department"], fact["year"], fact["form"], fact["row"]) == ("甲县乙局", "2024", "05", "5")
    assert (fact["value"], fact["unit"], fact["displayed"]) == ("300.00", "元", "300.00")
    assert fact["place"].startswith("l")


def test_money_in_ten_thousands_is_exported_in_yuan(tmp_path: Path) -> None:
    exports.write(audited(made.text("甲县乙局").replace("金额单位：元", "金额单位：万元")), tmp_path)
    fact = next(row for row in rows(tmp_path, "facts") if row["code"] == "2010302" and row["key"] == "project")
    assert Decimal(fact["value"]) == 3_000_000
    assert (fact["unit"], fact["displayed"], fact["displayed_unit"]) == ("元", "300.00", "万元")


def test_findings_are_a_list_with_what_the_contract_names(folder: Path) -> None:
    findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert any(finding["severity"] == "error" for finding in findings)
    for finding in findings:
        keys = {"rule", "family", "severity", "message", "stated", "expected", "difference", "evidence"}
        assert keys <= set(finding)
        assert all(evidence["quote"] and evidence["line"] for evidence in finding["evidence"])


def test_findings_and_their_evidence_are_tables_too(folder: Path) -> None:
    findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in rows(folder, "findings")] == [finding["id"] for finding in findings]
    shown = [(finding["id"], item["quote"], item["place"]) for finding in findings for item in finding["evidence"]]
    assert [(row["finding"], row["quote"], row["place"]) for row in rows(folder, "evidence")] == shown


def test_places_in_workbooks_and_joined_files_keep_the_promises_of_frames(folder: Path) -> None:
    path = folder / "facts.csv"
    path.write_text(re.sub(r",l\d+c\d+,", ",file 2 sheet 3 C14,", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert set(exports.frames(folder)["facts"]["place"]) == {"file 2 sheet 3 C14"}


def test_what_a_check_is_exported_as_is_what_it_was(folder: Path) -> None:
    checks = audited(made.text("甲县乙局", off_by=7)).checks
    assert [row["outcome"] for row in rows(folder, "checks")] == [str(check.outcome) for check in checks]


def test_the_same_audit_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exports.write(audited(made.text("甲县乙局")), tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_formula_in_a_cell_does_not_reach_a_spreadsheet(tmp_path: Path) -> None:
    exports.write(audited(made.text("甲县乙局").replace("行政运行", "=cmd|' /C calc'!A0")), tmp_path)
    items = {row["item"] for row in rows(tmp_path, "facts")}
    assert "'=cmd|' /C calc'!A0" in items
    assert "=cmd|' /C calc'!A0" in set(exports.frames(tmp_path)["facts"]["item"])


def test_negative_amounts_stay_numbers(tmp_path: Path) -> None:
    exports.write(audited(made.text("甲县乙局", basic=-1200)), tmp_path)
    assert "-1200.00" in {row["value"] for row in rows(tmp_path, "facts")}


def test_personal_data_is_masked_everywhere(tmp_path: Path) -> None:
    secret = "13912345678"
    exports.write(audited(made.text("甲县乙局") + f"\n填表人：张三四  联系电话：{secret}\n"), tmp_path)
    for path in tmp_path.iterdir():
        assert secret not in path.read_text(encoding="utf-8"), path.name
        assert "张三四" not in path.read_text(encoding="utf-8"), path.name


def test_accounts_come_back_without_the_source(folder: Path) -> None:
    assert exports.load(folder) == reading.read_text(made.text("甲县乙局", off_by=7), "made.txt")


@pytest.mark.parametrize("beginning", DOCUMENTS)
def test_rules_find_the_same_in_what_was_loaded(documents: Path, tmp_path: Path, beginning: str) -> None:
    source = next(documents.glob(f"{beginning}*"))
    before = readings.audit(source)
    exports.write(before, tmp_path)
    after = auditing.examine(exports.load(tmp_path), source, "zh")
    assert [str(crash) for crash in after.crashes] == [str(crash) for crash in before.crashes]
    assert [_masked(check) for check in after.checks] == [_masked(check) for check in before.checks]


def _masked(check: Any) -> Any:
    return exports.masked(dataclasses.asdict(check))


def test_a_folder_without_an_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match=r"holds no document\.json"):
        exports.load(tmp_path)
    with pytest.raises(MissingSource, match="holds no exported department"):
        exports.frames(tmp_path)


def test_a_damaged_export_is_told(folder: Path) -> None:
    document = json.loads((folder / "document.json").read_text(encoding="utf-8"))
    document["facts"][0]["amount"]["value"] = "lots"
    (folder / "document.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r"damaged at facts\.0\.amount\.value"):
        exports.load(folder)


def test_frames_hold_exact_values_and_blanks_that_are_not_zero(folder: Path) -> None:
    frames = exports.frames(folder)
    assert {type(value) for value in frames["facts"]["value"]} == {Decimal}
    assert str(frames["facts"]["row"].dtype) == "Int64"
    unchecked = frames["checks"][frames["checks"]["outcome"] == "unchecked"]
    assert unchecked["difference"].map(lambda value: value is None).all()


def test_frames_of_several_departments_are_one(tmp_path: Path) -> None:
    for name in ("甲县乙局", "丙县丁局"):
        exports.write(audited(made.text(name)), tmp_path / name)
    assert set(exports.frames(tmp_path)["facts"]["department"]) == {"甲县乙局", "丙县丁局"}


def test_a_frame_that_breaks_a_promise_is_refused(folder: Path) -> None:
    path = folder / "checks.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",passed,", ",perhaps,"), encoding="utf-8")
    with pytest.raises(SchemaErrors, match="perhaps"):
        exports.frames(folder)

"""Disclosures written from knowledge of how places publish and not of this program: read, and judged as they deserve.

Each folder holds documents and `index.jsonl`, one object a line: what a document is, the cells it must give,
whether it is clean, and the figures and words of every slip that was put into it; `lines.jsonl`, where there is one,
holds the rows of indicators and of money as printed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from juesuan.accounts import Accounts
from juesuan.amounts import MONEY_UNITS
from juesuan.auditing import examine
from juesuan.findings import Finding
from juesuan.reading import read, read_joined
from juesuan.records import Evaluation, Fact, Indicator

HERE = Path(__file__).parent
TRIALS = [
    pytest.param(
        folder,
        json.loads(line),
        id=f"{folder.name}-{json.loads(line)['id']}",
        marks=pytest.mark.xdist_group(f"{folder.name}-{json.loads(line)['id']}"),  # one process reads a document
    )
    for folder in sorted(path for path in HERE.iterdir() if (path / "index.jsonl").is_file())
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()
]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@cache
def accounts(source: Path) -> Accounts:
    return read_joined(tuple(sorted(source.iterdir()))) if source.is_dir() else read(source)


@cache
def found(source: Path) -> list[Finding]:
    audit = examine(accounts(source), source, "zh")
    assert not audit.crashes
    return list(audit.findings)


@pytest.mark.parametrize(("folder", "trial"), TRIALS)
def test_its_cells_are_read(folder: Path, trial: dict[str, Any]) -> None:
    facts = accounts(folder / trial["file"]).facts
    assert not [want for want in trial["expect"].get("facts", []) if not any(is_cell(fact, want) for fact in facts)]


@pytest.mark.parametrize(("folder", "trial"), [each for each in TRIALS if "errors" in each.values[1]["expect"]])
def test_a_clean_document_is_not_accused(folder: Path, trial: dict[str, Any]) -> None:
    assert [each.message for each in found(folder / trial["file"]) if each.severity == "error"] == []


@pytest.mark.parametrize(("folder", "trial"), [each for each in TRIALS if "finds" in each.values[1]["expect"]])
def test_every_slip_is_found(folder: Path, trial: dict[str, Any]) -> None:
    told = [(each, words_of(each)) for each in found(folder / trial["file"])]
    missed = [slip for slip in trial["expect"]["finds"] if not any(tells(each, words, slip) for each, words in told)]
    assert missed == trial.get("missed", [])


@pytest.mark.parametrize(("folder", "trial"), [each for each in TRIALS if "lines" in each.values[1]["expect"]])
def test_its_indicators_are_read(folder: Path, trial: dict[str, Any]) -> None:
    lines = [json.loads(line) for line in (folder / "lines.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in lines if line["file"] == trial["file"]]
    tables = accounts(folder / trial["file"]).evaluations
    rows = [(table, row) for table in tables for row in table.indicators]
    money = [line for line in wanted if "money" in line]
    assert len(wanted) == trial["expect"]["lines"]
    assert [line for line in money if not any(is_money(table, line) for table in tables)] == []
    plain = [line for line in wanted if "money" not in line]
    assert [line for line in plain if not any(is_row(table, row, line) for table, row in rows)] == []


def is_row(table: Evaluation, row: Indicator, line: dict[str, str | None]) -> bool:
    """Whether a row is the one printed: sign and unit stand with the target, points are compared as numbers."""
    target = f"{line.get('relation') or ''}{line['target'] or ''}"
    targets = {folded(target), folded(f"{target}{line.get('unit') or ''}")}
    named = folded("部门整体支出" if table.overall else table.project) == folded(line["project"])
    said = folded(row.level3) == folded(line["indicator"]) and folded(row.actual.text) == folded(line["actual"])
    points = all(number(getattr(row, key).text) == number(line[key]) for key in ("weight", "score"))
    return named and said and points and folded(row.target.text) in targets


def is_money(table: Evaluation, line: dict[str, Any]) -> bool:
    """Whether a table of the project has a line of money with the figures printed; null is a figure not printed."""
    named = folded("部门整体支出" if table.overall else table.project) == folded(line["project"])
    wanted = {key: number(text.replace(",", "")) for key, text in line["money"].items() if text}
    lines = ({key: number(getattr(fund, key).text.replace(",", "")) for key in wanted} for fund in table.funds)
    return named and wanted in lines


def folded(text: str | None) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))


def number(text: str | None) -> Decimal | None:
    return Decimal(text.removesuffix("%")) if text else None


def is_cell(fact: Fact, want: dict[str, str]) -> bool:
    same = all(getattr(fact, name) == want[name] for name in ("form", "code", "key") if name in want)
    size = MONEY_UNITS.get(fact.amount.unit, Decimal(1)) / MONEY_UNITS.get(want["unit"], Decimal(1))
    return same and want.get("item", "") in fact.item and fact.amount.value * size == Decimal(want["value"])


def words_of(finding: Finding) -> str:
    quotes = [f"{evidence.quote} {evidence.row}" for evidence in finding.evidence]
    sides = (finding.message, finding.subject, finding.stated, finding.expected, finding.difference, finding.witness)
    return " ".join([*sides, *quotes])


def tells(finding: Finding, words: str, slip: dict[str, list[str]]) -> bool:
    cited = {Decimal(number.replace(",", "")) for number in NUMBER.findall(words)}
    wanted = {Decimal(number.replace(",", "")) for number in slip.get("cites", [])}
    grave = finding.severity in slip.get("severity", ["error"])
    return grave and wanted <= cited and all(re.search(word, words) for word in slip.get("words", []))

"""The measure for other tools: this program and the baseline print what it asks, and a planted error is seen in it."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bench import baseline
from bench.others import Printed, Tool, command, found, juesuan, loaded, there
from corpus.dialect import DIALECTS
from corpus.manuscript import Manuscript
from corpus.plant import Planted
from corpus.publish import made, publish
from corpus.truth import compared

TABS, MARKDOWN, PDF = 4, 6, 0  # seeds whose dialects are these
TEXTS = (TABS, MARKDOWN)
TOOL = """
import pathlib, sys
folder = pathlib.Path(sys.argv[2])
(folder / "facts.csv").write_text("form,code,item,value,doubt\\n02,205,,31.10,\\n02,206,,9,unclear\\n")
(folder / "findings.json").write_text('[{"severity": "notice", "stated": "1,031.10", "evidence": []}]')
"""


def printed(tool: Tool, manuscript: Manuscript, seed: int, folder: Path) -> Printed:
    tool(publish(manuscript, DIALECTS[seed], folder), folder)
    return loaded(folder)


@pytest.mark.parametrize("seed", TEXTS)
@pytest.mark.parametrize("tool", [juesuan, baseline.run], ids=["juesuan", "baseline"])
def test_cells_of_a_text_are_read_and_nothing_is_accused(tool: Tool, seed: int, tmp_path: Path) -> None:
    manuscript = made(seed, DIALECTS[seed])
    clean = printed(tool, manuscript, seed, tmp_path)
    assert compared(there(manuscript), clean.cells).share > 0.99
    assert clean.errors == []


def test_the_baseline_reads_the_tables_of_a_pdf(tmp_path: Path) -> None:
    manuscript = made(PDF, DIALECTS[PDF])
    forms = ("form/02", "form/03")
    few = replace(manuscript, blocks=tuple(each for each in manuscript.blocks if each.key.startswith(forms)))
    wrong = few.edited({"03/合计/total": "1.00"})
    assert compared(there(few), printed(baseline.run, few, PDF, tmp_path).cells).share == 1
    (finding,) = printed(baseline.run, wrong, PDF, tmp_path).errors
    assert finding["stated"] == "1.00"
    assert all(each["page"] and each["quote"] for each in finding["evidence"])


def test_a_wrong_sum_is_found_by_the_baseline(tmp_path: Path) -> None:
    manuscript = made(TABS, DIALECTS[TABS]).edited({"03/合计/total": "1.00"})
    wrong = printed(baseline.run, manuscript, TABS, tmp_path)
    assert found(Planted(manuscript, ("1.00",)), wrong)
    assert not found(Planted(manuscript, ("77.77",)), wrong)


def test_a_command_is_measured_by_what_it_prints(tmp_path: Path) -> None:
    tool = tmp_path / "tool.py"
    tool.write_text(TOOL, encoding="utf-8")
    line = f"{sys.executable} {tool}"
    manuscript = made(TABS, DIALECTS[TABS])
    out = printed(partial(command, line), manuscript, TABS, tmp_path)
    assert [(form, code) for form, code, _ in out.cells] == [("02", "205")]
    assert found(Planted(manuscript, ("1031.10",), notice=True), out)
    assert not found(Planted(manuscript, ("1031.10",)), out)

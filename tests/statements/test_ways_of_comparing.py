"""Right figures are no errors however they are compared: 由……增至, 净增, two prior years, 剔除……后, 依次.

A line of `ways_of_comparing.jsonl` is a section with a paragraph whose figures are right, and, where the paragraph
alone proves it, one figure of it with a wrong one to put in its place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from juesuan.auditing import examine
from juesuan.reading import read_text

LINES = (Path(__file__).parent / "ways_of_comparing.jsonl").read_text(encoding="utf-8").splitlines()
WAYS = [pytest.param(json.loads(line), id=str(number)) for number, line in enumerate(LINES, 1)]
BODY = "云岭县水利局\n2024年度部门决算\n第三部分 2024年度部门决算情况说明\n"


def errors(section: str, text: str) -> list[str]:
    audit = examine(read_text(f"{BODY}{section}\n{text}\n"), Path("made.txt"), "zh")
    assert not audit.crashes
    return [each.message for each in audit.findings if each.severity == "error" and each.family != "completeness"]


@pytest.mark.parametrize("way", WAYS)
def test_right_figures_are_no_errors(way: dict[str, Any]) -> None:
    assert errors(way["section"], way["text"]) == []


@pytest.mark.parametrize("way", [way for way in WAYS if "wrong" in way.values[0]])
def test_a_wrong_figure_is_told(way: dict[str, Any]) -> None:
    right, wrong = way["wrong"]
    assert errors(way["section"], way["text"].replace(right, wrong))

"""The classifications that forms list: functions, economic items, classes, as data."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
GENERAL, FUND, CAPITAL = "general", "fund", "capital"


@cache
def functions() -> dict[str, str]:
    """Name by function code of three (类), five (款) or seven digits (项)."""
    return {row["code"]: row["name"] for row in _rows("functions.csv")}


@cache
def classes() -> dict[str, str]:
    """Name by class code, in the order in which form 01 lists them."""
    return {row["code"]: row["name"] for row in _rows("classes.csv")}


@cache
def economic() -> dict[str, str]:
    """Name by economic code of three or five digits, in the order of form 06."""
    return {row["code"]: row["name"] for row in _rows("economic.csv")}


@cache
def economic_blocks() -> tuple[tuple[str, ...], ...]:
    """The codes in each of the three columns of form 06."""
    blocks: dict[str, list[str]] = {}
    for row in _rows("economic.csv"):
        blocks.setdefault(row["block"], []).append(row["code"])
    return tuple(tuple(codes) for codes in blocks.values())


def budget_of(code: str) -> str:
    """The budget that pays an item by its code: fund and capital items have sections of their own."""
    if code.startswith("223"):
        return CAPITAL
    return FUND if code[:5] in {"21208", "21213", "22960"} else GENERAL


def name_of(code: str) -> str:
    return functions()[code]


def path_of(code: str) -> tuple[str, str, str]:
    """The names of class, section and item of a seven-digit code."""
    return name_of(code[:3]), name_of(code[:5]), name_of(code)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

"""The measurements as small Markdown tables, for the terminal and for the README."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path

from bench.cost import Growth, Yardstick
from bench.samples import READ, Tally, dialects, shares
from juesuan.rules.registry import FAMILIES

MEASURED, SCALE = "measured", "scale"  # blocks of the README, each between two marks


def report(tally: Tally, yardsticks: list[Yardstick], grown: list[Growth], peak: float) -> str:
    """Everything measured, with the machine and the date."""
    parts = [
        f"Measured by `make bench` on {date.today().isoformat()}: Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores.",
        _reading(tally),
        _families(tally),
    ]
    if yardsticks:
        parts.append(_speed(yardsticks, peak))
    if grown:
        parts.append(_growth(grown))
    return "\n\n".join(parts) + "\n"


def scale(rows: list[tuple[str, str]]) -> str:
    """What `bench.scale` measured over many departments."""
    return grid(("many departments in one run", "measured"), rows) + "\n"


def write(text: str, readme: Path, block: str) -> None:
    """Put the tables into their block of the README."""
    begin, end = f"<!-- {block} -->", f"<!-- /{block} -->"
    head, _, rest = readme.read_text(encoding="utf-8").partition(begin)
    readme.write_text(f"{head}{begin}\n{text}{end}{rest.partition(end)[2]}", encoding="utf-8")


def _reading(tally: Tally) -> str:
    heads = ("layout", "documents", *(f"{kind} read right" for kind in READ), "cells invented")
    heads = (*heads, "false errors, clean", "false errors, harmlessly changed", "planted errors found")
    rows = []
    for name in dialects():
        counts = tally.counts
        if not counts["documents", name]:
            continue
        read = (share(counts[kind, name, "found"], counts[kind, name, "true"]) for kind in READ)
        everything, found, _ = shares(tally, "dialect", name)
        changed = f"{counts['false', name, 'harmless']} in {counts['documents', name, 'harmless']}"
        clean = str(counts["false", name, "clean"])
        invented = str(counts["cells", name, "invented"])
        rows.append((name, str(counts["documents", name]), *read, invented, clean, changed, share(found, everything)))
    return grid(heads, rows)


def _families(tally: Tally) -> str:
    rows = []
    for family in FAMILIES:
        everything, found, under = shares(tally, "planted", family)
        if everything:
            rows.append((family, str(everything), share(found, everything), share(under, everything)))
    totals = [sum(tally.counts["planted", family, what] for family in FAMILIES) for what in ("all", "found", "family")]
    rows.append(("all", str(totals[0]), share(totals[1], totals[0]), share(totals[2], totals[0])))
    return grid(("family", "planted", "found", "found under this very family"), rows)


def _speed(yardsticks: list[Yardstick], peak: float) -> str:
    rows = [
        (
            each.name,
            f"{each.read:.2f} s",
            f"{each.checked:.2f} s",
            f"{each.read / each.pdfplumber:.2f}",
            f"{each.read / each.camelot:.2f}",
        )
        for each in yardsticks
    ]
    heads = ("document", "read", "read and checked", "read ÷ pdfplumber's tables", "read ÷ camelot's tables")
    return f"{grid(heads, rows)}\n\nPeak memory for the largest of them: {peak:.0f} MiB."


def _growth(grown: list[Growth]) -> str:
    rows = [
        (
            f"{each.departments:,}",
            f"{each.seconds:.1f} s",
            f"{each.seconds / each.departments * 1000:.0f} ms",
            f"{each.peak:.0f} MiB",
        )
        for each in grown
    ]
    return grid(("departments checked (text)", "time", "each", "peak memory"), rows)


def share(part: int, whole: int) -> str:
    return f"{part / whole:.4f} ({part}/{whole})" if whole else "–"


def grid(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])

"""Two documents of one body, year, kind and scope are two versions of one: each says so, and one of them counts.

The one that counts is the fuller, by the checks that could be made on it; of equals the first by name.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from juesuan.batch.folders import SUMMARY, read_summary
from juesuan.kinds.kind import PARTS, Kind
from juesuan.kinds.scope import region_of

_MADE = ("passed", "rounding", "failed")  # outcomes of checks that could be made


@dataclass(frozen=True, slots=True)
class Audited:
    """A department's folder and its summary."""

    folder: Path
    summary: dict[str, Any]

    @property
    def source(self) -> str:
        return str(self.summary["source"])

    @property
    def fullness(self) -> int:
        """How many checks could be made."""
        return sum(self.summary["outcomes"].get(outcome, 0) for outcome in _MADE)


def tell(out: Path) -> None:
    """Write into each department's summary, and on its page, of which documents it is another version."""
    found = [Audited(path.parent, summary) for path in sorted(out.glob(f"*/{SUMMARY}")) if (summary := _read(path))]
    together = {id(each): group for group in groups(found) for each in group}
    for each in found:
        _tell(each, together.get(id(each), ()))


def groups(found: Sequence[Audited]) -> Iterator[tuple[Audited, ...]]:
    """The documents of one body, year, kind and scope where there are several, the one that counts first."""
    regions = _regions(found)
    known: dict[tuple[str, ...], list[Audited]] = defaultdict(list)
    for each in found:
        if each.summary["body"]:
            known[_identity(each, regions)].append(each)
    for body, year, scope, kind in list(known):
        whole = (body, year, scope, str(Kind.FINAL_ACCOUNTS))
        if kind in PARTS and whole in known:
            known[whole] += known.pop((body, year, scope, kind))
    for group in known.values():
        if len(group) > 1:
            yield tuple(sorted(group, key=lambda each: (-each.fullness, each.source)))


def _regions(found: Sequence[Audited]) -> dict[str, set[str]]:
    """The regions with which each name without region occurs."""
    regions: dict[str, set[str]] = defaultdict(set)
    for each in found:
        region = region_of(each.summary["body"])[0]
        regions[each.summary["body"].removeprefix(region)].add(region)
    return regions


def _identity(each: Audited, regions: dict[str, set[str]]) -> tuple[str, ...]:
    """Body, year, scope and kind; a name without region is that with one where there is only one such."""
    body = str(each.summary["body"])
    bare = body.removeprefix(region_of(body)[0])
    named = regions[bare] - {""}
    summary = each.summary
    return (bare if len(named) < 2 else body), summary["year"], summary["scope"], summary["kind"]


def _tell(each: Audited, group: Sequence[Audited]) -> None:
    others = [other for other in group if other is not each]
    told = [
        {"source": other.source, "folder": other.folder.name, "same": other.summary["digest"] == each.summary["digest"]}
        for other in others
    ]
    counted = not group or group[0] is each
    if each.summary.get("versions", []) == told and each.summary.get("counted", True) == counted:
        return
    from juesuan.presentation import noted  # takes seconds to load, and mostly nothing is to be told

    each.summary.update(versions=told, counted=counted)
    noted.write(each.folder, told, counted=counted, language=each.summary["language"])
    kept = json.dumps(each.summary, ensure_ascii=False, indent=1) + "\n"
    (each.folder / SUMMARY).write_text(kept, encoding="utf-8")


def _read(path: Path) -> dict[str, Any] | None:
    return read_summary(path.parent)

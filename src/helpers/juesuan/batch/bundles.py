"""Which departments' folders hold parts of one disclosure, told by what each audit left there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from juesuan import exports
from juesuan.batch.folders import read_summary
from juesuan.kinds.kind import Kind
from juesuan.kinds.parts import bundles, part_of, same_body

_LACKING = (Kind.FORMS, Kind.EVALUATIONS)  # what explanations may lack
Summary = Mapping[str, Any]


def of(folders: Sequence[Path]) -> tuple[tuple[str, ...], ...]:
    """The names of folders that hold parts of one disclosure, its explanations first."""
    alone = [(folder, summary) for folder in folders if (summary := read_summary(folder)) and summary["bodies"] == 1]
    loose = [summary for _, summary in alone if summary["kind"] in _LACKING]
    of_interest = [(folder, summary) for folder, summary in alone if summary in loose or _may_have(summary, loose)]
    parts = [part_of(exports.load(folder), str(summary["source"])) for folder, summary in of_interest]
    names = {id(part): folder.name for part, (folder, _) in zip(parts, of_interest, strict=True)}
    return tuple(tuple(names[id(part)] for part in bundle) for bundle in bundles(parts))


def _may_have(summary: Summary, loose: Sequence[Summary]) -> bool:
    """Whether one of some loose parts may be of a body: most departments need not be loaded."""
    return any(not each["body"] or not summary["body"] or same_body(each["body"], summary["body"]) for each in loose)

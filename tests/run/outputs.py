"""What a run left in its folder."""

from __future__ import annotations

import json
from pathlib import Path


def tree(out: Path) -> dict[str, bytes]:
    """Every file by its path, but for the log, which tells times."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != "run.jsonl"
    }


def log(out: Path) -> list[dict[str, object]]:
    """The entries of the log, the oldest first."""
    return [json.loads(line) for line in (out / "run.jsonl").read_text(encoding="utf-8").splitlines()]

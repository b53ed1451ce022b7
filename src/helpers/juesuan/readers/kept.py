"""Recognised pages kept by the digest of their picture, so that reading them again costs nothing."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from juesuan.readers.ruling import Rules

if TYPE_CHECKING:
    from juesuan.readers.scans import Scan

_VERSION = "5"  # of how pages are recognised; another one starts anew


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "juesuan" / f"recognised-{_VERSION}"


def of(key: str) -> Scan | None:
    """What was recognised on a picture with this digest; None where it was never seen."""
    from juesuan.readers.scans import Piece, Scan

    try:
        found = json.loads((_folder() / f"{key}.json").read_text(encoding="utf-8"))
        rules = Rules(*(tuple((a, b, c) for a, b, c in found["rules"][way]) for way in ("across", "down")))
        pieces = tuple(Piece(each["text"], each["confidence"], tuple(each["box"])) for each in found["pieces"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Scan(rules, pieces)


def keep(key: str, scan: Scan) -> None:
    """Keep what was recognised; a folder that cannot be written is no hindrance."""
    with suppress(OSError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False) as file:
            json.dump(asdict(scan), file, ensure_ascii=False)
        Path(file.name).replace(folder / f"{key}.json")

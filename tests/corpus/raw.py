"""Writes the example disclosures of `data/raw`: `python -m corpus.raw [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.dialect import ELEVEN, Dialect
from corpus.disclosures import load
from corpus.typeset_pdf import typeset

PORTRAIT_YUAN = Dialect("portrait-yuan", "pdf", "元", "northwest")
LANDSCAPE_YUAN = Dialect("landscape-yuan", "pdf", "元", "northwest", wide=True)
PORTRAIT_WAN = Dialect("portrait-wan", "pdf", "万元", "northwest", zero="", repeat=False)
LANDSCAPE_WAN = Dialect("landscape-wan", "pdf", "万元", "plateau", ELEVEN, wide=True, zero="", trim=True)
LAYOUTS = {
    "linxia-government-office-2023": PORTRAIT_YUAN,
    "linxia-service-centre-2024": PORTRAIT_WAN,
    "linxia-congress-office-2023": LANDSCAPE_YUAN,
    "haidong-government-office-2024": LANDSCAPE_WAN,
    "zhongwei-government-office-2024": LANDSCAPE_WAN,
}


def write(folder: Path) -> list[Path]:
    """Every example as a PDF in `folder`; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, dialect in LAYOUTS.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(typeset(load(name).manuscript(dialect, name), dialect))
        written.append(path)
    return written


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "data" / "raw"
    for path in write(target):
        print(f"{path} {path.stat().st_size:,} bytes")

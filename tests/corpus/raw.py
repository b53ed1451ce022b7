"""Writes the example disclosures of `data/raw`: `python -m corpus.raw [FOLDER]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.budget_document import approved
from corpus.budget_document import compose as budget
from corpus.compose import compose
from corpus.dialect import ELEVEN, Dialect
from corpus.disclosures import load
from corpus.manuscript import Manuscript
from corpus.publish import department_of, made
from corpus.typeset_office import of_forms, page, word, workbook
from corpus.typeset_pdf import typeset
from corpus.typeset_scan import scanned
from corpus.typeset_text import typeset as text
from corpus.year_before import year_before

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


INVENTED = Dialect("invented", "pdf", "万元", "northwest", zero="", evaluation="plain")
IN_TEXT = replace(INVENTED, medium="tabs")
BUDGET = Dialect("invented-budget", "pdf", "万元", "national", zero="")
STATISTICS, SOCIAL_WORK, PLANNING = 15, 5, 8  # the seeds of the invented departments
SCANNED = ("form/01", "form/05")


def write(folder: Path) -> list[Path]:
    """Every example in `folder`; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in _files():
        path = folder / name
        path.write_bytes(data)
        written.append(path)
    return written


def _files() -> Iterator[tuple[str, bytes]]:
    for name, dialect in LAYOUTS.items():
        yield f"{name}.pdf", typeset(load(name).manuscript(dialect, name), dialect)
    statistics, social_work, planning = (made(seed, INVENTED) for seed in (STATISTICS, SOCIAL_WORK, PLANNING))
    yield "yunxi-statistics-bureau-2024.docx", word(of_forms(statistics, wanted=False))
    yield "yunxi-statistics-bureau-2024-forms.xlsx", workbook(of_forms(statistics))
    yield "nanyu-social-work-department-2023.html", page(social_work, "gb18030")
    yield "luming-planning-bureau-2023-scanned.pdf", scanned(planning, INVENTED, SCANNED, skew=0.3)
    yield "yunxi-statistics-bureau-2024-budget.html", page(_budget(STATISTICS), "utf-8")
    yield "yunxi-statistics-bureau-2023.txt", _year_before(STATISTICS)
    yield "nanyu-social-work-department-2023-budget.docx", word(_budget(SOCIAL_WORK))
    yield "nanyu-social-work-department-2022.txt", _year_before(SOCIAL_WORK)


def _budget(seed: int) -> Manuscript:
    """The budget with which the year of an invented department began."""
    return budget(approved(department_of(seed, INVENTED)), BUDGET, "budget")


def _year_before(seed: int) -> bytes:
    """The final accounts that an invented department published a year earlier."""
    return text(compose(year_before(department_of(seed, INVENTED)), IN_TEXT, source="before"), IN_TEXT).encode()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "data" / "raw"
    for path in write(target):
        print(f"{path} {path.stat().st_size:,} bytes")

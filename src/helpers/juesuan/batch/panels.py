"""Pages over many documents: the city's, and one for each body that has several, run as notebooks are by papermill."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
import papermill

from juesuan.batch import overviews
from juesuan.batch.department import lasting
from juesuan.batch.engine import FORKED
from juesuan.batch.folders import BODIES, CITY, folder_name
from juesuan.batch.program import notebooks
from juesuan.kinds.kind import Scope
from juesuan.panel import documents, ledger
from juesuan.presentation import city, html

CITY_NOTEBOOK, PANEL_NOTEBOOK = "compare_departments.ipynb", "department_panel.ipynb"
TEMPLATE = "ledger.csv"
MOST_NAMED = 20  # bodies that one line lists
SHEETS, SCRIPT = ("report.css", "page.css", "page_tables.css"), "sort.js"


@dataclass(frozen=True)
class Pages:
    """The pages made, and who has none of its own: bodies with one document, own offices and units."""

    made: tuple[Path, ...]
    alone: tuple[str, ...]
    below: int
    unnamed: int

    @property
    def told(self) -> list[str]:
        """Who has no page of its own, a sentence each."""
        names = ", ".join(self.alone[:MOST_NAMED]) + (" …" if len(self.alone) > MOST_NAMED else "")
        return [
            *([f"{len(self.alone)} with one document, and no page over years: {names}"] if self.alone else []),
            *([f"{self.below} documents of own offices and units, on the city's page only"] if self.below else []),
            *([f"{self.unnamed} documents that name no body, on the city's page only"] if self.unnamed else []),
        ]


def write(source: Path, out: Path, register: Path | None = None, language: str = "zh") -> Pages:
    """Make the pages of a folder that `juesuan audit` has filled, or of one with documents.

    Without a `register` of bodies a ledger to fill in is written beside the pages, unless there is one already.
    Raises `SourceError` where there is nothing to compare, or where the register cannot be read.
    """
    known = documents.of(source)
    if register is not None:
        ledger.read(register)  # to fail before anything is made
    out.mkdir(parents=True, exist_ok=True)
    if register is None and not (out / TEMPLATE).exists():
        ledger.write_template(out / TEMPLATE, city.published(known))
    pages = [city_page(source, out, register, language)]
    counts = known.counts(Scope.DEPARTMENT)
    unnamed = counts.pop("", 0)
    pages += [body_page(source, out, name, language) for name in sorted(counts) if counts[name] > 1]
    with tempfile.TemporaryDirectory(dir=out) as staging:
        overviews.renew_index(out, Path(staging))
    below = sum(known.counts(scope).total() for scope in (Scope.OWN_OFFICE, Scope.UNIT))
    return Pages(tuple(pages), tuple(sorted(name for name in counts if counts[name] == 1)), below, unnamed)


def city_page(source: Path, out: Path, register: Path | None = None, language: str = "zh") -> Path:
    """Make the page over all bodies of a folder."""
    parameters = {"source": str(source.absolute()), "language": language}
    listed = {"ledger": str(register.absolute()) if register else ""}
    return _page(CITY_NOTEBOOK, parameters | listed, out / Path(CITY).stem)


def body_page(source: Path, out: Path, name: str, language: str = "zh") -> Path:
    """Make the page of one body of a folder."""
    (out / BODIES).mkdir(exist_ok=True)
    parameters = {"source": str(source.absolute()), "language": language, "body": name}
    return _page(PANEL_NOTEBOOK, parameters, out / BODIES / folder_name(name, ""))


def _page(notebook: str, parameters: dict[str, str], target: Path) -> Path:
    """Run a notebook and make a page of it; both appear whole or not at all."""
    with tempfile.TemporaryDirectory(dir=target.parent) as staging:
        executed = papermill.execute_notebook(
            notebooks() / notebook,
            None,
            parameters=parameters,
            engine_name=FORKED,
            request_save_on_cell_execute=False,
            progress_bar=False,
            cwd=staging,
        )
        made = Path(staging) / "page.ipynb"
        nbformat.write(lasting(executed, list(parameters.values())), made)
        page = Path(staging) / "page.html"
        page.write_text(html.render(made, sheets=SHEETS, script=SCRIPT), encoding="utf-8")
        made.replace(target.with_name(f"{target.name}.ipynb"))
        return page.replace(target.with_name(f"{target.name}.html"))

"""A note on a department's finished notebook and page: of which documents it is another version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import nbformat
from markupsafe import Markup
from nbformat.v4 import new_code_cell, new_output

from juesuan.presentation import html
from juesuan.privacy import mask

NOTE = "versions"  # the cell's name
AFTER = "opening"  # the cell it stands behind


def write(folder: Path, others: Sequence[Mapping[str, Any]], *, counted: bool, language: str) -> None:
    """Put the note into the notebook, in the place of an earlier one, and make the page anew."""
    path = folder / "audit.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.get("id") != NOTE]
    if others:
        at = next((number for number, cell in enumerate(notebook.cells, 1) if cell.get("id") == AFTER), 0)
        notebook.cells.insert(at, _cell(sentence(others, counted, language), language))
    nbformat.write(notebook, path)
    (folder / "audit.html").write_text(html.render(path), encoding="utf-8")


def sentence(others: Sequence[Mapping[str, Any]], counted: bool, language: str) -> str:
    """Which documents are versions of this one, and which of them counts."""
    same = [_name(other) for other in others if other["same"]]
    unlike = [_name(other) for other in others if not other["same"]]
    if language == "zh":
        told = [f"与{'、'.join(same)}是同一份文件"] if same else []
        told += [f"同一主体、同一年度另有公开文件{'、'.join(unlike)}，是同一决算的不同版本"] if unlike else []
        ends = "汇总时只计这一份" if counted else "汇总时不计这一份"
        return "；".join([*told, ends]) + "。"
    told = [f"the same file as {', '.join(same)}"] if same else []
    told += [f"another version of {', '.join(unlike)}, of the same body and year"] if unlike else []
    ends = "of these this one is counted in totals" if counted else "it is not counted in totals"
    return f"This is {'; '.join([*told, ends])}."


def _name(other: Mapping[str, Any]) -> str:
    return mask(PurePosixPath(other["source"]).name)


def _cell(words: str, language: str) -> Any:
    shown = Markup('<div class="juesuan" lang="{}">\n<p><strong>{}</strong></p></div>').format(language, words)
    output = new_output("display_data", data={"text/html": str(shown), "text/plain": words})
    return new_code_cell("", id=NOTE, outputs=[output])

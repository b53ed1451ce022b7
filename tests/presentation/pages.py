"""The invented department's audit as notebook and page, and several of them as a folder of outputs."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

from juesuan import exports
from juesuan.auditing import Audit
from juesuan.presentation import html, whole
from juesuan.presentation.markup import Fragment


def fragments(audit: Audit) -> list[Fragment]:
    """All sections in the order of the notebook."""
    return list(whole.sections(audit))


def notebook(audit: Audit, path: Path) -> Path:
    """The sections as the outputs of an executed notebook."""
    shown = [each._repr_mimebundle_() for each in fragments(audit) if each.html]
    outputs = [new_output("display_data", data=data, metadata=metadata) for data, metadata in shown]
    nbformat.write(new_notebook(cells=[new_code_cell("section", outputs=[output]) for output in outputs]), path)
    return path


def written(audit: Audit, folder: Path) -> str:
    """The page of an audit, written into a folder as `audit.html`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = html.render(notebook(audit, folder / "audit.ipynb"))
    (folder / "audit.html").write_text(made, encoding="utf-8")
    return made


def exported(audit: Audit, folder: Path, year: str = "2024") -> None:
    """A department's folder as a run leaves it."""
    folder.mkdir(parents=True)
    named = dataclasses.replace(audit, accounts=dataclasses.replace(audit.accounts, year=year))
    exports.write(named, folder)
    summary = {
        "source": str(audit.source),
        "language": audit.language,
        "department": audit.accounts.department,
        "year": year,
        "outcomes": dict(Counter(str(check.outcome) for check in audit.checks)),
        "findings": dict(Counter(str(finding.severity) for finding in audit.findings)),
        "crashes": [],
    }
    (folder / "audit.json").write_text(json.dumps(summary, ensure_ascii=False), encoding="utf-8")

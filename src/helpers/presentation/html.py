"""A notebook as one page: no code, no script, no request, readable on a machine without Chinese fonts."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import nbformat
from markupsafe import Markup
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

from helpers.presentation import fonts, markup

ASIDE = "notebook"  # tag of cells that are for the notebook's reader only
TITLE = "juesuan"

_TAGS = re.compile(r"<[^>]+>")


def render(notebook: Path | str) -> str:
    """The page of an executed notebook.

    Title and language are those of the audit in it. The style is admitted by its hash; nothing
    else may load or run.
    """
    node = nbformat.read(notebook, as_version=4)
    about = _about(node)
    body, _ = _exporter().from_notebook_node(node)
    title, language = about.get("title", TITLE), about.get("language", "zh")
    style = _style(body + title)
    return markup.render(
        "page.html.j2",
        title=title,
        language=language,
        style=Markup(style),
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        body=Markup(body),
    )


def _style(text: str) -> str:
    sheet = markup.styles("report.css", "page.css")
    font = fonts.web_font(_TAGS.sub("", text) + text_of_attributes(text))
    face = f'@font-face{{font-family:"Juesuan Sans";src:url({font})format("woff")}}' if font else ""
    return face + sheet


def text_of_attributes(html: str) -> str:
    """Alternative texts and labels, which a browser shows too."""
    return "".join(re.findall(r'(?:alt|aria-label|title)="([^"]*)"', html))


def _about(node: NotebookNode) -> dict[str, str]:
    """What the fragments of the notebook say of the page."""
    about: dict[str, str] = {}
    for cell in node.cells:
        for output in cell.get("outputs", []):
            about |= output.get("metadata", {}).get("juesuan", {})
    return about


@cache
def _exporter() -> HTMLExporter:
    config = Config()
    config.HTMLExporter.preprocessors = ["nbconvert.preprocessors.TagRemovePreprocessor"]
    config.TagRemovePreprocessor.remove_cell_tags = {ASIDE, "parameters", "injected-parameters"}
    return HTMLExporter(
        config=config,
        extra_template_basedirs=[str(markup.TEMPLATES)],
        template_name="notebook",
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
    )

"""A notebook as one page: no code, no request, readable on a machine without Chinese fonts.

A department's page runs no script; a page of many bodies has one of its own for search and sort, admitted by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from markupsafe import Markup
from nbconvert import HTMLExporter, TemplateExporter
from nbformat import NotebookNode
from traitlets.config import Config

from juesuan.findings import Language
from juesuan.presentation import fonts, markup
from juesuan.presentation.labels import sayer

ASIDE = "notebook"  # tag of cells that are for the notebook's reader only
PARAMETERS = ("parameters", "injected-parameters")
SHEETS = ("report.css", "page.css")
UNTITLED = "juesuan"

_TAGS = re.compile(r"<[^>]+>")
_SPOKEN = re.compile(r'(?:alt|aria-label|title)="([^"]*)"')


def render(notebook: Path | str, *, sheets: Sequence[str] = SHEETS, script: str = "") -> str:
    """The page of an executed notebook; title and language are those of what is shown in it.

    `script` names a template of JavaScript that the page may run, "" for none.
    """
    node = nbformat.read(notebook, as_version=4)
    about = _about(node)
    body, _ = _exporter().from_notebook_node(node)
    language: Language = "en" if about.get("language") == "en" else "zh"
    return page(body, about.get("title", UNTITLED), language, sheets=sheets, script=script)


def page(
    body: str, title: str, language: Language, *, sheets: Sequence[str] = SHEETS, rules: str = "", script: str = ""
) -> str:
    """A whole page around a body that is markup made here.

    Style and script are admitted by their hashes; pictures and the font are in the page; nothing
    else may load, run or be sent.
    """
    say = sayer(language)
    code = (markup.TEMPLATES / script).read_text(encoding="utf-8") if script else ""
    style = _font_face(body + title + say("skip")) + markup.styles(*sheets) + rules
    return markup.render(
        "page.html.j2",
        say=say,
        title=title,
        language=language,
        style=Markup(style),
        digest=_digest(style),
        script=Markup(code),
        script_digest=_digest(code) if code else "",
        body=Markup(body),
    )


def _digest(text: str) -> str:
    """What a policy admits it by."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _font_face(body: str) -> str:
    """The glyphs that the page shows or has read out, as a font of last resort."""
    font = fonts.web_font(_TAGS.sub("", body) + "".join(_SPOKEN.findall(body)))
    return f'@font-face{{font-family:"Juesuan Sans";src:url({font})format("woff")}}' if font else ""


def _about(node: NotebookNode) -> dict[str, str]:
    """What the fragments of the notebook say of the page."""
    about: dict[str, str] = {}
    for cell in node.cells:
        for output in cell.get("outputs", []):
            about |= output.get("metadata", {}).get("juesuan", {})
    return about


class _Exporter(HTMLExporter):
    """nbconvert's, but for its last step, which parses the whole page to add what these pages have."""

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kw: Any) -> Any:
        return TemplateExporter.from_notebook_node(self, nb, resources, **kw)


@cache
def _exporter() -> _Exporter:
    config = Config()
    config.HTMLExporter.preprocessors = ["nbconvert.preprocessors.TagRemovePreprocessor"]
    config.TagRemovePreprocessor.remove_cell_tags = {ASIDE, *PARAMETERS}
    return _Exporter(  # type: ignore[no-untyped-call]  # inherits an untyped constructor
        config=config,
        extra_template_basedirs=[str(markup.TEMPLATES)],
        template_name="notebook",
        exclude_anchor_links=True,
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
    )

"""HTML made of templates that escape every value: text of a document stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from juesuan.privacy import mask

_UNSEEN = re.compile(
    r"<(style|svg)\b.*?</\1>|<a class=\"anchor\".*?</a>|<(caption|strong) class=\"unseen\".*?</\2>", re.DOTALL
)
_LINE_END = re.compile(r"</(?:p|li|tr|h[1-6]|summary|figcaption|caption|dd)>|<br>")
_CELL_END = re.compile(r"</(?:td|th|dt)>|(?<=[^\s>])</span>(?=[^\s<])")
_TAG = re.compile(r"<[^>]+>")

LONGEST_FIGURE = 18  # letters, with its unit
TEMPLATES = Path(__file__).parent / "templates"


Bundle = tuple[dict[str, str], dict[str, object]]


@dataclass(frozen=True)
class Fragment:
    """A piece of a page: shown as HTML by a notebook, as plain words and figures by `print` and a diff.

    `about` is kept with the output for whoever makes a page of the notebook (title, language).
    """

    html: str
    title: str = ""
    about: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return plain(self.html) or self.title

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        shown = {"text/html": self.html, "text/plain": str(self)}
        return shown, {"juesuan": self.about} if self.about else {}


def plain(html: str) -> str:
    """The words and figures of markup made here, a row or paragraph a line, cells parted by two spaces."""
    text = _UNSEEN.sub("", html)
    text = _CELL_END.sub("  ", _LINE_END.sub("\n", text.replace("\n", " ")))
    lines = (" ".join(filter(None, re.split(r" (?! )", line.strip()))) for line in _TAG.sub("", text).split("\n"))
    return "\n".join(unescape(line).strip() for line in lines if line.strip())


def unbroken(words: str) -> str:
    """A figure with its unit, kept on one line where it is short."""
    return Markup('<span class="unbroken">{}</span>').format(words) if 0 < len(words) <= LONGEST_FIGURE else words


@cache
def environment() -> Environment:
    """The templates' environment: escaping always, an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["mask"] = mask
    made.filters["counted"] = lambda count: f"{count:,}"
    made.filters["figure"] = lambda words: unbroken(mask(words))
    return made


def render(template: str, **values: object) -> str:
    """The template's HTML with these values, each escaped unless it is markup made here."""
    return environment().get_template(template).render(**values)


def styles(*names: str) -> str:
    """The style sheets with these names, one after the other, without needless space."""
    sheets = ((TEMPLATES / name).read_text(encoding="utf-8") for name in names)
    return "\n".join(line.strip() for sheet in sheets for line in sheet.splitlines() if line.strip())

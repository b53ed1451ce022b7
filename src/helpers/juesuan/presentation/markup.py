"""HTML made of templates that escape every value: text of a document stays text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from juesuan.privacy import mask

TEMPLATES = Path(__file__).parent / "templates"


Bundle = tuple[dict[str, str], dict[str, object]]


@dataclass(frozen=True)
class Fragment:
    """A piece of a page: shown as HTML by a notebook, as its title by a terminal.

    `about` is kept with the output for whoever makes a page of the notebook (title, language).
    """

    html: str
    title: str = ""
    about: dict[str, str] = field(default_factory=dict)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        return {"text/html": self.html, "text/plain": self.title}, {"juesuan": self.about} if self.about else {}


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
    return made


def render(template: str, **values: object) -> str:
    """The template's HTML with these values, each escaped unless it is markup made here."""
    return environment().get_template(template).render(**values)


def styles(*names: str) -> str:
    """The style sheets with these names, one after the other, without needless space."""
    sheets = ((TEMPLATES / name).read_text(encoding="utf-8") for name in names)
    return "\n".join(line.strip() for sheet in sheets for line in sheet.splitlines() if line.strip())

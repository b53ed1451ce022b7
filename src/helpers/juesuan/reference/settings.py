"""The settings that decide, as a page."""

from __future__ import annotations

import dataclasses
import inspect

from juesuan import settings
from juesuan.presentation.words import FAMILY_NAMES
from juesuan.reference.markdown import block, code, table, text, titled
from juesuan.rules import FAMILIES

OPENING = f"""\
A file `{settings.FILE}` beside the work, or `[tool.{settings.TABLE}]` in a `{settings.PROJECT}`, decides from when
a fact is worth a question, how a rule reports, and which families of rules run. Nothing else is a setting: rounding
follows from the figures, and personal data is always masked.

设置只决定何时提出核实、规则如何报告、哪些类别不检查；个人信息总是遮盖。
"""


def page() -> str:
    """All settings with their defaults."""
    default = settings.Review()
    review = (
        (code(f"review.{each.name}"), code(str(getattr(default, each.name)))) for each in dataclasses.fields(default)
    )
    families = ((code(name), *map(text, FAMILY_NAMES[name])) for name in FAMILIES)
    return titled(
        "Settings · 设置",
        OPENING,
        block(inspect.getdoc(settings) or ""),
        "## Defaults · 默认值\n",
        table(("setting", "default"), review),
        "## Families of rules · 规则类别\n",
        table(("family", "类别", "name"), families),
    )

"""How a region lays out and words its disclosures: units, columns, signs for nothing, phrases."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from corpus.department import ZERO
from corpus.evaluating import trimmed

CENT = Decimal("0.01")
NINE = ("01", "02", "03", "04", "05", "06", "07", "08", "09")
ELEVEN = (*NINE, "10", "11")


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to publish. `medium` is pdf, tabs, markdown, html, raw or upright; `wording` names a module of prose.

    `forms` are forms by number and layout (`05-blocks`), `titles` those that are not the usual ones,
    `by_position` prints their place in the set for their number, `year` is that of the accounts where it is given.
    `zero` is what a cell of nothing shows; `pairs` puts budget and final of form 09 side by side
    instead of in two blocks; `last` puts 合计 below the list; `numbered` prints 行次 and 栏次.
    """

    name: str
    medium: str
    unit: str
    wording: str
    forms: tuple[str, ...] = NINE
    evaluation: str = "scored"
    wide: bool = False
    code_columns: int = 1
    last: bool = False
    pairs: bool = False
    numbered: bool = True
    labelled: bool = True
    zero: str = "0.00"
    grouped: bool = True
    trim: bool = False
    repeat: bool = True
    space: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    by_position: bool = False
    year: int = 0

    def cell(self, value: Decimal) -> str:
        """A form's cell for an amount in yuan."""
        return self.zero if value == ZERO else self.figure(value)

    def figure(self, value: Decimal) -> str:
        """An amount in yuan as the forms show it, also where it is zero."""
        shown = value if self.unit == "元" else value / 10000
        shown = shown.quantize(CENT, ROUND_HALF_UP)
        text = format(shown, ",.2f" if self.grouped else ".2f")
        return trimmed_text(text) if self.trim else text


def trimmed_text(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def prose(value: Decimal) -> str:
    """An amount in yuan as prose shows it: 万元 with two places."""
    return format((value / 10000).quantize(CENT, ROUND_HALF_UP), ".2f")


def percent(part: Decimal, whole: Decimal) -> str:
    """Part of whole in percent with two places, without the sign."""
    return format((part / whole * 100).quantize(CENT, ROUND_HALF_UP), ".2f")


DIALECTS = (
    Dialect("pdf-portrait-yuan", "pdf", "元", "northwest", evaluation="plain"),
    Dialect("pdf-landscape-wan", "pdf", "万元", "plateau", ELEVEN, "plateau", wide=True, zero="", trim=True),
    Dialect(
        "pdf-three-codes", "pdf", "万元", "east", ("01", "02", "03", "04", "05", "06", "09", "07", "08"),
        code_columns=3, last=True, pairs=True, numbered=False, labelled=False, zero="", repeat=False,
    ),
    Dialect("pdf-continued", "pdf", "万元", "coast", NINE, wide=True, zero="—", grouped=False, last=True, space=" "),
    Dialect("text-tabs", "tabs", "元", "northwest", evaluation="plain", zero="", space=" "),
    Dialect("text-tabs-wan", "tabs", "万元", "plateau", ELEVEN, "plateau", zero="", trim=True),
    Dialect("text-markdown", "markdown", "元", "coast", NINE),
    Dialect("text-raw", "raw", "万元", "northwest", zero="", space=" "),
)  # fmt: skip

__all__ = ["DIALECTS", "Dialect", "percent", "prose", "trimmed"]

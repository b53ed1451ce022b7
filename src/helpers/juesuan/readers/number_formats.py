"""What a cell of a workbook displays: its value in its number format, with as many decimals as are shown."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_PARTS = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]|(?P<plain>.)', re.DOTALL)
_PLACES = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*")
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_SIGNIFICANT = 11  # digits that a cell without format shows at most


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a number format: words around the figure, and how the figure is written.

    `least` and `most` are the decimals that are always and at most shown, `padded` the least digits
    before the point, `scale` the power of ten by which the value is multiplied. Without `figure`
    the words alone are shown.
    """

    before: str
    after: str
    figure: bool
    least: int = 0
    most: int = 0
    padded: int = 1
    thousands: bool = False
    scale: int = 0


def displayed(value: object, code: str) -> str:
    """The text that a workbook shows for a value under a number format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime | datetime.date):
        return value.strftime("%Y-%m-%d" if "d" in code.lower() else "%Y-%m")
    if not isinstance(value, int | float):
        return str(value)
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return _general(number) if _is_plain(code) else _formatted(number, code)


def is_date(code: str) -> bool:
    """Whether a number format shows a date or time."""
    bare = "".join(match["plain"] or "" for match in _PARTS.finditer(code))
    return code.lower() != "general" and not _PLACES.search(bare) and _DATE.search(bare) is not None


def _is_plain(code: str) -> bool:
    return code.strip().lower() in ("", "general", "@") or is_date(code) or "/" in code or "E+" in code.upper()


def _general(number: Decimal) -> str:
    return format(Decimal(f"{number:.{_SIGNIFICANT}g}").normalize(), "f") if number.as_tuple().exponent else str(number)


def _formatted(number: Decimal, code: str) -> str:
    sections = _sections(code)
    if number < 0 and len(sections) > 1:
        return _shown(-number, sections[1])
    if number == 0 and len(sections) > 2:
        return _shown(number, sections[2])
    shown = _shown(abs(number), sections[0])
    return f"-{shown}" if number < 0 and re.search(r"[1-9]", shown) else shown


def _shown(number: Decimal, section: _Section) -> str:
    if not section.figure:
        return section.before.strip()
    rounded = number.scaleb(section.scale).quantize(Decimal(1).scaleb(-section.most), ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:{',' if section.thousands else ''}f}".partition(".")
    kept = decimals[: section.least] + decimals[section.least :].rstrip("0")
    digits = whole.rjust(section.padded, "0") if section.padded > 1 else whole
    return (section.before + digits + ("." + kept if kept else "") + section.after).strip()


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[tuple[str, bool]]] = [[]]
    for match in _PARTS.finditer(code):
        plain = match["plain"]
        if plain == ";":
            parts.append([])
        elif plain is not None:
            parts[-1].append((plain, True))
        else:
            parts[-1] += [(letter, False) for letter in match["quoted"] or match["escaped"] or ""]
    return tuple(_section(part) for part in parts)


def _section(part: list[tuple[str, bool]]) -> _Section:
    text = "".join(letter for letter, _ in part)
    places = _PLACES.search("".join(letter if is_code else "\0" for letter, is_code in part))
    if places is None:
        return _Section(text, "", figure=False)
    places_shown = places[0].rstrip(",")
    whole, _, decimals = places_shown.partition(".")
    return _Section(
        before=text[: places.start()],
        after=text[places.end() :],
        figure="0" in places[0] or "#" in places[0],
        least=decimals.count("0"),
        most=len(decimals),
        padded=whole.count("0"),
        thousands="," in whole,
        scale=2 * text.count("%") - 3 * (len(places[0]) - len(places_shown)),
    )

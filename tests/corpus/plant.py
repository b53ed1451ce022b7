"""Planted errors: one change to a consistent disclosure, labelled with what an audit must find."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.department import Department
from corpus.dialect import Dialect
from corpus.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Site:
    """A clean disclosure and the means to choose where to change it."""

    manuscript: Manuscript
    department: Department
    dialect: Dialect
    rng: random.Random

    def keys(self, fits: Callable[[str], bool]) -> list[str]:
        """The keys that fit and hold a figure other than zero, in order."""
        return [key for key, text in self.texts().items() if fits(key) and _is_figure(text)]

    def texts(self) -> dict[str, str]:
        return self.manuscript.texts()

    def pick(self, fits: Callable[[str], bool]) -> str:
        """One of them; raises LookupError where there is none."""
        keys = self.keys(fits)
        if not keys:
            raise LookupError("nothing to change")
        return self.rng.choice(keys)


@dataclass(frozen=True, slots=True)
class Planted:
    """A disclosure with one error in it.

    A finding must cite one of `figures` as a number, or quote `words` where there are none.
    `notice` marks conduct, which need not be called an error.
    """

    manuscript: Manuscript
    figures: tuple[str, ...] = ()
    words: str = ""
    notice: bool = False


Mutation = Callable[[Site], Planted]


@dataclass(frozen=True, slots=True)
class Plant:
    """A mutation under its name and the family that must report it."""

    name: str
    family: str
    mutate: Mutation


CATALOGUE: list[Plant] = []


def plant(name: str, family: str) -> Callable[[Mutation], Mutation]:
    """Enter a mutation into the catalogue. It raises LookupError where a disclosure has no place for it."""

    def enter(mutate: Mutation) -> Mutation:
        CATALOGUE.append(Plant(name, family, mutate))
        return mutate

    return enter


def planted(site: Site) -> Iterator[tuple[Plant, Planted]]:
    """Every mutation of the catalogue that this disclosure has a place for."""
    for each in CATALOGUE:
        try:
            yield each, each.mutate(site)
        except LookupError:
            continue


def changed(site: Site, key: str, least: Decimal = Decimal("0.6")) -> tuple[Manuscript, str]:
    """The disclosure with another figure at a key, as a slip of the pen makes it, and the new text.

    The new figure differs by at least `least` (in 万元, percent or pieces): more than rounding explains.
    """
    text = site.texts()[key]
    least = least * 10000 if site.dialect.unit == "元" and key[:2].isdigit() else least
    slips = [slip for slip in _slips(text) if abs(value(slip) - value(text)) >= least]
    new = site.rng.choice(slips) if slips else shown(value(text) + least + 1, text)
    return site.manuscript.edited({key: new}), new


def shifted(site: Site, keys: Iterable[str], by: Decimal) -> Manuscript:
    """The disclosure with the same amount added at several keys; `by` is in the forms' unit."""
    texts = site.texts()
    return site.manuscript.edited({key: shown(value(texts[key]) + by, texts[key]) for key in keys if key in texts})


def value(text: str) -> Decimal:
    """A displayed figure as a number; a blank or a dash is zero."""
    bare = text.replace(",", "").strip("%")
    return Decimal(bare) if _is_number(bare) else Decimal(0)


def shown(number: Decimal, like: str) -> str:
    """A number displayed as another one is: its decimals and its separators."""
    decimals = len(like.partition(".")[2].strip("%")) if "." in like else 2 if not _is_number(like) else 0
    decimals = max(decimals, -int(number.as_tuple().exponent)) if number % 1 else decimals
    text = format(number.quantize(Decimal(1).scaleb(-decimals)), f"{',' if ',' in like else ''}f")
    return text + ("%" if like.endswith("%") else "")


def _slips(text: str) -> list[str]:
    """The text with two neighbouring digits exchanged or one digit wrong."""
    slips = []
    for i, digit in enumerate(text):
        if not digit.isdigit():
            continue
        wrong = str((int(digit) + 3) % 10)
        slips.append(text[:i] + wrong + text[i + 1 :])
        if i + 1 < len(text) and text[i + 1].isdigit() and text[i + 1] != digit:
            slips.append(text[:i] + text[i + 1] + digit + text[i + 2 :])
    return [slip for slip in slips if not slip.startswith("0") or slip.startswith("0.")]


def _is_figure(text: str) -> bool:
    return value(text) != 0


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdigit()

"""The forms and their columns as a user names them, and what was probably meant by a name that there is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from juesuan.errors import JuesuanError
from juesuan.forms.description import BUDGET, CHANGE, FINAL, OPENING_BUDGET, PRIOR, Column, FormDescription, Layout
from juesuan.forms.statutory import BY_NUMBER

HEADINGS = ("form", "name", "key", "heading", "column", "english")

_OPENING = ":opening"  # of a key: the same column, in the rows of the carry-over
_MEASURES = frozenset({PRIOR, BUDGET, OPENING_BUDGET, CHANGE, FINAL})
_PUBLIC_MEASURES = {BUDGET: ("预算数", "budget"), FINAL: ("决算数", "final")}  # each item of form 09 has both
_LISTED = 20  # keys that an error names; forms of economic accounts have a hundred
_COUNT = ("count", "统计数", "统计数", "numbers of vehicles, groups, visits")

Row = tuple[str, str, str, str, str, str]


class UnknownForm(JuesuanError, ValueError):
    """A number that no form has."""


class UnknownColumn(JuesuanError, ValueError):
    """A key, or the name of a column, that a form does not have or that several of its columns have."""


def described(number: str) -> FormDescription:
    """The description of a form by its number (two digits). Raises `UnknownForm`, which lists those there are."""
    if number not in BY_NUMBER:
        guess = f"did you mean {number.zfill(2)}? " if number.zfill(2) in BY_NUMBER else ""
        raise UnknownForm(f"there is no form {number}; {guess}there are {', '.join(BY_NUMBER)} (`juesuan forms`)")
    return BY_NUMBER[number]


def key_of(number: str, column: str) -> str:
    """The key of a form's column by its key, its name, its English name or its heading in the national form.

    Keys may bear a measure (`prior:total`). Raises `UnknownForm`, and `UnknownColumn` with what was probably meant.
    """
    form = described(number)
    if is_key(number, column):
        return column
    named = _named(number)
    keys = named.get(column, ())
    own = [key for key in keys if ":" not in key] if len(keys) > 1 else keys
    if len(own) == 1:
        return own[0]
    if keys:
        raise UnknownColumn(f"form {number} has several columns {column!r}; choose one of {', '.join(keys)}")
    known = keys_of(form)
    near = get_close_matches(column, dict.fromkeys([*known, *named]), n=3, cutoff=0.5)
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    every = ", ".join(known) if len(known) <= _LISTED else f"those that `juesuan forms {number}` lists"
    raise UnknownColumn(f"form {number} has no column {column!r}; {guess}it has {every}")


@cache
def meant(number: str, key: str) -> None:
    """Raises `UnknownForm` for a form, and `UnknownColumn` for a key, that there is nowhere: it was mistyped."""
    described(number)
    if not any(is_key(each, key) for each in BY_NUMBER):
        key_of(number, key)


@cache
def is_key(number: str, key: str) -> bool:
    """Whether a form can have a column of this key, whatever measure stands before it."""
    if number not in BY_NUMBER:
        return False
    form = BY_NUMBER[number]
    plain = key.removesuffix(_OPENING)
    measure, _, bare = plain.partition(":")
    return plain in keys_of(form) or (measure in _MEASURES and (bare in form.keys or not bare))


def keys_of(form: FormDescription) -> tuple[str, ...]:
    """The keys that figures of a form have, in the order of its columns."""
    return tuple(dict.fromkeys(row[2] for row in _rows(form)))


def forms() -> list[tuple[str, str, str]]:
    """All forms: number, name, and English name."""
    return [(form.number, form.name, form.english) for form in BY_NUMBER.values()]


def rows(numbers: Iterable[str] = ()) -> list[Row]:
    """All columns of the forms given, or of all: form, its name, key, heading, name and English name of the column.

    Raises `UnknownForm`.
    """
    forms = [described(number) for number in numbers] or list(BY_NUMBER.values())
    return [row for form in forms for row in _rows(form)]


def _rows(form: FormDescription) -> Iterator[Row]:
    for each in sorted(form.columns, key=_as_printed(form)):
        if form.layout is Layout.PUBLIC:
            for measure, (chinese, english) in _PUBLIC_MEASURES.items():
                names = (f"{each.name}{chinese}", f"{each.english}, {english}")
                yield form.number, form.name, f"{measure}:{each.key}", f"{chinese}/{each.heading}", *names
        else:
            yield form.number, form.name, each.key, each.heading, each.name, each.english
    if form.layout is Layout.PUBLIC:
        yield form.number, form.name, *_COUNT


def _as_printed(form: FormDescription) -> Callable[[Column], int]:
    """Sorts columns as most layouts print them; the description has them in the order of their patterns."""
    usual = max(form.orders, key=len, default=())
    places = {key: place for place, key in enumerate(usual)}
    return lambda column: places.get(column.key, len(usual))


@cache
def _named(number: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for _, _, key, *names in _rows(BY_NUMBER[number]):
        for name in filter(None, dict.fromkeys(names)):
            found[name] = (*found.get(name, ()), key)
    return found

"""Codes found by names: what a printed name can be, and whether it is that of a code."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from juesuan.forms.classification.book import CLASS, book
from juesuan.forms.text import flat, without_ordinal

ECONOMIC: dict[str, str] = book().economic

PERSONNEL = ("301", "303")
RUNNING = ("302", "307", "309", "310", "311", "312", "313", "399")

# Sections end alike in every class; section 03 is left out, for it means other things outside offices.
ITEM_ENDINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^行政运行"), "01"),
    (re.compile(r"^一般行政管理事务"), "02"),
    (re.compile(r"^事业运行"), "50"),
    (re.compile(r"^其他"), "99"),
)

_MARKS = re.compile(r"[()\[\]“”\"'、,.·/]")
_ENDING = re.compile(r"(?:费用|费|支出|补助|补贴|缴费)$")
_CLASS_ENDING = re.compile(r"(?:等|安排的)?支出$|费$")
_SURE_NAME = 3  # characters that a name cut short must still have
_ACCOUNT = 5  # digits of an economic account


def name_key(label: str) -> str:
    """An account's name for comparison: no ordinal, white space, brackets or marks."""
    return _MARKS.sub("", flat(without_ordinal(label)))


def known_name(code: str) -> str:
    """The newest name of a code, "" where the book lacks it."""
    found = book().account(code)
    return found.name if found else ""


def is_name_of(code: str, label: str) -> bool:
    """Whether a label is a name that a code has borne in any year."""
    return any(name_key(account.name) == name_key(label) for account in book().names(code))


def economic_item(parent: str, name: str) -> str:
    """The five-digit code of an economic account by class and name, "" where that is not certain.

    A name cut short by its cell is taken where only one account of the class begins so.
    """
    accounts = _accounts().get(parent, {})
    key = name_key(name)
    if key in accounts:
        return accounts[key]
    if len(key) < _SURE_NAME:
        return ""
    near = {code for known, code in accounts.items() if alike(known, key)}
    return near.pop() if len(near) == 1 else ""


def is_economic_class(code: str, name: str) -> bool:
    """Whether a three-digit economic code stands with the name of its own class, newest or former."""
    key = name_key(name)
    names = [name_key(account.name) for account in book().names(code)] if len(key) >= _SURE_NAME else []
    return any(known.startswith(key) or key.startswith(known) for known in names)


@lru_cache(maxsize=4096)
def function_class(label: str) -> str:
    """The three-digit function class that a row of form 01 or 04 names, "" where it names none."""
    key = name_key(label)
    if key.startswith("其他支出"):
        return "229"
    return next((code for name, code in _classes() if key.startswith(name) and "支" in key), "")


def alike(known: str, key: str) -> bool:
    """Whether two name keys are one name, of which an end was cut off or the last word differs."""
    return known.startswith(key) or key.startswith(known) or _ENDING.sub("", known) == _ENDING.sub("", key)


@cache
def _accounts() -> dict[str, dict[str, str]]:
    """Code by name for each economic class; the newest code where a name moved to another."""
    found: dict[str, dict[str, str]] = {}
    for account in sorted(book(), key=lambda each: each.last or "9"):
        if account.code in ECONOMIC and len(account.code) == _ACCOUNT:
            found.setdefault(account.code[:CLASS], {})[name_key(account.name)] = account.code
    return found


@cache
def _classes() -> tuple[tuple[str, str], ...]:
    """The function classes of all years: what a row that names one begins with, and the code."""
    classes = (account for account in book() if len(account.code) == CLASS and account.code not in ECONOMIC)
    return tuple((_CLASS_ENDING.sub("", name_key(account.name)), account.code) for account in classes)

"""Columns of the forms that list functions by economic account (支出决算明细表), from the code book."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.forms.classification import Account, book, name_key
from juesuan.forms.description import Column
from juesuan.forms.statutory.income import SUM

CLASS_KEYS = {
    "301": ("wages", "wages and welfare"),
    "302": ("goods", "goods and services"),
    "303": ("households", "aid to persons and households"),
    "304": ("bodies", "aid to enterprises and public institutions"),
    "307": ("interest", "interest and charges on debt"),
    "309": ("construction", "capital expenditure (basic construction)"),
    "310": ("assets", "capital expenditure"),
    "311": ("investment", "aid to enterprises (basic construction)"),
    "312": ("enterprises", "aid to enterprises"),
    "313": ("insurance", "aid to social insurance funds"),
    "399": ("other", "other expenditure"),
}
_CLASS = 3  # digits of an economic class; its accounts have five


def by_account() -> tuple[Column, ...]:
    """Every economic class and account as a column; the key of an account is that of its class and its code."""
    accounts = [account for code in CLASS_KEYS for account in reversed(book().below(code))]
    return (*_accounts(accounts), *_classes(accounts))


def _accounts(accounts: list[Account]) -> Iterator[Column]:
    for account in accounts:
        code, name = account.code, account.name
        if len(code) > _CLASS:
            key, _ = CLASS_KEYS[code[:_CLASS]]
            above = "|".join(_loose(known.name) for known in book().names(code[:_CLASS]))
            pattern = rf"(?:^|/)(?:{above})/(?:{code})?{_loose(name)}$"
            yield Column(f"{key}:{code}", pattern, f"{book().names(code[:_CLASS])[-1].name}/{name}", name, name)


def _classes(accounts: list[Account]) -> Iterator[Column]:
    for account in accounts:
        if account.code in CLASS_KEYS:
            key, english = CLASS_KEYS[account.code]
            pattern = rf"(?:^|/)(?:{account.code})?{_loose(account.name)}(?:/{SUM})?$"
            yield Column(key, pattern, account.name, account.name, english)


def _loose(name: str) -> str:
    """A pattern for a name whose brackets and marks a heading may lack."""
    return "".join(re.escape(character) + r"[()、,]?" for character in name_key(name))

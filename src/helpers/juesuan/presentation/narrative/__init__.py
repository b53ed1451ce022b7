"""The written parts of an audit, one module a language; every sentence rests on a figure that is there."""

from __future__ import annotations

from typing import Protocol

from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.findings import Language
from juesuan.presentation.key_figures import KeyFigures
from juesuan.presentation.narrative import en, zh


class Voice(Protocol):
    """What a language must be able to say. Each function gives sentences or paragraphs."""

    def verdict(self, audit: Audit) -> list[str]: ...
    def glance(self, accounts: Accounts, key_figures: KeyFigures) -> list[str]: ...
    def errors(self, count: int, causes: int) -> str: ...
    def notices(self, count: int) -> str: ...
    def reviews(self, count: int) -> str: ...
    def rounding(self, count: int) -> str: ...
    def performance(self, key_figures: KeyFigures) -> list[str]: ...
    def unchecked(self, count: int, inapplicable: int) -> str: ...
    def method(self, audit: Audit) -> list[str]: ...


def voice(language: Language) -> Voice:
    """The sentences of a language."""
    return zh if language == "zh" else en

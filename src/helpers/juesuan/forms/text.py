"""Small tools on the texts of cells and headings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from juesuan.amounts import is_blank

_SPACE = re.compile(r"\s+")
_WIDE = r"[\u2e80-\u9fff\uff00-\uffef“”‘’、。《》]"
_SPACE_IN_WORDS = re.compile(rf"(?<={_WIDE})\s+|\s+(?={_WIDE})")
_CODE = re.compile(r"\d(?:[\s.．·-]*\d)*")
_ORDINAL = re.compile(r"^\s*(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[、.．])")


@lru_cache(maxsize=8192)  # the cells of a large document, of which many questions are asked
def flat(text: str) -> str:
    """A text for comparison: one form of each character and no white space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def joined(text: str) -> str:
    """A label as displayed, with line breaks and letter-spacing between Chinese characters closed."""
    return _SPACE.sub(" ", _SPACE_IN_WORDS.sub("", text)).strip()


def digits_of(text: str) -> str:
    """The digits of a code cell (`201.03.01`, `20103 01`), "" where it holds anything else."""
    text = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"\D", "", text) if _CODE.fullmatch(text) else ""


def has_words(text: str) -> bool:
    """Whether a cell holds a letter or Chinese character, not only digits and marks."""
    return any(character.isalpha() for character in text)


def without_ordinal(text: str) -> str:
    """A label without the ordinal before it."""
    return _ORDINAL.sub("", text).strip()


def filled(texts: list[str]) -> list[str]:
    """The texts that say something."""
    return [text for text in texts if not is_blank(text)]

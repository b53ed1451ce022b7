"""Markdown put together so that no text can break out of its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def text(words: str) -> str:
    """Words as they are, whatever signs they hold."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def code(words: str) -> str:
    """Words as code within a line; nothing for none."""
    if not words:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", words)), default=0))
    return f"{fence}{words.replace('|', chr(92) + '|')}{fence}"


def block(words: str, language: str = "text") -> str:
    """Lines as a block of code."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", words)), default=0))
    return f"{fence}{language}\n{words}\n{fence}\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def titled(title: str, *parts: str) -> str:
    """A page: its title and its parts, parted by blank lines."""
    return "\n".join((f"# {title}\n", *parts))

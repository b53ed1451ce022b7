"""What a change is, and how one is made of a rule for lines, cells, figures or words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

Alter = Callable[[str, random.Random], str]
Encode = Callable[[str], bytes]

FIGURE = re.compile(r"(?<![\d.,])-?\d[\d,]*(?:\.\d+)?(?![\d.,])")
AMOUNT = re.compile(r"-?\d[\d,]*\.\d+")
_SENTENCE = re.compile(r"[。；]")
_ROW = re.compile(r"\t|^\s*\||<t[rdh]")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the text or of how it becomes bytes; `spares` are rules that may rightly find more in it."""

    name: str
    alter: Alter | None = None
    encode: Encode | None = None
    spares: frozenset[str] = frozenset()


def is_row(line: str) -> bool:
    """Whether a line is one of a table whose cells are marked."""
    return _ROW.search(line) is not None


def is_prose(line: str) -> bool:
    """Whether a line is running text."""
    return not is_row(line) and _SENTENCE.search(line) is not None


def lines(change: Callable[[str], str]) -> Alter:
    """Every line changed."""
    return lambda text, rng: "\n".join(map(change, text.split("\n")))


def prose(change: Callable[[str], str]) -> Alter:
    """Every line of running text changed."""
    return lines(lambda line: change(line) if is_prose(line) else line)


def words(old: str, new: str) -> Alter:
    """Words of running text in place of others: a pattern and what stands for it."""
    pattern = re.compile(old)
    return prose(lambda line: pattern.sub(new, line))


def everywhere(old: str, new: str) -> Alter:
    """A pattern replaced wherever it stands."""
    pattern = re.compile(old, re.MULTILINE)
    return lambda text, rng: pattern.sub(new, text)


def cells(change: Callable[[str], str]) -> Alter:
    """Every cell of the tables with tabs changed."""
    return lines(lambda line: "\t".join(map(change, line.split("\t"))) if "\t" in line else line)


def amounts(change: Callable[[str], str]) -> Alter:
    """Every cell with nothing but an amount changed."""
    return cells(lambda cell: change(cell) if AMOUNT.fullmatch(cell.strip()) else cell)


def tables(change: Callable[[list[list[str]], random.Random], list[list[str]] | str]) -> Alter:
    """Every table of rows with tabs changed; it gives rows again or a text in their place."""

    def altered(text: str, rng: random.Random) -> str:
        done: list[str] = []
        rows: list[list[str]] = []
        for line in [*text.split("\n"), None]:
            if line is not None and "\t" in line:
                rows.append(line.split("\t"))
                continue
            if rows:
                new = change(rows, rng) if len(rows) > 1 else rows
                done += [new] if isinstance(new, str) else ["\t".join(row) for row in new]
                rows = []
            done += [] if line is None else [line]
        return "\n".join(done)

    return altered


def between(
    every: int, inserted: Callable[[int], list[str]], where: Callable[[str], bool] = lambda line: True
) -> Alter:
    """Lines put in after every so many lines of a kind; `inserted` is asked for those of the n-th time."""

    def altered(text: str, rng: random.Random) -> str:
        done: list[str] = []
        count = times = 0
        for line in text.split("\n"):
            done.append(line)
            count += where(line)
            if count == every:
                count, times = 0, times + 1
                done += inserted(times)
        return "\n".join(done)

    return altered

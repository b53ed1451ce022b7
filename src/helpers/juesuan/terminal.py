"""Findings on a terminal; text of strangers there: control, direction and other invisible characters become visible."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.text import Text

    from juesuan.findings import Language

_HIDDEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
STYLES = {"error": "bold red", "notice": "yellow", "review": "cyan", "rounding": "blue"}
DECISIVE = 2  # places of a finding shown unless all are asked for
LONGEST_QUOTE = 80  # characters


def visible(text: str) -> str:
    """One line in which nothing can move the cursor, turn the direction of writing or hide itself."""
    return "".join(
        _escape(character) if unicodedata.category(character) in _HIDDEN else character for character in text
    )


def show(findings: Sequence[dict[str, Any]], source: str, language: Language, verbose: bool) -> None:
    """Print findings (the objects of `findings.json`): a summary first, then each with what bears it out.

    In colour where a terminal is, one line each where the output goes on to another program.
    """
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    for line in _lines(findings, source, language, verbose):
        console.print(line, soft_wrap=True)


def _lines(findings: Sequence[dict[str, Any]], source: str, language: Language, verbose: bool) -> Iterator[Text]:
    from rich.text import Text

    from juesuan.findings import Weight
    from juesuan.presentation.words import WEIGHTS, choose

    names = {str(weight): choose(words, language) for weight, words in WEIGHTS.items()}
    counts = [(str(weight), sum(each["severity"] == weight for each in findings)) for weight in Weight]
    summary = Text(f"{visible(source)}: ", style="bold")
    told = [Text(f"{count} {names[weight]}", style=STYLES[weight] if count else "dim") for weight, count in counts]
    yield summary + Text(", ").join(told)
    for finding in findings:
        weight = finding["severity"]
        if weight == Weight.ROUNDING and not verbose:
            continue
        yield Text(f"{names[weight]}  ", style=STYLES[weight]) + Text(visible(finding["message"]))
        if verbose:
            yield Text(f"      {finding['rule']}; {visible(finding['basis'])}", style="dim")
        places = list(dict.fromkeys((_where(each), each["quote"]) for each in finding["evidence"]))
        for where, quoted in places[: None if verbose else DECISIVE]:
            quote = visible(quoted)
            cut = quote if verbose or len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"
            yield Text(f"      {where:10} {cut}", style="dim")


def _where(evidence: dict[str, Any]) -> str:
    """Page or line in short, without the box on the page."""
    return f"p{evidence['page']}" if "page" in evidence else str(evidence["place"])


def _escape(character: str) -> str:
    return character.encode("unicode_escape", errors="backslashreplace").decode("ascii")

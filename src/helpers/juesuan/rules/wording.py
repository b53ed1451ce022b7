"""What rules about wording share: telltale patterns searched in the prose and reported with their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.checks import Check, Severity
from juesuan.compare import finding, not_applicable, passed
from juesuan.passages import Hit, Prose

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应真实、完整、准确"
MOST_EVIDENCE = 8  # places shown of words that stand in many
NUMBER = r"(?:\d{1,3}(?:，\d{3})+|\d+)(?:\.\d+)?"  # as in dense text


@dataclass(frozen=True, slots=True)
class Telltale:
    """A pattern over dense text that cannot stand in a finished disclosure, and what to say of it.

    `zh` and `en` complete the sentence that begins with the words found; `expected` is what
    should stand there.
    """

    pattern: re.Pattern[str]
    zh: str
    en: str
    expected: str
    severity: Severity = Severity.ERROR


def hits(prose: Prose, telltales: Sequence[Telltale]) -> list[tuple[Hit, Telltale]]:
    """Every match of every telltale in reading order; of matches that overlap, the first listed."""
    found = [(hit, telltale) for telltale in telltales for hit in prose.search(telltale.pattern)]
    kept: list[tuple[Hit, Telltale]] = []
    for hit, telltale in found:
        overlaps = (o for o, _ in kept if o.passage is hit.passage and o.start < hit.end and hit.start < o.end)
        if next(overlaps, None) is None:
            kept.append((hit, telltale))
    return sorted(kept, key=lambda pair: (pair[0].passage.index, pair[0].start))


def hits_everywhere(accounts: Accounts, telltales: Sequence[Telltale]) -> list[tuple[Hit, Telltale]]:
    """Matches in the prose and in the cells of self-evaluation tables."""
    return hits(accounts.prose, telltales) + hits(accounts.cells, telltales)


def report(accounts: Accounts, subject: str, found: Sequence[tuple[Hit, Telltale]]) -> Iterator[Check]:
    """One finding a sentence, of notices one for the same words; where there is none, the prose passes."""
    if not found:
        yield passed(subject) if accounts.prose.speaks else not_applicable(subject, "文件没有正文")
    for group in _grouped(found):
        hit, telltale = group[0]
        words = "”、“".join(dict.fromkeys(each.words for each, _ in group))
        places = list(dict.fromkeys(each.evidence for each, _ in group))
        place = where(hit) + (f"等{len(places)}处" if len(places) > 1 else "")
        yield finding(
            f"{subject}：{where(hit)}",
            f"{place}“{words}”{telltale.zh}。",
            f"“{words}” {telltale.en}.",
            places[:MOST_EVIDENCE],
            stated="、".join(dict.fromkeys(each.words for each, _ in group)),
            expected=telltale.expected,
            severity=telltale.severity,
        )


def where(hit: Hit) -> str:
    """The section a hit stands in, as a reader names it; "正文" before the first heading."""
    section = hit.passage.section
    return section.title if section is not None and section.title else "正文"


def _grouped(found: Sequence[tuple[Hit, Telltale]]) -> list[list[tuple[Hit, Telltale]]]:
    """Errors of one sentence together, notices of the same words together."""
    groups: dict[object, list[tuple[Hit, Telltale]]] = {}
    for hit, telltale in found:
        key = hit.words if telltale.severity is Severity.NOTICE else hit.evidence
        groups.setdefault((telltale.severity, key), []).append((hit, telltale))
    return list(groups.values())

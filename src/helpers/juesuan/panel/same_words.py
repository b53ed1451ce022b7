"""Problems and reasons told in the very words of another year or body: a question whether they were looked at.

What three bodies or more say alike, whatever their figures, is a template's wording and asks nothing: in it
the same figures come together by chance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding

RULE, FAMILY = "review-same-words", "review"
BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：增减变化应说明原因"
SHORTEST = 24  # characters without the figures, below which two writers may well use the same words
TEMPLATE = 3  # bodies, from which on common words are a template's
_TELLS_WHY = re.compile(r"原因|问题|不足|由于|因为|整改|偏差|改进|存在")
_REASON = re.compile(r"(?:主要)?原因(?:是|为|：)")  # what stands before it tells how much, with figures of the year
_SENTENCE = re.compile(r"[^。；;！!]+")
_YEAR = re.compile(r"20\d\d年度?")
_FIGURE = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one document that another has too: whose they are, and where they stand."""

    words: str
    body: str
    year: str
    evidence: Evidence


class Explained(NamedTuple):
    """The sentences on problems and reasons of one document: the words that are compared, and where they stand."""

    body: str
    year: str
    document: str
    sentences: Iterable[tuple[str, Evidence]]


def explained(accounts: Accounts) -> Explained:
    """The sentences of a document that is in memory."""
    return Explained(accounts.department, accounts.year, accounts.source, sentences(accounts))


def checks(known: Iterable[Explained]) -> Iterator[Check]:
    """A question for each sentence on problems or reasons that two documents share word by word."""
    said: dict[str, dict[tuple[str, str], Said]] = defaultdict(dict)
    bodies: dict[str, set[str]] = defaultdict(set)
    for each in known:
        for words, evidence in each.sentences:
            named = Said(words, each.body, each.year, replace(evidence, document=each.document))
            said[words].setdefault((each.body, each.year), named)
            bodies[without_figures(words)].add(each.body)
    shared = (list(each.values()) for each in said.values() if len(each) > 1)
    return of_shared(found for found in shared if len(bodies[without_figures(found[0].words)]) < TEMPLATE)


def of_shared(shared: Iterable[Sequence[Said]]) -> Iterator[Check]:
    """A question for each of the words that documents share, and that are no template's."""
    return (_question(found).called(RULE, FAMILY, BASIS) for found in shared)


def without_figures(words: str) -> str:
    """What a template has in common, whatever the figures."""
    return _FIGURE.sub("", words)


def sentences(accounts: Accounts) -> Iterator[tuple[str, Evidence]]:
    """Each sentence on a problem or a reason: the words that are compared, and where they stand."""
    for passage in accounts.prose.passages:
        for match in _SENTENCE.finditer(passage.dense):
            reason = _REASON.search(match[0])
            words = _YEAR.sub("", match[0][reason.start() :] if reason else match[0])
            if len(without_figures(words)) >= SHORTEST and _TELLS_WHY.search(words):
                yield words, passage.evidence(*match.span())


def _question(found: Sequence[Said]) -> Check:
    where = "、".join(dict.fromkeys(f"{each.body}{each.year}年" for each in found))
    return finding(
        f"{where}：相同的说明",
        f"{where}的问题或原因用了完全相同的语句。是否逐项分析过？",
        f"{where} tell problems or reasons in the very same words. Were they looked at one by one?",
        [each.evidence for each in found],
        stated=found[0].evidence.quote,
        expected="各年各部门据实说明",
        severity=Severity.REVIEW,
    )

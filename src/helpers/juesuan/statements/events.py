"""What a clause says without a figure: comparisons, grades, purposes, lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.records import Direction
from juesuan.statements.lexicon import BUDGET_BASE, COMPARED, PRIOR_BASE, SAME, direction_of
from juesuan.statements.nouns import trim

_GRADE = re.compile(
    r"(?:等级|评级|评价结果|评定结果|自评结果|评分结果|评价结论|评价等次|等次|综合评价|结论)(?:等级)?(?:为|是|:|\s)*[“\"']?"
    r"(?P<grade>优秀|优|良好|良|(?<=[为是:“\"'])中|较好|一般|及格|不及格|合格|不合格|较差|差)[”\"']?(?=\s*(?:[,。;、)(]|$))"
)
_LONE_GRADE = re.compile(r"^\s*[“\"']?(?P<grade>优秀|优|良好|良|中|合格|不合格|较差|差)[”\"']?\s*[。]?\s*$")
_PURPOSE = re.compile(r"^\s*(?:资金)?(?:主要)?用于\s*:?\s*(?P<what>[^。;]+)")
_VEHICLE_USE = re.compile(r"(?P<noun>[\u4e00-\u9fff()]{2,20}用车)主要(?:是|为)?(?:用于)?(?P<what>[^,。;]{2,})")
_NEGATED = re.compile(r"(?:没有|[未无不])[^,]{0,6}$")
_OTHERS = re.compile(r"其余|其他各|数量|人数")
_NAME = re.compile(r"[^、,;。:]+")
_SHORT = 24


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison said in words: its place in the clause, word, direction and what it is compared with.

    `noun` is the span of the phrase before it.
    """

    offset: int
    word: str
    direction: Direction
    of: str
    noun: tuple[int, int]
    about: bool = False


def comparison(clause: str) -> Comparison | None:
    """决算数小于预算数, 与上年持平, 与年初预算数一致: the first such comparison of a clause."""
    if (match := COMPARED.search(clause)) and not _NEGATED.search(clause, 0, match.start()):
        return Comparison(
            match.start(),
            match["word"],
            direction_of(match["word"]),
            match["of"].strip("\ue000 "),
            trim(clause[: match.start()]),
        )
    if not (same := SAME.search(clause)):
        return None
    about = bool(same["about"])
    if base := BUDGET_BASE.search(clause, 0, same.start()):
        noun = trim(clause[: base.start()])
        return Comparison(same.start(), same[0], Direction.EQUAL, base["of"], noun, about)
    if prior := PRIOR_BASE.search(clause, 0, same.start()):
        noun = trim(clause[: prior.start()])
        return Comparison(same.start(), same[0], Direction.FLAT, "", noun, about)
    if not clause[: same.start()].strip(", "):
        return Comparison(same.start(), same[0], Direction.FLAT, "", (0, 0), about)
    return None


def is_of_others(noun: str) -> bool:
    """Whether a comparison is not of the account at hand, but of the rest or of a number of things (数量与上年持平)."""
    return _OTHERS.match(noun) is not None


def grades(text: str) -> Iterator[tuple[int, str]]:
    """Offset and word of every grade given in a stretch."""
    for match in _GRADE.finditer(text):
        yield match.start("grade"), match["grade"]


def lone_grade(text: str) -> tuple[int, str] | None:
    """The grade that a whole paragraph consists of."""
    match = _LONE_GRADE.match(text)
    return None if match is None else (match.start("grade"), match["grade"])


def purpose(text: str) -> tuple[int, int] | None:
    """Where a stretch says what something is used for."""
    match = _PURPOSE.match(text)
    return None if match is None else match.span("what")


def vehicle_use(clause: str) -> tuple[str, int, int] | None:
    """What a sort of vehicle is said to be used for (其他用车主要是……): the sort, and where its use stands."""
    match = _VEHICLE_USE.search(clause)
    return None if match is None else (match["noun"], *match.span("what"))


def names(text: str) -> list[tuple[int, int]]:
    """The spans of the names in a list parted by 、 that has no figures; [] where it is no such list."""
    spans = []
    for match in _NAME.finditer(text):
        start, end = trim(match[0])
        name = re.sub(r"等(?:支出|费用|经费|方面)?$", "", match[0][start:end])
        if not name:
            continue
        if len(name) > _SHORT:
            return []
        spans.append((match.start() + start, match.start() + start + len(name)))
    return spans if len(spans) > 1 else []

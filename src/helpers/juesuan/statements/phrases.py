"""The words right before a figure, read from the figure backwards: what is measured, and of what.

A phrase is one of a small number of shapes (a share, a completion, a change, a budget …); each
shape is one function that knows how the phrase ends and leaves the rest as its noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from juesuan.records import Direction, Measure
from juesuan.statements import shapes
from juesuan.statements.lexicon import BUDGET_BASE, DIRECTION_AT_END, DIRECTION_AT_START, PRIOR_BASE, direction_of

PRIOR = "prior"
_WHOLE_WORDS = {"增": "增加", "减": "减少", "升": "上升", "降": "下降"}
_CONNECTING = re.compile(r"[各均共分别总计合了\s,]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands before a figure: its measure and the span of the noun phrase within the words.

    `base` is what a change is measured against ("prior", a budget, or "" where unsaid), `of` the
    whole of a share or completion, `word` a direction as displayed.
    """

    measure: Measure
    start: int = 0
    end: int = 0
    direction: Direction = Direction.NONE
    word: str = ""
    of: str = ""
    base: str = ""


_ABOVE = ("大于", "高于", "超过", "超出", "超", "多于")
_Shape = Callable[[str], Phrase | None]


def read_phrase(words: str, kind: str) -> Phrase:
    """The phrase before a figure whose unit is of this kind (money, rate, count, or "")."""
    for shape in _SHAPES[kind]:
        if found := shape(words):
            return found
    return Phrase(_DEFAULT[kind], 0, len(words))


def read_target(words: str) -> Phrase:
    """The phrase before a figure that stands in a statement of targets."""
    match = shapes.BOUND.search(words)
    if match is None or match["word"] in ("为", "=", "达到"):
        return Phrase(Measure.TARGET, 0, match.start() if match else len(words))
    word = match["word"]
    if word in shapes.AT_LEAST:
        direction = Direction.ABOVE
    else:
        direction = Direction.BELOW if word in shapes.AT_MOST else direction_of(word)
    return Phrase(Measure.TARGET, 0, match.start(), direction, word)


def _upto(measure: Measure, pattern: re.Pattern[str], of: str = "") -> _Shape:
    def shape(words: str) -> Phrase | None:
        match = pattern.search(words)
        return None if match is None else Phrase(measure, 0, match.start(), of=of)

    return shape


def _share(words: str) -> Phrase | None:
    match = shapes.SHARE.search(words)
    if match is None:
        return None
    of = match["of"].strip()
    measure = Measure.COMPLETION if of and shapes.WHOLE_BUDGET.fullmatch(of) else Measure.SHARE
    return Phrase(measure, 0, match.start(), of=of)


def _completion(words: str) -> Phrase | None:
    match = shapes.COMPLETION.search(words)
    if match is None or (match["of"] is None and "完成" not in match[0]):
        return None
    return Phrase(Measure.COMPLETION, 0, match.start(), of=(match["of"] or "").strip())


def _pace(words: str) -> Phrase | None:
    match = shapes.PACE.search(words)
    if match is None:
        return None
    of = "计划到位资金" if "到位" in match["rate"] else "到位资金" if "支付" in match["rate"] else "预算"
    return Phrase(Measure.COMPLETION, 0, match.start(), word=match["rate"], of=of)


def _ratio(words: str) -> Phrase | None:
    match = shapes.RATIO.search(words)
    return None if match is None else Phrase(Measure.SHARE, 0, match.end("name"))


def _change(words: str) -> Phrase | None:
    match = DIRECTION_AT_END.search(words)
    if match is None:
        return _change_of_named(words)
    word = match["dir"]
    moved = Phrase(Measure.CHANGE, 0, match.start(), direction_of(word), word)
    base = _base(words[: match.start()])
    if base is None:
        return moved
    what, start, end = base
    after = _CONNECTING.sub("", words[end : match.start()])
    before = words[:start].strip()
    if not after or (before and len(after) <= 4):
        return replace(moved, end=start, base=what)
    return replace(moved, start=end, base=what)


def _change_of_named(words: str) -> Phrase | None:
    """减少了工会经费 …: the direction stands before the noun."""
    base = _base(words)
    begins = base[2] if base and not words[: base[1]].strip() else 0
    begins += len(words[begins:]) - len(words[begins:].lstrip())
    match = DIRECTION_AT_START.match(words[begins:])
    if match is None or len(words) - begins < 5:
        return None
    word = match["dir"]
    start = begins + match.end()
    return Phrase(Measure.CHANGE, start, len(words), direction_of(word), word, base=base[0] if base else "")


def _reaching(words: str) -> Phrase | None:
    """减少为 2.00: where it fell to; the noun is what stands before the base of the comparison, if one does."""
    match = shapes.REACHING.search(words)
    if match is None:
        return None
    base = _base(words[: match.start()])
    end = match.start() if base is None or not words[: base[1]].strip(" ,") else base[1]
    return Phrase(Measure.FINAL, 0, end, direction_of(_WHOLE_WORDS.get(match["dir"], match["dir"])), match["dir"])


def _beyond_budget(words: str) -> Phrase | None:
    """大于预算数 2.00: by how much, as a change against the budget."""
    match = shapes.BEYOND.search(words)
    if match is None:
        return None
    direction = Direction.INCREASE if match["word"] in _ABOVE else Direction.DECREASE
    return Phrase(Measure.CHANGE, 0, match.start(), direction, match["word"], base=match["of"])


def _beyond_another(words: str) -> Phrase | None:
    """项目支出超过基本支出 2.00: one account held against another, which is neither's figure."""
    match = shapes.BEYOND_ANOTHER.search(words)
    return None if match is None else Phrase(Measure.OTHER, 0, match.start())


def _rate_of_change(words: str) -> Phrase | None:
    found = _change(words) if DIRECTION_AT_END.search(words) else None
    return None if found is None else replace(found, measure=Measure.RATE)


def _base(words: str) -> tuple[str, int, int] | None:
    """What a change is measured against, and where in the words that is said."""
    if match := BUDGET_BASE.search(words):
        return match["of"], match.start(), match.end()
    if match := PRIOR_BASE.search(words):
        return PRIOR, match.start(), match.end()
    return None


def _of_last_year(words: str) -> Phrase | None:
    """上年收、支总计 12.00: last year's figure of the account that is named."""
    match = shapes.NAMED_PRIOR.search(words)
    return None if match is None else Phrase(Measure.PRIOR, match.start("noun"), match.end("noun"))


def _received(words: str) -> Phrase | None:
    match = shapes.RECEIVED.search(words)
    if match is None:
        return None
    if shapes.PLANNED.search(match[0]):
        return Phrase(Measure.BUDGET, 0, match.start(), of="到位")
    return Phrase(Measure.RECEIVED, 0, match.start())


def _left_over(words: str) -> Phrase | None:
    match = shapes.LEFT_OVER.search(words)
    return None if match is None else Phrase(Measure.FINAL, 0, match.start(), word=match["what"])


def _score(words: str) -> Phrase | None:
    match = shapes.SCORE.search(words)
    if match is None:
        return None
    return Phrase(Measure.AVERAGE if match["mean"] or match["of_all"] else Measure.SCORE, 0, match.start())


_MONEY_SHAPES: tuple[_Shape, ...] = (
    _upto(Measure.TARGET, shapes.AIM),
    _reaching,
    _beyond_budget,
    _beyond_another,
    _left_over,
    _change,
    _upto(Measure.OPENING_BUDGET, shapes.OPENING),
    _upto(Measure.PRIOR, shapes.PRIOR_YEAR),
    _of_last_year,
    _received,
    _upto(Measure.BUDGET, shapes.FULL_YEAR, "全年预算"),
    _upto(Measure.BUDGET, shapes.PLAIN_BUDGET),
    _upto(Measure.FINAL, shapes.FINAL),
    _upto(Measure.FINAL, shapes.BARE_SPENDING),
)
_SHAPES: dict[str, tuple[_Shape, ...]] = {
    "money": _MONEY_SHAPES,
    "rate": (_share, _rate_of_change, _completion, _pace, _ratio),
    "count": (_score, _reaching, _change),
    "": (_score, _share, _completion, _pace, *_MONEY_SHAPES),
}
_DEFAULT = {"money": Measure.FINAL, "rate": Measure.OTHER, "count": Measure.COUNT, "": Measure.FINAL}

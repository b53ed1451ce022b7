"""The words right before a figure, read from the figure backwards: what is measured, and of what.

A phrase is one of a small number of shapes (a share, a completion, a change, a budget …); each
shape is one function that knows how the phrase ends and leaves the rest as its noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from helpers.records import Direction, Measure
from helpers.statements.lexicon import BUDGET_BASE, DIRECTION_AT_END, DIRECTION_AT_START, PRIOR_BASE, direction_of

PRIOR = "prior"


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


_Shape = Callable[[str], Phrase | None]

_IS = r"(?:总?共|共计|合计|总计|累计|约|均|各|分别|达|达到)?(?:为|是|达|达到|有|:)?\s*(?:约|共|共计)?\s*$"
_BUDGET = r"(?:财政)?预算(?:总?数|总?金额|资金|总额|总计|合计|安排(?:资金|数)?|批复(?:数|资金|金额)?|收入数?|支出数?|指标|规模)?(?:安排)?"
_SHARE = re.compile(r"占(?P<of>[^占]*?)的?(?:比例|比重|比率|比)?(?:约|为|达)?\s*$")
_WHOLE_BUDGET = re.compile(r"(?:\ue000*)(?:年初|全年|年度|当年|调整后?|项目)?的?预算(?:数|总额|资金|金额|安排)?")
_COMPLETION = re.compile(
    r"(?:完成(?:了|率)?|达到?|(?<=[算数])为|实现)\s*(?P<of>[^完]{0,16}?(?:预算|计划|任务|目标|年初|指标)(?:总?数|金额|总额|安排|任务|值)?)?的?(?:比例|比率)?(?:约|为|达到?)?\s*$"
)
_PACE = re.compile(
    r"(?P<rate>(?:预算|资金|支付|总体|整体|全年|实际)*(?:执行|到位|支付|支出|完成|拨付|使用|落实|下达)(?:进度|率)|支付(?:资金)?)(?:达到?|为|是|:)?\s*$"
)
_RATIO = re.compile(r"(?:率|度|比例|比重|占比|情况)(?:大于|高于|不低于|达到?|达|为|是|:|均)*\s*$")
_OPENING = re.compile(
    rf"(?:下达|批复|安排)?的?\ue000*(?:年初)(?:部门|单位|财政|项目)?(?:{_BUDGET}|安排(?:数|资金|金额)?){_IS}"
)
_FULL = re.compile(
    rf"(?:全年|调整后?(?:的)?|变更后|年度(?!部门)|当年|本年)(?:部门|单位|财政|项目|支出)?{_BUDGET}{_IS}|预算调整数{_IS}|调整(?:预算)?数{_IS}"
)
_PLAIN = re.compile(
    rf"(?:支出|收入)?(?<!公共)(?<!基金)(?<!经营){_BUDGET}{_IS}|(?:预算内?)?已?编制(?:项目)?资金{_IS}|(?:计划|应)(?:投入|到位)(?:资金)?{_IS}|(?:资金)?投入(?:资金)?{_IS}"
)
_RECEIVED = re.compile(
    rf"(?:资金|预算|实际|已|全部|财政|累计|项目)*到位(?:资金|金额|数)?{_IS}|(?:财政|实际|已|共|市级|县级|区级|省级|中央|年度)*(?:拨付|拨入|拨款|下达|到账)(?:资金|经费|金额)?{_IS}"
)
_PLANNED = re.compile(r"(?:预算|计划|应)(?:应)?到位")
_PRIOR = re.compile(
    rf"(?P<year>上年度?|上一年度?|去年)(?:同期)?的?(?:支出|收入)?(?:决算)?(?:数|支出)?{_IS}|从上年度?的?\s*$"
)
_SAVED = re.compile(
    rf"(?<!结转和)(?<!结转)(?P<what>节约|结余|剩余|结转|收回|上缴|未支付|未执行)(?:了)?(?:项目|财政|预算)?(?:资金|经费|金额|指标)?{_IS}"
)
_FINAL = re.compile(
    rf"(?:支出|收入)?决算(?:支出)?(?:数|金额|总额)?{_IS}"
    rf"|(?:全年|实际|累计|已|共|资金|项目)*(?:执行|使用|支付|花费|列支|完成支出|开支)(?:数|金额|资金|了)?{_IS}|(?:全年|实际|累计|已|共)+支出(?:数|金额|资金|了)?{_IS}"
)
_AIM = re.compile(rf"(?<=绩效目标)(?:值|金额)?{_IS}")
_TO = re.compile(r"(?:增加|增长|提高|上升|减少|下降|降低)(?:到|至)\s*$")
_SPENT = re.compile(r"^(?:和|及|、|\s)*支出(?:为|是|了|共计?)?\s*$")
_SCORE = re.compile(
    r"(?P<mean>平均)?(?:自评|评价|综合|绩效|总)*(?:得分|分数|评分|等分|总分|自评分|评价分|分值)(?:为|是|达到?|:)*\s*$|(?:评分|打分|评价)(?:为|是|:)\s*$"
)
_AT_LEAST = re.compile(
    r"(?P<word>≥|>=|>|≤|<=|<|大于等于|大于|高于|不少于|不低于|超过|达到|小于等于|小于|低于|不超过|不高于|控制在|为|=)+\s*$"
)


def read_phrase(words: str, kind: str) -> Phrase:
    """The phrase before a figure whose unit is of this kind (money, rate, count, or "")."""
    for shape in _SHAPES[kind]:
        if found := shape(words):
            return found
    return _DEFAULT[kind](words)


def read_target(words: str) -> Phrase:
    """The phrase before a figure that stands in a statement of targets."""
    match = _AT_LEAST.search(words)
    word = match["word"] if match and match["word"] not in ("为", "=", "达到") else ""
    if word in ("≥", ">=", ">", "不少于", "不低于", "大于等于"):
        direction = Direction.ABOVE
    elif word in ("≤", "<=", "<", "不超过", "不高于", "控制在", "小于等于"):
        direction = Direction.BELOW
    else:
        direction = direction_of(word) if word else Direction.NONE
    return Phrase(Measure.TARGET, 0, match.start() if match else len(words), direction, word)


def _upto(measure: Measure, pattern: re.Pattern[str], of: str = "") -> _Shape:
    def shape(words: str) -> Phrase | None:
        match = pattern.search(words)
        return None if match is None else Phrase(measure, 0, match.start(), of=of)

    return shape


def _share(words: str) -> Phrase | None:
    match = _SHARE.search(words)
    if match is None:
        return None
    of = match["of"].strip()
    measure = Measure.COMPLETION if of and _WHOLE_BUDGET.fullmatch(of) else Measure.SHARE
    return Phrase(measure, 0, match.start(), of=of)


def _completion(words: str) -> Phrase | None:
    match = _COMPLETION.search(words)
    if match is None or (match["of"] is None and "完成" not in match[0]):
        return None
    return Phrase(Measure.COMPLETION, 0, match.start(), of=(match["of"] or "").strip())


def _pace(words: str) -> Phrase | None:
    match = _PACE.search(words)
    if match is None:
        return None
    of = "计划到位资金" if "到位" in match["rate"] else "到位资金" if "支付" in match["rate"] else "预算"
    return Phrase(Measure.COMPLETION, 0, match.start(), word=match["rate"], of=of)


def _ratio(words: str) -> Phrase | None:
    match = _RATIO.search(words)
    return None if match is None else Phrase(Measure.SHARE, 0, match.start() + 1)


def _change(words: str) -> Phrase | None:
    match = DIRECTION_AT_END.search(words)
    measure = Measure.CHANGE
    if match is None:
        base = _base(words)
        rest = words[base[2] :] if base and not words[: base[1]].strip() else words
        match = DIRECTION_AT_START.match(rest.strip())
        if match is None or len(rest) < 5:
            return None
        shift = len(words) - len(rest.lstrip())
        return Phrase(
            measure,
            shift + match.end(),
            len(words),
            direction_of(match["dir"]),
            match["dir"],
            base=base[0] if base else "",
        )
    base = _base(words[: match.start()])
    word = match["dir"]
    if base is None:
        return Phrase(measure, 0, match.start(), direction_of(word), word)
    what, start, end = base
    before, after = words[:start], words[end : match.start()]
    span = (end, match.start()) if re.sub(r"[各均共分别总计合了\s,]", "", after) else (0, start)
    if before.strip() and span[0] == end and len(after.strip()) <= 4:
        span = (0, start)
    return Phrase(measure, *span, direction_of(word), word, base=what)


def _rate_of_change(words: str) -> Phrase | None:
    found = _change(words) if DIRECTION_AT_END.search(words) else None
    if found is None:
        return None
    return Phrase(Measure.RATE, found.start, found.end, found.direction, found.word, base=found.base)


def _base(words: str) -> tuple[str, int, int] | None:
    """What a change is measured against, and where in the words that is said."""
    if match := BUDGET_BASE.search(words):
        return match["of"], match.start(), match.end()
    if match := PRIOR_BASE.search(words):
        return PRIOR, match.start(), match.end()
    return None


def _received(words: str) -> Phrase | None:
    match = _RECEIVED.search(words)
    if match is None:
        return None
    planned = _PLANNED.search(match[0])
    return Phrase(Measure.BUDGET if planned else Measure.RECEIVED, 0, match.start(), of="到位" if planned else "")


def _saved(words: str) -> Phrase | None:
    match = _SAVED.search(words)
    return None if match is None else Phrase(Measure.FINAL, 0, match.start(), word=match["what"])


def _score(words: str) -> Phrase | None:
    match = _SCORE.search(words)
    if match is None:
        return None
    return Phrase(Measure.AVERAGE if match["mean"] else Measure.SCORE, 0, match.start())


def _prior(words: str) -> Phrase | None:
    match = _PRIOR.search(words)
    return None if match is None else Phrase(Measure.PRIOR, 0, match.start())


def _counted(words: str) -> Phrase:
    return Phrase(Measure.COUNT, 0, len(words))


def _spent(words: str) -> Phrase:
    return Phrase(Measure.FINAL, 0, len(words))


def _unknown(words: str) -> Phrase:
    return Phrase(Measure.OTHER, 0, len(words))


_MONEY_SHAPES: tuple[_Shape, ...] = (
    _upto(Measure.TARGET, _AIM),
    _upto(Measure.FINAL, _TO),
    _saved,
    _change,
    _upto(Measure.OPENING_BUDGET, _OPENING),
    _prior,
    _received,
    _upto(Measure.BUDGET, _FULL, "全年预算"),
    _upto(Measure.BUDGET, _PLAIN),
    _upto(Measure.FINAL, _FINAL),
    _upto(Measure.FINAL, _SPENT),
)
_RATE_SHAPES: tuple[_Shape, ...] = (_share, _rate_of_change, _completion, _pace, _ratio)
_SHAPES: dict[str, tuple[_Shape, ...]] = {
    "money": _MONEY_SHAPES,
    "rate": _RATE_SHAPES,
    "count": (_score, _upto(Measure.FINAL, _TO), _change),
    "": (_score, _share, _completion, _pace, *_MONEY_SHAPES),
}
_DEFAULT: dict[str, Callable[[str], Phrase]] = {"money": _spent, "rate": _unknown, "count": _counted, "": _spent}

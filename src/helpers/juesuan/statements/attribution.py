"""From a figure and the words before it to what it says, and of what."""

from __future__ import annotations

import re
from dataclasses import replace

from juesuan.records import Direction, Measure, Statement
from juesuan.statements.characters import DIGIT
from juesuan.statements.evaluating import evaluated
from juesuan.statements.lexicon import BEFORE_LAST
from juesuan.statements.nouns import is_generic
from juesuan.statements.numerals import Numeral
from juesuan.statements.phrases import PRIOR, Phrase, read_phrase, read_target
from juesuan.statements.project_money import (
    FUNDING,
    OF_PROJECTS,
    PROJECT_MONEY,
    is_of_project,
    is_score,
    of_named_project,
)
from juesuan.statements.scope import Scope
from juesuan.statements.shapes import BARE_SPENDING
from juesuan.statements.subjects import BOTH_SIDES, account, awarded, canonical, in_topic, is_account, is_project_money
from juesuan.statements.things import Counted, noun_after, thing
from juesuan.statements.told import Told, Words

SCORE = "自评得分"
MEAN_SCORE = "绩效自评平均得分"

_MOVES = (Measure.CHANGE, Measure.RATE)
_BUDGETS = (Measure.OPENING_BUDGET, Measure.BUDGET)
_OPPOSITE = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}
_ACCOUNT_UNIT = "科目"
_YEAR_NAMED = re.compile(r"((?:19|20)\d{2})\s*年")
_OF_A_YEAR = re.compile(
    r"(?:本年(?P<now>收入|支出)|(?<![与同较比])(?:上年|去年)度?(?P<before>收入|支出)(?:为|是)?)\s*$"
)
_SIDE = re.compile(r"本年(?P<side>收入|支出)(?:决算)?(?:数|金额|总额)?(?:为|是|共)?\s*$")
_OWNER = re.compile(r"(?:政府性基金|国有资本经营|一般公共)预算")
_SUM = re.compile("[合共总]计|[二两三四五六七八九]项")
_EACH = re.compile(r"(?:[生人户车台辆次批亩]均|每[\u4e00-\u9fff]|均价|单价)[^,;。]*$")
"""What one of many costs."""
_NEXT = re.compile(r"[、,和及与]\s*\d[\d,]*(?:\.\d+)?")
_SERIES = re.compile(r"(?:\s*[、,和及与]\s*\d[\d,]*(?:\.\d+)?\s*(?:%|[万亿]?元)?)*")
"""Figures that go on from one another; matches anywhere, if nothing."""
_IN_TURN = re.compile("分别|依次|各占")
_OF_YEARS = ("overall", "income", "expenditure", "fiscal")
_CODED = re.compile(rf"{DIGIT}{{7}}\)?\s*-?\s*[\u4e00-\u9fff]")
_ASSET = re.compile(
    r"(?:资产|负债|原值|净值|折旧|摊销|工程|投资|证券|存货|房屋|[构建]筑物|车辆|设备)(?:总额|合计|总计)?$"
)
_DEEDS = re.compile(r"减免|节省|筹|争取|带动|征收|收取|募集|捐|销售|产值|贷款|兑现")
_PAID = re.compile(r"(?:发放|支付|投入)了?\s*$")
_ANOTHER = re.compile(r"\s*[、,和与及]\s*\d[\d,]*(?:\.\d+)?\s*[万亿]?元")
_ALL_PROJECTS = re.compile(r"(?:个|等)?项目(?:共计|合计|总计|共)")
_OWN_POINTS = re.compile(r"(?:绩效)?(?:自评|评价|综合|总)*")
_OLDER = re.compile(r"(?:与|和|同|较|比)\s*前年(?!度)的?[(（]?\s*$")
_AGAINST = re.compile(
    r"(?:与|和|同|较|比)\s*(?:上年|去年|(?P<year>(?:19|20)\d{2})\s*年)度?的?(?:(?:支出|收入)(?:决算)?(?:数|额)?|决算数?)?(?:的|[(（])?\s*$"
)
_ECONOMY = frozenset(("basic", "operating_cost", "general.structure"))  # where all that costs is an account


def tell(words: Words, numeral: Numeral, scope: Scope) -> Told:
    """What a figure says in its scope; measure OTHER where the words are not understood."""
    if (repeated := _repeated(words, numeral, scope)) is not None:
        return repeated
    phrase = _of_budget(words, numeral, scope) or read_phrase(words.shadow, numeral.kind)
    if scope.targets and _may_be_target(phrase, words, numeral):
        phrase = read_target(words.shadow)
    noun = words.noun(phrase)
    last = scope.sentence[-1] if scope.sentence else None
    measure = _measure(phrase, numeral, last)
    years = _YEAR_NAMED.findall(words.text)
    of = scope.of_year(phrase.base, years) or words.displayed(_of(phrase, measure, scope, last))
    if measure is Measure.CHANGE and not (phrase.base or scope.base):
        of = _budget_left(numeral, scope)
    word = words.displayed(phrase.word)
    told = Told("", measure, phrase.direction, numeral.amount, of, word, bool(noun))
    told = _subject(told, noun, phrase, words, numeral, scope)
    told = _in_turn(_turned(told, last), noun, words, scope)
    if told.measure in _BUDGETS and years:
        told = replace(told, period=scope.period_of(years[-1]))
    if told.measure is Measure.FINAL and _EACH.search(words.shadow):
        return replace(told, measure=Measure.OTHER, named=False)
    if told.measure is Measure.FINAL and (scope.period == PRIOR or _AGAINST.search(words.text)):
        told = replace(told, measure=Measure.PRIOR)
    if _OLDER.search(words.text):
        return replace(told, measure=Measure.OTHER, of=BEFORE_LAST)
    if told.measure is Measure.PRIOR and (older := scope.of_year(PRIOR, years)):
        return replace(told, measure=Measure.OTHER, of=older)  # 比2022年的61.75万元, in the accounts of 2024
    return told


def _of_budget(words: Words, numeral: Numeral, scope: Scope) -> Phrase | None:
    """A rate right after the budget it is of: 完成年初预算12.00万元的98%."""
    last = scope.sentence[-1] if scope.sentence else None
    if numeral.kind != "rate" or words.shadow.strip() != "的" or last is None:
        return None
    if last.measure not in _BUDGETS:
        return None
    return Phrase(Measure.COMPLETION, of="年初预算" if last.measure is Measure.OPENING_BUDGET else "预算")


def _repeated(words: Words, numeral: Numeral, scope: Scope) -> Told | None:
    """A figure said in one breath after another of its kind: 分别减少甲、乙; the next account in turn."""
    mark = words.shadow.strip()
    last = scope.sentence[-1] if scope.sentence else None
    in_series = not mark and scope.turn + 1 < len(scope.series)  # 各是 a，b
    if (
        (mark not in ("、", "和", "及") and not in_series)
        or last is None
        or last.amount is None
        or last.amount.unit != numeral.unit
    ):
        return None
    scope.turn += 1
    if scope.turn >= len(scope.series):
        return Told(last.subject, Measure.OTHER, Direction.NONE, numeral.amount)
    return Told(scope.series[scope.turn], last.measure, last.direction, numeral.amount, last.of, last.word, named=True)


def _in_turn(told: Told, noun: str, words: Words, scope: Scope) -> Told:
    """The first of several figures said 分别, or said again after such: of the first account in turn."""
    if sides := BOTH_SIDES.get(told.subject) if _ANOTHER.match(words.following) else None:
        scope.series, scope.turn = sides, 0
        return replace(told, subject=sides[0])
    in_turn = _IN_TURN.search(words.shadow) is not None
    if in_turn:
        phrases = (in_topic(phrase, scope.topic) for phrase in re.split(r"[、和与及]", noun))
        named = tuple(phrase for phrase in phrases if _is_named_in(phrase, scope))
        spoken = dict.fromkeys(said.subject for said in scope.sentence if said.measure is Measure.FINAL)
        number = 1 + len(_NEXT.findall(_SERIES.match(words.sentence, words.end)[0]))  # type: ignore[index]
        scope.series = named if len(named) > 1 else scope.series or tuple(spoken)[-number:]
    elif not is_generic(noun):
        scope.series = ()  # another account has the floor
    if len(scope.series) < 2:
        return told
    if not in_turn and _SUM.search(words.shadow):
        return replace(told, measure=Measure.OTHER)  # 三项依次为……，合计…… is of none of them
    scope.turn = 0
    return replace(told, subject=scope.series[0], named=False)


def _may_be_target(phrase: Phrase, words: Words, numeral: Numeral) -> bool:
    """Whether a figure among targets is one: not money that was budgeted, received or spent."""
    if numeral.unit == _ACCOUNT_UNIT or phrase.measure in (Measure.RECEIVED, Measure.OPENING_BUDGET):
        return False
    spoken = words.shadow[phrase.end :]
    return not (numeral.kind == "money" and re.search(r"预算|支出|实际|执行", spoken) and "目标" not in words.shadow)


def _measure(phrase: Phrase, numeral: Numeral, last: Statement | None) -> Measure:
    """The phrase's measure; a change without unit right after a change is its rate."""
    if phrase.measure is Measure.CHANGE and not numeral.unit and last is not None and last.measure is Measure.CHANGE:
        return Measure.RATE
    return phrase.measure


def _of(phrase: Phrase, measure: Measure, scope: Scope, last: Statement | None) -> str:
    if measure is Measure.SHARE:
        return canonical(phrase.of.strip("\ue000 ")) or phrase.of.strip("\ue000 ")
    if measure not in _MOVES:
        return phrase.of.strip("\ue000 ")
    if phrase.base:
        return "" if phrase.base == PRIOR else phrase.base
    if last is not None and measure is Measure.RATE and last.measure is Measure.CHANGE:
        return last.of
    return "" if scope.base == PRIOR else scope.base


def _budget_left(numeral: Numeral, scope: Scope) -> str:
    """The budget from which a change that names no base leads to the figure of its sentence; "" for none."""
    said = [each for each in scope.sentence if each.amount is not None and each.amount.unit == numeral.unit]
    final = next((each for each in reversed(said) if each.measure is Measure.FINAL), None)
    budget = next((each for each in reversed(said) if each.measure in _BUDGETS), None)
    if numeral.amount is None or final is None or final.amount is None or budget is None or budget.amount is None:
        return ""
    leads = abs(final.amount.value - budget.amount.value) == abs(numeral.amount.value)
    return ("年初预算" if budget.measure is Measure.OPENING_BUDGET else "预算") * leads


def _turned(told: Told, last: Statement | None) -> Told:
    """A direction made definite: from the change before a template's two words, from a minus sign."""
    direction, amount = told.direction, told.amount
    if told.measure not in _MOVES:
        return told
    if direction is Direction.NONE and last is not None and last.measure in _MOVES:
        direction = last.direction
    if amount is not None and amount.value < 0:
        amount = replace(amount, value=-amount.value)
        direction = _OPPOSITE.get(direction, direction)
    return replace(told, direction=direction, amount=amount)


def _subject(told: Told, noun: str, phrase: Phrase, words: Words, numeral: Numeral, scope: Scope) -> Told:
    if told.measure is Measure.COUNT and is_score(noun, words, numeral, scope):
        told = replace(told, measure=Measure.SCORE)  # 甲项目96.5分
    measure = told.measure
    if measure in (Measure.SCORE, Measure.AVERAGE):
        return replace(
            told,
            subject=SCORE if measure is Measure.SCORE else MEAN_SCORE,
            of="" if is_project_money(noun) or _OWN_POINTS.fullmatch(noun) else noun,
            named=False,
        )
    if measure is Measure.COUNT:
        return _counted(told, noun, words, numeral, scope)
    if scope.topic.startswith("performance") and not scope.of_project and numeral.kind == "money":
        name = evaluated(words.sentence, words.shadow, words.start, words.end, money=True)
        if name:
            return replace(told, subject=name, named=True)
    if scope.topic.startswith("performance") and not scope.of_project and measure is Measure.COMPLETION and told.word:
        return replace(told, subject=told.word, named=False)
    if scope.topic == "procurement" and (name := awarded(scope.heard + words.shadow)):
        return replace(told, subject=name, named=True)
    if phrase.word in ("节约", "结余", "剩余", "结转", "收回", "上缴", "未支付", "未执行"):
        return replace(told, subject=f"{phrase.word}资金", named=False)
    if measure is Measure.TARGET:
        return replace(told, subject=PROJECT_MONEY if noun.endswith("绩效目标") else in_topic(noun, scope.topic))
    if scope.of_project and measure in FUNDING and is_of_project(noun, phrase, words, scope):
        return replace(told, subject=PROJECT_MONEY, named=True)
    if scope.topic == "report.overall" and (told_of := of_named_project(told, noun, words, scope)):
        return told_of
    if _PAID.search(words.shadow) and (paid := noun_after(words.following)):
        return replace(told, subject=paid, named=False)
    return _accounted(told, noun, words, scope)


def _accounted(told: Told, noun: str, words: Words, scope: Scope) -> Told:
    """A figure of an account: the one named, or the one at hand where none is."""
    if told.measure is not Measure.SHARE and (match := _OF_A_YEAR.search(words.shadow)) and scope.topic in _OF_YEARS:
        side = f"本年{match['now'] or match['before']}"
        return replace(told, subject=_owner(words) or in_topic(side, scope.topic), named=True)
    bare_spending = BARE_SPENDING.search(words.shadow) is not None
    if scope.topic in ("fund", "capital"):
        if told.measure is Measure.FINAL and is_generic(noun) and (match := _SIDE.search(words.shadow)):
            return replace(told, subject=in_topic(match["side"], scope.topic), named=True)
        if noun or bare_spending:
            return replace(told, subject=in_topic(noun, scope.topic))
    if _ALL_PROJECTS.match(noun):
        return replace(told, subject="所列项目合计")
    if is_generic(noun) and not canonical(noun):
        counted = scope.sentence[-1].subject if told.measure in _MOVES and _follows_count(scope) else ""
        if told.measure is Measure.FINAL and not scope.levelled and not words.shadow.strip(" 、,;:("):
            return replace(told, subject=scope.subject, measure=Measure.OTHER, named=False)
        if told.measure is Measure.RATE and scope.sentence and scope.sentence[-1].measure is Measure.CHANGE:
            return replace(told, subject=scope.sentence[-1].subject, named=False)
        explained = (scope.because or account(noun)) if scope.reason else ""
        subject = counted or explained or scope.subject or account(noun)
        if bare_spending and subject.endswith("收入"):
            subject = subject.removesuffix("收入") + "支出"
        subject = subject or told.word
        measure = told.measure if subject else Measure.OTHER
        return replace(told, subject=subject, measure=measure, named=False)
    known = (
        _is_named_in(noun, scope) or is_account(in_topic(noun, scope.topic)) or _CODED.search(words.shadow) is not None
    )
    if told.measure is Measure.FINAL and scope.topic not in _ECONOMY and (not known or _DEEDS.search(noun)):
        return replace(told, subject=in_topic(noun, scope.topic), measure=Measure.OTHER)
    return replace(told, subject=in_topic(noun, scope.topic))


def _owner(words: Words) -> str:
    """The money of the one budget that the clause before a figure speaks of (政府性基金预算年初结转、本年收入)."""
    clause = words.sentence[: words.start].rpartition(";")[2]
    return found[-1] + "收支" if (found := _OWNER.findall(clause)) else ""


def _is_named_in(noun: str, scope: Scope) -> bool:
    """Whether a phrase names an account, or in the section on assets a sort of these."""
    return is_account(noun) or (scope.topic == "assets" and _ASSET.search(noun) is not None)


def _counted(told: Told, noun: str, words: Words, numeral: Numeral, scope: Scope) -> Told:
    if scope.topic.startswith("performance") and not scope.of_project and numeral.unit in OF_PROJECTS:
        name = evaluated(words.sentence, scope.heard + words.shadow, words.start, words.end, money=False)
        if name:
            return replace(told, subject=name)
    last = next((said.subject for said in reversed(scope.sentence) if said.measure is Measure.COUNT), "")
    subject = thing(Counted(noun, numeral.unit, words.following, last, scope.topic, words.sentence[: words.start]))
    return replace(told, subject=subject, measure=Measure.COUNT if subject else Measure.OTHER)


def _follows_count(scope: Scope) -> bool:
    return bool(scope.sentence) and scope.sentence[-1].measure is Measure.COUNT

"""Money and points told of projects: whose they are."""

from __future__ import annotations

import re
from dataclasses import replace

from juesuan.records import Measure
from juesuan.statements.nouns import is_generic
from juesuan.statements.numerals import Numeral
from juesuan.statements.phrases import Phrase
from juesuan.statements.scope import Scope
from juesuan.statements.subjects import canonical, is_account, is_project_money
from juesuan.statements.told import Told, Words

PROJECT_MONEY = "项目资金"
FUNDING = (Measure.OPENING_BUDGET, Measure.BUDGET, Measure.FINAL, Measure.RECEIVED, Measure.COMPLETION, Measure.TARGET)
POINTS = "分"
OF_PROJECTS = ("个", "项", "")  # units in which projects are counted
_PER = re.compile(r"^(?:每|年均|人均|平均)")
_ENUMERATED = re.compile(
    r"^(?:项目[一二三四五六七八九十]+|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+)[:：、]?"
)
_WORD = re.compile(r"[\u4e00-\u9fff]")
_BOUND_AFTER = re.compile(r"\s*(?:\(?[不]?含|以[上下内]|及以|[-—–~至到])")


def of_named_project(told: Told, noun: str, words: Words, scope: Scope) -> Told | None:
    """Money of a project named in the report on the whole department: 一是甲项目预算…, 实际支出…."""
    numbered = _ENUMERATED.match(words.shadow.lstrip(" 、")) is not None
    name = _project_named(noun, numbered) if told.measure in (Measure.BUDGET, Measure.OPENING_BUDGET) else ""
    if name and not canonical(name):
        return replace(told, subject=PROJECT_MONEY, named=True, project=name)
    if scope.project and told.measure in FUNDING and (noun in ("", "项目") or is_generic(noun)):
        return replace(told, subject=PROJECT_MONEY, project=scope.project)
    return None


def _project_named(noun: str, numbered: bool) -> str:
    """The project in a phrase that says it is one: 项目一…, 一是… (then `numbered`), …项目."""
    if not numbered and not noun.endswith("项目"):
        return ""
    name = _ENUMERATED.sub("", noun).removesuffix("项目")
    return name if len(name) > 1 and not is_project_money(name) else ""


def is_of_project(noun: str, phrase: Phrase, words: Words, scope: Scope) -> bool:
    """Whether money in a project's evaluation is the project's: no other account is named."""
    if is_project_money(noun) or _same_project(noun, scope.project):
        return True
    return phrase.end < len(words.shadow.rstrip()) and not is_account(noun) and not _PER.match(noun)


def is_score(noun: str, words: Words, numeral: Numeral, scope: Scope) -> bool:
    """Whether points are what a project scored, and not a bound or one end of a range (90分以上, 75—90分)."""
    if numeral.unit != POINTS or not scope.topic.startswith("performance"):
        return False
    named = _WORD.search(noun) if noun else scope.of_project
    return bool(named) and not _BOUND_AFTER.match(words.following)


def _same_project(noun: str, project: str) -> bool:
    bare = re.sub(r"[\s“”\"]|(?:19|20)\d{2}年度?", "", noun).removesuffix("项目")
    return len(bare) > 3 and (bare in project or project in bare)

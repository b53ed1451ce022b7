"""Tells what a document is from its titles, headings, forms and figures; its file's name plays no part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.document import Document
from juesuan.forms.description import FormSet
from juesuan.forms.statutory import BUDGET, FINAL_ACCOUNTS
from juesuan.kinds.kind import Kind
from juesuan.kinds.placeholders import is_template
from juesuan.kinds.titles import Titles, titles_of
from juesuan.part_ordinals import PART
from juesuan.passages import dense
from juesuan.records import Fact, Form, Section

_OF_NEITHER = re.compile(
    r"一般公共预算|政府性基金预算|国有资本经营预算|预算(?:绩效|单位|执行|数|项目|资金|管理|调整情况说明)|预决算|全面预算|决算数"
)
_EVALUATING = re.compile(r"绩效|自评|评价")
_LETTER = re.compile(r"关于[^。；]{2,40}的(?:通知|批复|意见|请示|函|答复)")  # speaks about accounts, holds none
_BUDGET_FORMS = re.compile(
    r"(?:收支|收入|支出)(?:预算)?总(?:体情况)?表|一般公共预算(?:基本)?支出(?:情况)?表|基本支出(?:情况|明细)?表"
    r"|三公”?经费支出(?:情况)?表|(?:政府性基金|国有资本经营)预算支出(?:情况)?表|项目支出(?:明细)?表"
)
_FRONT_WEIGHT, _FORM_WEIGHT = 6, 2
_BUDGET_WORDS = re.compile(r"(?:收入|支出|收支总?|经费)预算(?!数?执行|绩效|财政)|预算(?:收入|支出)(?!决算)|预算编制")
_FINAL_WORDS = re.compile(r"(?:收入|支出|收支|经费)决算|决算(?:情况|数|为|收入|支出)")
_WORDS_FOR_ONE = 4  # so many mentions in running text weigh as much as one title
_CLEAR = 2  # as many times the weight of the other side leaves no doubt
_GOVERNMENT_TITLE = re.compile(
    r"(?:政府|财政)(?:总|收支)?决算|一般公共预算(?:收支|收入)决算(?:总|平衡|情况)?表|(?:基金|公共)预算收支(?:决算)?(?:总表|平衡表)"
)
_GOVERNMENT_WORDS = re.compile(
    r"转移支付|税收返还|政府(?:一般|专项)?债[务券]|全[县市区省州旗]一般公共预算(?:总?收入|支出)"
)
_OF_A_BODY = re.compile(r"(?:部门|单位)决算")
_MONEY = re.compile(r"\d(?:万元|元)")
_FEWEST_AMOUNTS = 3  # in sentences, from which a document explains accounts
_PART = re.compile(PART)
_FEWEST_PARTS = 2  # that a contents page lists
_REPORT = re.compile(r"(?:绩效|自评|评价)[^。]{0,12}(?:报告|表)$")


@dataclass(frozen=True, slots=True)
class Recognition:
    """A kind with the lines that told it, and the doubts where others speak for another."""

    kind: Kind
    evidence: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def recognise_kind(
    document: Document,
    forms: Sequence[Form],
    facts: Sequence[Fact],
    sections: Sequence[Section],
    evaluations: Sequence[object],
) -> Recognition:
    """What a document is, after its tables were read and its outline is known.

    `evaluations` are those found in it, whether or not they could be read.
    """
    titles = titles_of(document)
    told = sentences(document)
    text = "".join(dense(line.text) for line in document.lines)
    figures = sum(bool(fact.amount.value) for fact in facts)
    if is_template((titles.front, *titles.lines), text, figures):
        return Recognition(Kind.TEMPLATE, titles.lines[:2])
    if _is_government(titles, text, forms):
        return Recognition(Kind.GOVERNMENT, tuple(each for each in titles.lines if _GOVERNMENT_TITLE.search(each))[:3])
    prose = _explains(told, sections)
    budget, final = list(_speaking(titles, Kind.BUDGET)), list(_speaking(titles, Kind.FINAL_ACCOUNTS))
    said = "".join(told)
    if evaluations and not forms:  # which speak of budgets all the time
        budget, said = [each for each in budget if each[1] >= _FORM_WEIGHT], ""
    weights = _weights(budget, final, said)
    if weights[0] > weights[1]:
        return Recognition(Kind.BUDGET, _quoted(budget), _doubts(weights[0], weights[1], "预算", "决算", final))
    doubts = _doubts(weights[1], weights[0], "决算", "预算", budget) if forms or prose else ()
    kind = _of_accounts(forms, prose, evaluations, titles, bool(weights[1]), bool(document.unread))
    return Recognition(kind, _quoted(final), doubts)


def form_set(document: Document) -> FormSet:
    """The forms that a document's tables are read as: those of a budget where more speaks for one."""
    titles = titles_of(document)
    spoken = [list(_speaking(titles, kind)) for kind in (Kind.BUDGET, Kind.FINAL_ACCOUNTS)]
    budget, final = _weights(spoken[0], spoken[1], "".join(sentences(document)))
    return BUDGET if budget > final else FINAL_ACCOUNTS


def _weights(budget: Sequence[tuple[str, int]], final: Sequence[tuple[str, int]], said: str) -> tuple[int, int]:
    """How much speaks for a budget and for final accounts: titles, and words in running text."""
    return (
        sum(weight for _, weight in budget) + len(_BUDGET_WORDS.findall(said)) // _WORDS_FOR_ONE,
        sum(weight for _, weight in final) + len(_FINAL_WORDS.findall(said)) // _WORDS_FOR_ONE,
    )


def sentences(document: Document) -> list[str]:
    """The paragraphs that hold a sentence, dense."""
    return [text for text in map(dense, (each.text for each in document.paragraphs)) if "。" in text]


def _of_accounts(
    forms: Sequence[Form],
    prose: bool,
    evaluations: Sequence[object],
    titles: Titles,
    accounts: bool,
    unread: bool,
) -> Kind:
    """Which parts of a disclosure of final accounts a document holds."""
    if unread and accounts:
        return Kind.FINAL_ACCOUNTS  # what is lacking may stand there
    if forms and not prose:
        return Kind.FORMS
    if any(form.rows for form in forms):
        return Kind.FINAL_ACCOUNTS
    if prose and (accounts or forms):  # of forms the titles alone: they stand elsewhere
        return Kind.PROSE
    if evaluations or any(_REPORT.search(line) for line in (titles.front, *titles.lines)):
        return Kind.EVALUATIONS
    return Kind.CONTENTS if accounts and _lists_parts(titles) else Kind.OTHER


def _speaking(titles: Titles, kind: Kind) -> Iterator[tuple[str, int]]:
    """The titles that speak for a kind, each once, with their weight."""
    if _spoken_for(titles.front) is kind:
        yield titles.front, _FRONT_WEIGHT
    for line in dict.fromkeys(titles.lines):
        if _spoken_for(line) is kind:
            yield line, _FORM_WEIGHT if line.endswith("表") else 1


def _spoken_for(title: str) -> Kind | None:
    """Which of budget and final accounts a title speaks for; what it says last counts."""
    if _EVALUATING.search(title) or _LETTER.search(title):
        return None
    bare = _OF_NEITHER.sub("", title)
    budget, final = bare.rfind("预算"), bare.rfind("决算")
    if max(budget, final) >= 0:
        return Kind.BUDGET if budget > final else Kind.FINAL_ACCOUNTS
    return Kind.BUDGET if "决算" not in title and title.endswith("表") and _BUDGET_FORMS.search(title) else None


def _lists_parts(titles: Titles) -> bool:
    """Whether there is a contents page."""
    return "目录" in titles.lines or sum(bool(_PART.match(line)) for line in titles.lines) >= _FEWEST_PARTS


def _is_government(titles: Titles, text: str, forms: Sequence[Form]) -> bool:
    if forms and any(_OF_A_BODY.search(line) for line in (titles.front, *titles.lines)):
        return False
    named = any(_GOVERNMENT_TITLE.search(line) for line in (titles.front, *titles.lines))
    bodies = sum(bool(_OF_A_BODY.search(line)) for line in titles.lines)
    return named and not bodies and _GOVERNMENT_WORDS.search(text) is not None


def _explains(told: Sequence[str], sections: Sequence[Section]) -> bool:
    """Whether sentences tell amounts, outside of reports on performance."""
    reported = all(section.topic.startswith(("report", "form")) for section in sections) and bool(sections)
    return not reported and sum(len(_MONEY.findall(text)) for text in told) >= _FEWEST_AMOUNTS


def _quoted(found: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    return tuple(line for line, _ in sorted(found, key=lambda each: -each[1])[:3])


def _doubts(weight: int, other: int, word: str, other_word: str, against: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    if weight >= _CLEAR * other:
        return ()
    quoted = f"（如“{_quoted(against)[0]}”）" if against else ""
    return (f"文件多处写明是{word}，也有不少地方写的是{other_word}{quoted}",)

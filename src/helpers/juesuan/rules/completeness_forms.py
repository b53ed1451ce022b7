"""Family `completeness`: the statutory forms are there, and an empty one says why it is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.document import Place
from juesuan.forms.statutory import BY_NUMBER, FORMS
from juesuan.forms.titles import form_titled
from juesuan.passages import Passage, dense
from juesuan.records import Fact, Form
from juesuan.rules.registry import rule

LAW = "《预算法》第十四条；《地方预决算公开操作规程》（财预〔2016〕143号）：没有数据的表格应列出空表并说明"
ANNOUNCED_ONLY = ("10", "11")
_OFTEN_EMPTY = ("07", "08")  # left out here and there by bodies without such a budget
_BUDGETS = {"07": "政府性基金", "08": "国有资本经营"}
_NONE = re.compile("没有|无|未")
_ENOUGH = 5  # forms found, from which the rest can be called missing rather than published elsewhere
_TOPICS = {"07": "fund", "08": "capital", "09": "three_public", "10": "operating_cost", "11": "procurement"}
_THEMES = {**_BUDGETS, "09": "三公"}
_LONGEST_TITLE = 60
_NEAR = 2  # lines below a form in which its note stands
_CHANGED = "(?:发生)?(?:增减|变[化动])"
_NOTHING = re.compile(
    rf"[无未](?!{_CHANGED})|没有(?!{_CHANGED})|[为是]零|不涉及|空表"
    r"|(?<![\d.，])(?<!增加)(?<!减少)(?<!增长)(?<!下降)0(?:\.0+)?万?元"
)
_MONEY = re.compile("收入|支出|收支|经费|预算|数据|此类|该项|采购|发生")
_SAYS_EMPTY = re.compile(r"(?<![如若当凡])(?:本表|此表|该表|故)[^。；]{0,4}(?:无数据|为空|没有数据)|故无数据")
_DENIAL = re.compile(
    r"(?:[本我][部单][门位]|本年度?|年度?|局|委|办公室|中心|院|馆|部|站|队|校)，?(?:均?没有|均?无|未发生|未安排|不涉及)"
    r"(?:使用|发生|安排)?(?:政府性基金|国有资本经营|“三公”经费|机关运行经费|政府采购)(?!预算安排)[^，。；\n]{0,20}(?:收入|支出|安排|情况|[。；])"
)
_FIGURE = re.compile(r"[1-9]\d*(?:\.\d+)?万?元|0\.\d*[1-9]\d*万?元")
_CONDITION = re.compile(r"[如若]|的，")


@rule("statutory-forms", family="completeness", basis=LAW, zh="法定的九张决算公开表齐全", whole=True)
def statutory_forms(accounts: Accounts) -> Iterator[Check]:
    """The nine statutory forms are published, also where they hold no figures."""
    subject = "决算公开表"
    if not accounts.forms:
        yield not_applicable(subject, "文件中没有决算公开表")
        return
    for number in (form.number for form in FORMS if form.is_due(accounts.year)):
        yield _present(accounts, number, f"{subject}：{BY_NUMBER[number].name}")


@rule(
    "announced-forms", family="completeness", basis=LAW, zh="目录列出的机关运行经费表、政府采购表在正文中", whole=True
)
def announced_forms(accounts: Accounts) -> Iterator[Check]:
    """Forms beyond the nine are there where the contents announce them."""
    announced = {_number(entry) for entry in accounts.contents}
    wanted = [number for number in ANNOUNCED_ONLY if number in announced]
    if not wanted or not accounts.forms:
        yield not_applicable("目录列出的其他表", "目录没有列出其他决算表")
    for number in wanted if accounts.forms else ():
        yield _present(accounts, number, f"目录列出的表：{BY_NUMBER[number].name}")


@rule("empty-form-note", family="completeness", basis=LAW, zh="空表下方附有说明", whole=True)
def empty_form_note(accounts: Accounts) -> Iterator[Check]:
    """A form without figures says so below itself; what part three says elsewhere is not its note."""
    empty = [form for form in accounts.forms if form.empty and form.number in _TOPICS]
    if not empty:
        yield not_applicable("空表的说明", "没有空表")
    for form in empty:
        subject = f"空表的说明：{form.title}"
        if any(_NOTHING.search(text) for text in (*map(dense, form.notes), *_right_below(accounts, form))):
            yield passed(subject)
            continue
        said = [passage for passage in accounts.prose if passage.topic.startswith(_TOPICS[form.number])]
        sentences = [each for passage in said for each in re.split("[。；]", passage.dense) if _MONEY.search(each)]
        elsewhere = any(map(_NOTHING.search, sentences))
        yield finding(
            subject,
            f"{form.title}没有数据，表下没有说明" + ("，只在正文中说明。" if elsewhere else "，正文也没有说明。"),
            f"Form {form.number} is empty and has no note below it"
            + ("; only the prose says why." if elsewhere else ", nor does the prose say why."),
            [Evidence(text, form.place, form.number) for text in (form.title, *form.notes) if text],
            stated="没有说明",
            expected="在表下说明没有此类收支",
            severity=Severity.NOTICE,
        )


@rule("note-of-another-form", family="completeness", basis=LAW, zh="空表的说明说的是本表的收支")
def note_of_another_form(accounts: Accounts) -> Iterator[Check]:
    """A note under the form of funds or of state capital speaks of that money, not of the other's alone."""
    denials = {form.number: _denied(form) for form in accounts.forms if form.number in _BUDGETS}
    said = {number: themes for number, themes in denials.items() if themes}
    if not said:
        yield not_applicable("空表的说明所称收支", "表下没有说明没有政府性基金或国有资本经营预算的收支")
    for number, themes in said.items():
        form = accounts.form(number)
        others = [each for each in _BUDGETS if each != number]
        subject = f"空表的说明所称收支：公开{number}表"
        if form is None or number in themes:
            yield passed(subject)
        elif not any(denials.get(each) for each in others):
            yield unchecked(subject, "另一张表下没有说明，可能是说明的位置所致")
        else:
            yield finding(
                subject,
                f"{form.title}的说明说的是{_BUDGETS[others[0]]}预算，应说明{_BUDGETS[number]}预算。",
                f"The note under form {number} speaks of another budget, {_BUDGETS[others[0]]}.",
                [Evidence(text, _place_of(accounts, form, text), number) for text in form.notes],
                stated=_BUDGETS[others[0]],
                expected=_BUDGETS[number],
            )


@rule("note-denies-figures", family="completeness", basis=LAW, zh="注明“本表无数据”的表中没有数字")
def note_denies_figures(accounts: Accounts) -> Iterator[Check]:
    """A form whose note says that it holds no figures holds none."""
    noted = [(form, note) for form in accounts.forms for note in form.notes if _says_empty(note)]
    if not noted:
        yield not_applicable("无数据的表注", "没有注明无数据的表")
    for form, note in noted:
        subject = f"无数据的表注：{form.title}"
        figures = [fact for fact in accounts.facts if fact.form == form.number and fact.amount.value]
        if not figures:
            yield passed(subject)
        elif figures[0].doubt:
            yield unchecked(subject, figures[0].doubt)
        else:
            yield finding(
                subject,
                f"{form.title}注明没有数据，表中却有{figures[0].amount.displayed}。",
                f"A note says that form {form.number} is empty, yet it shows {figures[0].amount.displayed}.",
                [
                    Evidence(note, form.place, form.number),
                    Evidence(figures[0].quote, figures[0].place, form.number, figures[0].code, figures[0].column),
                ],
                stated=note,
                expected=figures[0].amount.displayed,
            )


@rule("prose-denies-figures", family="table_narrative", basis=LAW, zh="正文称没有的收支，表中也没有")
def prose_denies_figures(accounts: Accounts) -> Iterator[Check]:
    """Where part three says that there is no such income or expenditure, its form shows none."""
    denied = [(number, passage) for number, topic in _TOPICS.items() for passage in _denials(accounts, topic)]
    if not denied:
        yield not_applicable("正文称没有的收支", "正文没有称某项收支不存在")
    for number, passage in denied:
        subject = f"正文称没有的收支：{BY_NUMBER[number].name}"
        figures = [fact for fact in accounts.facts if fact.form == number and fact.amount.value and _is_spent(fact)]
        if accounts.form(number) is None:
            yield unchecked(subject, f"没有读到公开{number}表")
        elif not figures:
            yield passed(subject)
        elif figures[0].doubt:
            yield unchecked(subject, figures[0].doubt)
        else:
            shown = figures[0].amount.displayed
            yield finding(
                subject,
                f"正文称“{passage.text}”，而公开{number}表列有{shown}。",
                f"The prose says that there is none, yet form {number} shows {shown}.",
                [
                    passage.evidence(),
                    Evidence(figures[0].quote, figures[0].place, number, figures[0].code, figures[0].column),
                ],
                stated=passage.text,
                expected=shown,
            )


def _denied(form: Form) -> set[str]:
    """The forms whose money the notes under a form say that there is none of."""
    sentences = [each for note in form.notes for each in re.split("[。；]", dense(note)) if _NONE.search(each)]
    return {number for number, theme in _BUDGETS.items() for each in sentences if theme in each}


def _right_below(accounts: Accounts, form: Form) -> list[str]:
    """What stands in the lines right below a form and speaks of its money, though not marked as a note."""
    end = max(form.lines, default=-1)
    near = [each for each in accounts.paragraphs if end < each.first <= end + _NEAR] if form.lines else []
    return [text for each in near if _MONEY.search(text := dense(each.text))]


def _place_of(accounts: Accounts, form: Form, note: str) -> Place:
    """Where a note stands, from the form's first line on."""
    start = min(form.lines, default=0)
    lines = (each for each in accounts.paragraphs if each.first >= start and dense(note) in dense(each.text))
    found = next(lines, None)
    return form.place if found is None else accounts.places[found.first]


def _is_spent(fact: Fact) -> bool:
    """Whether a figure is income or expenditure of the year: no carry-over, no budget, no count."""
    return fact.key not in ("opening", "closing", "count") and not fact.key.startswith("budget")


def _denials(accounts: Accounts, topic: str) -> Iterator[Passage]:
    """Paragraphs of a section that deny its whole subject and give no figure."""
    return (
        passage
        for passage in accounts.prose
        if passage.topic == topic
        and not passage.is_heading
        and _DENIAL.search(passage.dense)
        and not _FIGURE.search(passage.dense)
    )


def _present(accounts: Accounts, number: str, subject: str) -> Check:
    if accounts.form(number) is not None:
        return passed(subject)
    name = BY_NUMBER[number].name
    if len(accounts.forms) < _ENOUGH:
        return unchecked(subject, "只读到少数决算表，其余可能另行公开")
    numbers = [form.number for form in accounts.forms]
    if len(set(numbers)) < len(numbers) or any(not listed for _, listed in _titles(accounts, number)):
        return unchecked(subject, "有表题，但没有读出表格")
    if _stands_in_another(accounts, number):
        return unchecked(subject, "另有一张名称相近的表没有读出，可能列有此表的内容")
    announced = _announcement(accounts, number)
    return finding(
        subject,
        f"没有公开{name}" + ("，而目录或附件清单列有此表。" if announced else "。"),
        f"{name} (form {number}) is not published" + (" though it is announced." if announced else "."),
        [announced or _neighbour(accounts, number)],
        stated="没有此表",
        expected=name,
        severity=Severity.ERROR
        if announced or number not in _OFTEN_EMPTY or not _lists_forms(accounts)
        else Severity.NOTICE,
    )


def _lists_forms(accounts: Accounts) -> bool:
    """Whether the contents name the forms one by one."""
    return any(_number(entry) for entry in accounts.contents)


def _number(title: str) -> str:
    spec = form_titled(title)
    return spec.number if spec is not None else ""


def _titles(accounts: Accounts, number: str) -> Iterator[tuple[Passage, bool]]:
    """Lines that are the title of a form, and whether they stand in a list of such titles."""
    passages = accounts.prose.passages
    numbers = [_number(_listed_title(passage)) for passage in passages]
    for i, passage in enumerate(passages):
        if numbers[i] == number:
            beside = [numbers[j] for j in (i - 1, i + 1) if 0 <= j < len(numbers)]
            yield passage, passage.section is None or any(beside) or "见附件" in passage.dense


def _listed_title(passage: Passage) -> str:
    return re.sub(r"（见附件\d*）$|^附件\d*：", "", passage.dense)


def _stands_in_another(accounts: Accounts, number: str) -> bool:
    """Whether a table of no known title, which may join several forms, names what the form is about."""
    theme = _THEMES.get(number, "")
    titles = (p.dense for p in accounts.prose if not p.topic and p.dense.endswith("表") and not _number(p.dense))
    return bool(theme) and any(theme in title and len(title) <= _LONGEST_TITLE for title in titles)


def _announcement(accounts: Accounts, number: str) -> Evidence | None:
    listed = next((passage for passage, _ in _titles(accounts, number)), None)
    if listed is not None:
        return listed.evidence()
    entry = next((entry for entry in accounts.contents if _number(entry) == number), "")
    return Evidence(entry, Place()) if entry else None


def _neighbour(accounts: Accounts, number: str) -> Evidence:
    """The form beside which the missing one should stand."""
    nearest: Form = min(accounts.forms, key=lambda form: abs(int(form.number) - int(number)))
    return Evidence(nearest.title, nearest.place, nearest.number)


def _says_empty(note: str) -> bool:
    text = dense(note)
    match = _SAYS_EMPTY.search(text)
    return match is not None and not _CONDITION.search(text[: match.start()].rpartition("。")[2])

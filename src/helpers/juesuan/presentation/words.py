"""Short words of the page in both languages. Whole sentences are in `narrative`."""

from __future__ import annotations

from juesuan.checks import Outcome
from juesuan.findings import Language, Weight
from juesuan.forms.description import LAST_PRINTED, FormDescription
from juesuan.forms.statutory import BY_NUMBER
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.policy import POLICIES, SCOPES
from juesuan.presentation.labels import label
from juesuan.terms import ITEMS

FAMILY_NAMES: dict[str, tuple[str, str]] = {
    "completeness": ("公开是否完整", "Completeness"),
    "table_sum": ("表内勾稽", "Sums within a form"),
    "cross_table": ("表间勾稽", "Agreement between forms"),
    "table_narrative": ("文表相符", "Prose against forms"),
    "narrative_arithmetic": ("文字中的算术", "Arithmetic in the prose"),
    "direction": ("说法与数字", "Words against figures"),
    "performance_score": ("绩效得分", "Performance scores"),
    "performance_target": ("绩效目标", "Performance targets"),
    "performance_budget": ("绩效资金", "Performance funds"),
    "physical": ("实物量", "Vehicles, receptions, people"),
    "procurement": ("政府采购", "Procurement"),
    "wording": ("文字质量", "Wording"),
    "privacy": ("个人信息", "Personal data"),
    "review": ("核实事项", "For review"),
}

HEADLINES: dict[str, tuple[str, str]] = {
    "completeness": ("应公开的内容缺失或前后不一", "missing or inconsistent disclosure"),
    "table_sum": ("分项与合计不符", "the parts do not make the total"),
    "cross_table": ("表与表不一致", "two forms disagree"),
    "table_narrative": ("文字与报表不一致", "the prose disagrees with the form"),
    "narrative_arithmetic": ("文字中的数字对不上", "the figures in the prose do not add up"),
    "direction": ("说法与数字不符", "the words contradict the figures"),
    "performance_score": ("绩效得分有误", "the performance score is wrong"),
    "performance_target": ("目标与结果对不上", "target and result do not match"),
    "performance_budget": ("绩效资金数不一致", "the project's money disagrees"),
    "physical": ("实物量前后不一", "the counts disagree"),
    "procurement": ("政府采购数据不合逻辑", "the procurement figures are not consistent"),
    "wording": ("文字有疏漏", "an error in the wording"),
    "privacy": ("公开了个人信息", "personal data are published"),
    "review": ("值得核实", "worth a question"),
}

QUESTIONS: dict[str, tuple[str, str]] = {
    "completeness": (
        "这一内容是没有发生，还是漏于公开？如没有发生，请以文字说明。",
        "Did nothing of the kind occur, or was it left out? If nothing occurred, please say so in words.",
    ),
    "table_sum": (
        "合计与分项哪一个为准？差额出自哪一行？更正后的表何时重新公开？",
        "Which holds, the total or its parts? Which row causes the difference, and when will the form be republished?",
    ),
    "cross_table": (
        "两张表反映的是同一笔资金，以哪一张为准？差额是口径不同还是填报有误？",
        "Both forms show the same money: which one holds? Is it a difference of scope, or an error in filing?",
    ),
    "table_narrative": (
        "情况说明与决算表以哪一个为准？",
        "Which holds, the explanation in prose or the form?",
    ),
    "narrative_arithmetic": (
        "这一处是如何算得的？所依据的是哪一组数？",
        "How was this figure computed, and from which figures?",
    ),
    "direction": (
        "是说法写错，还是数字写错？如说法无误，所说的变化是多少？",
        "Is the wording wrong, or the figure? If the wording holds, how large is the change it speaks of?",
    ),
    "performance_score": (
        "该项得分依据哪一条评分办法？总分是否相应调整？",
        "Which scoring rule gives this score, and does the total change with it?",
    ),
    "performance_target": (
        "实际完成值是多少，如何取得？未达目标的原因和改进措施是什么？",
        "What was the actual result and how was it measured? If the target was missed, why, and what follows?",
    ),
    "performance_budget": (
        "该项目的预算数、到位数和支出数各是多少，以哪一处为准？",
        "What were the project's budget, receipts and spending, and which of these places holds?",
    ),
    "physical": (
        "实际数量是多少？相应的经费是如何支出的？",
        "What is the true count, and what was the related money spent on?",
    ),
    "procurement": (
        "采购合同的金额和供应商类别如何统计？占比以什么为基数？",
        "How were contract values and supplier types counted, and on what base are the percentages taken?",
    ),
    "wording": (
        "此处原意是什么？是否沿用了模板或其他单位的文字？",
        "What was meant here? Was wording of a template or of another body left in?",
    ),
    "privacy": (
        "是否已征得本人同意？能否撤下或遮盖后重新公开？",
        "Did the person consent? Can it be withdrawn, or published again with the data masked?",
    ),
    "review": (
        "这一情况的原因是什么？有何依据？",
        "What explains this, and what evidence is there?",
    ),
}

WEIGHTS: dict[Weight, tuple[str, str]] = {
    Weight.ERROR: ("错误", "Error"),
    Weight.NOTICE: ("提示", "Notice"),
    Weight.REVIEW: ("核实", "For review"),
    Weight.ROUNDING: ("尾差", "Rounding"),
}

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.PASSED: ("相符", "Passed"),
    Outcome.ROUNDING: ("尾差", "Rounding"),
    Outcome.FAILED: ("不符", "Failed"),
    Outcome.UNCHECKED: ("未能核对", "Not checkable"),
    Outcome.NOT_APPLICABLE: ("不适用", "Not applicable"),
}


def form_short(number: str, language: Language) -> str:
    """A form in short: by its printed number, or by its name where such forms bear none."""
    return label("form_short", language, number=number) if _is_printed(number) else form_title(number, language)


def form_title(number: str, language: Language, displayed: str = "") -> str:
    """A form as a reader knows it: by its printed number where it bears one, else by its name as displayed."""
    form = BY_NUMBER.get(number)
    if form is None:
        return displayed
    if _is_printed(number):
        return label("form", language, number=number, name=form_name(form, language))
    return form_name(form, language, displayed)


def _is_printed(number: str) -> bool:
    """Whether forms bear a number in print."""
    return number in BY_NUMBER and int(number) <= LAST_PRINTED


def form_name(form: FormDescription, language: Language, displayed: str = "") -> str:
    """A form by its name, the one displayed where there is one; in English as its description has it."""
    return choose((displayed or form.name, form.english.removeprefix("form of ").capitalize()), language)


def choose(pair: tuple[str, str], language: Language) -> str:
    """The word of a pair (Chinese, English) in the language."""
    return pair[0] if language == "zh" else pair[1]


def kind_name(kind: Kind, language: Language) -> str:
    """What a document is, as a cell of a table says it."""
    policy = POLICIES[kind]
    return policy.zh if language == "zh" else policy.en.removeprefix("a ")


def beside_name(kind: Kind, scope: Scope, language: Language) -> str:
    """What stands behind a body's name where a document is not its final accounts as a department; else ""."""
    own = "" if scope is Scope.DEPARTMENT else choose(SCOPES[scope], language)
    what = POLICIES[kind].mark if language == "zh" or not POLICIES[kind].mark else kind_name(kind, language)
    told = ("，" if language == "zh" else ", ").join(filter(None, (own, what)))
    return told and (f"（{told}）" if language == "zh" else f" ({told})")


def item(name: str, language: Language) -> str:
    """An account's name; in English translated, where it is a common one."""
    return ITEMS.get(name, name) if language == "en" else name


def entry(name: str, language: Language) -> str:
    """An account's name for a table of data: in English with the published name beside it."""
    english = item(name, language)
    return name if english == name else f"{english} {name}"

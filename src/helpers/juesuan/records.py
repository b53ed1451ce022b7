"""The tidy records that everything after reading is made of, one class a kind of row.

All are plain frozen data. Amounts are `Decimal`; `None` means that the document says nothing
there, which is never the same as zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from juesuan.amounts import Amount
from juesuan.document import Place


class Measure(StrEnum):
    """What a figure said in prose measures."""

    OPENING_BUDGET = "opening_budget"  # 年初预算
    BUDGET = "budget"  # 全年预算、调整预算, or 预算 without more
    FINAL = "final"  # 决算, 支出, 执行, 收入 of the year
    CHANGE = "change"  # 增加/减少 … 万元; always positive, see `direction`
    RATE = "rate"  # 增长/下降 …%; always positive, see `direction`
    SHARE = "share"  # 占 …%
    COMPLETION = "completion"  # 完成预算的 …%, 执行率, 到位率
    PRIOR = "prior"  # the prior year's figure said outright
    RECEIVED = "received"  # 资金到位
    COUNT = "count"  # 辆, 个, 批次, 人次, 台 …
    SCORE = "score"  # 自评得分
    AVERAGE = "average"  # 平均得分
    TARGET = "target"  # a target said in a report
    OTHER = "other"  # a figure whose meaning was not understood; kept visible


class Direction(StrEnum):
    """The word with which a change or a comparison is said."""

    INCREASE = "increase"
    DECREASE = "decrease"
    FLAT = "flat"  # 持平
    ABOVE = "above"  # 决算数大于预算数
    BELOW = "below"  # 决算数小于预算数
    EQUAL = "equal"  # 决算数等于预算数
    NONE = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One numeric cell of a statutory form.

    `form` is two digits (01–11), `row` counts the form's rows from 1, `code` the functional or
    economic code ("" where the row has none), `item` the row's label as displayed, `column` the
    path of headings joined with `/`, `key` the same column in the catalogue's terms
    (`juesuan.forms.statutory`), e.g. `total`, `basic`, `income`, `budget:reception`.
    `amount` carries value, unit (元, 万元, or what is counted) and precision. `doubt` is "" for a
    certain reading, else the reason why rules must not accuse on it. `quote` is the row as
    displayed, cells parted by a space. `placed_by` is the identity (`Identity.name`) that chose the
    column where no heading or position did: that identity is no check of this figure.
    """

    form: str
    row: int
    code: str
    item: str
    column: str
    key: str
    amount: Amount
    place: Place
    quote: str
    doubt: str = ""
    placed_by: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a form, with or without figures: what the form lists at all."""

    row: int
    code: str
    item: str
    place: Place
    doubt: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """One statutory form as found: its number, title, unit, year line, notes and rows.

    `columns` are the keys of the columns found. `lines` are the indices of the document's lines
    that belong to it. `empty` is true where no cell holds a figure other than zero. `title` is
    as displayed; `label` is the printed number (公开05表) or "". `printed_unit` is the unit that the
    form names ("" where none), `unit` the one that its figures are in.
    """

    number: str
    title: str
    label: str
    unit: str
    department: str
    columns: tuple[str, ...]
    rows: tuple[FormRow, ...]
    notes: tuple[str, ...]
    place: Place
    empty: bool
    lines: tuple[int, ...] = ()
    printed_unit: str = ""

    def __repr__(self) -> str:
        return f"<Form {self.number} {self.title}: {len(self.rows)} rows, {self.unit}, {self.place}>"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    `part` is the part's ordinal (1–5, 0 outside the parts: cover, annexes), `topic` the catalogue's key for what
    the section is about ("" where unknown), `title` the heading without its ordinal, `level` 0
    for a part or an annex, 1 for 一、, 2 for （一）, 3 for 1. and so on. `first`/`last` are paragraph
    indices, subsections included. A form or self-evaluation table is a section of topic "form".
    """

    part: int
    level: int
    ordinal: str
    title: str
    topic: str
    first: int
    last: int
    project: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure, or one direction word without a figure, said in prose.

    `section` is the normalised title, `topic` its key, `subject` the account, item or thing it
    speaks of (names without ordinals, brackets as in the source; levels 类/款/项 joined with `/`),
    `period` the four-digit year or "prior". `amount` is None for a pure word (持平, 决算数小于预算数).
    `of` names what a share or completion is a part of ("" = the section's own total).
    `group` ties the members of one enumeration to each other and to its total: statements with
    the same non-empty group, which is the place (`paragraph:offset`) of the total or of the word
    that opens the enumeration; `role` in it is "total" or "part" ("reason" for a figure said in
    explanation of another, "purpose" for what an item is said to be used for, "comparison" for
    words that only compare, as 决算数小于预算数); `complete` tells whether the wording claims the
    parts to be all (包括, 其中, 分别) or not (主要包括, 等).
    `quote` is the sentence verbatim; `paragraph` and `offset` say where in the text it stands.
    `word` is the direction, grade or purpose as displayed (下降, 增长下降, 优). `inferred` tells that
    the figure's own sentence does not name the subject: it is carried on from the text before.
    """

    section: str
    topic: str
    subject: str
    measure: Measure
    direction: Direction
    period: str
    amount: Amount | None
    quote: str
    place: Place
    paragraph: int
    offset: int
    of: str = ""
    group: str = ""
    role: str = ""
    complete: bool = False
    project: str = ""
    doubt: str = ""
    word: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a self-evaluation table: its text, the amount in it if it is one, its place."""

    text: str = ""
    amount: Amount | None = None
    place: Place = field(default_factory=Place)
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class FundLine:
    """One line of money in a self-evaluation.

    `kind` is total, fiscal, carried, other, basic, personnel, running, project, task or "";
    `label` is as displayed. Amounts are in 万元 or 元 as the table says; rate in %; score and
    weight in points; `adjustment` is what was added to the opening budget, below zero where it was taken off.
    Every entry may be blank.
    """

    kind: str
    label: str
    opening: Entry = field(default_factory=Entry)
    budget: Entry = field(default_factory=Entry)
    executed: Entry = field(default_factory=Entry)
    weight: Entry = field(default_factory=Entry)
    rate: Entry = field(default_factory=Entry)
    score: Entry = field(default_factory=Entry)
    quote: str = ""
    adjustment: Entry = field(default_factory=Entry)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: three levels of name, target, actual, unit, weight, completion, score, reason.

    `standard` is how its points are given (`≥95% 得 8 分，90%–95% 得 6 分`), `status` what the row itself says has
    become of it (`完成`, `未完成`); "" where the table does not say.
    """

    level1: str
    level2: str
    level3: str
    target: Entry = field(default_factory=Entry)
    actual: Entry = field(default_factory=Entry)
    unit: str = ""
    weight: Entry = field(default_factory=Entry)
    completion: Entry = field(default_factory=Entry)
    score: Entry = field(default_factory=Entry)
    reason: str = ""
    quote: str = ""
    place: Place = field(default_factory=Place)
    doubt: str = ""
    standard: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Evaluation:
    """One self-evaluation table, of the whole department (`overall`) or of one project.

    `has_scores` says whether the table has columns for weights and scores at all. `conventions`
    are the notes printed below. `goal` and `result` are the annual objective and what is said to
    have become of it. `doubt` is set where rows could not be set right. `lines` are the document's
    line indices it occupies. `supplementary` says that the project has a table of its own beside this
    one, the scoring table of an evaluation report. `parts` are the points of whole levels (`level1`)
    and of the money, where rows of their own give them. `left_over` are its rows of figures that were not understood.
    """

    overall: bool
    project: str
    department: str
    unit: str
    funds: tuple[FundLine, ...]
    indicators: tuple[Indicator, ...]
    total_weight: Entry = field(default_factory=Entry)
    total_score: Entry = field(default_factory=Entry)
    grade: Entry = field(default_factory=Entry)
    goal: str = ""
    result: str = ""
    reason: str = ""
    conventions: tuple[str, ...] = ()
    has_scores: bool = False
    blanks: tuple[str, ...] = ()
    place: Place = field(default_factory=Place)
    lines: tuple[int, ...] = ()
    doubt: str = ""
    title: str = ""
    listed: tuple[Evaluation, ...] = ()
    supplementary: bool = False
    parts: tuple[Indicator, ...] = ()
    left_over: tuple[str, ...] = ()

    def __repr__(self) -> str:
        whose = self.project or self.department
        return f"<Evaluation {whose}: {len(self.funds)} fund lines, {len(self.indicators)} indicators, {self.place}>"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of all numerals in one prose section, how many are in statements."""

    section: str
    numerals: int
    understood: int

"""What has been read of a self-evaluation table so far, and the evaluation that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from juesuan.evaluations.arithmetic import in_doubt
from juesuan.evaluations.columns import Headings
from juesuan.evaluations.funds import FundReader
from juesuan.evaluations.indicators import IndicatorReader, level_name
from juesuan.evaluations.quantities import parse_quantity
from juesuan.evaluations.score_parts import with_points
from juesuan.evaluations.segments import Row, Segment
from juesuan.evaluations.vocabulary import project_in_title, squeezed
from juesuan.records import Entry, Evaluation, FundLine, Indicator

_SWAPPED = "实际完成值栏多是限额、指标值栏没有，两栏的内容与栏目不符"
_FEWEST_BOUNDS = 3  # results that are bounds, by which columns are seen to be others than their headings say


@dataclass
class Draft:
    """What has been read of a table so far."""

    before: Row = ()
    values: dict[str, str] = field(default_factory=dict)
    funds: list[FundLine] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    total_weight: Entry = field(default_factory=Entry)
    total_score: Entry = field(default_factory=Entry)
    grade: Entry = field(default_factory=Entry)
    conventions: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)
    template_levels: list[str] = field(default_factory=list)
    upright: FundLine = field(default_factory=lambda: FundLine("total", "项目资金"))
    money: FundReader | None = None
    pairs: bool = False
    measures: IndicatorReader | None = None
    has_scores: bool = False
    goal_columns: dict[str, int] = field(default_factory=dict)
    points: Headings | None = None
    part_columns: dict[str, int] = field(default_factory=dict)
    parts: list[Indicator] = field(default_factory=list)
    section: str = ""
    tail: bool = False
    doubt: str = ""
    left: list[str] = field(default_factory=list)

    @property
    def taken(self) -> tuple[object, ...]:
        """What changes with every row of which something is kept."""
        rows = (len(self.parts), len(self.funds), len(self.indicators), len(self.conventions))
        labels = (len(self.blanks), len(self.template_levels), len(self.values))
        texts = (self.total_weight.text, self.total_score.text, self.grade.text, self.upright.quote)
        return (*rows, *labels, *texts, self.part_columns)


def finished(draft: Draft, segment: Segment, unit: str, title: str, named_above: str, headed: str) -> Evaluation:
    whole = "department" in draft.values or "整体" in title
    named = draft.values.get("project") or named_above or project_in_title(title)
    project = named or ("" if whole else headed)
    funds = with_points(_with_total(draft.funds or ([draft.upright] if draft.upright.quote else [])), draft.parts)
    answered = {squeezed(level_name(indicator.level2)) for indicator in draft.indicators}
    unanswered = [level for level in draft.template_levels if squeezed(level_name(level)) not in answered]
    found = Evaluation(
        overall=_is_overall(project, title, draft),
        project=project,
        department=draft.values.get("department") or draft.values.get("unit", ""),
        unit=unit,
        funds=tuple(funds),
        indicators=tuple(draft.indicators),
        total_weight=draft.total_weight,
        total_score=draft.total_score,
        grade=draft.grade,
        goal=draft.values.get("goal", ""),
        result=draft.values.get("result", ""),
        reason=draft.values.get("reason", ""),
        conventions=tuple(draft.conventions),
        has_scores=draft.has_scores,
        blanks=tuple(dict.fromkeys([*draft.blanks, *unanswered])),
        place=segment.place,
        lines=(*segment.above, *segment.below),
        title=title,
        parts=tuple(draft.parts),
        left_over=tuple(draft.left),
    )
    doubt = draft.doubt or (_SWAPPED if _bounds_as_results(draft.indicators) else "")
    return in_doubt(found, doubt) if doubt else found


def _bounds_as_results(rows: list[Indicator]) -> bool:
    """Whether bounds stand where results should, and none where targets should, in most rows."""
    results = sum(_is_bound(row.actual.text) for row in rows)
    return results >= _FEWEST_BOUNDS and results > len(rows) / 2 and not any(_is_bound(row.target.text) for row in rows)


def _is_bound(text: str) -> bool:
    quantity = parse_quantity(text)
    return quantity is not None and quantity.is_bound


def _with_total(funds: list[FundLine]) -> list[FundLine]:
    """The lines, the first of them as the total where no label says which one is, or where there is no other."""
    if not funds or any(line.kind in ("total", "task") for line in funds) or not funds[0].executed.amount:
        return funds
    alone = len(funds) == 1 or funds[0].kind == ""
    return [replace(funds[0], kind="total"), *funds[1:]] if alone else funds


def _is_overall(project: str, title: str, draft: Draft) -> bool:
    if project:
        return "整体支出" in project
    return "整体" in title or "department" in draft.values

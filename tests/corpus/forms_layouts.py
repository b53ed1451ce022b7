"""Statutory forms laid out as single regions and years do: other columns, measures side by side, rows for columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from corpus.classification import CAPITAL, FUND, GENERAL, name_of
from corpus.department import ZERO, Department, Flow, added
from corpus.dialect import CENT, Dialect
from corpus.forms_details import EXPENSES, counted, expenses_of
from corpus.forms_lists import GENERAL_SPENDING, Column, codes_of, form_03, income_of, list_form, sum_of
from corpus.forms_totals import figure, form_01, form_04, head
from corpus.manuscript import Cell, Table

SPLIT_INCOME: tuple[Column, ...] = (
    ("total", "本年收入合计", income_of()),
    ("fiscal:general", "一般公共预算财政拨款收入", income_of(GENERAL)),
    ("fiscal:fund", "政府性基金预算财政拨款收入", income_of(FUND)),
    ("fiscal:capital", "国有资本经营预算财政拨款收入", income_of(CAPITAL)),
    ("superior", "上级补助收入", income_of("superior")),
    ("operations", "事业收入", income_of("operations")),
    ("business", "经营收入", income_of("business")),
    ("affiliated", "附属单位上缴收入", income_of("affiliated")),
    ("other", "其他收入", income_of("other")),
)
BLOCKS = (("budget", "年初预算数"), ("", "决算数"))
YEARS = (("prior", "上年决算数"), ("budget", "年初预算数"), ("", "本年决算数"))
PRIOR_SHARE, BUDGET_SHARE = Decimal("0.83"), Decimal("1.07")
LINES_OF_09 = (
    ("total", "一、“三公”经费支出"),
    ("abroad", "1.因公出国（境）费"),
    ("vehicles", "2.公务用车购置及运行维护费"),
    ("purchase", "（1）公务用车购置费"),
    ("running", "（2）公务用车运行维护费"),
    ("reception", "3.公务接待费"),
)


def used_classes_01(department: Department, dialect: Dialect) -> Table:
    """Form 01 with those function classes alone that have money."""
    table = form_01(department, dialect)
    body = table.rows[table.headings :]
    half = len(body[0]) // 2
    lines = [row[half:] for row in body[:-4] if any(cell.figure and _shows(cell) for cell in row[half:])]
    left = [row[:half] for row in body[:-4] if row[0].text]
    blank = ((Cell(),) * half,) * (max(len(left), len(lines)))
    rows = [(*a, *b) for a, b in zip((*left, *blank), (*lines, *blank), strict=False)][: len(blank)]
    return replace(table, rows=(*table.rows[: table.headings], *rows, *body[-4:]))


def _shows(cell: Cell) -> bool:
    return any(digit in cell.text for digit in "123456789")


def income_by_budget(department: Department, dialect: Dialect) -> Table:
    """Form 02 with the fiscal income of each budget in a column of its own."""
    return list_form("02", dialect, [flow for flow in department.flows if flow.income], SPLIT_INCOME)


def spending_of_years(department: Department, dialect: Dialect) -> Table:
    """Form 03 with total, basic and project under the prior year's figure, the opening budget, and the final figure."""
    flows = department.of()
    if any(flow.paid_up or flow.operating or flow.subsidy for flow in flows):
        return form_03(department, dialect)  # the blocks have no column for them
    return _in_blocks("03", dialect, flows, YEARS)


def general_in_blocks(department: Department, dialect: Dialect) -> Table:
    """Form 05 with total, basic and project under the opening budget and under the final figure."""
    return _in_blocks("05", dialect, department.of(GENERAL), BLOCKS)


def general_with_change(department: Department, dialect: Dialect) -> Table:
    """Form 05 with the prior year, this year, and by how much it changed in money and percent."""
    flows = department.of(GENERAL)
    rows = [
        (head("项目", 2), head("上年决算数", rows=2), head("本年决算数", 3), head("比上年增减", 2)),
        tuple(head(text) for text in ("科目编码", "科目名称", "合计", "基本支出", "项目支出", "增减额", "增减率（%）")),
    ]
    for code in ("", *codes_of(flows)):
        own = [flow for flow in flows if flow.code.startswith(code)]
        spent = added(flow.spent for flow in own)
        before = added(_part(flow.spent, PRIOR_SHARE) for flow in own)
        cells = [figure(dialect, "05", code or "合计", "prior:total", before)]
        cells += [figure(dialect, "05", code or "合计", key, value(own)) for key, _, value in GENERAL_SPENDING]
        cells.append(figure(dialect, "05", code or "合计", "change:total", spent - before))
        rate = ((spent - before) / before * 100).quantize(CENT) if before else ZERO
        cells.append(Cell(f"{rate:.2f}", f"05/{code or '合计'}/rate:total", figure=True))
        names = (head("合计", 2),) if not code else (Cell(code), Cell(name_of(code)))
        rows.append((*names, *cells))
    return Table("form/05", tuple(rows), (2.1, 5.0, *((2.6,) * 6)), 2, "05", dialect.unit)


def _in_blocks(form: str, dialect: Dialect, flows: list[Flow], blocks: tuple[tuple[str, str], ...]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (head("项目", 2), *(head(label, 3) for _, label in blocks)),
        (head("科目编码"), head("科目名称"), *(head(text) for text in ("合计", "基本支出", "项目支出") * len(blocks))),
    ]
    for code in ("", *codes_of(flows)):
        own = [flow for flow in flows if flow.code.startswith(code)]
        cells = [
            figure(dialect, form, code or "合计", f"{measure}:{key}".lstrip(":"), _of_measure(own, key, measure))
            for measure, _ in blocks
            for key in ("total", "basic", "project")
        ]
        rows.append((*((head("合计", 2),) if not code else (Cell(code), Cell(name_of(code)))), *cells))
    width = 3 * len(blocks)
    return Table(f"form/{form}", tuple(rows), (2.1, 5.0, *((2.4,) * width)), 2, form, dialect.unit)


def _of_measure(flows: list[Flow], key: str, measure: str) -> Decimal:
    parts = ("basic", "project") if key == "total" else (key,)
    share = {"prior": PRIOR_SHARE, "budget": BUDGET_SHARE}.get(measure, Decimal(1))
    return added(_part(getattr(flow, part), share) for flow in flows for part in parts)


def _part(value: Decimal, share: Decimal) -> Decimal:
    return (value * share).quantize(CENT)


def general_carried(department: Department, dialect: Dialect) -> Table:
    """Form 05 with carry-over, income and spending, each total, basic and project."""
    groups = (("opening", "年初结转和结余"), ("income", "本年收入"), ("", "本年支出"), ("closing", "年末结转和结余"))
    parts = (("total", "合计"), ("basic", "基本支出"), ("project", "项目支出"))
    flows = department.of(GENERAL)
    rows: list[tuple[Cell, ...]] = [
        (head("项目", 2), *(head(label, 3) for _, label in groups)),
        (head("科目编码"), head("科目名称"), *(head(label) for _, label in parts * len(groups))),
    ]
    for code in ("", *codes_of(flows)):
        own = [flow for flow in flows if flow.code.startswith(code)]
        cells = []
        for group, _ in groups:
            for part, _ in parts:
                key = part if not group else group if part == "total" else f"{group}:{part}"
                cells.append(figure(dialect, "05", code or "合计", key, _carried(own, group, part)))
        rows.append((*((head("合计", 2),) if not code else (Cell(code), Cell(name_of(code)))), *cells))
    return Table("form/05", tuple(rows), (2.1, 4.0, *((2.2,) * 12)), 2, "05", dialect.unit)


def _carried(flows: list[Flow], group: str, part: str) -> Decimal:
    """All carry-over of the general budget is that of projects."""
    of_projects = {"opening": sum_of("opening"), "closing": sum_of("closing")}.get(group)
    if of_projects:
        return ZERO if part == "basic" else of_projects(flows)
    basic = added(flow.basic for flow in flows)
    whole = added(flow.income if group == "income" else flow.spent for flow in flows)
    return {"total": whole, "basic": basic, "project": whole - basic}[part]


def public_by_row(department: Department, dialect: Dialect) -> Table:
    """Form 09 with an item a row, budget and final side by side."""
    rows = [tuple(head(text) for text in ("项目", "预算数", "决算数"))]
    sides = {side: expenses_of(department, side) for side in ("budget", "final")}
    for key, label in LINES_OF_09:
        cells = (_public(dialect, side, key, sides[side][key]) for side in ("budget", "final"))
        rows.append((Cell(label), *cells))
    return Table("form/09", tuple(rows), (5, 2, 2), 1, "09", dialect.unit)


def public_with_lines(department: Department, dialect: Dialect) -> Table:
    """Form 09 with an item and a line's number a row, its counts and the operating cost below."""
    rows = [tuple(head(text) for text in ("项目", "行次", "预算数", "决算统计数"))]
    rows.append(tuple(head(text) for text in ("栏次", "", "1", "2")))
    sides = {side: expenses_of(department, side) for side in ("budget", "final")}
    for key, label in LINES_OF_09:
        cells = (_public(dialect, side, key, sides[side][key]) for side in ("budget", "final"))
        rows.append((Cell(label), Cell(str(len(rows) - 1)), *cells))
    numbers = counted(department)
    for what, label in (
        ("delegations", "1.因公出国（境）团组数（个）"),
        ("held", "2.公务用车保有量（辆）"),
        ("receptions", "3.国内公务接待批次（个）"),
        ("guests", "4.国内公务接待人次（人）"),
    ):
        shown = str(numbers[what]) if numbers[what] else ""
        rows.append((Cell(label), Cell(str(len(rows) - 1)), Cell("—"), Cell(shown, f"09/{label}/count", figure=True)))
    return Table("form/09", tuple(rows), (6, 1, 2, 2), 2, "09", dialect.unit)


def public_with_training(department: Department, dialect: Dialect) -> Table:
    """Form 09 with the measures as rows, and meetings and training as columns."""
    block = (*EXPENSES, ("meetings", "会议费"), ("training", "培训费"))
    rows = [
        (
            head("项目", rows=3),
            head("一般公共预算财政拨款安排的“三公”经费", 6),
            head("会议费", rows=3),
            head("培训费", rows=3),
        ),
        (
            head("小计", rows=2),
            head("因公出国（境）费用", rows=2),
            head("公务用车购置及运行维护费", 3),
            head("公务接待费", rows=2),
        ),
        tuple(head(text) for text in ("小计", "公务用车购置费", "公务用车运行维护费")),
    ]
    for side, label in (("budget", "预算数"), ("final", "决算数")):
        values = expenses_of(department, side) | {"meetings": department.meetings, "training": department.training}
        rows.append((Cell(label), *(_public(dialect, side, key, values[key], label) for key, _ in block)))
    return Table("form/09", tuple(rows), (2, *((1.6,) * 8)), 3, "09", dialect.unit)


def _public(dialect: Dialect, side: str, key: str, value: Decimal, row: str = "") -> Cell:
    label = row or dict(LINES_OF_09)[key]
    return Cell(dialect.cell(value), f"09/{label}/{side}:{key}", figure=True)


def capital_spending(department: Department, dialect: Dialect) -> Table:
    """Form 08 with the year's spending alone."""
    return list_form("08", dialect, department.of(CAPITAL), GENERAL_SPENDING, under="本年支出")


def fiscal_totals(department: Department, dialect: Dialect) -> Table:
    """Form 04 without classes that no budget spends on."""
    table = form_04(department, dialect)
    rows = table.rows
    kept = [row for row in rows[table.headings + 3 : -6] if any(cell.figure and _shows(cell) for cell in row)]
    return replace(table, rows=(*rows[: table.headings + 3], *kept, *rows[-6:]))


LAYOUTS: dict[str, Callable[[Department, Dialect], Table]] = {
    "01-used": used_classes_01,
    "02-split": income_by_budget,
    "03-years": spending_of_years,
    "04-used": fiscal_totals,
    "05-blocks": general_in_blocks,
    "05-change": general_with_change,
    "05-carried": general_carried,
    "08-spending": capital_spending,
    "09-rows": public_by_row,
    "09-lines": public_with_lines,
    "09-training": public_with_training,
}

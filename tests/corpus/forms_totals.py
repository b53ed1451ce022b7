"""Forms 01 and 04: two halves, income left and spending right."""

from __future__ import annotations

from decimal import Decimal

from corpus.classification import CAPITAL, FUND, GENERAL, classes
from corpus.department import FISCAL, Department, Flow, added
from corpus.dialect import Dialect
from corpus.manuscript import Cell, Table

DIGITS = "一二三四五六七八九"
ORDINALS = [*DIGITS, "十", *(f"十{digit}" for digit in DIGITS), "二十", *(f"二十{digit}" for digit in DIGITS)]
INCOME_LINES = (
    ("一般公共预算财政拨款收入", GENERAL),
    ("政府性基金预算财政拨款收入", FUND),
    ("国有资本经营预算财政拨款收入", CAPITAL),
    ("上级补助收入", "superior"),
    ("事业收入", "operations"),
    ("经营收入", "business"),
    ("附属单位上缴收入", "affiliated"),
    ("其他收入", "other"),
)
GRANTS = (("一般公共预算财政拨款", GENERAL), ("政府性基金预算财政拨款", FUND), ("国有资本经营预算财政拨款", CAPITAL))


def head(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(text, columns=columns, rows=rows)


def figure(dialect: Dialect, form: str, row: str, column: str, value: Decimal) -> Cell:
    """A form's figure under its key form/row/column."""
    return Cell(dialect.cell(value), f"{form}/{row}/{column}", figure=True)


def form_01(department: Department, dialect: Dialect) -> Table:
    income = [(f"{ORDINALS[i]}、{label}", department.income(source)) for i, (label, source) in enumerate(INCOME_LINES)]
    spending = _by_class(department.of())
    tail = (
        (("本年收入合计", department.income()), ("本年支出合计", department.spent())),
        (
            ("使用非财政拨款结余（含专用结余）", department.total("used")),
            ("结余分配", department.total("allocated")),
        ),
        (("年初结转和结余", department.total("opening")), ("年末结转和结余", department.total("closing"))),
        (("总计", department.balance), ("总计", department.balance)),
    )
    rows: list[tuple[Cell, ...]] = [
        (head("收入", 3 if dialect.numbered else 2), head("支出", 3 if dialect.numbered else 2))
    ]
    number = ["行次"] if dialect.numbered else []
    amount = "金额" if dialect.numbered else "决算数"
    rows.append(tuple(head(text) for text in ("项目", *number, amount) * 2))
    if dialect.numbered:
        rows.append(tuple(head(text) for text in ("栏次", "", "1", "栏次", "", "2")))
    lines = [(income[i] if i < len(income) else None, spending[i]) for i in range(len(spending))]
    for position, (left, right) in enumerate([*lines, *tail], 1):
        rows.append(
            (
                *_half(dialect, "01", left, "income", position),
                *_half(dialect, "01", right, "expenditure", position + len(lines) + len(tail)),
            )
        )
    widths = (5, 1, 3, 5, 1, 3) if dialect.numbered else (5, 3, 5, 3)
    return Table("form/01", tuple(rows), widths, 3 if dialect.numbered else 2, "01", dialect.unit)


def form_04(department: Department, dialect: Dialect) -> Table:
    fiscal = department.of(*FISCAL)
    columns = ("total", "general", "fund", "capital")
    number = ["行次"] if dialect.numbered else []
    left = 3 if dialect.numbered else 2
    heads = ("合计", *(label for label, _ in GRANTS))
    rows: list[tuple[Cell, ...]] = [
        (head("收入", left), head("支出", left + 3)),
        tuple(head(text) for text in ("项目", *number, "金额", "项目", *number, *heads)),
    ]
    if dialect.numbered:
        rows.append(tuple(head(text) for text in ("栏次", "", "1", "栏次", "", "2", "3", "4", "5")))
    incomes: list[tuple[str, Decimal] | None] = [
        (f"{ORDINALS[i]}、{label}", department.income(source)) for i, (label, source) in enumerate(GRANTS)
    ]
    spending = [(label, _split(flows)) for label, flows in _class_flows(fiscal)]
    carried: list[tuple[str, Decimal] | None] = [
        (label, department.total("opening", source)) for label, source in GRANTS
    ]
    closing = _split(fiscal, "closing")
    spent = _split(fiscal)
    together = tuple(a + b for a, b in zip(spent, closing, strict=True))
    lines: list[tuple[tuple[str, Decimal] | None, tuple[str, tuple[Decimal, ...]] | None]] = [
        (incomes[i] if i < len(incomes) else None, line) for i, line in enumerate(spending)
    ]
    lines.append((("本年收入合计", department.income(*FISCAL)), ("本年支出合计", spent)))
    lines.append(
        (("年初财政拨款结转和结余", department.total("opening", *FISCAL)), ("年末财政拨款结转和结余", closing))
    )
    lines += [(line, None) for line in carried]
    lines.append((("总计", department.fiscal_balance), ("总计", together)))
    for position, (left_line, right_line) in enumerate(lines, 1):
        column = "income:opening" if left_line in carried else "income"
        row = [*_half(dialect, "04", left_line, column, position)]
        label, values = right_line or ("", ())
        row += [Cell(label)] + ([Cell(str(position + len(lines)))] if dialect.numbered else [])
        row += [figure(dialect, "04", label, key, value) for key, value in zip(columns, values, strict=False)] or [
            Cell()
        ] * 4
        rows.append(tuple(row))
    widths = (5, 1, 3, 5, 1, 3, 3, 3, 3) if dialect.numbered else (5, 3, 5, 3, 3, 3, 3)
    return Table("form/04", tuple(rows), widths, len(number) + 2, "04", dialect.unit)


def _half(
    dialect: Dialect, form: str, line: tuple[str, Decimal] | None, column: str, position: int
) -> tuple[Cell, ...]:
    number = (Cell(str(position)),) if dialect.numbered else ()
    if line is None:
        return (Cell(), *number, Cell())
    label, value = line
    shown = figure(dialect, form, label, column, value)
    return (Cell(label), *number, shown)


def _class_flows(flows: list[Flow]) -> list[tuple[str, list[Flow]]]:
    """Every class of form 01 with its flows, labelled with the ordinal of the form."""
    return [
        (f"{ORDINALS[i]}、{name}", [flow for flow in flows if flow.code.startswith(code)])
        for i, (code, name) in enumerate(classes().items())
    ]


def _by_class(flows: list[Flow]) -> list[tuple[str, Decimal]]:
    return [(label, added(flow.spent for flow in mine)) for label, mine in _class_flows(flows)]


def _split(flows: list[Flow], what: str = "spent") -> tuple[Decimal, ...]:
    """Total, general, fund and capital."""
    parts = [added(getattr(flow, what) for flow in flows if flow.source == source) for source in FISCAL]
    return (added(parts), *parts)

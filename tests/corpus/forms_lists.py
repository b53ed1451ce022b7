"""Forms that list functional items: 02, 03, 05, 07, 08."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from corpus.classification import CAPITAL, FUND, GENERAL, name_of
from corpus.department import FISCAL, Department, Flow, added
from corpus.dialect import Dialect
from corpus.forms_totals import figure, head
from corpus.manuscript import Cell, Table

Column = tuple[str, str, Callable[[list[Flow]], Decimal]]


def income_of(*sources: str) -> Callable[[list[Flow]], Decimal]:
    return lambda flows: added(flow.income for flow in flows if not sources or flow.source in sources)


def sum_of(what: str) -> Callable[[list[Flow]], Decimal]:
    return lambda flows: added(getattr(flow, what) for flow in flows)


INCOME: tuple[Column, ...] = (
    ("total", "本年收入合计", income_of()),
    ("fiscal", "财政拨款收入", income_of(*FISCAL)),
    ("superior", "上级补助收入", income_of("superior")),
    ("operations", "事业收入", income_of("operations")),
    ("business", "经营收入", income_of("business")),
    ("affiliated", "附属单位上缴收入", income_of("affiliated")),
    ("other", "其他收入", income_of("other")),
)
SPENDING: tuple[Column, ...] = (
    ("total", "本年支出合计", sum_of("spent")),
    ("basic", "基本支出", sum_of("basic")),
    ("project", "项目支出", sum_of("project")),
    ("superior", "上缴上级支出", sum_of("paid_up")),
    ("business", "经营支出", sum_of("operating")),
    ("affiliated", "对附属单位补助支出", sum_of("subsidy")),
)
GENERAL_SPENDING: tuple[Column, ...] = (("total", "小计", sum_of("spent")), *SPENDING[1:3])
BALANCE: tuple[Column, ...] = (
    ("opening", "年初结转和结余", sum_of("opening")),
    ("income", "本年收入", sum_of("income")),
    *GENERAL_SPENDING,
    ("closing", "年末结转和结余", sum_of("closing")),
)


def form_02(department: Department, dialect: Dialect) -> Table:
    flows = [flow for flow in department.flows if flow.income]
    return list_form("02", dialect, flows, INCOME)


def form_03(department: Department, dialect: Dialect) -> Table:
    return list_form("03", dialect, department.of(), SPENDING)


def form_05(department: Department, dialect: Dialect) -> Table:
    return list_form("05", dialect, department.of(GENERAL), GENERAL_SPENDING, under="本年支出")


def form_07(department: Department, dialect: Dialect) -> Table:
    return list_form("07", dialect, department.of(FUND), BALANCE, under="本年支出")


def form_08(department: Department, dialect: Dialect) -> Table:
    """In some regions only the spending of the capital budget is shown."""
    columns = GENERAL_SPENDING if dialect.wording == "northwest" else BALANCE
    return list_form("08", dialect, department.of(CAPITAL), columns, under="本年支出")


def list_form(form: str, dialect: Dialect, flows: list[Flow], columns: tuple[Column, ...], under: str = "") -> Table:
    total = _row(form, dialect, "", "合计", flows, columns)
    body = [
        _row(form, dialect, code, name_of(code), [flow for flow in flows if flow.code.startswith(code)], columns)
        for code in codes_of(flows)
    ]
    headings = _headings(dialect, columns, under)
    rows = [*headings, *([*body, total] if dialect.last else [total, *body])]
    widths = (*((1.0,) * 3 if dialect.code_columns == 3 else (2.1,)), 5.0, *((2.6,) * len(columns)))
    return Table(f"form/{form}", tuple(rows), widths, len(headings), form, dialect.unit)


def codes_of(flows: Iterable[Flow]) -> list[str]:
    """Every class, section and item that has money, each above its parts."""
    items = {flow.code for flow in flows}
    return sorted({code[:length] for code in items for length in (3, 5, 7)})


def _row(
    form: str, dialect: Dialect, code: str, name: str, flows: list[Flow], columns: tuple[Column, ...]
) -> tuple[Cell, ...]:
    figures = tuple(figure(dialect, form, code or name, key, value(flows)) for key, _, value in columns)
    if not code:
        if not flows:
            figures = tuple(Cell("", cell.key, figure=True) for cell in figures)
        return (head(name, dialect.code_columns + 1), *figures)
    return (*_code_cells(dialect, code), Cell(name), *figures)


def _code_cells(dialect: Dialect, code: str) -> tuple[Cell, ...]:
    if dialect.code_columns == 1:
        return (Cell(code),)
    return Cell(code[:3]), Cell(code[3:5]), Cell(code[5:])


def _headings(dialect: Dialect, columns: tuple[Column, ...], under: str) -> list[tuple[Cell, ...]]:
    """Two lines of headings, spending grouped `under` one where it has parts, and the column numbers."""
    codes = dialect.code_columns
    first = [head("项目", codes + 1)]
    second: list[Cell] = []
    grouped = {"total", "basic", "project"} if under else set()
    for key, label, _ in columns:
        if key in grouped:
            if key == "total":
                first.append(head(under, 3))
            second.append(head(label))
        else:
            first.append(head(label, rows=2))
    code_heads = [head(part) for part in ("类", "款", "项")] if codes == 3 else [head("科目代码")]
    rows = [tuple(first), (*code_heads, head("科目名称"), *second)]
    if dialect.numbered:
        rows.append((head("栏次", codes + 1), *(head(str(i)) for i in range(1, len(columns) + 1))))
    return rows

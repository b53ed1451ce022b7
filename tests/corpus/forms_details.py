"""Forms 06 (economic items), 09 (three public expenses), 10 (running costs), 11 (procurement)."""

from __future__ import annotations

from decimal import Decimal

from corpus.classification import economic, economic_blocks
from corpus.department import KINDS, ZERO, Department
from corpus.dialect import Dialect
from corpus.forms_totals import figure, head
from corpus.manuscript import Cell, Table

EXPENSES = (
    ("total", "合计"),
    ("abroad", "因公出国（境）费"),
    ("vehicles", "小计"),
    ("purchase", "公务用车购置费"),
    ("running", "公务用车运行维护费"),
    ("reception", "公务接待费"),
)
COUNTS = (
    (("因公出国（境）团组数（个）", "delegations"), ("因公出国（境）人次数（人）", "travellers")),
    (("公务用车购置数（辆）", "bought"), ("公务用车保有量（辆）", "held")),
    (("国内公务接待批次（个）", "receptions"), ("国内公务接待人次（人）", "guests")),
)
PROCURED = (
    ("（一）政府采购支出合计", "total"),
    ("1.政府采购货物支出", "goods"),
    ("2.政府采购工程支出", "works"),
    ("3.政府采购服务支出", "services"),
    ("（二）政府采购授予中小企业合同金额", "small_medium"),
    ("其中：授予小微企业合同金额", "small_micro"),
)


def form_06(department: Department, dialect: Dialect) -> Table:
    return economic_form("06", department, dialect)


def economic_form(form: str, department: Department, dialect: Dialect) -> Table:
    """Basic spending by economic account, in blocks side by side."""
    blocks = economic_blocks()
    if dialect.wording == "east":  # two columns of items: capital spending follows goods and services
        blocks = (blocks[0], blocks[1] + blocks[2])
    height = max(map(len, blocks))
    rows: list[tuple[Cell, ...]] = []
    if dialect.numbered:
        rows.append((head("人员经费", 3), head("公用经费", 3 * (len(blocks) - 1))))
    rows.append(tuple(head(text) for text in ("科目代码", "科目名称", "决算数") * len(blocks)))
    headings = len(rows)
    for position in range(height):
        row: list[Cell] = []
        for codes in blocks:
            row += _item(form, department, dialect, codes[position]) if position < len(codes) else [Cell()] * 3
        rows.append(tuple(row))
    public = 3 * (len(blocks) - 1) - 1
    rows.append(
        (
            head("人员经费合计", 2),
            figure(dialect, form, "人员经费合计", "final", department.personnel),
            head("公用经费合计", public),
            figure(dialect, form, "公用经费合计", "final", department.public),
        )
    )
    return Table(f"form/{form}", tuple(rows), (1.5, 4, 2.4) * len(blocks), headings, form, dialect.unit)


def form_09(department: Department, dialect: Dialect) -> Table:
    three = department.three
    sides = {side: expenses_of(department, side) for side in ("budget", "final")}
    empty = not three.total("budget") and not three.total("final")

    def cell(side: str, key: str) -> Cell:
        name = f"09//{side}:{key}"
        return Cell("" if empty else dialect.cell(sides[side][key]), name, figure=True)

    if dialect.pairs:
        rows = [
            (head("财政拨款“三公”经费", 12),),
            (
                head("合计", 2, 2),
                head("因公出国（境）费", 2, 2),
                head("公务用车购置及运行维护费", 6),
                head("公务接待费", 2, 2),
            ),
            (head("小计", 2), head("公务用车购置费", 2), head("公务用车运行维护费", 2)),
            tuple(head(text) for text in ("预算数", "决算数") * 6),
            tuple(cell(side, key) for key, _ in EXPENSES for side in ("budget", "final")),
        ]
        return Table("form/09", tuple(rows), (1.0,) * 12, 4, "09", dialect.unit)
    block = (
        head("合计", rows=2),
        head("因公出国（境）费", rows=2),
        head("公务用车购置及运行维护费", 3),
        head("公务接待费", rows=2),
    )
    rows = [
        (head("预算数", 6), head("决算数", 6)),
        block * 2,
        (head("小计"), head("公务用车购置费"), head("公务用车运行维护费")) * 2,
    ]
    if dialect.numbered:
        rows.append(tuple(head(str(number)) for number in range(1, 13)))
    headings = len(rows)
    rows.append(tuple(cell(side, key) for side in ("budget", "final") for key, _ in EXPENSES))
    return Table("form/09", tuple(rows), (1.0,) * 12, headings, "09", dialect.unit)


def counts_of_09(department: Department) -> Table:
    """The table of numbers that some regions print below form 09."""
    numbers = counted(department)
    rows = [tuple(head(text) for text in ("项目", "统计数") * 2)]
    for pair in COUNTS:
        row: list[Cell] = []
        for label, what in pair:
            shown = str(numbers[what]) if numbers[what] else ""
            row += [Cell(label), Cell(shown, f"09/{label}/count", figure=True)]
        rows.append(tuple(row))
    return Table("form/09/counts", tuple(rows), (4, 1.5, 4, 1.5), 1, "09", "count")


def counted(department: Department) -> dict[str, int]:
    """The physical numbers behind the three public expenses."""
    three = department.three
    return {
        "delegations": three.delegations,
        "travellers": three.travellers,
        "bought": three.bought,
        "held": sum(department.fleet.values()),
        "receptions": three.receptions,
        "guests": three.guests,
    }


def form_10(department: Department, dialect: Dialect) -> Table:
    rows = [
        (head("项目", 2), head("机关运行经费支出决算数", rows=2)),
        (head("经济分类编码"), head("经济分类名称")),
        (head("合计", 2), figure(dialect, "10", "合计", "final", department.public)),
    ]
    codes = [code for code in economic() if code[:3] in ("302", "307", "310", "399")]
    codes = [code for code in codes if code[:3] == "302" or len(code) == 3 or department.economic[code]]
    for code in codes:
        rows.append(
            (Cell(code), Cell(economic()[code]), figure(dialect, "10", code, "final", _amount(department, code)))
        )
    return Table("form/10", tuple(rows), (2, 5, 3), 2, "10", dialect.unit)


def form_11(department: Department, dialect: Dialect) -> Table:
    rows = [tuple(head(text) for text in ("政府采购支出信息", "行次", "金额"))]
    for number, (label, what) in enumerate(PROCURED, 1):
        value = getattr(department.procurement, what)
        rows.append((Cell(label), Cell(str(number)), figure(dialect, "11", label, "final", value)))
    return Table("form/11", tuple(rows), (6, 1, 3), 1, "11", dialect.unit)


def expenses_of(department: Department, side: str) -> dict[str, Decimal]:
    figures = {kind: getattr(department.three, side)[kind] for kind in KINDS}
    return figures | {"total": department.three.total(side), "vehicles": department.three.cars(side)}


def _item(form: str, department: Department, dialect: Dialect, code: str) -> list[Cell]:
    amount = figure(dialect, form, code, "final", _amount(department, code))
    return [Cell(code), Cell(economic()[code]), amount]


def _amount(department: Department, code: str) -> Decimal:
    return department.economic_class(code) if len(code) == 3 else department.economic.get(code, ZERO)

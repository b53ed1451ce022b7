"""Forms that provinces add to the statutory ones, under this program's own keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from corpus.accounts import FLEET
from corpus.classification import CAPITAL, FUND, GENERAL, economic, name_of
from corpus.department import FISCAL, ZERO, Department, Flow, added
from corpus.dialect import CENT, Dialect
from corpus.forms_details import PROCURED, economic_form
from corpus.forms_lists import GENERAL_SPENDING, INCOME, SPENDING, Column, codes_of, list_form, sum_of
from corpus.forms_totals import figure, head
from corpus.manuscript import Cell, Table

CLASSES = (
    ("wages", "301", "工资福利支出"),
    ("goods", "302", "商品和服务支出"),
    ("households", "303", "对个人和家庭的补助"),
    ("interest", "307", "债务利息及费用支出"),
    ("assets", "310", "资本性支出"),
    ("other", "399", "其他支出"),
)
PROJECT_ACCOUNTS = (("30226", Decimal("0.5")), ("30227", Decimal("0.3")), ("31002", Decimal("0.2")))
TOTAL = "合计"
FIRST_TASK = Decimal("0.6")  # of an item's projects

FLEET_LINES = tuple((f"{number}.{kind}", kind) for number, kind in enumerate(FLEET, 1))

Accounts = dict[str, Decimal]  # amounts by economic account


def basic_by_account(department: Department) -> dict[str, Accounts]:
    """Basic spending of the general budget by function item and account: both margins are the department's."""
    left = {code: value for code, value in department.economic.items() if value}
    found: dict[str, Accounts] = {}
    for flow in department.of(GENERAL):
        rest = flow.basic
        own = found.setdefault(flow.code, {})
        for code in list(left):
            taken = min(rest, left[code])
            if taken:
                own[code] = own.get(code, ZERO) + taken
                left[code] -= taken
                rest -= taken
            if not left[code]:
                del left[code]
    return found


def project_by_account(flow: Flow) -> Accounts:
    """A project's spending parted over a few accounts."""
    parts = {code: (flow.project * share).quantize(CENT) for code, share in PROJECT_ACCOUNTS[1:]}
    return {PROJECT_ACCOUNTS[0][0]: flow.project - added(parts.values()), **parts} if flow.project else {}


def fiscal_by_budget(department: Department, dialect: Dialect) -> Table:
    """Form 32: economic accounts by budget, each total, basic and project."""
    amounts: dict[str, Accounts] = {}
    for own in basic_by_account(department).values():
        _add(amounts, "general:basic", own)
    for key, source in (("general", GENERAL), ("fund", FUND), ("capital", CAPITAL)):
        for flow in department.of(source):
            _add(amounts, f"{key}:project", project_by_account(flow))
    budgets = (
        ("general", "一般公共预算财政拨款"),
        ("fund", "政府性基金预算财政拨款"),
        ("capital", "国有资本经营预算财政拨款"),
    )
    rows: list[tuple[Cell, ...]] = [
        (head("项目", 2), head(TOTAL, rows=2), *(head(label, 3) for _, label in budgets)),
        (head("科目编码"), head("科目名称"), *(head(text) for text in ("小计", "基本支出", "项目支出") * 3)),
    ]
    used = sorted({code for own in amounts.values() for code in own})
    for code in ("", *sorted({part for account in used for part in (account[:3], account)})):
        shown = {
            key: added(value for mine, value in own.items() if mine.startswith(code)) for key, own in amounts.items()
        }
        cells = [figure(dialect, "32", code or TOTAL, "total", added(shown.values()))]
        for key, _ in budgets:
            parts = [shown.get(f"{key}:{part}", ZERO) for part in ("basic", "project")]
            for name, value in ((key, added(parts)), (f"{key}:basic", parts[0]), (f"{key}:project", parts[1])):
                cells.append(figure(dialect, "32", code or TOTAL, name, value))
        rows.append((*((head(TOTAL, 2),) if not code else (Cell(code), Cell(economic()[code]))), *cells))
    return Table("form/32", tuple(rows), (1.6, 3.6, *((2.2,) * 10)), 2, "32", dialect.unit)


def general_by_class(department: Department, dialect: Dialect) -> Table:
    """Form 33: function items of the general budget by economic class."""
    return _by_account("33", department, dialect, basic=True, detailed=False)


def projects_by_account(department: Department, dialect: Dialect) -> Table:
    """Form 34: projects of the general budget by economic class and account."""
    return _by_account("34", department, dialect, basic=False, detailed=True)


def _by_account(form: str, department: Department, dialect: Dialect, *, basic: bool, detailed: bool) -> Table:
    spent = {flow.code: project_by_account(flow) for flow in department.of(GENERAL)}
    if basic:
        for code, own in basic_by_account(department).items():
            spent[code] = _sum([spent.get(code, {}), own])
    used = sorted({code for own in spent.values() for code in own})
    columns: list[tuple[str, str, str]] = []
    for key, code, name in CLASSES:
        accounts = [account for account in used if account.startswith(code)] if detailed else []
        if accounts or not detailed:
            columns.append((key, code, name))
            columns += [(f"{key}:{account}", account, economic()[account]) for account in accounts]
    first = [head("项目", 2), head(TOTAL, rows=2)]
    second = [head("科目编码"), head("科目名称")]
    for key, _, name in columns:
        if ":" in key:
            second.append(head(name))
        elif detailed:
            first.append(head(name, 1 + sum(other.startswith(f"{key}:") for other, _, _ in columns)))
            second.append(head("小计"))
        else:
            first.append(head(name, rows=2))
    rows = [tuple(first), tuple(second)]
    flows = [flow for flow in department.of(GENERAL) if spent.get(flow.code)]
    for row in ("", *codes_of(flows)):
        own = _sum(accounts for code, accounts in spent.items() if code.startswith(row))
        cells = [figure(dialect, form, row or TOTAL, "total", added(own.values()))]
        for key, code, _ in columns:
            value = added(amount for account, amount in own.items() if account.startswith(code))
            cells.append(figure(dialect, form, row or TOTAL, key, value))
        rows.append((*((head(TOTAL, 2),) if not row else (Cell(row), Cell(name_of(row)))), *cells))
    return Table(f"form/{form}", tuple(rows), (2.1, 4.4, *((2.4,) * (len(columns) + 1))), 2, form, dialect.unit)


def all_spending_by_class(department: Department, dialect: Dialect) -> Table:
    """Form 35, of a department that has money of the general budget only."""
    return _by_account("35", department, dialect, basic=True, detailed=False)


def general_projects(department: Department, dialect: Dialect) -> Table:
    """Form 31: project spending of the general budget by function."""
    flows = [flow for flow in department.of(GENERAL) if flow.project]
    return list_form("31", dialect, flows, (("total", "金额", sum_of("project")),))


def projects(department: Department, dialect: Dialect) -> Table:
    """Form 36: every item that has projects, and its projects under the item's code."""
    columns: tuple[tuple[str, str], ...] = (
        ("opening", "年初结转和结余"),
        ("income", "本年收入"),
        ("total", "本年支出"),
        ("closing", "年末结转和结余"),
    )
    rows: list[tuple[Cell, ...]] = [
        tuple(head(text) for text in ("科目编码", "项目名称", *(name for _, name in columns)))
    ]
    flows = [flow for flow in department.of() if flow.project]
    for code in ("", *codes_of(flows)):
        own = [flow for flow in flows if flow.code.startswith(code)]
        values = [added(_of_projects(flow, key) for flow in own) for key, _ in columns]
        rows.append(_project_row(dialect, code, name_of(code) if code else TOTAL, columns, values))
        if len(code) == 7:
            first = [(value * FIRST_TASK).quantize(CENT) for value in values]
            second = [whole - part for whole, part in zip(values, first, strict=True)]
            for number, parts in enumerate((first, second), 1):
                rows.append(_project_row(dialect, code, f"{name_of(code)}任务{number}", columns, parts))
    return Table("form/36", tuple(rows), (2.1, 5.0, *((2.6,) * 4)), 1, "36", dialect.unit)


def _of_projects(flow: Flow, key: str) -> Decimal:
    if key == "total":
        return flow.project
    if key == "income":
        return flow.project + flow.closing - flow.opening
    return flow.opening if key == "opening" else flow.closing


def _project_row(
    dialect: Dialect, code: str, name: str, columns: tuple[tuple[str, str], ...], values: list[Decimal]
) -> tuple[Cell, ...]:
    cells = (figure(dialect, "36", code or TOTAL, key, value) for (key, _), value in zip(columns, values, strict=True))
    return (Cell(code), Cell(name), *cells)


def information(department: Department, dialect: Dialect) -> Table:
    """Form 37: operating cost, vehicles and procurement in one list."""
    rows = [tuple(head(text) for text in ("项目", "行次", "统计数"))]

    def add(label: str, value: Decimal | None = None, count: int | None = None) -> None:
        number = Cell(str(len(rows)))
        if count is not None:
            rows.append((Cell(label), number, Cell(str(count) if count else "", f"37/{label}/count", figure=True)))
        else:
            cell = figure(dialect, "37", label, "final", value) if value is not None else Cell()
            rows.append((Cell(label), number, cell))

    add("一、机关运行经费支出", department.operating_cost)
    add("（一）行政单位", department.operating_cost)
    add("（二）参照公务员法管理事业单位", ZERO)
    add("二、国有资产占用情况")
    add("（一）车辆数合计（辆）", count=sum(department.fleet.values()))
    for label, key in FLEET_LINES:
        add(label, count=department.fleet[key])
    add("（二）单价100万元（含）以上设备（不含车辆）（台）", count=department.equipment)
    add("三、政府采购支出信息")
    for label, what in PROCURED:
        add(label, getattr(department.procurement, what))
    return Table("form/37", tuple(rows), (6, 1, 3), 1, "37", dialect.unit)


def assets(department: Department, dialect: Dialect) -> Table:
    """Form 38: vehicles and equipment."""
    rows = [tuple(head(text) for text in ("项目", "行次", "数量"))]
    for label, count in (
        ("一、车辆数合计（辆）", sum(department.fleet.values())),
        *((label, department.fleet[key]) for label, key in FLEET_LINES),
        ("二、单价100万元（含）以上设备（不含车辆）（台）", department.equipment),
    ):
        shown = Cell(str(count) if count else "", f"38/{label}/count", figure=True)
        rows.append((Cell(label), Cell(str(len(rows))), shown))
    return Table("form/38", tuple(rows), (6, 1, 2), 1, "38", dialect.unit)


def meetings(department: Department, dialect: Dialect) -> Table:
    """Form 39: meetings and training."""
    rows = [tuple(head(text) for text in ("项目", "预算数", "决算数"))]
    spent = (("会议费", department.meetings), ("培训费", department.training))
    for label, value in ((TOTAL, added(value for _, value in spent)), *spent):
        cells = (figure(dialect, "39", label, key, value) for key in ("budget:final", "final"))
        rows.append((Cell(label), *cells))
    return Table("form/39", tuple(rows), (4, 2, 2), 1, "39", dialect.unit)


def _by_unit(
    form: str, department: Department, dialect: Dialect, flows: list[Flow], columns: tuple[Column, ...]
) -> Table:
    rows: list[tuple[Cell, ...]] = [tuple(head(text) for text in ("单位名称", *(label for _, label, _ in columns)))]
    halves = flows[::2], flows[1::2]
    names = f"{department.name}本级", f"{department.name}下属服务中心"
    for name, own in ((TOTAL, flows), *zip(names, halves, strict=True)):
        rows.append((Cell(name), *(figure(dialect, form, name, key, value(own)) for key, _, value in columns)))
    return Table(f"form/{form}", tuple(rows), (5.0, *((2.4,) * len(columns))), 1, form, dialect.unit)


def income_by_unit(department: Department, dialect: Dialect) -> Table:
    return _by_unit("41", department, dialect, [flow for flow in department.flows if flow.income], INCOME)


def spending_by_unit(department: Department, dialect: Dialect) -> Table:
    return _by_unit("42", department, dialect, department.of(), SPENDING)


def capital_spending(department: Department, dialect: Dialect) -> Table:
    return list_form("43", dialect, department.of(CAPITAL), GENERAL_SPENDING, under="本年支出")


def fiscal_spending(department: Department, dialect: Dialect) -> Table:
    return list_form("44", dialect, department.of(*FISCAL), GENERAL_SPENDING, under="本年支出")


def fiscal_basic(department: Department, dialect: Dialect) -> Table:
    return economic_form("45", department, dialect)


def _add(amounts: dict[str, Accounts], key: str, own: Accounts) -> None:
    amounts[key] = _sum([amounts.get(key, {}), own])


def _sum(several: Iterable[Accounts]) -> Accounts:
    whole: Accounts = {}
    for own in several:
        for code, value in own.items():
            whole[code] = whole.get(code, ZERO) + value
    return whole


CUSTOMARY: dict[str, tuple[str, Callable[[Department, Dialect], Table]]] = {
    "31": ("一般公共预算财政拨款项目支出决算表", general_projects),
    "32": ("财政拨款支出决算明细表", fiscal_by_budget),
    "33": ("一般公共预算财政拨款支出决算明细表", general_by_class),
    "34": ("一般公共预算财政拨款项目支出决算明细表", projects_by_account),
    "35": ("支出决算明细表", all_spending_by_class),
    "36": ("项目收入支出决算表", projects),
    "37": ("机构运行经费、国有资产占用、政府采购信息表", information),
    "38": ("国有资产占用情况表", assets),
    "39": ("会议费、培训费支出决算表", meetings),
    "41": ("收入决算表（分单位）", income_by_unit),
    "42": ("支出决算表（分单位）", spending_by_unit),
    "43": ("国有资本经营预算财政拨款支出决算表", capital_spending),
    "44": ("财政拨款支出决算表（功能科目）", fiscal_spending),
    "45": ("财政拨款基本支出决算表（经济科目）", fiscal_basic),
}

"""The forms of a budget in two sets: the national one with its parts and carry-over, and a coastal city's."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.classification import CAPITAL, FUND, GENERAL, classes, economic, name_of
from corpus.department import FISCAL, KINDS, ZERO, Department, Flow, added
from corpus.dialect import Dialect
from corpus.forms_totals import ORDINALS, figure, head
from corpus.manuscript import Cell, Table

Line = tuple[str, str, Decimal | tuple[Decimal, ...]]
Column = tuple[str, str, Callable[[list[Flow]], Decimal]]
PERSONNEL = ("301", "303")
BY_BUDGET = ("total", "general", "fund", "capital")
NATIONAL_INCOME = (
    ("一般公共预算拨款收入", GENERAL),
    ("政府性基金预算拨款收入", FUND),
    ("国有资本经营预算拨款收入", CAPITAL),
    ("财政专户管理资金收入", "special"),
    ("事业收入", "operations"),
    ("事业单位经营收入", "business"),
    ("上级补助收入", "superior"),
    ("附属单位上缴收入", "affiliated"),
    ("其他收入", "other"),
)
COASTAL_INCOME = NATIONAL_INCOME[4:6] + NATIONAL_INCOME[8:]
GRANTS = (("一般公共预算拨款", GENERAL), ("政府性基金预算拨款", FUND), ("国有资本经营预算拨款", CAPITAL))
FUNDS = (("一般公共预算资金", GENERAL), ("政府性基金", FUND), ("国有资本经营预算", CAPITAL))


def income_of(*sources: str) -> Callable[[list[Flow]], Decimal]:
    return lambda flows: added(flow.income for flow in flows if not sources or flow.source in sources)


def sum_of(what: str) -> Callable[[list[Flow]], Decimal]:
    return lambda flows: added(getattr(flow, what) for flow in flows)


THREE: tuple[Column, ...] = (
    ("total", "合计", sum_of("spent")),
    ("basic", "基本支出", sum_of("basic")),
    ("project", "项目支出", sum_of("project")),
)
SIX: tuple[Column, ...] = (
    *THREE,
    ("business", "事业单位经营支出", sum_of("operating")),
    ("superior", "上缴上级支出", sum_of("paid_up")),
    ("affiliated", "对附属单位补助支出", sum_of("subsidy")),
)
NATIONAL_SOURCES: tuple[Column, ...] = (
    ("total", "合计", lambda flows: added(flow.income + flow.opening for flow in flows)),
    ("opening", "上年结转", sum_of("opening")),
    ("fiscal:general", "一般公共预算拨款收入", income_of(GENERAL)),
    ("fiscal:fund", "政府性基金预算拨款收入", income_of(FUND)),
    ("fiscal:capital", "国有资本经营预算拨款收入", income_of(CAPITAL)),
    ("special", "财政专户管理资金收入", income_of("special")),
    ("operations", "事业收入", income_of("operations")),
    ("business", "事业单位经营收入", income_of("business")),
    ("superior", "上级补助收入", income_of("superior")),
    ("affiliated", "附属单位上缴收入", income_of("affiliated")),
    ("other", "其他收入", income_of("other")),
)
COASTAL_SOURCES: tuple[Column, ...] = (
    ("total", "合计", income_of()),
    ("fiscal", "财政拨款收入", income_of(*FISCAL)),
    ("operations", "事业收入", income_of("operations")),
    ("business", "事业单位经营收入", income_of("business")),
    ("other", "其他收入", income_of("other")),
)


def is_coastal(dialect: Dialect) -> bool:
    return dialect.wording == "coast"


def form_51(department: Department, dialect: Dialect) -> Table:
    spending = _by_class(department.of(), "expenditure")
    left: list[Line]
    if is_coastal(dialect):
        left = [("一、财政拨款收入", "income", department.income(*FISCAL))]
        left += [(f"{i}. {label}", "income", department.income(source)) for i, (label, source) in enumerate(FUNDS, 1)]
        left += [
            (f"{ORDINALS[i]}、{label}", "income", department.income(source))
            for i, (label, source) in enumerate(COASTAL_INCOME, 1)
        ]
        tail: list[tuple[Line, Line]] = []
    else:
        left = [
            (f"{ORDINALS[i]}、{label}", "income", department.income(source))
            for i, (label, source) in enumerate(NATIONAL_INCOME)
        ]
        tail = [
            (("本年收入合计", "income", department.income()), ("本年支出合计", "expenditure", department.spent())),
            (("上年结转结余", "income", department.total("opening")), ("结转下年", "expenditure", ZERO)),
        ]
    tail.append((("收入总计", "income", department.balance), ("支出总计", "expenditure", department.balance)))
    heads = ("本年收入", "本年支出") if is_coastal(dialect) else ("收入", "支出")
    rows = [tuple(head(text, 2) for text in heads), tuple(head(text) for text in ("项目", "预算数") * 2)]
    return Table("form/51", (*rows, *_facing("51", dialect, left, spending, tail)), (5, 3, 5, 3), 2, "51", dialect.unit)


def form_54(department: Department, dialect: Dialect) -> Table:
    fiscal = department.of(*FISCAL)
    spent = _split(fiscal)
    spending: list[Line] = [
        (f"{_ordinal(dialect, i)}{name}", "", _split([flow for flow in fiscal if flow.code.startswith(code)]))
        for i, (code, name) in enumerate(_used(fiscal))
    ]
    if is_coastal(dialect):
        left: list[Line] = [
            (f"{ORDINALS[i]}、{label}", "income", department.income(source)) for i, (label, source) in enumerate(FUNDS)
        ]
    else:
        left = [("一、本年收入", "income", department.income(*FISCAL))]
        left += [(f"（{ORDINALS[i]}）{label}", "income", department.income(s)) for i, (label, s) in enumerate(GRANTS)]
        left.append(("二、上年结转", "income", department.total("opening", *FISCAL)))
        left += [
            (f"（{ORDINALS[i]}）{label}", "income:opening", department.total("opening", source))
            for i, (label, source) in enumerate(GRANTS)
        ]
        spending = [("一、本年支出", "", spent), *spending, ("二、年终结转结余", "", (ZERO,) * 4)]
    tail: list[tuple[Line, Line]] = [
        (("收入总计", "income", department.fiscal_balance), ("支出总计", "", spent)),
    ]
    rows = [
        (head("收入", 2), head("支出", 5)),
        tuple(
            head(text)
            for text in ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
        ),
    ]
    widths = (5, 3, 5, 3, 3, 3, 3)
    return Table("form/54", (*rows, *_facing("54", dialect, left, spending, tail)), widths, 2, "54", dialect.unit)


def form_52(department: Department, dialect: Dialect) -> Table:
    return _listed("52", dialect, department.of(), COASTAL_SOURCES if is_coastal(dialect) else NATIONAL_SOURCES)


def form_53(department: Department, dialect: Dialect) -> Table:
    return _listed("53", dialect, department.of(), THREE if is_coastal(dialect) else SIX)


def form_55(department: Department, dialect: Dialect) -> Table:
    before: tuple[Column, ...] = () if is_coastal(dialect) else (("prior:total", "上年执行数", _before),)
    return _listed("55", dialect, department.of(GENERAL), (*before, *THREE), "本年预算数" if before else "")


def form_57(department: Department, dialect: Dialect) -> Table:
    return _listed("57", dialect, department.of(FUND), THREE)


def form_58(department: Department, dialect: Dialect) -> Table:
    return _listed("58", dialect, department.of(CAPITAL), THREE)


def form_56(department: Department, dialect: Dialect) -> Table:
    """Economic accounts with personnel and running costs in columns of their own."""
    coded = 2 if dialect.code_columns > 1 else 1
    amounts = {code: department.economic.get(code, ZERO) for code in economic() if len(code) > 3}
    shown = [code for code in economic() if any(v for c, v in amounts.items() if c.startswith(code))]

    def row(cells: tuple[Cell, ...], name: str, codes: list[str]) -> tuple[Cell, ...]:
        personnel = added(amounts[code] for code in codes if code[:3] in PERSONNEL)
        running = added(amounts[code] for code in codes if code[:3] not in PERSONNEL)
        values = (("budget", personnel + running), ("personnel", personnel), ("running", running))
        return (*cells, *(figure(dialect, "56", name, key, value) for key, value in values))

    codes = ("类", "款") if coded == 2 else ("科目编码",)
    rows = [
        (head("部门预算支出经济分类科目", coded + 1), head("本年一般公共预算基本支出", 3)),
        tuple(head(text) for text in (*codes, "科目名称", "合计", "人员经费", "公用经费")),
        row((head("合计", coded + 1),), "合计", list(amounts)),
    ]
    for code in shown:
        own = (Cell(code[:3]), Cell(code[3:])) if coded == 2 else (Cell(code),)
        rows.append(row((*own, Cell(economic()[code])), code, [c for c in amounts if c.startswith(code)]))
    widths = (*((1.2,) * coded), 5, 2.6, 2.6, 2.6)
    return Table("form/56", tuple(rows), widths, 2, "56", dialect.unit)


def form_59(department: Department, dialect: Dialect) -> Table:
    three = department.three

    def items(side: str) -> dict[str, Decimal]:
        return {kind: getattr(three, side)[kind] for kind in KINDS} | {
            "total": three.total(side),
            "vehicles": three.cars(side),
        }

    if is_coastal(dialect):
        order = ("total", "abroad", "reception", "vehicles", "purchase", "running")
        shown = items("budget") | {"operating": department.operating_cost}
        rows = [
            (
                *(head(text, rows=2) for text in ("合计", "因公出国（境）费", "公务接待费")),
                head("公务用车购置及运行费", 3),
                head("机关运行经费预算数", rows=2),
            ),
            (head("小计"), head("购置费"), head("运行费")),
            tuple(figure(dialect, "59", "", f"budget:{key}", shown[key]) for key in (*order, "operating")),
        ]
        return Table("form/59", tuple(rows), (1.0,) * 7, 2, "59", dialect.unit)
    order = ("total", "abroad", "vehicles", "purchase", "running", "reception")
    block = (
        *(head(text, rows=2) for text in ("合计", "因公出国（境）费")),
        head("公务用车购置及运行费", 3),
        head("公务接待费", rows=2),
    )
    rows = [
        (head("上年预算数", 6), head("本年预算数", 6)),
        block * 2,
        (head("小计"), head("公务用车购置费"), head("公务用车运行费")) * 2,
        tuple(
            figure(dialect, "59", "", f"{key}:{item}", items(side)[item])
            for side, key in (("prior", "prior"), ("budget", "budget"))
            for item in order
        ),
    ]
    return Table("form/59", tuple(rows), (1.0,) * 12, 3, "59", dialect.unit)


def _facing(
    form: str, dialect: Dialect, left: list[Line], right: list[Line], tail: list[tuple[Line, Line]]
) -> list[tuple[Cell, ...]]:
    """Two lists side by side, and below them the rows that belong together."""
    columns = max(len(line[2]) if isinstance(line[2], tuple) else 1 for line in right)
    height = max(len(left), len(right))
    pairs: list[tuple[Line | None, Line | None]] = [
        (left[i] if i < len(left) else None, right[i] if i < len(right) else None) for i in range(height)
    ]
    return [(*_half(form, dialect, one, 1), *_half(form, dialect, other, columns)) for one, other in (*pairs, *tail)]


def _half(form: str, dialect: Dialect, line: Line | None, columns: int) -> tuple[Cell, ...]:
    if line is None:
        return (Cell(),) * (columns + 1)
    label, key, value = line
    values = value if isinstance(value, tuple) else (value,)
    keys = BY_BUDGET if isinstance(value, tuple) else (key,)
    return (Cell(label), *(figure(dialect, form, label, k, v) for k, v in zip(keys, values, strict=False)))


def _ordinal(dialect: Dialect, index: int) -> str:
    return f"{ORDINALS[index]}、" if is_coastal(dialect) else f"（{ORDINALS[index]}）"


def _used(flows: list[Flow]) -> list[tuple[str, str]]:
    used = {flow.code[:3] for flow in flows}
    return [(code, name) for code, name in classes().items() if code in used]


def _by_class(flows: list[Flow], key: str) -> list[Line]:
    return [
        (f"{ORDINALS[i]}、{name}", key, added(flow.spent for flow in flows if flow.code.startswith(code)))
        for i, (code, name) in enumerate(_used(flows))
    ]


def _split(flows: list[Flow]) -> tuple[Decimal, ...]:
    parts = [added(flow.spent for flow in flows if flow.source == source) for source in FISCAL]
    return (added(parts), *parts)


def _before(flows: list[Flow]) -> Decimal:
    """What was spent the year before: somewhat less."""
    return added((flow.spent * Decimal("0.93")).quantize(Decimal("100.00")) for flow in flows)


def _listed(form: str, dialect: Dialect, flows: list[Flow], columns: tuple[Column, ...], under: str = "") -> Table:
    """A form by function: total first, every class, section and item that has money."""
    coded = dialect.code_columns
    items = {flow.code for flow in flows}
    codes = sorted({code[:length] for code in items for length in (3, 5, 7)})
    names = ("类", "款", "项") if coded == 3 else ("科目编码",)
    if under:
        before = [column for column in columns if column[0].startswith("prior")]
        rows = [
            (head("功能分类科目", coded + 1), *(head(label, rows=2) for _, label, _ in before), head(under, 3)),
            tuple(head(text) for text in (*names, "科目名称", *(label for _, label, _ in columns[len(before) :]))),
        ]
    else:
        rows = [
            (head("功能分类科目", coded + 1), *(head(label, rows=2) for _, label, _ in columns)),
            tuple(head(text) for text in (*names, "科目名称")),
        ]
    for code in ("", *codes):
        mine = [flow for flow in flows if flow.code.startswith(code)]
        own = (Cell(code[:3]), Cell(code[3:5]), Cell(code[5:])) if coded == 3 else (Cell(code),)
        label = (*own, Cell(name_of(code))) if code else (head("合计", coded + 1),)
        rows.append((*label, *(figure(dialect, form, code or "合计", key, value(mine)) for key, _, value in columns)))
    widths = (*((1.0,) * 3 if coded == 3 else (2.1,)), 5.0, *((2.6,) * len(columns)))
    return Table(f"form/{form}", tuple(rows), widths, 2, form, dialect.unit)

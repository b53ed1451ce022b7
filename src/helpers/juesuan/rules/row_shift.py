"""Row-shift check: figures that stand beside the wrong codes, told by another form that shows the same list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import Amount
from juesuan.checks import Check, Evidence, Figure
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.identities import row_holds
from juesuan.identities import total as sum_of
from juesuan.identities.references import references, sisters
from juesuan.identities.selection import Table, Tables, is_nothing, tables_of
from juesuan.identities.table import RowIdentity, row_identities
from juesuan.lines import Line, key_name, quoted
from juesuan.rules.registry import rule

FARTHEST = 6  # rows that figures are known to slip
ENOUGH = 3  # different figures found in other rows that are no chance
ENOUGH_ALIKE = 2  # the same, where all stand equally far off


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure that another form shows for a row, and the row in which this form shows it, `rows` further down.

    `last` is the last row of the same class, where it shows the class's total: a column moved up ends so.
    """

    row: Line
    key: str
    right: Figure
    shown_in: Line
    rows: int
    last: Line | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form in the order of its codes, and what another form shows for its rows.

    `listed` tells that the other form has a list of these rows, which may have slipped itself.
    """

    table: Table
    key: str
    other: Table
    right: Mapping[str, Figure]
    listed: bool

    @property
    def witness(self) -> tuple[str, str]:
        """What tells that figures slipped, in Chinese and English."""
        return (
            ("同行的其他各栏", "the other columns") if self.other is self.table else (self.other.name, self.other.name)
        )

    @property
    def lines(self) -> list[Line]:
        """The rows with codes; of a form in blocks, by code rather than as they stand side by side."""
        coded = [line for line in self.table.lines if line.code]
        return sorted(coded, key=lambda line: line.code) if self.table.is_in_blocks else coded

    def is_wrong(self, line: Line) -> bool:
        """Whether a row certainly shows something else than the other form does."""
        right = self.right.get(line.code)
        if right is None or right.doubt or is_nothing(right) or not self.is_certain(line):
            return False
        return not _same(line.figure(self.key), right)

    def is_certain(self, line: Line) -> bool:
        """Whether what a row shows here was read with certainty; a blank is where the whole row was."""
        figure = line.figure(self.key)
        return not (figure.doubt if figure is not None else line.doubt)


@rule("row-shift", family="cross_table", basis="部门决算公开表样：表间勾稽关系", zh="各表数字与科目逐行对应，没有错行")
def row_shift(accounts: Accounts) -> Iterator[Check]:
    """In every form the figures stand beside their own codes, not shifted by rows."""
    tables = tables_of(accounts)
    compared = False
    for number in dict.fromkeys(form for form, _ in sisters()):
        columns = list(_columns(tables, number))
        if columns:
            compared = True
            yield _form_check(tables[number], columns)
    if not compared:
        yield not_applicable("数字与科目是否错行", "没有可以逐行比较的两张表")


def _columns(tables: Tables, number: str) -> Iterator[Column]:
    for form, key in sisters():
        if form == number and tables[number].lines:
            for other in references((form, key), tables):
                if any(line.code in other.figures and key in line.facts for line in tables[number].lines):
                    yield Column(tables[number], key, tables[other.form], other.figures, other.listed)
    for identity in row_identities(number) if tables[number].lines else ():
        wrong = _not_adding_up(tables[number], identity)
        for key in (identity.whole, *(key for _, key in identity.parts)) if len(wrong) >= ENOUGH_ALIKE else ():
            if right := _by_the_row(tables[number], identity, key, wrong):
                yield Column(tables[number], key, tables[number], right, listed=False)


def _not_adding_up(table: Table, identity: RowIdentity) -> dict[str, dict[str, Figure]]:
    """The figures, by code and key, of the rows in which an identity certainly fails."""
    keys = {identity.whole, *(key for _, key in identity.parts)}
    found: dict[str, dict[str, Figure]] = {}
    for line in table.lines:
        cells = {key: figure for key in line.facts if key in keys and (figure := line.figure(key)) and figure.amount}
        if any(figure.doubt or figure.placed_by for figure in cells.values()):
            continue
        if not row_holds(identity, {key: figure.amount.interval for key, figure in cells.items() if figure.amount}):
            found[line.code] = cells
    return found


def _by_the_row(
    table: Table, identity: RowIdentity, key: str, wrong: Mapping[str, Mapping[str, Figure]]
) -> dict[str, Figure]:
    """What the other columns of each row call for in one: itself where the row adds up."""
    found: dict[str, Figure] = {}
    for line in table.lines:
        right = _called_for(line, identity, key, wrong[line.code]) if line.code in wrong else line.figure(key)
        found |= {line.code: right} if right else {}
    return found


def _called_for(line: Line, identity: RowIdentity, key: str, cells: Mapping[str, Figure]) -> Figure | None:
    """The figure that makes a row add up."""
    terms = [(1, identity.whole), *((-sign, part) for sign, part in identity.parts)]
    signs = {each: sign for sign, each in terms}
    others = [(sign, amount) for each, sign in signs.items() if each != key and (amount := _amount(cells, each))]
    if not others:
        return None
    value = sum((sign * amount.value for sign, amount in others), Decimal(0)) * -signs[key]
    evidence = tuple(piece for each in signs if each in cells for piece in cells[each].evidence)
    return Figure(line.label(key), replace(others[0][1], value=value, displayed=f"{value:,f}"), evidence)


def _amount(cells: Mapping[str, Figure], key: str) -> Amount | None:
    return cells[key].amount if key in cells else None


def _form_check(table: Table, columns: Sequence[Column]) -> Check:
    subject = f"{table.name}数字与科目错行"
    slipped = [(column, slips) for column in columns if (slips := _slips(column)) and _soundness(column) <= 0]
    known = [(column, slips) for column, slips in slipped if _soundness(column) < 0]
    if not slipped:
        return passed(f"{table.name}数字与科目逐行对应")
    if not known:
        column, slips = slipped[0]
        reason = f"与{column.witness[0]}错行，但不能确定是哪一张表"
        return unchecked(subject, reason, *[slip.right for slip in slips])
    rows = [line for _, slips in known for slip in slips for line in (slip.row, slip.shown_in, slip.last) if line]
    misplaced = dict.fromkeys(cell for column in columns for cell in _misplaced(column, rows))
    return replace(_told(subject, table, known), misplaced=tuple(misplaced))


def _told(subject: str, table: Table, slipped: Sequence[tuple[Column, list[Slip]]]) -> Check:
    (column, (first, *_)) = max(slipped, key=lambda each: len(each[1]))
    slips = [slip for _, each in slipped for slip in each]
    rows = len({slip.row.code for slip in slips})
    far = sorted({abs(slip.rows) for slip in slips})
    distance = str(far[0]) if len(far) == 1 else f"{far[0]}至{far[-1]}"
    names = "、".join(dict.fromkeys(key_name(table.number, each.key) for each, _ in slipped))
    right, stated = first.right.amount, first.row.figure(first.key)
    above, last = first.rows < 0, next((slip.last for slip in slips if slip.last), None)
    zh = (
        f"{table.name}自{quoted(first.row.name)}起，{names}栏的数字与科目错开了{distance}行（{rows}行与{column.witness[0]}"
        f"对不上，却与{'上' if above else '下'}面的行相符）：{quoted(first.row.name)}应为{right}，"
        f"这个数却列在{quoted(first.shown_in.name)}{f'，末行{quoted(last.name)}列的是本类合计' if last else ''}。"
    )
    spoken = distance.replace("至", " to ")
    en = (
        f"In {table.name}, from {first.row.code} on, figures stand {spoken} rows {'above' if above else 'below'} their "
        f"codes ({rows} rows differ from {column.witness[1]} but agree with other rows): {first.row.code} should show "
        f"{right}, which stands at {first.shown_in.code}"
        f"{f'; the last row, {last.code}, shows the total of its class' if last else ''}."
    )
    own = [figure for slip in slips for figure in (slip.row.figure(slip.key), slip.shown_in.figure(slip.key)) if figure]
    evidence = gather(*own, *[slip.right for slip in slips])
    return finding(subject, zh, en, evidence, stated=str(stated.amount) if stated else "", expected=str(right))


def _slips(column: Column) -> list[Slip]:
    """The rows whose right figure stands in another row; none where too few do, or not all to one side."""
    lines = column.lines
    if in_order := _in_order(column, lines):
        return in_order
    wrong = [place for place, line in enumerate(lines) if column.is_wrong(line)]
    slips = [slip for place in wrong if (slip := _found_elsewhere(column, lines, place)) is not None]
    for side in (-1, 1):
        own = [slip for slip in slips if slip.rows * side > 0]
        different = {slip.right.amount.value for slip in own if slip.right.amount}
        alike = len({slip.rows for slip in own}) == 1
        enough = ENOUGH if not alike else 1 if any(slip.last for slip in own) else ENOUGH_ALIKE
        if len(different) >= enough and 2 * len(own) >= len(wrong):
            return own
    return []


def _in_order(column: Column, lines: Sequence[Line]) -> list[Slip]:
    """The rows whose figure stands elsewhere, where a column shows all figures of another list in their order."""
    places = {line.code: place for place, line in enumerate(lines)}
    right = [(code, figure) for code, figure in column.right.items() if code and not is_nothing(figure)]
    shown = [line for line in lines if not is_nothing(line.figure(column.key))]
    if not column.listed or len(right) != len(shown) or not all(code in places for code, _ in right):
        return []
    pairs = list(zip(right, shown, strict=True))
    if not all(column.is_certain(line) and _same(line.figure(column.key), figure) for (_, figure), line in pairs):
        return []
    slips = [
        Slip(lines[places[code]], column.key, figure, line, places[line.code] - places[code])
        for (code, figure), line in pairs
        if line.code != code
    ]
    return slips if len(slips) >= ENOUGH_ALIKE else []


def _found_elsewhere(column: Column, lines: Sequence[Line], place: int) -> Slip | None:
    right = column.right[lines[place].code]
    for distance in range(1, FARTHEST + 1):
        for rows in (-distance, distance):
            if 0 <= place + rows < len(lines):
                other = lines[place + rows]
                own = column.right.get(other.code)
                at_home = own is not None and _same(other.figure(column.key), own)
                if column.is_certain(other) and not at_home and _same(other.figure(column.key), right):
                    return Slip(lines[place], column.key, right, other, rows, _total_at_the_end(column, lines[place]))
    return None


def _total_at_the_end(column: Column, line: Line) -> Line | None:
    """The last account of a row's class where it shows the total of the class, as one of several."""
    for parent, children in column.table.families:
        filled = [child for child in children if not is_nothing(child.figure(column.key))]
        if parent.code and any(child is line for child in children) and len(filled) > 1:
            whole, last = parent.figure(column.key), filled[-1]
            return last if whole is not None and _same(last.figure(column.key), whole) else None
    return None


def _soundness(column: Column) -> int:
    """How many levels more hold in this form than in the other; less than nothing says that this one has slipped.

    Without a list of the rows the other form can hardly have slipped, unless its own levels do not hold.
    """
    more = _broken_levels(column.other) - _broken_levels(column.table)
    return more if column.listed or more > 0 else -1


def _broken_levels(table: Table) -> int:
    broken = 0
    for line, children in table.families:
        for key in table.keys:
            whole = line.figure(key)
            parts = [figure for child in children if (figure := child.figure(key)) is not None]
            if whole and whole.amount and parts and not any(figure.doubt for figure in (whole, *parts)):
                sums = sum_of((1, part.amount.interval) for part in parts if part.amount)
                broken += not whole.amount.interval.meets(sums)
    return broken


def _misplaced(column: Column, rows: Sequence[Line]) -> Iterator[Evidence]:
    """The cells between the first and the last row that slipped, but for those that agree with the other form."""
    lines = column.lines
    places = [place for place, line in enumerate(lines) if any(line is each for each in rows)]
    total = [column.table.total] if column.table.total else []
    for line in (*lines[min(places) : max(places) + 1], *total):
        figure, right = line.figure(column.key), column.right.get(line.code)
        if figure is not None and (right is None or not _same(figure, right)):
            yield from figure.evidence


def _same(left: Figure | None, right: Figure) -> bool:
    """Whether both certainly show one amount."""
    if left is None or left.amount is None or right.amount is None or left.amount.value == 0:
        return False
    if left.amount.is_money and right.amount.is_money:
        return left.amount.interval.meets(right.amount.into(left.amount.unit).interval)
    return left.amount.unit == right.amount.unit and left.amount.value == right.amount.value

"""Errors in the statutory forms: sums that do not add up, forms that contradict one another or are missing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.forms_details import COUNTS
from corpus.plant import Planted, Site, changed, plant, shifted, value

HALF = Decimal(1) / 2


def _in_form(form: str, column: str = "", digits: int = 0) -> Callable[[str], bool]:
    def fits(key: str) -> bool:
        parts = key.split("/")
        if parts[0] != form or len(parts) != 3 or (column and parts[2] != column):
            return False
        return not digits or (parts[1].isdigit() and len(parts[1]) == digits)

    return fits


def _one_figure(site: Site, form: str, column: str = "", digits: int = 0) -> Planted:
    key = site.pick(_in_form(form, column, digits))
    manuscript, new = changed(site, key)
    return Planted(manuscript, (new,))


def _amount(site: Site) -> Decimal:
    """Enough to be no rounding, in the unit of the forms."""
    return Decimal(site.rng.randint(70, 900)) / 100 * (10000 if site.dialect.unit == "元" else 1)


@plant("class figure of 02", "table_sum")
def _(site: Site) -> Planted:
    return _one_figure(site, "02", "total", 3)


@plant("item figure of 03", "table_sum")
def _(site: Site) -> Planted:
    return _one_figure(site, "03", "total", 7)


@plant("part of a row of 03", "table_sum")
def _(site: Site) -> Planted:
    return _one_figure(site, "03", "basic", 7)


@plant("section figure of 05", "table_sum")
def _(site: Site) -> Planted:
    return _one_figure(site, "05", "total", 5)


@plant("economic item of 06", "table_sum")
def _(site: Site) -> Planted:
    return _one_figure(site, "06", "final", 5)


@plant("personnel total of 06", "table_sum")
def _(site: Site) -> Planted:
    manuscript, new = changed(site, "06/人员经费合计/final")
    return Planted(manuscript, (new,))


@plant("grand total of 01", "table_sum")
def _(site: Site) -> Planted:
    manuscript, new = changed(site, "01/总计/expenditure")
    return Planted(manuscript, (new,))


@plant("total of 04", "table_sum")
def _(site: Site) -> Planted:
    manuscript, new = changed(site, "04/本年支出合计/general")
    return Planted(manuscript, (new,))


@plant("closing balance of 07", "table_sum")
def _(site: Site) -> Planted:
    return _one_figure(site, "07", "total", 7)


@plant("vehicles of 09", "table_sum")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key == "09//final:vehicles")
    manuscript, new = changed(site, key)
    return Planted(manuscript, (new,))


@plant("line of 11", "table_sum")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith(("11/1.", "11/3.")))
    manuscript, new = changed(site, key)
    return Planted(manuscript, (new,))


def _chain(site: Site, form: str, columns: tuple[str, ...]) -> Planted:
    """One item and everything above it moved together: the form adds up and no other form agrees."""
    item = site.pick(_in_form(form, columns[-1], 7))
    code = item.split("/")[1]
    rows = ("合计", code[:3], code[:5], code)
    keys = [f"{form}/{row}/{column}" for row in rows for column in columns]
    manuscript = shifted(site, keys, _amount(site))
    return Planted(manuscript, (manuscript.texts()[f"{form}/合计/{columns[0]}"], manuscript.texts()[item]))


@plant("03 moved against 05 and 01", "cross_table")
def _(site: Site) -> Planted:
    return _chain(site, "03", ("total", "project"))


@plant("05 moved against 03 and 04", "cross_table")
def _(site: Site) -> Planted:
    return _chain(site, "05", ("total", "basic"))


@plant("02 moved against 01", "cross_table")
def _(site: Site) -> Planted:
    return _chain(site, "02", ("total", "fiscal"))


@plant("06 moved against 05", "cross_table")
def _(site: Site) -> Planted:
    item = site.pick(lambda key: key.startswith("06/301") and len(key.split("/")[1]) == 5)
    code = item.split("/")[1]
    keys = [item, f"06/{code[:3]}/final", "06/人员经费合计/final"]
    manuscript = shifted(site, keys, _amount(site))
    return Planted(manuscript, (manuscript.texts()["06/人员经费合计/final"], manuscript.texts()[item]))


@plant("09 below 06", "cross_table")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key == "09//final:running")
    if site.department.economic["30231"] != site.department.three.final["running"]:
        raise LookupError("projects pay a part")
    by = -(value(site.texts()[key]) * HALF).quantize(Decimal("0.01"))
    if abs(by) < (500 if site.dialect.unit == "元" else Decimal("0.05")):
        raise LookupError("too small")
    manuscript = shifted(site, [key, "09//final:vehicles", "09//final:total"], by)
    return Planted(manuscript, (manuscript.texts()[key],))


@plant("10 moved against 06", "cross_table")
def _(site: Site) -> Planted:
    item = site.pick(lambda key: key.startswith("10/302") and len(key.split("/")[1]) == 5)
    keys = [item, "10/302/final", "10/合计/final"]
    manuscript = shifted(site, keys, _amount(site))
    return Planted(manuscript, (manuscript.texts()["10/合计/final"], manuscript.texts()[item]))


@plant("04 moved against 01", "cross_table")
def _(site: Site) -> Planted:
    row = site.pick(lambda key: key.startswith("04/") and "、" in key and key.endswith("/general")).split("/")[1]
    keys = [f"04/{label}/{column}" for label in (row, "本年支出合计", "总计") for column in ("total", "general")]
    keys += ["04/总计/income", "04/本年收入合计/income", "04/一、一般公共预算财政拨款/income"]
    manuscript = shifted(site, keys, _amount(site))
    return Planted(manuscript, (manuscript.texts()[f"04/{row}/general"], manuscript.texts()["04/本年支出合计/general"]))


def _missing_form(site: Site, form: str, title: str) -> Planted:
    if f"form/{form}" not in {block.key for block in site.manuscript.blocks}:
        raise LookupError(form)
    return Planted(site.manuscript.without(f"form/{form}"), words=title)


@plant("form 05 missing", "completeness")
def _(site: Site) -> Planted:
    return _missing_form(site, "05", "一般公共预算财政拨款支出决算表")


@plant("form 09 missing", "completeness")
def _(site: Site) -> Planted:
    return _missing_form(site, "09", "经费支出决算表")


@plant("form 07 missing", "completeness")
def _(site: Site) -> Planted:
    return _missing_form(site, "07", "政府性基金预算财政拨款")


@plant("count below 09", "physical")
def _(site: Site) -> Planted:
    held = COUNTS[1][1][0]
    key = site.pick(lambda key: key == f"09/{held}/count")
    manuscript, new = changed(site, key, Decimal(1))
    return Planted(manuscript, (new,))

"""How years and provinces publish: sets of forms, their titles and layouts, as data for clean made disclosures."""

from __future__ import annotations

from dataclasses import replace

from corpus.dialect import NINE, Dialect

GENERAL_PUBLIC = "一般公共预算财政拨款“三公”经费支出决算表"
FISCAL_PUBLIC = "财政拨款“三公”经费支出决算表"
SIX = NINE[:6]
MEDIA = ("tabs", "markdown", "pdf")


def _set(
    name: str, year: int, forms: tuple[str, ...], *titles: tuple[str, str], unit: str = "万元", **how: object
) -> Dialect:
    base = Dialect(
        name, "tabs", unit, "northwest", forms, evaluation="plain", titles=titles, by_position=True, year=year
    )
    return replace(base, **how)  # type: ignore[arg-type]


SETS: tuple[Dialect, ...] = (
    _set("eight-2016", 2016, (*SIX, "09", "07"), ("09", GENERAL_PUBLIC)),
    _set(
        "twenty-2017", 2017, ("01", "02", "03", "36", "04", "05", "33", "34", "06", "07", "09"),
        ("09", GENERAL_PUBLIC), zero="",
    ),
    _set("eight-2018", 2018, (*SIX, "09-rows", "07"), ("09", GENERAL_PUBLIC), unit="元", zero=""),
    _set(
        "training-2019", 2019, (*SIX, "09-training", "07"),
        ("02", "收入决算总表"), ("03", "支出决算总表"),
        ("09", "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"), zero="",
    ),
    _set(
        "carried-2019", 2019, (*NINE[:4], "05-carried", "06", "07", "09-lines"),
        ("01", "收入支出决算表"), ("04", "财政拨款收入支出决算表"),
        ("09", "“三公”经费和机关运行经费支出决算表"), zero="",
    ),
    _set("assets-2019", 2019, (*SIX, "09", "07", "38"), ("09", GENERAL_PUBLIC), trim=True, zero=""),
    _set("first-nine-2020", 2020, (*NINE[:7], "08-spending", "09"), ("08", "国有资本经营预算财政拨款支出决算表")),
    _set("public-first-2021", 2021, (*SIX, "09", "07", "08", "38"), ("09", FISCAL_PUBLIC), zero="", last=True),
    _set("nine-2022", 2022, NINE, ("09", FISCAL_PUBLIC)),
    _set(
        "projects-2023", 2023, (*NINE[:4], "36", "05", "06", "34", "07", "08", "09-rows", "37"),
        ("06", "一般公共预算财政拨款基本支出决算表"), zero="",
    ),
    _set(
        "general-public-2023", 2023, (*SIX, "09", "07", "08"),
        ("04", "财政拨款收入支出决算表"), ("09", GENERAL_PUBLIC), zero="—",
    ),
    _set(
        "three-codes-2024", 2024, ("01-used", "02", "03", "04-used", "05", "06", "09", "07", "08"),
        ("09", FISCAL_PUBLIC), code_columns=3, zero="", pairs=True, numbered=False,
    ),
    _set(
        "thirteen-2024", 2024, (*NINE[:4], "32", "05", "33", "06", "31", "07", "08", "43", "09"),
        ("06", "一般公共预算财政拨款基本支出决算表"),
        ("08", "国有资本经营预算财政拨款收入支出决算表"), zero="", unit="元",
    ),
    _set(
        "by-unit-2024", 2024, ("01", "41", "02", "42", "03", *NINE[3:]),
        ("02", "收入决算表（分科目）"), ("03", "支出决算表（分科目）"), zero="",
    ),
    _set(
        "fiscal-2025", 2025, (*NINE[:4], "44", "45", "05", "06", "07", "08", "09", "39", "10", "11"),
        ("05", "一般公共预算支出决算表（功能科目）"), ("06", "一般公共预算基本支出决算表（经济科目）"),
        ("10", "财政拨款机关运行经费支出决算表"), ("11", "政府采购支出决算表"), zero="",
    ),
    _set("years-beside-2025", 2025, ("01", "02-split", "03-years", "04", "05-blocks", *NINE[5:]), zero=""),
    _set("change-beside-2025", 2025, (*NINE[:4], "05-change", *NINE[5:]), zero=""),
)  # fmt: skip


def in_media(each: Dialect) -> tuple[Dialect, ...]:
    """A set as two texts and as a PDF."""
    return tuple(replace(each, name=f"{each.name}-{medium}", medium=medium, wide=medium == "pdf") for medium in MEDIA)


def set_name(dialect: Dialect) -> str:
    """The set that a dialect publishes, whatever its medium; the dialect's own name where it is none of these."""
    return next((each.name for each in SETS if dialect.name.startswith(each.name)), dialect.name)

"""Headings and labels of the templates, in both languages and in the words of a kind of document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from juesuan.findings import Language
from juesuan.kinds.kind import Kind
from juesuan.presentation.city_labels import CITY_LABELS
from juesuan.presentation.page_labels import PAGE_LABELS

LABELS = PAGE_LABELS | CITY_LABELS

OF_KIND: dict[tuple[Kind, str], tuple[str, str]] = {
    (Kind.BUDGET, "kicker"): ("部门预算公开 · 核对报告", "Departmental budget · audit"),
    (Kind.BUDGET, "title"): ("{department}{year}年部门预算", "{department}: budget {year}"),
    (Kind.BUDGET, "title_no_year"): ("{department}部门预算", "{department}: budget"),
    (Kind.BUDGET, "forms_found"): ("识别出预算表{count}张", "{count} budget forms found"),
    (Kind.BUDGET, "forms"): ("预算表", "The forms"),
    (Kind.BUDGET, "final_column"): ("预算数（万元）", "Budget (10,000 yuan)"),
    (Kind.BUDGET, "years_caption"): (
        "横条为本年预算数，红线为按所载增减额推算的上年数。",
        "Bars show this year's budget, red marks the prior year that the stated change implies.",
    ),
}


def label(key: str, language: Language, kind: Kind = Kind.FINAL_ACCOUNTS, **values: object) -> str:
    """A label with its values filled in; in the words of a kind of document where it has some of its own."""
    text = OF_KIND.get((kind, key), LABELS[key])[0 if language == "zh" else 1]
    return text.format(**values) if values else text


def sayer(language: Language, kind: Kind = Kind.FINAL_ACCOUNTS) -> Callable[..., str]:
    """What templates call for a label."""
    return partial(label, language=language, kind=kind)

"""What follows from what a document is: which rules run, whether what it lacks is missing, what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from juesuan.kinds.kind import Kind, Scope
from juesuan.rules.registry import FAMILIES, Rule

_ALL = frozenset(FAMILIES)


@dataclass(frozen=True, slots=True)
class Policy:
    """How a kind is treated.

    `families` of rules run. `complete` says whether what is not there may be called missing: a part of
    a disclosure lacks nothing. `audited` kinds get a folder of their own, with `mark` in its name. `zh`
    and `en` name the kind, `zh_says` and `en_says` tell a reader what it means for the audit ("" where
    there is nothing to tell).
    """

    zh: str
    en: str
    families: frozenset[str] = _ALL
    complete: bool = False
    audited: bool = True
    mark: str = ""
    zh_says: str = ""
    en_says: str = ""


POLICIES: Mapping[Kind, Policy] = {
    Kind.FINAL_ACCOUNTS: Policy("决算公开", "final accounts", complete=True),
    Kind.PROSE: Policy(
        "决算情况说明",
        "the explanations of final accounts",
        zh_says="这份文件只有决算情况说明，决算表另行公开：只核对说明本身，不认定缺少决算表。",
        en_says="This document holds only the explanations, the forms are published elsewhere: the explanations "
        "were checked by themselves, and no form is called missing.",
    ),
    Kind.FORMS: Policy(
        "决算公开表",
        "the forms of final accounts",
        zh_says="这份文件只有决算公开表，说明另行公开：只核对各表本身，不认定缺少说明。",
        en_says="This document holds only the forms, the explanations are published elsewhere: the forms were "
        "checked by themselves, and no explanation is called missing.",
    ),
    Kind.EVALUATIONS: Policy(
        "绩效自评材料",
        "performance self-evaluations",
        mark="绩效自评",
        zh_says="这份文件只有绩效自评材料，没有决算表和决算说明：只核对绩效自评。",
        en_says="This document holds performance self-evaluations only, which were checked by themselves.",
    ),
    Kind.BUDGET: Policy(
        "部门预算",
        "a budget",
        mark="预算",
        zh_says="这份文件是部门预算，不是决算：按预算公开的各表和说明核对，不按决算要求。",
        en_says="This document is a budget, not final accounts: it was held against what a budget must agree in, "
        "and nothing is asked of it that is asked of accounts.",
    ),
    Kind.TEMPLATE: Policy(
        "空白模板",
        "a blank template",
        frozenset(),
        audited=False,
        zh_says="这份文件是没有填写的模板，没有可以核对的数字。",
        en_says="This document is a template that is not filled in: there is nothing to audit.",
    ),
    Kind.CONTENTS: Policy(
        "只有封面和目录的文件",
        "a cover and contents",
        frozenset(),
        audited=False,
        zh_says="这份文件只有封面和目录，没有决算表，也没有决算说明。",
        en_says="This document holds a cover and contents only, neither forms nor explanations.",
    ),
    Kind.GOVERNMENT: Policy(
        "政府决算",
        "a government's own accounts",
        frozenset(),
        audited=False,
        zh_says="这份文件是一级政府的财政决算，不是部门决算：没有核对。",
        en_says="These are a government's own accounts, not a department's: they were not audited.",
    ),
    Kind.OTHER: Policy(
        "其他文件",
        "another document",
        frozenset(),
        audited=False,
        zh_says="这份文件不是决算公开：没有决算表、决算说明或绩效自评。",
        en_says="This document is no final-accounts disclosure: it holds neither a statutory form, nor explanations, "
        "nor a self-evaluation.",
    ),
}
SCOPES: Mapping[Scope, tuple[str, str]] = {
    Scope.DEPARTMENT: ("部门", "department with its units"),
    Scope.OWN_OFFICE: ("本级", "department proper"),
    Scope.UNIT: ("单位", "unit"),
}


OF_BOTH = frozenset(
    {
        "account-of-another",
        "form-account-names",
        "form-fillers",
        "form-unit",
        "increase-within-year",
        "licence-plates",
        "opposite-words",
        "personal-numbers",
        "placeholder",
        "procurement-parts",
        "prose-contradiction",
        "prose-enumeration",
        "prose-flat-twice",
        "prose-flat-word",
        "prose-growth",
        "prose-shares",
        "prose-shares-sum",
        "row-shift",
        "staff-by-kind",
        "vehicles-by-kind",
        "year-digits",
    }
)
"""Rules that claim of budgets what they claim of final accounts."""


def runs(rule: Rule, kind: Kind) -> bool:
    """Whether a rule is tried on documents of a kind."""
    if rule.family not in POLICIES[kind].families:
        return False
    return rule.budget or rule.name in OF_BOTH if kind is Kind.BUDGET else not rule.budget


def marks(kind: Kind, scope: Scope) -> tuple[str, ...]:
    """What in a folder's name tells a document from the department's final accounts."""
    own = "" if scope is Scope.DEPARTMENT else SCOPES[scope][0]
    return tuple(filter(None, (own, POLICIES[kind].mark)))

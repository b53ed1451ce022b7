"""What a document can be, and whose accounts it can hold."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What was published. Only `FINAL_ACCOUNTS` is a disclosure with forms and prose together."""

    FINAL_ACCOUNTS = "final_accounts"  # 部门决算、单位决算
    PROSE = "prose"  # 决算情况说明 whose forms stand elsewhere
    FORMS = "forms"  # 决算公开表 whose prose stands elsewhere
    EVALUATIONS = "evaluations"  # 绩效自评表、绩效自评报告 alone
    BUDGET = "budget"  # 部门预算、单位预算
    TEMPLATE = "template"  # a disclosure that nobody has filled in
    CONTENTS = "contents"  # cover and contents of final accounts, nothing else
    GOVERNMENT = "government"  # 政府决算、财政总决算: a government's own accounts
    OTHER = "other"


PARTS = (Kind.PROSE, Kind.FORMS)  # of final accounts, which are another version where the whole is there


class Scope(StrEnum):
    """Whose accounts: a department's with its units (汇总), its own office's (本级), or one unit's (单位)."""

    DEPARTMENT = "department"
    OWN_OFFICE = "own_office"
    UNIT = "unit"

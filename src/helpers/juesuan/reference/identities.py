"""The identities between forms (勾稽关系), and how an auditor writes one, as a page."""

from __future__ import annotations

import inspect

from juesuan.identities import claims, conditions, language
from juesuan.identities.table import Claim, Identity, row_names
from juesuan.reference.markdown import block, code, table, text, titled

OPENING = """\
What figures of forms must agree in, in the language of one table. Each is tried with the rounding of its figures;
where a side is missing or in doubt it is unchecked. `form[row].key` names a cell: see [forms](forms.md).
"""
CONDITIONS = "An identity is claimed only where its condition holds. 勾稽关系只在条件成立时检查。\n"


def page() -> str:
    """The language, all identities by rule, the names of rows and the conditions."""
    return titled(
        "Identities · 勾稽关系",
        OPENING,
        "## How one is written · 写法 {#language}\n",
        block(inspect.getdoc(language) or ""),
        "## Identities · 勾稽关系 {#identities}\n",
        _identities(),
        "## Names of rows · 行名 {#rows}\n",
        _rows(),
        "## Conditions · 条件 {#conditions}\n",
        CONDITIONS,
        block(inspect.getdoc(conditions) or ""),
        _conditions(),
    )


def _identities() -> str:
    return "\n".join(_claim(claim) for claim in claims())


def _claim(claim: Claim) -> str:
    head = f"### {code(claim.rule)}\n\n{text(claim.zh)}。 {text(claim.en)} 依据 basis: {text(claim.basis)}\n"
    rows = (_identity(identity) for identity in claim.identities)
    return "\n".join((head, table(("identity", "where", "years", "severity"), rows)))


def _identity(identity: Identity) -> tuple[str, ...]:
    years = f"{identity.first}–{identity.last}" if identity.first or identity.last else ""
    return code(identity.name), code(identity.when), years, str(identity.severity)


def _rows() -> str:
    rows = ((code(row.name), row.kind, " ".join(map(code, row.labels))) for row in row_names().values())
    return table(("name", "kind", "labels, codes and patterns"), rows)


def _conditions() -> str:
    found = conditions.conditions().values()
    rows = ((code(each.name), text(each.zh), code(each.holds), str(each.otherwise)) for each in found)
    return table(("name", "条件", "holds where", "otherwise"), rows)

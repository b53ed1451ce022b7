"""Identities (勾稽关系): what the forms of final accounts must agree in, as one table that an auditor reads.

`juesuan.identities.evaluate` tries them on a department's forms; nothing else here knows a department,
so that readers of forms may use the table and its arithmetic.
"""

from juesuan.identities.arithmetic import holds, row_holds, shown, total
from juesuan.identities.language import NotAnIdentity
from juesuan.identities.table import Claim, Identity, RowIdentity, claims, load, row_identities

__all__ = [
    "Claim",
    "Identity",
    "NotAnIdentity",
    "RowIdentity",
    "claims",
    "holds",
    "load",
    "row_holds",
    "row_identities",
    "shown",
    "total",
]

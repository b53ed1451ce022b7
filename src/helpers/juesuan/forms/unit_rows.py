"""Budget forms that list units, alone or above their accounts: a unit's code is that of no account.

Where accounts come again under each unit, their rows are no levels of one whole, and nothing is claimed of them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from juesuan.forms.classification import is_name_of
from juesuan.forms.description import BUDGET, Layout
from juesuan.forms.draft import Draft, Row
from juesuan.forms.text import flat

BY_UNITS = "同一科目分单位列了几行"
_UNIT = re.compile(
    r"(?:[局委办厅院会校所站队处部馆社联室团园场台库乡镇]|中心|政府|街道|大学|医院|公司|基地|本级|机关)(?:\([^()]{1,12}\))?$"
)
_OF_NO_ACCOUNT = (6, 8, 9)  # digits that only units' codes have


def parted_by_units(draft: Draft) -> Draft:
    """The draft of a budget form by function, units without their codes, accounts that come again in doubt."""
    if draft.form.measure != BUDGET or draft.form.layout is not Layout.CODED:
        return draft
    rows = [replace(row, code="") if _is_unit(row) else row for row in draft.rows]
    times = Counter(row.code for row in rows if row.code)
    if max(times.values(), default=0) > 1:
        rows = [row.doubted(BY_UNITS) if row.code else row for row in rows]
    return draft.with_rows(rows)


def _is_unit(row: Row) -> bool:
    if not row.code or is_name_of(row.code, row.item):
        return False
    return len(row.code) in _OF_NO_ACCOUNT or _UNIT.search(flat(row.item)) is not None

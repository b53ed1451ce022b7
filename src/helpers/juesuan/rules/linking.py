"""Entity linking: which row of a form an account's name in prose means.

The levels that a name is told with decide: class, section and item have three, five and seven
digits, so that an item is never taken for its section of the same name. Everyday usage leaves
支出 or 费 off the end; a label may be cut off at the edge of its cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from juesuan.accounts import Accounts, bare
from juesuan.records import Form, FormRow

LEVELS = {3: "类", 5: "款", 7: "项"}
_DEPTHS = {2: 5, 3: 7}  # names in a path, and the digits of the last one's code
_CLASS = 3
_TRUNCATED = 6  # characters from which the beginning of a name is the name, cut in its cell
_ENDINGS = ("费用", "支出", "费")
_ALIKE = 0.4  # of two names' pairs of characters, from which one can be a slip for the other


def stem(name: str) -> str:
    """A bare name without what everyday usage leaves off its end (卫生健康, 卫生健康支出)."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name


def same_name(displayed: str, said: str) -> bool:
    """Whether a row's label is the name said, in everyday usage or cut off at the edge of its cell."""
    a, b = bare(displayed), bare(said)
    if a == b or stem(a) == stem(b) or a[1:] == b:  # the last character of the name above may have slipped in
        return True
    return min(len(a), len(b)) >= _TRUNCATED and (a.startswith(b) or b.startswith(a))


def row_named(accounts: Accounts, form: str, path: str) -> FormRow | None:
    """The one row of a form that an account's name means.

    `path` holds function class, section and item joined with `/`, or one name. None for a name
    that no row of its level has, and for one that several have under other names above.
    """
    found = accounts.form(form)
    if found is None:
        return None
    names = path.split("/")
    rows = rows_named(found, names)
    if len(rows) > 1:
        rows = [row for row in rows if parents_agree(found, row, names[:-1])]
    if len(rows) > 1 and len(names) == 1:
        rows = [row for row in rows if len(row.code) == _CLASS] or rows
    return rows[0] if len(rows) == 1 else None


def rows_named(form: Form, names: Sequence[str]) -> list[FormRow]:
    """The rows with the last of these names, at its level: those of the very name, else of its stem, else cut ones."""
    depth = _DEPTHS.get(len(names), 0)
    rows = [row for row in form.rows if not depth or len(row.code) == depth]
    last = bare(names[-1])
    exact = [row for row in rows if bare(row.item) == last]
    usual = exact or [row for row in rows if stem(bare(row.item)) == stem(last)]
    return usual or ([row for row in rows if same_name(row.item, last)] if depth else [])


def parents_agree(form: Form, row: FormRow, above: Sequence[str]) -> bool:
    """Whether the levels above are named as in the form, as far as both say them."""
    parents = _by_code(form)
    known = (parents.get(row.code[:length]) for length in (3, 5) if length < len(row.code))
    return all(
        parent is None or not said or same_name(parent.item, said) for parent, said in zip(known, above, strict=False)
    )


def _by_code(form: Form) -> Mapping[str, FormRow]:
    return {row.code: row for row in form.rows if row.code}


def alike(a: str, b: str) -> bool:
    """Whether two names share many of their pairs of characters."""
    pairs, others = _pairs(bare(a)), _pairs(bare(b))
    return bool(pairs and others) and len(pairs & others) >= _ALIKE * min(len(pairs), len(others))


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}

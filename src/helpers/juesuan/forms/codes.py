"""Account codes that lost digits set right where only one code is possible.

A complete code is never changed. Where several are possible the row keeps its code and a doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from juesuan.forms.classification import ITEM_ENDINGS, book, economic_item, is_economic_class, is_name_of, name_key
from juesuan.forms.description import Layout
from juesuan.forms.draft import Draft, Row
from juesuan.forms.text import has_words

INCOMPLETE = "科目代码不完整"
BROKEN_NAME = "科目名称断行，无法确定"
ECONOMIC_FORMS = ("06", "10", "45", "56")
_WHOLE = (3, 5, 7)
_CLASS, _SECTION, _ITEM = _WHOLE
_OWN = 2  # digits of a level's own part of its code
_SURE_NAME = 4  # characters that a name cut short must still have

Known = dict[str, set[str]]  # names by complete code


def repair_codes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with codes completed from names, hierarchy and one another."""
    known = _known(drafts)
    done: list[Draft] = []
    for draft in drafts:
        if draft.form.number in ECONOMIC_FORMS:
            done.append(draft.with_rows(_economic(draft.rows)))
        elif draft.form.layout is Layout.CODED:
            done.append(draft.with_rows(_functional(draft.rows, known)))
        else:
            done.append(draft)
    return done


def settle_names(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with names that lines broke taken from other forms, or doubted."""
    coded = [draft for draft in drafts if _names_functions(draft)]
    whole, every = _names(coded, whole=True), _names(coded, whole=False)
    return [_named(draft, whole, every) if _names_functions(draft) else draft for draft in drafts]


def _names_functions(draft: Draft) -> bool:
    """Whether the names of a form are those of its codes; forms of projects show the projects' beside them."""
    return draft.form.layout is Layout.CODED and not draft.form.is_customary


def _names(drafts: Iterable[Draft], *, whole: bool) -> dict[str, set[str]]:
    """The names of the function codes; only those that stand on one line where `whole` is asked for."""
    names: dict[str, set[str]] = {}
    for row in (row for draft in drafts for row in draft.rows):
        if row.code and row.item and not (whole and row.wrapped):
            names.setdefault(row.code, set()).add(row.item)
    return names


def _named(draft: Draft, whole: Mapping[str, set[str]], every: Mapping[str, set[str]]) -> Draft:
    """Names put together from several lines replaced by those of other forms that they differ from, or doubted.

    Where lines stand above and below a code, none tells which name they belong to.
    """
    around = any(row.code and row.wrapped and not any(map(has_words, row.quote.split()[1:2])) for row in draft.rows)
    rows = []
    for row in draft.rows:
        alike = all(_begin_alike(row.item, name) for name in every.get(row.code, ()))
        other = whole.get(row.code, set())
        if row.wrapped and (around or not alike):
            sure = len(other) == 1
            row = replace(row, item=next(iter(other))) if sure else replace(row, doubt=row.doubt or BROKEN_NAME)
        rows.append(row)
    return draft.with_rows(rows)


def _begin_alike(one: str, other: str) -> bool:
    """Whether two names are one, of which an end may have been cut off."""
    a, b = name_key(one), name_key(other)
    return a.startswith(b) or b.startswith(a)


def _known(drafts: Iterable[Draft]) -> Known:
    known: Known = {}
    for draft in drafts:
        if _names_functions(draft) and draft.form.number not in ECONOMIC_FORMS:
            for row in draft.rows:
                if len(row.code) in _WHOLE and row.item:
                    known.setdefault(row.code, set()).add(name_key(row.item))
    return known


def _economic(rows: Sequence[Row]) -> list[Row]:
    """Form 06 and 10: an item that stands with the code of its class gets its own by name."""
    done: list[Row] = []
    classes: set[str] = set()
    for row in rows:
        if not row.code or len(row.code) == _SECTION:
            done.append(row)
            continue
        parent = row.code[:_CLASS]
        if row.code not in classes and is_economic_class(row.code, row.item):
            classes.add(row.code)
            done.append(row)
            continue
        code = economic_item(parent, row.item)
        complete = len(row.code) == _CLASS and not code and not any(other.code == row.code for other in done)
        if complete:
            classes.add(row.code)
            done.append(row)
        elif code.startswith(row.code):
            done.append(replace(row, code=code))
        else:
            done.append(row.doubted(f"{INCOMPLETE}：{row.code}"))
    return done


def _functional(rows: Sequence[Row], known: Known) -> list[Row]:
    own = {row.code for row in rows if len(row.code) in _WHOLE}
    done: list[Row] = []
    for row in rows:
        if not row.code or len(row.code) in _WHOLE:
            done.append(row)
            continue
        found = _below(row, done) or _completions(row, known) - own
        if len(found) == 1:
            (code,) = found
            own.add(code)
            done.append(replace(row, code=code))
        else:
            done.append(row.doubted(f"{INCOMPLETE}：{row.code}"))
    return done


def _below(row: Row, above: Sequence[Row]) -> set[str]:
    """The codes that a row's own two digits can stand for below the class or section above it, by its name."""
    if len(row.code) != _OWN:
        return set()
    last = next((each.code for each in reversed(above) if len(each.code) in _WHOLE), "")
    parents = {last[:length] for length in (_CLASS, _SECTION) if length <= len(last)}
    return {parent + row.code for parent in parents if is_name_of(parent + row.code, row.item)}


def _completions(row: Row, known: Known) -> set[str]:
    """The codes that a cut one can stand for, from the best source that has any."""
    length = len(row.code) + 1
    name = name_key(row.item)
    elsewhere = {
        code
        for code, names in known.items()
        if len(code) == length and code.startswith(row.code) and any(_same_name(name, other) for other in names)
    }
    listed = (account for account in book().below(row.code) if len(account.code) == length)
    by_name = {account.code for account in listed if _same_name(name, name_key(account.name))}
    parent = row.code[: _SECTION if length == _ITEM else _CLASS]
    endings = {parent + ending for pattern, ending in ITEM_ENDINGS if pattern.match(name)}
    return elsewhere or by_name or {code for code in endings if code.startswith(row.code)}


def _same_name(name: str, other: str) -> bool:
    if name == other:
        return True
    short, long = sorted((name, other), key=len)
    return len(short) >= _SURE_NAME and long.startswith(short)

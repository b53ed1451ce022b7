"""What was recognised in a picture accuses nobody where one likely misreading explains it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.document import Cell, Document, Place, pages_named
from juesuan.forms.classification import book
from juesuan.forms.statutory import FORMS
from juesuan.records import Fact

UNSURE = "扫描件中识别出的这一数可信度低"
_WORDS = "wording"  # the family that judges how things are written
_ABSENCE = "completeness"  # and the one that finds things missing, which may only not have been recognised
_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}[、.．](?=.)")  # which 其他 differs from by two characters
_SHORTEST, _LONG = 4, 8  # characters of a name that may differ from what was recognised by one, by two
_FEWEST_COUNTED, _COUNTED_IN = 4, 4  # columns that are numbered, of which at most one in so many is misread
_HEADINGS = ("科目编码", "科目名称", "功能分类科目编码", "经济分类科目编码", "本年收入合计", "本年支出合计")
_VARIANTS = str.maketrans("決収総額", "决收总额")  # of characters, that a recogniser takes for those of the forms
_ALIKE = tuple(map(frozenset, ("08", "06", "68", "38", "35", "56", "17", "09", "89", "41", "27", "53")))


def snapped(document: Document) -> Document:
    """The document with what was recognised nearly as a name of a form, column or account written as that name."""
    if not document.scanned:
        return document

    def snap(text: str, place: Place) -> str:
        return nearest(text) if place.leaf in document.scanned else text

    return replace(
        document,
        lines=tuple(replace(line, text=snap(line.text, line.place)) for line in document.lines),
        grids=tuple(
            replace(grid, rows=tuple(_row(row, snap) if _is_scanned(row, document) else row for row in grid.rows))
            for grid in document.grids
        ),
    )


def _is_scanned(row: Sequence[Cell], document: Document) -> bool:
    return any(cell.place.leaf in document.scanned for cell in row)


def _row(row: Sequence[Cell], snap: Callable[[str, Place], str]) -> tuple[Cell, ...]:
    """A row with its names snapped, the codes before them to those of these accounts, and its columns numbered."""
    cells = [replace(cell, text=text) for cell, text in zip(row, counted([cell.text for cell in row]), strict=True)]
    cells = [replace(cell, text=snap(cell.text, cell.place)) for cell in cells]
    for at, (code, name) in enumerate(pairwise(cells)):
        cells[at] = replace(code, text=nearest_code(code.text, name.text))
    return tuple(cells)


def counted(texts: Sequence[str]) -> list[str]:
    """The texts of a row, those of a row that numbers its columns (1, 2, 3 …) with what was misread put right."""
    at = [number for number, text in enumerate(texts) if text.strip()]
    due = dict(zip(at, map(str, range(1, len(at) + 1)), strict=True))
    wrong = sum(texts[number].strip() != text for number, text in due.items())
    if len(at) < _FEWEST_COUNTED or wrong * _COUNTED_IN > len(at):
        return list(texts)
    return [due.get(number, text) for number, text in enumerate(texts)]


def nearest_code(code: str, name: str) -> str:
    """The one code of an account of this name from which a code differs by a character; else the code itself."""
    known = _codes().get("".join(name.split()), ())
    if not code or code in known:
        return code
    near = [each for each in known if len(each) == len(code) and _unlike(each, code) == 1]
    return near[0] if len(near) == 1 else code


def _unlike(one: str, other: str) -> int:
    """In how many characters two texts of one length differ."""
    return sum(a != b for a, b in zip(one, other, strict=True))


def nearest(text: str) -> str:
    """The one known name from which a text differs by a character, a long one by two or a lost one; else the text."""
    bare = "".join(text.split()).translate(_VARIANTS)
    if ordinal := _ORDINAL.match(bare):
        return ordinal[0] + nearest(bare[ordinal.end() :])
    known = _names().get(len(bare), frozenset())
    if bare in known:
        return bare
    if len(bare) < _SHORTEST:
        return text
    most = 1 if len(bare) < _LONG else 2
    near = [name for name in known if _unlike(name, bare) <= most]
    if not near and len(bare) >= _LONG:
        near = [name for name in _names().get(len(bare) + 1, ()) if _lost_one(name, bare)]
    return near[0] if len(near) == 1 else text


def _lost_one(name: str, read: str) -> bool:
    """Whether a text is a name without one of its characters."""
    return any(name[:at] + name[at + 1 :] == read for at in range(len(name)))


@lru_cache(maxsize=1)
def _codes() -> dict[str, tuple[str, ...]]:
    """The codes of the accounts of each name."""
    found: dict[str, set[str]] = {}
    for account in book():
        found.setdefault(account.name, set()).add(account.code)
    return {name: tuple(sorted(codes)) for name, codes in found.items()}


@lru_cache(maxsize=1)
def _names() -> dict[int, frozenset[str]]:
    """The names of forms, columns and accounts by their length."""
    names = {form.name for form in FORMS} | {account.name for account in book()} | set(_HEADINGS)
    names |= {part for form in FORMS for each in form.columns for part in each.heading.split("/")}
    return {
        length: frozenset(name for name in names if len(name) == length) for length in {len(name) for name in names}
    }


def unsure(facts: Sequence[Fact], document: Document) -> tuple[Fact, ...]:
    """The figures, those doubted that were recognised with little confidence."""
    doubted = document.doubted
    return tuple(replace(fact, doubt=UNSURE) if fact.place in doubted and not fact.doubt else fact for fact in facts)


def tempered(checks: Sequence[Check], accounts: Accounts) -> list[Check]:
    """The checks, those unchecked that failed only by what was recognised and may be misread."""
    if not accounts.scanned:
        return list(checks)
    return [_tempered(check, accounts) for check in checks]


def _tempered(check: Check, accounts: Accounts) -> Check:
    if check.outcome is not Outcome.FAILED:
        return check
    reason = _reason(check, accounts)
    return replace(check, outcome=Outcome.UNCHECKED, reason=reason) if reason else check


def _reason(check: Check, accounts: Accounts) -> str:
    """Why a failed check says nothing; empty where it stands."""
    places = {evidence.place for evidence in _evidence(check)}
    pages = accounts.scanned & {place.leaf for place in places if place.leaf is not None}
    if check.family == _ABSENCE:
        pages = accounts.scanned
    if not pages:
        return ""
    where = f"{pages_named(pages)}是扫描件"
    if check.family in (_WORDS, _ABSENCE):
        return f"{where}，识别出的文字不据以判断用字和有无"
    if places & accounts.doubted:
        return f"{where}，{UNSURE}"
    if pages & {place.leaf for place in accounts.doubted}:  # a name that cannot be told takes its figure out of a sum
        return f"{where}，页上有识别可信度低的文字或数字"
    mended = next(_mended(check, accounts), None)
    return f"{where}，{mended[0]}可能是{mended[1]}的误认" if mended else ""


def _evidence(check: Check) -> Iterator[Evidence]:
    yield from check.evidence
    for figure in _figures(check):
        yield from figure.evidence


def _figures(check: Check) -> Iterator[Figure]:
    yield from (figure for figure in (check.left, check.right) if figure is not None)
    yield from (figure for _, figure in check.terms)


def _mended(check: Check, accounts: Accounts) -> Iterator[tuple[str, str]]:
    """Recognised figures with the likely reading under which the two sides would agree."""
    if check.difference is None:
        return
    for figure in _figures(check):
        if figure.amount is None or not any(each.place.leaf in accounts.scanned for each in figure.evidence):
            continue
        for change in (check.difference, -check.difference):
            other = _shown(figure.amount.value + change, figure.amount.decimals)
            if other and is_one_slip(figure.amount.displayed, other):
                yield figure.amount.displayed, other


def _shown(value: Decimal, decimals: int) -> str:
    return f"{value:.{max(decimals, 0)}f}" if value >= 0 else ""


def is_one_slip(read: str, other: str) -> bool:
    """Whether one figure may have been read for the other: a digit like another, one lost or added, the point."""
    first, second = (_digits(text) for text in (read, other))
    if first.replace(".", "") == second.replace(".", ""):
        return True
    if len(first) == len(second):
        unlike = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
        return len(unlike) == 1 and frozenset(unlike[0]) in _ALIKE
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit() or character == ".")

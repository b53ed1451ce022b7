"""What the rules say in Chinese, told in English: units, remedies, headings and statutes.

What has no standard English name is words of the document: it stands in quotation marks, and behind a quoted
standard term stands its English in brackets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from juesuan.english_words import DUTIES, HEADINGS, REMEDIES, STATUTES, UNITS
from juesuan.terms import MEASURES, NAMES, SECTIONS, name_in_english

_FORM = re.compile(r"公开(\d\d)表")
_UNIT = re.compile(rf"(?<=\d)\s?({'|'.join(sorted(UNITS, key=len, reverse=True))})(?![\u4e00-\u9fff])")
_PHRASES = NAMES | MEASURES | HEADINGS | REMEDIES | DUTIES | {"与": "and"}
_IS_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_FIRST = sorted(_PHRASES, key=len, reverse=True)
_WITH_MARKS = {
    words: _PHRASES[words]
    for words in _LONGEST_FIRST
    if not _IS_HAN.fullmatch(words) and words != "“三公”经费"  # which begins headings too, see `_kept`
}
_PHRASE = re.compile("|".join(filter(_IS_HAN.fullmatch, _LONGEST_FIRST)))
_ALL_PHRASES = re.compile(rf"(?:{_PHRASE.pattern})+")
_HAN_CLASS = r"[\u4e00-\u9fff]"
_KEPT = re.compile(
    rf"[(（] *[一二三四五六七八九十]+ *[)）]{_HAN_CLASS}+"  # a heading with its ordinal
    rf"|(?:{_HAN_CLASS}|\d{{4}}(?=年))*“三公”经费{_HAN_CLASS}*"
    r"|“(?:[^“”]|“[^“”]*”)*”|《[^》]*》|‘[^‘’]*’|[(（][^()（）]*[)）]"
)
_INNER = str.maketrans("“”", "‘’")
_ONE = re.compile(
    r"(?<![\d.,])1 (?P<kind>(?:self-evaluation |percentage |different )?)"
    r"(?P<noun>places|rows|indicators|projects|tables|grades|items|vehicles|points|differences|results|times|people|"
    r"guests|receptions|units|parts|forms|checks|matters)\b(?: (?P<verb>are|were|have|do|lose|repeat|rest|fall|may)\b)?"
)
_SINGULAR = {"people": "person", "are": "is", "were": "was", "have": "has", "do": "does", "may": "may"}
_LEVELS = {"（类）": " /", "（款）": " /", "（项）": ""}  # behind the names of an account
_RUN = re.compile(rf"{_HAN_CLASS}(?:[\u4e00-\u9fff\d·]*{_HAN_CLASS})?(?:[A-Z]?\*+)?")  # also a name that is masked
_CODE = re.compile(r"\d{3,7} (?=\S)")
_ARTICLE = re.compile(r"第([一二三四五六七八九十]+)条")
_NUMERALS = {"五": "5", "十四": "14", "十五": "15"}
_POINTS = str.maketrans(
    {"，": ", ", "；": "; ", "：": ": ", "、": ", ", "。": ". ", "（": " (", "）": ")", "＝": " = "}
)


@lru_cache(maxsize=2**13)
def told(text: str) -> str:
    """The text with its Chinese terms in English; what has no English name stands in quotation marks."""
    for words, english in _WITH_MARKS.items():
        text = text.replace(words, f" {english} ")
    pieces: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        pieces += [_plain(text[end : kept.start()]), _kept(kept[0])]
        end = kept.end()
    whole = one("".join([*pieces, _plain(text[end:])]))
    return re.sub(r" +([,;:.)])|([(]) +", r"\1\2", re.sub(r" {2,}", " ", whole)).strip()


def one(text: str) -> str:
    """The text with what is counted once in the singular, and its verb with it."""
    return _ONE.sub(lambda match: f"1 {match['kind']}{_singular(match['noun'])}{_verb(match['verb'])}", text)


def _singular(noun: str) -> str:
    return _SINGULAR.get(noun) or noun.removesuffix("s")


def _verb(verb: str | None) -> str:
    return "" if verb is None else f" {_SINGULAR.get(verb) or f'{verb}s'}"


def quoted_value(text: str) -> str:
    """A value in English; one that has words of the document is a quotation as it stands there."""
    if (text and not re.search(r"\w", text)) or "“" in told(_KEPT.sub("", text)):
        return f"“{text.translate(_INNER)}”"
    is_name = all(name in NAMES for name in text.split("、"))
    return f"“{text}” ({told(text)})" if is_name else told(text)


def _kept(words: str) -> str:
    """A quotation, a title or what stands in brackets; of a standard term or statute also the English name."""
    if words in STATUTES:
        return STATUTES[words]
    if words in _LEVELS:
        return _LEVELS[words]
    if words[0] in "（(" and words[-1] in "）)":
        if (unit := UNITS.get(words[1:-1])) is not None:
            return f" ({unit})"
        return words if _RUN.search(words) else f" ({words[1:-1]})"
    if words[0] in "《‘":
        return words
    if words == "“三公”经费":
        return "three public expenses"
    within = (words[1:-1] if words[0] == "“" and words[-1] == "”" else words).translate(_INNER)
    heading = within.removesuffix("说明")
    if "‘三公’" not in heading:
        heading = heading.replace("三公经费", "‘三公’经费")
    english = SECTIONS.get(heading) or name_in_english(_CODE.sub("", within))
    return f"“{within}”" + (f" ({english})" if english else "")


def _plain(text: str) -> str:
    text = _UNIT.sub(lambda match: f" {UNITS[match[1]]}", _FORM.sub(r"form \1 ", text))
    text = _ARTICLE.sub(lambda match: f", article {_NUMERALS.get(match[1], match[1])}", text)
    return _RUN.sub(lambda match: _run(match[0]), text).translate(_POINTS)


def _run(words: str) -> str:
    """Words without a gap: in English where all of them have a name, else as a quotation."""
    if words in SECTIONS or words.removesuffix("说明") in SECTIONS or not _ALL_PHRASES.fullmatch(words):
        return _kept(f"“{words}”")
    return _PHRASE.sub(lambda match: f" {_PHRASES[match[0]]} ", words)

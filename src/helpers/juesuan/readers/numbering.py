"""Numbers that Word gives paragraphs in Chinese (`一、`, `（二）`): anydoc gives them in digits."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/numbering.xml"
_MOST_BYTES = 5_000_000
_CHINESE = re.compile(r"chinese|japaneseCounting|taiwaneseCounting|ideographDigital", re.IGNORECASE)
_LEVEL = re.compile(r"%\d")
_NUMBER = re.compile(r"\d+")
_DIGITS = "零一二三四五六七八九"


def chinese_shapes(data: bytes) -> frozenset[str]:
    """How the numbers look that a .docx file writes in Chinese and never in digits, `#` for the number: `#、`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_PART).file_size > _MOST_BYTES:
                return frozenset()
            root = etree.fromstring(archive.read(_PART), etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, zipfile.BadZipFile, OSError, ValueError, etree.LxmlError):
        return frozenset()
    chinese: dict[str, bool] = {}
    for level in root.iter(f"{_WORD}lvl"):
        shape = _LEVEL.sub("#", _value(level, "lvlText"))
        if shape.count("#") == 1:
            chinese[shape] = chinese.get(shape, True) and _CHINESE.search(_value(level, "numFmt")) is not None
    return frozenset(shape for shape, always in chinese.items() if always)


def in_chinese(label: str, shapes: frozenset[str]) -> str:
    """A label in Chinese where the file writes labels of its shape so."""
    if _NUMBER.sub("#", label.strip()) not in shapes:
        return label
    return _NUMBER.sub(lambda match: numeral(int(match[0])), label)


def numeral(number: int) -> str:
    """A number below 100 in Chinese; others stay in digits."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def _value(level: etree._Element, name: str) -> str:
    found = level.find(f"{_WORD}{name}")
    return "" if found is None else found.get(f"{_WORD}val") or ""

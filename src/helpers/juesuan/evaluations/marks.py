"""Which of several printed answers is ticked (`☑优 □良 □中 □差`)."""

from __future__ import annotations

import re

_TICKS = "√✓✔☑■●⊙"
_BOXES = "□○〇☐"
_ANSWER = r"[\u4e00-\u9fff]+(?:[(（][^()（）]*[)）])?"
_ANY = re.compile(rf"[{_TICKS}{_BOXES}]")
_LEADING = re.compile(rf"^\s*[{_TICKS}{_BOXES}]")
_BEFORE = re.compile(rf"[{_TICKS}]\s*({_ANSWER})")
_AFTER = re.compile(rf"({_ANSWER})\s*[{_TICKS}]")


_BRACKETED = re.compile(rf"[(（]\s*([{_TICKS}])\s*[)）]")
_EMPTY = re.compile(r"[(（]\s*[)）]")


def is_tick(text: str) -> bool:
    """Whether a cell holds a tick and nothing else."""
    return len(text.strip()) == 1 and text.strip() in _TICKS


def is_to_tick(text: str) -> bool:
    """Whether a text has boxes, ticked or not."""
    return _ANY.search(text) is not None


def marked(text: str) -> str:
    """The ticked answer; the text itself where nothing is to tick, "" where none or several are ticked."""
    text = _EMPTY.sub(_BOXES[0], _BRACKETED.sub(r"\1", text)) if _BRACKETED.search(text) else text
    if not is_to_tick(text):
        return text
    found = (_BEFORE if _LEADING.match(text) else _AFTER).findall(text)
    return found[0] if len(found) == 1 else ""

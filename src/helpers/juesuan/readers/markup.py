"""What a conversion wrote around the words – Markdown, HTML, TeX – taken off again."""

from __future__ import annotations

import html
import re
import unicodedata

_PARAGRAPH_TAG = re.compile(
    r"\s*(?:<br\s*/?>|</?(?:p|div|li|table|t(?:r|d|h|head|body|foot)|caption|html|body)(?:\s[^<>]*)?>)\s*",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|b|center|em|font|h[1-6]|i|mark|s|small|span|strong|sub|sup|u|ul|ol|[a-z]{1,3}:[a-z]+)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:https?|mailto|#)[^()\s]*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_FORMULA = re.compile(r"\$([^$\n]{1,120})\$")
_FORMULA_BODY = re.compile(r"[\\^_{}]|^[\d\s.,%≥≤<>=~+\-×/]+$")
_COMMAND = re.compile(r"\s*\\([A-Za-z]+)\s*")
_WRAPPER = re.compile(r"\\(?:text|mathrm|mathbf|textbf|mathsf)\s*\{([^{}]*)\}")
_SYMBOLS = {
    "geq": "≥", "geqslant": "≥", "ge": "≥", "leq": "≤", "leqslant": "≤", "le": "≤", "gt": ">", "lt": "<",
    "neq": "≠", "ne": "≠", "approx": "≈", "sim": "~", "pm": "±", "times": "×", "div": "÷", "cdot": "·",
    "circ": "°", "rightarrow": "→", "to": "→", "ldots": "…", "cdots": "…", "dots": "…", "sum": "∑", "quad": " ",
}  # fmt: skip
_LINE_START = re.compile(r"^(?:#{1,6}\s+|>\s+|[-*+•●▪◆]\s+(?=\S))+")
_SEPARATOR = re.compile(r"^\s*([-*_=])(?:\s*\1){2,}\s*$")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f]")
_LOOKALIKES = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")
# radicals that are whole characters and that normal forms leave as they are
_RADICALS = str.maketrans(
    "⺌⺍⺎⺗⺜⺝⺠⺧⺩⺫⺬⺶⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
    "小小兀心日月民牛王目示羊肉虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
)


def is_separator(raw: str) -> bool:
    """Whether a line only draws a rule: `---`, `***`, `===`."""
    return _SEPARATOR.match(raw) is not None


def without_markup(raw: str) -> str:
    """The words of a cell or a piece of a line; breaks written as tags become `\\n`."""
    text = visible(raw)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", _COMMENT.sub("", text))
        text = _INLINE_TAG.sub("", _PARAGRAPH_TAG.sub("\n", text))
    if "[" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    if "$" in text:
        text = _FORMULA.sub(_plain_formula, text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text.replace("**", "").replace("\u00a0", " ").strip()


def line_without_markup(raw: str) -> list[str]:
    """The lines of text that one line of a conversion displays: usually one, none for a rule."""
    if is_separator(raw):
        return []
    text = without_markup(_LINE_START.sub("", raw.strip()))
    pieces = (_LINE_START.sub("", piece.strip()) for piece in text.split("\n"))
    return [piece for piece in pieces if piece]


def visible(text: str) -> str:
    """`text` without characters that print nothing, radicals written as the characters they look like."""
    return _LOOKALIKES.sub(
        lambda match: unicodedata.normalize("NFKC", match[0].translate(_RADICALS)), _INVISIBLE.sub("", text)
    )


def _plain_formula(match: re.Match[str]) -> str:
    body = match[1].strip()
    if not _FORMULA_BODY.search(body):
        return match[0]
    body = _WRAPPER.sub(r"\1", body)
    body = _COMMAND.sub(lambda command: _SYMBOLS.get(command[1], command[1]), body)
    return re.sub(r"[\\{}^]", "", body)

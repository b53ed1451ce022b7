"""What the words of a line tell about where paragraphs begin and end."""

from __future__ import annotations

import re

_ORDINAL = (
    r"(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}[、．.]"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}\s*(?:、|[.．](?!\d))|\d{1,2}[）)]|[①-⑳])"
)
_START = re.compile(rf"{_ORDINAL}|附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]|公开\s*\d{{2}}\s*表|https?://|目\s*录$")
_LABEL = re.compile(
    r"(?:备\s*)?注\s*\d{0,2}\s*[：:.]|说\s*明\s*[：:]|表\s*\d{1,2}(?!\d)|(?:金额)?单位\s*[：:]"
    r"|(?:部门|单位|填报单位)(?:名称)?\s*[：:]"
)
_LEADING_ORDINAL = re.compile(rf"{_ORDINAL}\s*")
_END = re.compile(r"[。！？；：!?;:…][”’）)》]*$")
_SENTENCE_END = re.compile(r"[。！？!?][”’）)》]*$")
_CLAUSE_MARK = re.compile(r"[，。；,;]")
_SENTENCE_MARK = re.compile(r"[，。；：,;:！？!?]")
_PAIRS = ("“”", "（）", "《》")
_OPEN_END = re.compile(r"[，、,（(“‘《/=+×的和与及或对将由为在从以把向并]$")
_OPEN_PATH = re.compile(r"[（(][类款][）)][^（(，。；：]*$")
_REST_OF_PATH = re.compile(r"[^，。；：,;:]*?[（(][款项][）)]")
_NAME_AFTER_AMOUNT = re.compile(r"元\s*、[^，。；：、,;:\d等]+$")
_LINK_WORD_END = re.compile(r"[的和与及或对将由为在从以被把向并]$")
_SUBJECT_FIRST = re.compile(r"(?:[本我](?:年度?|部门|单位)|(?:19|20)\d\d\s*年度)")
_CONTINUES = re.compile(r"[，。；：、！？）》”’,;:!?)%％]|其中")
_UNIT_END = re.compile(r"(?:元|[%％]|[\d一二三四五六七八九十百]\s*(?:人次|[人辆个台套批次分项]))$")
_NUMBER = r"[-=<>≤≥]*\d[\d,]*(?:\.\d+)?[%％]?"
_TWO_NUMBERS = re.compile(rf"(?:^|\s){_NUMBER}\s+{_NUMBER}(?:\s|$)")
_NUMBER_LAST = re.compile(rf"\S\s+{_NUMBER}$")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_HAN_GAP = re.compile(rf"[{_HAN}）)”]\s+[{_HAN}（(“]")
_CODE_FIRST = re.compile(rf"(?:\d{{3}}|\d{{5,7}})\s+[{_HAN}]")
_UNIT_FIRST = re.compile(r"\s*(?:[万亿]?元|[%％]|[人辆个台次分])")
_DATE_FIRST = re.compile(r"[年月日]")
_TAIL_DIGITS = re.compile(r"\d[\d,.]*$")
_HEAD_DIGITS = re.compile(r"[.,]?\d[\d,.]*")
_UNIT_TAIL = re.compile(r"\d\s*[百千]?[万亿]$")
_FORM_LABEL = re.compile(r"单位\s*[：:]\s*[（(]?(?:人民币)?[百千万亿]?元[）)]?$")
_HEADING_END = re.compile(
    r"(?:说明|情况|概况|职责|职能|构成|设置|结果|结论|分析|问题|建议|措施|目标|解释|报告|背景|依据|做法|内容)$"
)
_URL = re.compile(r"https?://\S+$")


def starts_paragraph(text: str) -> bool:
    """Whether a line opens with an ordinal, the heading of an annex, a note or the label of a form."""
    return _START.match(text) is not None or has_label(text)


def has_label(text: str) -> bool:
    """Whether a line opens with a word that labels a note or a form; the same words also end sentences."""
    return _LABEL.match(text) is not None


def ends_paragraph(text: str) -> bool:
    """Whether a line ends as sentences and lead-ins do: `。`, `；`, `：`."""
    return _END.search(text) is not None or _URL.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a full stop."""
    return _SENTENCE_END.search(text) is not None


def is_open(before: str, after: str) -> bool:
    """Whether the joint between two lines lies inside a clause beyond doubt."""
    is_unclosed = any(before.rfind(pair[0]) > before.rfind(pair[1]) for pair in _PAIRS)
    is_open_end = _OPEN_END.search(before) or _NAME_AFTER_AMOUNT.search(before)
    in_path = _OPEN_PATH.search(before) is not None and _REST_OF_PATH.match(after) is not None
    return is_unclosed or is_open_end is not None or in_path or _CONTINUES.match(after) is not None


def ends_with_link_word(text: str) -> bool:
    """Whether a line ends with a word that needs another after it (`的`, `及`, `为`)."""
    return _LINK_WORD_END.search(text) is not None


def opens_with_subject(text: str) -> bool:
    """Whether a line opens as the sentences of these reports do: with the year or the department."""
    return _SUBJECT_FIRST.match(text) is not None


def is_heading(text: str) -> bool:
    """Whether a line has an ordinal and nothing of a sentence after it."""
    ordinal = _LEADING_ORDINAL.match(text)
    return ordinal is not None and not _SENTENCE_MARK.search(text, ordinal.end())


def has_ordinal(text: str) -> bool:
    """Whether a line opens with an ordinal (`一、`, `（二）`, `3.`)."""
    return _LEADING_ORDINAL.match(text) is not None


def is_whole_heading(text: str) -> bool:
    """Whether a line is a heading that ends as headings do (`…情况说明`)."""
    return is_heading(text) and _HEADING_END.search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line holds the punctuation of sentences."""
    ordinal = _LEADING_ORDINAL.match(text)
    return _SENTENCE_MARK.search(text, ordinal.end() if ordinal else 0) is not None


def has_clauses(text: str) -> bool:
    """Whether a line holds several clauses, as running text does and labels do not."""
    return _CLAUSE_MARK.search(text) is not None


def ends_with_unit(text: str) -> bool:
    """Whether a line ends with a figure's unit, so that a figure is complete there."""
    return _UNIT_END.search(text) is not None


def is_figure_joint(before: str, after: str) -> bool:
    """Whether a figure is torn from its unit or its last digits, or stands first with its unit."""
    if _UNIT_TAIL.search(before) and after.startswith("元"):
        return True
    tail, head = _TAIL_DIGITS.search(before), _HEAD_DIGITS.match(after)
    rest = after[head.end() :] if head else after
    if tail:
        return _UNIT_FIRST.match(rest) is not None or _DATE_FIRST.match(rest) is not None
    return head is not None and _UNIT_FIRST.match(rest) is not None


def is_row(text: str) -> bool:
    """Whether a line shows two figures side by side or names a form's unit, as only tables do."""
    return _TWO_NUMBERS.search(text) is not None or _FORM_LABEL.search(text) is not None


def may_be_row(text: str) -> bool:
    """Whether a line could be cells parted by spaces: no sentence marks, a code, words or a figure set apart."""
    ordinal = _LEADING_ORDINAL.match(text)
    rest = text[ordinal.end() :] if ordinal else text
    if _SENTENCE_MARK.search(rest):
        return False
    return any(sign.search(rest) for sign in (_HAN_GAP, _NUMBER_LAST)) or _CODE_FIRST.match(rest) is not None

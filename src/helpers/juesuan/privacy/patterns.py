"""Personal data known by their form, with or without a word before them that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.privacy import names
from juesuan.privacy.folding import folded
from juesuan.privacy.personal import Personal, Span, apart, covered

# Before or behind these a number goes on, or is a figure with its unit.
_STARTS = r"(?<![\d/_=A-Za-z-])(?<!\d[.,])"
_ENDS = r"(?![\d%A-Za-z_]|[.,]\d|/\d{1,3}(?![\d-])| ?(?:元|万|亿))"
_SAID = r"(?:号码?)?[是为]?[ :(]{0,4}"  # between a label and its number

_COUNTRY = r"(?:\(?(?:\+|00)86\)?[- ]?|86[- ]?)?"
_MOBILE = re.compile(
    rf"(?:{_STARTS}|(?<=\d{{7}}/)|(?<=[ -]\d{{4}}/))(?P<number>{_COUNTRY}1[3-9]\d"
    rf"(?:\d{{8}}|(?P<gap>[- .·])\d{{4}}(?P=gap)\d{{4}}|(?P<other>[- ])\d{{3}}(?P=other)\d{{5}})){_ENDS}"
)
_MOBILE_LABELLED = re.compile(  # whatever parts its figures
    rf"(?:电 *话|手 *机|联系方式|号 *码|微 *信|[Tt][Ee][Ll]\.?){_SAID}"
    rf"(?P<number>{_COUNTRY}1(?: ?[-·.]? ?\d){{10}})(?!\d|\.\d)"
)
_MOBILE_NEXT = re.compile(r"[,、;/ 和或]{1,3}(?P<number>1[3-9]\d{9})(?!\d|\.\d)")  # behind another one
_LANDLINE = re.compile(rf"{_STARTS}(?P<number>(?:\(?0\d{{2,3}}\)?[- ]{{0,3}})?[2-8]\d{{6,7}}(?:-\d{{1,5}})?){_ENDS}")
_TELEPHONE = re.compile(r"电 *话|手 *机|联系|致电|拨打|座机|传真|\b(?:[Tt]el|TEL|[Cc]all|[Pp]hone|[Mm]obile)\b")
_FOR_THE_PUBLIC = re.compile(
    r"(?:监督|举报|投诉|咨询|热线|服务|值班|总机|公开|办公|受理|报修|救助|便民|应急)[^\d。;,]{0,10}$"
)
_REACH = 16  # characters before a number in which its label stands

_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])(?P<number>[1-8]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])"
    r"[ -]?\d{3}[\dXx])(?![\dA-Za-z]|[.,]\d)"
)
_IDENTITY_LABELLED = re.compile(
    r"(?:身份证|公民身份|证件)"
    + _SAID
    + r"(?P<number>[1-8](?:[ -]?\d){13}(?:[ -]?\d|(?:[ -]?\d){3}[ -]?[\dXx]))(?![\dA-Za-z])"
)
_OTHER_CODE = re.compile(r"(?:信用代码|机构代码|编号|编码|文号|合同号|订单号|流水号)[^\d。;]{0,8}$")
_PASSPORT = re.compile(
    rf"(?:护 *照|通行证|证件|[Pp]assport|台胞证|回乡证){_SAID}(?P<number>[A-Za-z]{{1,2}} ?\d{{6,10}})(?![\dA-Za-z])"
)
_ACCOUNT_LABELLED = re.compile(
    rf"(?:[账帐卡] *[号户]|银行卡|一卡通|存折){_SAID}(?:{names.HAN}{{2,8}})?(?P<number>\d(?:[ -]?\d){{9,24}}){_ENDS}"
)
_CARD = re.compile(
    r"(?<![\d.,A-Za-z/_-])"
    r"(?P<number>62\d{2}(?P<gap>[ -])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?:(?P=gap)\d{1,3})?|62\d{14,17})"
    r"(?![\dA-Za-z]|[.,]\d)"
)
_HOLDER_IS_BODY = re.compile(
    r"(?:户名|账户名称|单位名称|收款单位|开户单位)[:为是 ]*[^,。;]{0,20}(?:[局委院校站所厅部会府队]|中心|公司|办公室)"
)
_SIGN, _LAST = "[A-HJ-NP-Z0-9]", "[A-HJ-NP-Z0-9挂学警]"
_PLATE = re.compile(
    rf"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Z] ?[·.-]? ?(?=[A-Z ]{{0,9}}\d)"
    rf"(?:{_SIGN}{{4,5}}{_LAST}|(?:{_SIGN} ){{4,5}}{_LAST}(?! [A-Z0-9]))(?![A-Z0-9])"
)
_EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]*(?: ?@ ?|\[at\]|\(at\))[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_STATE_DOMAIN = re.compile(r"\.gov\.cn$")
_MESSENGER = re.compile(r"(?:微信|QQ|qq)[号: ]{0,4}(?P<number>[A-Za-z0-9_-]{5,20})(?![A-Za-z0-9])")


_CAPITALS = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}


def mask(text: str) -> str:
    """The text with every personal datum masked, as long as before; what is public stays as it is."""
    return covered(text, spans(text))


def spans(text: str, beside_person: bool = False) -> Iterator[Span]:
    """Personal data in a line or a row of a table, from left to right, none overlapping.

    `beside_person` says that the line before named a form-filler: then a landline is theirs.
    """
    plain = folded(text)
    found = [Span(Personal.NAME, start, end) for start, end in names.beside_labels(plain)]
    if any(character.isdigit() for character in plain):
        found += _telephones(plain, bool(found) or beside_person)
        found += [*_identities(plain), *_accounts(plain)]
        found += [Span(Personal.PLATE, *match.span()) for match in _PLATE.finditer(plain.translate(_CAPITALS))]
        found += [Span(Personal.PASSPORT, *match.span("number")) for match in _PASSPORT.finditer(plain)]
    return apart([*found, *_addresses(plain)])


def _telephones(text: str, has_person: bool) -> Iterator[Span]:
    for match in (*_MOBILE.finditer(text), *_MOBILE_LABELLED.finditer(text)):
        start, end = match.span("number")
        if has_person or not (_is_public(text, start) or _may_be_figure(text, start, end)):
            yield Span(Personal.MOBILE, start, end)
            yield from _name_before(text, start)
            while following := _MOBILE_NEXT.match(text, end):
                yield Span(Personal.MOBILE, *following.span("number"))
                end = following.end()
    if has_person and _TELEPHONE.search(text):
        for match in _LANDLINE.finditer(text):
            if not _is_public(text, match.start("number")):
                yield Span(Personal.LANDLINE, *match.span("number"))


def _identities(text: str) -> Iterator[Span]:
    for match in (*_IDENTITY.finditer(text), *_IDENTITY_LABELLED.finditer(text)):
        if not _OTHER_CODE.search(_before(text, match.start("number"))):
            yield Span(Personal.IDENTITY, *match.span("number"))


def _accounts(text: str) -> Iterator[Span]:
    if _HOLDER_IS_BODY.search(text):
        return
    found = [match.span("number") for match in _ACCOUNT_LABELLED.finditer(text)]
    for match in _CARD.finditer(text):
        is_code = _OTHER_CODE.search(_before(text, match.start("number")))
        if not is_code and (match["gap"] or _has_check_digit(match["number"])):
            found.append(match.span("number"))
    yield from (Span(Personal.ACCOUNT, *each) for each in found)


def _addresses(text: str) -> Iterator[Span]:
    for match in _EMAIL.finditer(text):
        if not (_STATE_DOMAIN.search(match[0]) or _is_public(text, match.start())):
            yield Span(Personal.EMAIL, *match.span())
    for match in _MESSENGER.finditer(text):
        if not _is_public(text, match.start()):
            yield Span(Personal.EMAIL, *match.span("number"))


def _is_public(text: str, start: int) -> bool:
    return bool(_FOR_THE_PUBLIC.search(_before(text, start)))


def _before(text: str, start: int) -> str:
    return text[max(0, start - _REACH) : start]


def _may_be_figure(text: str, start: int, end: int) -> bool:
    """Whether a number with blanks on both sides may be an amount: nothing near it says that it is a telephone's."""
    is_bare = text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " ")
    if not is_bare or _TELEPHONE.search(text):
        return False
    before = text[:start].split()
    return not (before and names.is_name(before[-1], certain=False))


def _name_before(text: str, start: int) -> Iterator[Span]:
    """A name right before the telephone, or with one blank between them."""
    end = start - 1 if text[start - 1 : start] == " " else start
    for length in (4, 3, 2):
        name = text[end - length : end] if end >= length else ""
        if names.is_usual_name(name):
            yield Span(Personal.MENTION, end - length, end)
            return


def _has_check_digit(number: str) -> bool:
    """Whether the last digit is the one that ISO/IEC 7812 gives a card's number."""
    digits = [int(each) for each in reversed(number)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0

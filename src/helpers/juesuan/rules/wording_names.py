"""Family `wording`: the reporting body and its projects are called by one name throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, passed, unchecked
from juesuan.naming import Naming
from juesuan.passages import dense
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS, MOST_EVIDENCE

_SHORTENED = (
    ("人民代表大会常务委员会", "人大常委会"),
    ("人民代表大会", "人大"),
    ("中国人民政治协商会议", "政协"),
    ("中国共产党", "中共"),
    ("共产主义青年团", "共青团"),
    ("常务委员会", "常委会"),
    ("委员会", "委"),
    ("人民政府", "政府"),
    ("办公室", "办"),
)
_LEVEL = re.compile(r"(?:部门|单位|（本级）|（机关）|本级|机关)$")
_JOINTS = re.compile(r"[和与及暨、]")
_REGION = re.compile(r"^[\u4e00-\u9fff]{1,6}?(?:特别行政区|自治[区州县旗]|[省市区县州盟旗乡镇])$")
_OTHER_BODY = set("一二三四五六七八九十东南西北中上下前后新老内外")  # such letters tell two bodies apart
_INSERTED = 3  # letters that a misnamed body may have too many or too few
_NO_SUBJECT = re.compile(r"根据|按照?|依据?|经|由|报|与|和|向|为|对|在|从|据|受|将|及")
_OPENS = r"(?:^|。|日，)"  # what stands before the subject of a whole sentence
_OF_THE_BODY = ("duties", "organisation", "terms", "report", "performance")  # where other bodies are rightly named
_SHORTEST = 5
_STRAY = 2


@dataclass(frozen=True, slots=True)
class Slip:
    """How a name differs from the body's own: `zh` and `en` say it, error where it can be no other body."""

    zh: str
    en: str
    severity: Severity = Severity.ERROR


JOINT = Slip("连接词不同", "another conjunction")
DROPPED = Slip("缺少本级行政区划名", "without the name of its own district")
LETTER = Slip("有一字不同", "one character differs")
ANOTHER = Slip("是另一单位", "another body")
TWICE = Slip("一字重复", "one character printed twice")
LETTERS = Slip("多字或少字", "with words too many or too few", Severity.NOTICE)


@rule("body-name", family="wording", basis=BASIS, zh="单位名称前后一致")
def body_name(accounts: Accounts) -> Iterator[Check]:
    """The reporting body is called by one name in titles, headings, tables and sentences about itself."""
    subject = "单位名称"
    if not accounts.department:
        yield unchecked(subject, "没有确定单位名称")
        return
    slips: dict[str, tuple[Slip, list[Naming]]] = {}
    for naming in accounts.names:
        slip = _slip(accounts, naming)
        if slip is not None:
            slips.setdefault(naming.name, (slip, []))[1].append(naming)
    slips = {name: found for name, found in slips.items() if found[0] is not ANOTHER or _is_stray(accounts, found[1])}
    if not slips:
        yield passed(subject)
    for name, (slip, places) in slips.items():
        yield finding(
            f"{subject}：{name}",
            f"单位名称为“{accounts.department}”，有{len(places)}处写作“{name}”（{slip.zh}）。",
            f"The body is “{accounts.department}”, yet called “{name}” in {len(places)} places ({slip.en}).",
            _evidence(accounts, places),
            stated=name,
            expected=accounts.department,
            severity=slip.severity,
        )


def _is_stray(accounts: Accounts, places: list[Naming]) -> bool:
    """Whether a place or two name another body where the rest do not: no set of forms of its own."""
    own = sum(1 for naming in accounts.names if naming.name == accounts.department)
    return len(places) <= _STRAY <= own


def _slip(accounts: Accounts, naming: Naming) -> Slip | None:
    """How one naming slips; a form names nobody but the reporting body, a sentence may name its superior."""
    slip = compare(accounts.department, naming.name)
    if slip is DROPPED and naming.role == "prose":
        return None
    if slip is not None or _could_be(accounts.department, naming.name):
        return slip
    if naming.role == "form" or (naming.role == "prose" and _is_subject(accounts, naming.name)):
        return ANOTHER
    return None


def _is_subject(accounts: Accounts, name: str) -> bool:
    """Whether part three opens a sentence on its own figures with another body, which is none of its units."""
    wanted = dense(name)
    said = [passage for passage in accounts.prose if wanted in passage.dense]
    if _NO_SUBJECT.match(wanted) or any(passage.topic.startswith(_OF_THE_BODY) for passage in said):
        return False
    opening = re.compile(_OPENS + re.escape(wanted))
    return any(opening.search(passage.dense) and passage.topic for passage in said)


def compare(own: str, other: str) -> Slip | None:
    """How a name slips from the body's own, None where it is the same, a short form or another body."""
    a, b = _core(own), _core(other)
    if (
        a == b
        or a.endswith(b)
        or b.endswith(a)
        or a.startswith(b)
        or b.startswith(a)
        or min(len(a), len(b)) < _SHORTEST
    ):
        return None
    if _JOINTS.sub("和", a) == _JOINTS.sub("和", b):
        return JOINT
    if len(a) == len(b):
        return _same_length(a, b)
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    extra = _inserted(longer, shorter)
    if extra is None:
        return None
    if _doubles(longer, extra):
        return TWICE if len(extra) == 1 and longer == b else None  # longer ones are reported as doubled words
    if _REGION.match(extra):
        return DROPPED if longer == a else None
    return LETTERS if len(extra) <= _INSERTED else None


def _could_be(own: str, other: str) -> bool:
    """Whether another name may be a form of the body's own: the same, a part of it, or doubled in itself."""
    a, b = _core(own), _core(other)
    return a in b or b in a or set(b) <= set(a) or _inserted(*sorted((a, b), key=len, reverse=True)) is not None


def _core(name: str) -> str:
    """A name without level words and with its usual short forms."""
    text = _LEVEL.sub("", dense(name))
    for full, short in _SHORTENED:
        text = text.replace(full, short)
    return text


def _same_length(a: str, b: str) -> Slip | None:
    different = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(different) == 1:
        at = different[0]
        return None if {a[at], b[at]} <= _OTHER_BODY else LETTER
    swapped = len(different) == 2 and different[1] == different[0] + 1
    return LETTER if swapped and a[different[0]] == b[different[1]] and a[different[1]] == b[different[0]] else None


def _inserted(longer: str, shorter: str) -> str | None:
    """The one run of characters that the longer text has more, None where they differ otherwise."""
    extra = len(longer) - len(shorter)
    for start in range(len(shorter) + 1):
        if longer[:start] + longer[start + extra :] == shorter:
            return longer[start : start + extra]
    return None


def _doubles(longer: str, extra: str) -> bool:
    return extra * 2 in longer


def _evidence(accounts: Accounts, places: list[Naming]) -> list[Evidence]:
    """The places that slip, and one that has the name right."""
    right = next((naming for naming in accounts.names if naming.name == accounts.department), None)
    shown = [*places[: MOST_EVIDENCE - 1], *([right] if right else [])]
    return list(dict.fromkeys(Evidence(naming.quote, naming.place) for naming in shown))

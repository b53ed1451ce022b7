"""What is counted: vehicles, equipment, groups abroad, receptions, projects, or the noun itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan.statements.nouns import shortened
from juesuan.statements.subjects import wide

PLANNED = "计划购置"
TRIP = "单个团组人次"
"""What the travellers of one group among several are counted as."""
_OF_TRIP = re.compile(r"[、,和及]?(?:其中)?(?:赴|前往|参加|随)")
_VEHICLES = re.compile(
    r"(?:公务|机动|国有)?车辆(?:总数|数量?|保有量?|合计|总计|共计)?$|(?:^|单位|部门|机关|共有|现有)公务用车$"
)
_OWNED = re.compile(r"^\S*(?:局|办公室|委|厅|院|中心|部|处|会|所|站|府)(?=(?:内设|下设|下属|所属|现有|共有|编制)\S)")
_FLEET = re.compile(r"(?:[有存]|财政拨款的?)公务用车$")
_ALLOWED = re.compile(r"编制|核定")
_BOUGHT = re.compile(r"购置|更新|新增|新购|购入|购买")
_PLANNED = re.compile(r"(?:拟|计划|预算安排|安排预算|预计|预算)[^,。;]{0,10}(?:购置|更新|新增|购买|采购)")
_HELD = re.compile(r"保有")
_EQUIPMENT = re.compile(r"(?P<value>\d+)\s*万元.*?以上.*?(?P<sort>通用|专用)?设备")
_ABROAD = re.compile(r"出国|出境|团组")
_SORTS = {
    "": re.compile(r"国内"),
    "外事": re.compile(r"外事|外宾|外方|外国"),
    "国（境）外": re.compile(r"国[（(]境[）)]外"),
}
_ASIDE = re.compile(r"[(（](?:其中|含)[^()（）]*[)）]")
_RECEPTION = re.compile(r"接待|批次|来访|外宾")
_PEOPLE = re.compile(r"^人")
_CLASSIFIERS = frozenset("个项名家件条台套份篇期户场处位本册幅部间所座张")
_NOUN_AFTER = re.compile(
    r"[ \"“的]*(?P<noun>[\u4e00-\u9fff]{2,16}?)"
    r"(?=[和与及、,;。:(\"”]|开展|进行|完成|提供|均|已|共|全|并|以|未|需|的|绩效|被|为|$)"
)
_NO_NOUN = re.compile(r"[以均共已开进完并及和与或内外左上下的]")


@dataclass(frozen=True, slots=True)
class Counted:
    """The surroundings of a count: the phrase before it, what follows it, and what was counted last.

    `sentence` is what the sentence says before it.
    """

    before: str
    unit: str
    after: str
    last: str
    topic: str
    sentence: str = ""


def thing(counted: Counted) -> str:
    """The name of what is counted."""
    noun = _OWNED.sub("", re.sub(r"[\s*]", "", counted.before))
    if counted.unit[:1] in ("辆", "台") and "车" in noun and _PLANNED.search(counted.sentence.rpartition(";")[2]):
        return f"{PLANNED}{noun}"
    if counted.topic.startswith("three_public") and _FLEET.search(noun):
        return "公务用车保有量"
    if counted.unit[:1] in ("辆", "台") and "设备" not in noun and (name := _vehicle(noun)):
        return name
    if (match := _EQUIPMENT.search(noun)) is not None:
        return f"单价{match['value']}万元以上{match['sort'] or ''}设备"
    if counted.topic.startswith("three_public") and (name := _trip_or_reception(noun, counted)):
        return name
    return _named(noun, counted)


def _vehicle(noun: str) -> str:
    if _HELD.search(noun):
        return "公务用车保有量"
    if "车" not in noun:
        return ""
    if _BOUGHT.search(noun):
        return "公务用车购置数"
    if _ALLOWED.search(noun):
        return "车辆编制数"
    if _VEHICLES.search(noun):
        return "车辆"
    return f"车辆/{wide(noun)}"


def _trip_or_reception(noun: str, counted: Counted) -> str:
    people = bool(_PEOPLE.match(counted.unit)) or noun.endswith(("人次", "人数"))
    if _RECEPTION.search(noun) or counted.unit.startswith("批"):
        sort = _sort(counted.sentence.rpartition(";")[2] + noun)
        if not noun.strip("、，, ") and counted.last.endswith("批次"):
            return counted.last
        return f"{sort}接待{'人次' if people else '批次'}"
    if people and (counted.last.endswith("团组") or counted.last in (TRIP, "出国人次")):
        return TRIP if _OF_TRIP.match(noun) else "出国人次"
    if _ABROAD.search(noun) or "团" in counted.unit:
        return "出国人次" if people else "出国团组"
    if people and counted.last.endswith(("批次", "团组")):
        return counted.last.replace("批次", "人次").replace("团组", "人次")
    return ""


def _sort(said: str) -> str:
    """Which receptions are meant: the sort that was named last, but in no bracket; "" for those at home or all."""
    said = _ASIDE.sub("", said)
    named = {sort: match.end() for sort, pattern in _SORTS.items() for match in pattern.finditer(said)}
    return max(named, key=named.__getitem__, default="")


def _named(noun: str, counted: Counted) -> str:
    follows = _NOUN_AFTER.match(counted.after)
    if counted.unit[:1] in _CLASSIFIERS and follows and not _NO_NOUN.match(follows["noun"]):
        return follows["noun"]
    return shortened(noun) or (follows["noun"] if follows else "")


def noun_after(text: str) -> str:
    """The noun that directly follows a count, "" where there is none."""
    match = _NOUN_AFTER.match(text)
    return match["noun"] if match and not _NO_NOUN.match(match["noun"]) else ""

"""Family `wording`: numbers and units left out, and placeholders left in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Severity
from juesuan.compare import unchecked
from juesuan.passages import Hit
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS, NUMBER, Telltale, hits, hits_everywhere, report

_STOP = "[，；。）]|其中"
_MONEY_NOUN = "支出|收入|合计|总计|共计|费用?|经费|金额|总额|资金|预算数?|决算数?"
_LOST_DIGITS = 15  # so many blanks are a conversion that lost the digits, not a document that left them out


def _blank(pattern: str, unit: str) -> Telltale:
    return Telltale(re.compile(pattern), "缺少数字", "lacks a number", f"填明{unit}数")


BLANKS = (
    _blank(
        rf"(?:购置(?:公务用车|车辆)?|保有量[为是]?|共有车辆|车辆(?:共计|合计|共有|为)|用车)辆(?={_STOP}|、|（)", "辆"
    ),
    _blank(r"接待批次(?:[为共]|共计)?\d+人(?!次?数?：?\d)", "批次"),
    _blank(r"接待批次，人(?![次数均员])", "批次、人次"),
    _blank(r"(?:来宾|累计|共计?)人次(?=[，；。）]|（不含)", "人次"),
    _blank(rf"\d+个?(?:批次?|团组|团次)[，、]?人次?(?={_STOP}|\n)", "人"),
    _blank("|".join(f"{word}个团组" for word in ("共计", "安排", "组织", "参加", "派出", "（境）", "（境）费")), "个"),
    _blank(rf"(?:团组|批次|团组数|批次数|级项目|项目)个(?={_STOP}|、)", "个"),
    _blank(
        rf"(?:[为是]|减少|增加|{_MONEY_NOUN})(?<!单位[为是])(?<!转换为)(?<!换算为)(?<!折算为)(?:万元|元)(?={_STOP}|、|（)",
        "金额",
    ),
    _blank(r"(?:[占长降升少加达到为的]|率)%(?=[，；。])", "百分比"),
    _blank(rf"得分为?分(?={_STOP}|、)", "得分"),
    _blank(rf"设备(?:（[^（）\n]{{1,8}}）)?[为共]?台(?:（套）)?(?={_STOP})", "台（套）"),
    _blank(rf"(?:编制数?|在职|实有|退休|离休|聘用)(?:人员|职工)?[为共]?[人名](?={_STOP}|、|（)", "人"),
    _blank(r"截至年\d{1,2}月|截至\d{4}年月|[与比较]年度(?:决算数?)?(?:相比|增加|减少|增长|下降)", "年份或日期"),
    _blank(r"(?:决算|预算|收入|支出|总计|合计)数?均?为(?=[，；。])", "金额"),
    _blank(r"(?:年初|全年|调整)预算数?的(?=[，；。])", "比率"),
)
_UNIT_MISSING = "缺少单位或百分号"
_UNIT_MISSING_EN = "has no unit or percent sign"
UNITLESS = (
    Telltale(
        re.compile(rf"(?:增长|下降)(?:了|约)?(?=\d\d|\d\.){NUMBER}(?=[，；。](?!\d))"),
        _UNIT_MISSING,
        _UNIT_MISSING_EN,
        "加上%",
    ),
    Telltale(
        re.compile(
            r"(?:占[^，；。\d\n]{0,24}|预算数?的|(?:执行|到位|完成|支付|支出)率[为达是]?到?)(?<!面积)"
            r"(?:100|\d+\.\d+)(?=[，；。](?!\d))"
        ),
        _UNIT_MISSING,
        _UNIT_MISSING_EN,
        "加上%",
    ),
    Telltale(
        re.compile(
            rf"(?:{_MONEY_NOUN}|减少|增加)[额各]?均?[为是]?(?:\d{{1,3}}(?:，\d{{3}})+|\d+)\.\d+(?=[，；。](?!\d))"
        ),
        _UNIT_MISSING,
        _UNIT_MISSING_EN,
        "加上金额单位",
    ),
    Telltale(
        re.compile(rf"(?:投入|拨付|安排|到位|支付)(?:资金)?(?!(?:19|20)\d\d\D){NUMBER}(?=资金|经费|用于)"),
        _UNIT_MISSING,
        _UNIT_MISSING_EN,
        "加上金额单位",
    ),
    Telltale(
        re.compile(rf"(?:{_MONEY_NOUN})[额各]?[为是]?{NUMBER}万(?=[，；。、（）])"),
        "以“万”为单位，缺少“元”",
        "is in 万 without 元",
        "加上“元”",
        Severity.NOTICE,
    ),
)
_UNIT_SAID_ONCE = re.compile(r"单位：|（(?:万|亿)?元）|分别")
PLACEHOLDERS = (
    Telltale(
        re.compile(
            r"[XＸ×╳xｘ某_＿](?:(?<=[XＸ])[XＸ]{1,3}(?=[，。；）%\u4e00-\u9fff])"
            r"|(?<=[×╳])[×╳]{1,3}(?=[\u4e00-\u9fff])(?!同志|等)|(?<=[xｘ])[xｘ]{1,3}(?=[\u4e00-\u9fff])"
            r"|(?<=某)某(?=[\u4e00-\u9fff])|(?<=_)_+(?=万?元|%|[个辆人批台年月分项])|(?<=＿)＿+)"
        ),
        "是没有填写的占位符",
        "is a placeholder that was not filled in",
        "填写实际内容",
    ),
    Telltale(
        re.compile(
            r"【(?:|[^【】\n]{0,30}(?:填写|填列|此处|请根据|请说明|部门名称|单位名称|部门全称|单位全称)[^【】\n]{0,30})】"
            r"|（(?:此处|请(?:在|根据|按|填|说|列)|填写|如无[^（）\n]{0,12}[则可请]|各(?:部门|单位)(?:可|应|根据)|可?根据实际)[^（）\n]{0,60}）"
        ),
        "是没有删除的填写提示",
        "is a prompt of the template",
        "填写实际内容并删除提示",
    ),
)


@rule("blank-number", family="wording", basis=BASIS, zh="应有数字之处不得空缺")
def blank_number(accounts: Accounts) -> Iterator[Check]:
    """Where a number must stand, one does."""
    found = hits(accounts.prose, BLANKS)
    if len(found) > _LOST_DIGITS:
        yield unchecked("空缺的数字", "正文中多处没有数字，可能是转换丢失")
        return
    yield from report(accounts, "空缺的数字", found)


@rule("missing-unit", family="wording", basis=BASIS, zh="数字应带有单位或百分号")
def missing_unit(accounts: Accounts) -> Iterator[Check]:
    """Amounts and rates carry their unit or percent sign."""
    found = [pair for pair in hits(accounts.prose, UNITLESS) if not _said_once(pair[0])]
    yield from report(accounts, "缺少的单位", found)


@rule("placeholder", family="wording", basis=BASIS, zh="不得留有占位符和填写提示")
def placeholder(accounts: Accounts) -> Iterator[Check]:
    """No placeholder and no prompt of the template is left."""
    yield from report(accounts, "占位符", hits_everywhere(accounts, PLACEHOLDERS))


def _said_once(hit: Hit) -> bool:
    """Whether the unit is said once for several figures."""
    return _UNIT_SAID_ONCE.search(hit.passage.dense) is not None

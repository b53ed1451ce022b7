"""Names of natural persons, and the labels of a form beside or above which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"

# 百家姓 and the surnames that the census of 2020 adds to the four hundred most frequent ones
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    "牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙"
    "池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容"
    "向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰"
    "巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖闫付代侴覃苟铁仁才拉次扎旦多"
    "达普索格桑卓妥者冶喇海虎买赛热阿吾艾依古玛木"
)
_COMPOUND = re.compile(
    "欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|长孙|令狐|宇文|司徒|东方|南宫|万俟|闻人|澹台|公冶|申屠|太叔|轩辕"
)
_NO_NAME = re.compile(
    r"联系|电话|手机|填[表报]|日期|单位|审核|复核|时间|职务|签|见|^无|略|暂|^各|^待|同意|合格|通过|完成|正常|盖章"
    r"|部门|人员|主任|书记|公司|中心|街道|小组|本级|项目|财政|资金|预算|决算|合计|总计|小计|备注|意见|情况|方式"
    r"|[科室股处局部办会组队院所站长厅委镇乡村]$"
)
_WHOLE = re.compile(f"{HAN}{{2,4}}|{HAN}{{1,7}}(?:[·]{HAN}{{1,7}}){{1,3}}")
_SEVERAL = re.compile(r"[、,;/]")
_FUNCTION_WORDS = frozenset(
    "应和从于时都有能须向国家公双同平常成经后相全别多次容利通年言明"
)  # surnames seldom, words often

_DOES = (
    "填[表报列制写]|制[表单作]|经[办手]|联[系络]|审[核批定阅]|复核|核[对准]|批准|签发|验收|负责|责任|评价|报送|统计|办理"
    "|收款|领款|持卡|申请|报销"
)
_ROLE = rf"(?:{_DOES})人员?|法定代表人|法人代表|(?:分管|主管|主要|单位|部门)领导|项目主管|财务主管|会计主管|驾驶员"
_SIGNED = r"(?:\([签盖][字名章]\)|\((?:签字盖章|签章|公章|姓名)\)|姓名|签字|签名|签章|及?(?:联系)?(?:电话|方式))*"
_CERTAIN = re.compile(rf"{HAN}{{0,8}}(?:{_ROLE}){_SIGNED}")
_LOOSE = re.compile(
    rf"(?:填[表报]|制[表单]|经手|经办|审核|复核|审批|会计|出纳|记账|姓名|人员姓名|户名|联系|司机){_SIGNED}"
)
_ENDS = r"$|[^·\u3400-\u9fff]|联系|电话|手机|填[表报]|审核|复核|日期|单位|时间|签字|职务|身份证|[账帐卡]号"
_INLINE = re.compile(
    rf"(?:{_ROLE}|(?<!{HAN})(?:填[表报]|制表|经手|经办|审核|复核|会计|出纳|姓名)(?= *:)|户名) *{_SIGNED}"
    rf"(?:(?P<colon> *: *\(?| {{2,}})|(?P<joint> *[为是] *| +)|(?={HAN}))"
    rf"(?P<name>{HAN}(?: {{0,2}}·? {{0,2}}{HAN}){{1,7}}?)(?={_ENDS})"
)
_NEXT = re.compile(rf" *[、,/;] *(?P<name>{HAN}{{2,4}})(?={_ENDS})")  # behind another one


def beside_labels(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand in a folded text right behind the label of a person."""
    for match in _INLINE.finditer(text):
        name = "".join(match["name"].split())
        is_joined = not match["colon"] and not match["joint"]
        if is_joined and (len(name) > _given_room(name) or name[0] in _FUNCTION_WORDS):
            continue
        if is_name(name, certain=bool(match["colon"])):
            yield match.span("name")
            end = match.end("name")
            while (following := _NEXT.match(text, end)) and is_usual_name(following["name"]):
                yield following.span("name")
                end = following.end()


def is_label(text: str) -> bool:
    """Whether a folded cell is nothing but the label of a person."""
    bare = _bare(text)
    return bool(_CERTAIN.fullmatch(bare) or _LOOSE.fullmatch(bare))


def is_certain_label(text: str) -> bool:
    """Whether the label leaves no doubt that a person is meant, whatever the surname."""
    return bool(_CERTAIN.fullmatch(_bare(text)))


def is_name(text: str, *, certain: bool) -> bool:
    """Whether words are a person's name; behind a `certain` label also one of a rare surname."""
    dense = "".join(text.split())
    if not _WHOLE.fullmatch(dense) or _NO_NAME.search(dense):
        return False
    return certain or has_surname(dense)


def has_surname(name: str) -> bool:
    """Whether a name without spaces begins with a surname."""
    return bool(_COMPOUND.match(name)) or name[:1] in _SURNAMES or "·" in name


def is_usual_name(text: str) -> bool:
    """Whether words that nothing labels are a name: a surname and one or two characters more."""
    return is_name(text, certain=False) and len(text) <= _given_room(text)


def _given_room(name: str) -> int:
    """How long a name of this surname usually is at most."""
    return 4 if _COMPOUND.match(name) else 3


def names_in(text: str, *, certain: bool) -> list[tuple[int, int]]:
    """The names that a folded cell beside or below a label begins with, as spans; none where it says anything else."""
    found: list[tuple[int, int]] = []
    start = 0
    for piece in _SEVERAL.split(text):
        words = _OPENING.match(piece)
        if words and is_name(words["name"], certain=certain):
            found.append((start + words.start("name"), start + words.end("name")))
        start += len(piece) + 1
    return found


_OPENING = re.compile(rf"\s*(?P<name>{HAN}(?:[ ·]{{0,3}}{HAN})*)(?=$|[^\u3400-\u9fff])")


def _bare(text: str) -> str:
    return "".join(text.split()).strip(":")

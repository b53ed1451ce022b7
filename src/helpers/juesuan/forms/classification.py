"""The national classifications that the forms are built on: economic accounts and function classes.

Source: 财政部《政府收支分类科目》, 部门预算支出经济分类 and 支出功能分类.
"""

from __future__ import annotations

import re
from functools import lru_cache

from juesuan.forms.text import flat, without_ordinal

ECONOMIC: dict[str, str] = {
    "301": "工资福利支出",
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30103": "奖金",
    "30106": "伙食补助费",
    "30107": "绩效工资",
    "30108": "机关事业单位基本养老保险缴费",
    "30109": "职业年金缴费",
    "30110": "职工基本医疗保险缴费",
    "30111": "公务员医疗补助缴费",
    "30112": "其他社会保障缴费",
    "30113": "住房公积金",
    "30114": "医疗费",
    "30199": "其他工资福利支出",
    "302": "商品和服务支出",
    "30201": "办公费",
    "30202": "印刷费",
    "30203": "咨询费",
    "30204": "手续费",
    "30205": "水费",
    "30206": "电费",
    "30207": "邮电费",
    "30208": "取暖费",
    "30209": "物业管理费",
    "30211": "差旅费",
    "30212": "因公出国（境）费用",
    "30213": "维修（护）费",
    "30214": "租赁费",
    "30215": "会议费",
    "30216": "培训费",
    "30217": "公务接待费",
    "30218": "专用材料费",
    "30224": "被装购置费",
    "30225": "专用燃料费",
    "30226": "劳务费",
    "30227": "委托业务费",
    "30228": "工会经费",
    "30229": "福利费",
    "30231": "公务用车运行维护费",
    "30239": "其他交通费用",
    "30240": "税金及附加费用",
    "30299": "其他商品和服务支出",
    "303": "对个人和家庭的补助",
    "30301": "离休费",
    "30302": "退休费",
    "30303": "退职（役）费",
    "30304": "抚恤金",
    "30305": "生活补助",
    "30306": "救济费",
    "30307": "医疗费补助",
    "30308": "助学金",
    "30309": "奖励金",
    "30310": "个人农业生产补贴",
    "30311": "代缴社会保险费",
    "30399": "其他对个人和家庭的补助",
    "307": "债务利息及费用支出",
    "30701": "国内债务付息",
    "30702": "国外债务付息",
    "30703": "国内债务发行费用",
    "30704": "国外债务发行费用",
    "309": "资本性支出（基本建设）",
    "30901": "房屋建筑物购建",
    "30902": "办公设备购置",
    "30903": "专用设备购置",
    "30905": "基础设施建设",
    "30906": "大型修缮",
    "30907": "信息网络及软件购置更新",
    "30908": "物资储备",
    "30913": "公务用车购置",
    "30919": "其他交通工具购置",
    "30921": "文物和陈列品购置",
    "30922": "无形资产购置",
    "30999": "其他基本建设支出",
    "310": "资本性支出",
    "31001": "房屋建筑物购建",
    "31002": "办公设备购置",
    "31003": "专用设备购置",
    "31005": "基础设施建设",
    "31006": "大型修缮",
    "31007": "信息网络及软件购置更新",
    "31008": "物资储备",
    "31009": "土地补偿",
    "31010": "安置补助",
    "31011": "地上附着物和青苗补偿",
    "31012": "拆迁补偿",
    "31013": "公务用车购置",
    "31019": "其他交通工具购置",
    "31021": "文物和陈列品购置",
    "31022": "无形资产购置",
    "31099": "其他资本性支出",
    "311": "对企业补助（基本建设）",
    "31101": "资本金注入",
    "31199": "其他对企业补助",
    "312": "对企业补助",
    "31201": "资本金注入",
    "31203": "政府投资基金股权投资",
    "31204": "费用补贴",
    "31205": "利息补贴",
    "31299": "其他对企业补助",
    "313": "对社会保障基金补助",
    "31302": "对社会保险基金补助",
    "31303": "补充全国社会保障基金",
    "31304": "对机关事业单位职业年金的补助",
    "399": "其他支出",
    "39907": "国家赔偿费用支出",
    "39908": "对民间非营利组织和群众性自治组织补贴",
    "39909": "经常性赠与",
    "39910": "资本性赠与",
    "39999": "其他支出",
}

# names that economic classes had until 2017 (财预〔2017〕98号)
FORMER_CLASSES: dict[str, str] = {"304": "对企事业单位的补贴", "307": "债务利息支出", "310": "其他资本性支出"}

PERSONNEL = ("301", "303")
RUNNING = ("302", "307", "309", "310", "311", "312", "313", "399")

FUNCTION_CLASSES: dict[str, str] = {
    "201": "一般公共服务",
    "202": "外交",
    "203": "国防",
    "204": "公共安全",
    "205": "教育",
    "206": "科学技术",
    "207": "文化旅游体育与传媒",
    "208": "社会保障和就业",
    "209": "社会保险基金",
    "210": "卫生健康",
    "211": "节能环保",
    "212": "城乡社区",
    "213": "农林水",
    "214": "交通运输",
    "215": "资源勘探",
    "216": "商业服务业等",
    "217": "金融",
    "219": "援助其他地区",
    "220": "自然资源海洋气象等",
    "221": "住房保障",
    "222": "粮油物资储备",
    "223": "国有资本经营预算",
    "224": "灾害防治及应急管理",
    "229": "其他支出",
    "231": "债务还本",
    "232": "债务付息",
    "233": "债务发行费用",
    "234": "抗疫特别国债",
}

# Sections end alike in every class; section 03 is left out, for it means other things outside offices.
ITEM_ENDINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^行政运行"), "01"),
    (re.compile(r"^一般行政管理事务"), "02"),
    (re.compile(r"^事业运行"), "50"),
    (re.compile(r"^其他"), "99"),
)

# Items that nearly every body has and that are named alike wherever they stand.
COMMON_ITEMS: dict[str, str] = {
    "行政单位离退休": "2080501",
    "事业单位离退休": "2080502",
    "机关事业单位基本养老保险缴费支出": "2080505",
    "机关事业单位职业年金缴费支出": "2080506",
    "死亡抚恤": "2080801",
    "行政单位医疗": "2101101",
    "事业单位医疗": "2101102",
    "公务员医疗补助": "2101103",
    "住房公积金": "2210201",
    "提租补贴": "2210202",
    "购房补贴": "2210203",
}

_MARKS = re.compile(r"[()\[\]“”\"'、,.·/]")


def name_key(label: str) -> str:
    """An account's name for comparison: no ordinal, white space, brackets or marks."""
    return _MARKS.sub("", flat(without_ordinal(label)))


_BY_NAME: dict[tuple[str, str], str] = {}
for _code, _name in ECONOMIC.items():
    if len(_code) == 5:
        _BY_NAME[_code[:3], name_key(_name)] = _code


def economic_item(parent: str, name: str) -> str:
    """The five-digit code of an economic account by class and name, "" where that is not certain.

    A name cut short by its cell is taken where only one account of the class begins so.
    """
    key = name_key(name)
    if found := _BY_NAME.get((parent, key)):
        return found
    if len(key) < 3:
        return ""
    near = [code for (klass, known), code in _BY_NAME.items() if klass == parent and _alike(known, key)]
    return near[0] if len(near) == 1 else ""


def is_economic_class(code: str, name: str) -> bool:
    """Whether a three-digit economic code stands with the name of its own class."""
    known = name_key(ECONOMIC.get(code, ""))
    key = name_key(name)
    if key and key == name_key(FORMER_CLASSES.get(code, "")):
        return True
    return bool(known) and len(key) > 2 and (known.startswith(key) or key.startswith(known))


@lru_cache(maxsize=4096)
def function_class(label: str) -> str:
    """The three-digit function class that a row of form 01 or 04 names, "" where it names none."""
    key = name_key(label)
    if key.startswith("其他支出"):
        return "229"
    return next((code for code, name in FUNCTION_CLASSES.items() if key.startswith(name) and "支" in key), "")


def _alike(known: str, key: str) -> bool:
    return known.startswith(key) or key.startswith(known) or _stem(known) == _stem(key)


def _stem(key: str) -> str:
    return re.sub(r"(?:费用|费|支出|补助|补贴|缴费)$", "", key)


def known_name(code: str) -> str:
    """The name that an account bears by its code alone, "" where the code is not known."""
    if code in ECONOMIC:
        return ECONOMIC[code]
    if code in FUNCTION_CLASSES:
        name = FUNCTION_CLASSES[code]
        return name if name.endswith("支出") else f"{name}支出"
    return _COMMON_NAMES.get(code, "")


_COMMON_NAMES = {code: name for name, code in COMMON_ITEMS.items()}

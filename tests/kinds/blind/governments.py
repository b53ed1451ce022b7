"""A government's own final accounts: of a whole city, county or province."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.kinds.kind import Kind
from kinds.blind import Made, rows


def documents() -> Iterator[Made]:
    """Five manners, four places each."""
    manners = {
        "report": (report, ("青溪县", "2023"), ("云岭市", "2020"), ("江北省", "2022"), ("松岗区", "2018")),
        "tables": (tables, ("云岭市", "2024"), ("青溪县", "2019"), ("松岗区", "2021"), ("江北省", "2017")),
        "cover": (
            cover,
            ("江北省", "2023"),
            ("云岭市", "2021"),
            ("青溪县", "2024"),
            ("云岭高新技术产业开发区", "2022"),
        ),
        "town": (town, ("白塔镇", "2023"), ("石桥乡", "2021"), ("白塔镇", "2019"), ("石桥乡", "2024")),
        "explained": (explained, ("松岗区", "2023"), ("青溪县", "2020"), ("云岭市", "2025"), ("江北省", "2019")),
    }
    for manner, (make, *places) in manners.items():
        for place, year in places:
            yield Made(f"{manner}-{place}{year}", make(place, year), Kind.GOVERNMENT, "", year)


def general(place: str, style: str = "tabs") -> str:
    """The general budget of a government."""
    return rows(
        "收入||支出|",
        "项目|决算数|项目|决算数",
        "一、税收收入|48,210|一、一般公共服务支出|21,300",
        "增值税|20,110|二、教育支出|40,512",
        "二、非税收入|12,400|三、农林水支出|30,100",
        "本年收入合计|60,610|本年支出合计|152,700",
        "上级补助收入|98,300|上解上级支出|4,100",
        "地方政府一般债务转贷收入|12,000|债务还本支出|9,000",
        "收入总计|170,910|支出总计|170,910",
        style=style,
    )


def report(place: str, year: str) -> str:
    """The report to the standing committee."""
    return f"""关于{place}{year}年财政决算的报告
——{int(year) + 1}年8月20日在{place}人民代表大会常务委员会会议上
{place}财政局局长

主任、各位副主任、各位委员：
我受{place}人民政府委托，报告{year}年财政决算情况，请审查。
一、一般公共预算收支决算
全{place[-1]}一般公共预算收入60,610万元，为预算的101.2%；加上级补助收入98,300万元，收入总计170,910万元。
一般公共预算支出152,700万元，上解支出4,100万元。
二、政府性基金收支决算
政府性基金收入22,000万元，支出31,500万元。
三、国有资本经营收支决算
收入900万元，支出700万元。
四、社会保险基金收支决算
收入15,000万元，支出13,200万元，年末滚存结余20,100万元。
五、转移支付和政府债务
年末政府债务余额88,000万元，在限额之内。
"""


def tables(place: str, year: str) -> str:
    """Tables alone."""
    return f"""{year}年{place}一般公共预算收支决算总表
单位：万元
{general(place)}

{year}年{place}政府性基金收支决算总表
{
        rows(
            "收入|决算数|支出|决算数",
            "国有土地使用权出让收入|21,000|城乡社区支出|29,000",
            "收入合计|22,000|支出合计|31,500",
        )
    }

{year}年{place}对下税收返还和转移支付决算表
{rows("项目|决算数", "税收返还|1,200", "一般性转移支付|30,400", "专项转移支付|5,000")}
"""


def cover(place: str, year: str) -> str:
    """A cover with contents."""
    return f"""{place}{year}年政府决算公开

目 录
1.{year}年{place}一般公共预算收入决算表
2.{year}年{place}一般公共预算支出决算表
3.{year}年{place}本级一般公共预算基本支出决算表
4.{year}年{place}政府性基金收入决算表
5.{year}年{place}国有资本经营预算收支决算表
6.{year}年{place}社会保险基金收支决算表
7.{year}年{place}政府债务限额和余额情况表
8.{place}“三公”经费汇总情况说明

一般公共预算收入决算表
{
        rows(
            "项目|预算数|调整预算数|决算数|为预算的%",
            "一、税收收入|47,000|48,000|48,210|100.4",
            "二、非税收入|12,000|12,000|12,400|103.3",
            "收入合计|59,000|60,000|60,610|101.0",
        )
    }

举借债务情况说明
转贷新增债券12,000万元，还本9,000万元。
"""


def town(place: str, year: str) -> str:
    """A township's own accounts, which stand beside those of its government as a body."""
    return f"""{place}{year}年财政总决算

一、财政收支决算总体情况
{year}年，{place}财政总收入6,120万元，其中税收收入3,300万元、上级转移支付收入2,200万元。
财政总支出6,050万元，结转下年70万元。
二、决算收支表
{
        rows(
            "预算科目|决算数",
            "增值税|1,900",
            "企业所得税|800",
            "上级补助收入|2,200",
            "收入总计|6,120",
            "一般公共服务支出|2,100",
            "农林水支出|1,700",
            "上解支出|400",
            "支出总计|6,050",
        )
    }
三、税收返还和转移支付
专项转移支付900万元。
"""


def explained(place: str, year: str) -> str:
    """Explanations of a government's accounts."""
    return f"""{place}{year}年度财政决算有关情况说明

一、{place}一般公共预算收支情况
一般公共预算收入完成60,610万元，比上年决算数增长5.3%，其中增值税20,110万元，个人所得税2,050万元。
二、税收返还和转移支付情况
收到上级转移支付98,300万元，对下转移支付35,400万元。
三、举借政府债务情况
年末一般债务余额40,000万元，专项债务余额48,000万元。
四、“三公”经费汇总情况
{place}本级各部门“三公”经费支出合计612万元，比预算少88万元。
五、预算绩效工作
对{place}本级46个部门开展部门整体绩效评价。
"""

"""Self-evaluations and reports on performance without forms of accounts."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.kinds.kind import Kind
from kinds.blind import Made, rows


def documents() -> Iterator[Made]:
    """Five manners, four bodies each."""
    bodies = {
        "table": (
            table,
            ("青溪县农业农村局", "2023"),
            ("云岭市公安局", "2021"),
            ("江北省档案馆", "2024"),
            ("松岗区房屋管理局", "2022"),
        ),
        "overall": (
            overall,
            ("云岭市司法局", "2020"),
            ("白塔镇人民政府", "2024"),
            ("青溪县信访局", "2019"),
            ("中共松岗区委宣传部", "2022"),
        ),
        "report": (
            report,
            ("青溪县交通运输局", "2023"),
            ("云岭市科学技术局", "2018"),
            ("江北省体育局", "2025"),
            ("松岗区妇幼保健院", "2022"),
        ),
        "several": (
            several,
            ("云岭市民政局", "2024"),
            ("青溪县气象局", "2021"),
            ("江北省科学技术协会", "2023"),
            ("松岗区卫生健康委员会", "2020"),
        ),
        "words": (
            words,
            ("青溪县水利局", "2022"),
            ("云岭市应急管理局", "2023"),
            ("江北省退役军人事务厅", "2021"),
            ("松岗区商务委员会", "2024"),
        ),
    }
    for manner, (make, *those) in bodies.items():
        for body, year in those:
            yield Made(f"{manner}-{body}", make(body, year), Kind.EVALUATIONS, body, year)


def indicators(style: str = "tabs") -> str:
    """The table of indicators."""
    return rows(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
        "产出指标|数量指标|巡查次数|≥24次|26次|20|20|",
        "产出指标|质量指标|整改合格率|≥95%|97%|20|20|",
        "效益指标|社会效益指标|投诉下降|≥10%|8%|30|26|统计口径变化",
        "满意度指标|服务对象满意度指标|群众满意度|≥90%|93%|20|20|",
        style=style,
    )


def funds(style: str = "tabs") -> str:
    """The lines of money."""
    return rows(
        "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|80.00|76.00|75.24|10|99.00%|9.9",
        "其中：当年财政拨款|80.00|76.00|75.24||99.00%|",
        style=style,
    )


def table(body: str, year: str) -> str:
    """One project's table."""
    return f"""项目支出绩效自评表
（{year}年度）
{rows("项目名称|巡查和整治|||", f"主管部门|{body}|实施单位|{body}", "")}
{funds()}
{indicators()}
总分\t\t\t\t\t100\t95.9
"""


def overall(body: str, year: str) -> str:
    """The table of the whole body's spending."""
    return f"""附件1：
{year}年度部门整体支出绩效自评表

{rows(f"部门名称|{body}||", "年度主要任务|完成辖区年度工作|完成情况|已完成", style="pipes")}

{
        rows(
            "预算执行情况（万元）|年初预算|全年预算|执行数|执行率",
            "基本支出|510.00|515.00|515.00|100%",
            "项目支出|90.00|84.00|80.00|95.24%",
            style="pipes",
        )
    }

{indicators("pipes")}
"""


def report(body: str, year: str) -> str:
    """A report on one project with its table behind."""
    return f"""{body}{year}年度老旧设施改造项目绩效评价报告

一、项目概况
项目总投资80.00万元，资金来自一般公共预算，年初预算80.00万元，决算支出75.24万元。
二、评价工作开展情况
成立评价小组，采用比较法和公众评判法。
三、综合评价结论
得分95.9分，等级为“优”。
四、绩效评价指标分析
（一）项目决策情况。立项有依据。
（二）项目过程情况。资金拨付及时，预算执行率99.00%。
五、存在的问题和建议
指标设置需要再细化。

附：项目支出绩效自评表
{indicators()}
"""


def several(body: str, year: str) -> str:
    """Several tables below one title."""
    names = [
        rows(f"项目名称|{name}", f"主管部门|{body}", style="pipes") for name in ("社区服务补助", "设备购置", "宣传活动")
    ]
    parts = "\n\n".join(f"项目支出绩效自评表\n{name}\n\n{funds('pipes')}\n\n{indicators('pipes')}" for name in names)
    return f"""# {body}{year}年度预算项目支出绩效自评结果公开

按照预算绩效管理要求，现公开3个项目的自评结果。

{parts}
"""


def words(body: str, year: str) -> str:
    """Words alone."""
    return f"""{body}
{year}年度部门整体支出绩效自评报告

一、部门概况
（一）机构编制。核定编制45名，年末实有42人。
（二）{year}年度收支情况。年初预算600.00万元，调整后599.00万元，实际支出595.00万元。
二、整体支出绩效情况
（一）绩效目标完成。产出指标12项，完成11项；效益指标4项，全部完成；满意度93%。
（二）自评得分97.3分。
三、发现的问题及改进措施
个别项目绩效指标不够量化，支出进度偏慢。
四、自评结果应用
自评结果作为下一年度预算安排的参考，并随部门决算一并公开。
"""

"""Parts of final accounts: prose whose forms are an attachment, and forms whose prose stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.kinds.kind import Kind, Scope
from kinds.blind import Made, figures
from kinds.blind.final_accounts import prose

DEPARTMENT, OWN, UNIT = Scope.DEPARTMENT, Scope.OWN_OFFICE, Scope.UNIT


def documents() -> Iterator[Made]:
    """Twenty of each part."""
    yield from _made(
        Kind.PROSE,
        {
            "explained": (
                explained,
                (DEPARTMENT, "青溪县自然资源局", "2023"),
                (DEPARTMENT, "中共云岭市委党校", "2020"),
                (DEPARTMENT, "松岗区人民法院", "2018"),
                (DEPARTMENT, "云岭市供销合作社联合社", "2024"),
            ),
            "linked": (
                linked,
                (DEPARTMENT, "江北省住房和城乡建设厅", "2022"),
                (DEPARTMENT, "青溪县工商业联合会", "2019"),
                (DEPARTMENT, "白塔乡人民政府", "2021"),
                (DEPARTMENT, "云岭市统计局", "2025"),
            ),
            "whole": (
                whole,
                (UNIT, "云岭市第三高级中学", "2023"),
                (UNIT, "青溪县疾病预防控制中心", "2022"),
                (UNIT, "松岗区老年大学", "2021"),
                (UNIT, "江北省水文站", "2024"),
            ),
            "run_in": (
                run_in,
                (OWN, "青溪县财政局", "2024"),
                (OWN, "云岭市市场监督管理局", "2020"),
                (OWN, "江北省人力资源和社会保障厅", "2017"),
                (OWN, "松岗区生态环境局", "2023"),
            ),
            "brief": (
                brief,
                (UNIT, "青溪县敬老院", "2023"),
                (UNIT, "白塔镇文化站", "2022"),
                (UNIT, "云岭市青少年宫", "2020"),
                (UNIT, "松岗区绿化管理所", "2024"),
            ),
        },
    )
    yield from _made(
        Kind.FORMS,
        {
            "numbered": (
                numbered,
                (DEPARTMENT, "青溪县林业和草原局", "2023"),
                (DEPARTMENT, "云岭市机关事务管理局", "2021"),
                (DEPARTMENT, "中共江北省委政法委员会", "2019"),
                (DEPARTMENT, "松岗区医疗保障局", "2024"),
            ),
            "piped": (
                piped,
                (UNIT, "青溪县第一人民医院", "2022"),
                (UNIT, "云岭市职业技术学校", "2020"),
                (UNIT, "江北省图书馆", "2025"),
                (UNIT, "松岗区第二实验小学", "2023"),
            ),
            "few": (
                few,
                (None, "青溪县残疾人联合会", "2021"),
                (None, "云岭市地震局", "2018"),
                (None, "白塔镇人民政府", "2020"),
                (None, "江北省文学艺术界联合会", "2024"),
            ),
            "southern": (
                southern,
                (None, "云岭市民族宗教事务局", "2022"),
                (None, "青溪县商务局", "2023"),
                (None, "松岗区统计局", "2021"),
                (None, "江北省粮食局", "2017"),
            ),
            "noted": (
                noted,
                (OWN, "青溪县民政局", "2024"),
                (OWN, "云岭市水务局", "2022"),
                (OWN, "江北省科学技术厅", "2023"),
                (OWN, "松岗区审计局", "2020"),
            ),
        },
    )


def _made(kind: Kind, manners: dict) -> Iterator[Made]:  # type: ignore[type-arg]
    for manner, (make, *bodies) in manners.items():
        for scope, body, year in bodies:
            yield Made(f"{manner}-{body}", make(body, year), kind, body, year, scope)


def explained(body: str, year: str) -> str:
    """The explanation alone."""
    return f"""{body}{year}年度部门决算情况说明

{prose("本部门", year)}

附件：{body}{year}年度部门决算公开表.xls
"""


def linked(body: str, year: str) -> str:
    """Parts whose second only points to the attachment."""
    return f"""{year}年度{body}部门决算

第一部分 部门概况
职能：统筹协调本行业事务。
第二部分 {year}年度部门决算公开表格
（表格见附件，共9张）
第三部分 部门决算情况说明
{prose("本部门", year)}
第四部分 名词解释
机关运行经费：维持机关日常运转的开支。
"""


def whole(body: str, year: str) -> str:
    """A unit's, with the names of all forms in its contents."""
    return f"""# {body}{year}年度单位决算公开说明

目录

一、收入支出决算总表
二、收入决算表
三、支出决算表
四、财政拨款收入支出决算总表
五、一般公共预算财政拨款支出决算表
以上表格另附。

{prose("本单位", year)}
"""


def run_in(body: str, year: str) -> str:
    """Headings that run into their sentences."""
    return f"""{body}（本级）{year}年度决算说明

1.总体情况。{body}本级{year}年度总收入、总支出都是868.20万元，上年为855.90万元。2.收入情况。本年收入847.60万元，其中财政拨款收入812.40万元。3.支出情况。本年支出856.20万元，其中基本支出610.10万元、项目支出246.10万元。
4.财政拨款支出。一般公共预算财政拨款支出年初预算790.00万元，决算812.40万元，年中追加22.40万元。
5.“三公”经费。全年预算7.50万元，实际支出6.90万元，其中公务接待12批次、88人次，1.80万元。
6.机关运行经费支出70.00万元，政府采购支出31.00万元。
决算公开表详见附表。
"""


def brief(body: str, year: str) -> str:
    """Half a page."""
    return f"""{body}{year}年决算公开说明

本单位{year}年决算收入847.60万元，支出856.20万元，年末结转12.00万元。
财政拨款支出决算812.40万元，为年初预算的102.84%。
“三公”经费支出决算6.90万元，没有因公出国（境）安排。
本单位没有政府性基金预算财政拨款支出。
"""


def numbered(body: str, year: str) -> str:
    """Forms with their numbers, body and unit above each."""
    titles = ("收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表")
    makers = (figures.income_and_expenditure, figures.income, figures.expenditure, figures.appropriations)
    return "\n\n".join(
        make(f"{title}\n公开{number:02}表\n部门：{body}\t{year}年度\t金额单位：万元")
        for number, (title, make) in enumerate(zip(titles, makers, strict=True), 1)
    )


def piped(body: str, year: str) -> str:
    """A cover and Markdown tables."""
    return f"# {year}年度单位决算公开表\n\n单位名称：{body}\n\n{figures.accounts('pipes')}\n"


def few(body: str, year: str) -> str:
    """Three forms, whose titles hold the year."""
    return "\n\n".join(
        (
            f"编制单位：{body}",
            figures.income_and_expenditure(f"{year}年度收入支出决算总表"),
            figures.general_budget(f"{year}年度一般公共预算财政拨款支出决算表"),
            figures.three_public(f"{year}年度一般公共预算财政拨款“三公”经费支出决算表"),
        )
    )


def southern(body: str, year: str) -> str:
    """Titles without 总."""
    head = f"编制单位：{body}    {year}年度    单位：万元"
    return "\n\n".join(
        (
            figures.income_and_expenditure(f"收入支出决算表\n{head}"),
            figures.appropriations(f"财政拨款收入支出决算表\n{head}"),
            figures.general_budget(f"一般公共预算财政拨款收入支出决算表\n{head}"),
        )
    )


def noted(body: str, year: str) -> str:
    """Each form with the note that stands below it."""
    makers = (figures.income_and_expenditure, figures.income, figures.expenditure, figures.basic)
    head = f"{body}本级{year}年度决算表\n\n"
    return head + "\n\n".join(
        f"{make()}\n注：本表反映本单位本年度情况，金额以万元为单位，四舍五入。" for make in makers
    )

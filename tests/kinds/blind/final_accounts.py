"""Final accounts: forms and prose in one file."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.kinds.kind import Kind, Scope
from kinds.blind import Made, figures


def documents() -> Iterator[Made]:
    """Seven manners, three bodies each."""
    manners = {
        "cover": (
            cover,
            (DEPARTMENT, "青溪县水利局", "2023"),
            (DEPARTMENT, "中共云岭市委组织部", "2019"),
            (DEPARTMENT, "白塔镇人民政府", "2022"),
        ),
        "attached": (
            attached,
            (DEPARTMENT, "江北省生态环境厅", "2024"),
            (DEPARTMENT, "松岗区人民检察院", "2018"),
            (DEPARTMENT, "石桥街道办事处", "2021"),
        ),
        "marked": (
            marked,
            (UNIT, "青溪县第二中学", "2022"),
            (UNIT, "云岭市人民医院", "2020"),
            (UNIT, "松岗区图书馆", "2024"),
        ),
        "web": (
            web,
            (DEPARTMENT, "云岭市残疾人联合会", "2021"),
            (DEPARTMENT, "政协青溪县委员会办公室", "2023"),
            (DEPARTMENT, "江北省农业科学院", "2017"),
        ),
        "numerals": (
            numerals,
            (DEPARTMENT, "国家海洋测绘局", "2020"),
            (DEPARTMENT, "云岭市中级人民法院", "2016"),
            (DEPARTMENT, "青溪县妇女联合会", "2021"),
        ),
        "own": (
            own,
            (OWN, "云岭市教育局", "2024"),
            (OWN, "松岗区人力资源和社会保障局", "2022"),
            (OWN, "江北省商务厅", "2019"),
        ),
        "short": (short, (UNIT, "青溪县水库管理所", "2025"), (UNIT, "白塔镇中心卫生院", "2023")),
    }
    for manner, (make, *bodies) in manners.items():
        for scope, body, year in bodies:
            yield Made(f"{manner}-{body}", make(body, year), Kind.FINAL_ACCOUNTS, body, year, scope)


DEPARTMENT, OWN, UNIT = Scope.DEPARTMENT, Scope.OWN_OFFICE, Scope.UNIT
NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")


def prose(who: str, year: str) -> str:
    """The explanation of the figures; what was budgeted is spoken of on every line."""
    return f"""一、收支决算总体情况
{who}{year}年度收、支总计各868.20万元，比上一年多出12.30万元，多在项目资金。
二、收入决算情况
全年收入847.60万元，其中：财政拨款收入812.40万元，占95.85%；事业收入35.20万元，占4.15%。
三、支出决算情况
全年支出856.20万元，基本支出610.10万元，项目支出246.10万元。
四、一般公共预算财政拨款支出决算情况
年初预算790.00万元，支出决算812.40万元，完成年初预算的102.84%，因年中追加预算。
五、“三公”经费支出决算情况
预算7.50万元，决算6.90万元。公务用车保有量3辆。
六、预算绩效管理
组织对2个项目开展自评，涉及预算资金246.10万元。
七、机关运行经费
本年70.00万元。"""


def cover(body: str, year: str) -> str:
    """A cover, a list of contents, parts; forms before prose."""
    return f"""{body}
{year}年度部门决算

目  录
第一部分  部门概况
一、主要职能
二、机构设置
第二部分  {year}年度部门决算表
一、收入支出决算总表
二、收入决算表
三、支出决算表
四、财政拨款收入支出决算总表
五、一般公共预算财政拨款支出决算表
六、一般公共预算财政拨款基本支出决算表
七、财政拨款“三公”经费支出决算表
第三部分  {year}年度部门决算情况说明
第四部分  名词解释

第一部分  部门概况
一、主要职能
贯彻上级方针，承办本地有关事务。
二、机构设置
纳入本部门决算编制范围的单位3个。
第二部分  {year}年度部门决算表
{figures.accounts()}

第三部分  {year}年度部门决算情况说明
{prose("本部门", year)}
第四部分  名词解释
年初结转：以前年度没有用完、留到今年接着用的资金。
"""


def attached(body: str, year: str) -> str:
    """Prose first, forms and self-evaluations as annexes at the end."""
    return f"""{year}年度{body}部门决算公开
公开时间：{int(year) + 1}年8月25日

一、部门职责
承担辖区内规划、监督与服务工作。
二、部门决算单位构成
包括机关本级和下属单位2家。
三、决算数据说明
{prose("本部门", year)}
四、附件
附件1
{figures.accounts("pipes")}

附件2
项目支出绩效自评表
{
        figures.rows(
            "项目名称|设备更新|得分|96",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出指标|数量指标|更新台数|≥12台|13台|20|20",
        )
    }
"""


def marked(body: str, year: str) -> str:
    """A unit's, as Markdown."""
    return f"""# {body}{year}年度单位决算

## 一、单位基本情况

本单位为财政全额补助事业单位，无下属机构。

## 二、{year}年度单位决算报表

{figures.accounts("pipes")}

## 三、{year}年度单位决算情况说明

{prose("本单位", year)}

## 四、专业名词

**基本支出**：人员和日常运转所花的钱。
"""


def web(body: str, year: str) -> str:
    """As copied from a web page: the path of the page, a notice of publication, the forms with blanks between cells."""
    return f"""首页 > 政务公开 > 财政信息 > 部门预决算公开
{body}{year}年度部门决算公开说明
来源：{body}   发布日期：{int(year) + 1}-09-03   字体：大 中 小

依照预算公开的有关要求，现把{body}{year}年度部门决算向社会公布如下。

第一部分 {body}概况
内设科室6个，所属事业单位1个。
第二部分 {body}{year}年度部门决算报表
{figures.accounts()}

第三部分 {body}{year}年度部门决算说明
{prose("我部门", year)}
打印本页  关闭窗口
"""


def numerals(body: str, year: str) -> str:
    """The year in Chinese numerals on the cover."""
    return f"""{body}
{year.translate(NUMERALS)}年度部门决算
{int(year) + 1}年7月

第一部分 概况
{body}是财政预算单位，编制人数41人。
第二部分 决算表
{figures.accounts()}

第三部分 决算说明
{prose("本部门", year)}
第四部分 名词说明
"""


def own(body: str, year: str) -> str:
    """A department's own office, whose text goes on about the budget of the same year."""
    return f"""{body}（本级）{year}年度决算公开

根据批复，{body}本级{year}年度决算公开如下。{body}本级{year}年预算已于当年2月公开。

一、基本情况
{body}本级内设处室9个，行政编制58名。
二、决算报表
{figures.accounts()}

三、决算说明
{prose("本单位", year)}
预算执行情况分析：预算编制较准，预算调整均已报批，预算执行进度达到要求。
"""


def short(body: str, year: str) -> str:
    """Three forms and a few sentences, of which one kept an XX of the template."""
    return f"""{year}年{body}决算公开

单位：万元
{figures.income_and_expenditure()}

{figures.expenditure()}

{figures.three_public()}

说明：
{prose("本单位", year)}
国有资产占用情况：截至年末，XX车辆共3辆。
"""

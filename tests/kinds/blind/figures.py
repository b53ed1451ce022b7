"""Forms of final accounts and of budgets with invented figures, in the titles of several provinces."""

from __future__ import annotations

from kinds.blind import rows


def income_and_expenditure(title: str = "收入支出决算总表", style: str = "tabs") -> str:
    """Form 01."""
    table = rows(
        "收入||支出|",
        "项目|金额|项目|金额",
        "一、一般公共预算财政拨款收入|812.40|一、一般公共服务支出|",
        "二、政府性基金预算财政拨款收入||二、社会保障和就业支出|96.15",
        "三、事业收入|35.20|三、农林水支出|760.05",
        "本年收入合计|847.60|本年支出合计|856.20",
        "年初结转和结余|20.60|年末结转和结余|12.00",
        "总计|868.20|总计|868.20",
        style=style,
    )
    return f"{title}\n{table}"


def income(title: str = "收入决算表", style: str = "tabs") -> str:
    """Form 02."""
    table = rows(
        "科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入",
        "|合计|847.60|812.40||35.20|||",
        "208|社会保障和就业支出|96.15|96.15|||||",
        "213|农林水支出|751.45|716.25||35.20|||",
        style=style,
    )
    return f"{title}\n{table}"


def expenditure(title: str = "支出决算表", style: str = "tabs") -> str:
    """Form 03."""
    table = rows(
        "科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出",
        "|合计|856.20|610.10|246.10|||",
        "208|社会保障和就业支出|96.15|96.15||||",
        "213|农林水支出|760.05|513.95|246.10|||",
        style=style,
    )
    return f"{title}\n{table}"


def appropriations(title: str = "财政拨款收入支出决算总表", style: str = "tabs") -> str:
    """Form 04."""
    table = rows(
        "收入||支出|||",
        "项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款",
        "一、一般公共预算财政拨款|812.40|一、社会保障和就业支出|96.15|96.15|",
        "二、政府性基金预算财政拨款||二、农林水支出|716.25|716.25|",
        "本年收入合计|812.40|本年支出合计|812.40|812.40|",
        style=style,
    )
    return f"{title}\n{table}"


def general_budget(title: str = "一般公共预算财政拨款支出决算表", style: str = "tabs") -> str:
    """Form 05."""
    table = rows(
        "科目编码|科目名称|小计|基本支出|项目支出",
        "|合计|812.40|590.00|222.40",
        "208|社会保障和就业支出|96.15|96.15|",
        "213|农林水支出|716.25|493.85|222.40",
        style=style,
    )
    return f"{title}\n{table}"


def basic(title: str = "一般公共预算财政拨款基本支出决算表", style: str = "tabs") -> str:
    """Form 06."""
    table = rows(
        "科目编码|科目名称|决算数|科目编码|科目名称|决算数",
        "301|工资福利支出|512.00|302|商品和服务支出|70.00",
        "30101|基本工资|300.00|30201|办公费|70.00",
        "30102|津贴补贴|212.00|303|对个人和家庭的补助|8.00",
        "|人员经费合计|520.00||公用经费合计|70.00",
        style=style,
    )
    return f"{title}\n{table}"


def three_public(title: str = "财政拨款“三公”经费支出决算表", style: str = "tabs") -> str:
    """Form 09."""
    table = rows(
        "合计|因公出国（境）费|公务用车购置费|公务用车运行费|公务接待费",
        "6.90|0.00|0.00|5.10|1.80",
        style=style,
    )
    return f"{title}\n{table}"


def accounts(style: str = "tabs") -> str:
    """The usual forms one below the other."""
    makers = (income_and_expenditure, income, expenditure, appropriations, general_budget, basic, three_public)
    return "\n\n".join(make(style=style) for make in makers)


def budget_totals(title: str = "部门收支总表", style: str = "tabs") -> str:
    """The first form of a budget."""
    table = rows(
        "收入||支出|",
        "项目|预算数|项目|预算数",
        "一、一般公共预算拨款收入|905.00|一、教育支出|870.30",
        "二、事业收入|64.00|二、住房保障支出|98.70",
        "本年收入合计|969.00|本年支出合计|969.00",
        "收入总计|969.00|支出总计|969.00",
        style=style,
    )
    return f"{title}\n{table}"


def budget_expenditure(title: str = "部门支出总表", style: str = "tabs") -> str:
    """The expenditure form of a budget."""
    table = rows(
        "科目编码|科目名称|合计|基本支出|项目支出",
        "|合计|969.00|720.00|249.00",
        "205|教育支出|870.30|621.30|249.00",
        "221|住房保障支出|98.70|98.70|",
        style=style,
    )
    return f"{title}\n{table}"


def budget_general(title: str = "一般公共预算支出表", style: str = "tabs") -> str:
    """The general budget of a budget, beside the execution of the year before."""
    table = rows(
        "科目编码|科目名称|上年执行数|本年预算数|增减率",
        "205|教育支出|812.10|806.30|-0.71%",
        "221|住房保障支出|90.20|98.70|9.42%",
        "|合计|902.30|905.00|0.30%",
        style=style,
    )
    return f"{title}\n{table}"


def budget_three_public(title: str = "一般公共预算“三公”经费支出表", style: str = "tabs") -> str:
    """Travel, vehicles and reception as budgeted."""
    table = rows("合计|因公出国（境）费|公务用车购置费|公务用车运行费|公务接待费", "7.50||| 6.00|1.50", style=style)
    return f"{title}\n{table}"


def budgets(style: str = "tabs") -> str:
    """The usual forms of a budget."""
    makers = (budget_totals, budget_expenditure, budget_general, budget_three_public)
    return "\n\n".join(make(style=style) for make in makers)

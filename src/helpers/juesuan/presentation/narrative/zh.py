"""The audit in Chinese official prose."""

from __future__ import annotations

from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.findings import Weight
from juesuan.presentation.key_figures import KeyFigures, Pair, Project, Slice, funded, lowest, yuan
from juesuan.presentation.phrasing import listed, money, percent, points, share

LISTED = 3  # lines of a breakdown named in a sentence


def verdict(audit: Audit) -> list[str]:
    """Three sentences: what was checked, what was found, what remains unknown."""
    if not audit.made:
        return ["公开内容中没有可以相互核对的数据，本报告不作结论。"]
    return [_checked(audit), _found(audit), _unknown(audit)]


def _checked(audit: Audit) -> str:
    passed, rounding = audit.outcomes[Outcome.PASSED], audit.outcomes[Outcome.ROUNDING]
    if passed == audit.made:
        return f"对公开的数据和文字共核对{audit.made:,}项，全部相符。"
    tail = f"，{rounding:,}项虽有尾差但可由四舍五入解释" if rounding else ""
    return f"对公开的数据和文字共核对{audit.made:,}项，其中{passed:,}项相符{tail}。"


def _found(audit: Audit) -> str:
    counts = [len(audit.weighing(each)) for each in (Weight.ERROR, Weight.NOTICE, Weight.REVIEW)]
    errors, notices, reviews = counts
    others = [f"{notices:,}处值得留意"] * bool(notices) + [f"{reviews:,}处可以核实"] * bool(reviews)
    tail = f"，另有{'、'.join(others)}" if others else ""
    if not errors:
        return f"未发现错误{tail}。"
    return f"发现错误{errors:,}处，依公开内容自身即可判明{tail}。"


def _unknown(audit: Audit) -> str:
    unchecked = audit.outcomes[Outcome.UNCHECKED]
    if audit.crashes:
        failed = f"{len(audit.crashes)}条规则运行失败，没有作出核对"
        return f"{failed}；还有{unchecked:,}项未能核对。" if unchecked else f"{failed}。"
    if not unchecked:
        return "凡适用的核对事项均已完成。"
    return f"还有{unchecked:,}项因内容未公开或读取不能确定而未能核对，不以相符论，也不以错误论。"


def glance(accounts: Accounts, key_figures: KeyFigures) -> list[str]:
    """The department in a few paragraphs; a paragraph without a figure is not written."""
    paragraphs = (_totals(accounts.year, key_figures), _spending(key_figures), _three_public(key_figures))
    return [paragraph for paragraph in paragraphs if paragraph]


def _totals(year: str, key_figures: KeyFigures) -> str:
    income, expenditure = key_figures.income, key_figures.expenditure
    if income is None and expenditure is None:
        return ""
    opening = f"{year}年度" if year else "本年度"
    if income is not None and expenditure is not None and yuan(income) == yuan(expenditure):
        text = f"{opening}收、支总计均为{money(income, 'zh')}"
    else:
        parts = (("收入总计", income), ("支出总计", expenditure))
        text = opening + "，".join(f"{name}{money(amount, 'zh')}" for name, amount in parts if amount is not None)
    if key_figures.fiscal is not None and income is not None and yuan(income):
        text += f"，其中财政拨款{money(key_figures.fiscal, 'zh')}，占{share(yuan(key_figures.fiscal), yuan(income))}"
    return f"{text}。{_change(key_figures)}"


def _change(key_figures: KeyFigures) -> str:
    change = next((each for each in key_figures.changes if "总计" in each.name), None)
    if change is None:
        return ""
    step = change.final - change.prior
    if not step:
        return "按所载增减额推算，总计与上年持平。"
    word, rate = ("增加", "增长") if step > 0 else ("减少", "下降")
    tail = f"，{rate}{share(abs(step), change.prior)}" if change.prior > 0 else ""
    return f"按所载增减额推算，总计较上年{word}{money(abs(step), 'zh')}{tail}。"


def _spending(key_figures: KeyFigures) -> str:
    sentences = [_kinds(key_figures), _functions(key_figures.functions), _economic(key_figures)]
    return "".join(sentence for sentence in sentences if sentence)


def _kinds(key_figures: KeyFigures) -> str:
    if key_figures.spent is None or not yuan(key_figures.spent):
        return ""
    whole = yuan(key_figures.spent)
    parts = [
        f"{name}{money(amount, 'zh')}，占{share(yuan(amount), whole)}"
        for name, amount in (("基本支出", key_figures.basic), ("项目支出", key_figures.project))
        if amount is not None and yuan(amount)
    ]
    tail = f"，其中{'；'.join(parts)}" if parts else ""
    return f"本年支出{money(whole, 'zh')}{tail}。"


def _functions(functions: tuple[Slice, ...]) -> str:
    if len(functions) < 2:
        return f"支出全部用于{functions[0].name}。" if functions else ""
    whole = sum((each.value for each in functions), Decimal(0))
    largest, *others = functions[:LISTED]
    tail = listed([f"{each.name}{money(each.value, 'zh')}" for each in others], "zh")
    return (
        f"从用途看，{largest.name}最多，为{money(largest.value, 'zh')}，占{share(largest.value, whole)}；其次为{tail}。"
    )


def _economic(key_figures: KeyFigures) -> str:
    if key_figures.personnel is None or key_figures.running is None:
        return ""
    return f"基本支出中，人员经费{money(key_figures.personnel, 'zh')}，公用经费{money(key_figures.running, 'zh')}。"


def _three_public(key_figures: KeyFigures) -> str:
    total = key_figures.three_public_total
    if total is None:
        return ""
    if not total.final:
        return "“三公”经费支出为零" + (f"，全年预算{money(total.budget, 'zh')}。" if total.budget else "。")
    kinds = [each for each in key_figures.three_public if each.final]
    text = f"“三公”经费支出{money(total.final, 'zh')}{_of_budget(total)}"
    if len(kinds) == 1:
        return f"{text}，全部为{kinds[0].name}。"
    tail = listed([f"{each.name}{money(each.final, 'zh')}" for each in kinds], "zh")
    return f"{text}，其中{tail}。" if kinds else f"{text}。"


def _of_budget(pair: Pair) -> str:
    if not pair.budget:
        return ""
    return f"，为预算{money(pair.budget, 'zh')}的{share(pair.final, pair.budget)}"


def errors(count: int, causes: int) -> str:
    """What stands above the errors."""
    tail = f"同出一因的归在一起，共{causes}组。" if causes else ""
    return (
        f"以下{count}处，依公开内容自身即可判明有误。每处列明两边的数字、差额和舍入所能解释的限度，并附原文所在。{tail}"
    )


def notices(count: int) -> str:
    """What stands above the notices."""
    return f"以下{count}处不构成数据错误，但关系到公开质量或预算管理，读者宜加留意。"


def reviews(count: int) -> str:
    """What stands above the questions."""
    return f"以下{count}处本身不是错误，也不计入错误和提示，但值得问一问原因和依据。"


def rounding(count: int) -> str:
    """What stands above the differences that rounding explains."""
    return f"以下{count}处尾数不同，差额没有超出所示位数的舍入所能解释的限度，不作错误论。"


def performance(key_figures: KeyFigures) -> list[str]:
    """What the self-evaluations say as a whole."""
    paragraphs = [_evaluated(key_figures.projects)] if key_figures.projects else []
    overall = key_figures.overall
    if overall is not None:
        said = [f"自评得分{points(overall.score)}分"] if overall.score is not None else []
        if overall.budget is not None and overall.executed is not None and overall.rate is not None:
            funds = f"预算{money(overall.budget, 'zh')}，执行{money(overall.executed, 'zh')}"
            said.insert(0, f"{funds}，执行率{percent(overall.rate)}")
        if said:
            paragraphs.append(f"部门整体支出{'，'.join(said)}。")
    return paragraphs


def _evaluated(projects: tuple[Project, ...]) -> str:
    text = f"公开了{len(projects)}个项目的绩效自评表"
    budget, executed = funded(projects)
    if budget:
        text += f"，预算合计{money(budget, 'zh')}，执行合计{money(executed, 'zh')}，执行率{share(executed, budget)}"
    rate, slowest = lowest(projects)
    if slowest:
        text += f"；执行率最低的是“{slowest}”，为{percent(rate)}"
    scored = [each.score for each in projects if each.score is not None]
    if scored and min(scored) == max(scored):
        text += f"。写明得分的{len(scored)}个项目均为{points(scored[0])}分"
    elif scored:
        text += f"。写明得分的{len(scored)}个项目在{points(min(scored))}分至{points(max(scored))}分之间"
    return text + "。"


def unchecked(count: int, inapplicable: int) -> str:
    """What stands above the list of what could not be checked."""
    tail = f"另有{inapplicable}项因本部门无此类收支而不适用。" if inapplicable else ""
    if not count:
        return tail
    return f"以下{count}项本应核对，但所需的数字没有公开，或读取不能确定。没有核对不等于相符。{tail}"


def method(audit: Audit) -> list[str]:
    """How the audit was made."""
    paragraphs = [
        "本报告由程序从部门自行公开的文件中读取决算表、情况说明和绩效自评表，逐项核对其内部是否一致；"
        "不使用公开文件以外的数据，也不判断支出是否合理。",
        _understood(audit),
        "每个数字只在其所示位数的半个单位之内为已知；合计与分项之差超出各数半个单位之和、比率超出分子分母所能达到的区间，"
        "方记为错误。空白不作零，缺失不作相符，读取不能确定的不作错误。",
        "个人的电话、证件号码、银行账号、车牌、电子邮箱和填表人姓名在读取时即已遮盖，导出的各文件中也没有。",
    ]
    return [paragraph for paragraph in paragraphs if paragraph]


def _understood(audit: Audit) -> str:
    """How much of the prose was read; nothing where there is none."""
    numerals = Decimal(sum(section.numerals for section in audit.accounts.coverage))
    understood = Decimal(sum(section.understood for section in audit.accounts.coverage))
    if not numerals:
        return ""
    return f"文字部分有{numerals}个数字，其中{understood}个（{share(understood, numerals)}）已识别为数据。"

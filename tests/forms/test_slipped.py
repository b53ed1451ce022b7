"""Form 06 whose figures slipped to other accounts, as a conversion column by column leaves it."""

from __future__ import annotations

from juesuan.forms import recognise
from juesuan.forms.slipped_figures import SLIPPED
from juesuan.readers import load_text
from juesuan.records import Fact

HEAD = (
    "一般公共预算财政拨款基本支出决算明细表\n公开06表\n单位：万元\n"
    "科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数\n"
)


def read(rows: str) -> tuple[Fact, ...]:
    return recognise(load_text(HEAD + rows, "made"))[1]


def test_figures_of_which_no_sum_holds_are_doubted() -> None:
    facts = read(
        "301\t工资福利支出\t3.00\t302\t商品和服务支出\t6.00\n30101\t基本工资\t9.00\t30201\t办公费\t1.00\n"
        "303\t对个人和家庭的补助\t2.00\t310\t资本性支出\t5.00\n30305\t生活补助\t7.00\t31002\t办公设备购置\t4.00\n"
    )
    assert len(facts) == 8
    assert {fact.doubt for fact in facts} == {SLIPPED}


def test_one_wrong_sum_is_the_documents() -> None:
    facts = read(
        "301\t工资福利支出\t9.50\t302\t商品和服务支出\t1.00\n30101\t基本工资\t9.00\t30201\t办公费\t1.00\n"
        "303\t对个人和家庭的补助\t7.00\t310\t资本性支出\t4.00\n30305\t生活补助\t7.00\t31002\t办公设备购置\t4.00\n"
    )
    assert len(facts) == 8
    assert {fact.doubt for fact in facts} == {""}


SPENT = (
    "支出决算表\n公开03表\n单位：万元\n项目\n本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出\n"
    "科目代码 科目名称\n合计 16.40 9.40 7.00\n201 一般公共服务支出 9.40 9.40\n"
    "20103 政府办公厅（室）及相关机构事务 9.40 9.40\n2010301 行政运行 9.40 9.40\n"
    "212 城乡社区支出 7.00 7.00\n21201 城乡社区管理事务 7.00 7.00\n"
    "2120101 行政运行 7.00 7.00\n注：本表反映支出。\n"
)
SLIPPED_BY_ONE = (
    "一般公共预算财政拨款支出决算表\n公开05表\n单位：万元\n项目 本年支出\n科目代码 科目名称 小计 基本支出 项目支出\n"
    "合计 16.40 9.40 7.00\n201 一般公共服务支出 9.40 9.40\n"
    "20103 政府办公厅（室）及相关机构事务 9.40 9.40\n2010301 行政运行 9.40 9.40\n"
    "212 城乡社区支出 9.40 9.40\n21201 城乡社区管理事务 7.00 7.00\n"
    "2120101 行政运行 7.00 7.00\n注：本表反映支出。\n"
)


def test_figures_beside_wrong_codes_tell_nothing_of_the_columns_of_another_form() -> None:
    facts = [fact for fact in recognise(load_text(SPENT + SLIPPED_BY_ONE, "made"))[1] if fact.code.startswith("212")]
    assert {fact.key for fact in facts if fact.form == "03" and not fact.doubt} == {"total", "project"}
    assert {fact.key for fact in facts if fact.form == "05" and fact.code == "212" and not fact.doubt} == {"total"}


def test_all_that_is_spent_being_appropriated_no_other_money_is_spent() -> None:
    fiscal = (
        "财政拨款收入支出决算总表\n公开04表\n单位：万元\n收入\t支出\n项目\t金额\t项目\t合计\t一般公共预算财政拨款\n"
    )
    facts = recognise(load_text(fiscal + "本年收入合计\t16.40\t本年支出合计\t16.40\t16.40\n\n" + SPENT, "made"))[1]
    assert {(fact.key, fact.doubt) for fact in facts if fact.form == "03" and not fact.code} == {
        ("total", ""),
        ("basic", ""),
        ("project", ""),
    }


INCOME = (
    "收入支出决算总表\n公开01表\n单位：万元\n收入\t支出\n项目\t金额\t项目\t金额\n"
    "一、一般公共预算财政拨款收入\t16.40\t一、一般公共服务支出\t9.40\n八、其他收入\t\t十一、城乡社区支出\t7.00\n"
    "本年收入合计\t16.40\t本年支出合计\t16.40\n总计\t16.40\t总计\t16.40\n\n"
    "收入决算表\n公开02表\n单位：万元\n项目\n"
    "本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入\n科目代码 科目名称\n"
    "合计 16.40 16.40\n201 一般公共服务支出 3.40 3.40\n203 国防支出 1.00 1.00\n204 公共安全支出 1.00 1.00\n"
    "205 教育支出 1.00 1.00\n206 科学技术支出 1.00 1.00\n208 社会保障和就业支出 1.00 1.00\n210 卫生健康支出 1.00 1.00\n"
    "212 城乡社区支出 7.50 7.00\n21201 城乡社区管理事务 7.00 7.00\n2120101 行政运行 7.00 7.00\n注：本表反映收入。\n"
)


def test_a_wrong_total_in_bare_text_is_placed_by_the_rows_below_it() -> None:
    facts = [fact for fact in recognise(load_text(INCOME, "made"))[1] if fact.form == "02"]
    assert not [fact for fact in facts if fact.doubt]
    assert {fact.key: str(fact.amount.value) for fact in facts if fact.code == "212"} == {
        "total": "7.50",
        "fiscal": "7.00",
    }

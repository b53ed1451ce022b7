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

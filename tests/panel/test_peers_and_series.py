"""Peers and years: who stands out among eight or more, and that an account keeps its series under a new name."""

from __future__ import annotations

from decimal import Decimal

from juesuan.checks import Severity
from juesuan.panel import same_words
from juesuan.panel.peers import peers
from juesuan.panel.series import final_years, series
from juesuan.reading import read_text

USUAL = {f"单位{number}": Decimal(100 + number) for number in range(8)}


def test_who_lies_far_from_the_median_stands_out() -> None:
    found = peers(USUAL | {"远处": Decimal(900)})
    assert found is not None
    assert [each.name for each in found.standings if each.stands_out] == ["远处"]
    assert found.median == Decimal(104)
    assert found.standings[0].score > 0 > found.standings[-1].score


def test_fewer_than_eight_are_not_compared_nor_those_that_are_all_alike() -> None:
    assert peers(dict(list(USUAL.items())[:7])) is None
    assert peers({name: Decimal(5) for name in USUAL}) is None


FORM = """青禾县教育局{year}年度部门决算
一般公共预算财政拨款支出决算表
公开05表
部门：青禾县教育局
金额单位：万元
项目\t\t本年支出
科目代码\t科目名称\t小计\t基本支出\t项目支出
栏次\t\t1\t2\t3
合计\t\t{amount}\t{amount}\t
207\t{name}\t{amount}\t{amount}\t
"""


def test_an_account_keeps_its_series_under_a_new_name() -> None:
    years = [
        read_text(FORM.format(year=year, name=name, amount=amount))
        for year, name, amount in ((2019, "文化旅游体育与传媒支出", "12.00"), (2018, "文化体育与传媒支出", "10.00"))
    ]
    total, culture = series(final_years(years))
    assert (total.code, culture.code) == ("", "207")
    assert culture.values == {"2018": Decimal(100000), "2019": Decimal(120000)}
    assert (culture.name, culture.former) == ("文化旅游体育与传媒支出", ("文化体育与传媒支出",))


WORDS = "一是项目推进较慢，主要原因是前期论证不够充分，部分设备未能按期到货并验收"
DISCLOSURE = """{name}{year}年度部门决算
第三部分 {year}年度部门决算情况说明
九、预算绩效情况说明
存在的问题：{words}。
"""


def test_the_same_words_of_two_documents_are_asked_about_and_a_template_is_not() -> None:
    def documents(*names: str) -> list[tuple[str, str]]:
        return [(name, "2024") for name in names]

    def asked(*of: tuple[str, str]) -> list[Severity]:
        texts = [DISCLOSURE.format(name=name, year=year, words=WORDS) for name, year in of]
        return [check.severity for check in same_words.checks(map(same_words.explained, map(read_text, texts)))]

    assert asked(("青禾县教育局", "2023"), ("青禾县教育局", "2024")) == [Severity.REVIEW]
    assert asked(*documents("青禾县教育局", "青禾县民政局")) == [Severity.REVIEW]
    assert asked(*documents("青禾县教育局")) == []
    assert asked(*documents("青禾县教育局", "青禾县民政局", "青禾县水利局")) == []


def test_figures_that_come_together_in_a_template_are_no_question() -> None:
    words = "由于{0}万元的设备未能按期到货，又有{0}万元的工程没有完工验收，年末存在结余"

    def asked(**amounts: str) -> int:
        said = {f"青禾县{name}": words.format(amount) for name, amount in amounts.items()}
        texts = [DISCLOSURE.format(name=name, year=2024, words=each) for name, each in said.items()]
        return len(list(same_words.checks(map(same_words.explained, map(read_text, texts)))))

    assert asked(教育局="84.16", 民政局="84.16") == 1
    assert asked(教育局="84.16", 民政局="84.16", 水利局="120.01") == 0


def test_the_same_reason_for_other_figures_is_asked_about() -> None:
    words = "支出决算为{}万元，主要原因是前期论证不够充分，部分设备未能按期到货并验收"
    texts = [DISCLOSURE.format(name="青禾县教育局", year=y, words=words.format(y % 7)) for y in (2023, 2024)]
    (check,) = same_words.checks(map(same_words.explained, map(read_text, texts)))
    assert len({each.quote for each in check.evidence}) == 2

"""Ways of saying that were once missed or once accused wrongly, each in a sentence."""

from __future__ import annotations

import pytest

from juesuan.examples.form_set import FORM_01, FORM_06
from juesuan.reading import read_text
from rules.made import OVERALL, errors, failures, said

ASSETS = "十二、国有资产占用情况说明\n"
RESULTS = "十、预算绩效管理情况\n"
FUND = "七、政府性基金预算财政拨款收支决算情况说明\n"
UNITS = (
    "二、机构设置\n决算由局本级决算和{}个下属单位决算组成。\n其中：\n"
    "1.梨花县档案馆（本级）\n2.梨花县方志室\n3.梨花县图片社\n"
)


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("vehicles-by-kind", ASSETS + "车辆编制5辆，实有车辆4辆，其中：轿车2辆、越野车2辆。", 0),
        ("vehicles-by-kind", ASSETS + "车辆编制5辆，实有车辆4辆，其中：轿车2辆、越野车3辆。", 1),
        ("vehicles-by-kind", ASSETS + "年末车辆合计4辆，其中机要通信用车2辆、特种专业技术用车（洒水、清运车）1辆。", 1),
        ("staff-by-kind", "二、机构设置\n在编人员72人，其中行政编制58人、事业编制14人；退休人员31人。", 0),
        ("staff-by-kind", "二、机构设置\n在编人员72人，其中行政编制58人、事业编制16人；退休人员31人。", 1),
        ("offices-counted", UNITS.format(2), 0),
        ("offices-counted", UNITS.format(3), 1),
        ("own-year", ASSETS + "截止2023年12月31日，开支财政拨款的公务用车保有量5辆。", 1),
        ("own-year", "一、2023年度收入支出决算总体情况说明\n收入、支出总计均为120.00万元。", 1),
        ("average-of-scores", RESULTS + "得分为：修复费95.00分；维护费88.00分，平均得分91.50分。", 0),
        (
            "average-of-scores",
            RESULTS + "得分为：修复费95.00分；维护费88.00分，平均得分90.00分。",
            0,
        ),  # weighted by money
        ("average-of-scores", RESULTS + "得分为：修复费95.00分；维护费88.00分，平均得分98.00分。", 1),
        ("grades-counted", RESULTS + "自评项目3个，资金9.00万元，其中评为优2个、良2个。", 1),
        ("grades-counted", RESULTS + "自评项目4个，资金9.00万元，其中优2个、良2个。", 0),
        ("prose-growth", FUND + "本年支出8.50万元，年末结转和结余0.00万元，较上年增加3.00万元，增长54.55%。", 0),
        ("prose-growth", FUND + "本年支出8.50万元，年末结转和结余0.00万元，较上年增加3.00万元，增长35.29%。", 1),
        ("projects-named", RESULTS + "对3个项目开展自评，分别为：修复费、维护费、印刷及装订费。", 0),
        ("projects-named", RESULTS + "对4个项目开展自评，分别为：“修复费”、“维护费”、“印刷及装订费”。", 1),
    ],
)
def test_the_kind_is_told_and_its_neighbour_is_not(rule: str, text: str, found: int) -> None:
    assert len(errors(rule, said(text))) == found


@pytest.mark.parametrize(("amount", "found"), [("0.00", 0), ("40.00", 1)])
def test_a_blank_row_of_a_form_is_nothing(amount: str, found: int) -> None:
    text = f"{FORM_01}\n" + said(f"{OVERALL}收入、支出总计均为120.00万元，年末结转和结余{amount}万元。")
    assert len(failures("prose-totals", text)) == found


def test_the_points_of_a_band_are_no_score() -> None:
    text = said(RESULTS + "评价结果中，评价得分在90分（含）以上的20个，评价得分在75—90分的2个。")
    assert not [each for each in read_text(text).statements if each.measure == "score"]


def test_sections_without_ordinals_are_sections() -> None:
    titles = ["收支总体情况", "收入情况", "基本支出情况", "“三公”经费", "绩效管理", "其他事项"]
    body = "\n".join(f"{title}\n本单位当年情况见各表。" for title in titles)
    text = f"梨花县档案馆\n2024年度部门决算\n三、2024年度单位决算说明\n{body}\n政府采购：采购支出2.00万元。\n"
    topics = [section.topic for section in read_text(text).sections]
    assert topics[1:] == ["overall", "income", "basic", "three_public", "performance", "other", "procurement"]


def test_terms_that_are_explained_are_no_sections() -> None:
    text = "梨花县档案馆\n2024年度部门决算\n2024年度部门决算说明\n收入情况\n无。\n名词解释\n机关运行经费\n日常支出。\n"
    assert [section.topic for section in read_text(text).sections][1:] == ["income", "terms"]


@pytest.mark.parametrize(("total", "found"), [("15.00", 0), ("15.30", 1)])
def test_a_coarse_part_excuses_no_gap_where_the_form_knows_it(total: str, found: int) -> None:
    basic = "六、一般公共预算财政拨款基本支出决算情况说明\n"
    text = f"{FORM_06}\n" + said(f"{basic}公用经费{total}万元，包括：办公费9万元、差旅费6.00万元。")
    assert len(errors("prose-enumeration", text)) == found


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("接待批次减少", 1),
        ("接待批次增加", 0),
        ("上年接待批次减少", 0),
        ("节约意识提高，批次减少", 0),
        ("接待批次增加，标准下降", 0),
        ("原由其他单位承担的接待减少", 0),
    ],
)
def test_a_rise_is_not_explained_by_a_fall_alone(reason: str, found: int) -> None:
    public = "九、财政拨款“三公”经费支出决算情况说明\n"
    text = said(f"{public}公务接待费支出1.50万元，比上年增加0.50万元，增长50.00%，主要原因是{reason}。")
    assert len(failures("reason-direction", text)) == found


@pytest.mark.parametrize(
    ("said_of", "found"),
    [
        ("机关运行经费支出15.00万元，比上年增加2.00万元，增长15.38%。主要原因是印刷费较上年减少", 1),
        ("机关运行经费支出15.00万元，比上年增加2.00万元。主要原因：一是印刷费减少；二是差旅费增加", 0),
        ("机关运行经费支出15.00万元，比上年增加2.00万元。主要原因是印刷费减少。同时差旅费增加", 0),
        ("年末结转和结余2.00万元，比上年增加1.00万元，主要原因是项目支出减少", 0),
        ("项目支出15.00万元，比上年增加2.00万元，主要原因是基本支出减少", 0),
    ],
)
def test_one_account_as_the_only_reason_moves_with_the_whole(said_of: str, found: int) -> None:
    assert len(errors("reason-direction", said(f"十、机关运行经费支出情况说明\n{said_of}。"))) == found

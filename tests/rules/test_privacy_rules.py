"""Personal data is reported masked; what is public is left alone."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from juesuan.privacy import Personal, mask, personal_data
from juesuan.readers import load_text
from rules.made import failures, outcomes, quoted, said

MOBILE = "13900001234"
IDENTITY = "110101190001011234"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"联系电话：{MOBILE}", "联系电话：139********"),
        ("手机 139-0000-1234。", "手机 139-****-****。"),
        (f"身份证号{IDENTITY}。", "身份证号110***************。"),
        ("车牌为甘A·00D12和甘 A00D13。", "车牌为甘A·*****和甘 A*****。"),
        ("填表人：王小明  联系电话：0930-2345678", "填表人：王**  联系电话：093*-*******"),
        ("填报人（签字）：欧阳小明 审核人：李 雷", "填报人（签字）：欧*** 审核人：李 *"),
        ("联系人：阿依·古丽，电话见网站。", "联系人：阿*·**，电话见网站。"),
    ],
)
def test_personal_data_is_masked_in_its_length(text: str, masked: str) -> None:
    assert mask(text) == masked
    assert len(mask(text)) == len(text)
    assert mask(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "拨打12345热线，邮编731100，电话0930-2345678。",
        "财预〔2016〕143号，科目2010399，合计13,900,001,234.00元。",
        "支出13900001234.00元，采购编号GS13900001234。",
        "http://www.example.gov.cn/art/2024/13900001234.html",
        "填表人：联系电话：填报日期：2024年3月1日",
        "联系人：办公室  负责人：局长  审核人：各科室负责人",
        "4K坐席kvm，型号A8-1234，统一社会信用代码11622901013900001X。",
    ],
)
def test_what_is_public_is_not_masked(text: str) -> None:
    assert mask(text) == text


def test_data_are_found_with_their_place_in_lines_and_cells() -> None:
    document = load_text(f"一、说明\n身份证号{IDENTITY}。\n填表人：王小明\t\t联系电话：{MOBILE}\t备注\n", "made")
    found = personal_data(document)
    assert [(datum.kind, str(datum.place)) for datum in found] == [
        (Personal.IDENTITY, "l2"),
        (Personal.NAME, "l3c1"),
        (Personal.MOBILE, "l3c3"),
    ]
    assert not any(secret in str(found) for secret in (MOBILE, IDENTITY, "王小明"))


def test_a_landline_is_personal_only_beside_a_person() -> None:
    lines = "填表人：王小明\n联系电话：0930-2345678\n监督电话：0930-2345679\n"
    assert [datum.kind for datum in personal_data(load_text(lines, "made"))] == [Personal.NAME, Personal.LANDLINE]


def test_a_label_with_a_blank_beside_it_takes_no_label_below_for_a_name() -> None:
    rows = ("项目联系人\t\t联系电话\t0930-2345678", "时效性\t财政\t全年预算\t10.00", "成本\t数量\t质量\t时效")
    document = load_text("\n".join(rows), "made")
    assert [datum.kind for datum in personal_data(document)] == []


@pytest.mark.parametrize(
    ("rule", "sentence", "severity"),
    [
        ("personal-numbers", f"联系人电话{MOBILE}。", Severity.ERROR),
        ("personal-numbers", f"身份证号{IDENTITY}。", Severity.ERROR),
        ("personal-numbers", "护照号E12345678。", Severity.ERROR),
        ("bank-accounts", "退款账号6200000000000000123。", Severity.NOTICE),
        ("form-fillers", "填表人：王小明。", Severity.NOTICE),
        ("licence-plates", "车牌号为甘A00D12。", Severity.NOTICE),
    ],
)
def test_findings_show_no_personal_data(rule: str, sentence: str, severity: Severity) -> None:
    text = said("十二、国有资产占用情况说明\n" + sentence)
    found = failures(rule, text)
    assert [check.severity for check in found] == [severity]
    shown = f"{found[0]} {quoted(found[0])}"
    assert "*" in shown
    assert not any(secret in shown for secret in (MOBILE, IDENTITY, "王小明", "00D12", "0000123", "2345678"))


def test_several_data_of_one_row_are_one_finding() -> None:
    text = said(f"十三、其他需要说明的情况\n经办电话{MOBILE}、13800001234。")
    assert len(failures("personal-numbers", text)) == 1
    assert outcomes("licence-plates", text) == {Outcome.PASSED}

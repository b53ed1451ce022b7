"""What a document is told to be, on many wordings of each kind, and what follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Read
from juesuan import auditing
from juesuan.accounts import Accounts
from juesuan.errors import NotADisclosure
from juesuan.kinds.kind import Kind
from juesuan.kinds.policy import POLICIES
from juesuan.reading import read, read_text
from kinds.budgets import budgets
from kinds.explanations import EVALUATIONS, GOVERNMENTS, OTHERS, explanations
from kinds.templates import templates

MADE = {
    Kind.BUDGET: [text for text, _, _ in budgets()],
    Kind.TEMPLATE: templates(),
    Kind.PROSE: [text for text, _, _ in explanations()],
    Kind.EVALUATIONS: [text for text, _, _ in EVALUATIONS],
    Kind.GOVERNMENT: GOVERNMENTS,
    Kind.OTHER: OTHERS,
}
NUMBERED = [(kind, number) for kind, texts in MADE.items() for number in range(len(texts))]
FORM = """一般公共预算财政拨款支出决算表
公开05表
部门：梨花县档案馆\t\t\t\t金额单位：元
科目编码\t科目名称\t小计\t基本支出\t项目支出
合计\t\t{total}\t30.00\t20.00
201\t一般公共服务支出\t50.00\t30.00\t20.00
"""


def severities(accounts: Accounts) -> list[str]:
    return [str(each.severity) for each in auditing.examine(accounts, Path("made.txt"), "zh").findings]


@pytest.mark.parametrize(("kind", "number"), NUMBERED)
def test_a_kind_is_told_without_doubt(kind: Kind, number: int) -> None:
    accounts = read_text(MADE[kind][number])
    assert accounts.kind is kind
    assert not any("多处写明" in doubt for doubt in accounts.doubts)


@pytest.mark.parametrize("number", range(len(MADE[Kind.BUDGET])))
def test_a_budget_is_accused_of_nothing(number: int) -> None:
    assert severities(read_text(MADE[Kind.BUDGET][number])) == []


@pytest.mark.parametrize("number", range(len(MADE[Kind.PROSE])))
def test_explanations_lack_no_form(number: int) -> None:
    assert "error" not in severities(read_text(MADE[Kind.PROSE][number]))


def test_explanations_are_held_against_themselves() -> None:
    text = explanations()[0][0].replace("决算数小于预算数", "决算数大于预算数")
    assert severities(read_text(text)) == ["error"]


def test_forms_alone_are_held_against_themselves_and_lack_nothing() -> None:
    cover = "梨花县档案馆2024年度部门决算表\n"
    assert read_text(cover + FORM.format(total="50.00")).kind is Kind.FORMS
    assert "error" not in severities(read_text(cover + FORM.format(total="50.00")))
    assert "error" in severities(read_text(cover + FORM.format(total="57.00")))


def test_final_accounts_with_a_budget_on_the_cover_are_told_with_a_doubt() -> None:
    cover = "梨花县档案馆2024年度部门预算\n目录\n第二部分 2024年度部门决算表\n一、收入支出决算总表\n二、收入决算表\n"
    prose = "三、收入决算情况说明\n本年收入50.00元，支出50.00元，其中基本支出30.00元。\n"
    accounts = read_text(f"{cover}\n第二部分 2024年度部门决算表\n{FORM.format(total='50.00')}\n{prose}")
    assert accounts.kind is Kind.FINAL_ACCOUNTS
    assert any("预算" in doubt for doubt in accounts.doubts)


def test_a_document_that_is_filled_in_is_no_template_for_a_cross_or_two() -> None:
    text = explanations()[0][0].replace("下设2个", "下设XX个").replace("500.00万元、", "XX万元、")
    assert read_text(text).kind is Kind.PROSE


def test_a_cover_with_contents_is_no_disclosure() -> None:
    text = "梨花县档案馆2024年度部门决算\n\n目录\n\n第一部分 概况\n第二部分 2024年度部门决算表\n第三部分 情况说明\n"
    assert read_text(text).kind is Kind.CONTENTS


@pytest.mark.parametrize("kind", [kind for kind, policy in POLICIES.items() if not policy.audited and kind in MADE])
def test_what_is_not_audited_is_refused_with_what_it_is(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "2024年度部门决算.txt"  # the name plays no part
    path.write_text(MADE[kind][0], encoding="utf-8")
    with pytest.raises(NotADisclosure, match=POLICIES[kind].zh_says[:8]):
        read(path)


def test_every_kind_has_a_policy() -> None:
    assert set(POLICIES) == set(Kind)
    assert [kind for kind, policy in POLICIES.items() if policy.complete] == [Kind.FINAL_ACCOUNTS]


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        *((beginning, Kind.FINAL_ACCOUNTS) for beginning in ("000", "001", "002", "003", "env", "ghzyj", "shgzb")),
        *((beginning, Kind.FINAL_ACCOUNTS) for beginning in ("shiquan", "wenlv", "yichuan")),
        ("004", Kind.EVALUATIONS),
    ],
)
def test_real_disclosures(accounts: Read, beginning: str, kind: Kind) -> None:
    assert accounts(beginning).kind is kind

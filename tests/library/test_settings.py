"""Settings decide what they say, are said in every audit, and what is wrong in them is named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import juesuan
from juesuan import settings
from juesuan.settings import Families, Review, Settings, WrongSettings, find, load, settings_of

RAW = Path(__file__).parents[2] / "data" / "raw" / "zhongwei-government-office-2024.pdf"


def test_the_file_is_read_and_the_rest_is_as_usual(tmp_path: Path) -> None:
    path = tmp_path / "juesuan.toml"
    path.write_text('[review]\nlarge_carry_over = 30.5\n[severity]\nstale-year = "off"\n', encoding="utf-8")
    decided = load(path)
    assert decided.review == Review(large_carry_over=Decimal("30.5"))
    assert decided.changed == ("review.large_carry_over = 30.5", "severity.stale-year = off")
    assert Settings().changed == () and Settings().told("zh") == ()


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "juesuan.toml").write_text("", encoding="utf-8")
    assert find(below) == tmp_path / "juesuan.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert find(below) == tmp_path / "juesuan.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.juesuan.review]\nfew_projects = 9\n", encoding="utf-8")
    assert find(below) == tmp_path / "a" / "pyproject.toml"
    assert load(tmp_path / "a" / "pyproject.toml").review.few_projects == 9


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            {"review": {"few_project": 5}},
            "review.few_project: there is no such setting, did you mean",
        ),
        ({"review": {"few_projects": 0}}, "review.few_projects: a whole number from 1 up is wanted"),
        (
            {"severity": {"stale-year": "grave"}},
            "severity.stale-year: one of error, notice, review, off is wanted",
        ),
        ({"privacy": {"mask": False}}, "privacy: there is no such setting"),
        ({"severity": 3}, "severity: a table is wanted, as [severity]"),
        ({"review": {"large_carry_over": -1}}, "review.large_carry_over: a number of per cent from 0 up is wanted"),
        ({"review": {"large_carry_over": True}}, "review.large_carry_over: a number"),
        ({"families": {"off": "wording"}}, "families.off: a list of names is wanted"),
    ],
)
def test_what_is_wrong_is_named(written: dict[str, object], told: str) -> None:
    with pytest.raises(WrongSettings) as raised:
        settings_of(written, "juesuan.toml")
    assert str(raised.value).startswith(f"juesuan.toml: {told}")


@pytest.mark.parametrize("text", ["not = = toml", "[review]\nlarge_carry_over = 'x'\n"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "juesuan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WrongSettings, match=r"juesuan\.toml"):
        load(path)
    with pytest.raises(WrongSettings, match="cannot be opened"):
        load(tmp_path / "nowhere.toml")


def test_a_rule_or_family_that_there_is_not_is_named(folder: Path) -> None:
    settings.use(Settings(severity=(("row-sum", "off"),)))
    with pytest.raises(WrongSettings, match="there is no rule row-sum, did you mean row-sums"):
        juesuan.audit(folder / "0.txt")
    settings.use(Settings(families=Families(("wordings",))))
    with pytest.raises(WrongSettings, match="there is no family wordings, did you mean wording"):
        juesuan.audit(folder / "0.txt")


def test_severity_and_families_decide_and_are_said() -> None:
    usual = juesuan.audit(RAW)
    loudest = usual.findings["rule"].value_counts().index[0]
    family = usual.findings.set_index("rule").loc[[loudest], "family"].iloc[0]
    settings.use(Settings(severity=((loudest, "review"),)))
    changed = juesuan.audit(RAW)
    assert set(changed.findings.query("rule == @loudest and severity != 'rounding'")["severity"]) == {"review"}
    assert any(f"severity.{loudest} = review" in remark for remark in changed.remarks)
    settings.use(Settings(severity=((loudest, "off"),)))
    assert loudest not in set(juesuan.audit(RAW).checks["rule"])
    settings.use(Settings(families=Families((family,))))
    assert family not in set(juesuan.audit(RAW).checks["family"])
    settings.use(Settings())
    assert juesuan.audit(RAW).checks.equals(usual.checks) and not any("设置" in each for each in usual.remarks)


def test_thresholds_decide(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "甲县档案馆2024年度部门决算\n收入支出决算总表\n公开01表\n部门：甲县档案馆\n金额单位：万元\n收入\t\t\t支出\n"
        "项目\t行次\t金额\t项目\t行次\t金额\n一、一般公共预算财政拨款收入\t1\t100.00\t一、一般公共服务支出\t32\t75.00\n"
        "本年收入合计\t27\t100.00\t本年支出合计\t58\t75.00\n年初结转和结余\t28\t0.00\t年末结转和结余\t59\t25.00\n"
        "总计\t31\t100.00\t总计\t62\t100.00\n",
        encoding="utf-8",
    )
    assert list(juesuan.audit(path).check("review-carry-over")["outcome"]) == ["failed"]
    settings.use(Settings(review=Review(large_carry_over=Decimal(30))))
    assert list(juesuan.audit(path).check("review-carry-over")["outcome"]) == ["passed"]

"""Rules of one's own: five lines work, and what is wrong with one is told and costs itself only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

import juesuan
from juesuan.accounts import Accounts
from juesuan.checks import Check
from juesuan.forms.listing import UnknownColumn, UnknownForm
from juesuan.rules import RULES, own
from juesuan.rules.own import RulesNotLoaded, load_file, load_installed
from juesuan.rules.registry import BadRule
from juesuan.statements.topics import UnknownTopic
from presentation import made


def _income_is_expenditure(accounts: Accounts) -> Iterator[Check]:
    """Total income equals total expenditure."""
    yield juesuan.equal(accounts.cell("01", "总计", "收入"), accounts.cell("01", "总计", "expenditure"))


def _wrong_total(accounts: Accounts) -> Iterator[Check]:
    yield juesuan.equal(accounts.cell("05", "合计", "total"), accounts.cell("03", "合计", "total"))


def _wrong_key(accounts: Accounts) -> Iterator[Check]:
    yield juesuan.equal(accounts.cell("01", "总计", "incom"), accounts.cell("01", "总计", "expenditure"))


def _wrong_form(accounts: Accounts) -> Iterator[Check]:
    yield juesuan.equal(accounts.cell("15", "总计", "income"), accounts.cell("01", "总计", "expenditure"))


def _wrong_key_of_a_fact(accounts: Accounts) -> Iterator[Check]:
    assert accounts.fact("05", "合计", "totl") is None
    yield from ()


def _returns(accounts: Accounts) -> object:
    return juesuan.equal(accounts.cell("01", "总计", "income"), accounts.cell("01", "总计", "expenditure"))


def _gives_nothing(accounts: Accounts) -> object:
    return None


def _gives_words(accounts: Accounts) -> Iterator[str]:
    yield "fine"


def _raises(accounts: Accounts) -> Iterator[Check]:
    if accounts.department.startswith("临江"):
        raise ZeroDivisionError("nothing to divide by")
    yield from _income_is_expenditure(accounts)


def test_five_lines_work_over_all(folder: Path) -> None:
    known = juesuan.collect(folder)
    tried = known.check(juesuan.rule(_income_is_expenditure))
    assert list(tried["outcome"]) == ["passed", "passed"]
    assert set(tried["rule"]) == {"income-is-expenditure"}
    assert list(known.check("income-is-expenditure")["left"]) == ["500.00万元"] * 2


def test_a_declared_rule_is_told_like_any_other(folder: Path) -> None:
    before = juesuan.audit(folder / "0.txt")
    juesuan.rule(_wrong_total)
    done = juesuan.audit(folder / "0.txt")
    (finding,) = (each for each in done.audit.findings if each.rule == "wrong-total")
    assert len(done.audit.findings) == len(before.audit.findings) + 1
    assert finding.severity == "error" and finding.difference == "-20万元"
    assert finding.id in done.show(finding).html
    assert finding.claim == "wrong-total" and finding.basis == own.BASIS


def test_a_cell_run_again_takes_the_place_of_the_first() -> None:
    count = len(RULES)
    juesuan.rule(name="mine", zh="我的")(_income_is_expenditure)
    juesuan.rule(name="mine")(_wrong_total)
    assert len(RULES) == count + 1 and RULES["mine"].test is _wrong_total
    with pytest.raises(ValueError, match="unknown family cross_tabel, did you mean cross_table"):
        juesuan.rule(name="mine", family="cross_tabel")(_wrong_total)
    assert RULES["mine"].test is _wrong_total


@pytest.mark.parametrize("test", [3, None, juesuan])
def test_what_is_no_function_is_no_rule(folder: Path, test: object) -> None:
    known = juesuan.collect(folder / "0.txt")
    with pytest.raises(BadRule, match="a rule is a function or a name"):
        known.check(test)  # type: ignore[arg-type]
    with pytest.raises(BadRule, match="stands above a function"):
        juesuan.rule("my-rule")  # type: ignore[call-overload]


def test_no_rule_of_the_catalogue_is_replaced() -> None:
    with pytest.raises(ValueError, match="two rules are named row-sums"):
        juesuan.rule(name="row-sums")(_wrong_total)


@pytest.mark.parametrize(
    ("test", "told"),
    [
        (_wrong_key, "form 01 has no column 'incom'; did you mean income"),
        (_wrong_key_of_a_fact, "form 05 has no column 'totl'; did you mean total"),
        (_wrong_form, "there is no form 15; there are 01, 02, "),
        (_returns, "`return`; give it with `yield`"),
        (_gives_nothing, "gives nothing; give each check with `yield`"),
        (_gives_words, "gives a str where a check is wanted"),
        (_raises, "ZeroDivisionError: nothing to divide by (line "),
    ],
)
def test_what_is_wrong_is_told_by_rule_and_department(folder: Path, test: object, told: str) -> None:
    known = juesuan.collect(folder)
    whole = sum(len(each.checks) for each in known.audits)
    tried = known.check(test)  # type: ignore[arg-type]
    crashed = tried[tried["outcome"] == "crashed"]
    assert 0 < len(crashed) <= len(tried) == 2
    assert all(told in reason for reason in crashed["reason"])
    juesuan.rule(test, name="broken")  # type: ignore[call-overload]
    again = juesuan.collect(folder)
    assert sum(len(each.checks) for each in again.audits) == whole + len(tried) - len(crashed)
    remarks = [remark for each in again.audits for remark in each.remarks if "broken" in remark]
    assert [any(name in remark for remark in remarks) for name in crashed["department"]] == [True] * len(crashed)
    assert all(told in remark for remark in remarks)


def test_a_rule_that_does_not_exist_is_suggested(folder: Path) -> None:
    with pytest.raises(ValueError, match="did you mean row-sums"):
        juesuan.audit(folder / "0.txt").check("row-sum")


def test_an_identity_is_tried_as_it_is_written(folder: Path) -> None:
    known = juesuan.collect(folder)
    assert list(known.check("05[合计].total <= 03[合计].total")["outcome"]) == ["passed"] * 2
    assert list(known.check("05[合计].total == 03[合计].total")["difference"]) == [Decimal(-20)] * 2
    with pytest.raises(ValueError, match="did you mean total"):
        known.check("05[合计].totl == 03[合计].total")
    with pytest.raises(ValueError, match="the first cell must name its form and row"):
        known.check("total == 03[合计].total")


def test_what_is_said_is_found_by_known_words_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    said = (
        "第三部分 2024年度部门决算情况说明\n一、支出决算情况说明\n本年支出合计501.00万元，其中：基本支出350.00万元。\n"
    )
    path.write_text(made.DISCLOSURE.format(name=made.NAME) + said, encoding="utf-8")

    def told(accounts: Accounts) -> Iterator[Check]:
        for statement in accounts.said("expenditure", "final", "本年支出合计"):
            yield juesuan.equal(juesuan.of_statement(statement), accounts.cell("03", "合计", "total"))

    done = juesuan.audit(path)
    assert list(done.check(told)["left"]) == ["501.00万元"] and list(done.check(told)["outcome"]) == ["failed"]
    with pytest.raises(UnknownTopic, match="did you mean expenditure"):
        done.accounts.said("expenditur")
    with pytest.raises(ValueError, match="finl"):
        done.accounts.said("expenditure", "finl")
    assert done.accounts.said("assets") == []


def test_a_cell_says_why_it_has_no_figure(folder: Path) -> None:
    accounts = juesuan.read(folder / "0.txt").accounts
    assert str(accounts.cell("05", "201", "基本支出").amount) == "250.00万元"
    assert accounts.cell("05", "201", "basic").label == accounts.cell("05", "201", "基本支出").label
    missing = {
        cell: accounts.cell(*cell).doubt
        for cell in (("08", "合计", "total"), ("05", "299", "total"), ("03", "210", "project"))
    }
    assert all(missing.values()) and len(set(missing.values())) == 3
    with pytest.raises(UnknownColumn, match="choose one of opening:basic, closing:basic"):
        accounts.cell("05", "201", "基本支出结转")
    with pytest.raises(UnknownForm):
        next(accounts.column("99", "total"))


def test_a_doubtful_document_is_not_accused_by_an_own_rule(folder: Path, tmp_path: Path) -> None:
    """A rule that claims something to be there fails only where the document was read whole."""

    def nothing_there(accounts: Accounts) -> Iterator[Check]:
        yield juesuan.finding("说明", "没有说明。", "It is not told.", [])

    juesuan.rule(nothing_there, name="told")
    juesuan.rule(nothing_there, name="told-whole", whole=True)
    done = juesuan.audit(folder / "0.txt")  # forms alone: the rest of the disclosure stands elsewhere
    assert list(done.check("told")["outcome"]) == ["failed"]
    assert list(done.check("told-whole")["outcome"]) == ["unchecked"]


def test_a_file_of_rules(tmp_path: Path, folder: Path) -> None:
    good = tmp_path / "good.py"
    good.write_text(
        "import juesuan\n\n@juesuan.rule\ndef from_a_file(accounts):\n    '''Claimed.'''\n"
        "    yield juesuan.equal(accounts.cell('01', '总计', 'income'), accounts.cell('03', '合计', 'total'))\n",
        encoding="utf-8",
    )
    load_file(good)
    assert list(juesuan.audit(folder / "0.txt").check("from-a-file")["outcome"]) == ["passed"]
    load_file(good)  # and again


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("import juesuan\n1 / 0\n", r"rules\.py:2: ZeroDivisionError"),
        ("def broken(:\n", r"rules\.py:1: SyntaxError"),
        ("x = 1\n", "declares no rule"),
        ("import juesuan\n@juesuan.rule(famly='x')\ndef f(a):\n    yield\n", r"rules\.py:2: TypeError"),
    ],
)
def test_a_file_of_rules_that_cannot_be_run_says_where(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "rules.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulesNotLoaded, match=told):
        load_file(path)
    with pytest.raises(RulesNotLoaded, match="no such file"):
        load_file(tmp_path / "nowhere.py")


def test_rules_of_installed_packages(monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "juesuan_example.py").write_text(
        "import juesuan\n@juesuan.rule\ndef installed(accounts):\n"
        "    yield juesuan.equal(accounts.cell('01', '总计', 'income'), accounts.cell('01', '总计', 'expenditure'))\n",
        encoding="utf-8",
    )
    points = [
        EntryPoint(name, value, own.GROUP) for name, value in (("good", "juesuan_example"), ("bad", "nowhere_at_all"))
    ]
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(own, "entry_points", lambda group: points)
    load_installed()
    done = juesuan.audit(folder / "0.txt")
    assert list(done.check("installed")["outcome"]) == ["passed"]
    (remark,) = (each for each in done.remarks if "bad" in each)
    assert "the rules of nowhere_at_all could not be loaded: ModuleNotFoundError" in remark


def test_the_package_is_not_shadowed() -> None:
    assert not isinstance(juesuan.audit, ModuleType) and not isinstance(juesuan.check, ModuleType)

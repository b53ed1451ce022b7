"""`juesuan forms`, and `--rules`, `--identities`, `--settings` of `check` and `audit`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from juesuan import cli

Captured = pytest.CaptureFixture[str]

RULE = """import juesuan

@juesuan.rule
def five_is_three(accounts):
    \"\"\"Form 05 shows what form 03 shows.\"\"\"
    yield juesuan.equal(accounts.cell("05", "合计", "total"), accounts.cell("03", "合计", "total"))
"""
IDENTITIES = "rule,identity,zh\nown-identity,05[合计].total == 03[合计].total,05表合计等于03表合计\n"


def test_forms_are_listed_with_keys_and_headings(capfd: Captured) -> None:
    assert cli.main(["forms"]) == 0
    assert "05\t一般公共预算财政拨款支出决算表\t" in capfd.readouterr().out
    assert cli.main(["forms", "05", "09"]) == 0
    printed = capfd.readouterr().out.splitlines()
    assert "basic\t本年支出/基本支出\t基本支出\tbasic expenditure" in printed
    assert any(line.startswith("final:reception\t") for line in printed)
    assert cli.main(["forms", "5"]) == 1
    assert "did you mean 05" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("option", "name", "text", "rule"),
    [("--rules", "own.py", RULE, "five-is-three"), ("--identities", "own.csv", IDENTITIES, "own-identity")],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_own_rules_and_identities_are_told(
    folder: Path, tmp_path: Path, capfd: Captured, option: str, name: str, text: str, rule: str, encoding: str
) -> None:
    (tmp_path / name).write_text(text, encoding=encoding)
    assert cli.main(["check", "--json", option, str(tmp_path / name), str(folder / "0.txt")]) == 0
    told = [each for each in json.loads(capfd.readouterr().out) if each["rule"] == rule]
    assert [each["difference"] for each in told] == ["-20万元"]


def test_identities_as_a_chinese_spreadsheet_saves_them(folder: Path, tmp_path: Path, capfd: Captured) -> None:
    (tmp_path / "own.csv").write_text(IDENTITIES.replace("\n", "\r\n"), encoding="gb18030")
    assert cli.main(["check", str(folder / "0.txt"), "--json", "--identities", str(tmp_path / "own.csv")]) == 0
    told = [each for each in json.loads(capfd.readouterr().out) if each["rule"] == "own-identity"]
    assert [each["claim"] for each in told] == ["05表合计等于03表合计"]


@pytest.mark.parametrize(
    ("option", "name", "text", "said"),
    [
        ("--rules", "own.py", "1 / 0\n", "own.py:1: ZeroDivisionError"),
        ("--identities", "own.csv", "rule,identity\nx,05[合计].totl == 03[合计].total\n", "did you mean total"),
        ("--identities", "own.csv", "rule,identity\nx,05[合计].total = 03[合计].total\n", "own.csv:2: "),
        ("--identities", "own.csv", "rule,identity\nx,05[合计].total == 93[合计].total\n", "there is no form 93"),
        ("--identities", "own.csv", "name,formula\nx,y\n", "must name the columns identity and rule; it names name, f"),
        ("--identities", "own.csv", "rule,identty\nx,y\n", "must name the columns identity (is it identty?)"),
        ("--identities", "own.csv", "rule,identity\nx,05[合记].total == 03[合计].total\n", "did you mean 合计"),
        ("--identities", "own.csv", "rule,identity\nx,05[20503].total == 03[2050].total\n", "2050 is no code"),
        (
            "--identities",
            "own.csv",
            "rule,identity\nrow-sums,05[合计].total == 03[合计].total\n",
            "two rules are named",
        ),
        ("--settings", "own.toml", "[reviw]\n", "own.toml: reviw: there is no such setting, did you mean review"),
    ],
)
def test_what_is_wrong_with_them_is_one_line(
    folder: Path, tmp_path: Path, capfd: Captured, option: str, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    for command in ("check", "audit"):
        out = ["--out", str(tmp_path / "out")] if command == "audit" else []
        assert cli.main([command, str(folder / "0.txt"), *out, option, str(tmp_path / name)]) == 1
        (line,) = capfd.readouterr().err.splitlines()
        assert line.startswith("juesuan: ") and name in line and said in line
    assert not (tmp_path / "out").exists()


def test_a_run_has_them_in_every_process_and_goes_by_their_words(folder: Path, tmp_path: Path, capfd: Captured) -> None:
    rules, out = tmp_path / "own.py", tmp_path / "out"
    rules.write_text(RULE, encoding="utf-8")
    (tmp_path / "own.toml").write_text("[families]\noff = ['wording']\n", encoding="utf-8")
    command = ["audit", str(folder), "--out", str(out), "--jobs", "2", "--rules", str(rules)]
    command += ["--settings", str(tmp_path / "own.toml")]
    assert cli.main(command) == 0
    for path in (folders := sorted(out.glob("*/findings.json"))):
        assert "five-is-three" in {each["rule"] for each in json.loads(path.read_text(encoding="utf-8"))}
        assert "families.off = wording" in (path.parent / "audit.html").read_text(encoding="utf-8")
        assert "families.off = wording" in path.with_name("audit.json").read_text(encoding="utf-8")
    assert len(folders) == 2
    capfd.readouterr()
    assert cli.main(command) == 0
    assert "0 audited, 2 unchanged" in capfd.readouterr().out
    rules.write_text(RULE.replace('"03"', '"01"').replace('"合计", "total"))', '"总计", "income"))'), encoding="utf-8")
    assert cli.main(command) == 0
    assert "2 audited, 0 unchanged" in capfd.readouterr().out


def test_a_rule_that_fails_is_told_and_costs_itself_only(folder: Path, tmp_path: Path, capfd: Captured) -> None:
    rules = tmp_path / "own.py"
    rules.write_text(RULE + "\n@juesuan.rule\ndef broken(accounts):\n    return 1 / 0\n", encoding="utf-8")
    assert cli.main(["check", str(folder / "0.txt"), "--json", "--rules", str(rules)]) == 0
    printed = capfd.readouterr()
    assert "five-is-three" in {each["rule"] for each in json.loads(printed.out)}
    assert "规则 broken 在青禾市档案馆运行失败" in printed.err and "return 1 / 0" in printed.err

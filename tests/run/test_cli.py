"""The command: exit codes, one clear line for bad input, and nothing on the terminal that a stranger wrote."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter

from juesuan import cli
from juesuan.rules import RULES
from run import made

Captured = pytest.CaptureFixture[str]


def pdf(path: Path, *, pages: int = 1, password: str = "") -> Path:
    """A PDF of blank pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    writer.write(path)
    return path


def bad_input(folder: Path, kind: str) -> Path:
    """A file that cannot be audited, of each kind that people hand in."""
    path = folder / f"{kind}.pdf"
    if kind == "empty":
        path.touch()
    elif kind == "renamed":
        path.write_text("only words", encoding="utf-8")
    elif kind == "encrypted":
        pdf(path, password="secret")
    elif kind == "truncated":
        whole = pdf(path, pages=3).read_bytes()
        path.write_bytes(whole[: len(whole) // 3])
    elif kind == "pictures":
        pdf(path)
    elif kind == "other":
        path = made.write(folder, "other.txt", "甲县乙局")
        path.write_text("会议通知\n请各科室按时参加。\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["missing", "empty", "renamed", "encrypted", "truncated", "pictures", "other"])
def test_bad_input_is_one_line_that_names_the_file(tmp_path: Path, capfd: Captured, kind: str) -> None:
    path = bad_input(tmp_path, kind)
    assert cli.main(["check", str(path)]) == 1
    printed = capfd.readouterr()
    assert printed.out == ""
    (line,) = printed.err.splitlines()
    assert line.startswith(f"juesuan: {path}: ")
    assert "Traceback" not in line
    assert len(line) > len(f"juesuan: {path}: ") + 5


def test_an_audit_of_bad_input_fails_and_says_why(tmp_path: Path, capfd: Captured) -> None:
    bad = [str(bad_input(tmp_path, kind)) for kind in ("missing", "empty", "encrypted")]
    assert cli.main(["audit", *bad, "--out", str(tmp_path / "out"), "--jobs", "1"]) == 1
    printed = capfd.readouterr()
    assert "0 audited, 0 unchanged, 3 failed" in printed.out
    assert [line.split(": ")[1] for line in printed.err.splitlines()] == bad[:1] + sorted(bad[1:])


def test_a_good_audit_exits_zero_whatever_it_found(tmp_path: Path) -> None:
    source = made.write(tmp_path, "a.txt", "甲县乙局", off_by=7)
    assert cli.main(["audit", str(source), "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "甲县乙局-2024" / "audit.html").is_file()


def test_check_prints_findings_with_their_places(tmp_path: Path, capfd: Captured) -> None:
    assert cli.main(["check", str(made.write(tmp_path, "a.txt", "甲县乙局", off_by=7))]) == 0
    printed = capfd.readouterr().out
    assert "1507.00" in printed
    assert re.match(r"a\.txt: [1-9]\d* 错误, ", printed.splitlines()[0])
    assert "\x1b" not in printed  # colour is for terminals


def test_check_shows_everything_when_asked(tmp_path: Path, capfd: Captured) -> None:
    source = str(made.write(tmp_path, "a.txt", "甲县乙局", off_by=7))
    cli.main(["check", source])
    few = capfd.readouterr().out.splitlines()
    cli.main(["check", source, "--verbose"])
    everything = capfd.readouterr().out.splitlines()
    assert few[0] == everything[0] and len(everything) > len(few)
    assert any("prose-" in line or "table" in line or "level" in line for line in everything)


def test_check_as_json_prints_the_list_and_nothing_else(tmp_path: Path, capfd: Captured) -> None:
    source = made.write(tmp_path, "a.txt", "甲县乙局", off_by=7)
    assert cli.main(["check", str(source), "--json"]) == 0
    printed = capfd.readouterr()
    findings = json.loads(printed.out)
    assert {"rule", "family", "severity", "message", "evidence"} <= set(findings[0])
    assert "只有决算公开表" in printed.err
    assert cli.main(["audit", str(source), "--out", str(tmp_path / "out")]) == 0
    assert findings == json.loads((tmp_path / "out" / "甲县乙局-2024" / "findings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("off_by", "code"), [(7, 1), (0, 0)])
def test_check_can_fail_on_errors(tmp_path: Path, off_by: int, code: int) -> None:
    source = made.write(tmp_path, "a.txt", "甲县乙局", off_by=off_by)
    assert cli.main(["check", str(source), "--fail-on", "error"]) == code


def test_check_speaks_english_when_asked(tmp_path: Path, capfd: Captured) -> None:
    source = made.write(tmp_path, "a.txt", "甲县乙局", off_by=7)
    cli.main(["check", str(source), "--language", "en"])
    assert "they differ by 7" in capfd.readouterr().out


def test_check_has_a_time_limit(tmp_path: Path, capfd: Captured) -> None:
    assert cli.main(["check", str(made.write(tmp_path, "a.txt", "甲县乙局")), "--timeout", "0.001"]) == 1
    assert "took longer than 0.001 seconds" in capfd.readouterr().err


def test_hostile_words_do_not_reach_the_terminal(tmp_path: Path, capfd: Captured) -> None:
    path = tmp_path / "\x1b[2J\u202ename\n.txt"
    path.write_text(made.text("甲县乙局", off_by=7).replace("行政运行", "行政\x1b]0;运行\u202e"), encoding="utf-8")
    cli.main(["check", str(path)])
    cli.main(["check", str(path.with_suffix(".pdf"))])
    cli.main(["audit", str(path), "--out", str(tmp_path / "out")])
    printed = capfd.readouterr()
    assert not set(printed.out + printed.err) & set("\x1b\u202e\r")


def test_codes_shows_an_account_by_years_and_what_stands_below_it(capfd: Captured) -> None:
    assert cli.main(["codes", "20805"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].startswith("20805\t行政事业单位离退休\t–2019") and "2080505" in "".join(lines)
    assert cli.main(["codes", "999"]) == 1
    assert "999" in capfd.readouterr().err


def test_rules_lists_every_rule_with_its_claim(capfd: Captured) -> None:
    assert cli.main(["rules"]) == 0
    printed = capfd.readouterr().out
    for rule in RULES.values():
        assert rule.name in printed and rule.claim in printed and rule.zh in printed


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["audit"],
        ["audit", "x", "--jobs", "0"],
        ["audit", "x", "--language", "fr"],
        ["check", "x", "--timeout", "-1"],
        ["check", "x", "--fail-on", "everything"],
    ],
)
def test_wrong_usage_exits_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == 2


def test_an_output_folder_that_cannot_be_is_one_line(tmp_path: Path, capfd: Captured) -> None:
    source = made.write(tmp_path, "a.txt", "甲县乙局")
    assert cli.main(["audit", str(source), "--out", str(source / "out")]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"juesuan: {source / 'out'}: cannot be written to")


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    command = f"{sys.executable} -m juesuan.cli rules | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert done.stderr == ""

"""Odd places to run in: each ends in a result or in one clear line, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from juesuan.batch import child, run
from run import made

FULL = Path("/dev/full")
FEW = 20  # file descriptors
SMALL = 20_000  # bytes of a file


def juesuan(
    *arguments: str, folder: Path, before: str = "", out: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command in an environment; `before` is Python that runs first, `out` where it prints to."""
    program = f"{before}\nimport sys\nfrom juesuan import cli\nsys.exit(cli.main(sys.argv[1:]))"
    with (out or Path(os.devnull)).open("w") as sink:
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=folder,
            env=os.environ | environment,
            stdout=sink if out else subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one disclosure in `in`."""
    made.write(tmp_path / "in", "one.txt", "第一局", off_by=1)
    return tmp_path


def test_claims_are_told_also_where_python_leaves_docstrings_out(folder: Path) -> None:
    plain, bare = (juesuan("rules", folder=folder, PYTHONOPTIMIZE=level) for level in ("", "2"))
    assert bare.returncode == 0, bare.stderr
    assert bare.stdout == plain.stdout


def test_a_locale_that_cannot_name_files_in_chinese_is_named(folder: Path) -> None:
    done = juesuan(
        "audit", "in", "--out", "out", folder=folder, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        "juesuan: this locale cannot name files in Chinese: set PYTHONUTF8=1"
    )
    checked = juesuan("check", "in/one.txt", folder=folder, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert checked.returncode == 0 and "\\u" in checked.stdout


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [["check", "in/one.txt"], ["check", "in/one.txt", "--json"], ["rules"]])
def test_an_output_that_is_full_is_one_line(command: list[str], folder: Path) -> None:
    done = juesuan(*command, folder=folder, out=FULL)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "juesuan: the output cannot be written: No space left on device"


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limits")
@pytest.mark.parametrize(
    ("limit", "told"), [(("RLIMIT_NOFILE", FEW), "Too many open files"), (("RLIMIT_FSIZE", SMALL), "File too large")]
)
def test_a_limit_of_the_system_is_named_and_spoils_nothing(limit: tuple[str, int], told: str, folder: Path) -> None:
    before = f"import resource\nresource.setrlimit(resource.{limit[0]}, ({limit[1]}, {limit[1]}))"
    done = juesuan("audit", "in", "--out", "out", folder=folder, before=before)
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert run.audit([folder / "in"], run.Settings(folder / "out")).audited == 1


def test_no_home_is_needed(folder: Path) -> None:
    nowhere = str(folder / "none" / "home")
    done = juesuan("audit", "in", "--out", "out", folder=folder, HOME=nowhere, XDG_CACHE_HOME=nowhere)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_with_an_escape_moves_no_cursor(folder: Path) -> None:
    (folder / "in" / "one.txt").rename(folder / "in" / "one\x1b[31m.txt")
    assert run.audit([folder / "in"], run.Settings(folder / "out")).audited == 1
    (audited,) = folder.glob("out/*-2024")
    for name in ("audit.ipynb", "audit.html", "facts.csv", "findings.json"):
        text = audited.joinpath(name).read_text(encoding="utf-8")
        assert "\x1b[31m" not in text and "\\u001b[31m" not in text, name


def test_folders_differ_by_more_than_capitals(folder: Path) -> None:
    for number, name in enumerate(("ABC局", "abc局", "Abc局")):
        made.write(folder / "in", f"{number}.txt", name)
    assert run.audit([folder / "in"], run.Settings(folder / "out", jobs=2)).audited == 4
    names = [path.name.lower() for path in folder.glob("out/*-2024*")]
    assert len(names) == len(set(names)) == 4


@pytest.mark.skipif(not child.available(), reason="this system cannot fork")
def test_an_abort_under_a_memory_limit_reads_as_too_little_memory() -> None:
    with pytest.raises(child.NeededTooMuch, match="needed more memory than 512 MB, it seems: it was ended by SIGABRT"):
        child.run(lambda _: os.kill(os.getpid(), signal.SIGABRT), child.Limits(memory=512 << 20))

"""What a command loads before it works: nothing that takes a second and is not needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from run import made

HEAVY = ("camelot", "cv2", "matplotlib", "numpy", "onnxruntime", "pandas", "papermill", "rapidocr")
OF_OTHER_FORMATS = ("lxml", "openpyxl", "pypdfium2")
LOADED = f"""
import sys
from juesuan import cli
cli.main(sys.argv[1:])
print("loaded", *[name for name in {(*HEAVY, *OF_OTHER_FORMATS)!r} if name in sys.modules])
"""


def loaded(*arguments: str) -> list[str]:
    """The heavy packages in the process after a command."""
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True)
    return done.stdout.rpartition("loaded")[2].split()


@pytest.mark.parametrize("command", [["check"], ["check", "--json"]])
def test_checking_a_text_loads_no_heavy_package(command: list[str], tmp_path: Path) -> None:
    made.write(tmp_path, "one.txt", "第一局", off_by=1)
    assert loaded(*command, str(tmp_path / "one.txt")) == []


def test_reading_a_pdf_without_pictures_loads_none_either() -> None:
    program = f"import sys, juesuan.readers.pdf\nprint('loaded', *[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["loaded"]

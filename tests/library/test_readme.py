"""What the README shows in Python runs as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WHOLE = ("import ", "from ")  # how a block begins that is no excerpt


def test_whole_blocks_of_the_readme_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    blocks = [block for block in shown if block.startswith(WHOLE)]
    assert blocks
    known: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), known)

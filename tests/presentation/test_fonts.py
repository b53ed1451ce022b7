"""The packaged type: a web font of the characters a page uses, made alike by processes that share a parent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from juesuan.presentation import fonts

TEXT = "部门决算公开审计"


def test_what_is_read_ahead_needs_no_file_that_forked_processes_would_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they share an open file each moves the place from which the others read."""
    made = fonts.web_font(TEXT)
    copy = Path(shutil.copy(fonts.path(), tmp_path))
    monkeypatch.setattr(fonts, "path", lambda: copy)
    fonts.open_ahead()
    copy.write_bytes(b"")
    assert made.startswith("data:font/woff;base64,")
    assert fonts.web_font(TEXT) == made

"""Archives: every file in them within limits, with its Chinese name, and nothing outside the folder."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from juesuan.errors import LimitExceeded, UnreadableSource
from juesuan.readers import is_archive, load, members, unpack


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def stored(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "all.zip"
    path.write_bytes(data)
    return path


def test_files_and_archives_within(tmp_path: Path) -> None:
    inner = packed({"乙.txt": b"2"})
    source = stored(tmp_path, packed({"甲/一.txt": b"1", "inner.zip": inner, "__MACOSX/._x": b"", "~$x.docx": b"0"}))
    assert is_archive(source.read_bytes())
    assert [(member.name, member.data) for member in members(source)] == [
        ("inner.zip/乙.txt", b"2"),
        ("甲/一.txt", b"1"),
    ]
    with pytest.raises(UnreadableSource, match="archive"):
        load(source)


def test_names_in_the_code_page_of_chinese_systems(tmp_path: Path) -> None:
    data = packed({"abcd.txt": b"1"}).replace(b"abcd.txt", "决算".encode("gb18030") + b".txt")
    assert [member.name for member in members(stored(tmp_path, data))] == ["决算.txt"]


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    files = {"../../out.txt": b"1", "/etc/passwd": b"2", "a/../../b.txt": b"3", "C:\\x\\y.txt": b"4"}
    folder = tmp_path / "inside"
    paths = [path for path, _ in unpack(stored(tmp_path, packed(files)), folder)]
    assert len(paths) == 4
    assert all(path.resolve().is_relative_to(folder.resolve()) and path.is_file() for path in paths)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "inside"]


def test_archives_too_deep_or_damaged_are_named_and_the_others_read(tmp_path: Path) -> None:
    deep = packed({"deep.txt": b"1"})
    for _ in range(4):
        deep = packed({"in.zip": deep})
    found = members(stored(tmp_path, packed({"deep.zip": deep, "broken.zip": b"PK\x03\x04xx", "good.txt": b"1"})))
    errors = {member.name: type(member.error) for member in found}
    assert errors["good.txt"] is type(None)
    assert errors["broken.zip"] is UnreadableSource
    assert LimitExceeded in errors.values()


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitExceeded):
        members(stored(tmp_path, packed({"zeros.txt": bytes(50_000_000)})))
    with pytest.raises(UnreadableSource):
        members(stored(tmp_path, packed({"a": b"1"})[:40]))

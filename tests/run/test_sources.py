"""Which files a run takes, and under which names."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from juesuan.batch.sources import digest, find, unpacked

OUT = Path("nowhere")


def files(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def names(*places: Path, out: Path = OUT) -> list[str]:
    return [source.name for source in find(places, out)[0]]


def reasons(*places: Path) -> list[str]:
    return [error.reason for error in find(places, OUT)[1]]


def test_a_folder_gives_all_its_files_in_order_but_hidden_ones_and_the_note_about_it(tmp_path: Path) -> None:
    files(tmp_path, "b.pdf", "a.TXT", "sub/c.md", "README.md", ".hidden.pdf", ".git/d.txt", "table.xlsx", "note")
    assert names(tmp_path) == ["a.TXT", "b.pdf", "note", "sub/c.md", "table.xlsx"]


def test_the_files_of_an_archive_stand_in_its_place(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as archive:
        archive.writestr("部门/决算.txt", "甲")
        archive.writestr("../../说明.txt", "乙")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    found, _ = find([tmp_path], OUT)
    taken, refused = unpacked(found, tmp_path / "room")
    assert sorted(source.path.read_text(encoding="utf-8") for source in taken) == ["乙", "甲"]
    assert all((tmp_path / "room") in source.path.resolve().parents for source in taken)
    assert {source.origin.partition("bundle.zip/")[0] for source in taken} == {f"{tmp_path}/"}
    assert ["broken.zip" in error.source for error in refused] == [True]


def test_a_named_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    assert names(files(tmp_path, "disclosure.data") / "disclosure.data") == ["disclosure.data"]


def test_a_file_reached_on_two_ways_is_taken_once(tmp_path: Path) -> None:
    files(tmp_path, "a.pdf")
    assert names(tmp_path, tmp_path / "a.pdf", tmp_path / "." / "a.pdf") == ["a.pdf"]


def test_files_of_one_name_get_longer_names(tmp_path: Path) -> None:
    files(tmp_path, "x/1/a.pdf", "y/1/a.pdf", "y/1/b.pdf")
    assert names(tmp_path / "x" / "1", tmp_path / "y" / "1") == ["b.pdf", "x/1/a.pdf", "y/1/a.pdf"]


def test_outputs_below_a_source_folder_are_no_sources(tmp_path: Path) -> None:
    files(tmp_path, "a.pdf", "processed/办公室-2024/note.txt")
    assert names(tmp_path, out=tmp_path / "processed") == ["a.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    files(tmp_path, "outside/secret.pdf", "inside/a.pdf")
    inside = tmp_path / "inside"
    (inside / "link.pdf").symlink_to(tmp_path / "outside" / "secret.pdf")
    (inside / "folder").symlink_to(tmp_path / "outside")
    (inside / "loop").symlink_to(inside)
    (inside / "dangling.pdf").symlink_to(tmp_path / "missing.pdf")
    assert names(inside) == ["a.pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    files(tmp_path, "a.pdf")
    os.mkfifo(tmp_path / "pipe.pdf")
    assert names(tmp_path) == ["a.pdf"]
    assert reasons(tmp_path / "pipe.pdf") == ["is neither a file nor a folder"]


def test_what_is_missing_or_empty_is_refused_with_a_reason(tmp_path: Path) -> None:
    assert reasons(tmp_path / "missing.pdf") == ["there is no such file or folder"]
    assert reasons(tmp_path) == ["holds no file"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name themselves")
def test_a_name_that_is_not_unicode_is_refused(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.pdf"))
    path.write_text("x", encoding="ascii")
    assert reasons(tmp_path) == ["has a name that is not Unicode"]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = files(tmp_path, "abc") / "abc"
    assert digest(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

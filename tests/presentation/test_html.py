"""The page made of a notebook, by inspection: strict policy, one file, light, readable without Chinese fonts."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from pathlib import Path

import html5lib
import nbformat
import pytest
from fontTools.ttLib import TTFont
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from juesuan.findings import Language
from juesuan.presentation import fonts, html
from presentation import made, pages


@pytest.fixture(scope="module", params=["zh", "en"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    language: Language = request.param
    return pages.written(made.audit(language), tmp_path_factory.mktemp(language))


def test_the_page_is_valid_html(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)


def test_the_policy_admits_the_one_style_and_nothing_else(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy is not None and len(styles) == 1
    digest = base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'")
    assert "unsafe" not in policy[1] and "script-src" not in policy[1]


def test_there_is_no_script_no_handler_no_inline_style_and_no_address(page: str) -> None:
    assert "<script" not in page and "javascript:" not in page
    tags = re.findall(r"<[a-z][^>]*>", re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))
    assert not [tag for tag in tags if re.search(r"\s(on\w+|style)=", tag)]
    addresses = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert addresses and all(each.startswith(("#", "data:")) for each in addresses)
    assert not re.search(r"url\((?!data:)", page) and "@import" not in page


def test_no_code_is_shown_and_the_page_is_light(page: str) -> None:
    assert "section" not in re.findall(r"<pre>(.*?)</pre>", page)
    assert len(page.encode()) < 1_000_000


def test_title_and_language_are_those_of_the_audit(page: str) -> None:
    language = re.search(r'<html lang="([^"]*)"', page)
    title = re.search(r"<title>(.*?)</title>", page)
    assert language is not None and title is not None
    assert made.NAME in title[1] and "2024" in title[1]
    assert language[1] == ("zh-Hans" if "部门决算" in title[1] else "en")


def test_every_chinese_character_of_the_page_is_in_its_font(page: str) -> None:
    match = re.search(r"data:font/woff;base64,([^)]*)", page)
    assert match is not None
    known = TTFont(io.BytesIO(base64.b64decode(match[1]))).getBestCmap()
    body = re.sub(r"<style>.*?</style>|<[^>]*>", "", page, flags=re.DOTALL)
    missing = {character for character in body if ord(character) >= fonts.FIRST_BEYOND_LATIN} - set(map(chr, known))
    assert missing == set()
    assert len(known) < 1500


def test_the_same_audit_is_the_same_bytes(page: str, tmp_path: Path) -> None:
    language: Language = "zh" if 'lang="zh-Hans"' in page else "en"
    assert pages.written(made.audit(language), tmp_path) == page


def test_a_page_without_chinese_needs_no_font() -> None:
    assert fonts.web_font("Total 12.50 – “quoted”") == ""


def test_cells_for_the_notebook_alone_and_parameters_are_left_out(tmp_path: Path) -> None:
    cells = [
        new_markdown_cell("seen"),
        new_markdown_cell("aside", metadata={"tags": ["notebook"]}),
        new_code_cell(
            "x = 1", metadata={"tags": ["injected-parameters"]}, outputs=[new_output("stream", text="noise")]
        ),
    ]
    nbformat.write(new_notebook(cells=cells), tmp_path / "n.ipynb")
    made_ = html.render(tmp_path / "n.ipynb")
    assert "seen" in made_ and "aside" not in made_ and "noise" not in made_


def test_what_a_cell_prints_stays_text(tmp_path: Path) -> None:
    outputs = [
        new_output("stream", text="<script>1</script>"),
        new_output("error", ename="E", evalue="", traceback=["<b>"]),
    ]
    nbformat.write(new_notebook(cells=[new_code_cell("x", outputs=outputs)]), tmp_path / "n.ipynb")
    made_ = html.render(tmp_path / "n.ipynb")
    assert "&lt;script&gt;" in made_ and "<script" not in made_ and "<b>" not in made_

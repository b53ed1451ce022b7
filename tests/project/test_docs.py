"""The documentation: it builds with every link leading somewhere, asks no network, and its examples run."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from juesuan.batch import run
from juesuan.forms import listing
from juesuan.identities import claims, load
from juesuan.reference import PAGES, markdown
from juesuan.rules import RULES
from juesuan.tables import joined
from juesuan.tables.dictionary import tables

ROOT = Path(__file__).parents[2]
DISCLOSURE = ROOT / "data" / "raw" / "linxia-congress-office-2023.pdf"
LOADED = re.compile(r"<(?:script|img|link|iframe|source)\b[^>]*?\b(?:src|href)=\"((?:https?:)?//[^\"]*)\"")
README = "README.md"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    """The blocks of code of one language on a page written by hand."""
    text = (ROOT / page if page == README else ROOT / "docs" / page).read_text(encoding="utf-8")
    return [code for name, code in BLOCK.findall(text) if name == language]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built as strictly as `make docs` does: a link to nothing is an error."""
    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(folder)))
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of a run over one example disclosure."""
    folder = tmp_path_factory.mktemp("out")
    assert run.audit([DISCLOSURE], run.Settings(folder)).audited == 1
    return folder


def test_every_page_is_built(site: Path) -> None:
    for name in (
        "index",
        "zh",
        "data",
        "notebook",
        "protocol",
        "python",
        *(page.removesuffix(".md") for page in PAGES),
    ):
        assert (site / f"{name}.html").is_file(), name


def test_no_page_loads_anything_from_a_network(site: Path) -> None:
    for page in site.rglob("*.html"):
        found = LOADED.findall(page.read_text(encoding="utf-8"))
        assert found == [], page.name
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//|@import", style.read_text(encoding="utf-8")), style.name


def test_the_reference_has_every_column_form_rule_and_identity() -> None:
    data, forms, rules, identities = (
        PAGES[f"reference/{name}.md"]() for name in ("data", "forms", "rules", "identities")
    )
    assert all(f"`{column.name}`" in data for table in tables().values() for column in table.columns)
    assert all(f"`{key}`" in forms and form in forms for _, form, key, *_ in listing.rows())
    assert all(f"### `{name}` " in rules for name in RULES)
    assert all(f"### `{claim.rule}`" in identities for claim in claims())


def test_words_cannot_break_out_of_their_place() -> None:
    assert markdown.text("a|b <i>*x*\n## y") == r"a\|b \<i\>\*x\* \#\# y"
    assert markdown.code("a`b|c") == r"``a`b\|c``"
    assert markdown.block("```\nx").startswith("````text\n")


@pytest.mark.parametrize("query", blocks("data.md", "sql"))
def test_queries_of_the_documentation_find_something(out: Path, query: str) -> None:
    connection = sqlite3.connect(out / joined.DATABASE)
    try:
        assert connection.execute(query).fetchall()
    finally:
        connection.close()


def test_the_tour_of_the_documentation_runs_from_its_beginning_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    known: dict[str, Any] = {}
    for code in (*blocks(README, "python"), *blocks("notebook.md", "python")):
        exec(compile(code, "notebook.md", "exec"), known)
    made = known["known"].check(known["income_is_expenditure"])
    assert set(made["outcome"]) == {"passed", "unchecked"}
    assert len(known["largest"]) == 10


def test_the_identity_of_the_documentation_is_one(tmp_path: Path) -> None:
    (table,) = blocks("notebook.md", "csv")
    path = tmp_path / "own.csv"
    path.write_text(table, encoding="utf-8")
    (claim,) = load(path)
    assert (claim.rule, len(claim.identities)) == ("own-total", 1)


@pytest.mark.parametrize("code", blocks("data.md", "python"))
def test_python_of_the_documentation_runs(
    out: Path, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(out)
    exec(compile(code, "data.md", "exec"), {})
    assert capsys.readouterr().out.strip()

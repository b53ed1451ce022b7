"""Two hundred invented persons, written in every way: nothing of them in any output, and no figure masked."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import nbformat
import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from conftest import Disclosure
from corpus import typeset_pdf
from corpus.dialect import DIALECTS
from corpus.publish import made as made_disclosure
from corpus.publish import publish
from juesuan import auditing, cli, reading
from juesuan.document import Document
from juesuan.presentation.sheets import COVER, PIXELS, Sheets
from juesuan.privacy import masked_document, personal_data
from juesuan.readers import load, load_text
from presentation import made, pages
from privacy.persons import WAYS, Written, person, written

PERSONS = 200
TOGETHER = 20  # persons in one disclosure
GROUPS = [range(first, first + TOGETHER) for first in range(0, PERSONS, TOGETHER)]
SIZE, LEADING = 11, 24


def _lines(group: range) -> tuple[str, list[str]]:
    """The persons of a group as the end of a disclosure, and their secrets."""
    said = [written(number) for number in group]
    text = "".join("\n" + "\n".join(each.lines) + "\n" for each in said)
    return f"\n第四部分 其他需要说明的情况\n{text}", [secret for each in said for secret in each.secrets]


@pytest.mark.parametrize("number", range(len(WAYS)))
def test_each_way_of_writing_is_masked_in_its_length(number: int) -> None:
    said = written(number)
    document = load_text("\n".join(said.lines), "made")
    masked, data = masked_document(document)
    assert _leaks(_text(masked), said) == []
    assert data and _leaks(str(data), said) == []
    assert list(map(len, _texts(masked))) == list(map(len, _texts(document)))


def test_a_blank_row_beside_personal_data_is_passed_over() -> None:
    said = written(0)
    document = load_text("\n".join([*said.lines, "", "项目\t金额", "\t", "基本支出\t1.00"]), "made")
    masked, data = masked_document(document)
    assert data and [grid.texts() for grid in masked.grids] == [grid.texts() for grid in document.grids]


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_no_output_holds_anything_of_a_person(group: range, tmp_path: Path) -> None:
    ending, secrets = _lines(group)
    source = tmp_path / f"联系人{person(group[0]).name}{person(group[0]).mobile}.txt"
    source.write_text(made.DISCLOSURE.format(name=made.NAME) + ending, encoding="utf-8")
    done = auditing.of(source)
    pages.exported(done, tmp_path / "out")
    pages.written(done, tmp_path / "out")
    for path in (tmp_path / "out").iterdir():
        told = path.read_text(encoding="utf-8")
        if path.name == "audit.json":  # the test's own writing of what a run writes masked
            continue
        spoken = told if path.suffix != ".ipynb" else told + json.dumps(json.loads(told), ensure_ascii=False)
        assert [secret for secret in secrets if secret in spoken] == [], path.name


def test_a_run_writes_nothing_of_a_person_in_any_file(tmp_path: Path) -> None:
    someone = person(3)
    ending, secrets = _lines(range(4))
    source = tmp_path / f"决算（联系人{someone.name}{someone.mobile}）.txt"
    source.write_text(made.DISCLOSURE.format(name=made.NAME) + ending, encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["audit", str(source), "--out", str(out), "--jobs", "1"]) == 0
    secrets += [someone.name, someone.mobile]
    for path in filter(Path.is_file, out.rglob("*")):
        assert [secret for secret in secrets if secret in _unpacked(path)] == [], path.name


def _unpacked(path: Path) -> str:
    """All that a file says: a workbook's parts, a notebook's cells and outputs, any other as it is."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            return "".join(parts.read(name).decode("utf-8", errors="replace") for name in parts.namelist())
    text = data.decode("utf-8", errors="replace")
    cells = nbformat.reads(text, as_version=4).cells if path.suffix == ".ipynb" else []
    sources = "".join(cell.source.encode("ascii", errors="ignore").decode("unicode_escape") for cell in cells)
    return text + sources


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_persons_change_no_figure(group: range) -> None:
    before = made.DISCLOSURE.format(name=made.NAME)
    alone, with_persons = reading.read_text(before), reading.read_text(before + _lines(group)[0])
    assert [(fact.form, fact.code, fact.key, fact.amount) for fact in with_persons.facts] == [
        (fact.form, fact.code, fact.key, fact.amount) for fact in alone.facts
    ]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("seed", range(3))
def test_nothing_in_a_disclosure_without_persons_is_masked(dialect: object, seed: int, tmp_path: Path) -> None:
    chosen = next(each for each in DIALECTS if each is dialect)
    if chosen.medium == "pdf" and seed:
        pytest.skip("one typeset PDF a dialect is enough")
    document = load(publish(made_disclosure(seed, chosen), chosen, tmp_path))
    assert personal_data(document) == ()


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004", "env2025", "wenlv2025", "yichuan2025"])
def test_the_figures_of_real_disclosures_stay(disclosure: Disclosure, name: str) -> None:
    document = disclosure(name)
    masked, data = masked_document(document)
    assert sum(text.count("*") for text in _texts(masked)) - sum(text.count("*") for text in _texts(document)) <= 60
    assert len(data) <= 4


def test_pictures_of_a_page_show_nothing_of_a_person(tmp_path: Path) -> None:
    source = tmp_path / "made.pdf"
    typeset_pdf.register_font()
    canvas = Canvas(str(source), pagesize=(1190, 842), invariant=True)
    ways = [written(number) for number in range(len(WAYS))]
    position = 800
    for said in ways:
        for line in said.lines:
            canvas.setFont(typeset_pdf.FONT, SIZE)
            for index, cell in enumerate(line.split("\t")):
                canvas.drawString(40 + index * 180, position, cell)
            position -= LEADING
        position -= LEADING
        if position < 120:
            canvas.showPage()
            position = 800
    canvas.save()
    _, data = masked_document(load(source))
    assert _shown(source, Sheets(source, data), {secret for said in ways for secret in said.secrets}) == []


def _shown(source: Path, sheets: Sheets, secrets: set[str]) -> list[str]:
    """The secrets of which a page's picture shows a letter."""
    seen = []
    with pdfium.PdfDocument(source) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            words, height, scale = text.get_text_range(), page.get_height(), PIXELS / page.get_width()
            for secret in secrets:
                start = words.find(secret)
                for index in range(start, start + len(secret)) if start >= 0 else ():
                    left, bottom, right, top = text.get_charbox(index)
                    if right > left and not words[index].isspace():
                        across, down = round((left + right) / 2 * scale), round((height - (top + bottom) / 2) * scale)
                        if sheets[number].image.getpixel((across, down)) != COVER:
                            seen.append(f"{secret}: {words[index]}")
    return seen


def _texts(document: Document) -> list[str]:
    cells = [cell.text for grid in document.grids for row in grid.rows for cell in row]
    return [line.text for line in document.lines] + [each.text for each in document.paragraphs] + cells


def _text(document: Document) -> str:
    return "\n".join(_texts(document))


def _leaks(text: str, said: Written) -> list[str]:
    return [secret for secret in said.secrets if secret in text]

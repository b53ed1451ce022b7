"""Pages that are pictures and ends that are cut off accuse nobody, and are told."""

from __future__ import annotations

import io
import random
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

import readings
from juesuan import auditing
from juesuan.auditing import Audit
from juesuan.kinds.kind import Kind
from juesuan.readers.pdf import load_pdf
from juesuan.reading import read_text, understand

CUTS = 3  # of each text, at a random byte and at a random line; `CUTS` and `PICTURED` can be raised to measure
PICTURED = 3  # sets of pages of each PDF
TEXTS = ("000", "001", "002", "003", "004", "env", "shiquan", "wenlv", "yichuan")
SCALE = 0.4  # of the pictures of pages, in points a pixel: nobody reads them


def examined(text: str) -> Audit:
    return auditing.examine(read_text(text), Path("cut.txt"), "zh")


def errors(done: Audit) -> set[tuple[str, str]]:
    return {(each.rule, each.subject) for each in done.findings if each.severity == "error"}


@cache
def whole(path: Path) -> frozenset[tuple[str, str]]:
    return frozenset(errors(readings.audit(path)))


def pictured(path: Path, pages: set[int]) -> bytes:
    """A PDF in which some pages, counted from 1, are pictures of themselves."""
    source, made = pdfium.PdfDocument(path), pdfium.PdfDocument.new()
    for index, page in enumerate(source):
        if index + 1 not in pages:
            made.import_pages(source, [index])
            continue
        shot = io.BytesIO()
        page.render(scale=SCALE).to_pil().convert("RGB").save(shot, "JPEG")
        width, height = page.get_size()
        image = pdfium.PdfImage.new(made)
        image.load_jpeg(shot)
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        blank = made.new_page(width, height)
        blank.insert_obj(image)
        blank.gen_content()
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


@pytest.mark.parametrize("seed", range(PICTURED))
@pytest.mark.parametrize("name", ["shgzb-2024.pdf", "ghzyj-2024.pdf"])
def test_pages_that_are_pictures_bring_no_error(documents: Path, name: str, seed: int) -> None:
    path, rng = documents / name, random.Random(f"{name}{seed}")
    pages = set(rng.sample(range(1, 25), rng.choice((1, 3, 8, 16))))
    done = auditing.examine(understand(load_pdf(pictured(path, pages), path)), path, "zh")
    assert errors(done) - whole(path) == set()
    assert {page for gap in done.accounts.gaps for page in gap.pages} == pages
    assert any("图片" in remark for remark in done.remarks)


@pytest.mark.parametrize("seed", range(CUTS))
@pytest.mark.parametrize("beginning", TEXTS)
def test_a_text_that_is_cut_off_brings_no_error(documents: Path, beginning: str, seed: int) -> None:
    path = next(documents.glob(f"{beginning}*"))
    data, rng = path.read_bytes(), random.Random(f"{beginning}{seed}")
    ends = [
        rng.randrange(1000, len(data)),
        rng.choice([at for at, byte in enumerate(data) if byte == 10 and at > 1000]),
    ]
    for end in ends:
        text = data[:end].decode("utf-8", errors="ignore")
        assert errors(examined(text)) - whole(path) == set(), f"cut at byte {end}"


@pytest.mark.parametrize(("beginning", "end"), [("000", 28032), ("000", 65252), ("002", 28352), ("wenlv", 14900)])
def test_a_text_that_is_cut_off_in_a_form_an_evaluation_or_before_a_form_brings_no_error(
    documents: Path, beginning: str, end: int
) -> None:
    path = next(documents.glob(f"{beginning}*"))
    text = path.read_bytes()[:end].decode("utf-8", errors="ignore")
    assert errors(examined(text)) - whole(path) == set()


CONTENTS = "梨花县档案局2024年度部门决算\n目录\n第一部分 概况\n第二部分 2024年度部门决算情况说明\n第三部分 名词解释\n"
PROSE = (
    "第一部分 概况\n一、主要职责\n保管档案。\n第二部分 2024年度部门决算情况说明\n一、收入决算情况说明\n"
    "本年收入合计50.00万元，其中：财政拨款收入50.00万元。\n二、支出决算情况说明\n本年支出合计50.00万元。\n"
)
TERMS = "第三部分 名词解释\n基本支出：指为保障机构运转而发生的支出。\n"


def test_an_end_that_the_contents_list_and_the_body_lacks_is_told_once() -> None:
    done = examined(CONTENTS + PROSE)
    assert [gap.pages for gap in done.accounts.gaps] == [()]
    assert sum("名词解释" in remark for remark in done.remarks) == 1
    assert errors(done) == set()


def test_a_document_that_ends_where_it_should_has_no_gap() -> None:
    assert read_text(CONTENTS + PROSE + TERMS).gaps == ()


def test_a_sentence_without_end_is_a_gap() -> None:
    (gap,) = read_text(CONTENTS + PROSE + TERMS.removesuffix("转而发生的支出。\n")).gaps
    assert "没有结束" in gap.reason


def test_what_is_told_before_a_gap_is_held_against_itself() -> None:
    wrong = PROSE.replace("财政拨款收入50.00万元", "财政拨款收入30.00万元，其他收入10.00万元")
    assert errors(examined(CONTENTS + wrong)) != set()


def test_real_documents_are_whole(documents: Path) -> None:
    assert {path.name: readings.accounts(path).gaps for path in documents.glob("*.txt")} == {
        path.name: () for path in documents.glob("*.txt")
    }


def test_forms_that_may_be_pictures_are_not_said_to_stand_elsewhere(shared: Path) -> None:
    path = shared / "cases" / "forms-as-pictures-1.pdf"
    assert understand(load_pdf(path.read_bytes(), path)).kind is Kind.FINAL_ACCOUNTS


MATTERS = ("收入支出决算总体", "收入决算", "支出决算", "一般公共预算财政拨款支出决算", "“三公”经费支出决算")


@pytest.mark.parametrize(("after", "early"), [("", True), ("六、政府采购支出情况\n本单位没有政府采购支出。\n", False)])
def test_explanations_that_stop_before_the_usual_last_matters_lack_nothing_for_certain(after: str, early: bool) -> None:
    told = [
        f"{numeral}、{matter}情况说明\n金额为50.00万元。\n"
        for numeral, matter in zip("一二三四五", MATTERS, strict=True)
    ]
    done = examined("".join(told) + after)
    assert any("一节为止" in gap.reason for gap in done.accounts.gaps) is early
    assert errors(done) == set()

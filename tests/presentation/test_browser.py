"""Pages looked at in a real browser: nothing is asked for, nothing runs, nothing overflows, all can read it."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest

import readings
from conftest import SHARED
from juesuan import auditing
from juesuan.findings import Language
from juesuan.presentation import index, whole
from presentation import browser, made, pages

PHONE = 375
WIDTHS = (320, 390, 768, 1280)
PAPER = 650  # pixels between the margins of a sheet of A4
RAW = Path(__file__).parents[2] / "data" / "raw"
EXAMPLE_SOURCES = [RAW / "linxia-service-centre-2024.pdf"]
DOCUMENTS = [  # all at hand but the scan, which takes a minute to read and gives a page like the others
    path
    for path in (*sorted(RAW.iterdir()), *(sorted((SHARED / "documents").iterdir()) if SHARED.is_dir() else ()))
    if path.suffix in (".pdf", ".docx", ".html", ".txt") and "scan" not in path.stem
]
HOSTILE = "<script>window.hit=1</script><svg/onload=window.hit=1>局"
VIOLATION = "each => [each.id, each.nodes.map(node => node.html.slice(0, 200))]"
OVERFLOWING = """
[...document.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > innerWidth + 1
  && !each.closest(".scroll, .unseen, .skip")).map(each => each.outerHTML.slice(0, 120))
"""
CROPS = "[...document.querySelectorAll('.crop img')].map(each => [each.clientWidth, each.naturalWidth, each.className])"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of audits in both languages, one of a hostile name, with their index."""
    out = tmp_path_factory.mktemp("out")
    for name, audit in {
        "plain": made.audit("zh"),
        "english": made.audit("en"),
        "hostile": made.audit("zh", name=HOSTILE),
    }.items():
        pages.exported(audit, out / name)
        pages.written(audit, out / name)
    for source in EXAMPLE_SOURCES:
        pages.written(auditing.of(source), out / source.stem)
    index.write(out)
    return out


EXAMPLES = tuple(f"{path.stem}/audit.html" for path in EXAMPLE_SOURCES)
PAGES = ("plain/audit.html", "english/audit.html", "hostile/audit.html", "index.html")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_runs_nothing(chromium: browser.Browser, site: Path, name: str) -> None:
    page = chromium.open(site / name)
    outside = [url for url in page.requests if not url.startswith(("data:", (site / name).as_uri()))]
    assert outside == []
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("window.hit === undefined") is True


@pytest.mark.parametrize("name", PAGES)
def test_no_width_needs_sideways_scrolling(chromium: browser.Browser, site: Path, name: str) -> None:
    page = chromium.open(site / name, width=PHONE)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for width in WIDTHS:
        page.resize(width)
        assert page.evaluate(OVERFLOWING) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.print_preview(PAPER)
    assert page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "source", [pytest.param(path, id=path.stem, marks=pytest.mark.xdist_group(path.stem)) for path in DOCUMENTS]
)
def test_every_document_fits_every_width_and_paper_and_asks_for_nothing(
    chromium: browser.Browser, tmp_path: Path, source: Path, language: Language
) -> None:
    path = whole.write(readings.audit(source, language), tmp_path)
    page = chromium.open(path, width=WIDTHS[0])
    assert [url for url in page.requests if not url.startswith(("data:", path.as_uri()))] == []
    assert page.evaluate("document.scripts.length") == 0
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for width in WIDTHS:
        page.resize(width)
        assert page.evaluate(OVERFLOWING) == [], width
    page.print_preview(PAPER)
    assert page.evaluate(OVERFLOWING) == []
    page.close()


def test_the_boxed_part_of_a_crop_is_in_sight_on_a_phone(chromium: browser.Browser, site: Path) -> None:
    page = chromium.open(site / EXAMPLES[0], width=390)
    crops = page.evaluate(CROPS)
    assert crops
    for shown, natural, focus in crops:
        assert 0 < shown <= 390
        assert focus == "whole" or re.fullmatch(r"at\d{1,2}", focus)
        assert natural > 600


@pytest.mark.parametrize(
    ("name", "dark"), [(PAGES[0], False), (PAGES[1], True), (EXAMPLES[0], False), (PAGES[3], False), (PAGES[3], True)]
)
def test_a_page_is_accessible(chromium: browser.Browser, site: Path, name: str, dark: bool) -> None:
    axe = pytest.importorskip("axe_core_python.base", reason="axe-core is not installed")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    page = chromium.open(site / name, dark=dark)
    page.evaluate(f"{source};true")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate(f"axe.run().then(found => found.violations.map({VIOLATION}))") == []


def test_the_dark_page_is_dark(chromium: browser.Browser, site: Path) -> None:
    backgrounds = [
        chromium.open(site / PAGES[0], dark=dark).evaluate("getComputedStyle(document.body).backgroundColor")
        for dark in (False, True)
    ]
    assert backgrounds[0] != backgrounds[1]


def test_a_hostile_name_stays_words(chromium: browser.Browser, site: Path) -> None:
    for name in ("hostile/audit.html", "index.html"):
        page = chromium.open(site / name)
        assert HOSTILE in page.evaluate("document.body.textContent")
        assert page.evaluate("document.querySelectorAll('svg[onload]').length") == 0


def test_the_index_filters_without_a_script(chromium: browser.Browser, site: Path) -> None:
    page = chromium.open(site / "index.html")
    shown = "[...document.querySelectorAll('.departments tbody tr')].filter(row => row.offsetHeight > 0).length"
    assert page.evaluate(shown) == 3
    page.evaluate("document.getElementById('state-clean').click()")
    assert page.evaluate(shown) == 0
    page.evaluate("document.getElementById('state-error').click()")
    assert page.evaluate(shown) == 3


def test_print_holds_what_is_folded_away(chromium: browser.Browser, site: Path) -> None:
    page = chromium.open(site / PAGES[0])
    printed = pdfium.PdfDocument(page.pdf())
    text = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
    assert len(printed) > 1
    assert "档案事务" in "".join(text.split())  # stands only in a folded form

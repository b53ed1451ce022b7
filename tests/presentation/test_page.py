"""The sections of an audit: what is told, that text stays text, and that personal data is masked."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from pathlib import Path

import pytest

from juesuan.auditing import Audit
from juesuan.auditing import of as audit_of
from juesuan.checks import Evidence, Outcome, of_statement
from juesuan.compare import finding, unchecked
from juesuan.document import Place
from juesuan.findings import Language, Weight, findings
from juesuan.presentation import page, whole
from juesuan.presentation.evidence import marked
from juesuan.presentation.key_figures import key_figures
from juesuan.presentation.marks import Marks
from juesuan.presentation.narrative import voice
from juesuan.presentation.obstacles import obstacles
from juesuan.presentation.pictures import Pictures
from juesuan.reading import read_text
from presentation import made, pages

LANGUAGES: tuple[Language, ...] = ("zh", "en")
HOSTILE = "<script>alert(1)</script>&\"'局"


def _html(audit: Audit) -> str:
    return "".join(fragment.html for fragment in pages.fragments(audit))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_is_three_sentences_with_the_counts(language: Language) -> None:
    audit = made.audit(language)
    sentences = voice(language).verdict(audit)
    assert len(sentences) == 3
    assert all(re.search(r"[。.]$", sentence) for sentence in sentences)
    made_, passed = str(audit.made), str(audit.outcomes[Outcome.PASSED])
    assert made_ in sentences[0] and passed in sentences[0]
    assert str(len(audit.weighing(audit.findings[0].severity))) in sentences[1]
    assert str(audit.outcomes[Outcome.UNCHECKED]) in sentences[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_of_what_the_document_does_not_tell(language: Language) -> None:
    told = " ".join(voice(language).glance(made.accounts(), key_figures(made.accounts())))
    assert "三公" not in told and "three public" not in told
    bare = dataclasses.replace(made.audit(language), accounts=dataclasses.replace(made.accounts(), forms=(), facts=()))
    assert page.glance(bare).html == page.charts(bare).html == page.forms(bare).html == ""
    assert 'href="#glance"' not in page.contents(bare).html


def test_amounts_have_their_unit() -> None:
    told = "".join(voice("zh").glance(made.accounts(), key_figures(made.accounts())))
    assert "收、支总计均为500.00万元" in told
    assert "基本支出350.00万元，占70.00%" in told
    assert not re.search(r"\d\.\d\d(?![\d%万元])", told)


def test_a_finding_shows_claim_sides_difference_allowance_place_and_question() -> None:
    shown = page.errors(made.audit(), Pictures(made.audit().source)).html
    for words in ("510.00万元", "500.00万元", "10万元", "0.01万元", "部门决算公开表样03", "以哪一个为准"):
        assert words in shown
    assert "<mark>510.00</mark>" in shown
    assert "第60行" in shown and "公开03表" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_what_is_there_and_no_anchor_is_used_twice(language: Language) -> None:
    html = _html(made.audit(language))
    anchors = re.findall(r'id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(anchors)
    assert {each.id for each in made.audit(language).findings} <= set(anchors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_names_the_gravest_with_their_amounts_and_the_table_names_every_finding(language: Language) -> None:
    done = made.audit(language)
    verdict, table = page.verdict(done).html, page.overview(done).html
    gravest = re.findall(r'<li><a href="#([^"]+)">(.*?)</a>', verdict)
    errors = [each for each in done.findings if each.severity is Weight.ERROR]
    assert 0 < len(gravest) <= 3
    assert {anchor for anchor, _ in gravest} <= {each.id for each in errors}
    assert any(re.search(r"\d", words) for _, words in gravest)
    told = [each for each in done.findings if each.severity is not Weight.ROUNDING]
    assert {each.id for each in told} <= set(re.findall(r'href="#([^"]+)"', table))


def test_what_holds_of_a_kind_is_said_once() -> None:
    told = [finding(f"项目{n}", f"项目{n}有误", "", [Evidence("90", Place(line=n))], stated="90") for n in range(1, 7)]
    checks = tuple(each.called("made", "performance_score", "《办法》") for each in told)
    done = dataclasses.replace(made.audit(), checks=checks, findings=tuple(findings(checks, "zh")))
    html = page.errors(done, Pictures(done.source)).html
    assert html.count("《办法》") == 1 and html.count("<article") == 1
    assert html.count("<tr id=") == 6
    assert "<details>" in html  # the evidence of so many is folded away


def test_a_figure_is_marked_where_it_stands_and_not_where_another_is_alike() -> None:
    known = read_text("第三部分 2024年度部门决算情况说明\n二、收入决算情况说明\n其中甲项占95.00%，乙项占95.00%。\n")
    second = [each for each in known.statements if each.amount and each.amount.displayed == "95.00%"][-1]
    check = finding("乙项", "乙项", "", [], stated="95.00%").called("made", "narrative_arithmetic", "")
    side = of_statement(second, "乙项")
    (told,) = findings([dataclasses.replace(check, left=side, evidence=side.evidence)], "zh")
    ((start, _),) = Marks(known).of(told.evidence[0], told)
    assert start == told.evidence[0].quote.rfind("95.00")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_is_one_sentence_with_what_would_help(language: Language) -> None:
    checks = [unchecked("甲", f"没有读到公开{form}表").called("made", "table_sum", "") for form in ("09", "09", "08")]
    first, second = obstacles(checks, language)
    assert (len(first.subjects), len(second.subjects)) == (2, 1)
    assert "09" in first.reason and first.help


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_go_down_one_step_at_a_time(language: Language) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", _html(made.audit(language)))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_told_in_words_and_tables_have_headings(language: Language) -> None:
    html = _html(made.audit(language))
    assert re.findall(r"<img ", html)
    beside_words = r'<img class="(?:bar|key)" [^>]*alt=""'  # a bar or key says no more than the words beside it
    pictures = [tag for tag in re.findall(r"<img [^>]*>", html) if not re.match(beside_words, tag)]
    assert all(re.search(r'alt="[^"]{10,}"', tag) for tag in pictures)
    tables = re.findall(r"<table.*?</table>", html, re.DOTALL)
    assert tables and all("scope=" in each for each in tables)


def test_text_of_a_document_never_becomes_markup() -> None:
    audit = made.audit(name=HOSTILE)
    known = dataclasses.replace(audit.accounts, department=HOSTILE)
    evidence = [Evidence(HOSTILE, Place(line=1), "03", HOSTILE, HOSTILE)]
    check = finding(HOSTILE, HOSTILE, HOSTILE, evidence, stated=HOSTILE, expected=HOSTILE).called(
        "made", "wording", HOSTILE
    )
    unknown = dataclasses.replace(check, outcome=Outcome.UNCHECKED, reason=HOSTILE)
    found = tuple(findings([check], "zh"))
    hostile = dataclasses.replace(audit, accounts=known, checks=(check, unknown), findings=found)
    html = _html(hostile)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") > 8


def test_marking_escapes_both_what_is_marked_and_what_is_not() -> None:
    assert marked("<b>1.00</b>", ["1.00"]) == "&lt;b&gt;<mark>1.00</mark>&lt;/b&gt;"
    assert marked("a <i> b", ["<i>"]) == "a <mark>&lt;i&gt;</mark> b"


@pytest.mark.parametrize(
    ("quote", "display", "times"),
    [("合计5.46，其中15.46、5.461", "5.46", 1), ("占5.46%", "5.46%", 1), ("5.46和5.46", "5.46", 2), ("无", "5.46", 0)],
)
def test_a_figure_is_marked_but_not_inside_a_longer_one(quote: str, display: str, times: int) -> None:
    assert str(marked(quote, [display])).count("<mark>") == times


def test_a_long_quotation_is_cut_around_what_matters() -> None:
    text = "前" * 500 + "支出5.46万元" + "后" * 500
    shown = str(marked(text, ["5.46"]))
    assert "<mark>5.46</mark>" in shown
    assert shown.startswith("…") and shown.endswith("…") and len(shown) < 300


def test_personal_data_is_masked_wherever_it_stands() -> None:
    audit = made.audit()
    secret = "填表人：王小明  联系电话：13912345678"
    check = finding(secret, secret, secret, [Evidence(secret, Place(line=1))], stated=secret).called(
        "made", "privacy", ""
    )
    html = _html(dataclasses.replace(audit, checks=(check,), findings=tuple(findings([check], "zh"))))
    assert "13912345678" not in html and "王小明" not in html
    assert "139********" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_says_its_figures_also_without_markup(language: Language) -> None:
    done = made.audit(language)
    for section in pages.fragments(done):
        shown, _ = section._repr_mimebundle_()
        assert "<" not in str(shown["text/plain"]) and "base64" not in str(shown["text/plain"])
    plain = str(page.errors(done, Pictures(done.source))._repr_mimebundle_()[0]["text/plain"])
    assert "510.00" in plain and "500.00" in plain and len(plain.splitlines()) > 5
    assert str(done.made) in str(page.verdict(done)._repr_mimebundle_()[0]["text/plain"])


def test_an_audit_is_shown_in_one_short_line() -> None:
    done = made.audit()
    assert len(repr(done)) < 160
    assert f"{done.made} checks made" in repr(done) and made.NAME in repr(done)


def test_the_whole_report_is_written_without_a_notebook(tmp_path: Path) -> None:
    written = whole.write(made.audit(), tmp_path / "new")
    text = written.read_text(encoding="utf-8")
    assert written.name == "audit.html" and text.startswith("<!DOCTYPE html>")
    assert all(f'id="{each.id}"' in text for each in made.audit().findings)


@pytest.mark.parametrize(("language", "said"), [("zh", "没有结束"), ("en", "unfinished where the document ends")])
def test_the_foot_names_what_was_not_read(language: Language, said: str, tmp_path: Path) -> None:
    text = made.DISCLOSURE.format(name=made.NAME)
    (tmp_path / "torn.txt").write_text(text[: len(text) // 2], encoding="utf-8")
    assert said in page.method(audit_of(tmp_path / "torn.txt", language)).html
    assert said not in page.method(made.audit(language)).html


def test_a_basis_is_listed_once_with_all_that_it_asks_for(tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text(made.DISCLOSURE.format(name=made.NAME), encoding="utf-8")
    listed = re.findall(r"<li>([^<：]*)", page.method(audit_of(tmp_path / "made.txt")).html)
    assert "部门决算公开表样" in listed
    assert len(listed) == len(set(listed))

"""What `import juesuan` gives: every kind of source, results that show themselves, exact frames, the way back."""

from __future__ import annotations

import doctest
import io
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

import juesuan
from juesuan import api
from juesuan.errors import MissingSource, SourceError
from presentation import made

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw" / "zhongwei-government-office-2024.pdf"
LONGEST = 300  # characters of a repr: one cell of a notebook


def test_every_kind_of_source_gives_the_same(folder: Path) -> None:
    path = folder / "0.txt"
    data = path.read_bytes()
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        given = (str(path), path, data, bytearray(data), io.BytesIO(data), binary, text)
        facts = [juesuan.read(each).facts.drop(columns="document") for each in given]
    assert len(facts[0]) > 20
    assert all(each.equals(facts[0]) for each in facts)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("nowhere.pdf", "there is no such file"),
        (b"", "is empty"),
        (7, "give a path, bytes or an open file"),
        ("决算\n支出", "a path is wanted"),
    ],
)
def test_what_is_no_source_is_told(source: object, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        juesuan.audit(source)  # type: ignore[arg-type]


def test_a_folder_is_for_collect(folder: Path) -> None:
    with pytest.raises(MissingSource, match=r"juesuan\.collect"):
        juesuan.audit(folder)
    assert len(juesuan.collect(folder)) == 2


def test_an_archive_is_collected(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in folder.glob("*.txt"):
            archive.write(path, path.name)
    known = juesuan.collect(tmp_path / "all.zip")
    assert sorted(known.departments["department"]) == sorted(juesuan.collect(folder).departments["department"])


def test_one_bad_file_costs_itself_only(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes((folder / "0.txt").read_bytes())
    (tmp_path / "bad.pdf").write_bytes(b"no PDF at all")
    known = juesuan.collect(tmp_path)
    assert len(known) == 1
    assert [Path(error.source).name for error in known.refused] == ["bad.pdf"]
    assert "1 files could not be read" in repr(known) and "bad.pdf" in known._repr_html_()


def test_results_are_short_in_a_cell(folder: Path) -> None:
    done, reading, known = juesuan.audit(folder / "0.txt"), juesuan.read(folder / "0.txt"), juesuan.collect(folder)
    shown = [repr(each) for each in (done, reading, reading.accounts, reading.accounts.forms[0], known, done.audit)]
    assert all(len(text) < LONGEST and "\n" not in text for text in shown)
    assert all(made.NAME in text for text in shown[:3])
    errors = done.findings[done.findings["severity"] == "error"]
    assert f"{len(errors)} error" in repr(done)


def test_results_show_the_verdict_and_link_to_pages() -> None:
    html = juesuan.audit(RAW)._repr_html_()
    assert re.search(r'<a href="[^"]*zhongwei-government-office-2024\.pdf#page=\d+"', html)
    assert "<script" not in html and "错误" in html
    assert "中卫市人民政府办公室" in juesuan.collect(RAW)._repr_html_()


def test_what_a_document_says_is_escaped(tmp_path: Path) -> None:
    text = made.DISCLOSURE.format(name="<b>局</b>").replace("收入支出决算总表", "收入支出决算总表", 1)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    known = juesuan.collect(tmp_path)
    for html in (known._repr_html_(), juesuan.read(tmp_path / "a.txt")._repr_html_()):
        assert "<b>局" not in html


def test_frames_are_exact_and_have_one_float_view(folder: Path) -> None:
    done = juesuan.audit(folder / "0.txt")
    total = done.facts.query("form == '03' and item == '合计' and key == 'total'")["value"]
    assert list(total) == [Decimal(5_000_000)] and isinstance(total.iloc[0], Decimal)
    assert done.facts["page"].dtype == done.facts["row"].dtype == pd.Int64Dtype()
    floats = done.floats()
    assert floats.facts["value"].dtype == floats.checks["difference"].dtype == "float64"
    assert floats.facts["value"].sum() == pytest.approx(float(sum(done.facts["value"])))
    assert list(floats.facts.columns) == list(done.facts.columns)


def test_a_blank_side_is_not_a_zero(folder: Path) -> None:
    checks = juesuan.audit(folder / "0.txt").checks
    unchecked = checks[checks["outcome"] == "unchecked"]
    assert len(unchecked) and unchecked["difference"].isna().all()


def test_a_finding_is_shown_by_itself_its_row_its_id_and_its_number(folder: Path) -> None:
    known = juesuan.collect(folder)
    row = known.findings.iloc[-1]
    shown = known.show(row)
    assert shown.html == known.show(len(known.findings) - 1).html
    assert row["id"] in shown.html
    first = known.audits[0].findings[0]
    assert known.show(first).html == known.show(first.id).html == known.show(0).html
    with pytest.raises(MissingSource, match="there are"):
        known.show(10_000)
    with pytest.raises(MissingSource, match="none of these"):
        known.show("no-such-finding")


def test_a_row_leads_to_its_page() -> None:
    done = juesuan.audit(RAW)
    row = done.indicators.iloc[0]
    html = done.source(row).html
    assert "data:image/webp;base64," in html and f"第{row['page']}页" in html
    printed = str(done.source(row))
    assert f"第{row['page']}页" in printed and "<" not in printed
    with pytest.raises(MissingSource, match="of no document here"):
        done.source({"document": "other.pdf", "place": "l1"})


def test_real_documents_give_frames(documents: Path) -> None:
    """Accounts stand side by side in one line of these: no row is the only one of its place."""
    reading = juesuan.read(next(documents.glob("env2025*")))
    assert reading.facts.duplicated(["form", "row", "column", "place"]).any()
    assert len(reading.floats().facts) == len(reading.facts)


def test_one_by_its_name_and_some_by_a_list(folder: Path) -> None:
    known = juesuan.collect([folder / "0.txt", str(folder / "1.txt")])
    assert known[made.NAME].department == made.NAME and repr(known["0.txt"]) == repr(known[made.NAME])
    with pytest.raises(MissingSource, match="names 2 documents here"):
        known["txt"]


def test_a_row_of_a_finding_leads_to_it(folder: Path) -> None:
    done = juesuan.audit(folder / "0.txt")
    assert done.source(done.findings.iloc[0]).html == done.show(0).html
    with pytest.raises(MissingSource, match="has no column `place`"):
        done.source(done.facts[["document", "value"]].iloc[0])
    assert len(repr(done.audit.findings[0])) < LONGEST


def test_check_gives_findings_a_line_each(folder: Path) -> None:
    found = juesuan.check(folder / "0.txt")
    assert list(found) == list(juesuan.audit(folder / "0.txt").audit.findings)
    assert repr(found).count("\n") == len(found)


def test_columns_lists_keys_and_suggests() -> None:
    assert list(juesuan.columns("05")["form"].unique()) == ["05"]
    assert len(juesuan.columns()) > len(juesuan.columns("05", "06"))
    assert juesuan.columns(5).equals(juesuan.columns("05"))
    with pytest.raises(juesuan.JuesuanError, match="did you mean 05"):
        juesuan.columns("5")


def test_what_is_offered_is_there_and_completes() -> None:
    assert set(dir(juesuan)) == set(juesuan.__all__)
    assert all(getattr(juesuan, name) is not None for name in juesuan.__all__)
    with pytest.raises(AttributeError, match="it has"):
        juesuan.adit  # type: ignore[attr-defined]  # noqa: B018


def test_importing_loads_nothing_that_is_not_asked_for() -> None:
    code = "import juesuan, sys; print([name for name in ('pandas', 'numpy', 'cv2') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_examples_of_the_documentation_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    tried = doctest.testmod(api, extraglobs={"juesuan": juesuan})
    assert tried.attempted >= 9 and tried.failed == 0

"""The joined tables of a run: what the package promises holds, and the database has the same."""

from __future__ import annotations

import csv
import json
import sqlite3
from decimal import Decimal
from pathlib import Path

import frictionless
import pytest

from juesuan.batch import overviews, run
from juesuan.spreadsheet import original
from juesuan.tables import joined
from juesuan.tables.dictionary import FOLDER, NUMBER, tables
from run import made

FORMULA = "=cmd|' /C calc'!A0"
NAMES = tuple(tables())


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run over three bodies leaves: one in order, one with an error, one with a formula for a name."""
    raw = tmp_path_factory.mktemp("raw")
    made.write(raw, "a.txt", "甲县乙局")
    made.write(raw, "b.txt", "丙县丁局", off_by=7)
    text = made.text("戊县己局").replace("行政运行", FORMULA)
    (raw / "c.txt").write_text(
        text + "\n第三部分 情况说明\n\n一、收入情况\n\n本年收入合计1500.00元。\n", encoding="utf-8"
    )
    folder = tmp_path_factory.mktemp("runs") / "processed"
    assert run.audit([raw], run.Settings(folder, jobs=2)).audited == 3
    return folder


@pytest.fixture
def copied(out: Path, tmp_path: Path) -> Path:
    """The joined files alone, to be damaged."""
    for name in joined.names():
        (tmp_path / name).write_bytes((out / name).read_bytes())
    return tmp_path


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def query(folder: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / joined.DATABASE)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def errors(folder: Path) -> list[tuple[str, str]]:
    """What frictionless has to say against the package in a folder: kinds of error and words."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [(kind, words) for kind, words in report.flatten(["type", "message"])]


def test_the_package_is_valid(out: Path) -> None:
    assert errors(out) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("checks", ",passed,", ",perhaps,", "constraint-error"),
        ("facts", ",300.00,", ",three hundred,", "type-error"),
        ("findings", "丙县丁局-2024,1,", "丙县丁局-1999,1,", "foreign-key"),
    ],
)
def test_a_table_that_breaks_a_promise_makes_it_invalid(
    copied: Path, table: str, old: str, new: str, error: str
) -> None:
    path = copied / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert error in {kind for kind, _ in errors(copied)}


def test_the_package_tells_sources_licence_units_and_phases(out: Path) -> None:
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert package["sources"] and package["licenses"]
    facts = next(each for each in package["resources"] if each["name"] == "facts")
    fields = {field["name"]: field for field in facts["schema"]["fields"]}
    assert fields["phase"]["columnType"] == "phase:id"
    assert fields["phase"]["constraints"]["enum"] == ["approved", "adjusted", "executed"]
    assert (fields["value"]["type"], fields["value"]["unit"]) == ("number", "unit")
    assert all(field["title"] and field["description"] for field in fields.values())


def test_every_body_is_a_row_of_documents(out: Path) -> None:
    documents = {row["folder"]: row for row in rows(out, "documents")}
    assert set(documents) == {"丙县丁局-2024", "戊县己局-2024", "甲县乙局-2024"}
    assert documents["丙县丁局-2024"]["document"] == "b.txt"
    assert int(documents["丙县丁局-2024"]["errors"]) > 0 == int(documents["甲县乙局-2024"]["errors"])


@pytest.mark.parametrize("table", [name for name in NAMES if name != "documents"])
def test_a_joined_table_is_what_the_bodies_have_in_order(out: Path, table: str) -> None:
    expected = [
        {FOLDER: folder.name, NUMBER: str(number)} | row
        for folder in sorted(path for path in out.iterdir() if path.is_dir())
        for number, row in enumerate(rows(folder, table), 1)
    ]
    assert rows(out, table) == expected


@pytest.mark.parametrize("table", NAMES)
def test_the_database_has_the_same_rows(out: Path, table: str) -> None:
    columns = tables()[table].columns
    numbers = {column.name for column in columns if column.type != "string"}
    names = ", ".join(f'"{column.name}"' for column in columns)
    found = query(out, f'SELECT {names} FROM "{table}" ORDER BY rowid')
    for stored, row in zip(found, rows(out, table), strict=True):
        for value, (name, text) in zip(stored, row.items(), strict=True):
            if not text:
                assert value is None, name
            elif name in numbers:
                assert Decimal(str(value)) == Decimal(text), name
            else:
                assert value == original(text), name


def test_a_formula_is_harmless_in_a_table_and_itself_in_the_database(out: Path) -> None:
    assert f"'{FORMULA}" in {row["item"] for row in rows(out, "facts")}
    assert (FORMULA,) in query(out, "SELECT item FROM facts")


def test_the_database_is_sound_and_its_rows_belong_together(out: Path) -> None:
    assert query(out, "PRAGMA integrity_check") == [("ok",)]
    assert query(out, "PRAGMA foreign_key_check") == []
    assert query(out, "SELECT count(*) FROM evidence JOIN findings ON evidence.folder = findings.folder "
                 "AND evidence.finding = findings.id") == query(out, "SELECT count(*) FROM evidence")  # fmt: skip


def test_a_key_names_one_row(out: Path, tmp_path: Path) -> None:
    copy = tmp_path / joined.DATABASE
    copy.write_bytes((out / joined.DATABASE).read_bytes())
    connection = sqlite3.connect(copy)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute("INSERT INTO facts SELECT * FROM facts LIMIT 1")
    connection.close()


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [("facts", "item", "府办公"), ("documents", "department", "县丁局"), ("findings", "subject", "等于下级")],
)
def test_search_finds_chinese_within_a_word(out: Path, table: str, column: str, words: str) -> None:
    statement = f"SELECT t.{column} FROM {table} t JOIN {table}_fts s ON s.rowid = t.rowid WHERE {table}_fts MATCH "
    found = {value for (value,) in query(out, statement + f"'\"{words}\"'")}
    everything = {value for (value,) in query(out, f"SELECT {column} FROM {table}")}
    assert found == {value for value in everything if words in str(value)} != set()


def test_the_database_explains_itself(out: Path) -> None:
    told = query(out, 'SELECT "table", "column" FROM dictionary ORDER BY rowid')
    assert told == [(table.name, column.name) for table in tables().values() for column in table.columns]


def test_the_same_bodies_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    joined.write(out, tmp_path)
    for name in joined.names():
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes(), name


@pytest.mark.parametrize("name", ["facts.csv", "juesuan.sqlite", "datapackage.json"])
def test_a_file_that_is_gone_is_missed(out: Path, name: str) -> None:
    before = (out / name).read_bytes()
    assert overviews.are_current(out)
    (out / name).unlink()
    assert not overviews.are_current(out)
    (out / name).write_bytes(before)


@pytest.mark.parametrize("name", ["facts.csv", "datapackage.json"])
def test_a_file_that_is_torn_is_missed(out: Path, name: str) -> None:
    before = (out / name).read_bytes()
    (out / name).write_bytes(before[: len(before) // 2])
    assert not overviews.are_current(out)
    (out / name).write_bytes(before)


def test_columns_that_an_older_program_lacked_are_blank(out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "甲县乙局-2024"
    folder.mkdir(parents=True)
    (folder / "audit.json").write_bytes((out / folder.name / "audit.json").read_bytes())
    (folder / "facts.csv").write_text("document,year,value\na.txt,2024,1.00\n", encoding="utf-8")
    joined.write(folder.parent, tmp_path)
    (row,) = rows(tmp_path, "facts")
    assert (row["folder"], row["value"], row["phase"]) == (folder.name, "1.00", "")


def test_without_bodies_the_tables_are_empty_and_valid(tmp_path: Path) -> None:
    joined.write(tmp_path, tmp_path)
    assert rows(tmp_path, "facts") == []
    assert errors(tmp_path) == []


def test_parquet_has_the_same_rows_exactly(out: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet is an extra: pip install 'juesuan[parquet]'")
    joined.write(out, tmp_path)
    for name, table in tables().items():
        stored = parquet.read_table(tmp_path / f"{name}.parquet").to_pylist()
        for values, row in zip(stored, rows(tmp_path, name), strict=True):
            for column in table.columns:
                value, text = values[column.name], row[column.name]
                expected = original(text) if column.type == "string" else Decimal(text) if text else None
                assert value == (expected if text else None), (name, column.name)

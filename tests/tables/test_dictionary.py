"""The data dictionary says of every column what it is, and of nothing else."""

from __future__ import annotations

import pytest

from juesuan.tables.dictionary import DOCUMENTS, FOLDER, HERE, NUMBER, Table, _rows, tables

TABLES = tables()
PLAIN_UNITS = {"", "%", "分"}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_column_is_told_in_both_languages(table: Table) -> None:
    for column in table.columns:
        assert column.zh and column.en, column.name
        assert column.type in ("string", "integer", "number", "year"), column.name


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_units_keys_and_parents_name_what_is_there(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert {column.unit for column in table.columns} <= {*PLAIN_UNITS, *names}
    assert set(table.key) <= set(names)
    assert not table.parent or set(table.reference) <= set(names)


def test_no_words_are_left_over() -> None:
    own = {(table.name, column.name) for table in TABLES.values() for column in table.columns}
    for row in _rows("columns"):
        told = (row["table"], row["name"])
        assert told in own or (not told[0] and any(name == told[1] for _, name in own)), told


def test_a_body_s_own_tables_have_neither_folder_nor_number() -> None:
    assert next(iter(TABLES)) == DOCUMENTS
    for table in TABLES.values():
        assert not {FOLDER, NUMBER} & {column.name for column in table.own}


def test_the_words_are_data() -> None:
    assert {path.suffix for path in HERE.iterdir() if path.is_file()} == {".py", ".csv"}

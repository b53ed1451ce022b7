"""The joined tables as Parquet beside the CSV files, where `juesuan[parquet]` is installed.

Amounts are decimals of 38 digits, ten of them after the point; what is blank is null.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from juesuan.spreadsheet import original
from juesuan.tables.dictionary import Column, Table, tables

DIGITS, PLACES = 38, Decimal("1E-10")  # the widest decimal that other readers of Parquet know
EXACT = Context(prec=DIGITS)
AT_ONCE = 50_000  # rows that are held in memory


def available() -> bool:
    """Whether Parquet can be written."""
    return find_spec("pyarrow") is not None


def names() -> tuple[str, ...]:
    """The files that `write` makes where Parquet can be written."""
    return tuple(f"{table}.parquet" for table in tables())


def write(folder: Path) -> None:
    """Write the joined CSV files of a folder as Parquet beside them."""
    for name in names():
        table = tables()[Path(name).stem]
        _write(table, folder / f"{table.name}.csv", folder / name)


def _write(table: Table, source: Path, target: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "year": pa.int16(),
        "number": pa.decimal128(DIGITS, -PLACES.adjusted()),
    }
    fields = [
        pa.field(column.name, types[column.type], metadata={"zh": column.zh, "en": column.en, "unit": column.unit})
        for column in table.columns
    ]
    with parquet.ParquetWriter(target, pa.schema(fields), compression="zstd") as writer:
        for rows in _batches(source):
            columns = zip(table.columns, zip(*rows, strict=True), strict=True)
            arrays = [pa.array(_values(column, cells), types[column.type]) for column, cells in columns]
            writer.write_batch(pa.record_batch(arrays, schema=writer.schema))


def _batches(source: Path) -> Iterator[list[list[str]]]:
    with source.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        while batch := list(islice(rows, AT_ONCE)):
            yield batch


def _values(column: Column, cells: Sequence[str]) -> list[Any]:
    if column.type == "number":
        return [Decimal(cell).quantize(PLACES, context=EXACT) if cell else None for cell in cells]
    if column.type == "string":
        return [original(cell) if cell else None for cell in cells]
    return [int(cell) if cell else None for cell in cells]

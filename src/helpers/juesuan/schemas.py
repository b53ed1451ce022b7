"""What the frames of the exported tables promise: columns, types and allowed values, checked with pandera.

No row is promised to be the only one of its kind: accounts stand side by side in one line of a text, and one
document may be there twice. Values are `Decimal` objects, never floats; a blank value is `None`, never zero.
"""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pandera.pandas as pa

from juesuan.tables.dictionary import Column, tables


def typed(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """A frame of text, as read from an exported table, with its types; checked against the schema.

    Raises `pandera.errors.SchemaErrors`, which lists every cell that breaks a promise.
    """
    types = {column.name: column.type for column in tables()[table].columns}
    for column in frame.columns:
        if types.get(column) == "integer":
            frame[column] = pd.to_numeric(frame[column].replace("", None)).astype("Int64")
        elif types.get(column) == "number":
            values = [Decimal(value) if value else None for value in frame[column]]
            frame[column] = pd.Series(values, dtype=object, index=frame.index)
    return SCHEMAS[table].validate(frame, lazy=True)


def _is_exact(value: object) -> bool:
    return value is None or isinstance(value, Decimal)


def _promised(column: Column) -> pa.Column:
    if column.type == "integer":
        return pa.Column("Int64", nullable=True)
    if column.type == "number":
        return pa.Column(object, pa.Check(_is_exact, element_wise=True), nullable=True)
    if column.values:
        return pa.Column(str, pa.Check.isin(list(column.values)))
    return pa.Column(str, pa.Check.str_matches(column.pattern) if column.pattern else None)


SCHEMAS = {
    name: pa.DataFrameSchema({column.name: _promised(column) for column in table.own}, strict=True, ordered=True)
    for name, table in tables().items()
}

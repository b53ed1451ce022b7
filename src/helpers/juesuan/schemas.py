"""What the frames of the exported tables promise: columns, types and keys, checked with pandera.

Values are `Decimal` objects, never floats; a blank value is `None`, never zero.
"""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pandera.pandas as pa

from juesuan.checks import Outcome, Severity
from juesuan.export_rows import COLUMNS
from juesuan.forms.statutory import BY_NUMBER
from juesuan.kinds.kind import Kind, Scope
from juesuan.records import Direction, Measure
from juesuan.rules.registry import FAMILIES

WHOLE = {"row", "page", "decimals", "evaluation", "numerals", "understood"}
EXACT = {
    *("value", "left", "right", "difference", "tolerance"),
    *("opening", "budget", "executed", "rate", "weight", "score"),
}
WORDS = {
    "form": pa.Check.isin(list(BY_NUMBER)),
    "code": pa.Check.str_matches(r"^\d*$"),
    "year": pa.Check.str_matches(r"^(\d{4})?$"),
    "place": pa.Check.str_matches(r"^(p\d+(:-?\d+\.\d(,-?\d+\.\d){3})?|l\d+(c\d+)?)?$"),
    "kind": pa.Check.isin([str(kind) for kind in Kind]),
    "scope": pa.Check.isin([str(scope) for scope in Scope]),
    "measure": pa.Check.isin([str(measure) for measure in Measure]),
    "direction": pa.Check.isin([str(direction) for direction in Direction]),
    "line": pa.Check.isin(["fund", "indicator", "total"]),
    "family": pa.Check.isin(FAMILIES),
    "outcome": pa.Check.isin([str(outcome) for outcome in Outcome]),
    "severity": pa.Check.isin(["", *(str(severity) for severity in Severity)]),
}
KEYS = {"facts": ["document", "department", "year", "form", "row", "column", "place"]}


def typed(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """A frame of text, as read from an exported table, with its types; checked against the schema.

    Raises `pandera.errors.SchemaErrors`, which lists every cell that breaks a promise.
    """
    for column in frame.columns:
        if column in WHOLE:
            frame[column] = pd.to_numeric(frame[column].replace("", None)).astype("Int64")
        elif column in EXACT:
            values = [Decimal(value) if value else None for value in frame[column]]
            frame[column] = pd.Series(values, dtype=object, index=frame.index)
    return SCHEMAS[table].validate(frame, lazy=True)


def _is_exact(value: object) -> bool:
    return value is None or isinstance(value, Decimal)


def _column(name: str) -> pa.Column:
    if name in WHOLE:
        return pa.Column("Int64", nullable=True)
    if name in EXACT:
        return pa.Column(object, pa.Check(_is_exact, element_wise=True), nullable=True)
    return pa.Column(str, WORDS.get(name))


SCHEMAS = {
    table: pa.DataFrameSchema(
        {name: _column(name) for name in columns}, unique=KEYS.get(table), strict=True, ordered=True
    )
    for table, columns in COLUMNS.items()
}

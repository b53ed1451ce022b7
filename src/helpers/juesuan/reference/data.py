"""The data dictionary as a page."""

from __future__ import annotations

from juesuan.reference.markdown import code, table, text, titled
from juesuan.tables.database import INDICES, SEARCHED
from juesuan.tables.dictionary import DOCUMENTS, FOLDER, NUMBER, Column, Table, tables

OPENING = f"""\
Every run writes these tables: joined over all bodies as CSV files beside `datapackage.json`, and with the same names in
`juesuan.sqlite`. The folder of each body has its own, without `{FOLDER}` and `{NUMBER}`. New columns are added at the
end; no column changes its meaning.

- A blank cell says that nothing is said there; it is never zero. In the database it is `NULL`.
- Numbers are exact decimals in the CSV files and frames; the database keeps fifteen significant digits of them.
- A text that a spreadsheet would run as a formula has an apostrophe before it in the CSV files, nowhere else.
- A unit in `code` is the column that holds it.

每次运行都写出下列各表：合并的 CSV 与 `datapackage.json` 并列，`juesuan.sqlite` 中同名。
空白不等于零；数值在 CSV 中完全精确。
"""
REFERENCE = {"form": "forms.md", "key": "forms.md", "rule": "rules.md", "code": "accounts.md"}


def _part(table: Table) -> str:
    """A table's part of the page: what a row is, its key, its columns."""
    return "\n".join((f"## {table.name}\n", f"{text(table.en)}. {text(table.zh)}。\n", _keys(table), _columns(table)))


def page() -> str:
    """All tables."""
    return titled("Data dictionary · 数据字典", OPENING, *(_part(each) for each in tables().values()))


def _keys(table: Table) -> str:
    lines = [f"- Key: {_names(table.key)}"]
    if table.name != DOCUMENTS:
        lines.append(f"- {code(FOLDER)} leads to [{DOCUMENTS}](#{DOCUMENTS})")
    if table.parent:
        lines.append(f"- {_names(table.reference)} leads to [{table.parent}](#{table.parent})")
    if table.name in INDICES:
        lines.append(f"- Indices: {'; '.join(_names(each) for each in INDICES[table.name])}")
    if table.name in SEARCHED:
        lines.append(f"- Full-text search ({code(f'{table.name}_fts')}): {_names(SEARCHED[table.name])}")
    return "\n".join(lines) + "\n"


def _columns(made: Table) -> str:
    return table(("column", "type", "unit", "meaning", "含义"), (_row(column) for column in made.columns))


def _row(column: Column) -> tuple[str, ...]:
    unit = text(column.unit) if column.unit in ("%", "分") else code(column.unit)
    words = [code(value) for value in column.values if value]
    meaning = text(column.en) + (f": {', '.join(words)}" if words else "")
    name = code(column.name)
    linked = f"[{name}]({REFERENCE[column.name]})" if column.name in REFERENCE and not words else name
    return linked, column.type, unit, meaning, text(column.zh)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(map(code, columns))

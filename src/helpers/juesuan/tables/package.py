"""`datapackage.json`: what the joined tables are, as a Frictionless Data Package (https://specs.frictionlessdata.io).

Fields carry their meaning in Chinese (`title`) and English (`description`), their unit, and where it has
one their type in the Fiscal Data Package (`columnType`).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from juesuan.batch import program
from juesuan.batch.folders import PACKAGE
from juesuan.tables.dictionary import DOCUMENTS, FOLDER, Column, Table, tables

FISCAL = {
    "title": "部门决算公开数据",
    "description": "Figures of published departmental final accounts and budgets with their places in the documents, "
    "every check made on them, and what was found. Amounts are exact; blank is not zero; unchecked is not passed.",
    "keywords": ["final accounts", "budget", "government finance", "audit", "部门决算", "部门预算"],
    "countryCode": "CN",
    "currency": "CNY",
    "languages": ["zh-Hans"],
}
SOURCES = [
    {
        "title": "Disclosures of the bodies listed in documents.csv (部门决算公开、部门预算公开，预算法第十四条)",
        "path": "documents.csv",
    }
]
LICENSES = [
    {
        "name": "other-pd",
        "title": "Figures that public bodies must disclose (预算法第十四条) are facts, which copyright does not cover "
        "(著作权法第五条). Words quoted from a document remain those of the body that published it.",
    }
]


def write(folder: Path) -> None:
    """Describe the joined tables that stand in a folder, beside them."""
    described = {
        "profile": "tabular-data-package",
        "name": "juesuan",
        **FISCAL,
        "version": program.identity(),
        "sources": SOURCES,
        "licenses": LICENSES,
        "resources": [_resource(table, folder / f"{table.name}.csv") for table in tables().values()],
    }
    text = json.dumps(described, ensure_ascii=False, indent=1)
    (folder / PACKAGE).write_text(text + "\n", encoding="utf-8")


def _resource(table: Table, path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path.name,
        "title": table.zh,
        "description": table.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, column.name in table.key) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.name != DOCUMENTS:
        schema["foreignKeys"] = [_reference([FOLDER], DOCUMENTS, [FOLDER])]
    if table.parent:
        schema["foreignKeys"].append(_reference(list(table.reference), table.parent, list(tables()[table.parent].key)))
    return schema


def _reference(fields: list[str], resource: str, others: list[str]) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": resource, "fields": others}}


def _field(column: Column, is_key: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if is_key else {}
    if column.values:
        constraints["enum"] = [value for value in column.values if value]
    elif column.pattern and column.type == "string":
        constraints["pattern"] = column.pattern
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.zh,
        "description": column.en,
    }
    field |= {"unit": column.unit} if column.unit else {}
    field |= {"columnType": column.fiscal} if column.fiscal else {}
    return field | ({"constraints": constraints} if constraints else {})

"""Departments whose published figures are kept as data, with the figures that do not agree.

A file in `departments/` holds what the accounts say; its `edits` then put in what the published
document displays instead, so that every disagreement of the document is in the typeset one too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from corpus.classification import GENERAL, economic
from corpus.compose import compose
from corpus.department import Aim, Budget, Department, Flow, FundRow, Overall, Procurement, Project, ThreePublic
from corpus.dialect import Dialect
from corpus.manuscript import Manuscript

FOLDER = Path(__file__).parent / "departments"


@dataclass(frozen=True, slots=True)
class Edit:
    """A displayed text (`text`, or an amount in yuan) at a key, or other words in a line of a key."""

    key: str
    text: str = ""
    yuan: Decimal | None = None
    find: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One department's published figures and where the document departs from its own accounts."""

    department: Department
    edits: tuple[Edit, ...]

    def manuscript(self, dialect: Dialect, name: str) -> Manuscript:
        """The disclosure in a dialect. Edits of prose hold for the wording they were made for."""
        made = compose(self.department, dialect, source=name)
        known = made.texts()
        texts = {edit.key: _displayed(edit, dialect) for edit in self.edits if not edit.find and edit.key in known}
        made = made.edited(texts)
        for edit in self.edits:
            if edit.find:
                made = made.reworded(edit.key, edit.find, edit.text)
        return made


def disclosures() -> list[str]:
    """The names of the departments on file, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def load(name: str) -> Disclosure:
    with (FOLDER / f"{name}.json").open(encoding="utf-8") as file:
        data: dict[str, Any] = json.load(file)
    edits = tuple(
        Edit(edit["key"], edit.get("text", ""), _money(edit.get("yuan")), edit.get("find", ""))
        for edit in data["edits"]
    )
    return Disclosure(_department(data), edits)


def _displayed(edit: Edit, dialect: Dialect) -> str:
    return edit.text if edit.yuan is None else dialect.figure(edit.yuan)


def _department(data: dict[str, Any]) -> Department:
    three = data.get("three_public", {})
    return Department(
        name=data["name"],
        year=data["year"],
        flows=tuple(
            Flow(code, GENERAL, Decimal(basic), Decimal(project))
            for code, (basic, project) in data.get("spending", {}).items()
        ),
        economic=_economic(data.get("economic", {})),
        budgets={
            code: Budget(Decimal(value), Decimal(value)) for code, value in data.get("opening_budget", {}).items()
        },
        prior={what: Decimal(value) for what, value in data.get("prior", {}).items()},
        three=ThreePublic(
            *(
                {kind: Decimal(value) for kind, value in three.get(side, {}).items()}
                for side in ("budget", "final", "prior")
            ),
            **three.get("counts", {}),
        ),
        procurement=Procurement(*(Decimal(value) for value in data.get("procurement", ("0",) * 5))),
        fleet=data.get("fleet", {}),
        equipment=data.get("equipment", 0),
        operating_cost=Decimal(data.get("operating_cost", 0)),
        meetings=Decimal(data.get("meetings", 0)),
        training=Decimal(data.get("training", 0)),
        offices=tuple(data.get("offices", ())),
        institutions=tuple(data.get("institutions", ())),
        duties=tuple(data.get("duties", ())),
        projects=tuple(_project(project) for project in data["projects"]),
        overall=_overall(data["overall"]) if "overall" in data else None,
        remarks=tuple(data.get("remarks", ())),
        evaluation=data["evaluation"],
        forms=tuple(data["forms"]),
    )


def _economic(given: dict[str, str]) -> dict[str, Decimal]:
    """Every item of the classification, in its order; those not given are zero."""
    return {code: Decimal(given.get(code, "0")) for code in economic() if len(code) == 5}


def _project(data: dict[str, Any]) -> Project:
    plain = {field.name for field in fields(Project)} - {
        "aims",
        "funds",
        "opening",
        "budget",
        "executed",
        "score",
        "report",
    }
    return Project(
        **{name: data[name] for name in plain if name in data},
        opening=Decimal(data.get("opening", data["budget"])),
        budget=Decimal(data["budget"]),
        executed=Decimal(data["executed"]),
        score=_money(data.get("score")),
        aims=tuple(_aim(aim) for aim in data["aims"]),
        funds=tuple(FundRow(*line) for line in data["funds"]),
        report=tuple(data.get("report", ())),
    )


def _overall(data: dict[str, Any]) -> Overall:
    return Overall(
        funds=tuple(FundRow(*line) for line in data.get("funds", ())),
        aims=tuple(_aim(aim) for aim in data["aims"]),
        goal=data["goal"],
        result=data["result"],
        score=_money(data.get("score")),
        tasks=tuple(tuple(task) for task in data.get("tasks", ())),
        report=tuple(data.get("report", ())),
        name=data.get("name", ""),
    )


def _aim(values: list[str]) -> Aim:
    """Levels, target, actual; then weight, score, reason, unit and completion where the table has them."""
    weight, score, reason, unit, completion = [*values[5:], "", "", "", "", ""][:5]
    points = {"weight": _money(weight or None), "score": _money(score or None)}
    return Aim(*values[:5], reason=reason, unit=unit, completion=completion, **points)


def _money(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)

"""Names: how the reporting body is called, and which self-evaluation a project's name means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from juesuan.document import Place


@dataclass(frozen=True, slots=True)
class Naming:
    """One way in which the reporting body is named, and where.

    `role` is title, heading, form, label (a line 部门：…), evaluation, report or prose; `name` is
    without year and without 部门决算.
    """

    name: str
    role: str
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Tie:
    """A project named in prose held to be the project of a self-evaluation table.

    `sureness` is 1 for the same name, less for names that differ; `evaluation` is the index in
    `Accounts.evaluations`.
    """

    name: str
    evaluation: int
    sureness: Decimal
    place: Place

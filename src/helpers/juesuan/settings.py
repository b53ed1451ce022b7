"""The settings that decide, in one place: `juesuan.toml`, or `[tool.juesuan]` in `pyproject.toml`.

    [review]                     # from when a fact is worth a question (核实)
    few_indicators = 10          # fewer indicators at full marks throughout are nothing unusual
    few_projects = 3             # fewer projects spent to the last cent are nothing unusual
    least_of_budget = 80         # per cent of its opening budget below which an item calls for a reason
    most_of_budget = 120         # per cent above which it does
    large_carry_over = 20        # per cent of the year's income above which what is carried over is large

    [severity]                   # how a rule reports, by its name: error, notice, review, or off
    stale-year = "review"

    [families]
    off = ["wording"]            # families of rules that are not run

The nearest such file counts, from the working folder upwards. Whatever differs from the defaults is said in
every audit. Masking of personal data is no setting: nothing turns it off.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from juesuan.errors import JuesuanError

FILE = "juesuan.toml"
PROJECT, TABLE = "pyproject.toml", "juesuan"

Severity = Literal["error", "notice", "review", "off"]
Count = Annotated[int, Field(ge=1)]
Percent = Annotated[Decimal, Field(ge=0)]


class WrongSettings(JuesuanError):
    """Settings that cannot be used: which one in which file, and what is wanted."""


@dataclass(frozen=True, slots=True)
class Review:
    """From when a fact is worth a question; shares in per cent."""

    few_indicators: Count = 10
    few_projects: Count = 3
    least_of_budget: Percent = Decimal(80)
    most_of_budget: Percent = Decimal(120)
    large_carry_over: Percent = Decimal(20)

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Families:
    """Families of rules that are not run."""

    off: tuple[str, ...] = ()

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `severity` are pairs of a rule's name and what it reports, sorted."""

    review: Review = field(default_factory=Review)
    severity: tuple[tuple[str, Severity], ...] = ()
    families: Families = field(default_factory=Families)

    __pydantic_config__ = ConfigDict(extra="forbid")

    @property
    def changed(self) -> tuple[str, ...]:
        """What differs from the defaults, each as it would be written on one line."""
        default = Review()
        review = (
            f"review.{each.name} = {getattr(self.review, each.name)}"
            for each in dataclasses.fields(Review)
            if getattr(self.review, each.name) != getattr(default, each.name)
        )
        severity = (f"severity.{rule} = {value}" for rule, value in self.severity)
        families = (f"families.off = {', '.join(self.families.off)}" for _ in self.families.off[:1])
        return (*review, *severity, *families)

    def told(self, language: str) -> tuple[str, ...]:
        """One sentence for what differs from the defaults; none where nothing does."""
        if not self.changed:
            return ()
        listed = "; ".join(self.changed)
        return (
            f"本次核对的设置不同于默认：{listed}。" if language == "zh" else f"Set otherwise than usual: {listed}.",
        )

    def check_names(self, rules: Iterable[str], families: Iterable[str]) -> None:
        """Raises `WrongSettings` for a rule or a family that there is not."""
        for kind, named, known in (
            ("rule", [rule for rule, _ in self.severity], tuple(rules)),
            ("family", self.families.off, tuple(families)),
        ):
            for name in named:
                if name not in known:
                    raise WrongSettings(f"settings: there is no {kind} {name}{_meant(name, known)}")


def load(path: Path) -> Settings:
    """The settings in a file. Raises `WrongSettings`."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongSettings(f"{path}: cannot be opened: {error.strerror}") from None
    except ValueError as error:  # not TOML, or not UTF-8
        raise WrongSettings(f"{path}: is no TOML: {error}") from None
    return settings_of(written.get("tool", {}).get(TABLE, {}) if path.name == PROJECT else written, str(path))


def settings_of(written: Mapping[str, Any], source: str = "settings") -> Settings:
    """Settings out of what a file holds. Raises `WrongSettings`, which names the setting."""
    severity = written.get("severity", {})
    pairs = tuple(sorted(severity.items())) if isinstance(severity, Mapping) else severity
    try:
        return _adapter().validate_python(dict(written) | {"severity": pairs})
    except ValidationError as error:
        first = error.errors()[0]
        where = first["loc"]
        if where[0] == "severity" and len(where) > 1:
            raise WrongSettings(f"{source}: severity.{pairs[int(where[1])][0]}: {first['msg']}") from None
        name = ".".join(map(str, where))
        known = tuple(_names()) if first["type"] == "unexpected_keyword_argument" else ()
        told = f"there is no such setting{_meant(name, known)}" if known else first["msg"]
        raise WrongSettings(f"{source}: {name}: {told}") from None


def find(folder: Path) -> Path | None:
    """The nearest file with settings, from a folder upwards."""
    for each in (folder, *folder.parents):
        if (each / FILE).is_file():
            return each / FILE
        if (each / PROJECT).is_file() and f"[tool.{TABLE}" in (each / PROJECT).read_text("utf-8", errors="replace"):
            return each / PROJECT
    return None


_used: list[Settings] = []


def current() -> Settings:
    """The settings in force: those given to `use`, else those of the nearest file. Raises `WrongSettings`."""
    if not _used:
        found = find(Path.cwd())
        _used.append(load(found) if found else Settings())
    return _used[0]


def use(settings: Settings) -> None:
    """Let settings be in force in this process."""
    _used[:] = [settings]


def _names() -> Iterator[str]:
    yield from (f"review.{each.name}" for each in dataclasses.fields(Review))
    yield from ("severity", "families.off", "review", "families")


def _meant(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f", did you mean {near[0]}?" if near else f"; there are {', '.join(known[:20])}"


@cache
def _adapter() -> TypeAdapter[Settings]:
    return TypeAdapter(Settings)

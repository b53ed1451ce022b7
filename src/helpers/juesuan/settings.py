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
from pathlib import Path
from typing import Any

from juesuan.errors import JuesuanError

FILE = "juesuan.toml"
PROJECT, TABLE = "pyproject.toml", "juesuan"

SEVERITIES = ("error", "notice", "review", "off")


class WrongSettings(JuesuanError):
    """Settings that cannot be used: which one in which file, and what is wanted."""


@dataclass(frozen=True, slots=True)
class Review:
    """From when a fact is worth a question; shares in per cent."""

    few_indicators: int = 10
    few_projects: int = 3
    least_of_budget: Decimal = Decimal(80)
    most_of_budget: Decimal = Decimal(120)
    large_carry_over: Decimal = Decimal(20)


@dataclass(frozen=True, slots=True)
class Families:
    """Families of rules that are not run."""

    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `severity` are pairs of a rule's name and what it reports, sorted."""

    review: Review = field(default_factory=Review)
    severity: tuple[tuple[str, str], ...] = ()
    families: Families = field(default_factory=Families)

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
    try:
        tables = {name: _table(written, name) for name in _known(written, ("review", "severity", "families"), "")}
        return Settings(
            _review(tables.get("review", {})),
            tuple(sorted(_severities(tables.get("severity", {})))),
            _families(tables.get("families", {})),
        )
    except ValueError as error:
        raise WrongSettings(f"{source}: {error}") from None


def _table(written: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = written[name]
    if not isinstance(table, Mapping):
        raise ValueError(f"{name}: a table is wanted, as [{name}]")
    return table


def _review(written: Mapping[str, Any]) -> Review:
    usual = {each.name: each.default for each in dataclasses.fields(Review)}
    names = _known(written, usual, "review.")
    return Review(**{name: _number(f"review.{name}", written[name], usual[name]) for name in names})


def _number(name: str, value: object, usual: object) -> Any:
    """A count from 1 up where the usual value is one, else a share in per cent."""
    if isinstance(usual, int):
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise ValueError(f"{name}: a whole number from 1 up is wanted")
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise ValueError(f"{name}: a number of per cent from 0 up is wanted")
    return Decimal(str(value))


def _severities(written: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for rule, value in written.items():
        if value not in SEVERITIES:
            raise ValueError(f"severity.{rule}: one of {', '.join(SEVERITIES)} is wanted")
        yield rule, value


def _families(written: Mapping[str, Any]) -> Families:
    off = [written[name] for name in _known(written, ("off",), "families.")]
    if not all(isinstance(each, list) and all(isinstance(name, str) for name in each) for each in off):
        raise ValueError('families.off: a list of names is wanted, as ["wording"]')
    return Families(tuple(name for each in off for name in each))


def _known(written: Mapping[str, Any], known: Iterable[str], above: str) -> list[str]:
    """The names that are written; raises ValueError for one that is no setting."""
    for name in written:
        if name not in known:
            raise ValueError(f"{above}{name}: there is no such setting{_meant(name, tuple(known))}")
    return list(written)


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


def _meant(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f", did you mean {near[0]}?" if near else f"; there are {', '.join(known[:20])}"

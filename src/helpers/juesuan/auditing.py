"""One department's audit: read, run the rules, turn what they found into findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from juesuan import settings
from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome, Severity
from juesuan.errors import JuesuanError, MissingSource
from juesuan.findings import LANGUAGES, Finding, Language, Weight, findings
from juesuan.kinds.policy import runs
from juesuan.kinds.reach import judged
from juesuan.kinds.telling import remarks
from juesuan.misreadings import tempered
from juesuan.reading import read_all, read_joined
from juesuan.rules import FAMILIES, RULES, Crash, Rule, run
from juesuan.settings import Settings

Source = Path | str | Sequence[Path | str]
Paths = tuple[Path, ...]
Stamps = tuple[tuple[int, ...], ...]
KEPT = 32  # documents, about 4 MB each: a folder that is looked into again is not read again


@dataclass(frozen=True, repr=False)
class Audit:
    """Everything known of one source after the audit, ready to be shown or exported.

    `source` is the file that was read, `further` are those that were joined to it, `crashes` the
    rules that failed by a bug of the program; such rules made no checks.
    """

    source: Path
    accounts: Accounts
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]
    language: Language
    further: tuple[Path, ...] = ()
    settings: Settings = field(default_factory=Settings)

    def __repr__(self) -> str:
        """In one line whose accounts and what came of the checks: a notebook shows it."""
        counts = ", ".join(f"{len(self.weighing(weight))} {weight}" for weight in Weight)
        known = " ".join(filter(None, (self.accounts.department or self.accounts.source, self.accounts.year)))
        return f"<Audit {known}: {self.made} checks made, {counts}, {self.outcomes[Outcome.UNCHECKED]} unchecked>"

    @cached_property
    def outcomes(self) -> Counter[Outcome]:
        """How many checks came out in each way."""
        return Counter(check.outcome for check in self.checks)

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """What the document is, what of it was not read, which settings are unusual, which rules failed."""
        failed = (each.told(self.accounts.department, self.language) for each in self.crashes)
        read = remarks(self.accounts, self.checks, self.language)
        return (*read, *self.settings.told(self.language), *failed)

    @property
    def made(self) -> int:
        """Checks that could be made and applied: passed, rounding or failed."""
        return sum(self.outcomes[each] for each in (Outcome.PASSED, Outcome.ROUNDING, Outcome.FAILED))

    def weighing(self, weight: Weight) -> list[Finding]:
        """The findings of one weight, in their order."""
        return [finding for finding in self.findings if finding.severity is weight]


def of(source: Source, language: str = "zh", part: int = 1) -> Audit:
    """The audit of one file, or of several that are one disclosure; asked for the same again at once, the same audit.

    Of a file that holds the disclosures of several bodies that of the `part`-th, counted from 1. Raises
    `SourceError` where the source cannot be read, is no disclosure or has no such part, and
    `JuesuanError` for a language that is not offered.
    """
    found = every(source, language)
    if not 0 < part <= len(found):
        raise MissingSource(str(source), f"holds {len(found)} disclosures, no number {part}", "count from 1")
    return found[part - 1]


def every(source: Source, language: str = "zh") -> tuple[Audit, ...]:
    """The audits of all bodies in a file, in their order; raises as `of`."""
    chosen = spoken(language)
    named = (source,) if isinstance(source, (str, Path)) else tuple(source)
    if not named or not all(map(str, named)):
        raise MissingSource("source", "没有给出要审核的文件 / no file was given", "-p source FILE")
    paths = tuple(map(Path, named))
    return _kept(paths, tuple(map(_stamp, paths)), chosen, tuple(RULES.values()), settings.current())


@lru_cache(maxsize=KEPT)
def _kept(
    paths: Paths, stamps: Stamps, language: Language, rules: tuple[Rule, ...], decided: Settings
) -> tuple[Audit, ...]:
    return tuple(examine(accounts, paths[0], language, paths[1:]) for accounts in _read(paths, stamps))


@lru_cache(maxsize=KEPT)
def _read(paths: Paths, stamps: Stamps) -> tuple[Accounts, ...]:
    """Kept by itself: who writes a rule audits the same file again and again."""
    return read_all(paths[0]) if len(paths) == 1 else (read_joined(paths),)


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes when the file does."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


def examine(accounts: Accounts, source: Path, language: Language, further: Paths = ()) -> Audit:
    """The audit of accounts that are already read, from `source` and the `further` files joined to it.

    The settings decide what is run. Raises `WrongSettings`.
    """
    decided = settings.current()
    decided.check_names(RULES, FAMILIES)
    off = {name for name, severity in decided.severity if severity == "off"}
    rules = [rule for rule in RULES.values() if rule.name not in off and rule.family not in decided.families.off]
    checks, crashes = checked(accounts, [rule for rule in rules if runs(rule, accounts.kind)])
    told = tuple(findings(checks, language))
    return Audit(source, accounts, tuple(checks), told, tuple(crashes), language, further, decided)


def checked(accounts: Accounts, rules: Iterable[Rule]) -> tuple[list[Check], list[Crash]]:
    """What some rules make of accounts; what was not read with certainty is `unchecked`, never failed."""
    known = {rule.name: rule for rule in rules}
    checks, crashes = run(accounts, known)
    whole = {name for name, rule in known.items() if rule.whole}
    return _weighed(tempered(judged(accounts, checks, whole), accounts)), crashes


def _weighed(checks: list[Check]) -> list[Check]:
    """The checks with the severities that the settings give their rules."""
    given = {rule: Severity(severity) for rule, severity in settings.current().severity if severity != "off"}
    return [replace(check, severity=given.get(check.rule, check.severity)) for check in checks] if given else checks


def spoken(language: str) -> Language:
    """The language by its name; raises `JuesuanError` for one that is not offered."""
    for offered in LANGUAGES:
        if language == offered:
            return offered
    raise JuesuanError(f"language {language!r} is not offered; choose {' or '.join(LANGUAGES)}")

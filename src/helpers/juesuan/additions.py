"""What a run adds to the program: rules and identities of one's own, and settings; the same in every process of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from juesuan import settings
from juesuan.settings import Settings

GROUP = "juesuan.rules"  # the entry points of installed packages that hold rules: each names a module


@dataclass(frozen=True, slots=True)
class Additions:
    """Files of rules and of identities by their absolute paths, and the settings; `digest` is "" for none of them."""

    rules: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    digest: str = ""

    def adopt(self) -> None:
        """Let this process have them. Raises `JuesuanError` for a file that cannot be used."""
        from juesuan.rules.identities import register_file
        from juesuan.rules.own import load_file

        settings.use(self.settings)
        for path in self.rules:
            load_file(Path(path))
        for path in self.identities:
            register_file(Path(path))


def gathered(rules: Sequence[Path], identities: Sequence[Path], chosen: Path | None) -> Additions:
    """What the files say now, adopted; settings are those of `chosen`, else of the nearest file.

    Raises `JuesuanError` for a file that cannot be used, and for a setting of a rule or a family that there is not.
    """
    decided = settings.load(chosen) if chosen else settings.current()
    if not (rules or identities or decided.changed):
        return Additions()  # without loading the catalogue, which a run with nothing to do need not

    from juesuan.rules import FAMILIES, RULES

    python, tables = (tuple(str(path.absolute()) for path in paths) for paths in (rules, identities))
    added = Additions(python, tables, decided)
    added.adopt()
    decided.check_names(RULES, FAMILIES)
    return replace(added, digest=_digest((*rules, *identities), decided))


def _digest(files: Sequence[Path], decided: Settings) -> str:
    """Changes when anything that was added does."""
    said = hashlib.sha256("\0".join(decided.changed).encode())
    for path in files:
        said.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return said.hexdigest()[:12]

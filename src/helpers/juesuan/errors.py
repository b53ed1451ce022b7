"""Errors a user can act on: what happened to which file, and what to do about it."""

from __future__ import annotations

from pathlib import Path


class JuesuanError(Exception):
    """Base of every error the program raises on purpose; its text is one line for a person."""


class SourceError(JuesuanError):
    """A source that cannot be read or is not a final-accounts disclosure.

    `source` is the file, `reason` says in one clause what is wrong with it, `remedy` what to do.
    """

    def __init__(self, source: Path | str, reason: str, remedy: str = "") -> None:
        self.source = str(source)
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{self.source}: {self.clause}")

    @property
    def clause(self) -> str:
        """What is wrong and what to do, without the source's name."""
        return self.reason + (f" ({self.remedy})" if self.remedy else "")

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, str]]:
        return type(self), (self.source, self.reason, self.remedy)


class MissingSource(SourceError):
    """The path does not exist, or is neither a file nor a folder."""


class UnreadableSource(SourceError):
    """Empty, truncated, of another type than its name says, or protected by a password."""


class NoTextLayer(SourceError):
    """A PDF that consists of pictures only."""


class NotADisclosure(SourceError):
    """Neither a statutory form nor a self-evaluation was found."""


class LimitExceeded(SourceError):
    """Reading or auditing took more time or memory than was allowed."""

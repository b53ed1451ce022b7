"""What earlier runs made of a file that has changed since: it must not stand as if it were current."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.batch import journal
from juesuan.batch.folders import Outputs
from juesuan.batch.journal import Result
from juesuan.batch.task import Made


class Earlier:
    """The audits that stand in the folder of outputs when a run begins, by the file each was made from.

    A file is known by its absolute path in the log of runs: two folders may hold files of one name. `last` are the
    path and digest of every file that the last run over the folder left standing.
    """

    def __init__(self, outputs: Outputs, standing: dict[Made, str]) -> None:
        self._outputs = outputs
        self._standing = standing
        self._audited: set[tuple[str, str]] = set()
        self._aside: dict[str, str] = {}
        self.last: set[tuple[str, str]] = set()
        run = ""
        for entry in journal.entries(outputs.root):
            if entry.run != run:
                run, self.last = entry.run, set()
            if entry.outcome != Result.FAILED:
                self.last.add((entry.source, entry.digest))
                self._audited.add((entry.source, entry.digest))
                self._aside.pop(entry.source, None)
            elif entry.folder:
                self._aside[entry.source] = entry.folder

    def replaced(self, path: str, made: Made) -> None:
        """Remove what an audit replaces although it stands elsewhere: set aside, or under another department's name."""
        for earlier, folder in self._of(path, made):
            self._outputs.discard(folder, earlier)
        if path in self._aside:
            self._outputs.discard_aside(self._aside.pop(path))

    def outdated(self, path: str, made: Made) -> str:
        """Set aside what was made from an earlier version of a file that cannot be audited now.

        Gives the path below the folder of outputs where it is kept, "" where there was none.
        """
        for earlier, folder in self._of(path, made):
            if earlier.digest != made.digest:
                self._aside[path] = self._outputs.set_aside(folder, earlier)
        aside = self._aside.get(path, "")
        return aside if aside and (self._outputs.root / aside).is_dir() else ""

    def _of(self, path: str, made: Made) -> Iterator[tuple[Made, str]]:
        for earlier, folder in self._standing.items():
            if earlier.source == made.source and earlier != made and (path, earlier.digest) in self._audited:
                yield earlier, folder

"""A run over many sources: what is to do is done by an executor, what is done is moved into its place.

Departments come into the folder one by one, whole, in any order; the result does not depend on it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from juesuan.additions import Additions
from juesuan.batch import executors, journal, overviews, program, sources, worker
from juesuan.batch.child import Limits
from juesuan.batch.earlier import Earlier
from juesuan.batch.folders import Outputs
from juesuan.batch.journal import Entry, Result
from juesuan.batch.progress import Progress
from juesuan.batch.sources import Source
from juesuan.batch.task import Made, Report, Staged, Task
from juesuan.errors import JuesuanError, SourceError
from juesuan.privacy import mask

WAITING_FOR_EACH = 2  # tasks handed to the executor for each that it does at once
FULL = (errno.ENOSPC, errno.EDQUOT)

Pending = dict[Future[Report], tuple[Source, Made]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is to go; `scheduler` is the address of a dask scheduler, "" for this machine alone."""

    out: Path
    language: str = "zh"
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    force: bool = False
    scheduler: str = ""
    additions: Additions = field(default_factory=Additions)


@dataclass
class Tally:
    """How a run went: how many sources were audited or found unchanged, and a line for each that failed."""

    audited: int = 0
    unchanged: int = 0
    failed: list[str] = field(default_factory=list)


class NoRoomForOutputs(JuesuanError):
    """The disk is full: the run stops, what is whole stays."""

    def __init__(self, out: Path) -> None:
        super().__init__(f"{out}: no space left; what stands there is whole: make room and run again")


def audit(places: Sequence[Path], settings: Settings) -> Tally:
    """Audit all sources in files and folders into `settings.out`, and write the index over all that stands there.

    Where no source is found nothing is written.

    Raises `NoRoomForOutputs`, or `JuesuanError` where the output folder or the scheduler cannot be used.
    """
    found, refused = sources.find(places, settings.out)
    if not found:
        return Tally(failed=[str(error) for error in refused])
    try:
        with Outputs(settings.out) as outputs:
            taken, torn = sources.unpacked(found, outputs.staging)
            refused += torn
            with Progress(len(taken) + len(refused)) as progress:
                return _Run(outputs, settings, progress).over(taken, refused)
    except OSError as error:
        if error.errno in FULL:
            raise NoRoomForOutputs(settings.out) from None
        raise JuesuanError(f"{settings.out}: cannot be written to: {error.strerror or error}") from None


class _Run:
    def __init__(self, outputs: Outputs, settings: Settings, progress: Progress) -> None:
        self._outputs = outputs
        self._settings = settings
        self._progress = progress
        self._made = outputs.made()
        self._earlier = Earlier(outputs, {made: folder for folder, parts in self._made.items() for made in parts})
        self._standing: dict[Made, str] = {}
        self._sources: dict[Made, Source] = {}  # of this run, as far as they stand in folders
        self._tally = Tally()
        self._began = _now()
        self._program = program.identity() + (f"+{settings.additions.digest}" if settings.additions.digest else "")

    def over(self, found: list[Source], refused: list[SourceError]) -> Tally:
        for error in refused:
            self._failed(error.source, Report(reason=error.clause))
        self._standing = dict(self._as_they_are(found))
        with self._executor() as (executor, at_once):
            self._work_through(found, executor, at_once * WAITING_FOR_EACH)
            self._join(executor)
        self._write_overviews()
        return self._tally

    def _as_they_are(self, found: list[Source]) -> Iterator[tuple[Made, str]]:
        """What stands already, by its file; a joined disclosure only while all of its files are as they were."""
        known = {mask(source.name): source for source in found}
        for folder, parts in self._made.items():
            if len(parts) == 1 or all(
                part.source in known and _digest(known[part.source]) == part.digest for part in parts
            ):
                yield from ((part, folder) for part in parts)

    def _executor(self) -> executors.Chosen:
        scheduler = self._settings.scheduler
        return executors.cluster(scheduler) if scheduler else executors.threads(self._settings.jobs)

    def _work_through(self, found: list[Source], executor: Executor, at_once: int) -> None:
        pending: Pending = {}
        try:
            for source, made in self._to_do(found):
                staging, additions = str(self._outputs.staging.absolute()), self._settings.additions
                task = Task((str(source.path.absolute()),), made, staging, additions=additions)
                pending[executor.submit(worker.audit_one, task, self._settings.limits)] = (source, made)
                if len(pending) >= at_once:
                    self._take_in(pending)
            while pending:
                self._take_in(pending)
        except BaseException:
            for future in pending:
                future.cancel()
            worker.stop()
            raise

    def _to_do(self, found: list[Source]) -> Iterator[tuple[Source, Made]]:
        """Sources without a folder, or with one made from other bytes, by another program or otherwise."""
        for source in found:
            try:
                digest = sources.digest(source.path)
            except OSError as error:
                self._failed(source.origin, Report(reason=f"cannot be opened: {error.strerror}"))
                continue
            made = Made(mask(source.name), digest, self._program, self._settings.language)
            if made in self._standing and not self._settings.force:
                self._unchanged(source, made)
            else:
                yield source, made

    def _take_in(self, pending: Pending) -> None:
        """Wait for the next that is done and move it into its place."""
        for future in wait(pending, return_when=FIRST_COMPLETED).done:
            source, made = pending.pop(future)
            report = _report(future)
            if report.full:
                raise NoRoomForOutputs(self._settings.out)
            if not report.staged:
                outdated = self._earlier.outdated(_absolute(source.origin), made)
                self._failed(source.origin, report, made.digest, outdated)
            else:
                self._audited(source, made, report)

    def _audited(self, source: Source, made: Made, report: Report) -> None:
        self._tally.audited += 1
        self._sources[made] = source
        for staged in report.staged:
            folder = self._placed(staged, source)
            self._log(source.origin, made.digest, report, Result.AUDITED, folder)
            self._progress.done(folder, _counted(staged))
        self._earlier.replaced(_absolute(source.origin), made)

    def _placed(self, staged: Staged, source: Source) -> str:
        """Move a staged department to its place; the folder's name."""
        place = (staged.department, staged.year, source.name, staged.marks)
        return self._outputs.take_in(Path(staged.folder), *place)

    def _join(self, executor: Executor) -> None:
        """Audit as one what stands in several folders of this run and is one disclosure."""
        if self._is_as_before():
            return
        made = self._outputs.made()
        standing = {folder: parts for folder, parts in made.items() if all(part in self._sources for part in parts)}
        if len(standing) < 2:
            return
        found = worker.bundled([self._outputs.root / folder for folder in standing])
        pending: dict[Future[Report], dict[Made, str]] = {}
        for folders in found.bundles:
            members = {part: folder for folder in folders for part in standing[folder]}
            paths = tuple(str(self._sources[part].path.absolute()) for part in members)
            staging, additions = str(self._outputs.staging.absolute()), self._settings.additions
            task = Task(paths, next(iter(members)), staging, tuple(members), additions)
            pending[executor.submit(worker.audit_one, task, self._settings.limits)] = members
        self._progress.more(len(pending))
        for future, members in pending.items():
            report = _report(future)
            if report.full:
                raise NoRoomForOutputs(self._settings.out)
            if report.staged:
                self._joined(members, report)
            else:
                self._progress.done("、".join(members.values()), f"could not be joined: {report.reason}")

    def _is_as_before(self) -> bool:
        """Whether nothing was audited, and a run over the same files was the last and came to its end."""
        files = {(_absolute(source.origin), made.digest) for made, source in self._sources.items()}
        same = not self._tally.audited and files == self._earlier.last
        return same and overviews.are_current(self._settings.out)

    def _joined(self, members: dict[Made, str], report: Report) -> None:
        """Put a joined disclosure in the place of its parts."""
        for made, folder in members.items():
            self._outputs.discard(folder, made)
        (staged,) = report.staged
        folder = self._placed(staged, self._sources[next(iter(members))])
        for made in members:
            self._log(self._sources[made].origin, made.digest, report, Result.JOINED, folder)
        self._progress.done(folder, f"{len(members)} files joined, {_counted(staged)}")

    def _unchanged(self, source: Source, made: Made) -> None:
        folder = self._standing[made]
        self._sources[made] = source
        self._tally.unchanged += 1
        self._log(source.origin, made.digest, Report(), Result.UNCHANGED, folder)
        self._progress.done(folder, "unchanged")

    def _failed(self, path: str, report: Report, digest: str = "", outdated: str = "") -> None:
        reason = report.reason
        if outdated:
            reason += f"; the audit of an earlier version of it now stands in {self._settings.out / outdated}"
        self._tally.failed.append(f"{path}: {reason}")
        self._log(path, digest, report, Result.FAILED, outdated)
        self._progress.done(path, reason)

    def _write_overviews(self) -> None:
        """Write them, where they do not show what stands here already, while no other run moves any of it."""
        with self._outputs.locked():
            if not self._settings.force and overviews.are_current(self._settings.out):
                return
            report = worker.write_overviews(self._settings.out, self._outputs.staging)
        if report.full:
            raise NoRoomForOutputs(self._settings.out)
        if report.reason:
            raise JuesuanError(f"{self._settings.out}: the index cannot be written: {report.reason}")

    def _log(self, path: str, digest: str, report: Report, outcome: Result, folder: str = "") -> None:
        entry = Entry(
            run=self._began,
            source=_absolute(path),
            digest=digest,
            start=report.start or _now(),
            end=report.end or _now(),
            outcome=outcome,
            seconds=report.seconds,
            peak_memory=report.peak,
            folder=folder,
            reason=report.reason,
            trace=report.trace,
        )
        journal.add(self._settings.out, entry)


def _counted(staged: Staged) -> str:
    counts = ", ".join(f"{count} {severity}" for severity, count in staged.findings.items()) or "no findings"
    failed = f"; {staged.crashes} rules failed, see the page" if staged.crashes else ""
    return f"{sum(staged.outcomes.values())} checks, {counts}{failed}"


def _digest(source: Source) -> str:
    try:
        return sources.digest(source.path)
    except OSError:  # who audits it will tell
        return ""


def _absolute(path: Path | str) -> str:
    """The path as it is written down: a file's name may hold personal data too."""
    return mask(str(Path(path).absolute()))


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _report(future: Future[Report]) -> Report:
    try:
        return future.result()
    except Exception as error:  # the executor lost the task: a worker died and its substitutes too
        return Report(reason=f"the worker was lost ({type(error).__name__})")

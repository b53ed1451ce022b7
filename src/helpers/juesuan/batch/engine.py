"""Engines for papermill that need no kernel process: 0.1 instead of 1.5 seconds a notebook.

`papermill --engine forked` runs the cells in a child forked from this process, which is warm: what
it has imported need not be imported again. Outputs, errors and metadata are those of the stock
engine; `input()` is refused as there. Where a system cannot fork, the stock engine runs instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.engines import Engine, NBClientEngine, NotebookExecutionManager, papermill_engines

from juesuan.batch import child
from juesuan.batch.cells import CellRunner

INLINE, FORKED = "inline", "forked"  # the second is an entry point, so that papermill finds it by itself
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class _Started:
    index: int


@dataclass(frozen=True, slots=True)
class _Ended:
    index: int
    cell: NotebookNode
    failed: bool


class _Reporter:
    """Stands in for papermill's execution manager in the child and tells the parent what happens."""

    def __init__(self, nb: NotebookNode, send: child.Send) -> None:
        self.nb = nb
        self._send = send
        self._failed = False

    def cell_start(self, cell: NotebookNode, index: int) -> None:
        self._send(_Started(index))

    def cell_exception(self, cell: NotebookNode, cell_index: int, **_: object) -> None:
        self._failed = True

    def cell_complete(self, cell: NotebookNode, cell_index: int) -> None:
        self._send(_Ended(cell_index, cell, self._failed))

    def autosave_cell(self) -> None:
        """Saving is left to the parent, after every cell."""


class InlineEngine(Engine):  # type: ignore[misc]
    """Runs the cells in this process, for one that is thrown away afterwards."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: NotebookExecutionManager, kernel_name: str, **options: Any) -> None:
        CellRunner(nb_man, **_for_client(options)).execute()


class ForkedEngine(Engine):  # type: ignore[misc]
    """Runs the cells in a forked child.

    `execution_timeout` is the limit of the whole notebook in seconds, `memory_limit` what the
    child may use beyond its start, in MB. A child that reaches the first raises `CellTimeoutError`,
    one that dies `DeadKernelError`, as the stock engine does; running out of memory is a
    `MemoryError` in the cell, or a dead child where a library does not take it so well.
    """

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        execution_timeout: float | None = None,
        memory_limit: float | None = None,
        **options: Any,
    ) -> None:
        if not child.available():
            NBClientEngine.execute_managed_notebook(nb_man, kernel_name, execution_timeout=execution_timeout, **options)
            return
        memory = None if memory_limit is None else int(memory_limit * MEGABYTE)
        running = 0

        def work(send: child.Send) -> NotebookNode:
            return CellRunner(_Reporter(nb_man.nb, send), **_for_client(options)).execute()

        def heard(event: object) -> None:
            nonlocal running
            if isinstance(event, _Started):
                running = event.index
                nb_man.cell_start(nb_man.nb.cells[event.index], event.index)
            elif isinstance(event, _Ended):
                _take_over(nb_man, event)

        try:
            done = child.run(work, child.Limits(execution_timeout, memory), heard)
        except child.ChildFailed as failure:
            cell = nb_man.nb.cells[running]
            nb_man.cell_exception(cell, running)
            nb_man.cell_complete(cell, running)
            raise _as_stock(failure, cell, execution_timeout) from None
        _finish(nb_man.nb, done.value)


def _take_over(nb_man: NotebookExecutionManager, event: _Ended) -> None:
    cell = nb_man.nb.cells[event.index]
    if cell.cell_type == "code":
        cell.outputs = event.cell.outputs
        cell.execution_count = event.cell.execution_count
    if event.failed:
        nb_man.cell_exception(cell, event.index)
    nb_man.cell_complete(cell, event.index)


def _finish(notebook: NotebookNode, executed: NotebookNode) -> None:
    """Take over what only the whole notebook knows: displays updated by later cells, metadata."""
    for cell, after in zip(notebook.cells, executed.cells, strict=True):
        if cell.cell_type == "code":
            cell.outputs = after.outputs
    for key in ("language_info", "widgets"):
        if key in executed.metadata:
            notebook.metadata[key] = executed.metadata[key]


def _as_stock(failure: child.ChildFailed, cell: NotebookNode, seconds: float | None) -> Exception:
    if isinstance(failure, child.TookTooLong):
        return CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", int(seconds or 0), cell)
    return DeadKernelError(f"Kernel died: {failure}")


def _for_client(options: dict[str, Any]) -> dict[str, Any]:
    known = ("log_output", "stdout_file", "stderr_file")
    return {"record_timing": False} | {key: options[key] for key in known if key in options}


papermill_engines.register(INLINE, InlineEngine)

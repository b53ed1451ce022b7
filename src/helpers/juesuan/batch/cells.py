"""A notebook's cells run in this very process, with the outputs that a kernel of its own would give.

The kernel is ipykernel's in-process kernel and the outputs are put together by nbclient, as in
papermill's stock engine; only the sockets, threads and second process between them are left out.
For a process that is thrown away afterwards: what the cells do to it stays done.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from ipykernel.inprocess.blocking import BlockingInProcessKernelClient
from ipykernel.inprocess.constants import INPROCESS_KEY
from ipykernel.inprocess.ipkernel import InProcessInteractiveShell, InProcessKernel
from ipykernel.iostream import IOPubThread
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.session import Session
from nbclient.exceptions import CellExecutionComplete, CellExecutionError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.clientwrap import PapermillNotebookClient
from traitlets import default
from traitlets.config import Config

INLINE_FIGURES = "module://matplotlib_inline.backend_inline"
STREAMS = {1: "stdout", 2: "stderr"}


class _Kernel(InProcessKernel):
    """A kernel whose messages are sent where they arise: no thread, hence always in the same order."""

    _supports_kernel_subshells = False

    @default("iopub_thread")
    def _unstarted(self) -> IOPubThread:
        return IOPubThread(self._underlying_iopub_socket, session=self.session)

    @default("shell_channel_thread")
    def _this_thread(self) -> SimpleNamespace:
        return SimpleNamespace(parent_thread=threading.current_thread())


class CellRunner(PapermillNotebookClient):  # type: ignore[misc]
    """papermill's client with the kernel in this process."""

    def execute(self, **_: object) -> NotebookNode:
        """Run the cells up to the first that fails."""
        self.reset_execution_trackers()
        with _kernel() as kernel, _written_past_python() as written:
            self.kc = BlockingInProcessKernelClient(kernel=kernel, session=kernel.session)
            self.kc.start_channels()
            self.written = written
            self.papermill_execute_cells()
        self.nb.metadata["language_info"] = kernel.language_info
        self.set_widgets_metadata()
        return self.nb  # type: ignore[no-any-return]

    def execute_cell(self, cell: NotebookNode, cell_index: int, **_: object) -> NotebookNode:
        """Run one cell; raises `CellExecutionError` where it fails and is not meant to."""
        tags = cell.metadata.get("tags", [])
        if cell.cell_type != "code" or not cell.source.strip() or self.skip_cells_with_tag in tags:
            return cell
        cell.outputs = []
        self.clear_before_next_output = False
        self.kc.execute(cell.source, allow_stdin=False)
        reply: dict[str, Any] = self.kc.get_shell_msg(timeout=0)
        self._collect(cell, cell_index)
        if reply["content"]["status"] == "error" and "raises-exception" not in tags:
            raise CellExecutionError.from_cell_and_msg(cell, reply["content"])
        return cell

    def _collect(self, cell: NotebookNode, cell_index: int) -> None:
        try:
            while True:
                self.process_message(self.kc.get_iopub_msg(timeout=0), cell, cell_index)
        except CellExecutionComplete:
            for name, text in self.written():
                _add_stream(cell.outputs, name, text)


def _add_stream(outputs: list[NotebookNode], name: str, text: str) -> None:
    """Add text to a cell's outputs, ahead of its value, which comes last."""
    before = len(outputs) - (bool(outputs) and outputs[-1].output_type == "execute_result")
    if before and outputs[before - 1].output_type == "stream" and outputs[before - 1].name == name:
        outputs[before - 1].text += text
    else:
        outputs.insert(before, new_output("stream", name=name, text=text))


@contextmanager
def _kernel() -> Iterator[_Kernel]:
    """A kernel without a history on disk; gone afterwards, so that another can take its place."""
    os.environ.setdefault("MPLBACKEND", INLINE_FIGURES)
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")  # a warning about a debugger nobody uses
    main = sys.modules["__main__"]
    if InteractiveShell.initialized():  # forked from a notebook or IPython: there can be only one shell
        type(InteractiveShell.instance()).clear_instance()
    options = Config(HistoryManager={"enabled": False})
    kernel = _Kernel(session=Session(key=INPROCESS_KEY), config=options)  # type: ignore[no-untyped-call]
    _show_figures()
    try:
        yield kernel
    finally:
        InProcessInteractiveShell.clear_instance()
        kernel.iopub_thread.socket.context.destroy(linger=0)
        sys.modules["__main__"] = main


def _show_figures() -> None:
    """Undo what this process has decided about figures: matplotlib asks for its backend only once."""
    if "matplotlib" in sys.modules and os.environ["MPLBACKEND"] == INLINE_FIGURES:
        InProcessInteractiveShell.instance().enable_matplotlib("inline")
        sys.modules["matplotlib.pyplot"].close("all")


@contextmanager
def _written_past_python() -> Iterator[Any]:
    """Catch what libraries and subprocesses write to the two standard streams themselves."""
    files = {number: tempfile.TemporaryFile() for number in STREAMS}  # noqa: SIM115  # closed below
    kept = {number: os.dup(number) for number in STREAMS}
    for number, file in files.items():
        os.dup2(file.fileno(), number)
    read = dict.fromkeys(STREAMS, 0)

    def written() -> Iterator[tuple[str, str]]:
        for number, file in files.items():
            text = os.pread(file.fileno(), os.fstat(file.fileno()).st_size - read[number], read[number])
            read[number] += len(text)
            if text:
                yield STREAMS[number], text.decode(errors="replace")

    try:
        yield written
    finally:
        for number, file in files.items():
            os.dup2(kept[number], number)
            os.close(kept[number])
            file.close()

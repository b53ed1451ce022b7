"""One department, start to end, in a process of its own: read once, checked, exported, shown."""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from juesuan import auditing, exports
from juesuan.batch import child
from juesuan.batch.engine import INLINE
from juesuan.batch.folders import SUMMARY
from juesuan.batch.program import audit_notebook
from juesuan.batch.task import Made, Staged, Task
from juesuan.errors import JuesuanError, SourceError
from juesuan.kinds.policy import marks
from juesuan.presentation import fonts, html
from juesuan.privacy import mask
from juesuan.tables.summary import summary

LAZY = (
    "IPython.core.completerlib",
    "PIL.ImageDraw",
    "ipykernel.debugger",
    *(f"juesuan.readers.{name}" for name in ("html", "pdf", "word", "workbooks")),
)
SAMPLE = """示例部门2024年度部门决算
一般公共预算财政拨款支出决算表
部门：示例部门\t\t\t\t金额单位：元
科目编码\t科目名称\t小计\t基本支出\t项目支出
合计\t\t4.00\t1.00\t2.00
201\t一般公共服务支出\t3.00\t1.00\t2.00
"""


class CannotAudit(Exception):
    """What is wrong with the source or its audit, in one clause."""


def stage(task: Task) -> tuple[Staged, ...]:
    """Make the folder of each body inside the staging folder.

    Raises `CannotAudit` with the words for the user, `OSError` or `MemoryError`; anything else is a bug.
    """
    try:
        audits = auditing.every(task.paths, task.made.language)
        return tuple(_stage(task, done, part, len(audits)) for part, done in enumerate(audits, 1))
    except SourceError as error:
        raise CannotAudit(error.clause) from None
    except JuesuanError as error:
        raise CannotAudit(str(error)) from None


def _stage(task: Task, done: auditing.Audit, part: int, bodies: int) -> Staged:
    folder = Path(tempfile.mkdtemp(dir=task.staging)) / "department"
    exports.write(done, folder)
    _run_notebook(task, folder, part)
    told = _summary(task, done) | {"bodies": bodies}
    (folder / SUMMARY).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    accounts = done.accounts
    return Staged(
        str(folder),
        accounts.department,
        accounts.year,
        marks(accounts.kind, accounts.scope),
        told["outcomes"],
        told["findings"],
        len(done.crashes),
    )


def _run_notebook(task: Task, folder: Path, part: int) -> None:
    """Run the audit notebook, without another process where this one is thrown away, and make the page of it."""
    notebook = folder / "audit.ipynb"
    parameters: dict[str, str | int | list[str]] = {
        "source": list(task.paths) if len(task.paths) > 1 else task.paths[0],
        "language": task.made.language,
    }  # as before: read once
    parameters |= {"part": part} if part > 1 else {}
    try:
        executed = papermill.execute_notebook(
            audit_notebook(),
            None,
            parameters=parameters,
            engine_name=INLINE if child.available() else None,
            request_save_on_cell_execute=False,
            progress_bar=False,
            cwd=folder,
        )
    except PapermillExecutionError as error:
        if error.ename == MemoryError.__name__:
            raise MemoryError from None
        raise
    nbformat.write(lasting(executed, task.paths), notebook)
    (folder / "audit.html").write_text(html.render(notebook), encoding="utf-8")


def lasting(notebook: NotebookNode, sources: Sequence[str]) -> NotebookNode:
    """The notebook without what differs from run to run: times, paths of this run, random names of cells.

    A file's name may hold personal data too, which are masked.
    """
    notebook.metadata.pop("papermill", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.id = "injected-parameters"
            for source in sources:
                written = source.encode("unicode_escape").decode()  # as papermill writes it
                cell.source = cell.source.replace(written, written if mask(source) == source else mask(source))
    return notebook


def _summary(task: Task, done: auditing.Audit) -> dict[str, Any]:
    """What the index and the next run need to know of a department without opening its tables."""
    made = task.made
    return {
        "source": made.source,
        "digest": done.accounts.digest if task.parts else made.digest,
        "parts": [{"source": part.source, "digest": part.digest} for part in task.parts],
        "program": made.program,
        "language": made.language,
        **summary(done),
    }


def warm_up() -> None:
    """Load, compile and cache what every department needs by auditing one with an error; children will have it all."""
    for module in LAZY:
        importlib.import_module(module)
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(Exception):  # the departments will tell
        sample = Path(folder) / "sample.txt"
        sample.write_text(SAMPLE, encoding="utf-8")
        stage(Task((str(sample),), Made(sample.name, "", "", "zh"), folder))
    fonts.open_ahead()
    gc.collect()
    gc.freeze()

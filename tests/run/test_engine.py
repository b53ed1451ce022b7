"""The forked engine against papermill's stock engine: the same outputs, errors and metadata."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest
from matplotlib import pyplot
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from papermill.exceptions import PapermillExecutionError

from juesuan.batch.program import audit_notebook
from juesuan.presentation import html
from run import made

CELLS = (
    "import sys\nfrom IPython.display import HTML, Markdown, clear_output, display",
    "print('one'); print('two'); 1 + 1",
    "print('to stdout'); print('to stderr', file=sys.stderr)",
    "import pandas as pd\npd.DataFrame({'项': ['甲', '乙'], '数': [1, 2]})",
    "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2]); plt.title('t'); plt.show()",
    "fig, ax = plt.subplots()\n_ = ax.bar([1, 2], [3, 4])",
    "display(HTML('<b>x</b>')); display(Markdown('*y*'))",
    "shown = display('before', display_id='place')",
    "shown.update('after')",
    "print('gone'); clear_output(); print('kept')",
    "print('replaced'); clear_output(wait=True); print('replacement')",
    "import os\n_ = os.system('echo from a shell')",
    "%%javascript\nelement.text('x')",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "2;",
    "_ = 3",
)
LAST = "def fails(x):\n    return 1 / x\nfails(0)"


def notebook(folder: Path, *sources: str, **tags: list[str]) -> Path:
    """A notebook of code cells; `cell_3=["tag"]` tags the fourth."""
    cells = [new_markdown_cell("# words"), *(new_code_cell(source) for source in sources)]
    for name, given in tags.items():
        cells[int(name.removeprefix("cell_"))].metadata["tags"] = given
    whole = new_notebook(cells=cells)
    whole.metadata["kernelspec"] = {"name": "python3", "language": "python", "display_name": "Python 3"}
    path = folder / "made.ipynb"
    nbformat.write(whole, path)
    return path


def execute(path: Path, engine: str | None, **options: Any) -> NotebookNode:
    """The executed notebook as saved, whether or not it failed."""
    target = path.with_name(f"{engine}.ipynb")
    papermill.execute_notebook(path, target, engine_name=engine, progress_bar=False, **options)
    return nbformat.read(target, as_version=4)


def essentials(executed: NotebookNode) -> list[dict[str, Any]]:
    """What must not differ between engines: all but times and random names."""
    return [
        {
            "source": cell.source,
            "outputs": cell.get("outputs"),
            "count": cell.get("execution_count"),
            "status": cell.metadata.get("papermill", {}).get("status"),
            "exception": cell.metadata.get("papermill", {}).get("exception"),
        }
        for cell in executed.cells
    ]


def test_outputs_and_errors_are_those_of_a_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # under which a kernel does not catch what subprocesses write
    path = notebook(tmp_path, *CELLS, LAST, "print('never')")
    executed = {}
    for engine in ("forked", None):
        with pytest.raises(PapermillExecutionError, match="ZeroDivisionError") as caught:
            execute(path, engine)
        assert caught.value.ename == "ZeroDivisionError"
        executed[engine] = nbformat.read(path.with_name(f"{engine}.ipynb"), as_version=4)
    for forked, stock in zip(essentials(executed["forked"]), essentials(executed[None]), strict=True):
        assert forked == stock
    assert executed["forked"].metadata.language_info == executed[None].metadata.language_info


def test_an_audit_and_its_page_are_the_same_with_both(tmp_path: Path) -> None:
    parameters = {"source": str(made.write(tmp_path, "a.txt", "甲县乙局", off_by=7)), "language": "zh"}
    executed, pages = [], []
    for engine in ("forked", None):
        target = tmp_path / f"{engine}.ipynb"
        papermill.execute_notebook(
            audit_notebook(), target, parameters=parameters, engine_name=engine, progress_bar=False
        )
        executed.append(essentials(nbformat.read(target, as_version=4)))
        pages.append(html.render(target))
    assert executed[0] == executed[1]
    assert pages[0] == pages[1]


def test_figures_are_shown_although_this_process_shows_none(tmp_path: Path) -> None:
    pyplot.figure()  # with whatever backend the tests before have left
    try:
        executed = execute(notebook(tmp_path, CELLS[4], CELLS[5]), "forked")
    finally:
        pyplot.close()
    shown = [[output.output_type for output in cell.outputs] for cell in executed.cells if cell.cell_type == "code"]
    assert shown == [["display_data"], ["display_data"]]


def test_parameters_reach_the_cells(tmp_path: Path) -> None:
    path = notebook(tmp_path, "amount = 1", "amount * 2", cell_1=["parameters"])
    executed = execute(path, "forked", parameters={"amount": 21})
    assert executed.cells[-1].outputs[0].data["text/plain"] == "42"


def test_a_cell_that_is_meant_to_fail_does_not_stop_the_others(tmp_path: Path) -> None:
    path = notebook(tmp_path, "1 / 0", "'after'", cell_1=["raises-exception"])
    with pytest.raises(PapermillExecutionError):  # papermill reports it at the end, whatever the engine
        execute(path, "forked")
    executed = nbformat.read(tmp_path / "forked.ipynb", as_version=4)
    assert executed.cells[-1].outputs[0].data["text/plain"] == "'after'"


def test_asking_for_input_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PapermillExecutionError, match="StdinNotImplementedError"):
        execute(notebook(tmp_path, "input('?')"), "forked")


def test_what_cells_do_to_the_process_stays_in_the_child(tmp_path: Path) -> None:
    before = Path.cwd()
    execute(
        notebook(tmp_path, f"import os, sys\nos.chdir({str(tmp_path)!r})\nsys.modules['left_behind'] = sys"), "forked"
    )
    assert Path.cwd() == before
    assert "left_behind" not in sys.modules


def test_a_notebook_that_takes_too_long_is_ended_and_saved(tmp_path: Path) -> None:
    with pytest.raises(CellTimeoutError):
        execute(notebook(tmp_path, "while True: pass", "'never'"), "forked", execution_timeout=1)
    saved = nbformat.read(tmp_path / "forked.ipynb", as_version=4)
    assert "failed" in {cell.metadata.papermill.status for cell in saved.cells}
    assert saved.cells[-1].outputs == []


def test_a_cell_that_ends_its_process_is_a_dead_kernel(tmp_path: Path) -> None:
    with pytest.raises(DeadKernelError, match="exit status 7"):
        execute(notebook(tmp_path, "import os\nos._exit(7)"), "forked")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the kernel does not enforce the limit")
def test_a_cell_that_needs_too_much_memory_fails(tmp_path: Path) -> None:
    with pytest.raises(PapermillExecutionError, match="MemoryError"):
        execute(notebook(tmp_path, "x = bytearray(2**30)"), "forked", memory_limit=256)


def test_papermill_itself_finds_the_engine(tmp_path: Path) -> None:
    path, target = notebook(tmp_path, "6 * 7"), tmp_path / "out.ipynb"
    command = [sys.executable, "-m", "papermill", "--engine", "forked", str(path), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    assert nbformat.read(target, as_version=4).cells[1].outputs[0].data["text/plain"] == "42"


def test_a_notebook_may_run_others_in_children(tmp_path: Path) -> None:
    inner = notebook(tmp_path, "print('inner'); 6 * 7")
    run_it = f"papermill.execute_notebook({str(inner)!r}, None, engine_name='forked', progress_bar=False)"
    (tmp_path / "outer").mkdir()
    outer = notebook(
        tmp_path / "outer", "import papermill", f"inner = {run_it}", "inner.cells[1].outputs[1].data['text/plain']"
    )
    assert execute(outer, None).cells[-1].outputs[0].data["text/plain"] == "'42'"

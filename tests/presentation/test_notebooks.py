"""The notebooks: prose and short cells, outputs that are kept and compared, parameters that are guarded."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
NAMES = ("compare_departments", "department_audit", "department_panel", "explore", "rule_catalogue", "start")
LONGEST = 10  # lines of a cell


def _read(name: str) -> NotebookNode:
    return nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)


def _code(name: str) -> list[NotebookNode]:
    return [cell for cell in _read(name).cells if cell.cell_type == "code"]


def test_these_are_all_notebooks() -> None:
    assert sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_short_and_take_everything_from_the_package(name: str) -> None:
    imported = set()
    for cell in _code(name):
        assert len(cell.source.splitlines()) <= LONGEST
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(str(node.module).split(".")[0])
    assert imported <= {"juesuan", "pathlib", "pandas", "zhplot"}


@pytest.mark.parametrize("name", NAMES)
def test_one_cell_holds_the_parameters(name: str) -> None:
    tagged = [cell for cell in _code(name) if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1


def test_the_audit_has_no_plumbing() -> None:
    nodes = [node for cell in _code("department_audit") for node in ast.walk(ast.parse(cell.source))]
    assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.Try)]


@pytest.mark.parametrize("name", NAMES)
def test_outputs_are_kept_and_are_no_errors(name: str) -> None:
    outputs = [output for cell in _code(name) for output in cell.outputs]
    assert len(outputs) > 5
    assert {output.output_type for output in outputs} <= {"execute_result", "display_data"}


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"sorce": "x.pdf"}, "unknown parameter sorce; this notebook takes source, language, part, out"),
        ({"language": "fr"}, "language 'fr' is not offered; choose zh or en"),
        ({"source": "nowhere.pdf"}, "nowhere.pdf"),
        ({"source": "", "language": "zh"}, "no file was given"),
    ],
)
def test_wrong_parameters_are_named(parameters: dict[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(PapermillExecutionError, match=message):
        papermill.execute_notebook(
            NOTEBOOKS / "department_audit.ipynb",
            tmp_path / "out.ipynb",
            parameters,
            engine_name="forked",
            progress_bar=False,
        )


def test_a_changed_figure_fails_the_comparison(tmp_path: Path) -> None:
    for name, figure in (("kept", "1.25"), ("changed", "1.26")):
        cell = nbformat.v4.new_code_cell("print('支出 1.25 万元')", execution_count=1)
        cell.outputs = [nbformat.v4.new_output("stream", text=f"支出 {figure} 万元\n")]
        made = nbformat.v4.new_notebook(cells=[cell], metadata=_read("department_audit").metadata)
        nbformat.write(made, tmp_path / f"{name}.ipynb")
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "--nbval", "."]
    sanitized = ["--nbval-sanitize-with", str(NOTEBOOKS / "sanitize.cfg")]
    told = subprocess.run([*command, *sanitized], cwd=tmp_path, capture_output=True, text=True).stdout
    assert re.search(r"PASSED \S*kept\.ipynb", told)
    assert re.search(r"FAILED \S*changed\.ipynb", told)

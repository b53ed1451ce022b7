"""What the project says it needs is what it uses, in every place that says so."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version
from rattler import MatchSpec

import juesuan

ROOT = Path(__file__).parents[2]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = {canonicalize_name(each.name): each for each in map(Requirement, PYPROJECT["project"]["dependencies"])}
OPTIONAL = {
    canonicalize_name(Requirement(each).name)
    for extra in PYPROJECT["project"]["optional-dependencies"].values()
    for each in extra
}
DEVELOPMENT = {canonicalize_name(Requirement(each).name) for each in PYPROJECT["dependency-groups"]["dev"]}
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)}
# these come with the project itself, through pip
NOT_ON_CONDA_FORGE = {"firecrawl-anydoc", "opencv-python-headless", "rapidocr", "zhplot"}


def test_the_version_is_that_of_the_changelog() -> None:
    assert PYPROJECT["project"]["dynamic"] == ["version"]
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert juesuan.__version__ == newest.group(1)


def conda() -> dict[str, Any]:
    environment: dict[str, Any] = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    return environment


def conda_specs() -> dict[str, MatchSpec]:
    specs = [MatchSpec(spec, strict=True) for spec in conda()["dependencies"] if isinstance(spec, str)]
    return {canonicalize_name(spec.name.normalized): spec for spec in specs}


def test_conda_has_the_same_packages_as_pyproject() -> None:
    assert set(conda_specs()) - {"python", "pip"} == set(NEEDED) - NOT_ON_CONDA_FORGE


@pytest.mark.parametrize("name", sorted(set(NEEDED) - NOT_ON_CONDA_FORGE))
def test_conda_has_the_same_bounds_as_pyproject(name: str) -> None:
    assert SpecifierSet(str(conda_specs()[name].version)) == NEEDED[name].specifier


def test_conda_has_the_same_python_as_pyproject() -> None:
    assert SpecifierSet(str(conda_specs()["python"].version)) == SpecifierSet(PYPROJECT["project"]["requires-python"])


def test_conda_takes_packages_from_conda_forge_and_the_project_through_pip() -> None:
    assert conda()["channels"] == ["conda-forge", "nodefaults"]
    assert [each["pip"] for each in conda()["dependencies"] if isinstance(each, dict)] == [["--editable ."]]


def test_every_import_is_declared() -> None:
    assert _distributions(ROOT / "src" / "helpers") <= set(NEEDED) | OPTIONAL


def test_every_import_of_the_tests_is_declared() -> None:
    assert _distributions(ROOT / "tests") <= set(NEEDED) | OPTIONAL | DEVELOPMENT


def _distributions(folder: Path) -> set[str]:
    """What must be installed for the imports below a folder; packages of the folder itself are none of it."""
    known = packages_distributions()
    modules = {module for path in folder.rglob("*.py") for module in _imports(path)}
    own = {"juesuan", *(path.stem for path in folder.iterdir())}
    return {canonicalize_name(name) for module in modules - own for name in known.get(module, [module])[:1]}


def _imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.partition(".")[0] for name in plain | named} - set(sys.stdlib_module_names)


def test_the_lock_pins_everything_within_its_bounds() -> None:
    wanted = [*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["dev"]]
    for requirement in map(Requirement, wanted):
        assert Version(PINNED[canonicalize_name(requirement.name)]) in requirement.specifier, requirement


def test_the_lock_has_hashes_and_names_no_index() -> None:
    assert LOCK.count("--hash=sha256:") >= len(PINNED)
    assert "://" not in LOCK
    assert "index-url" not in LOCK
    assert "find-links" not in LOCK


def test_hooks_before_a_commit_need_no_network() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert {repository["repo"] for repository in hooks["repos"]} == {"local"}
    assert {hook["language"] for repository in hooks["repos"] for hook in repository["hooks"]} == {"system"}

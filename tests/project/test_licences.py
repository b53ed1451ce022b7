"""What the lock installs may be used and passed on by anybody: its licences, and those of libraries in its wheels."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.utils import canonicalize_name

LOCK = (Path(__file__).parents[2] / "requirements.lock").read_text(encoding="utf-8")
PINNED = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}
COPYLEFT = re.compile(r"GPL|GNU|EUPL|CC-BY-NC|CC-BY-SA|SSPL|proprietary", re.IGNORECASE)
OFFERED_OTHERWISE = {"text-unidecode": "Artistic License"}  # by a licence of choice beside the GPL
LESSER = re.compile(r"(?:lib)?(?:av(?:codec|device|filter|format|util)|sw(?:resample|scale)|quadmath|gfortran)\b")
# LGPL, linked dynamically and unchanged: libav by opencv; GCC's run-time by what is built with Fortran
WITH_LESSER = {"numpy", "opencv-python-headless", "scipy"}


def installed() -> dict[str, Distribution]:
    """What of the lock is here, by name."""
    found = {canonicalize_name(each.metadata["Name"]): each for each in distributions()}
    return {name: each for name, each in found.items() if name in PINNED}


def licence(distribution: Distribution) -> str:
    """What a distribution says of its licence: an expression, classifiers or the first line of words."""
    told = distribution.metadata
    listed = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or [] if each.startswith("License ::")]
    said = (told.get("License") or "").strip().splitlines()
    return told.get("License-Expression") or "; ".join(listed) or next(iter(said), "")


def test_every_licence_is_known_and_permissive() -> None:
    told = {name: licence(each) for name, each in installed().items()}
    assert len(told) > 50
    assert [name for name, said in told.items() if not said] == []
    bound = {name: said for name, said in told.items() if COPYLEFT.search(said)}
    assert {name for name, said in bound.items() if OFFERED_OTHERWISE.get(name, "?") not in said} == set()


def test_libraries_of_lesser_licences_come_only_with_wheels_that_are_known_to_hold_them() -> None:
    bundled = {
        name
        for name, each in installed().items()
        if any(".libs" in file.parts[0] and LESSER.match(file.name) for file in each.files or [] if file.parts)
    }
    assert bundled <= WITH_LESSER

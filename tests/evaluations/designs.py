"""All made designs by name, and documents that hold projects in one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.manuscript import Block, Manuscript
from evaluations import local_designs as local
from evaluations import manners
from evaluations.projects import Project

DESIGNS: dict[str, Callable[[Project], Iterator[Block]]] = {
    each.__name__: each
    for each in (
        local.national,
        local.sections,
        local.labels,
        local.cells,
        local.turned,
        local.combined,
        local.stacked,
        local.own_words,
        local.sentences,
        manners.completion_rates,
        manners.level_weights,
        manners.annual_goal,
        manners.scoring_rates,
        manners.year_before,
        manners.reviewed,
        manners.signs_apart,
    )
}
TOGETHER: dict[str, Callable[[tuple[Project, ...]], Iterator[Block]]] = {
    each.__name__: each for each in (local.column, local.matrix, manners.side_by_side)
}
WITHOUT = {  # designs that do not print what the kind is about
    "execution-rate": {"column", "sentences"},
    "evaluation-score-total": {"column", "sentences", "combined"},
}


def manuscript(design: str, projects: tuple[Project, ...]) -> Manuscript:
    """A document that holds the projects in one design and nothing else."""
    if design in TOGETHER:
        return Manuscript("made", tuple(TOGETHER[design](projects)))
    return Manuscript("made", tuple(block for one in projects for block in DESIGNS[design](one)))

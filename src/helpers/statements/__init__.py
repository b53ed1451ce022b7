"""Prose: sections, what they state figure by figure, and how much of it was understood."""

from helpers.statements.coverage import coverage
from helpers.statements.extraction import extract
from helpers.statements.sections import outline

__all__ = ["coverage", "extract", "outline"]

"""Prose: sections, what they state figure by figure, and how much of it was understood."""

from juesuan.statements.coverage import coverage
from juesuan.statements.extraction import extract
from juesuan.statements.sections import outline

__all__ = ["coverage", "extract", "outline"]

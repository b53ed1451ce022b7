"""Lines put together again into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.document import Line, Paragraph


def paragraphs(lines: Sequence[Line], breaks: frozenset[int]) -> tuple[Paragraph, ...]:
    """Paragraphs over all of `lines`; none reaches across an index in `breaks`, where a grid stands."""
    return tuple(Paragraph(line.text, i, i, (0,)) for i, line in enumerate(lines))

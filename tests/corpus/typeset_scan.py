"""Typesets a manuscript as a PDF some of whose tables were scanned: their pages are pictures, a little askew."""

from __future__ import annotations

from collections.abc import Iterable

import pypdfium2
from PIL import Image

from corpus.dialect import Dialect
from corpus.manuscript import Manuscript
from corpus.typeset_pdf import typeset

POINTS = 72
GREYS = 4  # as an office scanner keeps them: few, so that the file stays small


def scanned(manuscript: Manuscript, dialect: Dialect, keys: Iterable[str], dpi: int = 200, skew: float = 0.0) -> bytes:
    """The PDF's bytes; `keys` name the blocks that are pictures, `skew` their turn in degrees."""
    pictures = {key: _pages(manuscript, dialect, key, dpi, skew) for key in keys}
    return typeset(manuscript, dialect, pictures)


def _pages(manuscript: Manuscript, dialect: Dialect, key: str, dpi: int, skew: float) -> list[Image.Image]:
    """What stands under a key, typeset by itself, as a scanner sees it."""
    alone = manuscript.mapped(lambda block: block if (block.key + "/").startswith(f"{key}/") else None)
    pages = pypdfium2.PdfDocument(typeset(alone, dialect))
    return [_seen(page.render(scale=dpi / POINTS, grayscale=True).to_pil().convert("L"), skew) for page in pages]


def _seen(page: Image.Image, skew: float) -> Image.Image:
    turned = page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    step = 256 // GREYS
    return turned.point(lambda grey: 255 if grey >= 256 - step else grey // step * step)

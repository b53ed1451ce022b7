"""camelot, imported only where a PDF has ruled lines: the import alone takes up to a second."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Sequence
from typing import Any

import playa
from camelot.handlers import PARSERS, PDFHandler
from camelot.parsers.lattice import Lattice

from juesuan.readers.form_loops import draws_itself

# only the drawn lines are taken from camelot; what it does to arrange words is cut to the least
_LAYOUT = {"boxes_flow": None, "detect_vertical": False, "all_texts": False}
_FLAVOR = "every-grid"

for _name in ("camelot", "playa"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


class UnsafeDrawing(ValueError):
    """A page's drawings contain themselves; camelot's parser would never come to an end."""


class EveryGrid(Lattice):
    """camelot drops grids nine tenths empty as noise; a statutory form without figures is such a grid."""

    def _reject_table(self, table: Any) -> bool:
        return False


PARSERS[_FLAVOR] = EveryGrid


def tables(data: bytes, pages: Sequence[int], engine: str) -> list[Any]:
    """camelot's tables on some pages (from 1) of a PDF; raises whatever camelot raises on damaged input."""
    with warnings.catch_warnings(), PDFHandler(data, pages=",".join(map(str, pages))) as handler:
        warnings.simplefilter("ignore")
        with playa.open(handler.filepath) as document:
            if any(draws_itself(document.pages[number - 1]) for number in pages):
                raise UnsafeDrawing("a drawing contains itself")
        return list(handler.parse(flavor=_FLAVOR, layout_kwargs=dict(_LAYOUT), engine=engine))

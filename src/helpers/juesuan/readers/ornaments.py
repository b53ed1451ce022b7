"""Which pictures in an office file may be pages or forms, and which are seals, emblems and ornaments."""

from __future__ import annotations

import io

_LARGE = 20_000  # bytes; a smaller picture is no page
_LEAST_PIXELS = 400  # in width and height of a picture that shows words one can read
_FEWEST_WORDS = 8  # pieces of text; an emblem has its name
_WIDEST = 1400  # pixels in which a picture is looked at
_PAGE_WIDTH = 500.0  # points over which the picture of a page spreads


def shows_words(picture: bytes) -> bool:
    """Whether a picture has a ruled table or lines of text; one that cannot be looked at may have."""
    if len(picture) < _LARGE:
        return False
    import numpy as np
    from PIL import Image

    from juesuan.readers import ink  # takes a second to load, and few files have pictures
    from juesuan.readers.ruling import rulings_of

    try:
        with Image.open(io.BytesIO(picture)) as opened:
            if min(opened.size) < _LEAST_PIXELS:
                return False
            opened.thumbnail((_WIDEST, _WIDEST))
            grey = np.array(opened.convert("L"), np.uint8)
    except (OSError, ValueError, Image.DecompressionBombError):
        return True
    rules, words = ink.rules_of(ink.ink(grey), grey.shape[1] / _PAGE_WIDTH)
    return bool(rulings_of(rules)) or len(ink.text_boxes(words, grey.shape[1] / _PAGE_WIDTH)) >= _FEWEST_WORDS

"""Regions put together: what is continued under its title again, and which of two twins is the form."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.document import Document, Grid
from juesuan.forms.regions import Region
from juesuan.forms.text import digits_of, flat

_CODE = range(3, 8)  # digits of a code
_TOTAL = ("合计", "总计")


def joined_regions(document: Document, regions: Sequence[Region]) -> list[Region]:
    """The regions of forms, each whole; a bare title is preferred to one with words around it."""
    whole: list[Region] = []
    for region in regions:
        before = whole[-1] if whole else None
        if before is not None and _continues(document, before, region):
            before.head += region.head
            before.parts += region.parts
            before.notes += region.notes
            before.bounded = region.bounded
        else:
            whole.append(region)
    return _exact(whole)


def _continues(document: Document, before: Region, after: Region) -> bool:
    """Whether a region goes on with the one right before it."""
    if after.form is None or before.form is not after.form or after.title is None or before.title is None:
        return False
    if before.title.words != after.title.words or not before.parts or not after.parts:
        return False
    if after.title.continued:
        return True
    first, second = _labels(document, before), _labels(document, after)
    return bool(second) and not first & second


def _labels(document: Document, region: Region) -> set[str]:
    """What identifies the rows of a region: codes and totals, each after what stands before it in a two-sided form."""
    found: set[str] = set()
    for part in region.parts:
        rows = (
            [[cell.text for cell in row] for row in part.rows]
            if isinstance(part, Grid)
            else [document.lines[index].text.split() for index in part]
        )
        for texts in rows:
            said = [flat(text) for text in texts if text.strip()]
            found |= {text for text in said if len(digits_of(text)) in _CODE and "." not in text}
            found |= {text for text in said if text.startswith(_TOTAL) and len(said) > 1 and _is_sum(said)}
            found |= {text for text in said if "、" in text[:3]}
    return found


def _is_sum(said: Sequence[str]) -> bool:
    return any("." in text for text in said)


def _exact(regions: Sequence[Region]) -> list[Region]:
    """The regions without those whose form another region has under its bare title, with rows below it."""
    bare = {
        region.form.number for region in regions if region.form and region.title and region.title.bare and region.parts
    }
    return [
        region
        for region in regions
        if region.form is None or region.title is None or region.title.bare or region.form.number not in bare
    ]

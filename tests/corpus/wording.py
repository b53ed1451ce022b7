"""The phrases of four regions, in the project's own words; `{…}` are places for figures."""

from __future__ import annotations

import json
from functools import cache

from corpus.classification import DATA

Phrases = dict[str, str]


@cache
def wording(region: str) -> Phrases:
    """A region's phrases; what it does not word itself it says like another region."""
    with (DATA / "wordings.json").open(encoding="utf-8") as file:
        regions = json.load(file)
    like: str = regions[region]["like"]
    return (wording(like) if like else {}) | regions[region]["phrases"]

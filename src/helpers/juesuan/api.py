"""What `import juesuan` offers: a source in, a result out.

A source is a path (str or Path), bytes, or an open file. Every function raises `juesuan.errors.SourceError` where the
source cannot be read or is no disclosure, with what is wrong and what to do; `JuesuanError` for a language that is not
offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from juesuan import auditing, collection
from juesuan.auditing import Audit
from juesuan.collection import Collection
from juesuan.disclosure import Audited, Findings, Reading
from juesuan.errors import MissingSource
from juesuan.forms import listing
from juesuan.given import Given, file_of
from juesuan.reading import read_all

if TYPE_CHECKING:
    import pandas as pd


def audit(source: Given | Sequence[Given], language: str = "zh", part: int = 1) -> Audited:
    """Read one disclosure and check it by every rule; where it comes in several files, give a list of them.

    Of a file that holds the disclosures of several bodies the `part`-th, counted from 1; `collect` takes all of them,
    and folders and archives. Asked again for the same file, nothing is read again.

    >>> done = juesuan.audit("data/raw/linxia-congress-office-2023.pdf")
    >>> done.facts[["form", "item", "column", "value"]].head(2).shape
    (2, 4)
    >>> done.year
    '2023'
    """
    files = [file_of(each) for each in source] if isinstance(source, list | tuple) else file_of(source)  # type: ignore[arg-type]
    return Audited((auditing.of(files, language, part),))


def read(source: Given, part: int = 1) -> Reading:
    """Read one disclosure and check nothing; `part` as in `audit`.

    >>> reading = juesuan.read("data/raw/linxia-congress-office-2023.pdf")
    >>> str(reading.accounts.cell("01", "总计", "income").amount.unit)
    '元'
    """
    path = file_of(source)
    found = read_all(path)
    if not 0 < part <= len(found):
        raise MissingSource(path, f"holds {len(found)} disclosures, no number {part}", "count from 1")
    return Reading((Audit(path, found[part - 1], (), (), (), "zh"),))


def check(source: Given, language: str = "zh") -> Findings:
    """The findings in one file, all bodies in it together, the gravest first, as `juesuan check` tells them.

    >>> found = juesuan.check("data/raw/zhongwei-government-office-2024.pdf", language="en")
    >>> {finding.severity for finding in found} <= {"error", "notice", "review", "rounding"}
    True
    """
    return Findings(each for done in auditing.every(file_of(source), language) for each in done.findings)


def collect(source: str | Path | Sequence[str | Path], language: str = "zh") -> Collection:
    """All disclosures in a folder, an archive or a list of files, or the audits that `juesuan audit` has written.

    For a hundred and more, run `juesuan audit` first and collect its folder: it works in several processes.
    What cannot be read costs itself only and stands in `.refused`. Raises `MissingSource` where nothing is left.

    >>> places = ("linxia-congress-office-2023.pdf", "zhongwei-government-office-2024.pdf")
    >>> known = juesuan.collect([f"data/raw/{place}" for place in places])
    >>> len(known), len(known.refused)
    (2, 0)
    """
    return collection.of(source, auditing.spoken(language))


def columns(*forms: str | int) -> pd.DataFrame:
    """The columns of the forms given (two digits each), or of all: what `Accounts.cell` and identities may name.

    Raises `juesuan.forms.listing.UnknownForm`, which lists the forms.

    >>> juesuan.columns("05").query("key == 'basic'")["column"].item()
    '基本支出'
    """
    import pandas as pd

    return pd.DataFrame(
        listing.rows(f"{each:02}" if isinstance(each, int) else each for each in forms), columns=list(listing.HEADINGS)
    )

"""Where the forms of another body begin in a file with one cover: the lines 部门：… above forms tell whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from juesuan.document import Document
from juesuan.kinds.parts import same_body
from juesuan.passages import dense

_CAPTION = re.compile(
    r"(?:编制|公开|填报)?(?:部门|单位)(?:名称)?[:：](?:[（(]?\d{3,}[）)]?)?(?P<name>[\u4e00-\u9fff（）()·]{4,40}?)"
    r"(?:（?(?:金额)?单位[:：].*|20\d\d年度?.*)?"
)
_TITLE = re.compile(r"(?:收入|支出|经费|收支)[^。，；]{0,12}表(?:（续表）)?$")
_ABOVE = 5  # lines between a form's title and the line that names the body
_FEWEST_FORMS = 2  # of one body; one alone may be a slip
_FEWEST_SENTENCES = 3  # of explanations before the forms, which are then the first body's


@dataclass(frozen=True, slots=True)
class Caption:
    """Whose form begins where: the title, and the index of its line."""

    body: str
    title: str
    line: int


def starts_of_forms(document: Document) -> Iterator[int]:
    """The lines at which the bodies of a file begin, the first at its beginning; nothing where there is one.

    Another body begins only where forms that were there already come again under its name, and where
    explanations, if there are any, stand before all forms: else nobody can tell whose they are.
    """
    runs = [list(run) for _, run in groupby(_captions(document), lambda caption: caption.body)]
    if len(runs) < 2 or len({run[0].body for run in runs}) < len(runs) or not _explained_before(document, runs[0][0]):
        return
    if all(_comes_again(run, runs[0]) for run in runs[1:]) and not _alike([run[0].body for run in runs]):
        yield 0
        yield from (run[0].line for run in runs[1:])


def _comes_again(run: Sequence[Caption], first: Sequence[Caption]) -> bool:
    titles = {caption.title for caption in run}
    return len(titles) >= _FEWEST_FORMS and titles <= {caption.title for caption in first}


def _alike(bodies: Sequence[str]) -> bool:
    return any(same_body(one, other) for at, one in enumerate(bodies) for other in bodies[at + 1 :])


def _explained_before(document: Document, first: Caption) -> bool:
    before = sum("。" in line.text for line in document.lines[: first.line])
    return before >= _FEWEST_SENTENCES or not any("。" in line.text for line in document.lines)


def _captions(document: Document) -> Iterator[Caption]:
    """Every form that names its body, in their order."""
    named = [(at, line.text) for at, line in enumerate(document.lines)]
    named += [(grid.order, cell.text) for grid in document.grids for cell in grid.rows[0]]
    for at, text in sorted(named, key=lambda each: each[0]):
        found = _CAPTION.fullmatch(dense(text))
        title = _title(document, at) if found else None
        if found and title is not None:
            yield Caption(found["name"], dense(document.lines[title].text), title)


def _title(document: Document, at: int) -> int | None:
    """The line of the form's title above a line."""
    above = range(min(at, len(document.lines)) - 1, max(at - _ABOVE, 0) - 1, -1)
    return next((line for line in above if _TITLE.search(dense(document.lines[line].text))), None)

"""One document before and after changes: the errors that are new."""

from __future__ import annotations

import random
import re
import traceback
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import typeset_text
from corpus.audit import audit
from corpus.publish import dialect_of, made
from juesuan.errors import JuesuanError
from juesuan.findings import Finding
from metamorphic.catalogue import changed
from metamorphic.change import Change

HERE = Path(__file__).parent
TRIALS = HERE.parent / "trials"
SHARED = HERE.parents[2] / "shared"
TEXTS = (".txt", ".md", ".html")
MADE = (4, 5, 6, 7, 12, 13)  # seeds whose dialects are texts
_LOOSE = re.compile(r"[\s“”\"「」*（）()〔〕\[\]]")


def documents() -> dict[str, str]:
    """The texts at hand by name: made departments, the trials and, where they are, real disclosures."""
    texts = {f"made-{seed}": typeset_text.typeset(made(seed, dialect_of(seed)), dialect_of(seed)) for seed in MADE}
    files = [*sorted(TRIALS.rglob("*")), *sorted((SHARED / "documents").glob("*"))]
    for path in files:
        if path.suffix in TEXTS:
            name = f"{path.parent.name}-{path.stem}" if TRIALS in path.parents else path.stem
            texts[name] = path.read_text(encoding="utf-8")
    return texts


def new_errors(text: str, changes: Sequence[Change], seed: int = 0) -> list[str] | None:
    """What is accused in the changed text alone; None where a change finds nothing to change."""
    data = changed(text, changes, random.Random(seed))
    if data is None:
        return None
    known = {key for key, _ in _errors(text.encode("utf-8", "surrogatepass"))}
    spared = frozenset().union(*(change.spares for change in changes))
    found = _found(data)
    return sorted(
        told for (rule, subject, family), told in found if (rule, subject) not in known and family not in spared
    )


@cache
def _errors(data: bytes) -> frozenset[tuple[tuple[str, str], str]]:
    return frozenset(((rule, subject), told) for (rule, subject, _), told in _found(data))


def _found(data: bytes) -> Iterator[tuple[tuple[str, str, str], str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.txt"
        path.write_bytes(data)
        try:
            audited = audit(path)
        except JuesuanError as refusal:
            yield ("refused", "", "refused"), f"refused: {refusal}"
            return
        except Exception:
            yield ("crash", "", "crash"), f"crash: {traceback.format_exc()}"
            return
    for crash in audited.crashes:
        yield (crash.rule, "", "crash"), f"crash: {crash.trace}"
    for error in audited.errors:
        yield _key(error), f"{error.rule}: {error.message}"


def _key(error: Finding) -> tuple[str, str, str]:
    return error.rule, _LOOSE.sub("", error.subject), error.family

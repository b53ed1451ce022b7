"""What the tests of forms share: made texts read by the ordinary readers, and one figure of them."""

from __future__ import annotations

from decimal import Decimal

from juesuan.forms import recognise
from juesuan.readers import load_text
from juesuan.records import Fact, Form

Read = tuple[tuple[Form, ...], tuple[Fact, ...]]


def read(text: str) -> Read:
    return recognise(load_text(text, "made"))


def value(facts: tuple[Fact, ...], form: str, row: str, key: str) -> Decimal | None:
    """The one figure in a row (code or label) and column, None where it is blank."""
    found = [f for f in facts if f.form == form and row in (f.code, f.item) and f.key == key]
    assert len(found) < 2
    return found[0].amount.value if found else None

"""Examples of every rule passing, failing and abstaining, for the catalogue and for the tests."""

from helpers.examples.counts import COUNTS
from helpers.examples.example import Example
from helpers.examples.prose_arithmetic import PROSE_ARITHMETIC
from helpers.examples.prose_forms import PROSE_FORMS

EXAMPLES: tuple[Example, ...] = (*PROSE_FORMS, *PROSE_ARITHMETIC, *COUNTS)

__all__ = ["EXAMPLES", "Example"]

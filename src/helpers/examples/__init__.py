"""Examples of every rule passing, failing and abstaining, for the catalogue and for the tests."""

from helpers.examples.completeness import COMPLETENESS, PRIVACY
from helpers.examples.counts import COUNTS
from helpers.examples.example import Example
from helpers.examples.names import NAMES
from helpers.examples.prose_arithmetic import PROSE_ARITHMETIC
from helpers.examples.prose_forms import PROSE_FORMS
from helpers.examples.wording import WORDING

EXAMPLES: tuple[Example, ...] = (*PROSE_FORMS, *PROSE_ARITHMETIC, *COUNTS, *WORDING, *NAMES, *COMPLETENESS, *PRIVACY)

__all__ = ["EXAMPLES", "Example"]

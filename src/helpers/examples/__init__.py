"""Examples of every rule passing, failing and abstaining, for the catalogue and for the tests."""

from helpers.examples.account_names import ACCOUNT_NAMES
from helpers.examples.completeness import COMPLETENESS, PRIVACY
from helpers.examples.counts import COUNTS
from helpers.examples.cross_tables import CROSS_TABLES
from helpers.examples.evaluation_money import EVALUATION_MONEY
from helpers.examples.evaluation_scores import EVALUATION_SCORES
from helpers.examples.evaluation_targets import EVALUATION_TARGETS
from helpers.examples.example import Example
from helpers.examples.names import NAMES
from helpers.examples.project_counts import PROJECT_COUNTS
from helpers.examples.prose_arithmetic import PROSE_ARITHMETIC
from helpers.examples.prose_forms import PROSE_FORMS
from helpers.examples.public_kinds import PUBLIC_KINDS
from helpers.examples.report_bounds import REPORT_BOUNDS
from helpers.examples.table_sums import TABLE_SUMS
from helpers.examples.wording import WORDING

EXAMPLES: tuple[Example, ...] = (
    *TABLE_SUMS,
    *CROSS_TABLES,
    *PROSE_FORMS,
    *PROSE_ARITHMETIC,
    *PUBLIC_KINDS,
    *COUNTS,
    *WORDING,
    *NAMES,
    *ACCOUNT_NAMES,
    *EVALUATION_SCORES,
    *EVALUATION_TARGETS,
    *EVALUATION_MONEY,
    *PROJECT_COUNTS,
    *REPORT_BOUNDS,
    *COMPLETENESS,
    *PRIVACY,
)

__all__ = ["EXAMPLES", "Example"]

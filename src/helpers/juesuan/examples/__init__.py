"""Examples of every rule passing, failing and abstaining, for the catalogue and for the tests."""

from juesuan.examples.account_names import ACCOUNT_NAMES
from juesuan.examples.budgets import BUDGETS
from juesuan.examples.completeness import COMPLETENESS, PRIVACY
from juesuan.examples.counts import COUNTS
from juesuan.examples.cross_tables import CROSS_TABLES
from juesuan.examples.customary_forms import CUSTOMARY_FORMS
from juesuan.examples.evaluation_lists import EVALUATION_LISTS
from juesuan.examples.evaluation_money import EVALUATION_MONEY
from juesuan.examples.evaluation_results import EVALUATION_RESULTS
from juesuan.examples.evaluation_scores import EVALUATION_SCORES
from juesuan.examples.evaluation_targets import EVALUATION_TARGETS
from juesuan.examples.example import Example
from juesuan.examples.names import NAMES
from juesuan.examples.project_counts import PROJECT_COUNTS
from juesuan.examples.prose_arithmetic import PROSE_ARITHMETIC
from juesuan.examples.prose_forms import PROSE_FORMS
from juesuan.examples.prose_words import PROSE_WORDS
from juesuan.examples.public_kinds import PUBLIC_KINDS
from juesuan.examples.report_bounds import REPORT_BOUNDS
from juesuan.examples.review import REVIEW
from juesuan.examples.table_sums import TABLE_SUMS
from juesuan.examples.wording import WORDING

EXAMPLES: tuple[Example, ...] = (
    *TABLE_SUMS,
    *CROSS_TABLES,
    *CUSTOMARY_FORMS,
    *PROSE_FORMS,
    *PROSE_ARITHMETIC,
    *PROSE_WORDS,
    *PUBLIC_KINDS,
    *COUNTS,
    *WORDING,
    *NAMES,
    *ACCOUNT_NAMES,
    *EVALUATION_SCORES,
    *EVALUATION_TARGETS,
    *EVALUATION_MONEY,
    *EVALUATION_LISTS,
    *EVALUATION_RESULTS,
    *PROJECT_COUNTS,
    *REPORT_BOUNDS,
    *COMPLETENESS,
    *REVIEW,
    *PRIVACY,
    *BUDGETS,
)

__all__ = ["EXAMPLES", "Example"]

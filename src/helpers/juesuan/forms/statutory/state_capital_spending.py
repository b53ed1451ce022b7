"""Form 43 of this program: the state capital budget's spending, where income and spending have a form beside it.

Sichuan publishes both.
"""

import re
from dataclasses import replace

from juesuan.forms.statutory import state_capital

FORM = replace(
    state_capital.FORM,
    number="43",
    english="form of the state capital budget's spending",
    title=re.compile(r"(?!)"),  # told from form 08 by standing beside it
    first_year="",
    trust=19,
    twin=None,
)

"""The chapters of findings: errors, notices, questions, rounding, and what could not be checked."""

from __future__ import annotations

from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.findings import Weight
from juesuan.presentation import markup
from juesuan.presentation.finding_text import tell
from juesuan.presentation.gathering import cards
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.marks import Marks
from juesuan.presentation.markup import Fragment
from juesuan.presentation.narrative import voice
from juesuan.presentation.obstacles import obstacles
from juesuan.presentation.pictures import Pictures


def errors(audit: Audit, pictures: Pictures) -> Fragment:
    """The errors, findings of one cause or rule together."""
    found = audit.weighing(Weight.ERROR)
    causes = len({each.cause for each in found if each.cause})
    return _findings(audit, Weight.ERROR, "errors", voice(audit.language).errors(len(found), causes), pictures)


def notices(audit: Audit, pictures: Pictures) -> Fragment:
    """What is no error but deserves attention."""
    count = len(audit.weighing(Weight.NOTICE))
    return _findings(audit, Weight.NOTICE, "notices", voice(audit.language).notices(count), pictures)


def reviews(audit: Audit, pictures: Pictures) -> Fragment:
    """What is worth a question and no fault by itself (核实)."""
    count = len(audit.weighing(Weight.REVIEW))
    return _findings(audit, Weight.REVIEW, "reviews", voice(audit.language).reviews(count), pictures)


def _findings(audit: Audit, weight: Weight, anchor: str, introduction: str, pictures: Pictures) -> Fragment:
    found = audit.weighing(weight)
    if not found:
        return Fragment("")
    marks = Marks(audit.accounts)
    told = cards((tell(each, pictures, marks, audit.language) for each in found), audit.language)
    title = label(f"{anchor}_heading", audit.language)
    return fragment(audit, "findings", title, title=title, anchor=anchor, introduction=introduction, cards=told)


def rounding(audit: Audit) -> Fragment:
    """Differences in the last digits, as a table."""
    found = audit.weighing(Weight.ROUNDING)
    if not found:
        return Fragment("")
    title = label("rounding_heading", audit.language)
    words = voice(audit.language).rounding(len(found))
    return fragment(audit, "rounding", title, title=title, anchor="rounding", introduction=words, findings=found)


def unchecked(audit: Audit) -> Fragment:
    """What could not be checked, by reason; and rules that failed by a bug of the program."""
    met = obstacles(audit.checks, audit.language)
    if not met and not audit.crashes and not audit.accounts.doubts:
        return Fragment("")
    counts = audit.outcomes[Outcome.UNCHECKED], audit.outcomes[Outcome.NOT_APPLICABLE]
    return fragment(
        audit,
        "unchecked",
        label("unchecked_heading", audit.language),
        introduction=voice(audit.language).unchecked(*counts),
        obstacles=met,
        crashes=audit.crashes,
        doubts=audit.accounts.doubts,
    )


def fragment(audit: Audit, template: str, name: str, about: dict[str, str] | None = None, **values: object) -> Fragment:
    """A section out of its template, in the language of the audit."""
    say = sayer(audit.language, audit.accounts.kind)
    html = markup.render(f"{template}.html.j2", say=say, language=audit.language, **values)
    return Fragment(f'<div class="juesuan" lang="{audit.language}">\n{html}</div>', name, about or {})

"""The audit in English prose; names of accounts and bodies stay as the document writes them."""

from __future__ import annotations

from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.findings import Weight
from juesuan.presentation.key_figures import KeyFigures, Pair, Project, Slice, funded, lowest, yuan
from juesuan.presentation.phrasing import listed, money, percent, points, share
from juesuan.presentation.words import item

LISTED = 3  # lines of a breakdown named in a sentence


def verdict(audit: Audit) -> list[str]:
    """Three sentences: what was checked, what was found, what remains unknown."""
    if not audit.made:
        return ["The document holds no data that can be checked against each other; this report draws no conclusion."]
    return [_checked(audit), _found(audit), _unknown(audit)]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _checked(audit: Audit) -> str:
    passed, rounding = audit.outcomes[Outcome.PASSED], audit.outcomes[Outcome.ROUNDING]
    if passed == audit.made:
        return f"All {_count(audit.made, 'check')} made on the published figures and words passed."
    tail = f", and {rounding:,} differ by no more than rounding explains" if rounding else ""
    return f"Of {_count(audit.made, 'check')} made on the published figures and words, {passed:,} passed{tail}."


def _found(audit: Audit) -> str:
    counts = [len(audit.weighing(each)) for each in (Weight.ERROR, Weight.NOTICE, Weight.REVIEW)]
    errors, notices, reviews = counts
    others = [f"{_count(notices, 'matter')} may deserve attention"] * bool(notices)
    others += [f"{_count(reviews, 'matter')} may be worth a question"] * bool(reviews)
    tail = f"; {listed(others, 'en')}" if others else ""
    if not errors:
        return f"No error was found{tail}."
    return f"In {_count(errors, 'place')} the document is wrong by its own evidence{tail}."


def _unknown(audit: Audit) -> str:
    unchecked = audit.outcomes[Outcome.UNCHECKED]
    if audit.crashes:
        failed = f"{_count(len(audit.crashes), 'rule')} failed and checked nothing"
        return f"{failed}; {_count(unchecked, 'more check')} could not be made." if unchecked else f"{failed}."
    if not unchecked:
        return "Every check that applies could be made."
    counts = "it counts" if unchecked == 1 else "they count"
    return (
        f"{_count(unchecked, 'more check')} could not be made, because something is not published or could not be read "
        f"with certainty; {counts} neither as passed nor as errors."
    )


def glance(accounts: Accounts, key_figures: KeyFigures) -> list[str]:
    """The department in a few paragraphs; a paragraph without a figure is not written."""
    paragraphs = (_totals(accounts.year, key_figures), _spending(key_figures), _three_public(key_figures))
    return [paragraph for paragraph in paragraphs if paragraph]


def _totals(year: str, key_figures: KeyFigures) -> str:
    income, expenditure = key_figures.income, key_figures.expenditure
    if income is None and expenditure is None:
        return ""
    opening = f"In {year}, " if year else "In the year reported, "
    if income is not None and expenditure is not None and yuan(income) == yuan(expenditure):
        text = f"{opening}total income and total expenditure were both {money(income, 'en')}"
    else:
        parts = (("total income was", income), ("total expenditure was", expenditure))
        text = opening + " and ".join(f"{name} {money(each, 'en')}" for name, each in parts if each is not None)
    if key_figures.fiscal is not None and income is not None and yuan(income):
        text += f"; fiscal appropriations made up {share(yuan(key_figures.fiscal), yuan(income))} of the income"
    return f"{text}.{_change(key_figures)}"


def _change(key_figures: KeyFigures) -> str:
    change = next((each for each in key_figures.changes if "总计" in each.name), None)
    if change is None:
        return ""
    step = change.final - change.prior
    if not step:
        return " By the change it states, the total equals the prior year's."
    word = "rose" if step > 0 else "fell"
    tail = f", or {share(abs(step), change.prior)}" if change.prior > 0 else ""
    return f" By the change it states, the total {word} by {money(abs(step), 'en')}{tail} on the prior year."


def _spending(key_figures: KeyFigures) -> str:
    sentences = [_kinds(key_figures), _functions(key_figures.functions), _economic(key_figures)]
    return " ".join(sentence for sentence in sentences if sentence)


def _kinds(key_figures: KeyFigures) -> str:
    if key_figures.spent is None or not yuan(key_figures.spent):
        return ""
    whole = yuan(key_figures.spent)
    parts = [
        f"{money(amount, 'en')} ({share(yuan(amount), whole)}) was {name}"
        for name, amount in (("basic expenditure", key_figures.basic), ("project expenditure", key_figures.project))
        if amount is not None and yuan(amount)
    ]
    tail = f", of which {' and '.join(parts)}" if parts else ""
    return f"Spending of the year came to {money(whole, 'en')}{tail}."


def _functions(functions: tuple[Slice, ...]) -> str:
    if len(functions) < 2:
        return f"All of it served {_named(functions[0].name)}." if functions else ""
    whole = sum((each.value for each in functions), Decimal(0))
    largest, *others = functions[:LISTED]
    tail = listed([f"{_named(each.name)} ({money(each.value, 'en')})" for each in others], "en")
    return (
        f"By function the largest part was {_named(largest.name)} with {money(largest.value, 'en')}, "
        f"{share(largest.value, whole)} of the whole, followed by {tail}."
    )


def _named(name: str) -> str:
    """An account in English with its own name behind it, which the forms use."""
    spoken = item(name, "en")
    return name if spoken == name else f"{spoken.lower()} {name}"


def _economic(key_figures: KeyFigures) -> str:
    if key_figures.personnel is None or key_figures.running is None:
        return ""
    return (
        f"Basic expenditure consisted of {money(key_figures.personnel, 'en')} for personnel and "
        f"{money(key_figures.running, 'en')} for running cost."
    )


def _three_public(key_figures: KeyFigures) -> str:
    total = key_figures.three_public_total
    if total is None:
        return ""
    if not total.final:
        return "Nothing was spent on the three public expenses" + (
            f", for which {money(total.budget, 'en')} had been budgeted." if total.budget else "."
        )
    kinds = [each for each in key_figures.three_public if each.final]
    text = f"The three public expenses came to {money(total.final, 'en')}{_of_budget(total)}"
    if len(kinds) == 1:
        return f"{text}, all of it {_named(kinds[0].name)}."
    tail = listed([f"{_named(each.name)} ({money(each.final, 'en')})" for each in kinds], "en") if kinds else ""
    return f"{text}: {tail}." if kinds else f"{text}."


def _of_budget(pair: Pair) -> str:
    if not pair.budget:
        return ""
    return f", {share(pair.final, pair.budget)} of the {money(pair.budget, 'en')} budgeted"


def errors(count: int, causes: int) -> str:
    """What stands above the errors."""
    tail = f" Findings that follow from one figure stand together in {_count(causes, 'group')}." if causes else ""
    where = "In the following place" if count == 1 else f"In the following {count} places"
    return (
        f"{where} the document is wrong by its own evidence. Each shows both sides, by how much they differ, how much "
        f"of that rounding can explain, and where they stand.{tail}"
    )


def notices(count: int) -> str:
    """What stands above the notices."""
    return (
        f"{_count(count, 'matter').capitalize()} that are no error in the figures, "
        "but concern the quality of the disclosure or the conduct of the budget."
    )


def reviews(count: int) -> str:
    """What stands above the questions."""
    are = "matter is" if count == 1 else "matters are"
    return f"{count} {are} no fault and counted neither as errors nor as notices, but worth a question."


def rounding(count: int) -> str:
    """What stands above the differences that rounding explains."""
    return (
        f"In {_count(count, 'place')} last digits differ by no more than the displayed precision explains: no errors."
    )


def performance(key_figures: KeyFigures) -> list[str]:
    """What the self-evaluations say as a whole."""
    paragraphs = [_evaluated(key_figures.projects)] if key_figures.projects else []
    overall = key_figures.overall
    if overall is not None:
        said = []
        if overall.budget is not None and overall.executed is not None and overall.rate is not None:
            said.append(
                f"executed {money(overall.executed, 'en')} of {money(overall.budget, 'en')} ({percent(overall.rate)})"
            )
        if overall.score is not None:
            said.append(f"gave itself {points(overall.score)} points")
        if said:
            paragraphs.append(f"The department as a whole {' and '.join(said)}.")
    return paragraphs


def _evaluated(projects: tuple[Project, ...]) -> str:
    text = f"Self-evaluations of {_count(len(projects), 'project')} are published"
    budget, executed = funded(projects)
    if budget:
        text += f": {money(executed, 'en')} of {money(budget, 'en')} was executed, {share(executed, budget)}"
    rate, slowest = lowest(projects)
    if slowest:
        text += f", least of all in “{slowest}” ({percent(rate)})"
    scored = [each.score for each in projects if each.score is not None]
    if scored:
        low, high = points(min(scored)), points(max(scored))
        text += f". {_count(len(scored), 'project')} scored " + (f"{low} points" if low == high else f"{low} to {high}")
    return text + "."


def unchecked(count: int, inapplicable: int) -> str:
    """What stands above the list of what could not be checked."""
    tail = f" {_count(inapplicable, 'check')} did not apply to this department." if inapplicable else ""
    if not count:
        return tail.strip()
    return (
        f"{_count(count, 'check')} should have been made, but a figure is not published or could not be read with "
        f"certainty. Unchecked does not mean passed.{tail}"
    )


def method(audit: Audit) -> list[str]:
    """How the audit was made."""
    paragraphs = [
        "A program read the forms, the explanations and the self-evaluations out of the document that the department "
        "itself published, and held them against each other. It used no other data and does not judge whether money "
        "was well spent.",
        _understood(audit),
        "A displayed figure is known to half a unit of its last place. A sum is an error only where it differs from "
        "its parts by more than all their half-units together, a rate only where no values behind the displayed "
        "figures can reach it. A blank is not a zero, what is missing has not passed, and what was read with doubt "
        "is not accused.",
        "Telephone and identity numbers, bank accounts, licence plates, e-mail addresses and names of form-fillers are "
        "masked as soon as they are read; no file made here holds them.",
    ]
    return [paragraph for paragraph in paragraphs if paragraph]


def _understood(audit: Audit) -> str:
    """How much of the prose was read; nothing where there is none."""
    numerals = Decimal(sum(section.numerals for section in audit.accounts.coverage))
    understood = Decimal(sum(section.understood for section in audit.accounts.coverage))
    if not numerals:
        return ""
    rate = share(understood, numerals)
    return f"Of {numerals} numerals in the prose, {understood} ({rate}) were understood as data."

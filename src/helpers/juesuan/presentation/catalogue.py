"""The catalogue of rules for readers: each claim with its basis and examples, made by running the rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.checks import Check, Outcome
from juesuan.examples import EXAMPLES, Example
from juesuan.findings import Language
from juesuan.forms.classification.book import Sureness, book
from juesuan.presentation import markup
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.markup import Fragment
from juesuan.presentation.tables import Row, Table, table
from juesuan.presentation.words import FAMILY_NAMES, OUTCOMES, choose
from juesuan.rules import FAMILIES, RULES, Rule

LONGEST = 400  # characters of an example that are shown
SURENESS = {
    Sureness.SEEN: ("三个部门的公开中所见", "printed by three bodies"),
    Sureness.KNOWN: ("已知", "known"),
    Sureness.BELIEVED: ("存疑，不据以判断", "believed; nothing is held against it"),
}
SHOWN = (Outcome.PASSED, Outcome.ROUNDING, Outcome.FAILED)


@dataclass(frozen=True, slots=True)
class Shown:
    """An example as a reader sees it: how it came out, what the check said, and the words that it rests on."""

    outcome: Outcome
    word: str
    said: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule in the language of the page, with its examples."""

    rule: Rule
    claim: str
    examples: tuple[Shown, ...]


def overview(language: Language = "zh") -> Fragment:
    """How many rules each family has."""
    rows = [(choose(FAMILY_NAMES[family], language), str(len(_rules(family)))) for family in FAMILIES if _rules(family)]
    rows.append((label("all_rules", language), str(len(RULES))))
    made = table(label("rules_by_family", language), [label(key, language) for key in ("family", "rules")], rows)
    return _fragment("catalogue_overview", language, families=made)


def family(name: str, language: Language = "zh") -> Fragment:
    """The rules of a family, each with its claim, its basis and examples."""
    title = choose(FAMILY_NAMES[name], language)
    entries = [
        Entry(rule, rule.zh if language == "zh" else rule.claim, tuple(_examples(rule, language)))
        for rule in _rules(name)
    ]
    return _fragment("catalogue", language, name=name, title=title, entries=entries)


def accounts(code: str, language: Language = "zh") -> Fragment:
    """What the code book has of an account and of all below it: names, years of accounts, how sure each row is."""
    keys = ("code", "account_name", "account_years", "account_sureness", "account_complete")
    rows = [
        (
            account.code,
            account.name,
            f"{account.first}–{account.last}" if account.first or account.last else "",
            choose(SURENESS[account.sureness], language),
            label("all_below", language) if account.complete else "",
        )
        for account in book().below(code)
    ]
    made = Table(label("accounts_listed", language), tuple(label(key, language) for key in keys), tuple(map(Row, rows)))
    return _fragment("catalogue_overview", language, families=made)


def _rules(family: str) -> list[Rule]:
    return [rule for rule in RULES.values() if rule.family == family]


def _examples(rule: Rule, language: Language) -> Iterator[Shown]:
    """One example an outcome: first one that passes, then those that do not."""
    for outcome in SHOWN:
        example = next((each for each in EXAMPLES if each.rule == rule.name and each.outcome is outcome), None)
        if example is not None:
            check = next(check for check in example.checks() if check.outcome is outcome)
            said = (check.zh if language == "zh" else check.en) or _agreement(check, language)
            yield Shown(outcome, choose(OUTCOMES[outcome], language), said, _words(example, check))


def _words(example: Example, check: Check) -> str:
    """What the check quotes; where it quotes nothing, the lines that set the example apart from the others."""
    sides = [side for side in (check.left, check.right) if side is not None]
    quotes = [item.quote for item in (*check.evidence, *(each for side in sides for each in side.evidence))]
    text = "\n".join(dict.fromkeys(quotes)) or _own_lines(example)
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"


def _own_lines(example: Example) -> str:
    others = [each.text for each in EXAMPLES if each.rule == example.rule and each.outcome is Outcome.FAILED]
    common = {line for text in others if text != example.text for line in text.splitlines()}
    own = [line for line in example.text.splitlines() if line.strip() and line not in common]
    return "\n".join(own) or example.text.strip()


def _agreement(check: Check, language: Language) -> str:
    sides = [side for side in (check.left, check.right) if side is not None and side.amount is not None]
    joint = label("joint", language)
    return joint.join(f"{side.label} {side.amount}" for side in sides) or check.subject


def _fragment(template: str, language: Language, **values: object) -> Fragment:
    html = markup.render(f"{template}.html.j2", say=sayer(language), **values)
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', template)

"""The rows of the exported tables, one function a table; every value is text, blank where nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from juesuan.amounts import YUAN, Amount, plain
from juesuan.auditing import Audit
from juesuan.checks import Figure
from juesuan.document import Place
from juesuan.fiscal import economic_code, fiscal_year, function_code, phase_of
from juesuan.panel import same_words
from juesuan.records import Entry, Evaluation, Fact, FundLine, Indicator, Statement

Row = dict[str, str]

_OWNER = ("document", "department", "year")
_PLACE = ("page", "place")
_KIND = ("kind", "scope")
COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": (
        *_OWNER, *_KIND, "level", "region", "files", "digest", "pages", "pages_unread", "remarks", "doubts",
        "passed", "rounding", "failed", "unchecked", "not_applicable", "errors", "notices", "reviews", "crashes",
        "language", "program",
    ),
    "facts": (
        *_OWNER, "form", "row", "code", "item", "column", "value", "unit", "displayed", *_PLACE,
        "key", "displayed_unit", "decimals", "quote", "doubt", *_KIND,
        "phase", "fiscal_year", "function_code", "economic_code",
    ),
    "statements": (
        *_OWNER, "section", "subject", "measure", "period", "value", "unit", "displayed", "quote", *_PLACE,
        "topic", "direction", "of", "group", "role", "project", "doubt", *_KIND, "inferred",
    ),
    "indicators": (
        *_OWNER, "evaluation", "project", "line", "level1", "level2", "level3", "target", "actual", "unit", "weight",
        "completion", "score", "reason", "fund", "opening", "budget", "executed", "rate", *_PLACE, "quote", "doubt",
        *_KIND,
    ),
    "coverage": (*_OWNER, "section", "numerals", "understood", *_KIND),
    "checks": (
        *_OWNER, "rule", "family", "subject", "outcome", "left", "right", "difference", "tolerance", "reason",
        "severity", "left_label", "left_unit", "right_label", "right_unit", "message", *_PLACE, *_KIND,
    ),
    "findings": (
        *_OWNER, "id", "rule", "family", "severity", "subject", "message", "claim", "basis",
        "stated", "expected", "difference", "tolerance", "cause", "witness", *_KIND,
    ),
    "evidence": (*_OWNER, "finding", "quote", *_PLACE, "line", "form", "row", "column", *_KIND),
    "explanations": (*_OWNER, "words", "wording", "quote", *_PLACE, *_KIND),
}  # fmt: skip


def facts(audit: Audit) -> Iterator[Row]:
    """One row for each numeric cell of a form; money in 元, whatever the form is in."""
    accounts = audit.accounts
    for fact in accounts.facts:
        yield (
            _owner(audit)
            | _fact(fact)
            | {
                "phase": str(phase_of(fact, accounts.kind)),
                "fiscal_year": fiscal_year(fact, accounts.year),
                "function_code": function_code(fact),
                "economic_code": economic_code(fact),
            }
        )


def statements(audit: Audit) -> Iterator[Row]:
    """One row for each figure or direction word said in prose, in the unit it is said in."""
    for statement in audit.accounts.statements:
        yield _owner(audit) | _statement(statement)


def indicators(audit: Audit) -> Iterator[Row]:
    """One row for each fund line, each indicator and the total of every self-evaluation."""
    for number, evaluation in enumerate(audit.accounts.evaluations, 1):
        owner = _blank("indicators") | _owner(audit)
        owner |= {"evaluation": str(number), "project": evaluation.project}
        yield from (owner | _fund(line, evaluation) for line in evaluation.funds)
        yield from (owner | _indicator(indicator) for indicator in evaluation.indicators)
        if any(entry.text or entry.amount for entry in (evaluation.total_weight, evaluation.total_score)):
            yield owner | _total(evaluation)


def coverage(audit: Audit) -> Iterator[Row]:
    """One row for each section of prose: how many of its numerals are in statements."""
    for section in audit.accounts.coverage:
        counts = {"numerals": str(section.numerals), "understood": str(section.understood)}
        yield _owner(audit) | {"section": section.section} | counts


def checks(audit: Audit) -> Iterator[Row]:
    """One row for each check made, whatever came of it."""
    for check in audit.checks:
        places = [item.place for item in check.evidence]
        yield (
            _owner(audit)
            | _side("left", check.left)
            | _side("right", check.right)
            | _place(places[0] if places else Place())
            | {
                "rule": check.rule,
                "family": check.family,
                "subject": check.subject,
                "outcome": str(check.outcome),
                "difference": _plain(check.difference),
                "tolerance": _plain(check.tolerance),
                "reason": check.reason,
                "severity": str(check.severity) if check.outcome == "failed" else "",
                "message": check.zh if audit.language == "zh" else check.en,
            }
        )


def findings(audit: Audit) -> Iterator[Row]:
    """One row for each finding, the gravest first; its places are in `evidence`."""
    for finding in audit.findings:
        told = finding.as_dict()
        yield _owner(audit) | {name: str(told[name]) for name in COLUMNS["findings"] if name in told}


def evidence(audit: Audit) -> Iterator[Row]:
    """One row for each place in the source that shows a finding."""
    for finding in audit.findings:
        for item in finding.evidence:
            place = item.place
            yield (
                _owner(audit)
                | _place(place)
                | {
                    "finding": finding.id,
                    "quote": item.quote,
                    "line": "" if place.line is None or place.named else str(place.line),
                    "form": item.form,
                    "row": item.row,
                    "column": item.column,
                }
            )


def explanations(audit: Audit) -> Iterator[Row]:
    """One row for each sentence on a problem or a reason, in words that can be held against those of others."""
    for words, item in same_words.sentences(audit.accounts):
        wording = same_words.without_figures(words)
        said = {"words": words, "wording": wording, "quote": item.quote}
        yield _owner(audit) | _place(item.place) | said


def _fact(fact: Fact) -> Row:
    amount = fact.amount.into(YUAN) if fact.amount.is_money else fact.amount
    return _place(fact.place) | {
        "form": fact.form,
        "row": str(fact.row),
        "code": fact.code,
        "item": fact.item,
        "column": fact.column,
        "value": _plain(amount.value),
        "unit": amount.unit,
        "displayed": fact.amount.displayed,
        "key": fact.key,
        "displayed_unit": fact.amount.unit,
        "decimals": str(fact.amount.decimals),
        "quote": fact.quote,
        "doubt": fact.doubt,
    }


def _statement(statement: Statement) -> Row:
    amount = statement.amount
    return _place(statement.place) | {
        "section": statement.section,
        "subject": statement.subject,
        "measure": str(statement.measure),
        "period": statement.period,
        "value": _value(amount),
        "unit": "" if amount is None else amount.unit,
        "displayed": "" if amount is None else amount.displayed,
        "quote": statement.quote,
        "topic": statement.topic,
        "direction": str(statement.direction),
        "of": statement.of,
        "group": statement.group,
        "role": statement.role,
        "project": statement.project,
        "doubt": statement.doubt,
        "inferred": "1" if statement.inferred else "",
    }


def _fund(line: FundLine, evaluation: Evaluation) -> Row:
    entries = (line.opening, line.budget, line.executed, line.weight, line.rate, line.score)
    units = [entry.amount.unit for entry in entries[:3] if entry.amount is not None]
    places = [entry.place for entry in entries if str(entry.place)]
    return _place(places[0] if places else evaluation.place) | {
        "line": "fund",
        "level3": line.label,
        "fund": line.kind,
        "unit": units[0] if units else "",
        "opening": _figure(line.opening),
        "budget": _figure(line.budget),
        "executed": _figure(line.executed),
        "weight": _figure(line.weight),
        "rate": _figure(line.rate),
        "score": _figure(line.score),
        "quote": line.quote,
        "doubt": next((entry.doubt for entry in entries if entry.doubt), evaluation.doubt),
    }


def _indicator(indicator: Indicator) -> Row:
    return _place(indicator.place) | {
        "line": "indicator",
        "level1": indicator.level1,
        "level2": indicator.level2,
        "level3": indicator.level3,
        "target": indicator.target.text,
        "actual": indicator.actual.text,
        "unit": indicator.unit,
        "weight": _figure(indicator.weight),
        "completion": indicator.completion.text,
        "score": _figure(indicator.score),
        "reason": indicator.reason,
        "quote": indicator.quote,
        "doubt": indicator.doubt,
    }


def _total(evaluation: Evaluation) -> Row:
    return _place(evaluation.total_score.place) | {
        "line": "total",
        "weight": _figure(evaluation.total_weight),
        "score": _figure(evaluation.total_score),
        "reason": evaluation.reason,
        "doubt": evaluation.total_score.doubt or evaluation.doubt,
    }


def _side(side: str, figure: Figure | None) -> Row:
    amount = None if figure is None else figure.amount
    return {
        side: _value(amount),
        f"{side}_label": "" if figure is None else figure.label,
        f"{side}_unit": "" if amount is None else amount.unit,
    }


def _owner(audit: Audit) -> Row:
    accounts = audit.accounts
    return {
        "document": accounts.source,
        "department": accounts.department,
        "year": accounts.year,
        "kind": str(accounts.kind),
        "scope": str(accounts.scope),
    }


def _place(place: Place) -> Row:
    return {"page": "" if place.page is None else str(place.page), "place": str(place)}


def _blank(table: str) -> Row:
    return dict.fromkeys(COLUMNS[table], "")


def _figure(entry: Entry) -> str:
    return _value(entry.amount)


def _value(amount: Amount | None) -> str:
    return "" if amount is None else _plain(amount.value)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else plain(value)

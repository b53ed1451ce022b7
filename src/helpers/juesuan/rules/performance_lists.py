"""Families `performance_budget` and `performance_score`: lists of projects against themselves, tables and prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Figure, Outcome, of_entry
from juesuan.compare import equal, finding, not_applicable, passed, sums_to, unchecked
from juesuan.evaluations.entity_linking import CERTAIN, LIKELY, best_match
from juesuan.evaluations.vocabulary import squeezed
from juesuan.passages import Hit
from juesuan.records import Entry, Evaluation, FundLine
from juesuan.rules.performance import METHOD, quoted, table_name, total_line
from juesuan.rules.performance_budgets import COLUMNS, amount
from juesuan.rules.performance_projects import project_tables
from juesuan.rules.performance_results import SAME_GRADE
from juesuan.rules.registry import rule

_HEADED = re.compile(r"[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]")
_GRADE = r"[“\"「]?(?P<{0}>优秀|良好|合格|不合格|优|良|(?<!其)中|差)[”\"」]?"
_COUNTED = re.compile(
    rf"(?:等级|等次|结果|评定|评价|自评)?为?{_GRADE.format('before')}(?:等级|等次|档次)?的?(?:项目)?(?:有|共)?(?P<count>\d+)个"
    rf"|(?P<number>\d+)个项目?(?:自评|评价|绩效)*(?:等级|等次|结果)?(?:被)?(?:评)?为?{_GRADE.format('after')}(?![一-龥])"
)
_LONG_NAME = 6  # characters of a name, so that another with one of them changed is the same
_ALL = re.compile(r"(?P<count>\d+)个项目")


@rule("list-total", family="performance_budget", basis=METHOD, zh="项目自评汇总表的合计等于所列各项目之和")
def list_total(accounts: Accounts) -> Iterator[Check]:
    """The line of totals of a list of evaluated projects is the sum of the projects that it lists."""
    lists = [each for each in accounts.evaluations if each.listed and each.funds]
    if not lists:
        yield not_applicable("自评汇总表合计", "没有列出合计的项目自评汇总表")
    for each in lists:
        for key, name in COLUMNS:
            if getattr(each.funds[0], key).amount:
                yield _column_sum(each, key, name)


@rule("list-against-table", family="performance_budget", basis=METHOD, zh="汇总表所列预算、执行数与项目自评表一致")
def list_against_table(accounts: Accounts) -> Iterator[Check]:
    """The money of a listed project, or of a task of the whole department, is that of its own table."""
    listed_tables = list(_pairs(accounts))
    yield from (check for row, table, _ in listed_tables if (check := _misnamed(row, table)) is not None)
    pairs = [("汇总表", row.funds[0], table, sure) for row, table, sure in listed_tables if row.funds]
    pairs += [("整体支出自评表", line, table, sure) for line, table, sure in _tasks(accounts)]
    if not pairs:
        yield not_applicable("汇总表与自评表", "没有既列入汇总表又另有自评表的项目")
    for where, line, table, sure in pairs:
        own = total_line(table)
        for key, name in COLUMNS:
            if own and getattr(line, key).amount and getattr(own, key).amount:
                listed = amount(getattr(line, key), line, f"{where}所列{quoted(line.label)}{name}")
                right = amount(getattr(own, key), own, f"{table_name(table)}{name}")
                yield _tied(equal(listed, right, f"{table_name(table)}{name}与{where}"), sure)


@rule("list-score", family="performance_score", basis=METHOD, zh="汇总表所列得分与项目自评表总分一致")
def list_score(accounts: Accounts) -> Iterator[Check]:
    """A listed project's score is the total of its own table."""
    pairs = [each for each in _pairs(accounts) if each[0].total_score.amount and each[1].total_score.amount]
    if not pairs:
        yield not_applicable("汇总表得分", "没有既列入汇总表又另有总分的项目")
    for row, table, sure in pairs:
        listed = _score(row.total_score, f"汇总表所列{quoted(row.project)}得分")
        yield _tied(equal(listed, _score(table.total_score, f"{table_name(table)}总分"), listed.label), sure)


@rule("grades-of-tables", family="performance_score", basis=METHOD, zh="所述各等级的项目数与汇总表、自评表所列等级一致")
def grades_of_tables(accounts: Accounts) -> Iterator[Check]:
    """As many projects are said to have a grade as have it in their tables."""
    tables = project_tables(accounts)
    shown = Counter(SAME_GRADE.get(each.grade.text, each.grade.text) for each in tables)
    whole = [hit for hit in accounts.prose.search(_COUNTED) if _speaks_of(hit, len(tables))]
    if not whole or not tables:
        yield not_applicable("各等级项目数", "没有按等级说明全部项目，或没有项目自评表")
    for hit in whole:
        word = hit.match["before"] or hit.match["after"]
        count = int(hit.match["count"] or hit.match["number"])
        yield _grade_check(hit, word, count, shown, tables)


def _column_sum(each: Evaluation, key: str, name: str) -> Check:
    total = each.funds[0]
    subject = f"{quoted(each.title)}合计{name}"
    whole = amount(getattr(total, key), total, subject)
    lines = [line for row in each.listed if (line := total_line(row)) is not None]
    parts = [amount(getattr(line, key), line, quoted(line.label)) for line in lines if getattr(line, key).text]
    check = sums_to(whole, parts, subject, parts_label="所列各项目之和")
    if check.outcome is Outcome.FAILED and (
        any(_HEADED.match(line.label) for line in lines) or len(parts) < len(each.listed)
    ):
        return unchecked(subject, "所列可能分层，或有项目没有读出金额", whole)
    return check


def _pairs(accounts: Accounts) -> Iterator[tuple[Evaluation, Evaluation, Decimal]]:
    """Each listed project with its own table, and how sure it is that both are one."""
    own = [each for each in accounts.evaluations if each.project and each.indicators]
    for row in (row for each in accounts.evaluations for row in each.listed):
        match = best_match(row.project, own, row.funds[0].quote)
        if match is not None and match[1] >= LIKELY:
            yield row, own[match[0]], match[1]


def _misnamed(row: Evaluation, table: Evaluation) -> Check | None:
    """A listed name that differs by one character from that of the table with the same money; None for any other."""
    one, other = squeezed(row.project), squeezed(table.project)
    own = total_line(table)
    spent = row.funds[0].executed.amount if row.funds else None
    apart = [a + b for a, b in zip(one, other, strict=False) if a != b]
    alike = len(one) == len(other) >= _LONG_NAME and len(apart) == 1 and not apart[0].isdecimal()
    if not alike or own is None or own.executed.amount is None or spent is None or spent.value == 0:
        return None
    if spent.value != own.executed.amount.value:
        return None
    return finding(
        f"汇总表所列{quoted(row.project)}的名称",
        f"汇总表所列{quoted(row.project)}与自评表的项目名称{quoted(table.project)}有一字之差，而金额相同。",
        f"The list names “{row.project}” what its table calls “{table.project}”; their money is the same.",
        [Evidence(row.funds[0].quote, row.place), Evidence(table.project, table.place)],
        stated=row.project,
        expected=table.project,
    )


def _tasks(accounts: Accounts) -> Iterator[tuple[FundLine, Evaluation, Decimal]]:
    """Each task of the whole department that is a project with a table of its own."""
    own = project_tables(accounts)
    lines = [line for each in accounts.evaluations if each.overall for line in each.funds if line.kind == "task"]
    for line in lines:
        match = best_match(line.label, own, line.quote)
        if match is not None and match[1] == CERTAIN and own[match[0]].indicators:
            yield line, own[match[0]], match[1]


def _tied(check: Check, sure: Decimal) -> Check:
    if check.outcome is not Outcome.FAILED or sure == CERTAIN:
        return check
    return unchecked(check.subject, "项目名称不尽相同，不能确定是同一项目")


def _score(entry: Entry, label: str) -> Figure:
    return of_entry(entry, label, entry.text)


def _speaks_of(hit: Hit, tables: int) -> bool:
    """Whether the sentence that counts a grade speaks of as many projects as there are tables."""
    said = {int(match["count"]) for match in _ALL.finditer(hit.passage.dense[: hit.start])}
    topic = hit.passage.topic
    return tables in said and (topic.startswith(("performance", "report")) or "自评" in hit.passage.dense)


def _grade_check(hit: Hit, word: str, count: int, shown: Counter[str], tables: list[Evaluation]) -> Check:
    subject = f"评为“{word}”的项目数"
    found = shown[SAME_GRADE.get(word, word)]
    if any(not each.grade.text for each in tables):
        return unchecked(subject, "有项目没有读出等级")
    if found == count:
        return passed(subject)
    return finding(
        subject,
        f"文件说评为“{word}”的项目有{count}个，汇总表和自评表中是{found}个。",
        f"{count} projects are said to be graded “{word}”; the tables show {found}.",
        [hit.evidence],
        stated=str(count),
        expected=str(found),
    )

"""Family `wording`: the name of another project, or last year's, left standing in an evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.evaluations.entity_linking import CERTAIN, LIKELY, likeness, tells_money
from juesuan.evaluations.vocabulary import squeezed
from juesuan.records import Evaluation, Section
from juesuan.rules.performance import METHOD, fund_evidence, quoted, total_line
from juesuan.rules.performance_projects import project_tables
from juesuan.rules.performance_scope import reports
from juesuan.rules.registry import rule

FAMILY = "wording"
_CARRIED_OUT = re.compile(r"通过(?:实施|开展)“?(?P<name>[^，。；“”\n]{4,30})”?(?=，)")
_TITLE_YEAR = re.compile(r"(20\d\d)年")
_YEAR = re.compile(r"(?P<year>20\d\d)年度?(?:全年|年初)?(?:预算|安排|批复)")


@rule("project-name-left", family=FAMILY, basis=METHOD, zh="各项目自评表的项目名称不沿用其他项目的名称")
def project_name_left(accounts: Accounts) -> Iterator[Check]:
    """No table bears another project's name with the money of a project that prose names and that has no table.

    And no paragraph on a project says that another was carried out, where the others name their own.
    """
    tables = project_tables(accounts)
    yield from _carried_out(accounts, tables)
    repeated = [each for each in tables if sum(squeezed(each.project) == squeezed(one.project) for one in tables) > 1]
    if not tables:
        yield not_applicable("项目名称沿用", "没有项目自评表")
    elif not repeated:
        yield passed("各项目自评表的项目名称")
    for table in repeated:
        subject = f"{quoted(table.project)}自评表的项目名称"
        meant = [each for each in _without_table(accounts, tables) if tells_money(_text(accounts, each), table)]
        if len(meant) == 1:
            yield _left(accounts, subject, table, meant[0])
        else:
            yield unchecked(subject, "几张自评表写着同一个项目名称，不能确定是否同一项目")


@rule("report-year-left", family=FAMILY, basis=METHOD, zh="自评表标题、项目评价报告所述预算和执行的年度为决算年度")
def report_year_left(accounts: Accounts) -> Iterator[Check]:
    """The title of a table, and a sentence that gives its budget and spending, name the year of the accounts."""
    checks = [check for each in reports(accounts) for check in _years(accounts, each.evaluation, each.section)]
    checks += _titles(accounts)
    yield from checks or [not_applicable("评价报告的年度", "报告没有同时写明年度和自评表所列预算、执行数")]


def _carried_out(accounts: Accounts, tables: list[Evaluation]) -> Iterator[Check]:
    """What paragraphs on one project each say was carried out; judged only where it is the project's name elsewhere."""
    told = []
    for hit in accounts.prose.search(_CARRIED_OUT):
        before = hit.passage.dense[: hit.start]
        own = [each for each in tables if squeezed(each.project) in before]
        if len(own) == 1 and hit.passage.topic.startswith(("performance", "report")):
            told.append((hit, own[0], likeness(hit.match["name"], own[0].project)))
    for hit, table, alike in told if any(alike == CERTAIN for _, _, alike in told) else ():
        subject = f"{quoted(table.project)}的实施"
        if alike >= LIKELY:
            yield passed(subject)
            continue
        yield finding(
            subject,
            f"说明{quoted(table.project)}的段落写的是“{hit.words}”，可能沿用了其他项目的文字。",
            f"A paragraph on “{table.project}” says that “{hit.match['name']}” was carried out.",
            [hit.evidence, Evidence(table.project, table.place)],
            stated=hit.match["name"],
            expected=table.project,
        )


def _without_table(accounts: Accounts, tables: list[Evaluation]) -> Iterator[Section]:
    for section in accounts.sections:
        if section.project and not any(likeness(section.project, each.project) == CERTAIN for each in tables):
            yield section


def _text(accounts: Accounts, section: Section) -> str:
    return "".join(each.text for each in accounts.paragraphs[section.first : section.last + 1])


def _left(accounts: Accounts, subject: str, table: Evaluation, section: Section) -> Check:
    line = total_line(table)
    assert line is not None  # its money was told
    heading = Evidence(section.title, accounts.places[accounts.paragraphs[section.first].first])
    return finding(
        subject,
        f"{table.title}的项目名称是{quoted(table.project)}，与另一张自评表相同，而预算数{line.budget.text}、"
        f"执行数{line.executed.text}是{quoted(section.project)}的，可能沿用了其他项目的名称。",
        f"A second table is named “{table.project}”; its budget and spending are those of “{section.project}”.",
        [Evidence(f"项目名称 {table.project}", table.place), fund_evidence(line), heading],
        stated=table.project,
        expected=section.project,
    )


def _titles(accounts: Accounts) -> Iterator[Check]:
    """The years in the titles of tables; an error where another table has the year of the accounts in its title."""
    titled = [(each, match[1]) for each in accounts.evaluations if (match := _TITLE_YEAR.search(squeezed(each.title)))]
    own = any(year == accounts.year for _, year in titled)
    for title, place, year in dict.fromkeys((each.title, each.place, year) for each, year in titled if accounts.year):
        subject = f"“{title}”的年度"
        if year == accounts.year:
            yield passed(subject)
            continue
        yield finding(
            subject,
            f"自评表的标题“{title}”写的是{year}年，而决算年度为{accounts.year}年。",
            f"The title of a self-evaluation names {year}; the accounts are those of {accounts.year}.",
            [Evidence(title, place)],
            stated=year,
            expected=accounts.year,
            severity=Severity.ERROR if own else Severity.NOTICE,
        )


def _years(accounts: Accounts, evaluation: Evaluation, section: Section) -> Iterator[Check]:
    own = [each for each in accounts.evaluations if each.project == evaluation.project and each.funds]
    for passage in accounts.prose.within(section.first, section.last):
        for match in _YEAR.finditer(passage.dense):
            said = passage.evidence(match.start(), match.end())
            if not accounts.year or not any(tells_money(said.quote, each) for each in own):
                continue
            subject = f"{quoted(evaluation.project)}预算、执行的年度"
            if match["year"] == accounts.year or accounts.year in said.quote:
                yield passed(subject)
                continue
            yield finding(
                subject,
                f"{quoted(section.title)}所述预算、执行数与自评表相同，年度却写作{match['year']}年，应为{accounts.year}年。",
                f"The money is that of the table of {accounts.year}, the year named is {match['year']}.",
                [said],
                stated=match["year"],
                expected=accounts.year,
            )

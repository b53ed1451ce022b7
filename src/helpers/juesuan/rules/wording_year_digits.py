"""Family `wording`: years have four digits, in the contents and headings too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check
from juesuan.compare import finding, not_applicable, passed
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS

_YEAR = re.compile(r"(?<![\d.，])(?:19|20)\d{2}年度")
_MISCOUNTED = re.compile(r"(?<![\d.，])(?:[02]\d{2}|20\d{3})年(?:度|部门决算|单位决算|12月31日)")


@rule("year-digits", family="wording", basis=BASIS, zh="年份为四位数字")
def year_digits(accounts: Accounts) -> Iterator[Check]:
    """A year named as an accounting year or a year's end has four digits."""
    found = accounts.prose.search(_MISCOUNTED)
    if not found and not accounts.prose.search(_YEAR):
        yield not_applicable("年份的位数", "正文没有写明年度")
        return
    if not found:
        yield passed("年份的位数")
    for hit in found:
        named = f"{accounts.year}年" if accounts.year else "四位数字的年份"
        yield finding(
            f"年份的位数：{hit.words}",
            f"“{hit.words}”的年份不是四位数字，应为{named}。",
            f"The year in “{hit.words}” does not have four digits.",
            [hit.evidence],
            stated=hit.words,
            expected=named,
        )

"""The code book of the classifications as a page."""

from __future__ import annotations

from collections.abc import Iterable

from juesuan.forms.classification.book import Account, book
from juesuan.reference.markdown import code, table, text, titled

OPENING = """\
Names of accounts by function (功能分类) and by economic nature (经济分类), with the years of accounts in which a
code bears the name; blank where there is no bound. `seen`: three bodies print it; `known`; `believed`: it helps to
read, and nothing is held against a document because of it. `juesuan codes 20805` shows a part of it.

科目编码及其各年名称；同一编码的新名称在后。
"""


def page() -> str:
    """All accounts, by classification."""
    found = list(book())
    by_function = [account for account in found if account.code.startswith("2")]
    others = [account for account in found if not account.code.startswith("2")]
    return titled(
        "Code book · 科目",
        OPENING,
        "## By function · 功能分类 {#function}\n",
        _accounts(by_function),
        "## By economic nature · 经济分类 {#economic}\n",
        _accounts(others),
    )


def _accounts(accounts: Iterable[Account]) -> str:
    rows = ((code(each.code), text(each.name), each.first, each.last, str(each.sureness)) for each in accounts)
    return table(("code", "name", "from", "to", "sureness"), rows)

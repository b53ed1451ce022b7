"""The reference as pages of Markdown, made from what the program itself works with; nothing is written twice."""

from collections.abc import Callable

from juesuan.reference import accounts, commands, data, forms, identities, rules, settings

PAGES: dict[str, Callable[[], str]] = {
    "reference/data.md": data.page,
    "reference/forms.md": forms.page,
    "reference/rules.md": rules.page,
    "reference/identities.md": identities.page,
    "reference/accounts.md": accounts.page,
    "reference/commands.md": commands.page,
    "reference/settings.md": settings.page,
}

__all__ = ["PAGES"]

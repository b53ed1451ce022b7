"""The code book: functional and economic classification, 2016–2025 (财政部《政府收支分类科目》).

`functions.csv` holds classes (类), sections (款) and items (项) of the functional classification,
`economic.csv` classes and accounts of the economic classification for departments. A row is one name of
one code; a code that was renamed has several. Columns: code; name; first and last, the years of accounts
in which it bears that name ("" = no bound); sureness, `seen` where at least three bodies print it,
`known` where it is of general knowledge, `believed` where name or years may be wrong; complete, `yes`
where all items of the section, or accounts of the class, are listed; source.
"""

from juesuan.forms.classification.book import Account, Sureness, book, ending_is_common
from juesuan.forms.classification.names import (
    ECONOMIC,
    ITEM_ENDINGS,
    PERSONNEL,
    RUNNING,
    alike,
    economic_item,
    function_class,
    is_economic_class,
    is_name_of,
    known_name,
    name_key,
)

__all__ = [
    "ECONOMIC",
    "ITEM_ENDINGS",
    "PERSONNEL",
    "RUNNING",
    "Account",
    "Sureness",
    "alike",
    "book",
    "economic_item",
    "ending_is_common",
    "function_class",
    "is_economic_class",
    "is_name_of",
    "known_name",
    "name_key",
]

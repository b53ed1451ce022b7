"""How large a source is read: what is larger than any disclosure costs one sentence instead of minutes."""

from __future__ import annotations

MOST_BLANK = 60  # blank lines in a row that can mean anything: a page of them
MOST_COLUMNS = 1_000  # of a table; the widest form of any place has some fifty
MOST_CELLS = 100_000  # of all tables of a text or a web page; a department with all its units has some ten thousand
MOST_LINES = 100_000  # with words; a long disclosure has some five thousand
LONGEST_LINE = 1_000_000  # characters
IS_IT_RIGHT = "no disclosure is like that: is it the right file?"


class TooLarge(Exception):
    """A text is beyond what is read; the text of the error says where, how large it is and what is read."""


def check_line(number: int, characters: int) -> None:
    """Raise `TooLarge` for a line that is too long."""
    if characters > LONGEST_LINE:
        raise TooLarge(f"line {number} has {characters:,} characters, at most {LONGEST_LINE:,} are read")


def check_lines(count: int) -> None:
    """Raise `TooLarge` for a text of too many lines."""
    if count > MOST_LINES:
        raise TooLarge(f"it has {count:,} lines, at most {MOST_LINES:,} are read")


def check_row(number: int, cells: int) -> None:
    """Raise `TooLarge` for a row of too many cells on a line."""
    if cells > MOST_COLUMNS:
        raise TooLarge(f"the table on line {number} has {cells:,} columns, at most {MOST_COLUMNS:,} are read")


def check_cells(cells: int) -> None:
    """Raise `TooLarge` where all tables together have too many cells."""
    if cells > MOST_CELLS:
        raise TooLarge(f"its tables have more than {MOST_CELLS:,} cells")

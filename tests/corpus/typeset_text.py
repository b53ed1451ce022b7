"""Typesets a manuscript as a text conversion.

Tables have tabs, Markdown's pipes or HTML's tags, or cells parted by spaces (raw) or by lines (upright).
"""

from __future__ import annotations

from html import escape

from corpus.dialect import Dialect
from corpus.manuscript import Cell, Manuscript, Table, Words
from corpus.typeset_pdf import LINE_START, placed

RAW_LINE = 34
HASHES = {"part": "## ", "section": "### ", "subsection": "#### ", "title": "## "}


def typeset(manuscript: Manuscript, dialect: Dialect) -> str:
    """The text, in the way of the dialect's medium."""
    lines: list[str] = []
    for block in manuscript.blocks:
        if isinstance(block, Words):
            lines += _words(block, dialect.medium)
        elif isinstance(block, Table):
            lines += [*_table(block, dialect), ""]
        else:
            lines.append("\f" if dialect.medium == "raw" else "")
    return "\n".join(lines) + "\n"


def _words(words: Words, medium: str) -> list[str]:
    if medium in ("markdown", "html"):
        text = f"**{words.text}**" if words.style == "cover" else words.text
        return [HASHES.get(words.style, "") + text, ""]
    if medium == "raw" and words.style in ("body", "item"):
        return [part for line in broken(words.text) for part in (line, "")]
    return [words.text, ""]


def broken(text: str) -> list[str]:
    """Running text in lines of a page's width."""
    lines: list[str] = []
    while text:
        end = RAW_LINE
        while end < len(text) and text[end] in LINE_START:
            end += 1
        lines.append(text[:end])
        text = text[end:]
    return lines


def _table(table: Table, dialect: Dialect) -> list[str]:
    if dialect.medium == "html":
        return [_tagged(table)]
    matrix, _, _ = placed(table)
    if dialect.medium == "raw":
        return [line for line in (" ".join(cell for cell in row if cell) for row in matrix) if line]
    if dialect.medium == "markdown":
        return _piped(table, matrix)
    if dialect.medium == "upright":
        return [cell for row in matrix for cell in row if cell]
    return ["\t".join(row).rstrip("\t") for row in matrix]


def _piped(table: Table, matrix: list[list[str]]) -> list[str]:
    """A Markdown table: one line of headings, a rule, then the rest."""
    rule = "|" + "|".join(" --- " for _ in table.widths) + "|"
    rows = ["| " + " | ".join(row) + " |" for row in matrix]
    return [rows[0], rule, *rows[1:]]


def _tagged(table: Table) -> str:
    """An HTML table on one line, as converters write it into Markdown."""
    rows = ("".join(_cell(cell) for cell in row) for row in table.rows)
    return f"<html><body><table><tr>{'</tr><tr>'.join(rows)}</tr></table></body></html>"


def _cell(cell: Cell) -> str:
    reach = (("rowspan", cell.rows), ("colspan", cell.columns))
    spans = "".join(f' {name}="{count}"' for name, count in reach if count > 1)
    return f"<td{spans}>{escape(cell.text)}</td>"

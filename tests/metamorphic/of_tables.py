"""Tables in another layout, their rows in another order, with more or fewer of what carries no figure."""

from __future__ import annotations

import csv
import io
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from html import escape

from metamorphic.change import AMOUNT, Change, between, cells, everywhere, is_row, lines, tables

Rows = list[list[str]]
CODE = re.compile(r"\d{3,7}")
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")
TITLE = re.compile(
    r"^[#* ]*(?:附?表 *\d*[：:]?)?[\u4e00-\u9fff“”（）()《》]*(?:决算|情况|明细|总)表[#* ]*$", re.MULTILINE
)
FORM_NUMBER = r"^\s*公开\s*(\d\d)\s*表\s*$"
BODY = r"^(\s*)(?:部门|编制单位|单位名称)：(?=\S)"


def padded(rows: Rows, rng: random.Random) -> Rows:
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def markdown(rows: Rows, rng: random.Random) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in padded(rows, rng)]
    return "\n".join([lines[0], "|" + "---|" * max(map(len, rows)), *lines[1:]])


def piped(rows: Rows, rng: random.Random) -> str:
    return "\n".join(" | ".join(row) for row in padded(rows, rng))


def comma_separated(rows: Rows, rng: random.Random) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(padded(rows, rng))
    return written.getvalue().rstrip("\n")


def tagged(rows: Rows, rng: random.Random) -> str:
    made = ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join(["<table>", *made, "</table>"])


def tagged_by_office(rows: Rows, rng: random.Random) -> str:
    cell = '<td style="width:10pt"><p class="MsoNormal"><span>{}<o:p></o:p></span></p></td>'
    made = ["<tr>" + "".join(cell.format(escape(text) or "&nbsp;") for text in row) + "</tr>" for row in rows]
    return '<table border="1"><tbody>' + "".join(made) + "</tbody></table>"


def laid_out(rows: Rows, rng: random.Random) -> str:
    """Columns kept in place by blanks: figures to the right, rows without figures in the middle."""
    full = padded(rows, rng)
    widths = [max(map(places, column)) for column in zip(*full, strict=True)]
    return "\n".join("  ".join(_justified(row, widths)).rstrip() for row in full)


def places(text: str) -> int:
    """How many half-width places a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _justified(row: list[str], widths: list[int]) -> Iterator[str]:
    head = not any(map(NUMBER.fullmatch, row))
    for text, width in zip(row, widths, strict=True):
        free = width - places(text)
        before = free // 2 if head else free if NUMBER.fullmatch(text) else 0
        yield " " * before + text + " " * (free - before)


def trimmed(rows: Rows, rng: random.Random) -> Rows:
    """Blank cells at the end of rows cut off, but for one."""
    return [(re.sub(r"\t+$", "", "\t".join(row)) + ("\t" if not any(row[1:]) else "")).split("\t") for row in rows]


def total_last(rows: Rows, rng: random.Random) -> Rows:
    """The total below the list that it stands above."""
    is_total = [row[0].replace(" ", "") in ("合计", "总计") for row in rows]
    lists = [index for index, row in enumerate(rows) if CODE.fullmatch(row[0].strip())]
    if sum(is_total) != 1 or not lists or is_total.index(True) > lists[0] or lists[-1] != len(rows) - 1:
        return rows
    at = is_total.index(True)
    return [*rows[:at], *rows[at + 1 :], rows[at]]


def columns_exchanged(rows: Rows, rng: random.Random) -> Rows:
    """Two columns of figures with their headings exchanged, where every heading stands in one row."""
    width = len(rows[0])
    headed = [cell for cell in rows[0] if cell.strip()]
    if len(headed) < width or any(len(row) != width for row in rows) or len(set(headed)) < width:
        return rows
    figures = [
        column
        for column in range(width)
        if all(AMOUNT.fullmatch(row[column].strip()) or not row[column].strip() for row in rows[2:])
    ]
    if len(figures) < 2 or any(row[0].strip() == "栏次" for row in rows):
        return rows
    one, other = rng.sample(figures, 2)
    order = [other if at == one else one if at == other else at for at in range(width)]
    return [[row[at] for at in order] for row in rows]


def without_ordinals(rows: Rows, rng: random.Random) -> Rows:
    """The row that numbers the columns left out."""
    kept = [row for row in rows if row[0].replace(" ", "") != "栏次"]
    return kept if len(kept) > 1 else rows


def continued(rows: Rows, rng: random.Random) -> Rows:
    """The headings again after half of the rows, as on a new page."""
    head = next((at for at, row in enumerate(rows) if any(AMOUNT.fullmatch(cell.strip()) for cell in row)), 0)
    half = (head + len(rows)) // 2
    listed = bool(head) and len(rows) - head > 4 and CODE.fullmatch(rows[half][0].strip())
    return [*rows[:half], *rows[:head], *rows[half:]] if listed else rows


def titled_again(text: str, rng: random.Random) -> str:
    """After half of each form its title with （续表）, and its headings again."""
    title = ""
    lines: list[str] = []

    def again(rows: Rows) -> list[str]:
        new = continued(rows, rng)
        added = len(new) - len(rows)
        half = (added + len(rows)) // 2
        parts = ["\t".join(row) for row in new]
        return [*parts[:half], "", f"{title}（续表）", *parts[half:]] if added and title else parts

    rows: Rows = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        lines += again(rows) if rows else []
        rows = []
        title = line.strip("#* ") if TITLE.match(line) else title if len(line) < 30 else ""
        lines.append(line)
    return "\n".join(lines[:-1])


def spread(cell: str) -> str:
    return f"{cell[0]}　{cell[1]}" if cell in ("合计", "总计", "小计", "项目", "收入", "支出", "金额") else cell


def indented(rows: Rows, rng: random.Random) -> Rows:
    """Names of lower accounts set in by two places a level."""

    def named(row: list[str]) -> list[str]:
        level = (len(row[0].strip()) - 3) // 2 if CODE.fullmatch(row[0].strip()) else 0
        return [row[0], "  " * level + row[1], *row[2:]] if level and len(row) > 1 else row

    return [named(row) for row in rows]


def titles(change: str) -> Callable[[str, random.Random], str]:
    return lambda text, rng: TITLE.sub(lambda m: change.format(m[0].strip("#* ")), text)


CHANGES = (
    Change("Markdown tables", tables(markdown)),
    Change("bare pipes", tables(piped)),
    Change("comma-separated tables", tables(comma_separated)),
    Change("HTML tables", tables(tagged)),
    Change("HTML tables of a word processor", tables(tagged_by_office)),
    Change("tables laid out by blanks", tables(laid_out)),
    Change("a blank column before", lines(lambda line: f"\t{line}" if "\t" in line else line)),
    Change("a blank column behind", lines(lambda line: f"{line}\t" if "\t" in line else line)),
    Change("blank ends of rows cut off", tables(trimmed)),
    Change(
        "blank rows between rows", tables(lambda rows, rng: [each for row in rows for each in (row, [""] * len(row))])
    ),
    Change("blank lines between rows", lines(lambda line: f"{line}\n" if is_row(line) else line)),
    Change("total last", tables(total_last)),
    Change("columns exchanged", tables(columns_exchanged)),
    Change("no ordinals of columns", tables(without_ordinals)),
    Change("headings repeated", tables(continued)),
    Change("（续表） with title and headings", titled_again),
    Change("spread words", cells(spread)),
    Change("names set in", tables(indented)),
    Change("quoted cells", cells(lambda cell: f'"{cell}"' if AMOUNT.fullmatch(cell) else cell)),
    Change("bold cells", cells(lambda cell: f"**{cell}**" if cell in ("合计", "总计") else cell)),
    Change("codes as text", everywhere(r"(?:^|(?<=\t))(?=\d{3,7}\t[\u4e00-\u9fff])", "'")),
    Change("parted codes", cells(lambda cell: re.sub(r"^(\d{3})(\d\d)(\d\d)?$", r"\1 \2 \3", cell).rstrip())),
    Change("titles in 《》", titles("《{}》")),
    Change("titles with 附表", titles("附表：{}")),
    Change("bold titles", titles("**{}**")),
    Change("titles as headings", titles("## {}")),
    Change("titles said twice", titles("{0}\n{0}")),
    Change("titles over two lines", lambda text, rng: TITLE.sub(lambda m: _broken(m[0]), text)),
    Change("form numbers left out", everywhere(FORM_NUMBER, "")),
    Change("form numbers spread", everywhere(FORM_NUMBER, r"公开 \1 表")),
    Change("form numbers as 附表", everywhere(FORM_NUMBER, r"附表 \1")),
    Change("another word for the body", everywhere(BODY, r"\1编制部门：")),
    Change("page numbers between rows", between(15, lambda n: [f"- {n} -"], is_row)),
    Change("page numbers with their count between rows", between(15, lambda n: [f"第 {n} 页 共 99 页"], is_row)),
    Change(
        "a browser's print head between rows",
        between(15, lambda n: ["2025/9/12 10:31", f"http://www.example.gov.cn/zwgk/t{n}.html"], is_row),
    ),
)


def _broken(title: str) -> str:
    bare = title.strip("#* ")
    cut = bare.find("支出", 4)
    return f"{bare[:cut]}\n{bare[cut:]}" if cut > 0 else title

"""Web pages: the words of a page and its tables, without scripts, styles and navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.etree import Error as ParserError
from lxml.html import HtmlElement

from juesuan.document import Document, glue
from juesuan.errors import LimitExceeded, UnreadableSource
from juesuan.readers.flow import Flow, Span
from juesuan.readers.limits import IS_IT_RIGHT, TooLarge, check_cells
from juesuan.readers.numbering import numeral

_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_LONGEST_NUMBER = 5  # digits of the first number of a list
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "head",
        "template",
        "nav",
        "footer",
        "aside",
        "select",
        "option",
        "button",
        "textarea",
        "input",
        "iframe",
        "object",
        "svg",
        "canvas",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu|breadcrumbs?|crumbs?|sidebar|share|footer|copyright)(?:$|[\s_-])", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FOOTER = re.compile(r"footer|copyright", re.IGNORECASE)
_LONGEST_FOOTER = 500  # characters
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\u3000\u00a0]+")
_FEWEST_OWN = 4  # cells with text beside nested tables that make the outer table one of data
_DEEPEST = 200  # elements within elements; what stands deeper is taken as words


def load_html(text: str, source: Path, digest: str) -> Document:
    """The document in a web page; raises `UnreadableSource` or `LimitExceeded`."""
    try:
        check_cells(len(_CELL.findall(text)))
        parser = html.HTMLParser(recover=True, huge_tree=True)
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except TooLarge as limit:
        raise LimitExceeded(source, str(limit), IS_IT_RIGHT) from None
    except (ParserError, ValueError, AssertionError) as error:
        raise UnreadableSource(source, "is a web page that cannot be read", "save the page again") from error
    flow = Flow()
    walk = _Walk(flow)
    walk.block(root, 0)
    walk.end()
    if not flow.lines and not flow.grids:
        raise UnreadableSource(source, "is a web page without words", "save the page once it is loaded")
    return flow.document(source.name, digest)


class _Walk:
    """Goes through the elements of a page: the words up to the next block are one line."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._words = ""

    def end(self) -> None:
        """The line so far is whole."""
        self._flow.line(self._words)
        self._words = ""

    def say(self, words: str | None, kept: bool = False) -> None:
        self._words += (words or "") if kept else _spaced(self._words, words or "")

    def block(self, element: HtmlElement, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or _is_silent(element):
            return
        if depth > _DEEPEST:
            self.say(element.text_content())
            return
        is_inline = tag in _INLINE or ":" in tag
        if tag == "br":
            self.end()
        elif tag == "table" and not _is_layout(element):
            self.end()
            for caption in element.iterchildren("caption"):
                self.block(caption, depth + 1)
            self._flow.table(_rows(element))
        else:
            if not is_inline:
                self.end()
            self.say(_ordinal(element) if tag == "li" else "")
            self.say(element.text, kept=tag == "pre")
            for child in element:
                self.block(child, depth + 1)
                self.say(child.tail, kept=tag == "pre")
            if not is_inline:
                self.end()


def _ordinal(item: HtmlElement) -> str:
    """The number that a browser shows before an item of an ordered list; "" for any other item."""
    around = item.getparent()
    if around is None or around.tag != "ol" or _UNNUMBERED.search(around.get("style", "")):
        return ""
    first, before = around.get("start", "1"), sum(1 for each in item.itersiblings("li", preceding=True))
    number = (int(first) if first.isdecimal() and len(first) < _LONGEST_NUMBER else 1) + before
    return f"{numeral(number)}、" if "cjk-ideographic" in around.get("style", "") else f"{number}."


def _spaced(before: str, words: str) -> str:
    """Words with their white space as displayed: one space, none where a line of the source ends between Chinese."""
    shown = _SPACE.sub(lambda match: "\n" if "\n" in match[0] else " ", words)
    pieces = shown.split("\n")
    joined = pieces[0]
    for piece in pieces[1:]:
        joined += (glue(joined or before, piece) if piece and (joined or before) else "") + piece
    return joined[1:] if joined[:1] == " " and (not before or before[-1] == " ") else joined


def _is_silent(element: HtmlElement) -> bool:
    """Whether an element shows nothing, or only the way about the site."""
    if element.tag in _SILENT or element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _NAVIGATION.search(named) is not None and element.tag != "body" and _leads_away(element, named)


def _leads_away(element: HtmlElement, named: str) -> bool:
    """Whether what is named as navigation is: mostly links, or the short foot of a page, and no table."""
    if element.find(".//table") is not None:
        return False
    length = len("".join(element.text_content().split()))
    links = sum(len("".join(link.text_content().split())) for link in element.iter("a"))
    return 2 * links >= length or (_FOOTER.search(named) is not None and length <= _LONGEST_FOOTER)


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table only arranges the page: others stand in it, and little beside them."""
    if table.find(".//table") is None:
        return False
    own = [cell for row in _own_rows(table) for cell in _own_cells(row) if cell.find(".//table") is None]
    return sum(bool(_text(cell)) for cell in own) < _FEWEST_OWN


def _rows(table: HtmlElement) -> Iterator[list[Span]]:
    for row in _own_rows(table):
        if not _is_silent(row):
            yield [
                Span(_text(cell), _count(cell, "colspan"), _count(cell, "rowspan"))
                for cell in _own_cells(row)
                if not _is_silent(cell)
            ]


def _own_rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _own_cells(row: HtmlElement) -> Iterator[HtmlElement]:
    yield from (cell for cell in row if cell.tag in ("td", "th"))


def _text(cell: HtmlElement) -> str:
    flow = Flow()
    walk = _Walk(flow)
    walk.block(cell, 0)
    walk.end()
    return "\n".join(line.text for line in flow.lines)


def _count(cell: HtmlElement, name: str) -> int:
    said = re.match(r"\s*(\d{1,4})", cell.get(name) or "")
    return max(int(said[1]), 1) if said else 1

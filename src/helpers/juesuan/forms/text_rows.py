"""The rows of a form in bare text: lines become tokens, of which none knows its column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from juesuan.amounts import is_blank, parse_amount
from juesuan.document import Line
from juesuan.forms.classification import ECONOMIC
from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.headings import is_numbering
from juesuan.forms.tables import Kind, TableRow, Token
from juesuan.forms.text import flat, has_words
from juesuan.forms.titles import is_head

INCOMPLETE = "数字可能不完整"
BROKEN = "断开的数字"
_NUMERIC = re.compile(r"-?[\d,.，．]*\d[\d,.，．]*")
_SPACED_ORDINAL = re.compile(r"(?<!\S)(\d{1,2})\s*([.．、])\s*(?=[^\d\s])")  # before a label: no figure
_GLUED = re.compile(r"(?<!\S)(\d{3}|\d{5}|\d{7})(?=[\u4e00-\u9fff（])")  # a code that touches its name
_GLUED_FIGURE = re.compile(r"(?<=[\u4e00-\u9fff）])(-?\d[\d,]*\.\d{2})(?=\s|$)")  # a figure that touches its label
_CODE = re.compile(r"\d{3}|\d{5}|\d{7}")
_ANY_CODE = re.compile(r"\d{3,7}")
_LEVEL = re.compile(r"\d{2}")
_LEVEL_WORDS = re.compile(r"^(?:类\s*款\s*项?|科目编码|栏次)\s+(?=合\s*计|总\s*计)")
_TOTAL = re.compile(r"^(?:本年支出|本年收入|支出|收入|人员经费|公用经费)?(?:合计|总计)$")
_LONE_TOTAL = re.compile(r"^(?:合计|总计)$")
_FIRST_ITEM = re.compile(r"^\s*[一1][、.．]")
_REGULAR = 0.8  # share of figures of one precision that makes it the form's
_MANY = 3
_HEADING_LINES = 40  # lines among which the numbered one that ends the headings stands, also one cell a line


@dataclass(frozen=True)
class TextPart:
    """The lines of a form in bare text, below its title, unit and department, above its notes."""

    form: FormDescription
    lines: tuple[Line, ...]
    unit: str

    @cached_property
    def start(self) -> int:
        """Index of the first line below the headings."""
        for index in range(min(len(self.lines), _HEADING_LINES) - 1, -1, -1):
            texts = self.lines[index].text.split()
            above = self.lines[:index]
            if is_numbering(texts) and len(texts) > 1 and not any(self._shows_row(line) for line in above):
                return index + 1
        first = next((index for index, line in enumerate(self.lines) if self._begins(line)), len(self.lines))
        return first - self._names_above(first)

    def _names_above(self, first: int) -> int:
        """How many lines above the first row hold the beginning of its name, by the name its code has."""
        if self.form.layout not in (Layout.CODED, Layout.ECONOMIC) or first >= len(self.lines):
            return 0
        row = self.tokens(self.lines[first])
        nameless = any(token.kind is Kind.CODE for token in row) and not any(token.kind is Kind.LABEL for token in row)
        return 1 if nameless and first and not _is_heading(self.form, self.lines[first - 1].text) else 0

    @property
    def heading_lines(self) -> tuple[Line, ...]:
        """The headings, with those that stand on one line with the row of totals."""
        total = self.lines[self.start : self.start + 1]
        return self.lines[: self.start] + tuple(
            replace(line, text=" ".join(token.text for token in beside))
            for line in total
            if (beside := self._beside(line))
        )

    def _beside(self, line: Line) -> list[Token]:
        """The headings that stand behind the figures of a total."""
        tokens = self.tokens(line)
        figures = [index for index, token in enumerate(tokens) if token.kind is Kind.FIGURE]
        if not figures or not _TOTAL.match(flat(tokens[0].text)):
            return []
        return [token for token in tokens[figures[-1] + 1 :] if token.kind is Kind.LABEL]

    @property
    def rows(self) -> list[TableRow]:
        """One row for each line below the headings; headings that come again are left out."""
        body = [line for line in self._without_repeated_headings() if not is_head(line.text)]
        body = [line for line in body if not is_numbering(line.text.split()) or self.form.layout is Layout.PUBLIC]
        rows = [self.tokens(line) for line in body]
        if body and (beside := self._beside(body[0])):
            rows[0] = rows[0][: -len(beside)]
        if self.form.layout is Layout.CODED:
            rows = _wrapped_figures_joined(rows)
        return [TableRow(number, tuple(tokens)) for number, tokens in enumerate(rows, 1)]

    @property
    def numbered(self) -> bool:
        """Whether the headings name a column of line numbers (行次)."""
        texts = [line.text for line in self.heading_lines]
        return any("行" in text.split() or "行次" in flat(text) for text in texts)

    def _without_repeated_headings(self) -> list[Line]:
        """The lines below the headings without those that come again together, as on a further page."""
        heads = {flat(line.text) for line in self.lines[: self.start]}
        body = self.lines[self.start :]
        again = [flat(line.text) in heads for line in body]
        beside = [a or b for a, b in zip([False, *again], [*again[1:], False], strict=False)]
        return [line for line, repeated, other in zip(body, again, beside, strict=False) if not (repeated and other)]

    def _shows_row(self, line: Line) -> bool:
        return self._begins(line) and any(token.kind is Kind.FIGURE for token in self.tokens(line))

    def _begins(self, line: Line) -> bool:
        """Whether a line is a row of the body rather than a heading."""
        text = _LEVEL_WORDS.sub("", line.text.strip())
        if self.form.layout is Layout.TWO_SIDED:
            return _FIRST_ITEM.match(text) is not None
        if self.form.layout is Layout.PUBLIC:
            return any(token.kind is Kind.FIGURE for token in self.tokens(line)) and not is_numbering(text.split())
        tokens = self.tokens(line)
        figures = any(token.kind is Kind.FIGURE for token in tokens)
        labels = [token for token in tokens if token.kind is Kind.LABEL]
        if tokens and tokens[0].kind is Kind.CODE and (figures or labels or self.form.layout is Layout.ECONOMIC):
            return True
        if self.form.layout is Layout.LIST:
            return figures and bool(labels)
        total = bool(labels) and _TOTAL.match(flat(labels[0].text)) is not None
        return total and (figures or _LONE_TOTAL.match(flat(line.text)) is not None or tokens[-1].kind is Kind.BLANK)

    @cached_property
    def decimals(self) -> int | None:
        """The number of decimals that (nearly) every figure shows; None where figures differ."""
        amounts = [parse_amount(text, "") for line in self.lines for text in line.text.split()]
        shown = Counter(amount.decimals for amount in amounts if amount and amount.decimals)
        if not shown:
            return None
        decimals, count = shown.most_common(1)[0]
        return decimals if count >= _MANY and count >= _REGULAR * shown.total() else None

    def tokens(self, line: Line) -> list[Token]:
        """The pieces of a line in order; a number broken by a space is put together where that is certain."""
        text = _SPACED_ORDINAL.sub(r"\1\2", _LEVEL_WORDS.sub("", line.text.strip()))
        text = _GLUED_FIGURE.sub(r" \1", _GLUED.sub(r"\1 ", text))
        tokens = [self._token(piece, line) for piece in self._closed(text.split())]
        return self._with_codes(tokens)

    def _closed(self, texts: Iterable[str]) -> list[str]:
        """Two broken pieces side by side that together show the form's precision are one number."""
        done: list[str] = []
        for text in texts:
            if done and self._is_piece(done[-1]) and self._is_piece(text) and self._is_whole(done[-1] + text):
                done[-1] += text
            else:
                done.append(text)
        return done

    def _is_piece(self, text: str) -> bool:
        return self.decimals is not None and _NUMERIC.fullmatch(text) is not None and not self._is_whole(text)

    def _is_whole(self, text: str) -> bool:
        amount = parse_amount(text, "")
        return amount is not None and amount.decimals == self.decimals

    def _token(self, text: str, line: Line) -> Token:
        amount = None if has_words(text) else parse_amount(text, self.unit)
        if amount is not None:
            short = self.decimals is not None and amount.value != 0 and amount.decimals != self.decimals
            return Token(Kind.FIGURE, text, line.place, amount, doubt=INCOMPLETE if short else "")
        if is_blank(text):
            return Token(Kind.BLANK, text, line.place)
        if _NUMERIC.fullmatch(text):
            return Token(Kind.TORN, text, line.place, doubt=f"{BROKEN}：{' '.join(line.text.split())}")
        return Token(Kind.LABEL, text, line.place)

    def _with_codes(self, tokens: list[Token]) -> list[Token]:
        """The tokens with those that are codes told apart from figures."""
        if self.form.layout is Layout.CODED:
            return _leading_code(tokens)
        return _economic_codes(tokens) if self.form.layout is Layout.ECONOMIC else tokens


def _wrapped_figures_joined(rows: list[list[Token]]) -> list[list[Token]]:
    """The rows, each with the figures on the line below it, where so many lines are nothing but the rest of a row."""
    done: list[list[Token]] = []
    joints: list[int] = []
    for row in rows:
        bare = bool(row) and all(token.kind in (Kind.FIGURE, Kind.BLANK) for token in row)
        if bare and done and _figures(done[-1]):
            done[-1] = [*done[-1], *row]
            joints.append(_figures(done[-1]))
        else:
            done.append(row)
    whole = [_figures(row) for row in done if _figures(row)]
    return done if len(joints) > _MANY and len(set(whole)) == 1 else rows


def _figures(row: Sequence[Token]) -> int:
    return sum(token.kind in (Kind.FIGURE, Kind.BLANK) for token in row)


def _leading_code(tokens: list[Token]) -> list[Token]:
    """The code at the beginning of a line, in one piece or as 类 款 项."""
    numbers = 0
    while numbers < len(tokens) and tokens[numbers].text.isdecimal():
        numbers += 1
    if not numbers or numbers == len(tokens) > 1:
        return tokens
    first = tokens[0]
    if not _ANY_CODE.fullmatch(first.text):
        is_rest = _LEVEL.fullmatch(first.text) and numbers == 1 and len(tokens) in (1, 2)
        return [_as_code(first), *tokens[1:]] if is_rest else tokens
    count = 1
    while len(first.text) == _CLASS and count < numbers and _LEVEL.fullmatch(tokens[count].text) and count < _LEVELS:
        count += 1
    return [*map(_as_code, tokens[:count]), *tokens[count:]]


_CLASS, _LEVELS = 3, 3


def _economic_codes(tokens: list[Token]) -> list[Token]:
    """Economic codes wherever they stand: before a name, before another code, or (nameless) before a figure."""
    done: list[Token] = []
    index = 0
    while index < len(tokens):
        taken = _economic_code(tokens, index)
        done += map(_as_code, tokens[index : index + taken]) if taken else [tokens[index]]
        index += max(taken, 1)
    return done


def _economic_code(tokens: Sequence[Token], index: int) -> int:
    """Of how many tokens from `index` an economic code is made; 0 where none stands there."""
    text = tokens[index].text
    if not _is_economic(text):
        return 0
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return 1
    if len(text) == _CLASS and _LEVEL.fullmatch(following.text) and (text + following.text in ECONOMIC or index == 0):
        return 2
    if following.kind is Kind.LABEL or _is_economic(following.text):
        return 1
    nameless = text in ECONOMIC and following.amount is not None and following.amount.decimals > 0
    return 1 if nameless or following.kind is Kind.BLANK else 0


def _is_economic(text: str) -> bool:
    return text.isdecimal() and text[:_CLASS] in ECONOMIC and len(text) in (_CLASS, _CLASS + 2)


def _as_code(token: Token) -> Token:
    return replace(token, kind=Kind.CODE, amount=None, doubt="")


def _is_heading(form: FormDescription, text: str) -> bool:
    """Whether a line of words belongs to the headings."""
    words = flat(text)
    return (
        bool(re.search(r"科目|编码|代码|名称|项目|决算数|预算数|合计|类款|功能|经济分类|^[类款项]+$|栏次|^\d", words))
        or bool(form.key_of(words))
        or any(column.heading.rpartition("/")[2].endswith(words) for column in form.columns)
    )

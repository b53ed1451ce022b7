"""Cells that wrap over several lines of text, put to the rows whose lines they surround."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from juesuan.evaluations.vocabulary import is_first_level, is_level, is_second_level


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands together on one line, from place `start` to before `end`."""

    text: str
    line: int
    start: int
    end: int


def parted(pieces: Sequence[Piece], anchors: Sequence[int], gaps: Sequence[int] = ()) -> dict[int, list[Piece]]:
    """The pieces of one column in each row, by the row's number.

    `anchors` are the rows' lines, `gaps` the lines below empty ones. Where these stand between all rows, they part the
    cells too. Else what stands between two anchors is cut where it costs least: a cell stands about its row's line, as
    much above as below it or one line more below, and only its last piece leaves room in the column.
    """
    if found := _parted_by_gaps(pieces, anchors, gaps):
        return found
    between = _between(pieces, anchors)
    widest = max((piece.end - piece.start for piece in pieces), default=0)
    best: dict[int, tuple[int, list[list[Piece]]]] = {0: (0, [])}  # by how much of the last gap is the next row's
    for row in range(len(anchors)):
        above, own, behind = between[2 * row], between[2 * row + 1], between[2 * row + 2]
        tries: dict[int, tuple[int, list[list[Piece]]]] = {}
        for left, (cost, cells) in best.items():
            upper = above[len(above) - left :] if row else above
            for cut in range(len(behind) + 1) if row < len(anchors) - 1 else [len(behind)]:
                cell = [*upper, *own, *behind[:cut]]
                whole = cost + _torn(cell, widest) + _off_centre(len(upper), cut)
                rest = len(behind) - cut
                if rest not in tries or whole < tries[rest][0]:
                    tries[rest] = whole, [*cells, cell]
        best = tries
    cells = min(best.values(), key=lambda found: found[0])[1] if anchors else []
    return {row: cell for row, cell in enumerate(cells) if cell}


def _parted_by_gaps(pieces: Sequence[Piece], anchors: Sequence[int], gaps: Sequence[int]) -> dict[int, list[Piece]]:
    """The pieces in each row whose line no gap parts them from; nothing where gaps do not part all rows."""

    def block(line: int) -> int:
        return bisect_right(gaps, line)

    rows = {block(anchor): row for row, anchor in enumerate(anchors)}
    if len(rows) < len(anchors) or any(block(piece.line) not in rows for piece in pieces):
        return {}
    found: dict[int, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(rows[block(piece.line)], []).append(piece)
    return found


_ROOM = 2  # places that a full line of a cell may leave: less than a Chinese character
_TORN = 10  # what it costs to go on behind a piece that leaves more


def _torn(cell: Sequence[Piece], widest: int) -> int:
    """What it costs that pieces of a cell are followed by others though their lines were not full."""
    below = (one for one, other in pairwise(cell) if one.line != other.line)
    return sum(_TORN for one in below if one.end - one.start < widest - _ROOM)


def _off_centre(above: int, below: int) -> int:
    """What it costs that a cell does not stand about its row's line; all of it below is a cell set at the top."""
    apart = below - above
    if apart in (0, 1):
        return apart
    return 2 if above == 0 else 2 * abs(apart)


def _between(pieces: Sequence[Piece], anchors: Sequence[int]) -> list[list[Piece]]:
    """The pieces before the first anchor, on it, behind it, on the next, and so on."""
    found: list[list[Piece]] = [[] for _ in range(2 * len(anchors) + 1)]
    for piece in pieces:
        passed = sum(anchor < piece.line for anchor in anchors)
        on_one = piece.line in anchors
        found[2 * passed + 1 if on_one else 2 * passed].append(piece)
    return found


def joined(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in sorted(pieces, key=lambda piece: (piece.line, piece.start)))


def covered(pieces: Sequence[Piece], reaches: Sequence[tuple[int, int]], anchors: Sequence[int] = ()) -> dict[int, str]:
    """The name of a level in each row, where one name reaches over several rows: centred, or at the top of them.

    `reaches` are the first and the last line of each row, `anchors` those that the rows' own figures stand on.
    """
    names = _names(pieces)
    centres = [sum(piece.line for piece in name) / len(name) for name in names]
    cost, ends = _ends(centres, reaches) if len(names) <= len(reaches) else (0.0, ())
    if cost > _OFF * len(names) and _at_top(names, anchors):
        starts = [anchors.index(name[0].line) for name in names]
        ends = (*starts[1:], len(anchors))
    found: dict[int, str] = {}
    row = 0
    for name, end in zip(names, ends, strict=False):
        found |= dict.fromkeys(range(row, end), joined(name))
        row = end
    return found


_OFF = 0.5  # lines by which names, on average, may stand beside the middle of their part


def _at_top(names: Sequence[Sequence[Piece]], anchors: Sequence[int]) -> bool:
    """Whether names begin on the lines of rows, the first of them on that of the first row."""
    return bool(names) and names[0][0].line == next(iter(anchors), None) and all(n[0].line in anchors for n in names)


def _ends(centres: Sequence[float], reaches: Sequence[tuple[int, int]]) -> tuple[float, tuple[int, ...]]:
    """Behind which row each name's part ends, so that all names stand as near as can be to the middle of theirs.

    Before it, by how many lines in all they stand beside it.
    """
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}

    def least(name: int, row: int) -> tuple[float, tuple[int, ...]]:
        if name == len(centres):
            return (0.0 if row == len(reaches) else float("inf")), ()
        if (name, row) not in best:
            tries: list[tuple[float, tuple[int, ...]]] = [(float("inf"), ())]
            for end in range(row + 1, len(reaches) - len(centres) + name + 2):
                cost, rest = least(name + 1, end)
                middle = (reaches[row][0] + reaches[end - 1][1]) / 2
                tries.append((cost + abs(middle - centres[name]), (end, *rest)))
            best[name, row] = min(tries, key=lambda found: found[0])
        return best[name, row]

    return least(0, 0)


def _names(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces put together to the names of levels.

    A name goes on with a piece that can only end one, that makes it a known one, or that is the shorter rest of a
    name as wide as its column.
    """
    widest = max((len(piece.text) for piece in pieces), default=0)
    names: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.line):
        if names and piece.line - names[-1][-1].line <= _NEXT and _goes_on(names[-1], piece, widest):
            names[-1].append(piece)
        else:
            names.append([piece])
    return names


_NEXT = 2  # lines from one piece of a wrapped name to the next: a row's own line may stand between


def _goes_on(name: Sequence[Piece], piece: Piece, widest: int) -> bool:
    if _is_end(piece.text):
        return True
    if is_level(joined(name)):
        return False
    full = len(name[-1].text) == widest
    if is_level(piece.text):
        whole = joined([*name, piece])
        return full and (is_first_level(whole) or is_second_level(whole))
    return is_level(joined([*name, piece])) or (full and len(piece.text) < widest)


def _is_end(text: str) -> bool:
    """Whether a piece can only end a name: its last characters, or the points printed under it."""
    return len(text) == 1 or text.startswith("指标") or (text[0] in "(（" and text[-1] in ")）")

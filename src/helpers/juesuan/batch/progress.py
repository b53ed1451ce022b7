"""What a person sees of a run while it lasts: a bar on a terminal, a line for each source elsewhere."""

from __future__ import annotations

import sys
from typing import Any

from tqdm import tqdm

from juesuan.terminal import visible

WIDEST = 24


class Progress:
    """Tells of each source as it is done; use as a context."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._bar: Any = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            self._bar = tqdm(total=self._total, unit=" departments", dynamic_ncols=True, file=sys.stderr)
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def more(self, count: int) -> None:
        """There is so much more to do than was known."""
        self._total += count
        if self._bar is not None:
            self._bar.total = self._total

    def done(self, name: str, verdict: str) -> None:
        """One more source is done, however it went."""
        self._done += 1
        if self._bar is None:
            print(f"[{self._done}/{self._total}] {visible(name)}: {visible(verdict)}", flush=True)
        else:
            self._bar.set_description_str(visible(name)[:WIDEST], refresh=False)
            self._bar.update()

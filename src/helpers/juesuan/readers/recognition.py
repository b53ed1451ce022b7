"""Text recognition of cut-out lines, offline: rapidocr on onnxruntime, with the models in its package."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from juesuan.readers.ink import Image

_THREADS = 2  # of one process; several sources are read side by side
_SHAPE = [3, 48, 96]  # colours, height and least width to which lines are padded: figures are short
_TOGETHER = 16  # lines
_ROOM = 4  # pixels around a line
_NARROWEST = 1.2  # width to height of what is recognised; narrower, a single figure is taken for a letter


@dataclass(frozen=True, slots=True)
class Reading:
    """What was recognised in a picture of one line, and how sure of it the recogniser is, from 0 to 1."""

    text: str
    confidence: float


def readings(lines: Sequence[Image]) -> list[Reading]:
    """The text of each picture of a line."""
    if not lines:
        return []
    found = _engine().recognize_txt([_prepared(line) for line in lines])
    return [Reading(text, float(score)) for text, score in zip(found.txts, found.scores, strict=True)]


def _prepared(line: Image) -> Any:
    """A line with white around it, in three equal colours."""
    height, width = line.shape
    wider = max(0, round(_NARROWEST * height) - width) // 2
    framed = np.pad(line, ((_ROOM, _ROOM), (_ROOM + wider, _ROOM + wider)), mode="constant", constant_values=255)
    return np.stack([framed] * 3, axis=-1)


@lru_cache(maxsize=1)
def _engine() -> Any:
    """The recogniser; loading it takes a second. It takes short codes for upside down, so it may not turn lines."""
    from rapidocr import RapidOCR

    threads = min(_THREADS, os.cpu_count() or 1)
    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Rec.rec_img_shape": _SHAPE,
            "Rec.rec_batch_num": _TOGETHER,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )

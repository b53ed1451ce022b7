"""One damaged input through the whole program: it must end in a result or in the project's own error."""

from __future__ import annotations

import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.audit import audit
from juesuan.errors import JuesuanError

GOOD = ("result", "refused")


def trial(suffix: str, data: bytes) -> tuple[str, str]:
    """`result`, `refused`, or `failed` with the trace; a rule that crashes is a failure too."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"damaged{suffix}"
        path.write_bytes(data)
        try:
            audited = audit(path)
        except JuesuanError as error:
            return ("failed", f"several lines: {error}") if "\n" in str(error) else ("refused", str(error))
        except Exception:
            return "failed", traceback.format_exc()
    if audited.crashes:
        return "failed", audited.crashes[0].trace
    return "result", ""

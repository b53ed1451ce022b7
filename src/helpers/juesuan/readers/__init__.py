"""From bytes to `Document`: one reader for PDFs, one for text conversions."""

from juesuan.readers.source import load
from juesuan.readers.text import load_text

__all__ = ["load", "load_text"]

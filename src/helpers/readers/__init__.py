"""From bytes to `Document`: one reader for PDFs, one for text conversions."""

from helpers.readers.source import load
from helpers.readers.text import load_text

__all__ = ["load", "load_text"]

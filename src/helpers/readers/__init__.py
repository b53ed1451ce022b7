"""From bytes to `Document`: one reader for PDFs, one for text conversions."""

from helpers.readers.text import load, load_text

__all__ = ["load", "load_text"]

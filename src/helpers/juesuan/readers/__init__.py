"""From bytes to `Document`: one reader for each format, told by the bytes; and what an archive holds."""

from juesuan.readers.archives import Member, is_archive, members, unpack
from juesuan.readers.source import load
from juesuan.readers.text import load_text

__all__ = ["Member", "is_archive", "load", "load_text", "members", "unpack"]

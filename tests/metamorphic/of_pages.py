"""What stands around a document on a page or a website, and the bytes it comes in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from metamorphic.change import Change, between, everywhere, is_prose, lines

NAVIGATION = """首页 > 政务公开 > 财政预决算
发布时间：2025-09-12 10:31　来源：本站　浏览次数：1203
【字体：大 中 小】
"""
FOOT = """
打印本页　关闭窗口
上一篇：没有了
下一篇：没有了
附件：公开表.pdf
版权所有 © 人民政府办公室　网站标识码：1234567890
"""
RADICALS = str.maketrans(
    "一二人入八力十口土士大女子小工己干日月木水火生用田目石示立行见言车长门面页风食高",
    "⼀⼆⼈⼊⼋⼒⼗⼝⼟⼠⼤⼥⼦⼩⼯⼰⼲⽇⽉⽊⽔⽕⽣⽤⽥⽬⽯⽰⽴⾏⾒⾔⻋⻓⻔⾯⻚⻛⻝⾼",
)


def contents(text: str, rng: random.Random) -> str:
    """Contents with dots and page numbers before it all."""
    heads = re.findall(
        r"^\s*((?:第[一二三四五六]部分|[一二三四五六七八九十]+、)[^\t|。；\n]{2,30})$", text, re.MULTILINE
    )
    listed = [f"{head.strip()}{'.' * 20}{number}" for number, head in enumerate(dict.fromkeys(heads), 3)]
    return "\n".join(["目录", *listed, "", text]) if listed else text


def running_head(text: str, rng: random.Random) -> str:
    """The document's first line at the head of each page, its number at the foot."""
    name = next((line.strip("#* ") for line in text.split("\n") if len(line.strip("#* ")) > 3), "")
    return between(40, lambda n: [f"第{n}页", name])(text, rng) if len(name) < 40 and "\t" not in name else text


def encoded(codec: str, mark: bytes = b"") -> Callable[[str], bytes]:
    return lambda text: mark + text.encode(codec, "surrogatepass" if codec.startswith("utf") else "replace")


CHANGES = (
    Change("byte-order mark and CRLF", encode=lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()),
    Change("CR line ends", encode=lambda text: text.replace("\n", "\r").encode()),
    Change("GB18030", encode=encoded("gb18030")),
    Change("UTF-16, little end first", encode=encoded("utf-16-le", b"\xff\xfe")),
    Change("UTF-16, big end first", encode=encoded("utf-16-be", b"\xfe\xff")),
    Change("radicals for characters", lambda text, rng: text.translate(RADICALS)),
    Change("no-break spaces", lambda text, rng: text.replace(" ", "\u00a0")),
    Change("blanks at the ends of lines", lines(lambda line: line if "\t" in line else f"{line}  ")),
    Change("new pages before titles", everywhere(r"^(?=.{2,30}决算(?:总|明细)?表$)", "\f")),
    Change("navigation and foot of a website", lambda text, rng: NAVIGATION + text + FOOT),
    Change("contents with page numbers", contents),
    Change("running heads", running_head),
    Change("this page has no text", between(60, lambda n: ["（此页无正文）"], is_prose)),
    Change("links of pictures", between(30, lambda n: [f"![](images/{n}.png)", ""], lambda line: not line.strip())),
    Change("marks of pages", between(40, lambda n: [f"<!-- page {n} -->"])),
    Change("lines of equals signs", between(40, lambda n: [f"===== Page {n} ====="], lambda line: "\t" not in line)),
)

"""Running text in other words, marks and lines that say the same."""

from __future__ import annotations

import random
import re

from metamorphic.change import Change, between, everywhere, is_prose, lines, prose, words

HALF = str.maketrans("（），：；％", "(),:;%")
LONG = 80  # characters of a line that is no line of a page
LINE_START = "，。；：、）％%”》！？"
ORDINAL = r"^(\s*[#*]*\s*)(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)(?=[^\t|。；\d]{2,40}$)"
HEADING = r"^(\s*)((?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^\t|。；\d]{2,40})$"
MISREAD = (("未", "末"), ("己", "已"), ("人员", "入员"), ("项目", "项日"), ("日常", "曰常"))


def wrapped(width: int, first: str = "") -> Change:
    """Long lines of running text in lines of so many characters; no line begins with a mark that ends a clause."""

    def change(line: str) -> str:
        if len(line) < LONG:
            return line
        done, rest = [], first + line.strip()
        while len(rest) > width:
            end = width
            while end < len(rest) and rest[end] in LINE_START:
                end += 1
            done.append(rest[:end])
            rest = rest[end:]
        return "\n".join([*done, rest])

    return Change(f"wrapped at {width}" + (", set in" if first else ""), prose(change))


def misread(text: str, rng: random.Random) -> str:
    """A few characters of running text taken for others that look like them."""
    old, new = rng.choice(MISREAD)
    return prose(lambda line: line.replace(old, new) if rng.random() < 0.2 else line)(text, rng)


CHANGES = (
    wrapped(30),
    wrapped(60),
    wrapped(38, "　　"),
    Change("lines set in", lines(lambda line: f"　　{line}" if is_prose(line) else line)),
    Change("half-width marks", prose(lambda line: line.translate(HALF))),
    Change("straight quotes", everywhere("[“”]", '"')),
    Change("corner quotes", everywhere("“([^”\n]*)”", r"「\1」")),
    Change("no quotes", everywhere("“三公”", "三公")),
    Change("half-width brackets of levels", everywhere("（([类款项])）", r"(\1)")),
    Change("turtle brackets of levels", everywhere("（([类款项])）", r"〔\1〕")),
    Change("square brackets of levels", everywhere("（([类款项])）", r"[\1]")),
    Change("the year before in other words", words("比上年", "较上年")),
    Change("the year before by full name", words("(?<=[比较])上年(?!度|决算|末|结|预)", "上年度")),
    Change("growth", words(r"增加(?=\d[\d,.]*万?元)", "增长")),
    Change("fall", words(r"减少(?=\d[\d,.]*万?元)", "下降")),
    Change("reasons in other words", words("主要原因是", "主要是由于")),
    Change("reasons with a colon", words("主要原因是(?!：)", "主要原因是：")),
    Change("parts with a comma", words("其中：", "其中，")),
    Change("equal in other words", words("与上年持平", "与上年一致")),
    Change("a copula", words(r"(?<=决算)为(?=\d)", "数为")),
    Change("a range mark for minus", words("—", "–")),
    Change("semicolons between sentences", words(r"。(?=其中)", "；")),
    Change("ordinals dropped", everywhere(ORDINAL, r"\1")),
    Change(
        "ordinals on lines of their own",
        everywhere(r"^(\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）))(?=[^\t|。；\d]{2,40}$)", r"\1\n"),
    ),
    Change("a blank behind ordinals", everywhere(r"^(\s*[一二三四五六七八九十]+、)(?=[^\t|。；\d]{2,40}$)", r"\1 ")),
    Change("bold headings", everywhere(HEADING, r"\1**\2**")),
    Change("headings with a colon", everywhere(HEADING, r"\1\2：")),
    Change("Markdown headings", everywhere(HEADING, r"### \2")),
    Change("headings with a full stop", everywhere(HEADING, r"\1\2。")),
    Change("marks of soft breaks", prose(lambda line: re.sub(r"(?<=，)", "\u200b", line))),
    Change("misread characters", misread, spares=frozenset({"wording"})),
    Change("no blank lines", everywhere(r"\n(?:[ \u3000]*\n)+", "\n")),
    Change("twice the blank lines", lambda text, rng: text.replace("\n\n", "\n\n\n")),
    Change("page numbers in prose", between(25, lambda n: [f"— {n} —"], lambda line: not line.count("\t"))),
    Change("bare page numbers", between(38, lambda n: [str(n)])),
)

"""Two places of one document that cannot both be true, told by their words rather than by amounts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.passages import Hit, Passage
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS, where
from juesuan.statements.ordinals import read_ordinal

_CLAUSE = re.compile(r"[^，。；：\n]+")
_NEGATION = re.compile(r"没有|未能|未|没|不(?!断|仅|但|少|同|足|得|动产)|并无")
_QUOTED_OR_COUNTED = re.compile(r"[“”\d]")
_LONG = 12  # characters from which a clause is not the same by chance
_FIGURES = ("general", "basic", "fund", "capital", "three_public", "operating_cost", "terms", "duties")

_THING = "(?:职能|内设|业务)?(?:股室|科室|处室|机构|部门|事业单位|预算单位|下属单位|直属单位)"
_COUNT = re.compile(
    rf"(?<![\d.第])(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})个(?P<modifier>[\u4e00-\u9fff]{{0,8}}?)(?P<thing>{_THING})"
)
_COUNT_AFTER = re.compile(
    rf"(?P<thing>{_THING})(?:共有?|共?计|为)?(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})个(?=[，：。；（])"
)
_RANK = re.compile(
    r"(?:副?[正副]?[厅处科股]级|参照?公(?:务员法)?管理的?|全额拨款|财政拨款|公益[一二]类|所属|下属|直属)"
)
_LISTED_AFTER = re.compile(
    r"[，：]?(?:分别[为是：]+|具体(?:为|是|包括|有)?：?|包括：?|即|为：|：)(?P<names>[^。；\n]+)"
)
_LISTED_BEFORE = re.compile(r"(?:内设|下设|设有|设|及|和)(?P<names>[^，。；：\n]*、[^，。；：\n]*)$")
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_NO_OFFICE = re.compile(r"\d[名人个年]|核定|现有|编制|人员|其中|另|隶属|均|负责|承担|为正|为副")
_TWO_IN_ONE = re.compile(r"[\u4e00-\u9fff]{2}(?:和|及|以及|与)[\u4e00-\u9fff]{2}")
_ENDS_PARAGRAPH = re.compile(r"[^。；]{0,12}[。：]?(?:其中：?|(?:具体)?包括：?|(?:分别)?(?:是|为)：?)?")
_OPENS = re.compile(r"(?:其中|具体|包括|分别|如下|为|是)+：?")
_UNIT_LINE = re.compile(r"[^，。；：]{4,40}[；。]?")
_OWN_OFFICE = re.compile(r"本级|本部|局机关|机关（")
_FARTHEST = 60  # lines that a list of units may have
_NUMERALS = "一二三四五六七八九十"
_STRUCTURE = ("organisation", "duties", "report.overall")

_COUNTY = re.compile(r"全县|我县|本县|县委、?县政府")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its neighbours and the report it stands in."""

    words: str
    before: str
    after: str
    root: int
    passage: Passage
    start: int
    end: int

    @property
    def evidence(self) -> Evidence:
        return self.passage.evidence(self.start, self.end)


@rule("denied-elsewhere", family="wording", basis=BASIS, zh="同一句话不得一处肯定、一处否定")
def denied_elsewhere(accounts: Accounts) -> Iterator[Check]:
    """No sentence is said in one place and denied in another."""
    subject = "前后矛盾的语句"
    clauses = list(_clauses(accounts))
    said: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        said[clause.words].append(clause)
    pairs = [
        (denial, claim)
        for denial in clauses
        for positive in _positives(denial.words)
        for claim in said.get(positive, [])[:1]
        if _of_one_thing(denial, claim)
    ]
    if not pairs:
        yield passed(subject)
    for denial, claim in pairs:
        sure = claim.before == denial.before or claim.after == denial.after
        yield finding(
            f"{subject}：{claim.words}",
            f"一处称“{claim.words}”，另一处称“{denial.words}”，互相矛盾。",
            f"One place says “{claim.words}”, another “{denial.words}”.",
            [claim.evidence, denial.evidence],
            stated=claim.words,
            expected=denial.words,
            severity=Severity.ERROR if sure else Severity.NOTICE,
        )


@rule("offices-counted", family="narrative_arithmetic", basis="机构设置情况", zh="所列机构名称的个数等于所述个数")
def offices_counted(accounts: Accounts) -> Iterator[Check]:
    """As many offices or units are listed as are said to be."""
    found = False
    for hit in _counts(accounts):
        bounds = _listed(hit) or _listed_below(accounts, hit)
        if bounds is None:
            continue
        found = True
        fewest, most = bounds
        number = _number(hit.match["number"])
        subject = f"{where(hit)}：{hit.words}"
        if fewest <= number <= most:
            yield passed(subject)
        else:
            yield finding(
                subject,
                f"{where(hit)}称“{hit.words}”，而所列为{most}个。",
                f"“{hit.words}” is said, but {most} are listed.",
                [hit.evidence],
                stated=str(number),
                expected=str(most),
            )
    if not found:
        yield not_applicable("机构个数", "正文没有列举机构")


@rule("offices-agree", family="narrative_arithmetic", basis="机构设置情况", zh="机构设置的个数前后一致")
def offices_agree(accounts: Accounts) -> Iterator[Check]:
    """The number of offices and units is the same in part one and in the self-evaluation report."""
    by_thing: dict[str, dict[str, list[Hit]]] = defaultdict(lambda: defaultdict(list))
    for hit in _counts(accounts):
        by_thing[_thing(hit)][hit.passage.topic].append(hit)
    pairs = [
        (thing, places["organisation"][0], places["report.overall"][0])
        for thing, places in by_thing.items()
        if len(places["organisation"]) == len(places["report.overall"]) == 1
    ]
    if not pairs:
        yield not_applicable("机构个数", "没有在两处说明同一类机构的个数")
    for thing, first, second in pairs:
        numbers = _number(first.match["number"]), _number(second.match["number"])
        if numbers[0] == numbers[1]:
            yield passed(f"机构个数：{thing}")
            continue
        yield finding(
            f"机构个数：{thing}",
            f"机构设置称“{first.words}”，整体支出绩效自评报告称“{second.words}”。",
            f"Part one says “{first.words}”, the self-evaluation report “{second.words}”.",
            [first.evidence, second.evidence],
            stated=str(numbers[0]),
            expected=str(numbers[1]),
        )


@rule("own-level", family="wording", basis=BASIS, zh="行政层级与单位相符")
def own_level(accounts: Accounts) -> Iterator[Check]:
    """A body of a city does not speak of its county."""
    subject = "行政层级"
    name = accounts.department
    if not name:
        yield unchecked(subject, "没有确定单位名称")
        return
    if "县" in name or "市" not in name:
        yield not_applicable(subject, "单位不是市级单位")
        return
    found = accounts.prose.search(_COUNTY)
    if not found:
        yield passed(subject)
    for hit in found:
        yield finding(
            f"{subject}：{where(hit)}",
            f"{where(hit)}写作“{hit.words}”，而{name}是市级单位，疑为套用的文字。",
            f"“{hit.words}” stands in a document of a city's body; the words may have been copied.",
            [hit.evidence],
            stated=hit.words,
            expected=hit.words.replace("县", "市"),
            severity=Severity.NOTICE,
        )


def _clauses(accounts: Accounts) -> Iterator[Clause]:
    roots = [section.first for section in accounts.sections if section.level == 0]
    root = 0
    for passage in accounts.prose:
        while root < len(roots) and roots[root] <= passage.index:
            root += 1
        if passage.topic.startswith(_FIGURES):
            continue
        matches = list(_CLAUSE.finditer(passage.dense))
        words = ["", *(match.group() for match in matches), ""]
        for i, match in enumerate(matches):
            if len(match.group()) >= _LONG and not _QUOTED_OR_COUNTED.search(match.group()):
                yield Clause(match.group(), words[i], words[i + 2], root, passage, match.start(), match.end())


def _positives(words: str) -> Iterator[str]:
    """The clause with one of its negations taken out."""
    for match in _NEGATION.finditer(words):
        positive = words[: match.start()] + words[match.end() :]
        if len(positive) >= _LONG:
            yield positive


def _of_one_thing(denial: Clause, claim: Clause) -> bool:
    """Whether two clauses of different paragraphs speak of the department, or stand in one project's report."""
    if denial.passage is claim.passage:
        return False
    of_projects = "report.project" in (denial.passage.topic, claim.passage.topic)
    return denial.root == claim.root or not of_projects


def _counts(accounts: Accounts) -> Iterator[Hit]:
    """Numbers of offices and units said where a document tells how the body is made up."""
    for passage in accounts.prose:
        if passage.topic.startswith(_STRUCTURE):
            for pattern in (_COUNT, _COUNT_AFTER):
                for match in pattern.finditer(passage.dense):
                    yield Hit(passage, match, match.start(), match.end())


def _listed(hit: Hit) -> tuple[int, int] | None:
    """How few and how many names stand in the enumeration beside a count, None where there is none."""
    after = _LISTED_AFTER.match(hit.passage.dense, hit.end)
    before = _LISTED_BEFORE.search(hit.passage.dense[: hit.start])
    match = after or before
    if match is None or re.search(r"等(?:$|\d)|等[\u4e00-\u9fff]{0,4}$", match["names"]):
        return None
    pieces = [piece for piece in re.split(r"[、，]", _IN_BRACKETS.sub("", match["names"])) if piece]
    names = list(takewhile(lambda piece: not _NO_OFFICE.search(piece), pieces))
    if len(names) < 2:
        return None
    joined = sum(1 for name in pieces if _TWO_IN_ONE.search(name))
    return len(names), len(pieces) + joined


def _listed_below(accounts: Accounts, hit: Hit) -> tuple[int, int] | None:
    """How many units stand in the numbered lines right below a count, without the body's own where it is told apart."""
    if not _ENDS_PARAGRAPH.fullmatch(hit.passage.dense, hit.end):
        return None
    below = list(accounts.prose.within(hit.passage.index + 1, hit.passage.index + _FARTHEST))
    if below and _OPENS.fullmatch(below[0].dense):
        below = below[1:]
    names: list[str] = []
    for passage in below:
        ordinal = read_ordinal(passage.dense)
        if ordinal is None or ordinal.number != len(names) + 1 or not _UNIT_LINE.fullmatch(passage.dense, ordinal.end):
            break
        names.append(passage.dense)
    apart = _OWN_OFFICE.search(hit.passage.dense, 0, hit.start)
    own = [name for name in names if _OWN_OFFICE.search(name)]
    number = len(names) - len(own) if apart else len(names)
    return None if len(names) < 2 else (number if apart else number - len(own), number)


def _thing(hit: Hit) -> str:
    return _RANK.sub("", hit.match.groupdict().get("modifier", "")) + hit.match["thing"]


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, found, units = text.rpartition("十")
    ones = _NUMERALS.find(units) + 1 if units else 0
    return ((_NUMERALS.find(tens) + 1 if tens else 1) * 10 if found else 0) + ones

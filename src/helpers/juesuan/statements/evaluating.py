"""What part four counts and sums: projects self-evaluated, evaluated by the department, followed up."""

from __future__ import annotations

import re

_ACTIVITIES = (
    ("绩效目标编报", r"(?:编报|申报|设定|设置|编制)(?:了)?(?:项目)?绩效目标|绩效目标(?:编报|申报|管理)"),
    ("绩效跟踪", r"绩效(?:跟踪|运行监控|监控)"),
    ("部门评价", r"(?:部门|重点|财政)(?:重点)?(?:项目)?(?:绩效)?评价"),
    ("绩效自评", r"自评"),
    ("绩效评价", r"绩效评价"),
)
_ACTIVITY = re.compile("|".join(f"(?P<a{number}>{pattern})" for number, (_, pattern) in enumerate(_ACTIVITIES)))
_REPORTED = re.compile(r"反映|公开")
_RESULTS = re.compile(r"自评结果|评价结果")
_RANK = re.compile(r"[一二三]级项目")
_BUDGET = re.compile(r"一般公共预算|政府性基金|国有资本经营|社会保险基金|财政专户|单位资金")
_GRADE = re.compile(
    r"(?:评级|等级|结果|评价|评为)(?:为|是)?[“\"']?(?P<grade>优秀|优|良好|良|(?<!其)中|一般|合格|不合格|差|较差)[”\"']?(?:的|$)"
    r"|(?:其中|[,:])[“\"']?(?P<first>优秀|优|良好|良|(?<!其)中|一般|合格|不合格|差|较差)[”\"']?的?\s*$"
    r"|^[、和及]\s*[“\"']?(?P<next>优秀|优|良好|良|(?<!其)中|一般|合格|不合格|差|较差)[”\"']?的?\s*$"
)
_GRADED_AFTER = re.compile(
    r"\s*(?:项目)?(?:绩效)?(?:评价|自评)?(?:等级|评级|结果|等次)?(?:评)?[为是][“\"']?"
    r"(?P<grade>优秀|优|良好|良|(?<!其)中|一般|合格|不合格|差|较差)[”\"']?(?![\u4e00-\u9fff])"
)
_PROBLEMS = re.compile(r"问题")
_INDICATORS = re.compile(r"指标(?:共计?|总计|有|为)*$")  # what is counted is indicators, not projects
_CLAUSE_END = re.compile(r"[,;。:]")


def activity(sentence: str, start: int, end: int) -> str:
    """Which activity a figure at `start`–`end` of a sentence belongs to.

    What the words after it say comes first (对3个项目开展自评), then the last one named before it.
    """
    stop = _CLAUSE_END.search(sentence, end)
    after = _ACTIVITY.search(sentence, end, stop.start() if stop else len(sentence))
    if after:
        return _name(after)
    before = list(_ACTIVITY.finditer(sentence, 0, start))
    found = before[-1] if before else _ACTIVITY.search(sentence, end)
    return _name(found) if found else ""


def evaluated(sentence: str, words: str, start: int, end: int, money: bool) -> str:
    """The name of an evaluation count or sum; "" where the figure is about something else."""
    what = activity(sentence, start, end)
    stop = _CLAUSE_END.search(sentence, end)
    following = sentence[end : stop.start() if stop else len(sentence)]
    if money:
        if not re.search(r"涉及|资金|金额|支出", words):
            return ""
        what, budget = what or "绩效自评", _BUDGET.search(words)
        return f"{what}金额/{budget[0]}" if budget else f"{what}金额"
    if not what and not _GRADE.search(words) and not _GRADED_AFTER.match(following):
        return ""  # what is counted are results of a project
    if _PROBLEMS.search(words) or _PROBLEMS.match(following):
        return f"{what}发现问题数"
    if _REPORTED.search(words) and _RESULTS.search(following):
        return "绩效自评结果反映项目数"
    if graded := _GRADE.search(words):
        return f"绩效评级/{graded['grade'] or graded['first'] or graded['next']}"
    if graded := _GRADED_AFTER.match(following):
        return f"绩效评级/{graded['grade']}"
    if _INDICATORS.search(words) or not re.search(r"项目|评价", words + following):
        return ""
    part = _RANK.search(words + following) or _BUDGET.search(following)
    if part is None:
        return f"{what}项目数"
    return f"{what}项目数/{part[0]}"


def _name(match: re.Match[str]) -> str:
    return _ACTIVITIES[int((match.lastgroup or "a0")[1:])][0]

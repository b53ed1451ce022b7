"""How the words before a figure end, one pattern for each thing that can be said of it."""

from __future__ import annotations

import re

from juesuan.statements.characters import DATE

_SUM = "数|总数|金额|总金额|资金|总额|总计|合计"
_ACTUAL = "全年|实际|累计|已|共|资金|项目"
_IS = r"(?:总?共|共计|合计|总计|累计|约|均|各|分别|依次|达|达到)?(?:为|是|达|达到|有|:)?\s*(?:约|共|共计)?\s*$"
_RATE_IS = r"(?:分别|依次)?(?:约|为|是|达到?|:)?\s*$"


def _ends(*endings: str, copula: str = _IS) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(endings)}){copula}")


_BUDGET = rf"(?:财政)?预算(?:{_SUM}|安排(?:资金|数)?|批复(?:数|资金|金额)?|收入数?|支出数?|指标|规模)?(?:安排)?"

_HELD_AGAINST = r"(?:完成|与|较|比)?了?"
OPENING = _ends(
    rf"{_HELD_AGAINST}(?:下达|批复|安排)?的?{DATE}*年初(?:部门|单位|财政|项目)?(?:{_BUDGET}|安排(?:数|资金|金额)?)"
)
FULL_YEAR = _ends(
    rf"{_HELD_AGAINST}(?:全年|调整后?的?|变更后|年度(?!部门)|当年|本年)(?:部门|单位|财政|项目|支出)?{_BUDGET}",
    r"预算调整数",
    r"调整(?:预算)?数",
)
PLAIN_BUDGET = _ends(
    rf"{_HELD_AGAINST}(?:支出|收入)?(?<!公共)(?<!基金)(?<!经营){_BUDGET}",
    r"(?:预算内?)?已?编制(?:项目)?资金",
    r"(?:计划|应)(?:投入|到位)(?:资金)?",
)
RECEIVED = _ends(
    r"(?:资金|预算|实际|已|全部|财政|累计|项目)*到位(?:资金|金额|数)?",
    r"(?:财政|实际|已|共|市级|县级|区级|省级|中央|年度)*(?:拨付|拨入|下达|到账|(?<=已)拨款|(?<=实际)拨款)(?:资金|经费|金额)?",
)
PLANNED = re.compile(r"(?:预算|计划|应)(?:应)?到位")
PRIOR_YEAR = re.compile(
    r"[由从比较与]?(?:上年度?|上一年度?|去年)(?:同期)?的?(?:支出|收入)?(?:决算)?(?:数|支出)?"
    + _IS
    + rf"|[由从比较]上年度?的?\s*\(?\s*$|[比较由从]\s*{DATE}+\s*的?(?:决算数?)?\s*\(?\s*$"
)
NAMED_PRIOR = re.compile(
    r"^[\s(,]*(?:上年度?|上一年度?|去年度?)(?:同期)?的?(?P<noun>(?!年?[初末]|结转|结余|[增减])[^,;:。]*?)"
    r"(?:决算)?(?:数|金额)?" + _IS
)
"""What last year's figure of an account was: 上年收、支总计."""
LEFT_OVER = _ends(
    r"(?<!结转和)(?<!结转)(?P<what>节约|结余|剩余|结转|收回|上缴|未支付|未执行)了?(?:项目|财政|预算)?(?:资金|经费|金额|指标)?"
)
FINAL = _ends(
    r"(?:支出|收入)?(?<!总)决算(?:支出)?(?:数|金额|总额)?",
    rf"(?:{_ACTUAL})*(?:执行|使用|支付|花费|列支|完成支出|开支)(?:数|金额|资金|了)?",
    r"(?:全年|实际|累计|已|共)+支出(?:数|金额|资金|了)?",
)
BARE_SPENDING = re.compile(r"^[和及、,\s]*支出(?:为|是|了|共计?)?\s*$")
REACHING = re.compile(r"(?P<dir>增加|增长|提高|上升|减少|下降|降低|[增减升降])(?:到|至|为)\s*$")
"""Said of money and counts: it fell *to* a figure, where 减少额为, 减少了 would give the change."""
BEYOND = re.compile(
    rf"(?P<word>大于|高于|超过|超出|超|多于|小于|低于|少于){DATE}*\s*(?P<of>(?:年初|全年|年度|当年|调整后?)?的?预算(?:数|安排|金额)?)\s*$"
)
BEYOND_ANOTHER = re.compile(
    r"(?:大于|高于|超过|超出|多于|小于|低于|少于)(?!.*预算)[\u4e00-\u9fff“”()]*(?:支出|收入|经费|费)\s*$"
)
AIM = _ends(r"(?<=绩效目标)(?:值|金额)?")

SHARE = _ends(r"占(?P<of>[^占]*?)的?(?:比例|比重|比率|比)?", copula=_RATE_IS)
WHOLE_BUDGET = re.compile(rf"{DATE}*(?:年初|全年|年度|当年|调整后?|项目)?的?预算(?:数|总额|资金|金额|安排)?")
COMPLETION = _ends(
    r"(?:完成(?:了|率)?|达到?|(?<=[算数])为|^\s*为|实现)\s*"
    r"(?P<of>[^完]{0,16}?(?:预算|计划|任务|目标|年初|指标)(?:总?数|金额|总额|安排|任务|值)?)?的?(?:比例|比率)?",
    copula=_RATE_IS,
)
PACE = _ends(
    r"(?P<rate>(?:预算|资金|支付|总体|整体|全年|实际)*"
    r"(?:执行|到位|支付|支出|完成|拨付|使用|落实|下达)(?:进度|率)|支付(?:资金)?)",
    copula=_RATE_IS,
)
RATIO = re.compile(r"(?P<name>率|度|比例|比重|占比|情况)(?:大于|高于|不低于|达到?|为|是|:|均)*\s*$")

SCORE = re.compile(
    r"(?P<mean>平均)?(?:自评|评价|综合|绩效|总)*(?:得分|分数|评分|等分|总分|自评分|评价分|分值)(?:为|是|达到?|:)*\s*$"
    r"|(?:评分|打分|评价)(?:为|是|:)\s*$|(?:自评|评价|得)?(?P<of_all>平均)分(?:为|是|达到?|:)*\s*$"
)
AT_LEAST = ("≥", ">=", ">", "大于等于", "不少于", "不低于")
AT_MOST = ("≤", "<=", "<", "小于等于", "不超过", "不高于", "控制在")
BOUND = re.compile(
    rf"(?P<word>{'|'.join((*AT_LEAST, *AT_MOST, '大于', '高于', '超过', '小于', '低于', '达到', '为', '='))})\s*$"
)

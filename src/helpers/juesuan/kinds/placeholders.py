"""What a template leaves to be filled in: names, years and figures that are crosses, dots or blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CROSS = r"[XxＸｘ×✕○〇＊*_＿﹍△#]"
_COUNTED = r"(?:万元|元|%|个|辆|人|批|台|年|分)"
_CROSSED_FIGURE = re.compile(rf"(?<!{_CROSS}){_CROSS}+(?:[.．,，]{_CROSS}+)*{_COUNTED}")
_BLANK_FIGURE = re.compile(
    r"(?:总计|合计|总额|收入|支出|经费|各增加|各减少|增加|减少|持平|决算|预算|为)(?:万元|元)|(?:占|增长|下降|预算的)%"
    r"|(?:共|车辆|接待)(?:辆|批次|人次)|批次、?人次"
)
_CHOICE = re.compile(
    r"[增减]加?/|增加（减少）|增长（下降）|增（减）|[大小等]于[（/][大小等]于"
)  # words to choose between
_FIGURE = re.compile(r"(?<![\d,])\d[\d,]*(?:\.\d+)?(?:万元|元|%)")
_UNWRITTEN_TITLE = re.compile(
    rf"{_CROSS}{{2,}}[\u4e00-\u9fff]{{0,3}}(?:部门|单位|局|委|办|厅|中心|街道|镇|乡)|某某?(?:部门|单位|局|委员会|[县市区省])"
    r"|（(?:部门|单位)名称）|[（(]填写|(?:部门|单位)名称_|样表|模板|范本|参考(?:格式|文本|样式)"
)
_FEWEST = 3  # figures left open: one or two are slips in a document that is filled in


def is_template(titles: Sequence[str], dense: str, figures: int) -> bool:
    """Whether nobody has filled a document in.

    `titles` are its title lines and `dense` its whole text, without white space; `figures` counts the
    figures other than zero in its forms.
    """
    if figures:
        return False
    told = len(_FIGURE.findall(dense))
    open_figures = sum(len(sign.findall(dense)) for sign in (_CROSSED_FIGURE, _BLANK_FIGURE, _CHOICE))
    if open_figures >= _FEWEST:
        return open_figures > told
    return not told and any(_UNWRITTEN_TITLE.search(title) for title in titles)

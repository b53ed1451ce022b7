"""Labels in English: what is a standard term is translated, what the document names stays."""

from __future__ import annotations

import pytest

from juesuan.terms import in_english

LABELS = {
    "公开05表合计": "form 05 total",
    "公开05表“2010101 行政运行”基本支出": "form 05 “2010101 行政运行” basic expenditure",
    "收入决算情况说明所述财政拨款收入占比": "“收入决算情况说明”: fiscal income share",
    "“三公”经费支出情况所述公务接待费决算数": "“‘三公’经费支出情况”: official receptions final figure",
    "“某项目”自评表“培训次数”分值": "“某项目” self-evaluation “培训次数” weight",
    "公务接待费较上年增减额÷上年数（1.1÷(1.17-1.1)）": (
        "official receptions change on the prior year ÷ prior year（1.1 ÷ (1.17-1.1)）"
    ),
    "人员经费与公用经费之和（3 + 4）": "sum of personnel and running cost（3 + 4）",
    "4张项目自评表执行数之和": "sum of 4 project self-evaluations executed",
    "卫生健康支出/行政事业单位医疗/行政单位医疗完成率": (
        "health / medical cover of public bodies / medical cover, administration completion rate"
    ),
    "“三公”经费预算数": "three public expenses budget",
    "公开05表“201 甲”合计与公开03表“201 甲”合计": "form 05 “201 甲” total and form 03 “201 甲” total",
    "财政拨款收入：公开02表与公开04表": "fiscal income: form 02 and form 04",
    "某处没有听过的说法": "某处没有听过的说法",
    "培训费所述": "培训费所述",
    "": "",
}


@pytest.mark.parametrize(("label", "english"), LABELS.items())
def test_a_label_is_put_into_english(label: str, english: str) -> None:
    assert in_english(label) == english

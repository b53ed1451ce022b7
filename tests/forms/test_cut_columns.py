"""Forms too wide for their page, whose other columns stand on the next one."""

from __future__ import annotations

from juesuan.forms import recognise
from juesuan.forms.headings import is_numbering
from juesuan.readers import load_text
from juesuan.records import Fact

TITLE = "收入决算表\n公开02表\n单位：万元\n"
LEFT = (
    "科目编码\t科目名称\t本年收入合计\t财政拨款收入\t上级补助收入\n\t合计\t12.00\t9.00\t\n"
    "208\t社会保障和就业支出\t9.00\t6.00\t\n20805\t行政事业单位养老支出\t9.00\t6.00\t\n221\t住房保障支出\t3.00\t3.00\t\n"
)
RIGHT = "事业收入\t经营收入\t其他收入\n\t\t3.00\n\t\t3.00\n\t\t3.00\n\t\t\n"
LABELLED = (
    "科目编码\t科目名称\t事业收入\t经营收入\t其他收入\n\t合计\t\t\t3.00\n208\t社会保障和就业支出\t\t\t3.00\n"
    "20805\t行政事业单位养老支出\t\t\t3.00\n221\t住房保障支出\t\t\t\n"
)
HTML = "<html><body><p>收入决算表</p><p>单位：万元</p>{}<p>{}</p>{}</body></html>"


def facts(text: str) -> dict[tuple[str, str], Fact]:
    _, found = recognise(load_text(text, "made"))
    return {(fact.code or fact.item, fact.key): fact for fact in found}


def other_income(text: str) -> dict[str, str]:
    found = facts(text)
    assert not [fact for fact in found.values() if fact.doubt]
    assert found["合计", "fiscal"].amount.displayed == "9.00"
    return {row: fact.amount.displayed for (row, key), fact in found.items() if key == "other"}


def html(table: str) -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row.split(chr(9)))}</tr>" for row in table.splitlines())
    return f"<table>{rows}</table>"


def test_columns_without_labels_belong_to_the_rows_in_their_order() -> None:
    assert other_income(TITLE + LEFT + RIGHT) == {"合计": "3.00", "208": "3.00", "20805": "3.00"}
    assert other_income(HTML.format(html(LEFT), "", html(RIGHT))) == {"合计": "3.00", "208": "3.00", "20805": "3.00"}


def test_a_title_that_comes_again_over_other_columns_of_the_same_rows_goes_on_to_the_side() -> None:
    assert other_income(TITLE + LEFT + TITLE + LABELLED) == {"合计": "3.00", "208": "3.00", "20805": "3.00"}


def test_rows_go_on_below_after_their_columns_went_on_to_the_side() -> None:
    below = "224\t灾害防治及应急管理支出\t5.00\t4.00\t\n22401\t应急管理事务\t5.00\t4.00\t\n"
    more = "事业收入\t经营收入\t其他收入\n\t\t1.00\n\t\t1.00\n"
    heads = LEFT.splitlines()[0] + "\n"
    found = other_income(TITLE + LEFT + TITLE + LABELLED + TITLE + heads + below + more)
    assert found == {"合计": "3.00", "208": "3.00", "20805": "3.00", "224": "1.00", "22401": "1.00"}


def test_columns_whose_rows_are_not_known_make_the_form_doubtful() -> None:
    fewer = RIGHT.replace("\t\t\n", "")
    found = facts(HTML.format(html(LEFT), "", html(fewer)))
    assert found["合计", "total"].amount.displayed == "12.00"
    assert all(fact.doubt for fact in found.values())


def test_columns_of_a_right_half_are_numbered_on() -> None:
    assert is_numbering(["7", "8", "9", "10", "11", "12"])
    assert not is_numbering(["7", "8"])

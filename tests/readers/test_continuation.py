"""Tables that go on over a page end are one table; tables that only follow one another are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from juesuan.document import Document
from juesuan.readers.pdf import load_pdf
from readers.made import pdf, table, write

HEADING = ["代码", "名称", "金额"]
FIRST = [["201", "一般公共服务支出", "8.00"], ["20103", "办公事务", "8.00"]]
SECOND = [["208", "社会保障和就业支出", "2.00"], ["20805", "养老支出", "2.00"]]
WIDTHS = [60.0, 160.0, 80.0]


def page(
    rows: list[list[str]], title: str = "", x: float = 72, widths: list[float] = WIDTHS, number: int = 0
) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        write(canvas, x, 780, title)
        table(canvas, x, 760, widths, rows)
        write(canvas, 290, 30, str(number))

    return draw


def read(*pages: Callable[[Canvas], None]) -> Document:
    return load_pdf(pdf(*pages), Path("made.pdf"))


def texts(*pages: Callable[[Canvas], None]) -> list[list[list[str]]]:
    return [grid.texts() for grid in read(*pages).grids]


def test_rows_on_the_next_page_belong_to_the_table() -> None:
    document = read(page([HEADING, *FIRST], "支出决算表", number=1), page(SECOND, x=90, number=2))
    (grid,) = document.grids
    assert grid.texts() == [HEADING, *FIRST, *SECOND]
    assert [row[0].place.page for row in grid.rows] == [1, 1, 1, 2, 2]
    assert [line.text for line in document.lines] == ["支出决算表"]


def test_a_repeated_heading_is_dropped() -> None:
    assert texts(page([HEADING, *FIRST]), page([HEADING, *SECOND]), page([HEADING, FIRST[0]])) == [
        [HEADING, *FIRST, *SECOND, FIRST[0]]
    ]


def test_a_repeated_title_and_a_note_that_it_goes_on_are_dropped() -> None:
    document = read(page([HEADING, *FIRST], "支出决算表"), page([HEADING, *SECOND], "支出决算表"))
    assert [grid.texts() for grid in document.grids] == [[HEADING, *FIRST, *SECOND]]
    assert [line.text for line in document.lines] == ["支出决算表"]
    assert len(texts(page([HEADING, *FIRST]), page(SECOND, "续表"))) == 1


def test_another_title_begins_another_table() -> None:
    assert len(texts(page([HEADING, *FIRST], "收入决算表"), page([HEADING, *SECOND], "支出决算表"))) == 2


def test_forms_of_the_same_kind_on_consecutive_pages_are_two() -> None:
    one = [["项目名称", "道路养护", ""], ["得分", "9", ""]]
    other = [["项目名称", "河道清淤", ""], ["得分", "8", ""]]
    assert texts(page(one, "自评表"), page(other, "自评表")) == [one, other]
    assert texts(page(one), page(other)) == [one, other]


def test_other_columns_are_another_table() -> None:
    assert len(texts(page([HEADING, *FIRST]), page(SECOND, widths=[100.0, 100.0, 100.0]))) == 2


def test_a_part_with_fewer_lines_is_fitted_into_the_columns() -> None:
    whole = read(page([HEADING, *FIRST]), page([["合计", "10.00"]], widths=[220.0, 80.0]))
    (grid,) = whole.grids
    assert grid.texts()[-1] == ["合计", "", "10.00"]
    assert grid.rows[-1][0].columns == 2


def test_a_row_torn_by_the_page_end_is_whole_again() -> None:
    torn = [["2080505", "机关单位养老保险", "2.00"]]
    rest = [["", "缴费支出", ""], *SECOND]
    assert texts(page([HEADING, *torn]), page(rest)) == [
        [HEADING, ["2080505", "机关单位养老保险\n缴费支出", "2.00"], *SECOND]
    ]


def test_a_row_with_a_label_of_its_own_is_not_taken_for_the_rest_of_another() -> None:
    first = [["项目", "金额", "项目"], ["一、收入", "5.00", "一、支出"]]
    assert texts(page(first), page([["", "", "二、外交支出"]])) == [[*first, ["", "", "二、外交支出"]]]


def test_a_page_in_between_parts_tables() -> None:
    def prose(canvas: Canvas) -> None:
        write(canvas, 72, 700, "此页说明支出。")

    assert len(texts(page([HEADING, *FIRST]), prose, page(SECOND))) == 2

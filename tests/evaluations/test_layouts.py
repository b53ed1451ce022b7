"""Self-evaluation tables of many layouts, all made for the purpose."""

from __future__ import annotations

from juesuan.evaluations import recognise
from juesuan.readers import load_text
from juesuan.records import Evaluation, FundLine


def _only(text: str) -> Evaluation:
    tables = recognise(load_text(text, "made"))
    assert len(tables) == 1
    return tables[0]


def _money(line: FundLine) -> tuple[str, str, str]:
    return line.opening.text, line.budget.text, line.executed.text


def _rows(table: Evaluation) -> list[tuple[str, ...]]:
    return [
        (each.level3, each.target.text, each.actual.text, each.weight.text, each.score.text)
        for each in table.indicators
    ]


SIGN_AND_UNIT = """部门预算项目支出绩效自评表
（2024年度）
项目名称\t\t河道清淤
主管部门\t\t某县水务局\t\t实施单位\t某县河道所
预算执行情况（元）\t\t年初预算数\t预算数（调整后）\t执行数\t执行率\t分值\t得分
\t总额\t500000\t480000\t480000\t100%\t10\t10
\t其中：财政资金\t500000\t480000\t480000
一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t未完成原因分析
产出指标\t数量指标\t清淤长度\t≥\t12\t公里\t12.5\t40\t40\t
\t质量指标\t验收合格率\t=\t100\t%\t98\t30\t30\t抽检两处返工
满意度指标\t服务对象满意度指标\t沿线居民满意度\t≥\t90\t%\t93\t20\t20\t
总分\t\t\t\t\t\t\t100\t100
"""


def test_sign_and_unit_in_columns_of_their_own() -> None:
    table = _only(SIGN_AND_UNIT)
    assert (table.project, table.department, table.unit) == ("河道清淤", "某县河道所", "元")
    assert [line.kind for line in table.funds] == ["total", "fiscal"]
    assert _money(table.funds[0]) == ("500000", "480000", "480000")
    assert _rows(table)[1] == ("验收合格率", "=100%", "98", "30", "30")
    assert table.indicators[1].actual.amount.unit == "%"  # type: ignore[union-attr]
    assert table.indicators[1].level1 == "产出指标"
    assert table.indicators[1].reason == "抽检两处返工"
    assert (table.total_weight.text, table.total_score.text) == ("100", "100")


def test_weights_for_every_level() -> None:
    table = _only(
        """项目支出绩效自评表
项目名称\t校舍维修
项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
年度资金总额\t20\t20\t18\t10\t90%\t9
一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t年度指标值\t实际完成值\t得分
产出指标\t50\t数量指标\t50\t维修面积\t30\t≥800平方米\t820平方米\t30
\t\t时效指标\t\t完工时间\t20\t8月\t8月\t20
效益指标\t40\t社会效益指标\t40\t受益学生\t40\t≥300人\t310人\t40
总分\t\t\t\t\t100\t\t\t99
"""
    )
    assert [each.weight.text for each in table.indicators] == ["30", "20", "40"]
    assert table.doubt == ""
    assert not any(each.doubt for each in table.indicators)


def test_headings_in_two_rows_upright_money_and_a_name_in_the_title() -> None:
    table = _only(
        """图书馆夜间开放项目绩效自评表
预算部门\t某区文化局
年初预算数（万元）\t30
全年预算数（万元）\t30
执行数（万元）\t27
执行率\t90%
一级指标\t二级指标\t三级指标\t指标值\t\t分值\t得分
\t\t\t年度指标值\t实际完成值\t\t
产出指标\t数量指标\t开放晚数\t≥250晚\t260晚\t60\t60
效益指标\t社会效益指标\t到馆人次\t≥5万人次\t4.2万人次\t30\t25
"""
    )
    assert (table.overall, table.project) == (False, "图书馆夜间开放")
    assert _money(table.funds[0]) == ("30", "30", "27")
    assert table.funds[0].rate.text == "90%"
    assert _rows(table) == [
        ("开放晚数", "≥250晚", "260晚", "60", "60"),
        ("到馆人次", "≥5万人次", "4.2万人次", "30", "25"),
    ]


def test_money_in_pairs_on_one_row_and_the_total_at_the_top() -> None:
    table = _only(
        """项目支出绩效自评表
项目名称：古树保护\t\t\t\t\t\t\t
自评总分（分）\t96.5\t\t自评等级\t优\t\t\t
年初预算数\t12万元\t全年预算数\t12万元\t全年执行数\t11.4万元\t执行率\t95%
一级指标\t二级指标\t三级指标\t目标值\t完成值\t分值\t自评得分\t偏差原因及改进措施
产出指标（60分）\t数量指标\t挂牌株数\t不少于80株\t85株\t30\t30\t
\t时效指标\t完成时间\t2024年11月底前\t2024年12月\t30\t27\t雨季延误
满意度指标（30分）\t服务对象满意度\t居民满意度\t90%以上\t92%\t30\t30\t
"""
    )
    assert table.project == "古树保护"
    assert (table.total_score.text, table.grade.text) == ("96.5", "优")
    assert _money(table.funds[0]) == ("12万元", "12万元", "11.4万元")
    assert table.funds[0].kind == "total"
    assert table.indicators[1].reason == "雨季延误"
    assert table.indicators[0].target.amount.value == 80  # type: ignore[union-attr]


def test_the_whole_department_on_a_project_form() -> None:
    table = _only(
        """整体支出绩效自评表
项目名称\t部门整体支出
年度资金总额\t年初预算\t全年预算\t全年执行\t分值\t执行率\t得分
部门支出合计\t1000\t1100\t1045\t10\t95%\t9.5
其中：基本支出\t700\t720\t715\t\t\t
项目支出\t300\t380\t330\t\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t全年完成值\t分值\t得分\t原因
履职效能\t重点任务\t重点工作完成率\t100%\t100%\t50\t50\t
管理效率\t预算管理\t预算编制完整性\t完整\t完整\t40\t40\t
"""
    )
    assert table.overall
    assert [line.kind for line in table.funds] == ["total", "basic", "project"]
    assert [each.level1 for each in table.indicators] == ["履职效能", "管理效率"]


def test_tasks_with_their_fiscal_part_and_a_blank_total() -> None:
    table = _only(
        """部门整体支出绩效自评表
部门（单位）名称\t\t某县图书馆
任务完成情况\t任务名称\t完成情况\t预算数（万元）\t其中：财政拨款\t执行数（万元）\t其中：财政拨款
\t人员经费\t按月发放\t80\t80\t78.5\t78.5
\t购书项目\t完成采购\t20\t15\t19.5\t14.5
\t金额合计
年度总体目标\t预期目标\t\t实际完成情况
\t保障借阅服务\t\t已保障
绩效指标\t一级指标\t二级指标\t指标内容\t预期指标值\t实际完成值
\t产出指标\t数量指标\t购书册数\t≥3000册\t3100册
"""
    )
    assert table.overall
    assert [(line.kind, *_money(line)[1:]) for line in table.funds] == [
        ("personnel", "80", "78.5"),
        ("fiscal", "80", "78.5"),
        ("task", "20", "19.5"),
        ("fiscal", "15", "14.5"),
        ("total", "", ""),
    ]
    assert table.blanks == ("金额合计",)
    assert (table.goal, table.result) == ("保障借阅服务", "已保障")


def test_template_rows_are_no_indicators_and_their_level_is_blank() -> None:
    table = _only(
        """项目支出绩效自评表
项目名称\t\t路灯改造
主管部门及代码\t\t\t实施单位\t某区城管局\t
项目预算执行情况（万元）\t预算数：\t40\t\t执行数：\t38.2
\t其中：财政拨款\t40\t\t其中：财政拨款\t38.2
\t其他资金\t\t\t其他资金\t
年度绩效指标\t一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值
\t产出指标\t数量指标\t指标1：更换灯具\t≥200盏\t210盏
\t\t\t指标2：\t\t
\t\t\t…………\t\t
\t效益指标\t社会效益指标\t指标1：\t\t
\t满意度指标\t服务对象满意度指标\t指标1：居民满意度\t≥90%\t95%
"""
    )
    assert [each.level3 for each in table.indicators] == ["更换灯具", "居民满意度"]
    assert table.indicators[1].level1 == "满意度指标"
    assert table.blanks == ("主管部门及代码", "社会效益指标")
    assert [line.kind for line in table.funds] == ["total", "fiscal", "other"]


def test_two_tables_in_one_grid_and_headings_repeated_on_the_next_page() -> None:
    one = SIGN_AND_UNIT.split("\n", 2)[2]
    heading = next(line for line in one.splitlines() if line.startswith("一级指标"))
    doubled = one.replace("\t质量指标", f"{heading}\n\t质量指标") + one.replace("河道清淤", "堤岸绿化")
    tables = recognise(load_text(f"部门预算项目支出绩效自评表\n（2024年度）\n{doubled}", "made"))
    assert [each.project for each in tables] == ["河道清淤", "堤岸绿化"]
    assert [len(each.indicators) for each in tables] == [3, 3]


def test_conventions_and_grade_below() -> None:
    table = _only(
        SIGN_AND_UNIT
        + "自评等级\t\t优\n\n说明：1.自评等级分为优（90分以上）、良、中、差。\n2.预算执行率10分。\n一、其他事项\n"
    )
    assert table.grade.text == "优"
    assert len(table.conventions) == 2


def test_a_table_of_targets_only_is_no_self_evaluation() -> None:
    rows = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t更换灯具\t≥200盏\n"
    text = f"项目支出绩效目标表\n项目名称\t路灯改造\n{rows}"
    assert recognise(load_text(text, "made")) == ()


def test_whole_amounts_are_as_fine_as_the_documents_other_amounts() -> None:
    text = SIGN_AND_UNIT.replace("（元）", "（万元）").replace("500000\t480000\t480000", "50\t48\t48")
    fine = text.replace("河道清淤", "堤岸绿化").replace("50\t48\t48", "50\t48\t47.25")
    tables = recognise(load_text(text + "\n\n" + fine, "made"))
    assert [each.funds[0].executed.amount.decimals for each in tables] == [2, 2]  # type: ignore[union-attr]


def test_levels_below_one_merged_heading() -> None:
    table = _only(
        """部门整体支出绩效自评表
部门名称\t某县图书馆
\t\t\t年初预算数\t全年预算数\t全年执行数\t执行率\t得分
整体支出规模（万元）\t年度资金总额\t\t100\t98\t96.04\t98\t9.8
\t（一）基本支出\t\t80\t80\t79\t98.75\t
评价指标\t\t\t年度指标值\t实际完成值\t单位\t分值\t完成率\t得分\t未完成原因分析
一级指标\t二级指标\t三级指标\t\t\t\t\t\t\t
部门管理\t资金投入\t基本支出预算执行率\t=100%\t98.75\t%\t40\t98.75%\t39.5\t
履职效果\t部门履职目标\t保障借阅\t正常开放\t100%-80%(含)\t\t50\t100%\t45\t
总分\t\t\t\t\t\t100\t\t94.3
"""
    )
    assert table.overall
    assert _money(table.funds[0]) == ("100", "98", "96.04")
    first = table.indicators[0]
    assert (first.level1, first.level2, first.level3) == ("部门管理", "资金投入", "基本支出预算执行率")
    assert (first.unit, first.weight.text, first.completion.text, first.score.text) == ("%", "40", "98.75%", "39.5")
    assert (table.total_weight.text, table.total_score.text) == ("100", "94.3")


def test_merged_cells_written_out_again_by_the_conversion() -> None:
    table = _only(
        """项目支出绩效自评表
项目名称\t项目名称\t路灯改造\t路灯改造\t路灯改造\t路灯改造\t路灯改造\t路灯改造
主管部门\t主管部门\t某区城管局\t某区城管局\t实施单位\t实施单位\t某区路灯所\t某区路灯所
项目资金（万元）\t项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
项目资金（万元）\t年度资金总额\t40\t40\t38.2\t10\t95.5%\t9.55
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
绩效指标\t产出指标\t数量指标\t更换灯具\t≥200盏\t210盏\t50\t50
绩效指标\t效益指标\t社会效益指标\t亮灯街道\t≥12条\t12条\t40\t40
总分\t总分\t总分\t总分\t总分\t总分\t100\t99.55
"""
    )
    assert (table.project, table.department) == ("路灯改造", "某区路灯所")
    assert table.blanks == ()
    assert _money(table.funds[0]) == ("40", "40", "38.2")
    assert _rows(table)[1] == ("亮灯街道", "≥12条", "12条", "40", "40")
    assert (table.total_weight.text, table.total_score.text) == ("100", "99.55")

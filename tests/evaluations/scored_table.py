"""A self-evaluation of one project in the national design, as text with tabs."""

TABLE = """项目支出绩效自评表
项目名称\t路灯维护
项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
年度资金总额\t10\t10\t7\t10\t70%\t7
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t维护路灯\t≥90盏\t92盏\t90\t75
总分\t\t\t\t\t100\t82
"""

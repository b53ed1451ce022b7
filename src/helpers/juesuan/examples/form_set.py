"""A whole set of small statutory forms that agree with one another, and edits of it; all figures are invented."""

from juesuan.examples.forms import FORM_05, FORM_06, FORM_09, FORM_10

FORM_01 = """收入支出决算总表
公开01表
单位：万元
收入\t\t\t支出\t\t
项目\t行次\t金额\t项目\t行次\t金额
栏次\t\t1\t栏次\t\t2
一、一般公共预算财政拨款收入\t1\t120.00\t一、一般公共服务支出\t32\t100.00
二、政府性基金预算财政拨款收入\t2\t\t二、外交支出\t33\t
三、国有资本经营预算财政拨款收入\t3\t\t三、国防支出\t34\t
四、上级补助收入\t4\t\t四、公共安全支出\t35\t
五、事业收入\t5\t\t五、教育支出\t36\t
六、经营收入\t6\t\t六、科学技术支出\t37\t
七、附属单位上缴收入\t7\t\t七、文化旅游体育与传媒支出\t38\t
八、其他收入\t8\t\t八、社会保障和就业支出\t39\t20.00
本年收入合计\t27\t120.00\t本年支出合计\t58\t120.00
使用非财政拨款结余（含专用结余）\t28\t\t结余分配\t59\t
年初结转和结余\t29\t\t年末结转和结余\t60\t
总计\t31\t120.00\t总计\t62\t120.00
"""

FORM_02 = """收入决算表
公开02表
单位：万元
项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入
科目代码\t科目名称\t\t\t\t\t\t\t
合计\t\t120.00\t120.00\t\t\t\t\t
201\t一般公共服务支出\t100.00\t100.00\t\t\t\t\t
20103\t政府办公厅（室）及相关机构事务\t100.00\t100.00\t\t\t\t\t
2010301\t行政运行\t70.00\t70.00\t\t\t\t\t
2010302\t一般行政管理事务\t30.00\t30.00\t\t\t\t\t
208\t社会保障和就业支出\t20.00\t20.00\t\t\t\t\t
20805\t行政事业单位养老支出\t20.00\t20.00\t\t\t\t\t
2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\t\t\t\t
"""

FORM_03 = (
    FORM_05.replace("一般公共预算财政拨款支出决算表", "支出决算表")
    .replace("公开05表", "公开03表")
    .replace(
        "项目\t\t本年支出\n", "项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出\n"
    )
    .replace("科目代码\t科目名称\t小计\t基本支出\t项目支出\n", "科目代码\t科目名称\t\t\t\t\t\t\n")
)

FORM_04 = """财政拨款收入支出决算总表
公开04表
单位：万元
收入\t\t\t支出\t\t\t\t\t
项目\t行次\t金额\t项目\t行次\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款
一、一般公共预算财政拨款\t1\t120.00\t一、一般公共服务支出\t33\t100.00\t100.00\t\t
二、政府性基金预算财政拨款\t2\t\t二、外交支出\t34\t\t\t\t
三、国有资本经营预算财政拨款\t3\t\t三、国防支出\t35\t\t\t\t
\t4\t\t八、社会保障和就业支出\t40\t20.00\t20.00\t\t
本年收入合计\t27\t120.00\t本年支出合计\t59\t120.00\t120.00\t\t
年初财政拨款结转和结余\t28\t\t年末财政拨款结转和结余\t60\t\t\t\t
一般公共预算财政拨款\t29\t\t\t61\t\t\t\t
政府性基金预算财政拨款\t30\t\t\t62\t\t\t\t
国有资本经营预算财政拨款\t31\t\t\t63\t\t\t\t
总计\t32\t120.00\t总计\t64\t120.00\t120.00\t\t
"""

FORM_07 = """政府性基金预算财政拨款收入支出决算表
公开07表
单位：万元
项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余
科目代码\t科目名称\t\t\t小计\t基本支出\t项目支出\t
合计\t\t\t\t\t\t\t
注：本部门没有这类收支，故本表无数据。
"""

FILLED_07 = FORM_07.replace("注：本部门没有这类收支，故本表无数据。\n", "").replace(
    "合计\t\t\t\t\t\t\t",
    "合计\t\t2.00\t5.00\t6.00\t\t6.00\t1.00\n"
    "212\t城乡社区支出\t2.00\t5.00\t6.00\t\t6.00\t1.00\n"
    "21208\t国有土地使用权出让收入安排的支出\t2.00\t5.00\t6.00\t\t6.00\t1.00",
)

FORM_08 = """国有资本经营预算财政拨款支出决算表
公开08表
单位：万元
项目\t\t本年支出\t\t
科目代码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t\t\t
注：本部门没有这类支出，故本表无数据。
"""

FORM_11 = """政府采购支出情况表
公开11表
单位：万元
政府采购支出信息\t行次\t金额
（一）政府采购支出合计\t1\t12.00
1.政府采购货物支出\t2\t5.00
2.政府采购工程支出\t3\t
3.政府采购服务支出\t4\t7.00
（二）政府采购授予中小企业合同金额\t5\t8.00
其中：授予小微企业合同金额\t6\t3.00
"""

FORMS = {
    "01": FORM_01,
    "02": FORM_02,
    "03": FORM_03,
    "04": FORM_04,
    "05": FORM_05,
    "06": FORM_06,
    "07": FORM_07,
    "08": FORM_08,
    "09": FORM_09,
    "10": FORM_10,
    "11": FORM_11,
}

Edit = tuple[str, str, str]  # form, text in it, text instead


def form_set(*edits: Edit, without: str = "", **instead: str) -> str:
    """All forms with edits; `without` leaves one out, `form_07=…` takes another in its place."""
    texts = FORMS | {name.removeprefix("form_"): text for name, text in instead.items()}
    for number, old, new in edits:
        if old not in texts[number]:
            raise ValueError(f"form {number} has no {old!r}")
        texts[number] = texts[number].replace(old, new, 1)
    return "\n".join(text for number, text in texts.items() if number != without)

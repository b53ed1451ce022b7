"""Small disclosures of invented departments, made in a moment."""

from __future__ import annotations

from pathlib import Path

FORM = """{department}{year}年度部门决算

第二部分 部门决算表

一般公共预算财政拨款支出决算表
公开05表
部门：{department}\t\t\t\t金额单位：元
科目编码\t科目名称\t小计\t基本支出\t项目支出
栏次\t\t1\t2\t3
合计\t\t{total}\t{basic}\t{project}
201\t一般公共服务支出\t{total}\t{basic}\t{project}
20103\t政府办公厅（室）及相关机构事务\t{total}\t{basic}\t{project}
2010301\t行政运行\t{basic}\t{basic}\t0.00
2010302\t一般行政管理事务\t{project}\t0.00\t{project}
"""


def text(department: str, year: str = "2024", basic: int = 1200, project: int = 300, off_by: int = 0) -> str:
    """A disclosure with one form; `off_by` makes its grand total wrong by so many 元."""
    total = basic + project + off_by
    figures = {"total": f"{total}.00", "basic": f"{basic}.00", "project": f"{project}.00"}
    return FORM.format(department=department, year=year, **figures)


def write(folder: Path, name: str, department: str, **figures: int) -> Path:
    """The same as a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(department, **figures), encoding="utf-8")
    return path

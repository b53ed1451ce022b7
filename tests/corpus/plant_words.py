"""Errors in the wording, things left out, and personal data."""

from __future__ import annotations

from dataclasses import replace

from corpus.manuscript import Manuscript, Words
from corpus.plant import Planted, Site, plant
from corpus.prose_money import TOTAL

IDENTITY = "11010519491231002X"
MOBILE = "13812345678"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_number(first: str) -> str:
    """An identity number of 18 characters whose check digit is right; `first` are its first 17."""
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


def _reworded(site: Site, find: str, put: str, words: str, key: str = "") -> Planted:
    places = [
        block.key
        for block in site.manuscript.blocks
        if isinstance(block, Words) and block.key.startswith(key or "prose/") and find in block.text
    ]
    if not places:
        raise LookupError(find)
    try:
        return Planted(site.manuscript.reworded(site.rng.choice(places), find, put), words=words)
    except ValueError as error:
        raise LookupError(find) from error


@plant("doubled words", "wording")
def _(site: Site) -> Planted:
    lead = next((lead for lead in ("主要原因是", "主要原因：", "主要是") if _says(site.manuscript, lead)), "支出决算为")
    return replace(_reworded(site, lead, lead + lead, lead + lead), notice=True)


def _says(manuscript: Manuscript, words: str) -> bool:
    return any(
        isinstance(block, Words) and block.key.startswith("prose/") and words in block.text
        for block in manuscript.blocks
    )


@plant("blank number of vehicles", "wording")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key == "three_public.physical/公务用车保有量/count")
    return Planted(site.manuscript.edited({key: ""}), words="保有量")


@plant("blank number of guests", "wording")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key == "three_public.physical/接待人次/count")
    return Planted(site.manuscript.edited({key: ""}), words="人次")


@plant("unit left out", "wording")
def _(site: Site) -> Planted:
    text = site.texts()[f"overall/{TOTAL}/final"]
    unit = f"{site.dialect.space}万元"
    for block in site.manuscript.blocks:
        if isinstance(block, Words) and block.key == "prose/overall" and text + unit in block.text:
            found = site.manuscript.reworded("prose/overall", text + unit, text)
            return Planted(found, (text,), words=text)
    raise LookupError("no total")


@plant("another year in a sentence", "wording")
def _(site: Site) -> Planted:
    year, wrong = str(site.department.year), str(site.department.year - 3)
    subject = next(
        (
            subject
            for subject in ("财政拨款", "一般公共", "收入", "“三公”")
            if _says(site.manuscript, f"{year}年度{subject}")
        ),
        "",
    )
    return _reworded(site, f"{year}年度{subject}", f"{wrong}年度{subject}", f"{wrong}年")


@plant("another department above a form", "wording")
def _(site: Site) -> Planted:
    name = site.department.name
    wrong = name[:2] + "档案馆" if not name.endswith("档案馆") else name[:2] + "统计局"
    return _reworded(site, f"部门：{name}", f"部门：{wrong}", wrong, "form/03")


@plant("instruction of the template", "wording")
def _(site: Site) -> Planted:
    text = "（本部分由各部门根据实际情况填写）"
    lines = [block for block in site.manuscript.blocks if isinstance(block, Words) and block.key == "prose/assets"]
    if not lines:
        raise LookupError("no assets")
    return Planted(site.manuscript.appended("prose/assets", text), words="根据实际情况填写")


@plant("section without text", "completeness")
def _(site: Site) -> Planted:
    key = "prose/procurement"
    bodies = [b for b in site.manuscript.blocks if isinstance(b, Words) and b.key == key and b.style == "body"]
    if not bodies:
        raise LookupError(key)
    kept = site.manuscript.mapped(lambda block: None if block in bodies else block)
    return Planted(kept, words="政府采购支出情况", notice=True)


@plant("section missing", "completeness")
def _(site: Site) -> Planted:
    if not any(block.key == "prose/operating_cost" for block in site.manuscript.blocks):
        raise LookupError("no running costs")
    return Planted(site.manuscript.without("prose/operating_cost"), words="机关运行经费支出情况")


@plant("identity number", "privacy")
def _(site: Site) -> Planted:
    number = identity_number(IDENTITY[:17])
    said = f"联系人身份证号{number}。"
    return Planted(site.manuscript.appended("prose/organisation", said), words="身份证号")


@plant("mobile number", "privacy")
def _(site: Site) -> Planted:
    said = f"联系人示例甲，手机{MOBILE}。"
    return Planted(site.manuscript.appended("prose/organisation", said), words="手机")

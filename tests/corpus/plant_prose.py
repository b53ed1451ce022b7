"""Errors in the prose: figures that are not the forms', arithmetic and direction words that do not hold."""

from __future__ import annotations

from decimal import Decimal

from corpus.manuscript import Manuscript, Slot, Words
from corpus.plant import Planted, Site, changed, plant, shown, value
from corpus.prose_money import GENERAL_SPENDING, TOTAL
from corpus.prose_things import THREE

MEDIUM, MICRO = "授予中小企业合同金额", "授予小微企业合同金额"
SWAPPED = {"增加": "减少", "减少": "增加", "大于": "小于", "小于": "大于", "等于": "小于"}


def _figure(site: Site, key: str, least: Decimal = Decimal("0.6")) -> Planted:
    key = site.pick(lambda known: known == key)
    manuscript, new = changed(site, key, least)
    return Planted(manuscript, (new,))


def _any(site: Site, topic: str, measure: str, least: Decimal = Decimal("0.6")) -> Planted:
    key = site.pick(lambda key: key.startswith(f"{topic}/") and key.endswith(f"/{measure}"))
    manuscript, new = changed(site, key, least)
    return Planted(manuscript, (new,))


@plant("total income and spending", "table_narrative")
def _(site: Site) -> Planted:
    return _figure(site, f"overall/{TOTAL}/final")


@plant("income by source", "table_narrative")
def _(site: Site) -> Planted:
    return _figure(site, "income/本年收入合计/final")


@plant("spending by nature", "table_narrative")
def _(site: Site) -> Planted:
    return _any(site, "expenditure", "final")


@plant("function in the structure", "table_narrative")
def _(site: Site) -> Planted:
    return _any(site, "general.structure", "final")


@plant("function item", "table_narrative")
def _(site: Site) -> Planted:
    return _any(site, "general.items", "final")


@plant("personnel or running costs", "table_narrative")
def _(site: Site) -> Planted:
    return _figure(site, f"basic/{site.rng.choice(('人员经费', '公用经费'))}/final")


@plant("three public expenses", "table_narrative")
def _(site: Site) -> Planted:
    return _any(site, "three_public", "final")


@plant("an expense's budget", "table_narrative")
def _(site: Site) -> Planted:
    return _any(site, "three_public.detail", "budget")


@plant("executed money of a project", "performance_budget")
def _(site: Site) -> Planted:
    return _any(site, "performance.results", "final")


@plant("rate of change of the total", "narrative_arithmetic")
def _(site: Site) -> Planted:
    return _figure(site, f"overall/{TOTAL}/rate", Decimal(2))


@plant("change of the general budget", "narrative_arithmetic")
def _(site: Site) -> Planted:
    key = f"general/{GENERAL_SPENDING}/change"
    if f"general/{GENERAL_SPENDING}/rate" not in site.texts():
        raise LookupError("no rate")
    before = value(site.texts()[f"general/{GENERAL_SPENDING}/final"])
    return _figure(site, key, before / 20)


@plant("share of spending", "narrative_arithmetic")
def _(site: Site) -> Planted:
    return _any(site, "expenditure", "share", Decimal(2))


@plant("share in the structure", "narrative_arithmetic")
def _(site: Site) -> Planted:
    return _any(site, "general.structure", "share", Decimal(2))


@plant("completion of an item", "narrative_arithmetic")
def _(site: Site) -> Planted:
    texts = site.texts()

    def fits(key: str) -> bool:
        stem, _, last = key.rpartition("/")
        large = value(texts.get(f"{stem}/opening_budget", "0")) > 2
        return key.startswith("general.items/") and last == "completion" and large

    manuscript, new = changed(site, site.pick(fits), Decimal(5))
    return Planted(manuscript, (new,))


@plant("number of offices", "narrative_arithmetic")
def _(site: Site) -> Planted:
    return _figure(site, "organisation/内设机构/count", Decimal(1))


@plant("listed running cost", "narrative_arithmetic")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("operating_cost/") and key.endswith(".part"))
    manuscript, new = changed(site, key)
    return Planted(manuscript, (new,))


def _swap(site: Site, key: str) -> Planted:
    texts = site.texts()
    if texts.get(key) not in SWAPPED:
        raise LookupError(key)
    new = SWAPPED[texts[key]]
    manuscript = site.manuscript.edited({key: new})
    return Planted(manuscript, words=_around(manuscript, key))


def _around(manuscript: Manuscript, key: str) -> str:
    """The words at a key with the piece that follows, as a finding would quote them."""
    for block in manuscript.blocks:
        if isinstance(block, Words):
            for i, piece in enumerate(block.pieces):
                if isinstance(piece, Slot) and piece.key == key:
                    near = block.pieces[max(i - 1, 0) : i + 2]
                    return "".join(part if isinstance(part, str) else part.text for part in near).strip("，。；")
    raise LookupError(key)


@plant("up for down in the total", "direction")
def _(site: Site) -> Planted:
    if f"overall/{TOTAL}/rate" not in site.texts():
        raise LookupError("no rate")
    return _swap(site, f"overall/{TOTAL}/change.word")


@plant("up for down in three public expenses", "direction")
def _(site: Site) -> Planted:
    if f"three_public/{THREE}/rate" not in site.texts():
        raise LookupError("no rate")
    return _swap(site, f"three_public/{THREE}/change.word")


@plant("above for below the budget", "direction")
def _(site: Site) -> Planted:
    keys = [key for key, text in site.texts().items() if key.endswith("compare.word") and text in ("大于", "小于")]
    if not keys:
        raise LookupError("nothing compared")
    return _swap(site, site.rng.choice(keys))


@plant("unequal for equal", "direction")
def _(site: Site) -> Planted:
    keys = [key for key, text in site.texts().items() if key.endswith("compare.word") and text == "等于"]
    if not keys:
        raise LookupError("nothing equal")
    return _swap(site, site.rng.choice(keys))


@plant("vehicles in all", "physical")
def _(site: Site) -> Planted:
    return _figure(site, "assets/车辆/count", Decimal(1))


@plant("vehicles of a kind", "physical")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("assets/车辆/") and key.count("/") == 3)
    manuscript, new = changed(site, key, Decimal(1))
    return Planted(manuscript, (new,))


@plant("vehicles held", "physical")
def _(site: Site) -> Planted:
    return _figure(site, "three_public.physical/公务用车保有量/count", Decimal(1))


@plant("guests without receptions", "physical")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key == "three_public.physical/接待批次/count")
    guests = site.texts()["three_public.physical/接待人次/count"]
    return Planted(site.manuscript.edited({key: "0"}), (guests,))


@plant("micro above small and medium", "procurement")
def _(site: Site) -> Planted:
    texts = site.texts()
    key = site.pick(lambda key: key == f"procurement/{MICRO}/final")
    new = shown(value(texts[f"procurement/{MEDIUM}/final"]) + 17, texts[key])
    return Planted(site.manuscript.edited({key: new}), (new,))


@plant("kinds of procurement", "procurement")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("procurement/政府采购") and key.endswith("物支出/final"))
    manuscript, new = changed(site, key)
    return Planted(manuscript, (new,))


@plant("share of contracts", "procurement")
def _(site: Site) -> Planted:
    return _figure(site, f"procurement/{MEDIUM}/share", Decimal(2))

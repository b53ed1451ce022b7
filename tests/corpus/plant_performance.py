"""Errors in self-evaluations: points, targets and money."""

from __future__ import annotations

from decimal import Decimal

from corpus.department import Aim
from corpus.evaluating import trimmed
from corpus.plant import Planted, Site, changed, plant, value


def _aims(site: Site) -> list[tuple[str, Aim]]:
    """Every indicator of a project with the key of its row."""
    found = []
    for number, project in enumerate(site.department.projects):
        for position, aim in enumerate(project.aims):
            found.append((f"evaluation/{number}/aims/{position}", aim))
    return found


def _scored(site: Site) -> list[tuple[str, Aim]]:
    found = [(key, aim) for key, aim in _aims(site) if aim.weight is not None]
    if not found:
        raise LookupError("no points")
    return found


@plant("total of the points", "performance_score")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("evaluation/") and key.endswith("/total/score"))
    new = trimmed(value(site.texts()[key]) - 6)
    return Planted(site.manuscript.edited({key: new}), (new,))


@plant("more points than the weight", "performance_score")
def _(site: Site) -> Planted:
    key, aim = site.rng.choice(_scored(site))
    assert aim.weight is not None
    new = trimmed(aim.weight + 3)
    return Planted(site.manuscript.edited({f"{key}/score": new}), (new, trimmed(aim.weight)))


@plant("weights beyond a hundred", "performance_score")
def _(site: Site) -> Planted:
    key, aim = site.rng.choice(_scored(site))
    assert aim.weight is not None
    new = trimmed(aim.weight + 7)
    return Planted(site.manuscript.edited({f"{key}/weight": new}), ("107", new))


@plant("execution rate", "performance_score")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("evaluation/") and key.endswith("/funds/0/rate"))
    manuscript, new = changed(site, key, Decimal(5))
    return Planted(manuscript, (new,))


@plant("points in the prose", "performance_score")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("performance.results/") and key.endswith("/score"))
    new = trimmed(value(site.texts()[key]) - 4)
    return Planted(site.manuscript.edited({key: new}), (new,))


@plant("grade against the points", "performance_score")
def _(site: Site) -> Planted:
    texts = site.texts()
    keys = [key for key, text in texts.items() if key.endswith(("/grade.word", "/grade")) and text == "优"]
    if not keys:
        raise LookupError("no grade")
    key = site.rng.choice(keys)
    return Planted(site.manuscript.edited({key: "中"}), words="中")


@plant("target missed with all points", "performance_target")
def _(site: Site) -> Planted:
    rated = [(key, aim) for key, aim in _aims(site) if aim.target.startswith("≥") and aim.target.endswith("%")]
    if not rated:
        raise LookupError("no rate aimed at")
    key, aim = site.rng.choice(rated)
    new = f"{int(aim.target.strip('≥%')) - 22}%"
    return Planted(site.manuscript.edited({f"{key}/actual": new}), (new, aim.target))


@plant("cost above its ceiling", "performance_target")
def _(site: Site) -> Planted:
    capped = [(key, aim) for key, aim in _aims(site) if aim.target.startswith("≤")]
    if not capped:
        raise LookupError("no ceiling")
    key, aim = site.rng.choice(capped)
    new = f"{trimmed(value(aim.target.strip('≤万元')) + 13)}万元"
    return Planted(site.manuscript.edited({f"{key}/actual": new}), (new, aim.target))


@plant("fault rate of everything", "performance_target")
def _(site: Site) -> Planted:
    rated = [(key, aim) for key, aim in _aims(site) if aim.level3 == "验收合格率"]
    if not rated:
        raise LookupError("no quality")
    key, _ = site.rng.choice(rated)
    texts = {f"{key}/level3": "故障率", f"{key}/target": "≤2%", f"{key}/actual": "100%"}
    return Planted(site.manuscript.edited(texts), ("≤2%", "100%"))


@plant("evaluated money", "performance_budget")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key == "performance/绩效自评金额/final")
    manuscript, new = changed(site, key)
    return Planted(manuscript, (new,))


@plant("number of evaluated projects", "performance_budget")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key == "performance/绩效自评项目数/count")
    new = str(int(site.texts()[key]) + 2)
    return Planted(site.manuscript.edited({key: new}), (new,), notice=True)


@plant("more executed than budgeted", "performance_budget")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("evaluation/") and key.endswith("/funds/0/executed"))
    budget = value(site.texts()[key.replace("executed", "budget")])
    new = trimmed(budget + 9)
    twin = key.replace("/0/", "/1/")
    edits = {each: new for each in (key, twin) if each in site.texts()}
    return Planted(site.manuscript.edited(edits), (new,))


@plant("part above the whole", "performance_budget")
def _(site: Site) -> Planted:
    key = site.pick(lambda key: key.startswith("evaluation/") and key.endswith("/funds/1/budget"))
    new = trimmed(value(site.texts()[key]) + 8)
    return Planted(site.manuscript.edited({key: new}), (new,))

"""Selection: found items into bodies of evidence, best first, for a place and its periods. Pure.

A body of evidence answers alone: one multi-model set, one global-mean ensemble, one model's runs, one scene.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from connectors.coverage import day, days, overlap, share, spans_of
from connectors.extents import BBox, Interval
from connectors.items import JSON, Caveat, Item

COVERED = 0.9  # of a period, for a run to serve it
WORTHWHILE = 0.5  # of a period, for a body of evidence to be offered at all
_NEAR_KM = 150.0  # cell centres end short of the edge of their cells
_LARGE_KM2 = 1e6
_GLOBAL_SHARE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Items that answer together; `models` and `runs` that cover the periods, `caveats` what is to be said of it."""

    key: tuple[str, ...]
    items: tuple[Item, ...]
    models: int = 0
    runs: int = 0
    caveats: tuple[Caveat, ...] = ()


def bodies(
    items: Iterable[Item], *, bbox: BBox | None = None, intervals: Sequence[Interval] = ()
) -> tuple[Evidence, ...]:
    """The bodies of evidence in these items, best first; the same whatever the order of the items."""
    unique = sorted({(i.collection, i.id): i for i in items}.values(), key=lambda i: (i.collection, i.id))
    here = [item for item in unique if _serves(item, bbox=bbox)]
    scenes = [item for item in here if not _is_model_output(item)]
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in here:
        if _is_model_output(item):
            groups.setdefault(_group(item), []).append(item)
    found = [e for key, group in groups.items() if (e := _evidence(key, group, intervals=intervals))]
    return (*sorted(found, key=_worth), *_scenes(scenes, bbox=bbox, intervals=intervals))


def _is_model_output(item: Item) -> bool:
    return item.get("experiment_id") is not None


def _group(item: Item) -> tuple[str, ...]:
    names = ("project", "mip_era", "spatial_kind", "variable_id", "table_id", "frequency", "domain_id")
    return tuple(_text(item.get(name)) for name in names)


def _evidence(key: tuple[str, ...], group: list[Item], *, intervals: Sequence[Interval]) -> Evidence | None:
    current = _current(group)
    runs = _runs(current)
    spans = {run: tuple(span for item in members for span in spans_of(item)) for run, members in runs.items()}
    asked = [_available(interval, spans.values()) for interval in intervals]
    if any(clipped is None for clipped in asked):
        return None
    serving = {
        run: members
        for run, members in runs.items()
        if all(share(clipped, spans[run]) >= COVERED for clipped in asked if clipped)
    }
    if not serving:
        return None
    chosen = {item.id: item for members in serving.values() for item in members}
    models = {model for item in chosen.values() for model in listed(item.get("source_id"))}
    return Evidence(
        key=key,
        items=tuple(chosen[name] for name in sorted(chosen)),
        models=len(models) or 1,
        runs=sum(_count(members[0]) for members in serving.values()),
        caveats=_caveats(runs, serving, chosen=chosen.values(), asked=asked, intervals=intervals),
    )


def _current(group: list[Item]) -> list[Item]:
    """One item a dataset: not retracted, then the newest version, then the finest grid."""
    datasets: dict[tuple[str, ...], list[Item]] = {}
    names = ("source_id", "experiment_id", "member_id", "variable_id", "table_id", "frequency", "institution_id")
    for item in group:
        datasets.setdefault(tuple(_text(item.get(name)) for name in names), []).append(item)

    def order(item: Item) -> tuple[bool, float, float, str]:
        return bool(item.get("retracted")), -_number(_text(item.get("version"))), resolution_km(item), item.id

    return [min(items, key=order) for items in datasets.values()]


def _runs(items: Sequence[Item]) -> dict[tuple[str, str, str], list[Item]]:
    """Items by (model, member, scenario), a run's historical part with each of its scenarios."""
    runs: dict[tuple[str, str, str], list[Item]] = {}
    past: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        run = _text(item.get("source_id")), _text(item.get("member_id"))
        experiment = _text(item.get("experiment_id"))
        if experiment == "historical":
            past.setdefault(run, []).append(item)
        else:
            runs.setdefault((*run, experiment), []).append(item)
    for (model, member, _), members in runs.items():
        members += past.get((model, member), [])
    extended = {run[:2] for run in runs}
    alone = {(*run, "historical"): members for run, members in past.items() if run not in extended}
    return runs | alone


def _available(interval: Interval, spans: Iterable[Sequence[tuple[int, int]]]) -> tuple[int, int] | None:
    """The part of a period, in days, that the best run reaches; None where that is less than half of it."""
    runs = [run for run in spans if run]
    if not runs:
        return days(interval, bounds=(0, 0))
    first, last = min(s for run in runs for s, _ in run), max(e for run in runs for _, e in run)
    wanted = days(interval, bounds=(first, last))
    clipped = max(wanted[0], first), min(wanted[1], last)
    length = wanted[1] - wanted[0] + 1
    return clipped if clipped[1] - clipped[0] + 1 >= WORTHWHILE * length else None


def _caveats(
    runs: Mapping[tuple[str, str, str], list[Item]],
    serving: Mapping[tuple[str, str, str], list[Item]],
    *,
    chosen: Iterable[Item],
    asked: Sequence[tuple[int, int] | None],
    intervals: Sequence[Interval],
) -> tuple[Caveat, ...]:
    caveats = []
    short = sorted({run[0] for run in runs if run not in serving})
    if short:
        parameters: dict[str, JSON] = {"runs": len(runs) - len(serving), "models": short}
        caveats.append(Caveat(code="runs_without_period", parameters=parameters))
    retracted = sorted(item.id for item in chosen if item.get("retracted"))
    if retracted:
        caveats.append(Caveat(code="retracted", parameters={"items": retracted}))
    for interval, clipped in zip(intervals, asked, strict=True):
        if clipped and share(days(interval, bounds=clipped), [clipped]) < COVERED:
            covered = [date.fromordinal(day).isoformat() for day in clipped]
            caveats.append(
                Caveat(
                    code="period_truncated", parameters={"asked": [interval.start, interval.end], "covered": covered}
                )
            )
    return tuple(caveats)


def _worth(evidence: Evidence) -> tuple[bool, int, int, float, float, tuple[str, ...]]:
    items = evidence.items
    version = max((_number(_text(item.get("version"))) for item in items), default=0.0)
    finest = min((resolution_km(item) for item in items), default=0.0)
    is_retracted = all(bool(item.get("retracted")) for item in items)
    return is_retracted, -evidence.models, -evidence.runs, finest, -version, evidence.key


def _scenes(items: list[Item], *, bbox: BBox | None, intervals: Sequence[Interval]) -> tuple[Evidence, ...]:
    """Each scene alone: those that show most of the place first, then the clearest, then the newest."""

    def order(item: Item) -> tuple[float, float, int, str]:
        cloud = item.get("cloud_cover")
        shown = round(overlap(bbox, item.bbox), 1) if bbox and item.bbox else 1.0
        clearness = float(cloud) if isinstance(cloud, int | float) else 50.0
        newest = day(str(item.interval.end or item.get("datetime") or "0001-01-01"))
        return (-shown, round(clearness, -1), -newest, item.id) if intervals else (-shown, 0.0, -newest, item.id)

    timely = [i for i in items if not intervals or any(i.interval.intersects(wanted) for wanted in intervals)]
    return tuple(Evidence(key=(i.collection, i.id), items=(i,), models=1, runs=1) for i in sorted(timely, key=order))


def _serves(item: Item, *, bbox: BBox | None) -> bool:
    """True where the item holds the place: global means for the globe alone, fields where they contain it."""
    if bbox is None:
        return True
    is_globe = bbox.width >= 350 and bbox.north - bbox.south >= 160
    if item.get("spatial_kind") == "global-mean":
        return is_globe
    if item.bbox is None:
        return True
    if not _is_model_output(item):
        return item.bbox.intersects(bbox)
    grown = item.bbox.buffered(_NEAR_KM)
    shown = overlap(bbox, grown)
    if is_globe:
        return shown >= _GLOBAL_SHARE
    return grown.contains(*bbox.center) and (bbox.area_km2 < _LARGE_KM2 or shown >= WORTHWHILE)


def resolution_km(item: Item) -> float:
    """The nominal cell size in kilometres, large where unknown."""
    number, _, unit = _text(item.get("nominal_resolution")).partition(" ")
    if unit.startswith("degree"):
        return _number(number) * 111.195
    return _number(number) or 1e4


def listed(value: JSON) -> tuple[str, ...]:
    """A facet's values, whether it is a scalar or a list."""
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value)
    return (str(value),) if value not in (None, "") else ()


def _text(value: JSON) -> str:
    return " ".join(sorted(listed(value)))


def _count(item: Item) -> int:
    """How many runs an item holds: an ensemble in one file lists its models and members."""
    return max(1, len(listed(item.get("source_id"))), len(listed(item.get("member_id"))))


def _number(text: str) -> float:
    digits = "".join(c for c in text.partition(" ")[0] if c.isdigit() or c == ".")
    try:
        return float(digits)
    except ValueError:
        return 0.0

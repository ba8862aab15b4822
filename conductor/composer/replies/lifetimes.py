"""Dates at which a mission or a product has nothing: before its launch, after its end, or of a day that has not come; missions that are none."""

from __future__ import annotations

from datetime import date

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from conductor.composer.wish.actions import decide
from connectors.vocabulary.collections import CollectionEntry, collection, platform
from connectors.vocabulary.missions import missions_named, unknown_in_series
from planners.intent import Period

_SERIES = {
    "Sentinel": ("sentinel-1-grd", "sentinel-2-l2a", "sentinel-3-olci"), "Sentinel-1": ("sentinel-1-grd",), "Sentinel-2": ("sentinel-2-l2a",),
    "Sentinel-3": ("sentinel-3-olci",), "Landsat": ("landsat-c2-l2",), "ERA": ("era5", "era5-land"), "ICESat": ("icesat-2",),
}  # fmt: skip
_ALTERNATIVES = ("landsat-c2-l2", "modis", "sentinel-2-l2a", "sentinel-1-grd", "era5")


def out_of_its_time(r: Reading, language: Language) -> Declined | None:
    """Scenes of a mission before it flew, after it ended, or of a day that has not come."""
    targets = [p for p in r.targets if p.start or p.end]
    if not targets:
        return None
    eo = [entry for name in r.collections if (entry := collection(name))]
    for entry in eo:
        start, end = _lifetime(entry, r)
        if _never(targets, start, end, r.now) and decide(r).action != "explain":  # why there is none
            others = tuple(e.id for e in eo if e is not entry)
            return _refused(entry.name(language), start, end, others or _contemporaries(entry.id, targets[0]), language)
    if eo:
        return None
    for mission in missions_named(r.utterance.folded):
        if _never(targets, mission.start, mission.end, r.now) and decide(r).action != "explain":
            nearest = _contemporaries(mission.id, targets[0])
            return _refused(mission.name(language), mission.start, mission.end, nearest, language)
    return None


def no_such_mission(r: Reading, language: Language) -> Declined | None:
    """A number beyond those of a series: "Sentinel-9", "Landsat 12"."""
    found = unknown_in_series(r.utterance.folded)
    if found is None or r.cues.meaning or r.cues.future:
        return None
    said, series = found
    return refuse("no_such_data", "series", language, said=said.upper(), years=series, nearest=_SERIES.get(series, ()))


def _never(targets: list[Period], start: str | None, end: str | None, now: date) -> bool:
    """Whether all the dates lie outside what the mission has seen so far."""
    today = now.isoformat()
    return all(
        (p.end and start and p.end < start)
        or (p.start and end and p.start > end)
        or (p.start and p.start > today and not (end and end > today))
        for p in targets
    )


def _refused(name: str, start: str | None, end: str | None, nearest: tuple[str, ...], language: Language) -> Declined:
    years = f"{start or '…'} – {end or '…'}"
    return refuse("no_such_data", "mission", language, said=name, years=years, nearest=nearest)


def _lifetime(entry: CollectionEntry, r: Reading) -> tuple[str | None, str | None]:
    """The collection's extent, narrowed to the platform that is named."""
    for name in r.named.platforms:
        craft = platform(name)
        if craft and craft.collection_id == entry.id:
            return craft.start or entry.start, craft.end or entry.end
    return entry.start, entry.end


def _contemporaries(name: str, period: Period) -> tuple[str, ...]:
    others = (collection(other) for other in _ALTERNATIVES)
    return tuple(
        o.id
        for o in others
        if o and o.id != name and (o.start or "") <= (period.end or period.start or "") <= (o.end or "9999")
    )

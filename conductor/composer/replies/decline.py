"""Why nothing can be done: stated things exclude each other, nothing of the kind exists, or it is another field altogether."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.absence import (
    before_satellites,
    no_such_band,
    outside_coverage,
    place_of_fiction,
    too_fine,
    too_often,
)
from conductor.composer.replies.forecasts import forecast
from conductor.composer.replies.modes import lacking_mode
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from conductor.composer.when.dates import find_dates
from connectors.vocabulary.collections import CollectionEntry, collection, platform
from connectors.vocabulary.scenarios import experiment, nearest
from planners.intent import Period

_ERA = re.compile(r"\bcmip[- ]?(\d{1,2})\b")
_KIN = re.compile(r"\b(?:rcp|ssp)(?= ?-?\d)")
FIRST_YEAR = "1850"
_FROM = re.compile(r"\b(?:from|between|de|du|entre(?: le)?) $")
_UNTIL = re.compile(r"\s*(?:to|until|till|through|and|au|a|et(?: le)?|jusqu'au)\s*")
_AND_ALSO = re.compile(r"\b(?:and|but|et|mais|yet)\b")
_IMPOSSIBLE_DATE = re.compile(
    r"\b(?:(?:3[01]) (?:february|feb|fevrier)|(?:february|feb) 3[01]|31 (?:april|june|september|november|avril|"
    r"juin|septembre|novembre)|(?:april|june|september|november) 31|(?:3[2-9]|[4-9]\d) (?:january|march|may|july|"
    r"august|october|december|janvier|mars|mai|juillet|aout|octobre|decembre)|"
    r"(?:29 (?:february|feb|fevrier|fev)\.?,? |(?:february|feb) 29(?:th)?,? )(?:19|20)(?:\d[13579]|[02468][26]|[13579][048])\b|(?:19|20)(?:\d[13579]|[02468][26]|[13579][048])-02-29|"
    r"(?:19|20)\d\d-(?:1[3-9]|[2-9]\d)-\d\d|(?:19|20)\d\d-02-3\d|(?:19|20)\d\d-(?:04|06|09|11)-31)\b"
)
_BACKWARDS = re.compile(
    r"\b(?:from|between|de|entre) ((?:19|20)\d\d) (?:to|and|a|et|until|through|jusqu'en) ((?:19|20)\d\d)\b"
)
_AT_LEAST = re.compile(
    r"\b(?:at least|minimum|no less than|au moins|au minimum) (\d{1,3}) ?%|(\d{1,3}) ?% (?:or more|at least|minimum|au moins|au minimum|ou plus)\b"
)
_AT_MOST = re.compile(
    r"\b(?:at most|maximum|no more than|au plus|au maximum) (\d{1,3}) ?%|(\d{1,3}) ?% (?:or less|at most|maximum|au plus|au maximum|ou moins)\b"
)
_MORE_AND_LESS = re.compile(
    r"\b(?:more than|over|above|at least|plus de|au-dessus de|au moins) (\d{1,3})(?: ?%| percent| pour ?cent)?,? (?:and|but|et|mais) (?:\w+ )?(?:less than|under|below|at most|moins de|en dessous de|au plus) (\d{1,3}) ?(?:%|percent|pour ?cent)"
)
_NEGATIVE_CLOUD = re.compile(
    r"\bnegative (?:cloud\w*|cloud cover\w*)\b|\b(?:couverture nuageuse|nebulosite|ennuagement) negative\b|\b(?:clouds?|cloud cover|nuages?|couverture nuageuse)\b[^.;?]{0,20}\b(?:negative|minus \d)"
)
_CLOUDY = re.compile(r"\b(?:cloud\w*|nuag\w*|ennuag\w*|overcast|couvert\w*)\b")
_BOTH_WAYS = re.compile(
    r"\b(?:ascending|ascendante?s?)\b(?P<gap>.{1,60}?)\b(?:descending|descendante?s?)\b|\b(?:descending|descendante?s?)\b(?P<back>.{1,60}?)\b(?:ascending|ascendante?s?)\b"
)
_EITHER = re.compile(r"\b(?:and|or|et|ou|versus|vs|then|puis|plus|also|aussi|not|pas)\b|[,/&+;]")
_OFF_THE_GLOBE = re.compile(
    r"\b(?:(?:9[1-9]|1[0-7]\d)(?:[.,]\d{1,9})? ?(?:°|deg\w*) ?(?:de latitude |latitude )?(?:n|s|nord|sud|north|south)\b|"
    r"(?:18[1-9]|19\d|[2-9]\d\d)(?:[.,]\d{1,9})? ?(?:°|deg\w*) ?(?:de longitude |longitude )?(?:e|w|o|est|ouest|east|west)\b|"
    r"lat(?:itude)? ?[:=]? ?-?(?:9[1-9]|1\d\d)\b|lon(?:g(?:itude)?)? ?[:=]? ?-?(?:3[7-9]\d|[4-9]\d\d)\b)"
)
_PERCENTILE = re.compile(
    r"\b((?:10[1-9]|1[1-9]\d|[2-9]\d\d)(?:[.,]\d{1,3})?)(?:st|nd|rd|th|e|eme|ieme)?[ -](?:percentiles?|centiles?)\b|"
    r"\b(?:percentiles?|centiles?) (?:of |de )?(10[1-9]|1[1-9]\d|[2-9]\d\d)\b(?! ?(?:runs?|members?|models?|modeles?|stations?))"
)


def declined(reading: Reading, *, language: Language) -> Declined | None:
    """The first reason for which this cannot be done, or None."""
    for check in (_contradiction, _no_such_data):
        found = check(reading, language)
        if found:
            return found
    return None


def _contradiction(r: Reading, language: Language) -> Declined | None:
    for check in (
        _impossible_date,
        _other_era,
        _disjoint_periods,
        _cloud_bounds,
        _both_ways,
        _scenario_years,
        _impossible_values,
    ):
        if found := check(r, language):
            return found
    return None


def _other_era(r: Reading, language: Language) -> Declined | None:
    """An RCP asked of CMIP6, an SSP of CMIP5."""
    eras = set(_ERA.findall(r.utterance.folded))
    kin = {match[0] for match in _KIN.finditer(r.utterance.folded)}
    wrong = (eras == {"6"} and kin == {"rcp"}) or (eras == {"5"} and kin == {"ssp"})
    if not wrong or r.cues.meaning or r.cues.how_to or "CORDEX" in r.facets.get("project", ()):
        return None
    names = ", ".join(r.experiments) or "SSP, RCP"
    return refuse("contradiction", "era", language, said=names, years=f"CMIP{min(eras)}", nearest=("CMIP5", "CMIP6"))


def _impossible_date(r: Reading, language: Language) -> Declined | None:
    folded = r.utterance.folded
    if match := _IMPOSSIBLE_DATE.search(folded):
        return refuse("contradiction", "date", language, said=match[0])
    if match := _OFF_THE_GLOBE.search(folded):
        return refuse("contradiction", "globe", language, said=match[0])
    for match in _BACKWARDS.finditer(folded):
        if match[1] > match[2]:
            return refuse("contradiction", "backwards", language, said=match[0])
    days = [d for d in find_dates(folded, hemisphere=None, day_first=True) if d.precision == "day" and d.start]
    for one, other in pairwise(sorted(days, key=lambda d: d.begin)):
        if (
            one.start
            and other.start
            and one.start > other.start
            and _UNTIL.fullmatch(folded[one.finish : other.begin])
            and _FROM.search(folded[: one.begin])
        ):
            return refuse("contradiction", "backwards", language, said=folded[one.begin : other.finish])
    return None


def _disjoint_periods(r: Reading, language: Language) -> Declined | None:
    """ "After 2022 but before 2020": open periods that share no day."""
    after = [p.start for p in r.targets if p.start and not p.end]
    before = [p.end for p in r.targets if p.end and not p.start]
    if after and before and max(after) > min(before) and _AND_ALSO.search(r.utterance.folded):
        return refuse("contradiction", "backwards", language, said=f"{max(after)} … {min(before)}")
    return None


def _cloud_bounds(r: Reading, language: Language) -> Declined | None:
    folded = r.utterance.folded
    if match := _NEGATIVE_CLOUD.search(folded):
        return refuse("contradiction", "percent", language, said=match[0])
    if (match := _MORE_AND_LESS.search(folded)) and _CLOUDY.search(folded) and float(match[1]) > float(match[2]):
        return refuse("contradiction", "cloud", language, said=match[0])
    low, high = r.filters.get("cloud_cover_min"), r.filters.get("cloud_cover_max")
    for value in (low, high, r.filters.get("snow_cover_max")):
        if value is not None and not 0 <= value <= 100:
            return refuse("contradiction", "percent", language, said=f"{value:g} %")
    if high == 0 and re.search(r"\b(?:below|under|less than|moins de|inferieur\w* a|sous) 0 ?%", r.utterance.folded):
        return refuse("contradiction", "percent", language, said="< 0 %")
    if low is not None and high is not None and low > high:
        return refuse("contradiction", "cloud", language, said=f"> {low:g} %, < {high:g} %")
    least, most = _AT_LEAST.search(r.utterance.folded), _AT_MOST.search(r.utterance.folded)
    if least and most and _CLOUDY.search(r.utterance.folded) and int(least[1] or least[2]) > int(most[1] or most[2]):
        return refuse("contradiction", "cloud", language, said=f"{least[0]}, {most[0]}")
    if low == 100 and re.search(r"(?:above|over|more than|plus de) 100 ?%", r.utterance.folded):
        return refuse("contradiction", "percent", language, said="> 100 %")
    return None


def _both_ways(r: Reading, language: Language) -> Declined | None:
    """Passes that are ascending and descending at once."""
    match = _BOTH_WAYS.search(r.utterance.folded)
    if match is None or _EITHER.search(match["gap"] or match["back"] or ","):
        return None
    return refuse("contradiction", "orbit", language, said=match[0])


def _scenario_years(r: Reading, language: Language) -> Declined | None:
    """A scenario before it starts, the historical experiment after it ends."""
    dated = [p for p in r.periods if p.start or p.end]
    entries = [entry for name in r.experiments if (entry := experiment(name)) and (entry.start or entry.end)]
    if not entries or not any(p.role == "target" for p in dated):
        return None
    if not all(_outside(period, entry.start, entry.end) for entry in entries for period in dated):
        return None
    names = ", ".join(entry.id for entry in entries)
    years = ", ".join(f"{entry.start or '…'}–{entry.end or '…'}" for entry in entries)
    return refuse(
        "contradiction", "years", language, said=names, years=years, nearest=("historical", "ssp245", "ssp585")
    )


def _outside(period: Period, start: int | None, end: int | None) -> bool:
    if period.end and start and int(period.end[:4]) < start:
        return True
    return bool(period.start and end and int(period.start[:4]) > max(end, 2100 if end >= 2099 else end))


def _impossible_values(r: Reading, language: Language) -> Declined | None:
    if match := _PERCENTILE.search(r.utterance.folded):
        return refuse("contradiction", "percent", language, said=match[1] or match[2])
    for quantity in r.quantities:
        bound = quantity.threshold
        if bound is None:
            continue
        if (
            quantity.spectral_index in ("NDVI", "NDWI", "MNDWI", "NDSI", "NBR", "NDMI", "NDBI")
            and abs(bound.value) > 1
            and abs(bound.value) <= 100
        ):
            return refuse(
                "contradiction", "index", language, said=f"{quantity.spectral_index} {bound.op} {bound.value:g}"
            )
        if (bound.units == "degC" and bound.value < -273.15) or (bound.units == "K" and bound.value < 0):
            return refuse("contradiction", "cold", language, said=f"{bound.value:g} {bound.units}")
        if bound.units == "%" and not 0 <= bound.value <= 100 and "humidity" in (quantity.standard_name or ""):
            return refuse("contradiction", "percent", language, said=f"{bound.value:g} %")
        if bound.value < 0 and bound.units in ("mm", "mm/day", "m/s", "km/h", "cm"):
            return refuse("contradiction", "negative", language, said=f"{bound.value:g} {bound.units}")
    return None


def _no_such_data(r: Reading, language: Language) -> Declined | None:
    for check in (
        _unknown_scenario,
        place_of_fiction,
        forecast,
        _before_launch,
        lacking_mode,
        _too_early,
        too_fine,
        too_often,
        before_satellites,
        no_such_band,
        outside_coverage,
        _unknown_era,
    ):
        if found := check(r, language):
            return found
    return None


def _unknown_scenario(r: Reading, language: Language) -> Declined | None:
    for name in r.named.unknown_scenarios:
        return refuse(
            "no_such_data", "scenario", language, said=name.upper(), nearest=tuple(entry.id for entry in nearest(name))
        )
    return None


def _too_early(r: Reading, language: Language) -> Declined | None:
    """Before the first year of the historical runs, where no other experiment is named."""
    dated = [p for p in r.targets if p.end or p.start]
    if not dated or r.experiments or not (r.quantities or r.phenomena or r.facets) or r.cues.meaning:
        return None
    if all(p.end and p.end[:4] < FIRST_YEAR for p in dated):
        return refuse(
            "no_such_data", "early", language, said=FIRST_YEAR, nearest=("historical", "past1000", "piControl")
        )
    return None


def _unknown_era(r: Reading, language: Language) -> Declined | None:
    era = _ERA.search(r.utterance.folded)
    if era is None or era[1] in ("1", "2", "3", "5", "6", "7"):
        return None
    return refuse("no_such_data", "scenario", language, said=era[0].upper(), nearest=("CMIP5", "CMIP6", "CMIP7"))


def _before_launch(r: Reading, language: Language) -> Declined | None:
    """Scenes of a mission before it flew, after it ended, or of a day that has not come."""
    targets = [p for p in r.targets if p.start or p.end]
    eo = [entry for name in r.collections if (entry := collection(name))]
    if not targets or not eo:
        return None
    for entry in eo:
        start, end = _lifetime(entry, r)
        if all(
            (p.end and start and p.end < start)
            or (p.start and end and p.start > end)
            or (p.start and p.start > r.now.isoformat() and not (end and end > r.now.isoformat()))
            for p in targets
        ):
            others = tuple(e.id for e in eo if e is not entry)
            return refuse(
                "no_such_data",
                "mission",
                language,
                said=entry.name(language),
                years=f"{start or '…'} – {end or '…'}",
                nearest=others or _contemporaries(entry, targets[0]),
            )
    return None


def _lifetime(entry: CollectionEntry, r: Reading) -> tuple[str | None, str | None]:
    """The collection's extent, narrowed to the platform that is named."""
    for name in r.named.platforms:
        craft = platform(name)
        if craft and craft.collection_id == entry.id:
            return craft.start or entry.start, craft.end or entry.end
    return entry.start, entry.end


def _contemporaries(entry: CollectionEntry, period: Period) -> tuple[str, ...]:
    others = (collection(name) for name in ("landsat-c2-l2", "modis", "sentinel-2-l2a", "sentinel-1-grd", "era5"))
    return tuple(
        o.id
        for o in others
        if o and o.id != entry.id and (o.start or "") <= (period.end or period.start or "") <= (o.end or "9999")
    )


_SENT = ("vv", "vh", "hh", "hv")


Check = Callable[[Reading, Language], Declined | None]

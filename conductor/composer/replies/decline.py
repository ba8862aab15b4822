"""Why nothing can be done: stated things exclude each other, nothing of the kind exists, or it is another field altogether."""

from __future__ import annotations

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.absence import (
    before_satellites,
    outside_coverage,
    place_of_fiction,
    too_fine,
    too_often,
)
from conductor.composer.replies.bands import lacking_band
from conductor.composer.replies.forecasts import forecast
from conductor.composer.replies.impossible_dates import disjoint_periods, impossible_date
from conductor.composer.replies.impossible_values import (
    both_ways,
    cloud_bounds,
    crossed_bounds,
    impossible_bound,
    impossible_share,
    negative_amount,
    off_the_globe,
)
from conductor.composer.replies.lifetimes import no_such_mission, out_of_its_time
from conductor.composer.replies.modes import lacking_mode
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.scenarios import experiment, nearest
from planners.intent import Period

_ERA = Pattern(r"\bcmip[- ]?(\d{1,2})\b")
_KIN = Pattern(r"\b(?:rcp|ssp)(?= ?-?\d)")
FIRST_YEAR = "1850"


def declined(reading: Reading, *, language: Language) -> Declined | None:
    """The first reason for which this cannot be done, or None."""
    for check in (_contradiction, _no_such_data):
        found = check(reading, language)
        if found:
            return found
    return None


def _contradiction(r: Reading, language: Language) -> Declined | None:
    for check in (
        impossible_date,
        off_the_globe,
        _other_era,
        disjoint_periods,
        cloud_bounds,
        crossed_bounds,
        both_ways,
        _scenario_years,
        impossible_share,
        impossible_bound,
        negative_amount,
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


def _no_such_data(r: Reading, language: Language) -> Declined | None:
    for check in (
        _unknown_scenario,
        place_of_fiction,
        forecast,
        no_such_mission,
        out_of_its_time,
        lacking_mode,
        lacking_band,
        _too_early,
        too_fine,
        too_often,
        before_satellites,
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

"""All readers put together over one part of an utterance: names first, then dates, places, filters and bounds on what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from conductor.composer.reading import Assumption, Located, Named, Reading
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.cues import read_cues
from conductor.composer.text.supply import supply_remarks
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.aggregation import read_aggregation
from conductor.composer.what.beaufort import forces
from conductor.composer.what.both_ends import both_ends
from conductor.composer.what.distinct import distinct
from conductor.composer.what.durations import lasting
from conductor.composer.what.filters import FilterReading, scene_terms
from conductor.composer.what.ice import of_lakes, sized, thick
from conductor.composer.what.land_amounts import of_land
from conductor.composer.what.medium import (
    aloft,
    at_sea,
    at_surface,
    flow_of,
    level_of,
    of_extremes,
    of_ground,
    of_nights,
)
from conductor.composer.what.names import is_dateless, is_firm, matched, outside, place_free_end, read_names
from conductor.composer.what.outputs import read_outputs
from conductor.composer.what.phenomena import sought
from conductor.composer.what.process_servers import addressed, asked_of
from conductor.composer.what.quantities import Measured, bind
from conductor.composer.what.return_levels import return_level
from conductor.composer.what.said_once import merged
from conductor.composer.what.scenes import imagery, scene_filters, through_clouds
from conductor.composer.what.statistics import read_statistics
from conductor.composer.what.surroundings import of_what_dries, without_counted, without_setting
from conductor.composer.what.thresholds import Bound, read_bounds
from conductor.composer.what.weather_words import of_weather
from conductor.composer.when.asides import elsewhere
from conductor.composer.when.named_seasons import named_seasons
from conductor.composer.when.periods import PeriodReading, read_periods
from conductor.composer.where.places import DATED, read_places
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match
from planners.intent import Period, Quantity

_PATHWAY = Pattern(r"[\s-]*(?:pathways?|scenarios?|trajector(?:y|ies)|targets?|goals?|futures?)\b")
# what a name says that its place is
_IN_NAMES = (
    ("glacier", Pattern(r"\bglaciers?\b")),
    ("ice_sheet", Pattern(r"\b(?:calottes?|inlandsis|ice (?:sheet|cap)s?)\b")),
    ("wetland", Pattern(r"\b(?:marais|marsh(?:es)?|swamps?|wetlands?|zones? humides?)\b")),
)
_OF_RIVERS = frozenset({"hydrological", "hydraulic"})
_DWINDLES = Pattern(
    r"\b(?:dr(?:y|ied|ies|ying)|s?'?assech\w*|shr[aiu]nk\w*|retreci\w*|disappear\w*|dispar\w*|recul\w*|lost|lose|losing|per(?:d|te)\w*|extents?|areas?|etendues?|superficies?|surfaces?)\b"
)


def read(
    utterance: Utterance,
    *,
    now: date,
    anchor: tuple[date, date] | None = None,
    hemisphere: str | None = None,
    seen: Sequence[str] = (),
    pairs: bool = False,  # "from A to B" are two dates
) -> Reading:
    """Fill every slot that the words fill; `anchor`, `hemisphere`, `seen` are period, place, collections of the turn before."""
    matches = matched(utterance)
    dates, located = _when_and_where(utterance, matches, now=now, anchor=anchor, hemisphere=hemisphere, pairs=pairs)
    named = read_names(utterance, outside(matches, [i.bare for i in located] + [(s.start, s.end) for s in dates.spans]))
    filters, named = scene_filters(utterance, _bounds(utterance, dates, located), named, seen)
    quantities, statistics, phenomena = _what(utterance, located, named, filters)
    asked, forms = _asked_forms(utterance, named)
    return Reading(
        utterance=utterance,
        now=now,
        cues=read_cues(_without_names(utterance, matches, located).folded),
        named=named,
        quantities=quantities,
        phenomena=phenomena,
        located=located,
        periods=tuple(_typed(period, utterance) for period in dates.periods),
        months=dates.months,
        facets=named.facets,
        collections=named.collections,
        filters=filters.filters,
        filtered=filters.spans,
        statistics=statistics,
        aggregation=read_aggregation(utterance.folded),
        outputs=read_outputs(asked, named=forms),
        processes=addressed(named, utterance.text),
        servers=asked_of(named, utterance.text),
        models=named.models,
        assumptions=tuple(_assumed(named, filters, dates)),
        ambiguous_dates=dates.ambiguous,
    )


# "le glacier cartographié en 2020", "expliqué à des élèves": participles ask for no map and no explanation, imperatives do; "…, tracé par mois" asks
_PARTICIPLE = Pattern(
    r"\b(?:(?:expliqu|cartographi)ée?s?|(?<![,;:] )(?<!\bsoit )(?<!\bsoient )(?<!\bêtre )(?:trac|tabul|visualis)ée?s?(?! (?:par|mois|an|année|jour|saison|en) ))\b",
    re.IGNORECASE,
)


def _asked_forms(utterance: Utterance, named: Named) -> tuple[str, tuple[str, ...]]:
    """Where the forms of an answer are read, and those that the vocabulary named, without participles."""
    spans = [m.span() for m in _PARTICIPLE.finditer(utterance.text)]
    if not spans:
        return utterance.folded, named.outputs
    asked = any(word in utterance.hidden(spans).folded for word in ("expli", "explain"))
    return utterance.hidden(spans).folded, tuple(n for n in named.outputs if n != "explanation" or asked)


_LIKE_A_CUE = Pattern(r"\w{3,}r(?:a|ont)\b|\bpass(?:age|es)?\b")


def _without_names(utterance: Utterance, matches: Sequence[Match], located: Sequence[Located]) -> Utterance:
    """Identifiers ask for nothing, "Sierra" is no French verb and the "Northwest Passage" no pass of a satellite."""
    names = [item.bare for item in located if _LIKE_A_CUE.search(utterance.folded[slice(*item.bare)])]
    asked = any(m.kind in ("phenomenon", "quantity") for m in matches)
    remarks = supply_remarks(utterance.folded) if asked else []  # beside what is looked for they ask for nothing
    return utterance.hidden([*((m.start, m.end) for m in matches if _is_identifier(m)), *names, *remarks])


def _is_identifier(match: Match) -> bool:
    """An experiment by its very id: the "evaluation" of CORDEX asks for nothing to be evaluated."""
    return match.kind == "experiment" and match.text.lower() == match.entry.id.lower()


def _what(
    utterance: Utterance, located: Sequence[Located], named: Named, filters: FilterReading
) -> tuple[tuple[Quantity, ...], tuple[str, ...], tuple[str, ...]]:
    """What is measured, filtered, computed and looked for: bounds belong to a filter or to a quantity."""
    measured = bind(utterance, named.quantities, filters.left)
    kinds = [item.place.kind or "" for item in located]
    seen = of_ground(measured.quantities, kinds, utterance.folded, thermal=imagery(named.collections))
    statistics = _statistics(utterance, located, named, replace(measured, quantities=seen), filters)
    plain = set(named.facets) <= {"experiment_id", "mip_era"}  # a scenario asks for no data set
    bare = plain and not (named.phenomena or named.collections)
    quantities = return_level(measured.quantities, statistics, utterance.folded)
    if not (named.phenomena or named.collections):
        quantities = of_extremes(quantities, utterance.folded)
    if bare or _is_of_sky(named):
        quantities = of_weather(quantities, utterance.hidden([item.bare for item in located]).folded)
    quantities = at_sea(
        quantities,
        [item.place.kind for item in located],
        utterance.folded,
        of_sea=bool(named.collections) and set(named.collections) <= {"oisst", "ghrsst"},
    )
    if quantities and all(
        re.match(r"rx\d|c[dw]d$|.*_max_length$|maximum_", q.indicator or "") for q in quantities
    ):  # a maximum and a sum by its own name
        statistics = tuple(name for name in statistics if name not in ("max", "sum"))
    quantities, statistics = both_ends(distinct(utterance, quantities), statistics, utterance.folded)
    quantities = of_ground(quantities, kinds, utterance.folded, thermal=imagery(named.collections))
    quantities = of_nights(sized(thick(quantities, utterance.folded), statistics), utterance.folded)
    quantities = aloft(
        at_surface(merged(lasting(quantities, utterance.folded)), utterance.folded), utterance.folded
    )  # "heat island" and "surface temperature" are one
    returning = any(name.startswith("return_period") for name in statistics)  # "a 100-year flow" is one of a river
    simulated = returning or bool(named.model_kinds & _OF_RIVERS)  # and "the flow" that such a model is given
    quantities = flow_of(quantities, kinds, utterance.folded, simulated=simulated)
    altimetry = set(named.collections) == {"swot"} and not (named.facets or named.phenomena)
    if bare or altimetry:
        quantities = level_of(quantities, kinds, utterance.folded, statistics)
    quantities, phenomena = _looked_for(utterance, located, named, filters, quantities)
    return quantities, of_land(statistics, phenomena, utterance.folded, measured=bool(quantities)), phenomena


def _looked_for(
    utterance: Utterance,
    located: Sequence[Located],
    named: Named,
    filters: FilterReading,
    quantities: tuple[Quantity, ...],
) -> tuple[tuple[Quantity, ...], tuple[str, ...]]:
    """The phenomena, and what is measured once it is known what freezes, dries or hides the sky."""
    kinds, seen = [item.place.kind or "" for item in located], imagery(named.collections)
    phenomena = sought(named, filters, utterance, kinds=[item.place.kind for item in located])
    phenomena = _with_names(phenomena, located, utterance.folded) if not named.facets else phenomena
    quantities = of_what_dries(quantities, kinds, phenomena, utterance.folded)
    if not seen:
        phenomena = without_setting(phenomena, quantities, utterance.folded)
    phenomena = without_counted(phenomena, quantities, utterance.folded)
    quantities = of_lakes(quantities, phenomena)
    if not seen and any(q.variable_id == "clt" for q in quantities):
        phenomena = tuple(p for p in phenomena if p != "cloud")  # the sky's own, not what hides the ground
    if seen:  # scenes of the rainy season: it tells when
        quantities = tuple(q for q in quantities if q.indicator != "rain_season")
    if seen and ("cloud" in phenomena or "cloud" in str(filters.filters) or through_clouds(named.collections)):
        quantities = tuple(q for q in quantities if q.variable_id != "clt")
    return quantities, phenomena


def _is_of_sky(named: Named) -> bool:
    """ "Was it cloudy?", "was the winter snowy?": of the weather, where no imagery is spoken of."""
    return named.phenomena in (("cloud",), ("snow",)) and not (named.facets or named.collections or named.models)


def _with_names(phenomena: tuple[str, ...], located: Sequence[Located], folded: str) -> tuple[str, ...]:
    """The phenomena with those that the names of the places hold: "Aletsch Glacier", "marais du Sudd"."""
    names = [fold(item.place.name) for item in located if item.place.kind != "city"]
    more = (p for p, word in _IN_NAMES if p not in phenomena and any(word.search(name) for name in names))
    return (*phenomena, *(p for p in more if p != "wetland" or _DWINDLES.search(folded)))


def _when_and_where(
    utterance: Utterance,
    matches: Sequence[Match],
    *,
    now: date,
    anchor: tuple[date, date] | None,
    hemisphere: str | None,
    pairs: bool,
) -> tuple[PeriodReading, tuple[Located, ...]]:
    """Dates first, places on what is left; then the seasons again, by the hemisphere of the places."""
    named = [
        *((m.start, m.end) for m in matches if is_dateless(m) and fold(m.text) != "dec"),
        *(m.span() for m in DATED.finditer(utterance.folded)),
        *named_seasons(utterance.folded),
    ]
    dateless = utterance.hidden(named, filler="¤").text
    dates = read_periods(dateless, now=now, language=utterance.language, anchor=anchor, pairs=pairs)
    when = [(s.start, s.end) for s in dates.spans]
    firm = [(m.start, place_free_end(m)) for m in matches if is_firm(m)]
    measured = [(m.start, m.end) for m in matches if m.kind in ("quantity", "phenomenon")]
    told = [*scene_terms(utterance.folded), *((start, end) for _, start, end in forces(utterance.folded))]
    located = read_places(
        utterance, taken=[*firm, *when, *told], words=[(m.start, m.end) for m in matches], measured=measured
    )
    located = elsewhere(utterance.folded, located)
    if felt := _hemisphere(located, utterance) or (None if located else hemisphere):
        dates = read_periods(
            dateless, now=now, language=utterance.language, hemisphere=felt, anchor=anchor, pairs=pairs
        )
    return dates, located


def _statistics(
    utterance: Utterance, located: Iterable[Located], named: Named, measured: Measured, filters: FilterReading
) -> tuple[str, ...]:
    """The statistics asked for; those inside a distance, an order or a bound on scenes ("cloudiest first") are none."""
    folded = utterance.cut([*_distances(located), *filters.spans]).folded
    found = read_statistics(folded, named=named.statistics, quantities=measured.quantities, implied=named.implied)
    amounts = any(
        q.variable_id == "pr" and q.threshold and q.threshold.units in ("mm", "cm", "inch") for q in measured.quantities
    )
    return (*found, "sum") if amounts and "sum" not in found else found


def _hemisphere(located: Iterable[Located], utterance: Utterance) -> str | None:
    if re.search(r"\baustral(?:e|es|s)?\b", utterance.folded):
        return "south"
    for item in located:
        box = item.place.bbox
        if box and item.place.kind != "globe":
            return "south" if box.center[1] < 0 else None
    return None


def _bounds(utterance: Utterance, dates: PeriodReading, located: Iterable[Located]) -> tuple[Bound, ...]:
    """Thresholds outside dates, distances and warming levels."""
    closed = [(s.start, s.end) for s in dates.spans] + _distances(located)
    return tuple(
        b
        for b in read_bounds(utterance)
        if not any(s < b.end and b.start < e for s, e in closed) and not _PATHWAY.match(utterance.folded[b.end :])
    )


def _distances(located: Iterable[Located]) -> list[tuple[int, int]]:
    return [(item.start, item.end) for item in located if item.place.distance_km is not None]


def _typed(period: Period, utterance: Utterance) -> Period:
    """The period with its span in what was typed."""
    return period if period.span is None else replace(period, span=utterance.span(period.span.start, period.span.end))


def _assumed(named: Named, filters: FilterReading, dates: PeriodReading) -> Iterable[Assumption]:
    for pair in named.assumed:
        said, _, identifier = pair.rpartition("=")
        yield Assumption(code="scenario_word", parameters={"said": said, "id": identifier})
    if filters.clear_words is not None:
        yield Assumption(code="clear_sky", parameters={"said": filters.clear_said, "percent": filters.clear_words})
    yield from (Assumption(code=code) for code in dates.assumptions)
    yield from (
        Assumption(code="default_level", parameters={"said": said, "id": identifier})
        for said, identifier in named.defaulted
    )

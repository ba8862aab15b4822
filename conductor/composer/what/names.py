"""Vocabulary names sorted into slots: quantities, phenomena, facets, collections, processes, models, statistics, outputs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conductor.composer.reading import Named
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.emptiness import EMPTY
from conductor.composer.text.inner_names import within_statistics
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.coordinated import coordinated
from conductor.composer.what.elevation_models import elevation_models
from conductor.composer.what.levels import DEFAULTS, LEVEL, leveled
from conductor.composer.what.listed_missions import listed_missions
from conductor.composer.what.misreadings import misread
from conductor.composer.what.regional_domains import regional_domains
from conductor.composer.what.served import served
from conductor.composer.what.turned_down import without_turned_down
from connectors.vocabulary.collections import CollectionEntry, PlatformEntry, collection, platform
from connectors.vocabulary.models import FacetEntry
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phenomena import phenomena
from connectors.vocabulary.phrases import FamilyEntry, Match, find_names
from connectors.vocabulary.places import lookup
from connectors.vocabulary.processes import ModelEntry
from connectors.vocabulary.quantities import QuantityEntry, by_variable
from connectors.vocabulary.scenarios import ExperimentEntry
from planners.intent import Quantity

_GRIDDED = frozenset({"reanalysis", "observations"})
GREAT_CITY = 11_000  # weight of a city of 250,000
_LONGEST_ACRONYM = 5
_FIRM = frozenset({"experiment", "facet", "collection", "platform", "process", "server", "scenario_family"})
_KEYS = Pattern(
    r"\b(?:variable(?:_id)?|source_id|experiment_id|table_id|member_id|variant_label|grid_label|institution_id|activity_id|frequency|mip_era|project|"
    r"data_node|domain_id|nominal_resolution|version|collections?|platform|bbox)\s*[=:]"
)
_DRIVEN = Pattern(
    r"\b(?:driven by|forced (?:by|with)|forcing from|pilotee?s? par|forcee?s? par)\s*(?:the |le |la |l')?$"
)
# members as a range: r1 to r3 with one tail, or two whole ids
_MEMBER_RANGE = Pattern(r"\br(\d{1,3})(i\d+p\d+(?:f\d+)?)? ?(?:to|through|a|-) ?r(\d{1,3}) ?\(?(i\d+p\d+(?:f\d+)?)\b")
_THAN = Pattern(r" (?:que\b|qu'|than\b)")
_VERSION = Pattern(r"\b(v20\d{6})\b|\bversion (20\d{6})\b")
_VARIABLE = Pattern(
    r"\b(?:daily|monthly|hourly|annual|yearly|variables?|var|have|has|contain(?:s|ing)?|hold(?:s|ing)?|includ(?:es?|ing)|ont|ayant|contien(?:t|nent)|contenant|inclu(?:t|ent|ant)|disposent de|with|avec|provides?|offers?|proposent|propose|fournit|fournissent|offre|offrent|quotidien|mensuel|horaire|"
    r"journalier|annuel)\s+(?:(?:daily|monthly|hourly|annual) )?(?!no\b)([a-z]{2,3})\b(?!')|(?:^|[\s,(])([a-z]{2,3})\s(?:quotidien|mensuel|journalier|annuel|horaire)\w*"
    r"|,\s?([a-z]{2})\s?(?=,)"
)
# "pr too", "and ua?", "pr moyenne mensuelle Abidjan": the identifier opens a text and something says what is done with it
_ALONE = Pattern(
    r"^\W*(?:(?:and|et|add|also|plus|ajoute|aussi|now|maintenant|then|same (?:for|with)|what about|how about|idem (?:pour|avec)|pareil (?:pour|avec)) )*(?!(?:so|co|va|ta|sic)\b)([a-z]{2,3})"
    r"(?=(?: too| also| as well| instead| only| please| aussi| [ée]galement| seulement| plut[ôo]t| [àa] la place| stp| svp)*\W*$|"
    r" (?:mean|average|monthly|annual|yearly|daily|seasonal|climatology|moyenne?|mensuel\w*|moy|avg|annuel\w*|quotidien\w*|journali\w*|saisonni\w*|climatologie)\b)"
)
_OTHERS = Pattern(
    r"(?:\s*(?:(?:/|&|\+|or|and|ou|et)\s*(?:landsat[- ]?|sentinel[- ]?\d?)?(?:\d|[a-d])\b(?! ?%)|,\s*(?:landsat[- ]?|sentinel[- ]?\d?)?(?:\d|[a-d])\b(?! ?(?:%|scenes?|images?))))+"
)
_CRAFT = Pattern(r"\b(terra|aqua)\b")
_WATER_LEVEL = "water_surface_height_above_reference_datum"  # measured, not seen, by altimeters too
# "restera-t-il de la neige": it is not said to fall
_SNOW_LIES = Pattern(r"il (?:y a )?de la neige\b")
_SNOW = next(entry for entry in phenomena() if entry.id == "snow")
_SAME_AS = {"evspsblpot": "potential_evapotranspiration"}
_WATERS = Pattern(r"\b(?:fleuve|riviere|river|mer|sea|ocean|lac|lake|golfe|gulf)$")
# "low versus high emissions", "émissions faibles ou fortes"
_LOW_AND_HIGH = Pattern(
    r"\b(?:low|lower)(?:[- ]emissions?)? (?:versus|vs\.?|and|or|to|against|/|&) (?:the )?(?:high|higher)[- ](?:emissions?|scenarios?|end)|"
    r"\b(?:high|higher)(?:[- ]emissions?)? (?:versus|vs\.?|and|or|to|against|/|&) (?:the )?(?:low|lower)[- ](?:emissions?|scenarios?)|"
    r"\b(?:emissions?|scenarios?) (?:faibles?|basse?s?|bas) (?:ou|et|vs\.?|versus|contre|/|a) (?:fortes?|elevee?s?|hautes?|haut)\b|"
    r"\b(?:emissions?|scenarios?) (?:fortes?|elevee?s?|hautes?|haut) (?:ou|et|vs\.?|versus|contre|/|a) (?:faibles?|basse?s?|bas)\b|"
    r"\b(?:faibles?|basses?) (?:ou|et|vs\.?|versus|contre) (?:fortes|hautes) emissions\b|\bfortes (?:ou|et|vs\.?|versus|contre) (?:faibles|basses) emissions\b"
)
# "the 1.5 °C and 2 °C pathways": the word is said once for both
_DEGREES = r"(?:[^a-z0-9]{0,3}c\b|[ -]?degrees?(?: celsius)?|[ -]?degres?(?: celsius)?|[^a-z0-9.,]{1,2}(?![a-z0-9]))?"
_TO = r"[ ,/-]{1,3}(?:(?:and|or|vs\.?|versus|to|against|et|ou|contre|a) )?(?:the |les? |la |a |celle (?:a|de) )?\+?"
_PATHS = r"(?:pathways?|scenarios?|trajector(?:y|ies)|trajectoires?|targets?|worlds?)"
_PARIS_PAIR = Pattern(
    rf"\b1[.,]5{_DEGREES}{_TO}2(?:[.,]0)?{_DEGREES}[ -]{{1,2}}{_PATHS}\b|\b{_PATHS} (?:compatibles? avec |a |de |d'|of |at |for )?\+?1[.,]5{_DEGREES}{_TO}2(?:[.,]0)?(?![0-9.,]*[0-9])"
)
_FOUR_SSPS = ("ssp126", "ssp245", "ssp370", "ssp585")  # the scenarios of ScenarioMIP's first tier
_ALL_FOUR = Pattern(
    r"\b(?:four|4|quatre) (?:(?:main|tier[- ]?1|principaux|cmip6) )?(?:ssps?|scenarios? ssps?|ssp scenarios?|ssp pathways?)\b"
)
_MODEL_KEYS = frozenset({"source_id", "table_id", "member_id", "mip_era", "institution_id", "grid_label", "frequency"})


@dataclass(slots=True, kw_only=True)
class _Bins:
    """Lists being filled; becomes a Named."""

    quantities: list[Quantity] = field(default_factory=list)
    phenomena: list[str] = field(default_factory=list)
    facets: dict[str, list[str]] = field(default_factory=dict)
    collections: list[str] = field(default_factory=list)
    platforms: list[str] = field(default_factory=list)
    processes: list[str] = field(default_factory=list)
    servers: list[str] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    model_kinds: set[str] = field(default_factory=set)
    terms: dict[str, list[str]] = field(default_factory=lambda: {"statistics": [], "aggregation": [], "outputs": []})
    implied: set[str] = field(default_factory=set)
    assumed: list[str] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    outright: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    defaulted: list[tuple[str, str]] = field(default_factory=list)

    def facet(self, key: str, value: str) -> None:
        values = self.facets.setdefault(key, [])
        if value not in values:
            values.append(value)


def matched(utterance: Utterance) -> tuple[Match, ...]:
    """Every vocabulary name in the text, with what a stretch cannot mean here taken out."""
    text = _KEYS.sub(lambda m: " " * len(m[0]), utterance.text)
    names = coordinated(text, find_names(text, utterance.language), utterance.language)
    more = (
        *_short_variables(utterance, names),
        *served(utterance.folded, names),
        *regional_domains(utterance.folded, names),
        *listed_missions(utterance.text, utterance.folded, names),
        *elevation_models(utterance.folded, names),
        *within_statistics(utterance, names),
    )
    believed = _believed(utterance, sorted((*names, *more), key=lambda m: m.start))
    return without_turned_down(believed, utterance.folded)


def _short_variables(utterance: Utterance, names: Sequence[Match]) -> Iterator[Match]:
    """Variable ids of two or three letters, where a step or a word for data stands before them and model data is the matter, or alone."""
    asides_only = all(m.kind in ("statistic", "aggregation", "output") for m in names)
    alone = _ALONE.match(utterance.text) if asides_only else None
    entry = by_variable(alone[1]) if alone and alone[1] not in EMPTY else None
    if alone and entry and entry.variable_id == alone[1]:
        yield Match(start=alone.start(1), end=alone.end(1), text=alone[1], kind="quantity", entry=entry)
        return
    if not any(m.kind in ("experiment", "facet") for m in names):
        return
    for match in _VARIABLE.finditer(utterance.text):
        group = next(number for number, said in enumerate(match.groups(), 1) if said)
        said, start, end = match[group], match.start(group), match.end(group)
        entry = by_variable(said)
        clear = entry is not None and entry.variable_id == said and (group == 3 or said not in EMPTY)
        if entry and clear and not any(m.start < end and start < m.end for m in names):
            yield Match(start=start, end=end, text=said, kind="quantity", entry=entry)


def is_firm(match: Match) -> bool:
    """Identifiers, missions and names of several words: no place is read inside them."""
    spoken = match.kind in ("quantity", "experiment", "model") and " " in match.text
    return match.kind in _FIRM or spoken or any(c.isdigit() for c in match.text) or _is_only_a_model(match)


def _is_only_a_model(match: Match) -> bool:
    """Raven is the framework, not the village; Aurora may be the city as well."""
    acronym = match.text.isupper() and len(match.text) < _LONGEST_ACRONYM  # VIC, where it is no state
    return match.kind == "model" and (acronym or not any(entry.weight >= GREAT_CITY for entry in lookup(match.text)))


def place_free_end(match: Match) -> int:
    """Where a name ends for the gazetteer: "sea surface temperature of the sea" leaves its last word to "… of Okhotsk"."""
    tail = _WATERS.search(fold(match.text))
    return match.start + tail.start() if tail and match.kind == "quantity" and tail.start() else match.end


def outside(matches: Iterable[Match], closed: Sequence[tuple[int, int]]) -> tuple[Match, ...]:
    """The matches but those that lie strictly inside a longer stretch: the "lake" of Lake Victoria."""
    return tuple(m for m in matches if not any(_swallowed(m, s, e) for s, e in closed))


def _swallowed(match: Match, start: int, end: int) -> bool:
    """Strictly inside, or the "boisé" that Boise is; but the ice sheet at the end of "Greenland ice sheet" is looked for as well."""
    ice = match.kind == "phenomenon" and match.entry.id == "ice_sheet" and match.end == end
    named = match.kind == "phenomenon" and match.text[:1].isupper()
    return start <= match.start and match.end <= end and (end - start > match.end - match.start or named) and not ice


def read_names(utterance: Utterance, matches: Sequence[Match]) -> Named:
    """Sort the names into their slots."""
    bins = _Bins()
    for match in matches:
        _sort(match, bins, utterance)
    if any(name.startswith(("modis", "aster", "ghrsst")) for name in bins.collections):
        bins.platforms += [m[1] for m in _CRAFT.finditer(utterance.folded)]
    _facets_in_words(bins, utterance.folded)
    return Named(
        quantities=tuple(bins.quantities),
        phenomena=_unique(bins.phenomena),
        facets={key: tuple(values) for key, values in bins.facets.items()},
        collections=_levels(leveled(_unique(bins.collections), utterance.folded), bins),
        platforms=_unique(bins.platforms),
        processes=_unique(bins.processes),
        servers=_unique(bins.servers),
        models=_unique(bins.models),
        model_kinds=frozenset(bins.model_kinds),
        statistics=_unique(bins.terms["statistics"]),
        aggregations=_unique(bins.terms["aggregation"]),
        outputs=_unique(bins.terms["outputs"]),
        implied=frozenset(bins.implied),
        assumed=_unique(bins.assumed),
        scenario_families=_unique(bins.families),
        unknown_scenarios=_unique(bins.unknown),
        defaulted=tuple(bins.defaulted),
        spans=tuple(dict.fromkeys((m.start, m.end) for m in matches)),
        missions=tuple(dict.fromkeys((m.start, m.end) for m in matches if m.kind in ("collection", "platform"))),
    )


def _facets_in_words(bins: _Bins, folded: str) -> None:
    """Scenarios told by their number or as a pair, eras, ranges of members, versions."""
    for name in _FOUR_SSPS if _ALL_FOUR.search(folded) else ():
        bins.facet("experiment_id", name)
    for pair, names in ((_LOW_AND_HIGH, ("ssp126", "ssp585")), (_PARIS_PAIR, ("ssp119", "ssp126"))):
        if pair.search(folded):
            for name in names:
                bins.facet("experiment_id", name)
            bins.facets["experiment_id"].sort()
    _eras(bins)
    for ranged in _MEMBER_RANGE.finditer(folded):
        for number in range(int(ranged[1]), min(int(ranged[3]), int(ranged[1]) + 200) + 1):
            bins.facet("member_id", f"r{number}{ranged[2] or ranged[4]}")
    for version in _VERSION.finditer(folded):
        bins.facet("version", version[1] or version[2])


def _believed(utterance: Utterance, matches: Sequence[Match]) -> list[Match]:
    """Settle what a stretch means where it means several things, and drop "historical" where it only says "past"."""
    imagery = _imagery(utterance, matches)
    climate = any(m.kind in ("experiment", "facet") for m in matches) or _only_gridded(matches)
    runs = any(isinstance(m.entry, FacetEntry) and m.entry.facet in _MODEL_KEYS for m in matches)
    levels = {
        (m.start, m.end)
        for m in matches
        if isinstance(m.entry, QuantityEntry) and m.entry.standard_name == _WATER_LEVEL
    }
    meant: dict[tuple[int, int], set[str]] = defaultdict(set)
    for match in matches:
        meant[match.start, match.end].add(match.kind)
    kept = []
    for match in matches:
        kinds = meant[match.start, match.end]
        if misread(match, utterance, runs=runs):
            if _SNOW_LIES.match(utterance.folded, match.start):
                kept.append(replace(match, kind="phenomenon", entry=_SNOW))
            continue
        level = (match.start, match.end) in levels
        if match.kind == "quantity" and "phenomenon" in kinds and imagery and not (climate or level):
            continue
        if match.kind == "phenomenon" and "quantity" in kinds and (level or (climate and not imagery)):
            continue
        kept.append(match)
    return kept


def is_dateless(match: Match) -> bool:
    """Identifiers and names with digits or seasons in them: "hist-1950", "sentinel-2", "summer days"."""
    if match.kind in ("experiment", "facet", "collection", "platform", "process", "model"):
        return True
    return (
        match.kind == "quantity"
        and bool(
            re.search(
                r"\d|summer days?|jours? d'ete|journees? d'ete|winter storms?|(?:spring|autumn|fall) (?:frost|freeze|freshet)s?|gel(?:ee)?s? (?:de printemps|d'automne|printanier\w*|automnal\w*)",
                fold(match.text),
            )
        )
        and "change" not in match.implies
    )


def _imagery(utterance: Utterance, matches: Sequence[Match]) -> bool:
    missions = any(
        isinstance(m.entry, PlatformEntry) or (isinstance(m.entry, CollectionEntry) and m.entry.sensor not in _GRIDDED)
        for m in matches
    )
    return missions or bool(
        re.search(r"\b(?:images?|imagery|scenes?|satellites?|segment\w*|detect\w*|pixels?|radar)\b", utterance.folded)
    )


def _only_gridded(matches: Sequence[Match]) -> bool:
    sensors = {m.entry.sensor for m in matches if isinstance(m.entry, CollectionEntry)}
    return bool(sensors) and sensors <= _GRIDDED


def _sort(match: Match, bins: _Bins, utterance: Utterance) -> None:
    bins.implied.update(match.implies)
    if _THAN.match(utterance.folded, match.end):  # "jours plus chauds que 30 °C" sets days against a bound
        bins.implied -= {"max", "min"}
    entry = match.entry
    if isinstance(entry, QuantityEntry):
        _quantity(match, entry, bins, utterance)
    elif isinstance(entry, ExperimentEntry):
        bins.facet("experiment_id", entry.id)
        if "assumed" in match.implies:
            bins.assumed.append(f"{match.text}={entry.id}")
    elif isinstance(entry, FacetEntry):
        facet = (
            "driving_source_id"
            if entry.facet == "source_id"
            and "cordex" in utterance.folded
            and _DRIVEN.before(utterance.folded, match.start)
            else entry.facet
        )
        bins.facet(facet, entry.id if entry.facet != "member_id" else match.text.lower())
    elif isinstance(entry, PlatformEntry):
        bins.platforms += [entry.id, *_more_platforms(entry.id, utterance.folded[match.end :])]
        bins.collections.append(entry.collection_id)
    elif isinstance(entry, ModelEntry):
        bins.models.append(entry.id)
        bins.model_kinds.add(entry.kind)
    else:
        _sort_plain(match, bins)


def _more_platforms(name: str, tail: str) -> list[str]:
    """ "Landsat 8 or 9", "Sentinel-2A and B": the others of the mission."""
    series = re.match(r"[a-z]+-", name)
    more = _OTHERS.match(tail)
    if not series or not more:
        return []
    stem = series[0] if name[-1].isdigit() else name[:-1]
    return [f"{stem}{word}" for word in re.findall(r"[0-9a-d]", more[0]) if platform(f"{stem}{word}")]


def _sort_plain(match: Match, bins: _Bins) -> None:
    plain: Mapping[str, list[str]] = {
        "phenomenon": bins.phenomena, "collection": bins.collections, "process": bins.processes, "server": bins.servers,
        "statistic": bins.terms["statistics"], "aggregation": bins.terms["aggregation"], "output": bins.terms["outputs"],
    }  # fmt: skip
    if match.kind in plain:
        plain[match.kind].append(match.entry.id)
        if match.kind == "collection" and match.entry.id in DEFAULTS:
            if LEVEL.search(match.text.lower()):
                bins.outright.append(match.entry.id)
            else:
                bins.defaulted.append((match.text, match.entry.id))
    elif isinstance(match.entry, FamilyEntry) and match.entry.source_ids:
        for source_id in match.entry.source_ids:
            bins.facet("source_id", source_id)
    elif isinstance(match.entry, FamilyEntry):
        (bins.families if match.entry.experiment_ids else bins.unknown).append(match.text)
        for experiment_id in match.entry.experiment_ids:
            bins.facet("experiment_id", experiment_id)


def _quantity(match: Match, entry: QuantityEntry, bins: _Bins, utterance: Utterance) -> None:
    indicator = entry.indicator or _SAME_AS.get(entry.variable_id or "")
    quantity = Quantity(
        name=match.text, standard_name=entry.standard_name, variable_id=entry.variable_id, indicator=indicator,
        spectral_index=entry.spectral_index, span=utterance.span(match.start, match.end, confidence=match.score),
    )  # fmt: skip
    key = (quantity.standard_name, quantity.variable_id, quantity.indicator, quantity.spectral_index)
    if key not in [(q.standard_name, q.variable_id, q.indicator, q.spectral_index) for q in bins.quantities]:
        bins.quantities.append(quantity)
    bins.terms["statistics"] += [word for word in ("max", "min", "mean", "sum") if word in match.implies]


def _eras(bins: _Bins) -> None:
    """An RCP outside CORDEX belongs to CMIP5; a CORDEX domain or model to the project CORDEX."""
    if {"domain_id", "driving_source_id"} & set(bins.facets):
        bins.facet("project", "CORDEX")
    if any(name.startswith("rcp") for name in bins.facets.get("experiment_id", ())) and "CORDEX" not in bins.facets.get(
        "project", ()
    ):
        bins.facet("mip_era", "CMIP5")


def _levels(names: tuple[str, ...], bins: _Bins) -> tuple[str, ...]:
    """A mission's default collection yields to another one of the mission that is named outright; a GCM/RCM pair is no satellite."""
    missions = {name: entry.mission for name in names if (entry := collection(name))}
    outright = set(names) - {identifier for _, identifier in bins.defaulted} | set(bins.outright)
    kept = tuple(
        n for n in names if n in outright or not any(missions.get(o) == missions.get(n) for o in outright if o != n)
    )
    regional = {"project", "domain_id", "driving_source_id"} & set(bins.facets)
    return tuple(n for n in kept if n != "rcm" or not regional)


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))

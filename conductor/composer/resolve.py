"""From a reading and what is wanted to the contract's intent: defaults filled in, each with its assumption."""

from __future__ import annotations

from dataclasses import replace

from conductor.composer.reading import Assumption, Reading
from conductor.composer.text.calendar_words import fold
from conductor.composer.voices.settled import MEASURING
from conductor.composer.what.aggregation import read_aggregation
from conductor.composer.what.free_words import free_words
from conductor.composer.what.steps import joined_steps
from conductor.composer.what.together import together
from conductor.composer.wish.actions import Decision
from conductor.composer.wish.coming_change import asks_change
from conductor.composer.wish.matter import GRIDDED_SENSORS, future, imagery
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import QuantityEntry, by_variable
from planners.intent import Intent, Period, Quantity

RECENT = Period(role="reference", start="1995-01-01", end="2014-12-31")
_WARMING = Pattern(r"\b(?:warming|rechauffement|warmer world|monde plus chaud)\b")
_ONE_QUANTITY = {
    "hadcrut": "tas", "gistemp": "tas", "berkeley-earth": "tas", "gpcp": "pr", "chirps": "pr", "oisst": "tos", "ghrsst": "tos",
}  # fmt: skip
FREQUENCIES = {"monthly": "mon", "daily": "day", "annual": "yr"}
_DAY_TABLE = Pattern(r"(?<!per )(?<!a )(?<!one )(?<!each )(?<!the )(?<!\d )\bday\b(?! (?:before|after|of))")
_EXTREME = Pattern(
    r"\b(?:max\w*|min\w*|extremes?|peaks?|records?|pics?|highest (?:daily|hourly)|(?:hottest|coldest|wettest|windiest|warmest) (?:day|night|hour)s?|"
    r"(?:jour|journee|nuit)s? (?:la |le |les )?plus)\b"
)
# "compare the highest wind in Lyon and Turin" asks for a maximum of each, "which was highest" for none
_COMPARED_EXTREME = Pattern(
    r"^(?!.*\b(?:which|whose|who|where|lequel|laquelle|lesquels|quel|quelle|ou|qui)\b).*\bcompar\w+ (?:the |la |le |les |l')?(?:\w+ ){0,4}?(?:highest|lowest|largest|greatest|strongest|weakest|smallest|top|(?:la |le |les )?plus (?:fort|faible|haut|bas|basse|grand|petit|eleve)\w*)\b"
)


def resolve(reading: Reading, decision: Decision) -> tuple[Intent, tuple[Assumption, ...]]:
    """Write the intent; says what was assumed beyond the reading's own assumptions."""
    intent = Intent(
        action=decision.action,
        quantities=reading.quantities,
        phenomena=reading.phenomena,
        places=reading.real_places,
        periods=reading.periods,
        months=reading.months,
        facets=reading.facets,
        collections=reading.collections,
        filters=reading.filters,
        statistics=reading.statistics,
        aggregation=reading.aggregation,
        compared=decision.compared,
        outputs=reading.outputs,
        processes=reading.processes,
        servers=reading.servers,
        models=reading.models,
    )
    folded = reading.utterance.folded
    intent = _by_tables(_steps(_without_superlative(intent, folded), folded))
    if intent.compared == "places":  # "between Quito and La Paz, which is colder": one of the two
        intent = replace(
            intent, places=tuple(replace(p, relation=None) if p.relation == "between" else p for p in intent.places)
        )
    if intent.action == "explain":
        intent = _told(intent, reading)
    intent = replace(intent, together=together(reading.utterance, intent), words=free_words(reading, intent))
    intent, assumed = _measured(intent, reading)
    intent, referenced = _referenced(intent, reading)
    return without_order(intent), (*assumed, *referenced)


_OF_VALUES = MEASURING | {"explain"}


def without_order(intent: Intent) -> Intent:
    """Values are neither listed nor counted: "the first one: the mean temperature of …" bounds no list of scenes."""
    seen = intent.collections or intent.phenomena or any(q.spectral_index for q in intent.quantities)
    if seen or intent.action not in _OF_VALUES or not intent.filters.keys() & {"limit", "sort"}:
        return intent
    return replace(intent, filters={k: v for k, v in intent.filters.items() if k not in ("limit", "sort")})


def _measured(intent: Intent, reading: Reading) -> tuple[Intent, tuple[Assumption, ...]]:
    """A data set of one quantity stands for it: an anomaly in HadCRUT is one of temperature."""
    if intent.quantities or intent.phenomena:
        return intent, ()
    if intent.action == "project" and any(p.warming_level for p in intent.periods):
        said = _WARMING.search(reading.utterance.folded)
        return _taken(intent, by_variable("tas"), said=said[0], reading=reading) if said else (intent, ())
    if intent.action not in ("describe", "compare", "trend"):
        return intent, ()
    name = next((name for name in intent.collections if name in _ONE_QUANTITY), None)
    entry = by_variable(_ONE_QUANTITY[name]) if name else None
    return _taken(intent, entry, said=name or "", reading=reading)


def _taken(
    intent: Intent, entry: QuantityEntry | None, *, said: str, reading: Reading
) -> tuple[Intent, tuple[Assumption, ...]]:
    if entry is None:
        return intent, ()
    quantity = Quantity(
        name=entry.name(reading.utterance.language), standard_name=entry.standard_name, variable_id=entry.variable_id
    )
    return replace(intent, quantities=(quantity,)), (
        Assumption(code="measured_by", parameters={"said": said, "name": quantity.name}),
    )


def _without_superlative(intent: Intent, folded: str) -> Intent:
    """ "Which is wettest, A or B?" sets two things against each other; it asks for no maximum."""
    said = _EXTREME.search(folded) or _COMPARED_EXTREME.search(folded)
    if intent.action != "compare" or not {"max", "min"} & set(intent.statistics) or said:
        return intent
    return replace(intent, statistics=tuple(name for name in intent.statistics if name not in ("max", "min")))


# What asks for a value of data; "why do floods peak", "comment tient-on compte de …" ask for none.
_OF_DATA = frozenset({"mean", "max", "min", "sum", "count", "area", "extent", "volume", "difference", "ratio"})


# "why is RCP8.5 criticised today?": no day that anything is looked at
_NOWADAYS = Pattern(
    r"\W*(?:today|now|nowadays|currently|aujourd'hui|maintenant|actuellement|a l'heure actuelle|present)\W*"
)


def _told(intent: Intent, reading: Reading) -> Intent:
    """An explanation: what it is about, with nothing of what only data could be bound or summed up by."""
    named = tuple(name for name in intent.statistics if name not in _OF_DATA)
    places = tuple(p for p in intent.places if p.kind != "globe")
    said = ((p, p.span and fold(reading.utterance.typed[p.span.start : p.span.end])) for p in intent.periods)
    periods = tuple(p for p, words in said if not (words and _NOWADAYS.fullmatch(words)))
    return replace(
        intent, topics=topics(intent), places=places, periods=periods, statistics=named, aggregation=None, filters={}
    )


def topics(intent: Intent) -> tuple[str, ...]:
    """What an explanation is about, as `facet:value`, in the order of the slots."""
    named = [f"{key}:{value}" for key, values in intent.facets.items() for value in values]
    for quantity in intent.quantities:
        pairs = (
            ("indicator", quantity.indicator), ("spectral_index", quantity.spectral_index), ("variable_id", quantity.variable_id),
            ("standard_name", quantity.standard_name),
        )  # fmt: skip
        named += [f"{key}:{value}" for key, value in pairs if value][:1]
    named += [f"collection:{name}" for name in intent.collections]
    named += [f"process:{name.split('@')[0]}" for name in intent.processes]
    named += [f"model:{name}" for name in intent.models] + [f"phenomenon:{name}" for name in intent.phenomena]
    return tuple(dict.fromkeys(named))


# "tas rcp26 mon", "ssp245 day hurs": a step typed among identifiers
_TYPED_STEP = Pattern(
    r"(?<=[\w] )(mon|day)\b(?=\s*$| (?:gr|gn|gr1|r\d|ssp|rcp|historical|cordex|cmip\d|v\d|[a-z]{2,8}$|[a-z]{2,8} (?:gr|gn|gr1)\b))"
)


def _steps(intent: Intent, folded: str) -> Intent:
    """A time step is a facet of what is searched, and the step of the result of what is computed."""
    of_data = read_aggregation(folded, of_data=True)
    frequency = intent.facets.get("frequency", ())
    if intent.action == "find":
        if len(joined := joined_steps(folded)) > 1 and _of_grids(intent):
            intent, frequency = replace(intent, facets={**intent.facets, "frequency": joined}), joined
        if of_data in FREQUENCIES and _of_grids(intent) and not intent.phenomena and not frequency:
            intent = replace(intent, facets={**intent.facets, "frequency": (FREQUENCIES[of_data],)})
        if _DAY_TABLE.search(folded) and len(intent.facets) > 1 and not intent.places and not frequency and not of_data:
            intent = replace(intent, facets={**intent.facets, "frequency": ("day",)})
        typed = _TYPED_STEP.search(folded)
        if typed and len(intent.facets) > 1 and not {"frequency", "table_id"} & set(intent.facets) and not of_data:
            intent = replace(intent, facets={**intent.facets, "frequency": (typed[1],)})
        return replace(intent, aggregation=None) if _of_grids(intent) else intent
    if intent.action not in ("explain", None) and frequency:
        kept = {key: values for key, values in intent.facets.items() if key != "frequency"}
        return replace(intent, facets=kept)
    return intent


def _of_grids(intent: Intent) -> bool:
    """Model output or gridded data are searched, whose files have a step; scenes have none."""
    entries = [entry for name in intent.collections if (entry := collection(name))]
    return all(entry.sensor in GRIDDED_SENSORS for entry in entries)


def _by_tables(intent: Intent) -> Intent:
    """ "In both Amon and day": among several tables "day" is one of them, and no step of all."""
    tables = intent.facets.get("table_id", ())
    if "day" not in tables or len(tables) < 2 or intent.facets.get("frequency") != ("day",):
        return intent
    return replace(intent, facets={key: values for key, values in intent.facets.items() if key != "frequency"})


def _referenced(intent: Intent, reading: Reading) -> tuple[Intent, tuple[Assumption, ...]]:
    """A future change without a reference is counted from 1995–2014; never for imagery or a trend."""
    if not wants_reference(intent, reading):
        return intent, ()
    return replace(intent, periods=(*intent.periods, RECENT)), (Assumption(code="recent_reference"),)


def wants_reference(intent: Intent, reading: Reading) -> bool:
    """Whether a change is asked whose baseline was not said."""
    if intent.action not in ("project", "compare") or reading.references or imagery(reading) or not future(reading):
        return False
    if not any(p.start or p.end for p in reading.targets):
        return False
    named = "change" in reading.named.implied
    return asks_change(reading.utterance.folded, compared=intent.action == "compare", named=named)

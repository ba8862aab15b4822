"""From a reading and what is wanted to the contract's intent: defaults filled in, each with its assumption."""

from __future__ import annotations

import re
from dataclasses import replace

from conductor.composer.reading import Assumption, Reading
from conductor.composer.text.clauses import asking
from conductor.composer.voices.settled import MEASURING
from conductor.composer.what.aggregation import read_aggregation
from conductor.composer.what.free_words import free_words
from conductor.composer.what.steps import joined_steps
from conductor.composer.what.together import together
from conductor.composer.wish.actions import Decision
from conductor.composer.wish.matter import GRIDDED_SENSORS, future, imagery
from connectors.vocabulary.collections import collection
from connectors.vocabulary.quantities import QuantityEntry, by_variable
from planners.intent import Intent, Period, Quantity

RECENT = Period(role="reference", start="1995-01-01", end="2014-12-31")
_WARMING = re.compile(r"\b(?:warming|rechauffement|warmer world|monde plus chaud)\b")
_ONE_QUANTITY = {
    "hadcrut": "tas", "gistemp": "tas", "berkeley-earth": "tas", "gpcp": "pr", "chirps": "pr", "oisst": "tos", "ghrsst": "tos",
}  # fmt: skip
FREQUENCIES = {"monthly": "mon", "daily": "day", "annual": "yr"}
_DAY_TABLE = re.compile(r"(?<!per )(?<!a )(?<!one )(?<!each )(?<!the )(?<!\d )\bday\b(?! (?:before|after|of))")
_FUTURE_CHANGE = re.compile(
    r"\b(?:chang\w*|increas\w*|decreas\w*|warm(?:er|ing|s)\b|(?<!how )warm\b|go(?:es)? (?:up|down)|gone up|cool(?:er|ing)\b|(?:hotter|colder|wetter|drier)\b(?! than -?\d)|(?:get|gets|getting|become|becomes|be|grow|much|even|more) (?!under|over|other|later\b|per|her|water)\w{3,}er\b(?! than \d)|rise|"
    r"rises|risen|thinn\w*|thick(?:er|en\w*)|shr[aiu]nk\w*|melt\w*|thaw(?:s|ed|ing)?\b(?! (?:degree|index))|disappear\w*|vanish\w*|dry (?:out|up)|(?:be|get|become|much|even) worse|(?:ser(?:a|ont)|devien\w+|devenir)(?:-t-|-)?(?:ils?|elles?)? pires?\b|empir\w*|degel(?:e|er|era|eront)\b|dispara(?:itr\w*|it|issent)\b|aminci\w*|epaissi\w*|retreci\w*|recul\w*|fond\w*|raccourci\w*|allong\w*|fall in(?! (?:the )?(?:(?:19|20|21)\d\d|next|coming|a\b))|declin\w*|loss|lose|gain|perd(?:re|ra|ront|s|ent)?\b|gagne(?:r|ra|ront|nt)?\b|shift\w*|evol\w+|more|less|fewer|anomal\w+|augment\w*|"
    r"diminu\w*|shorten\w*|lengthen\w*|worsen\w*|intensif\w*|aggrav\w*|(?<!jusqu'ou )monter(?:a|ont|ait)?\b|montent|s'elever\w*|assech\w*|retreat\w*|progress(?:er|era|eront)\b|hausse|baiss\w*|decale\w*|alourdi\w*|accentu\w*|amplifi\w*|s'accroi\w*|se renforc\w*|s'attenu\w*|heavier|chut(?:e|er|era)\b|grimp\w*|doubl\w*|halve\w*|by how much|de combien|drop(?:s|ped)?\b|fall (?:by|off)|climb\w*|jump\w*|rechauff\w*|(?:pleu(?:vra|voir|t)|neige(?:ra|r)?|gele(?:ra|r)?|vente(?:ra|r)?)(?:[- ]t[- ]il)? (?:bien |beaucoup |nettement |un peu )?plus(?! de \d)|davantage|plus (?:de|d'|chaud\w*|sec\w*|humide\w*|froid\w*|longue?s?|courte?s?|forte?s?|faibles?|intenses?|frequente?s?|tot\b|tard\b|doux|douces?|pluvieu\w*|venteu\w*|vite|rares?|nombreu\w*|eleve\w*|severes?|haute?s?|basse?s?|ensoleille\w*|nuageu\w*|neigeu\w*|enneige\w*|brumeu\w*|orageu\w*|tempetueu\w*|violente?s?|puissante?s?|graves?|marquee?s?|profonde?s?|epais\w*|minces?|salee?s?|acides?|verte?s?|frais|fraiches?|arrosee?s?|arides?|lourde?s?|ventee?s?)|moins|minus|en plus|en moins|accrue?s?|"
    r"anomalie|delta(?= (?:t\b|temp|precip|change|of (?:temp|prec|rain)))|impact of)\b"
)

# the verb: "how will Poland's climate change"
_CLIMATE_CHANGES = re.compile(
    r"(?<='s )climate change\b|(?<=will the )climate change\b|(?<=would the )climate change\b"
)
_EXTREME = re.compile(
    r"\b(?:max\w*|min\w*|extremes?|peaks?|records?|pics?|highest (?:daily|hourly)|(?:hottest|coldest|wettest|windiest|warmest) (?:day|night|hour)s?|"
    r"(?:jour|journee|nuit)s? (?:la |le |les )?plus)\b"
)
# "compare the highest wind in Lyon and Turin" asks for a maximum of each, "which was highest" for none
_COMPARED_EXTREME = re.compile(
    r"^(?!.*\b(?:which|whose|who|where|lequel|laquelle|lesquels|quel|quelle|ou|qui)\b).*\bcompar\w+ (?:the |la |le |les |l')?(?:\w+ ){0,4}?(?:highest|lowest|largest|greatest|strongest|weakest|smallest|top|(?:la |le |les )?plus (?:fort|faible|haut|bas|basse|grand|petit|eleve)\w*)\b"
)
# Between two things compared, "more" and "warmer" set the one against the other, not against a past.
_CHANGE_SAID = re.compile(
    r"\b(?:chang\w*|increas\w*|decreas\w*|warming|warms?|rises?|declin\w*|loss|anomal\w+|augment\w*|diminu\w*|hausse|baisse|rechauff\w*|perte)\b"
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
        intent = _told(intent)
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


def _told(intent: Intent) -> Intent:
    """An explanation: what it is about, with nothing of what only data could be bound or summed up by."""
    named = tuple(name for name in intent.statistics if name not in _OF_DATA)
    places = tuple(p for p in intent.places if p.kind != "globe")
    return replace(intent, topics=topics(intent), places=places, statistics=named, aggregation=None, filters={})


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
_TYPED_STEP = re.compile(
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
    words = re.sub(
        r"\bsi rien ne change\b|\bif nothing changes\b|\bwithout (?:any )?changes?\b|\bsans changement\b|\bunchanged\b|\b(?:more|less|plus|fewer|moins) (?:than|de|d'|que) (?=\d)|\bor more\b|\bou plus\b|\b(?:le|la|les|l'annee|l'ete|l'hiver) plus \w+|(?:cooling|heating|growing)[- ]degree|climat\w* chang\w*|"
        r"chang\w* climat\w*|global warming level|at least|(?:^|[,;:(] ?)(?:plus|moins) \w+|qu'est-ce que (?:ca|cela) change|what (?:does|do|would|will) (?:it|that|this) change|(?:ca|cela) change\w* quoi",
        " ",
        _CLIMATE_CHANGES.sub(" change ", asking(reading.utterance.folded)),
    )
    pattern = _CHANGE_SAID if intent.action == "compare" else _FUTURE_CHANGE
    return bool(pattern.search(words)) or ("change" in reading.named.implied and intent.action != "compare")

"""Which slot an action cannot do without, and what makes up for it.

| slot | asked for where it is missing and | not asked for |
|---|---|---|
| places | words point at ground ("our village", "the reservoir", "chez nous"), in every action, an explanation of the ground itself included | a place, a tile, an orbit named; a training; an explanation of anything else |
| places | scenes, an index of them, or what only they show is found, described, detected, compared or followed | collections, models, labels or sources are listed, or where to get data; a place, a tile, an orbit |
| places | | of models and observations: the whole world, assumed and said; files of models, for whatever ground |
| places | a hydrological model is run | an event, a place named |
| places | a comparison names nothing: "compare them" without a turn before | |
| quantities | words point at what was said elsewhere ("the index", "the variables I listed") | a quantity or a phenomenon named |
| quantities | climate is described, projected, followed or compared somewhere, and nothing tells in what | a phenomenon, a mission, a process, a model; the character of a season ("what will summers be like") |
| collections | words point at a source that was not told ("that sensor", "our usual mission") | a mission, a collection, a model named; none is said: all are searched |
| facets | a family of scenarios has several members ("SSP4") | a model or a period is missing: all models, 1995–2014, the latest scene |
| periods | words point at dates ("between the two dates"), or a day is written so that it is two | none is said |
"""

from __future__ import annotations

from conductor.composer.reading import Reading
from conductor.composer.text.elsewhere import THAT_SOURCE, THOSE_DATES
from conductor.composer.voices.settled import MEASURING
from conductor.composer.when.pointed import points_at_time
from conductor.composer.wish.contrasts import unnamed
from conductor.composer.wish.discovery import discovers
from conductor.composer.wish.matter import elevation_data, imagery
from conductor.composer.wish.model_search import seeks_model
from conductor.composer.wish.offered import asks_what_there_is
from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent

_OF_IMAGERY = frozenset({"find", "describe", "detect", "change", "trend", "compare"})
_RESULTS = frozenset({"map", "plot", "timeseries", "value", "table"})
_SIZES = frozenset({"volume", "area", "extent"})  # the volume of a lake is itself what is asked of
_BY_GRID = frozenset({"mgrs_tile", "wrs_path", "relative_orbit"})
_OWN_VARIABLES = Pattern(
    r"\b(?:my|our|this|that|these|those|the requested|ma|mes|notre|nos|ces|cette)(?: input| required)? (?:variables?|indices|indicators?|indicateurs?)\b"
)
_GIVEN_VARIABLES = Pattern(
    r"\b(?:variables?|indices|indicateurs?) (?:qu'il (?:me|nous) faut|dont (?:j'ai|nous avons|on a) besoin)\b|\b(?:variables?|indices|indicators?|indicateurs?)\b.{0,12}\b(?:i|we|you|je|j'ai|j'avais|nous|il (?:me|nous|m'en))\b.{0,8}\b(?:faut|faudrait|veux|voulons|voudrais|cherche|listed|gave|mentioned|asked|sent|named|chose|selected|need|want|"
    r"enumere\w*|cite\w*|donne\w*|mentionne\w*|liste\w*|choisi\w*|indique\w*|demande\w*|envoye\w*)\b"
)
_A_MODEL = Pattern(
    r"\b(?:find|search|list|which|any|trouve[rz]?|cherche[rz]?|recherche[rz]?|liste[rz]?|quels?|moi) (?:\S+ ){0,5}?"
    r"(?:models?|modeles?|classifiers?|classifieurs?|networks?|detectors?|detecteurs?)\b(?! (?:output|data|runs?|sorties))|"
    r"^\W*(?:\w+ ){0,2}?(?:models?|modeles?|classifiers?|detectors?|detecteurs?|classifieurs?) (?:that|which|to|for|qui|pour)\b"
)
CHARACTER = Pattern(
    r"\b(?:summers?|winters?|springs?|autumns?|seasons?|nights?|days?|(?<!\ba )(?<!\bont )(?<!\bil )(?<!elle )(?<!\bils )(?<!elles )(?<!\bon )(?<!avait )(?<!avaient )(?<!avoir )etes?|hivers?|printemps|automnes?|saisons?|nuits?|jours?|"
    r"weather|meteo|temps (?:qu'il (?:a )?|avait-il |a-t-il )?(?:fait|faisait|fera)\w*|warm\w*|hot\w*|cold\w*|dr(?:y|ier|iest)|wet\w*|chaud\w*|froid\w*|sec|seche\w*|humide\w*|sunn\w*|rain\w*|snow\w*|stormy|storm\w*|dessech\w*|assech\w*|rechauff\w*|refroid\w*|(?:re)?verdi\w*|gel\w*|degel\w*|fr(?:eez|oz|ost)\w*|thaw\w*|"
    r"coast(?:s|line)?|shore(?:s|line)?|trait de cote|rivages?|littoral|dunes?|beach(?:es)?|plages?|(?:river ?|sea ?)?bed|meandr\w*|(?<!\bit )(?<!\bthings )(?<!\bclimate )(?:look|looks|looked|be) like|(?<!quoi )ressembl\w*(?! le climat)|aspect|apparences?|appearance|gone|disparu\w*)\b"
)
_ABOUT_US_HERE = Pattern(r"\b(?:do|offer|ask|get|find|faire|demander|proposer|trouver)\b[^.?!]{0,12}\b(?:here|ici)\b")
# "what does significance mean here?": in what was said, not on some ground
_MEANS_HERE = Pattern(
    r"\b(?:means?|stands? for|refers? to|signifie\w*|veut dire|veulent dire|designe\w*)\b[^.?!]{0,40}\b(?:here|ici)\b"
)
# "show where the value is above 25": of what, nobody said
_A_VALUE = Pattern(
    r"\bthe values? (?:(?:is|are|was|were|stays?|goes|rises) (?:above|below|over|under|greater|higher|lower|less|more)|exceeds?|exceed(?:ed|s)|(?:does|do|did) (?:the value )?exceed|drops?|falls?|reach\w*)\b|\b(?:does|do|did) the values? (?:exceed|drop|fall|reach|rise)\b|"
    r"\b(?:la|les) valeurs? (?:(?:est|sont|reste\w*|etai\w+) (?:\w+ )?(?:superieure?s?|inferieure?s?|au-dessus|au-dessous|en dessous|sous)|(?:depass|exced|franchi|attein|tomb|descend)\w*)"
)


def place_missing(r: Reading, intent: Intent) -> bool:
    """Whether where is not said and has no default."""
    if intent.places or intent.words or (set(r.filters) | set(intent.filters)) & _BY_GRID:
        return False
    if intent.action == "explain":
        filled = r.quantities or r.phenomena or r.collections or r.facets or r.processes
        told = _ABOUT_US_HERE.search(r.utterance.folded) or _MEANS_HERE.search(r.utterance.folded)
        return r.cues.here and not filled and not told
    if intent.action == "find" and not r.phenomena and (discovers(r) or (r.facets and not r.collections)):
        return False  # files of models cover the world, whatever ground they are wanted for
    if r.cues.here or (intent.action == "compare" and intent.compared is None and unnamed(r)):
        return True
    if intent.action == "simulate":
        return bool(intent.models) and not (intent.follow_up or r.phenomena or discovers(r))
    if intent.action not in _OF_IMAGERY or not (imagery(r) or elevation_data(r)) or _listing(r):
        return False
    gridded = r.quantities and not (r.collections or elevation_data(r) or any(q.spectral_index for q in r.quantities))
    return not (gridded and intent.action == "find")


def _listing(r: Reading) -> bool:
    """Collections, models or sources are listed, which needs no place."""
    if discovers(r) or seeks_model(r) or (_A_MODEL.search(r.utterance.folded) and not r.collections):
        return True
    listed = r.cues.which_data or (r.cues.data and asks_what_there_is(r))
    return listed and not r.cues.scenes and not r.quantities


def quantity_missing(r: Reading, intent: Intent) -> bool:
    """Whether what is measured is not said: words point at it, or climate is asked of somewhere and nothing more."""
    if intent.quantities:
        return False
    given = bool(_GIVEN_VARIABLES.search(r.utterance.folded)) or (
        not r.phenomena and bool(_A_VALUE.search(r.utterance.folded))
    )
    if r.cues.index_word or given:
        return intent.action != "find" or given or bool(_OWN_VARIABLES.search(r.utterance.folded))
    if intent.action in _OF_IMAGERY and not intent.follow_up and _OWN_VARIABLES.search(r.utterance.folded):
        return not (r.phenomena or intent.facets.get("variable_id"))
    return not intent.phenomena and _nothing_measured(r, intent)


def _nothing_measured(r: Reading, intent: Intent) -> bool:
    """A place or a scenario and no subject: "how has the climate of India changed?", "projections for Kenya"."""
    drawn = intent.action == "find" and bool(_RESULTS & set(intent.outputs)) and not intent.facets
    if intent.follow_up or r.cues.find or not (intent.action in MEASURING or drawn):
        return False
    if not (intent.places or intent.facets.get("experiment_id")):
        return False
    told = r.phenomena or intent.processes or intent.models or r.named.implied or imagery(r) or elevation_data(r)
    if _SIZES & set(intent.statistics):
        return False
    if any(p.warming_level for p in intent.periods) and all(p.kind == "globe" for p in intent.places):
        return False  # the world's warming is itself what is asked of: "when does the world pass 2 °C?"
    return not told and not CHARACTER.search(r.utterance.folded)


def source_missing(r: Reading, intent: Intent) -> bool:
    """Whether words point at a mission or collection that was not said."""
    told = intent.collections or intent.facets or intent.filters.get("platform") or intent.models
    if told or intent.follow_up or intent.action not in _OF_IMAGERY:
        return False
    return bool(THAT_SOURCE.search(r.utterance.folded))


def dates_missing(r: Reading, intent: Intent) -> bool:
    """Whether words point at dates that were not said."""
    folded = r.utterance.folded
    pointed = points_at_time(folded) or bool(THOSE_DATES.search(folded))
    return pointed and not (intent.periods or intent.months)

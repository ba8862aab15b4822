"""What is wanted of data: found, described, projected, followed over time, mapped from imagery; first rule that fits decides."""

from __future__ import annotations

from collections.abc import Callable

from conductor.composer.reading import Reading
from conductor.composer.text.clauses import asking
from conductor.composer.text.cues import SIGNIFICANT, Cues
from conductor.composer.wish.changing import came_or_went, from_to, grows_there, is_change, loss_measured, two_dates
from conductor.composer.wish.drift import fluctuates, lasts, over_years
from conductor.composer.wish.finding import counted_on_image, is_find
from conductor.composer.wish.matter import (
    CLIMATE_PHENOMENA,
    GRIDDED_SENSORS,
    future,
    imagery,
    moving_ground,
    of_terrain,
)
from conductor.composer.wish.model_search import runs_model
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern
from planners.intent import Action

_EVOLUTION = Pattern(r"\bevolutions?\b")


def _trend(r: Reading, c: Cues) -> bool:
    if loss_measured(r, c) or by_steps(r) or fluctuates(r) or grows_there(r):
        return False
    told = RATE.search(r.utterance.folded) or (over_years(r) and not _EVOLUTION.search(r.utterance.folded))
    between = c.before_after or ((from_to(r) or two_dates(r)) and not told)
    if came_or_went(r) or (imagery(r) and between):
        return False
    if future(r) and not RATE.search(asking(r.utterance.folded)):
        return False
    if of_terrain(r) or (
        r.processes and not RATE.search(r.utterance.folded)
    ):  # "reduce_dimension over time" is no trend
        return False
    if moving_ground(r) and not two_dates(r) and lasts(r):
        return True
    if (
        c.change
        and r.phenomena
        and not two_dates(r)
        and _TIMED.search(r.utterance.folded)
        and _SINCE.search(r.utterance.folded)
    ):
        return True
    if c.trend and (r.quantities or r.phenomena or r.named.implied or r.collections):
        return True
    return (
        not two_dates(r)
        and not future(r)
        and (
            over_years(r)
            or (
                c.has_changed
                and bool(r.quantities or r.phenomena or r.collections)
                and lasts(r)
                and not (_WHEN.match(r.utterance.folded) and not r.periods)
            )
        )
    )


# how long something lasts, how often or how hard it comes, as it shifted over the years: no difference of two images
_TIMED = Pattern(
    r"\b(?:how (?:long|often|frequent\w*|severe|intense|strong)|durations?|durees?|frequenc(?:y|ies)|frequences?|intensit(?:y|ies|es?)|severit(?:y|es?)|numbers? of|nombres? de|combien de (?:temps|jours|mois|semaines|fois)|length of|longueur de|how many (?:days|weeks|months|times))\b"
)
_SINCE = Pattern(r"\b(?:since|depuis)\b")
# "quand la neige fond-elle ?": a time of the year, no course over the years
_WHEN = Pattern(r"\W*(?:when|quand|a quel(?:le)? (?:date|moment|epoque))\b")


# what changes by the decade, as against what is averaged over each
_DRIFTS = Pattern(
    r"\b(?:trend\w*|tendances?|evol\w+|rates?|rythme|slope|pente|warm(?:ed|ing)|rechauff\w*|chang\w*|increas\w*|decreas\w*|augment\w*|diminu\w*|gain\w*|los[est]\w*|ris\w+|declin\w*|drop\w*|perd\w*|pertes?|mann-?kendall|theil|combien de degres|de combien|(?:degrees?|degres?|° ?[cf]) (?:per|par)|rising|falling|(?:going|goes) (?:up|down)|monte\w*|baiss\w*|recul\w*|retreat\w*|melt\w*|fon[dt]\w*|green\w*|verdi\w*|shr\w+|retreci\w*|assech\w*|dry\w*)\b"
)


def by_steps(r: Reading) -> bool:
    """ "Vitesse moyenne du vent par décennie", "monthly climatology": a figure of each decade or month, not a rate."""
    cycle = r.aggregation == "climatology" and not RATE.search(r.utterance.folded)  # how the months of a year vary
    return cycle or (r.aggregation == "decadal" and not (_DRIFTS.search(r.utterance.folded) or over_years(r)))


# How something will evolve is projected; its trend or rate is asked for by these words.
RATE = Pattern(
    r"\b(?:de (?:plus en plus|moins en moins)|more and more|trend\w*|tendances?|rates?|taux(?= (?:donne|montre|indique|observe|trouve|obtien|projette|annonce)\w*|\W*[?,])|taux (?:annuel |moyen |actuel )*(?:de |d'|du )(?:la |l')?(?:recul|retrait|perte|fonte|hausse|baisse|rechauff\w*|croissance|elevation|montee|declin|erosion|deforestation|diminution|augmentation|amincissement|verdissement)|rythme|vitesse|slope|pente|how (?:fast|quickly|rapidly)|per decade|(?<!decennie )par decennie(?! jusqu)|mann-?kendall|theil|"
    + SIGNIFICANT
    + r"|accelerat\w+|accelere\w*)\b"
)


MAP_VERB = Pattern(
    r"(?:^|[.:;,!?]\s)\W{0,9}(?:please |can you |could you |peux-tu |pouvez-vous )*(?:map|detect|segment|delineate|outline|mask|masque[rz]?|trace[rz]? le contour|cartographie[rz]?|detecte[rz]?|delimite[rz]?)\b(?! of)"
)


# "where did snow lie": the places where it was, and not where it lay deepest
_SITED = Pattern(
    r"\W*(?:where (?:did|does|do|is|was|were|are|has|had)|ou (?:y (?:a|avait|aura)|la neige|il y (?:a|avait)|avait|trouve))\b(?![^?.!]*\b(?:\w{3,}est|most|least|(?:le|la|les) (?:plus|moins))\b)"
)
_LIGHTS = Pattern(r"\b(?:night-?(?:time)?[- ]lights?|lumieres? nocturnes?)\b")


def _detect(r: Reading, c: Cues) -> bool:
    if not r.phenomena or r.facets:
        return False
    sensors = {entry.sensor for name in r.collections if (entry := collection(name))}
    if sensors and sensors <= GRIDDED_SENSORS:
        return False
    indexed = any(q.spectral_index and not q.threshold for q in r.quantities)
    if (
        indexed
        and (set(r.outputs) & {"timeseries", "plot", "value", "file"} or r.aggregation)
        and not MAP_VERB.search(r.utterance.folded)
    ):
        return False
    if indexed and set(r.statistics) & {"mean", "median", "max", "min"} and not (c.detect or r.outputs):
        return False
    if set(r.phenomena) == {"urban"} and _LIGHTS.search(r.utterance.folded) and not c.detect:
        return False
    mapped = bool(MAP_VERB.search(r.utterance.folded) or _SITED.match(r.utterance.folded))
    counted = (
        any(q.indicator and "area" not in q.indicator for q in r.quantities) and not c.detect
    )  # "snow cover duration, MODIS"
    of_air = CLIMATE_PHENOMENA | {"air_pollution"}
    climate_only = set(r.phenomena) <= of_air and r.quantities and (counted or not imagery(r)) and not mapped
    return not climate_only and not (future(r) and not r.collections)


# "I need climate projections for my region": what is to come there, not the files that tell it
_PROJECTIONS = Pattern(
    r"\bprojections?\b(?! (?:cartographique|conique|mercator|lambert|utm)\b)|\b(?:future climate|climat (?:futur|a venir))\b"
)


def _project(r: Reading, c: Cues) -> bool:
    warmer = any(p.warming_level for p in r.periods) and bool(c.show or r.outputs) and not c.data
    told = bool(r.located or r.cues.here) and bool(_PROJECTIONS.search(r.utterance.folded))
    return future(r) and bool(r.quantities or r.phenomena or r.named.implied or r.experiments or warmer or told)


# "will there be a cyclone", "une sécheresse est-elle attendue": whether something comes about
_COMES_ABOUT = Pattern(
    r"\bwill (?:there|we|it|they) (?:\w+ )?(?:be|have|get|see|come)\b|\b(?:is|are) (?:there )?[^.?!;]{2,60}\b(?:expected|foreseen|to be expected)\b|\by aura-t-(?:il|on)\b|\b(?:va-t-il|est-ce qu'il va) y avoir\b|"
    r"\b(?:est|sont)-(?:il|elle)s? (?:attendu|prevu|a prevoir)\w*|\b(?:faut-il|doit-on|peut-on) (?:s'attendre|s'y attendre|prevoir|craindre)\b"
)
_ALERTS = Pattern(r"\b(?:alerts?|alertes?)\b")


def comes_about(r: Reading) -> bool:
    """ "Will there be a cyclone in Fiji next month?": of the time to come, so that no image shows it."""
    return future(r) and bool(r.phenomena) and not r.collections and bool(_COMES_ABOUT.search(r.utterance.folded))


def warned_of(r: Reading) -> bool:
    """ "Show me the deforestation alerts": what was seen is wanted, not the data it was seen in."""
    return bool(r.phenomena and _ALERTS.search(r.utterance.folded)) and not (r.cues.data or r.cues.scenes)


def _describe(r: Reading) -> bool:
    return bool(r.quantities or r.statistics or r.named.implied or r.phenomena)


# "give me the weather": what it was, no file of it
_WEATHER_TOLD = Pattern(r"\b(?:weather|meteo)\b(?! (?:data\w*|stations?|models?|radars?|satellites?))")


def _wants_things(r: Reading) -> bool:
    shown = r.cues.show and not _WEATHER_TOLD.search(r.utterance.folded)
    return r.cues.find or shown or r.cues.scenes or r.cues.data


_CROSSED = Pattern(
    r"\b(?:when|(?:in |by )?(?:what|which) (?:year|decade)|how soon|quand|(?:en )?quelle (?:annee|decennie)|a quel moment|(?:at |from |beyond )?(?:which|what) (?:level of |degree of |global )*warming|(?:a|a partir de|au-dela de) quel(?: niveau| degre| seuil)?(?: de)? rechauffement)\b.{2,120}\b(?:cross\w*|reach\w*|exceed\w*|pass(?:es|ed)?|hits?|surpass\w*|depass\w*|attein\w*|franchi\w*|becom\w*|devien\w*|disappear\w*|dispar\w*|vanish\w*|lose\w*|perd\w*)"
)


MODELS_SAY = Pattern(
    r"\b(?:what (?:do(?:es)? )?(?:the )?|que (?:les )?|qu(?:e |')(?:disent|prevoient|annoncent|projettent|montrent|donnent|indiquent|predisent|attendent|promettent|suggerent) (?:les )?)(?:\w+ ){0,2}(?:models?|modeles|projections?|simulations?|scenarios?|cmip\d?)\b(?: (?:say|project|predict|show|tell|suggest|expect|indicate|foresee|announce|forecast|give|promise)\w*)?"
)


def _crosses(r: Reading, c: Cues) -> bool:
    """ "When does the model cross 2 °C": a year to come is wanted, of whichever run."""
    words = r.utterance.folded
    told = MODELS_SAY.search(words) and bool(r.quantities or r.phenomena)
    return bool(_CROSSED.search(words) or told) and future(r) and not c.scenes


RULES: tuple[tuple[Action, Callable[[Reading], bool], float], ...] = (
    ("project", lambda r: _crosses(r, r.cues), 0.85),
    ("find", lambda r: is_find(r, r.cues), 0.85),
    ("trend", lambda r: _trend(r, r.cues), 0.85),
    ("change", lambda r: is_change(r, r.cues), 0.8),
    ("describe", of_terrain, 0.8),
    ("detect", moving_ground, 0.6),
    ("detect", runs_model, 0.75),
    ("detect", lambda r: _detect(r, r.cues), 0.75),
    ("detect", counted_on_image, 0.75),
    ("project", lambda r: _project(r, r.cues), 0.85),
    ("describe", _describe, 0.75),
    ("find", _wants_things, 0.6),
)

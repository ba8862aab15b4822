"""What is wanted of data: found, described, projected, followed over time, mapped from imagery; first rule that fits decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from conductor.composer.cues import Cues
from conductor.composer.finding import DAMAGE, is_find, two_dates
from conductor.composer.matter import CLIMATE_PHENOMENA, GRIDDED_SENSORS, future, imagery, moving_ground, of_terrain
from conductor.composer.reading import Reading
from connectors.vocabulary.collections import collection


def _trend(r: Reading, c: Cues) -> bool:
    if imagery(r) and (c.before_after or (_from_to(r) and not c.trend)):
        return False
    if future(r) and not RATE.search(r.utterance.folded):
        return False
    if of_terrain(r) or (
        r.processes and not RATE.search(r.utterance.folded)
    ):  # "reduce_dimension over time" is no trend
        return False
    if moving_ground(r) and not two_dates(r) and _long(r):
        return True
    if c.trend and (r.quantities or r.phenomena or r.named.implied or r.collections):
        return True
    return (
        c.has_changed
        and bool(r.quantities or r.phenomena or r.collections)
        and not two_dates(r)
        and not future(r)
        and _long(r)
    )


# How something will evolve is projected; its trend or rate is asked for by these words.
RATE = re.compile(
    r"\b(?:de (?:plus en plus|moins en moins)|more and more|trend\w*|tendances?|rates?|rythme|vitesse|slope|pente|how (?:fast|quickly|rapidly)|per decade|par decennie|mann-?kendall|theil|significan\w+|"
    r"significati\w+|accelerat\w+|accelere\w*)\b"
)


def _long(r: Reading) -> bool:
    """Years enough for a rate: an open or long period, or none said."""
    dated = [p for p in r.targets if p.start and p.end]
    return not dated or any(
        (date.fromisoformat(p.end) - date.fromisoformat(p.start)).days > 800 for p in dated if p.start and p.end
    )


_FROM_TO = re.compile(
    r"\b(?:between|from|entre|de|du|d'|des)\b(?=[^.;?]{0,25}(?:\d|\b(?:jan|fe[bv]|mar|a[pv]r|ma[iy]|ju[nil]|aou|aug|sep|oct|nov|dec|spring|summer|autumn|winter|printemps|ete|automne|hiver)))"
    r"[^.;?]{3,60}\b(?:and|to|until|et|a|au|jusqu'(?:a|en|au))\b[^.;?]{0,20}\d"
)


# "glacier retreat Patagonia 1985-2020": how far it went between the two ends
_DRIFT_OVER = re.compile(
    r"\b(?:retreat|shrinkage|shrinking|growth|expansion|sprawl|recul|retrait|croissance|etalement|extension|changes?|changements?)\b.{0,60}(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d"
)


def _from_to(r: Reading) -> bool:
    """From one date to another, so that a change lies between them; how much was lost is measured, not differenced."""
    dated = [p for p in r.targets if p.start and p.end and p.start != p.end]
    lost = r.cues.how_much and "deforestation" in r.phenomena
    spanned = bool(_FROM_TO.search(r.utterance.folded) or _DRIFT_OVER.search(r.utterance.folded))
    return len(r.periods) == 1 and bool(dated) and spanned and not lost


_SINCE_THEN = re.compile(
    r"\b(?:since|depuis|compared|between (?:the|these|those) (?:two |2 )?dates|entre (?:les|ces) (?:deux |2 )?dates)\b"
)


_STEPS = frozenset({"annual", "monthly", "seasonal", "daily", "decadal"})


def _change(r: Reading, c: Cues) -> bool:
    if not imagery(r) and not (r.phenomena and not r.facets):
        return False
    if c.before_after or (DAMAGE.search(r.utterance.folded) and two_dates(r) and not c.how_much):
        return True
    if r.aggregation in _STEPS and not two_dates(r):  # "loss, year by year": a series, not a difference
        return False
    return (
        (c.change or (c.difference and two_dates(r)))
        and (two_dates(r) or _from_to(r) or bool(_SINCE_THEN.search(r.utterance.folded)))
        and not future(r)
    )


MAP_VERB = re.compile(
    r"(?:^|[.:;,!?]\s)\W*(?:please |can you |could you |peux-tu |pouvez-vous )*(?:map|detect|segment|delineate|outline|trace[rz]? le contour|cartographie[rz]?|detecte[rz]?|delimite[rz]?)\b(?! of)"
)


_LIGHTS = re.compile(r"\b(?:night-?(?:time)?[- ]lights?|lumieres? nocturnes?)\b")


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
    if set(r.phenomena) == {"urban"} and _LIGHTS.search(r.utterance.folded) and not c.detect:
        return False
    mapped = bool(MAP_VERB.search(r.utterance.folded))
    climate_only = set(r.phenomena) <= CLIMATE_PHENOMENA and r.quantities and not imagery(r) and not mapped
    return not climate_only and not (future(r) and not r.collections)


def _project(r: Reading, c: Cues) -> bool:
    warmer = any(p.warming_level for p in r.periods) and bool(c.show or r.outputs) and not c.data
    return future(r) and bool(r.quantities or r.phenomena or r.named.implied or r.experiments or warmer)


def _describe(r: Reading, c: Cues) -> bool:
    return bool(r.quantities or r.statistics or r.named.implied or r.phenomena)


_CROSSED = re.compile(
    r"\b(?:when|(?:in |by )?(?:what|which) (?:year|decade)|how soon|quand|(?:en )?quelle (?:annee|decennie)|a quel moment)\b.{2,120}\b(?:cross\w*|reach\w*|exceed\w*|pass(?:es|ed)?|hits?|surpass\w*|depass\w*|attein\w*|franchi\w*)"
)


_MODELS_SAY = re.compile(
    r"\b(?:what|que) (?:do(?:es)? |disent |prevoient |annoncent |projettent |montrent )?(?:the |les )?(?:\w+ ){0,2}(?:models?|modeles|projections?|simulations?|scenarios?|cmip\d?)\b(?: (?:say|project|predict|show|tell|suggest|expect|indicate|foresee)\w*)?"
)


def _crosses(r: Reading, c: Cues) -> bool:
    """ "When does the model cross 2 °C": a year to come is wanted, of whichever run."""
    words = r.utterance.folded
    told = _MODELS_SAY.search(words) and bool(r.quantities or r.phenomena)
    return bool(_CROSSED.search(words) or told) and future(r) and not c.scenes


RULES: tuple[tuple[str, Callable[[Reading, Cues], bool], float], ...] = (
    ("project", _crosses, 0.85),
    ("find", is_find, 0.85),
    ("trend", _trend, 0.85),
    ("change", _change, 0.8),
    ("describe", lambda r, c: of_terrain(r), 0.8),
    ("detect", lambda r, c: moving_ground(r), 0.6),
    ("detect", _detect, 0.75),
    ("project", _project, 0.85),
    ("describe", _describe, 0.75),
    ("find", lambda r, c: c.find or c.show or c.scenes or c.data, 0.6),
)

"""Follow-ups: whether a question leans on the turns before, and the whole intent that it then means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conductor.composer.actions import Decision
from conductor.composer.calendar_words import fold
from conductor.composer.carried import INSTEAD_OF, appends, carried_months, carried_periods, carried_places
from conductor.composer.matter import GRIDDED_SENSORS
from conductor.composer.reading import Reading
from conductor.composer.resolve import FREQUENCIES
from conductor.composer.statistics import read_aggregation
from connectors.vocabulary.collections import collection
from planners.intent import Intent, Quantity

_LEADS_ON = re.compile(
    r"^\W*(?:and|et|what about|how about|same|also|or|ou|no\b|non\b|nope|now|then|ok|okay|but|mais|puis|alors|so|"
    r"make|use|only|just|instead|add|remove|without|switch|change (?:it|to|that)|actually|rather|plutot|pareil|"
    r"idem|meme|ajoute|enleve|retire|seulement|uniquement|juste|garde|refais|prends|utilise|passe|avec|sans|"
    r"maintenant|"
    r"sorry|oops|desole|pardon|pour|for|in|with|en|au|dans|sur|over|elargis|etends|extend|widen|zoom|focus|keep|"
    r"consider|restrict|limit|export\w*|save|download|plot|map|show (?:it|them|that|those|me (?:that|it|the same|"
    r"them))|trace|affiche|can you (?:also|plot|map|show (?:it|them|that)|create|make|add|export|repeat|"
    r"do (?:that|it|the same))|i (?:meant|mean)|i want to repeat|i'd rather|let's|which (?:one|of)|are you sure|"
    r"is that|is it|was that|why (?:is|was|that|so)|c'est|est-ce|tu es|t'es|really|vraiment|hmm+|yes|oui|why not|"
    r"the (?:first|second|last|same|other)|oh|ah|right|fine|great|thanks|thank you|merci|d'accord|bon|parfait|super|give me (?:that|it|them|the same|the (?:first|top|next|data|file|"
    r"numbers?))|donne-(?:le|la|les)|compare (?:it|that|them|this|with|to|avec|a)|et si|what if)\b"
)
_THEN = re.compile(r"\b(?:then|instead|alors|plutot|a la place)\W*$")
_SELF_CONTAINED = re.compile(
    r"^\W*(?:what is|what's|what are|what does|who|how (?:do|does|is|are)|c'est quoi|qu'est-ce|que signifie|pourquoi|"
    r"why (?:do|does|is|are)|define|explain)\b"
)
_TREND_ASKED = re.compile(r"\b(?:the trend|la tendance|trend significant|tendance significative)\b")
_OF_THE_ANSWER = re.compile(
    r"\bthe (?:spread|range|uncertainty|results?|numbers?|values?|difference|plot|probability|answer|signal|ensemble)\b|"
    r"\bl'(?:ecart|incertitude|intervalle|ensemble)\b|\bla (?:dispersion|fourchette|difference|probabilite|reponse)\b|"
    r"\ble (?:resultat|chiffre|graphique|signal)\b|\bles (?:resultats|chiffres|valeurs)\b"
)
_WHY = re.compile(r"^\W*(?:(?:so|but|and|ok|mais|et|ok|alors)\W+)?(?:why|pourquoi|how come)\b")
_SWAP = re.compile(
    r"\b(?:swap|replace|substitute|exchange|remplace[rz]?|echange[rz]?|change[rz]?|troque[rz]?)\b.{1,60}\b(?:for|with|by|to|par|contre|pour|en)\b"
)
_PER_CENT = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?) ?(?:%|percent|pour ?cent|pct)(?: (?:max|at most|au plus|maximum))?")


def follows(reading: Reading, base: Intent) -> bool:
    """Whether the turn cannot be understood without the one before."""
    cues, folded = reading.cues, reading.utterance.folded
    subject, placed = _subject_said(reading), bool(reading.located)
    if cues.dispute or (cues.instead and not (subject and placed and reading.periods)):
        return True
    if not subject and not reading.facets:
        return (
            not (cues.greeting and len(folded.split()) < 4)
            and not (cues.about_us and not _LEADS_ON.match(folded))
            and not _knowledge(reading)
        )
    if _fragment(reading):
        return True
    if placed and subject and (reading.periods or cues.question or cues.find) and not _LEADS_ON.match(folded):
        return False
    if _SELF_CONTAINED.match(folded) and not cues.here and not placed and not reading.periods and not _refers(folded):
        return False
    if (
        _LEADS_ON.match(folded)
        or (_THEN.search(folded) and len(folded.split()) <= 12)
        or cues.repeat
        or cues.here
        or cues.add
    ):
        return not (
            placed
            and subject
            and reading.periods
            and not cues.repeat
            and not re.match(r"^\W*(?:and|et|what about|how about|also)\b", folded)
        )
    return (
        not placed
        and bool(base.places)
        and not (reading.periods and subject and (reading.facets or reading.collections) and len(folded.split()) > 7)
    )


def _subject_said(reading: Reading) -> bool:
    """Whether the turn names what it is about."""
    r = reading
    return bool(r.quantities or r.phenomena or r.collections or r.named.implied or r.models or r.processes)


def _fragment(reading: Reading) -> bool:
    """A few words that only name a facet: "r2i1p1f1 à la place" asks nothing by itself."""
    cues = reading.cues
    subject = reading.quantities or reading.phenomena or reading.located or reading.collections or reading.models
    return (
        bool(reading.facets)
        and not subject
        and len(reading.utterance.folded.split()) <= 5
        and not (cues.find or cues.question or cues.meaning)
    )


def _knowledge(reading: Reading) -> bool:
    return (
        bool(_SELF_CONTAINED.match(reading.utterance.folded))
        and not _refers(reading.utterance.folded)
        and len(reading.utterance.folded.split()) > 3
    )


def _refers(folded: str) -> bool:
    pronoun = re.search(r"\b(?:it|that|those|them|these|there|ca|cela|celui|celle|ceux|celles|here|ici)\b", folded)
    return bool(pronoun or _OF_THE_ANSWER.search(folded))


def merge(reading: Reading, base: Intent, decision: Decision) -> Intent:
    """The whole intent of a follow-up: what is said anew replaces, appends or removes; the rest stays."""
    if reading.cues.dispute and not reading.cues.instead and not _new_slots(reading):
        return replace(base, follow_up=True, probability=1.0)
    intent = replace(base, follow_up=True, probability=1.0)
    intent = replace(
        intent,
        places=carried_places(reading, base),
        months=carried_months(reading, base),
        periods=carried_periods(reading, base),
    )
    intent = _subject(reading, intent)
    intent = _sources(reading, intent)
    intent = replace(
        intent,
        filters=_filters(reading, base),
        statistics=_statistics(reading, base),
        aggregation=reading.aggregation or base.aggregation,
    )
    intent = _step(reading, replace(intent, outputs=reading.outputs or base.outputs))
    return _action(reading, intent, decision)


def _step(reading: Reading, intent: Intent) -> Intent:
    """A new time step is the frequency of what is searched."""
    step = read_aggregation(reading.utterance.folded, of_data=True)
    if intent.action == "find" and "frequency" in intent.facets and step in FREQUENCIES:
        return replace(intent, facets={**intent.facets, "frequency": (FREQUENCIES[step],)}, aggregation=None)
    return intent


def _new_slots(reading: Reading) -> bool:
    return bool(
        reading.located
        or reading.periods
        or reading.months
        or reading.quantities
        or reading.phenomena
        or reading.facets
        or reading.collections
        or reading.filters
        or reading.outputs
    )


def _subject(reading: Reading, intent: Intent) -> Intent:
    quantities, phenomena = _kept(reading, reading.quantities), _sought(reading, intent)
    if not quantities and not phenomena:
        return replace(
            intent,
            models=_swapped(reading.models, intent.models, reading) or intent.models,
            processes=reading.processes or intent.processes,
        )
    if appends(reading):
        quantities, phenomena = (*intent.quantities, *quantities), tuple(dict.fromkeys((*intent.phenomena, *phenomena)))
    if (
        quantities
        and intent.quantities
        and all(q.threshold is None for q in quantities)
        and not reading.quantities[0].indicator
        and _rebinds(reading, intent)
    ):
        return intent
    return replace(
        intent, quantities=quantities or (intent.quantities if not phenomena else ()), phenomena=phenomena or (intent.phenomena if not quantities else ()),
        models=_swapped(reading.models, intent.models, reading) or intent.models, processes=reading.processes or intent.processes,
    )  # fmt: skip


def _sought(reading: Reading, intent: Intent) -> tuple[str, ...]:
    """The phenomena said, without those that only bound scenes: "loosen the clouds to 40 %"."""
    bounded = intent.action == "find" and intent.collections and _PER_CENT.search(reading.utterance.folded)
    return tuple(p for p in reading.phenomena if not (bounded and p in ("cloud", "snow")))


def _kept(reading: Reading, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Without those that are named only to be replaced: "maximum temperature instead of rain"."""
    dropped = INSTEAD_OF.search(reading.utterance.folded)
    if dropped is None or len(quantities) < 2:
        return quantities
    return tuple(q for q in quantities if fold(q.name) not in dropped["dropped"]) or quantities


def _swapped(said: tuple[str, ...], base: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """ "Swap A for B": what was there before gives way."""
    fresh = tuple(value for value in said if value not in base)
    return fresh if fresh and len(fresh) < len(said) and _SWAP.search(reading.utterance.folded) else said


def _rebinds(reading: Reading, intent: Intent) -> bool:
    """A bare word such as "warmer" refers to the quantity already asked of."""
    return all(q.variable_id == "tas" and "change" in reading.named.implied for q in reading.quantities) and any(
        q.variable_id in ("tasmax", "tasmin", "tas") for q in intent.quantities
    )


def _sources(reading: Reading, intent: Intent) -> Intent:
    facets, collections = _facets(reading, intent.facets), reading.collections or intent.collections
    if appends(reading) and reading.collections:
        collections = tuple(dict.fromkeys((*intent.collections, *reading.collections)))
    elif reading.cues.remove and not reading.cues.instead and set(reading.collections) & set(intent.collections):
        collections = tuple(c for c in intent.collections if c not in reading.collections)
    if (
        "source_id" in reading.facets
        and not reading.collections
        and not appends(reading)
        and _gridded(intent.collections)
    ):
        collections = ()
    if reading.collections and _gridded(reading.collections) and not appends(reading) and not reading.facets:
        facets = {
            k: v
            for k, v in facets.items()
            if k not in ("source_id", "experiment_id", "member_id", "mip_era", "institution_id")
        }
    return replace(intent, facets=facets, collections=collections)


def _gridded(names: tuple[str, ...]) -> bool:
    return bool(names) and all((entry := collection(name)) and entry.sensor in GRIDDED_SENSORS for name in names)


def _facets(reading: Reading, base: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    merged = dict(base)
    for key, values in reading.facets.items():
        if reading.cues.remove and not reading.cues.instead and set(values) & set(merged.get(key, ())):
            merged[key] = tuple(v for v in merged[key] if v not in values)
        elif appends(reading) and key in merged:
            merged[key] = tuple(dict.fromkeys((*merged[key], *values)))
        else:
            merged[key] = _swapped(values, merged.get(key, ()), reading)
    if "experiment_id" in reading.facets and "mip_era" not in reading.facets and merged.get("mip_era") == ("CMIP5",):
        merged.pop("mip_era")
    return {key: values for key, values in merged.items() if values}


def _filters(reading: Reading, base: Intent) -> dict[str, Any]:
    merged = {**base.filters, **reading.filters}
    if reading.collections and not appends(reading) and "platform" not in reading.filters:
        merged.pop("platform", None)
    bare = _PER_CENT.search(reading.utterance.folded)
    if (
        bare
        and "cloud_cover_max" not in reading.filters
        and (base.collections or "cloud_cover_max" in base.filters)
        and not reading.quantities
    ):
        merged["cloud_cover_max"] = float(bare[1].replace(",", "."))
    return merged


def _statistics(reading: Reading, base: Intent) -> tuple[str, ...]:
    dropped = INSTEAD_OF.search(reading.utterance.folded)
    words = {
        "mean": ("mean", "average", "moyenne"),
        "median": ("median", "mediane"),
        "max": ("max", "highest"),
        "min": ("min", "lowest"),
    }
    unwanted = {name for name, forms in words.items() if dropped and any(form in dropped["dropped"] for form in forms)}
    kept = tuple(s for s in reading.statistics if s not in unwanted)
    if not kept:
        return base.statistics
    return tuple(dict.fromkeys((*base.statistics, *kept))) if appends(reading) else kept


def _action(reading: Reading, intent: Intent, decision: Decision) -> Intent:
    """The base's action, unless another one is plainly asked for."""
    cues = reading.cues
    if _WHY.match(reading.utterance.folded) and not cues.dispute and not _new_slots(reading):
        return replace(intent, action="explain", compared=None)
    if decision.compared or (cues.compare and not cues.dispute):
        axis = decision.compared or _axis(intent)
        if axis:
            return replace(intent, action="compare", compared=axis)
    if cues.trend and (decision.action == "trend" or _TREND_ASKED.search(reading.utterance.folded)):
        return replace(intent, action="trend", compared=None)
    if decision.action in ("simulate", "train"):
        return replace(intent, action=decision.action)
    if (
        decision.action == "find"
        and cues.find
        and (cues.data or cues.scenes)
        and intent.action != "find"
        and not reading.outputs
    ):
        return replace(intent, action="find")
    measured = reading.quantities or _sought(reading, intent)
    if (intent.action == "find" and measured and decision.action != "find" and not _same_again(reading)) or (
        cues.what_is and reading.quantities
    ):
        return replace(
            intent,
            action=decision.action if decision.action in ("detect", "describe", "trend", "change") else "describe",
        )
    return intent if intent.action else replace(intent, action=decision.action)


def _same_again(reading: Reading) -> bool:
    """The same thing of another subject: "same for precipitation", "and snow depth?"."""
    short = len(reading.utterance.folded.split()) <= 5 and _LEADS_ON.match(reading.utterance.folded)
    return reading.cues.repeat or bool(short and not reading.statistics and not reading.outputs)


def _axis(intent: Intent) -> str | None:
    if len(intent.facets.get("experiment_id", ())) > 1:
        return "scenarios"
    if len(intent.places) > 1:
        return "places"
    if len(intent.collections) + len(intent.facets.get("source_id", ())) > 1:
        return "sources"
    return "periods" if len(intent.periods) > 1 else None

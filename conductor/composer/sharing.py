"""Sharing: the slots that one part of a question says for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.elliptic import again, applied, repeated, that_scenario
from conductor.composer.focus import THAT_TIME
from conductor.composer.independence import THERE
from conductor.composer.reading import Reading
from conductor.composer.standing import POSSESSIVE, defines, explains, lists, of_us
from conductor.composer.wish.matter import imagery
from conductor.composer.wish.wanted import MODELS_SAY
from connectors.vocabulary.patterns import Pattern
from planners.intent import Quantity

_COMPUTED_IT = Pattern(
    r"\b(?:was|is|were|will|would|did|does) (?:it|that|they)\b(?! (?:flood|rain|snow|burn|freez|hail|pour))|\b(?:est|etait|sera|serait|vaut|valait)(?:-t)?-(?:il|elle)s?\b|(?<!y )\ba(?:vait)?-t-(?:il|elle) (?:ete|valu)\b|"
    r"\b(?:comput\w*|calculat\w*|calcul\w*|plot|map|give|show|donne|montre|trace)(?:(?: me)? (?:it|that)|(?:-moi)?-(?:le|la|les))\b|"
    r"\b(?:le |la |les |l')(?:calcul|estim|evalu|cartographi|trac|montr|donn|affich|mesur)(?:e|er|es|ez|iez)\b"
)

_HOW_MANY = Pattern(r"(?:\W|\d\)|et\b|puis\b)*combien\b(?! d(?:e\b|'))")


def shared(readings: Sequence[Reading], *, opening: Reading | None = None) -> list[Reading]:
    """Give each part the places and times that only another part, or what opens the list, says; an explanation needs none."""
    before = [opening] if opening else []
    parts: list[Reading] = []
    for index, reading in enumerate(readings):
        if explains(reading) or defines(reading) or (index == 0 and of_us(reading)):
            parts.append(reading)
        elif parts and again(reading):
            parts.append(repeated(reading, parts[-1]))
        else:
            others = _others(readings, index)
            parts.append(_completed(applied(reading, others), [*before, *others]))
    return parts


def _others(readings: Sequence[Reading], index: int) -> list[Reading]:
    """The other parts, the nearest before first; files of model runs have no place of the images beside them."""
    reading = readings[index]
    others = [*readings[:index][::-1], *readings[index + 1 :]]
    told = MODELS_SAY.search(reading.utterance.folded)  # what models say, not their files
    if reading.facets and reading.cues.data and not (reading.located or told):
        leaning = THERE.search(reading.utterance.folded)
        return [other for other in others if imagery(other) == imagery(reading)] if leaning else []
    return others


def _completed(reading: Reading, others: Sequence[Reading]) -> Reading:
    elsewhere = next((o.located for o in others if o.located), ())
    located = reading.located or tuple(replace(item, start=0, end=0, bare=(0, 0)) for item in elsewhere)
    leans = THAT_TIME.search(reading.utterance.folded) and not re.search(r"\d{4}", reading.utterance.folded)
    own = () if leans and any(o.periods for o in others) else reading.periods
    periods = own or (next((o.periods for o in others if _lends_time(o, reading)), ()))
    collections = reading.collections or (
        next((o.collections for o in others if o.collections), ()) if lists(reading) else ()
    )
    quantities, phenomena = _subject(reading, others)
    facets = that_scenario(reading, others)
    return replace(
        reading, quantities=quantities, phenomena=phenomena, located=located, periods=periods, facets=facets,
        collections=collections, statistics=_statistics(reading, others),
    )  # fmt: skip


def _statistics(reading: Reading, others: Sequence[Reading]) -> tuple[str, ...]:
    """Its own; "et combien en 2050 ?" counts where the part before it does."""
    again = not (reading.statistics or reading.quantities) and _HOW_MANY.match(reading.utterance.folded)
    return ("count",) if again and others and "count" in others[0].statistics else reading.statistics


def _lends_time(other: Reading, reading: Reading) -> bool:
    """Whether the time of one part may be that of another: no scene is of the future, and the latest one is of its own day."""
    if not other.periods or reading.months:
        return False
    later = any(p.warming_level or (p.start or "") > reading.now.isoformat() for p in other.periods)
    return not (imagery(reading) and (later or "sort" in reading.filters))


def _subject(reading: Reading, others: Sequence[Reading]) -> tuple[tuple[Quantity, ...], tuple[str, ...]]:
    """What is measured and looked for; "and compute it for the fire" is the index just asked after."""
    folded = reading.utterance.folded
    its = bool(POSSESSIVE.search(folded)) and not reading.phenomena
    referred = (its or bool(_COMPUTED_IT.search(folded))) and not reading.quantities
    own = reading.quantities or reading.phenomena or reading.collections or lists(reading)
    source = next((o for o in others if o.quantities or o.phenomena), None) if referred or not own else None
    if source is None:
        return reading.quantities, reading.phenomena
    return source.quantities, source.phenomena or reading.phenomena

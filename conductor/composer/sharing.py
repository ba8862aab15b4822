"""Parts of a question: which pieces stand on their own, and the slots that one of them says for all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from conductor.composer.actions import decide
from conductor.composer.matter import future, imagery
from conductor.composer.reading import Reading
from planners.intent import Quantity

_EXPLAIN = re.compile(
    r"^\W*(?:and |et |also |aussi |then |puis )*(?:explain|explique\S*|what (?:does|is|do)\b.{0,40}\b(?:mean|stand for)|tell me what|dis-moi ce que|que (?:signifie|veut dire)|c'est quoi)\b"
)
_REQUEST = re.compile(
    r"^\W*(?:and |et |also |then |puis |please )*(?:tell|estimate|compute|calculate|find|show|give|list|get|plot|map|compare|detect|what|how|which|when|where|dis|estime|calcule|trouve|montre|donne|liste|trace|combien|quels?|quelles?|comment|quand)\b"
)
_THAT_SCENARIO = re.compile(
    r"\b(?:under (?:it|that|this|the same)|(?:this|that|the same|ce|ce meme|le meme|cette|la meme) (?:scenario|pathway|trajectoire|ssp|rcp))\b"
)
_COMPUTED_IT = re.compile(
    r"\b(?:comput\w*|calculat\w*|calcul\w*|plot|map|give|show|donne|montre|trace)(?: me|-moi)?[ -](?:it|that|le|la|les)\b"
)
_PRONOUN = re.compile(r"\b(?:it|this|that|they|them|il|elle|ils|elles|ce|cela|ca|-t-il|-t-elle)\b")
_LIST = re.compile(
    r"\b(?:lists?|liste[rz]?) (?:of |the |all |les |des |de |d'|toutes? |tous |of the |all the )*(?:scenes?|images?|acquisitions?|datasets?|files?|granules?|jeux|fichiers?|models?|modeles?|runs?|simulations?)\b"
)


def independent(readings: Sequence[Reading], *, numbered: bool = False) -> list[tuple[int, int]]:
    """Group neighbouring pieces; a piece begins a new part only where it asks for something else of its own.

    `numbered` pieces are items of a list, which need no verb to ask.
    """
    groups: list[tuple[int, int]] = []
    for index, reading in enumerate(readings):
        stands = _stands(reading) or _explains(reading) or (numbered and bool(_subjects(reading)))
        first = readings[groups[-1][0]] if groups else None
        if first is not None and not (stands and _differs(first, reading)) and not _continues(first, reading):
            groups[-1] = (groups[-1][0], index)
        else:
            groups.append((index, index))
    if len(groups) > 1 and not numbered and not (_stands(readings[groups[0][0]]) or _explains(readings[groups[0][0]])):
        first_group, second_group, *rest = groups
        return [(first_group[0], second_group[1]), *rest]
    return groups


def _continues(first: Reading, second: Reading) -> bool:
    """The same thing asked of the future after the past, or the other way: "and how much will fall in 2050?"."""
    dated = bool(first.periods and second.periods) and not second.references
    asks = second.cues.question or bool(_REQUEST.match(second.utterance.folded))
    return dated and asks and not _subjects(second) and bool(_subjects(first)) and future(first) != future(second)


def _stands(reading: Reading) -> bool:
    """Has a subject, or refers to one, and asks for something."""
    c = reading.cues
    if _defines(reading) or _refers(reading):
        return True
    asks = (
        c.find,
        c.show,
        c.scenes,
        c.data,
        c.question,
        c.compute,
        c.detect,
        c.compare,
        c.trend,
        c.run,
        c.how_much,
        c.what_is,
    )
    begins = bool(_REQUEST.match(reading.utterance.folded))
    return (any(asks) or begins or bool(reading.outputs)) and (bool(_subjects(reading)) or _lists(reading))


def _defines(reading: Reading) -> bool:
    """ "What is SSP2-4.5": a name alone is asked after."""
    asked = reading.cues.what_is or reading.cues.meaning
    return asked and not reading.located and not reading.periods and bool(_subjects(reading) or reading.facets)


def _refers(reading: Reading) -> bool:
    """ "And what will it be in Dhaka in 2050?": another place and time for what was named before."""
    asks = bool(_REQUEST.match(reading.utterance.folded))
    return asks and bool(reading.located or reading.periods) and bool(_PRONOUN.search(reading.utterance.folded))


def _anchored(reading: Reading) -> bool:
    """Names a place, a time or a source of its own."""
    return bool(reading.located or reading.periods or reading.months or reading.facets or reading.collections)


def _explains(reading: Reading) -> bool:
    """ "And explain what the criterion means"."""
    return bool(_EXPLAIN.match(reading.utterance.folded)) and not reading.located and not reading.periods


def _lists(reading: Reading) -> bool:
    """ "And give me the list of scenes"."""
    return bool(_LIST.search(reading.utterance.folded))


def _subjects(reading: Reading) -> set[str]:
    names = {q.variable_id or q.indicator or q.spectral_index or q.standard_name or q.name for q in reading.quantities}
    levels = {name for name in reading.statistics if name.startswith("return_period_")}
    return names | set(reading.phenomena) | set(reading.collections) | levels


def _differs(first: Reading, second: Reading) -> bool:
    """Another subject altogether, asked for in another way or at another place; or the future after the past."""
    if first.periods and second.periods and future(first) != future(second):
        return True
    if _explains(second) and decide(first).action != "explain":
        return True
    if _defines(first) and not _defines(second) and (_refers(second) or _anchored(second)):
        return True
    if _lists(second) and decide(first).action != "find":
        return True
    if _subjects(first) & _subjects(second):
        return False
    explains = second.cues.meaning or second.cues.what_is
    if not _anchored(second) and not explains and imagery(first) == imagery(second):
        return False
    if bool(first.facets) != bool(second.facets) and imagery(first) != imagery(second):
        return True
    if (second.cues.what_is and second.cues.meaning) or first.cues.what_is:
        return decide(first).action != decide(second).action
    a, b = decide(first), decide(second)
    if a.action == b.action and not _clash(first, second):
        return False
    return a.action != b.action or _where(first) != _where(second) or bool(second.located and second.periods)


def _clash(first: Reading, second: Reading) -> bool:
    """Both say where, when or from what, so that the second does not just complete the first."""
    pairs = ((first.located, second.located), (first.periods, second.periods), (first.collections, second.collections))
    return any(bool(a) and bool(b) for a, b in pairs)


def _where(reading: Reading) -> set[str]:
    return {place.name for place in reading.real_places}


def shared(readings: Sequence[Reading]) -> list[Reading]:
    """Give each part the places and times that only another part says; an explanation needs none."""
    return [
        reading if _explains(reading) or _defines(reading) else _completed(reading, _others(readings, index))
        for index, reading in enumerate(readings)
    ]


def _others(readings: Sequence[Reading], index: int) -> list[Reading]:
    """The other parts, the nearest before first; files of model runs have no place of the images beside them."""
    reading = readings[index]
    others = [*readings[:index][::-1], *readings[index + 1 :]]
    if reading.facets and reading.cues.data and not reading.located:
        return [other for other in others if imagery(other) == imagery(reading)]
    return others


def _completed(reading: Reading, others: Sequence[Reading]) -> Reading:
    elsewhere = next((o.located for o in others if o.located), ())
    located = reading.located or tuple(replace(item, start=0, end=0, bare=(0, 0)) for item in elsewhere)
    periods = reading.periods or (next((o.periods for o in others if o.periods), ()) if not reading.months else ())
    collections = reading.collections or (
        next((o.collections for o in others if o.collections), ()) if _lists(reading) else ()
    )
    quantities, phenomena = _subject(reading, others)
    facets = _scenario(reading, others)
    return replace(
        reading, quantities=quantities, phenomena=phenomena, located=located, periods=periods, facets=facets,
        collections=collections,
    )  # fmt: skip


def _subject(reading: Reading, others: Sequence[Reading]) -> tuple[tuple[Quantity, ...], tuple[str, ...]]:
    """What is measured and looked for; "and compute it for the fire" is the index just asked after."""
    referred = bool(_COMPUTED_IT.search(reading.utterance.folded)) and not reading.quantities
    own = reading.quantities or reading.phenomena or reading.collections or _lists(reading)
    source = next((o for o in others if o.quantities or o.phenomena), None) if referred or not own else None
    if source is None:
        return reading.quantities, reading.phenomena
    return source.quantities, source.phenomena or reading.phenomena


def _scenario(reading: Reading, others: Sequence[Reading]) -> Mapping[str, tuple[str, ...]]:
    """ "In that scenario": the one another part names."""
    said = next((o.experiments for o in others if o.experiments), ())
    if not said or reading.experiments or not _THAT_SCENARIO.search(reading.utterance.folded):
        return reading.facets
    return {**reading.facets, "experiment_id": said}

"""Independence: which neighbouring pieces of a question are parts of their own, and which complete the one before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from conductor.composer.elliptic import again
from conductor.composer.reading import Reading
from conductor.composer.standing import (
    REQUEST,
    anchored,
    asked_again,
    begins,
    defines,
    explains,
    from_a_source,
    is_item,
    leans,
    lists,
    nominal,
    opens,
    refers,
    stands,
    subjects,
    teaches,
)
from conductor.composer.text.normals import asks_how_far
from conductor.composer.wish.actions import decide
from conductor.composer.wish.choosing import asks_which
from conductor.composer.wish.matter import future, imagery
from conductor.composer.wish.running import is_simulation
from connectors.vocabulary.patterns import Pattern

_COMPARED_WITH = Pattern(
    r"^\W*(?:and |et |then |puis |please )*(?:compare[rz]?|contrast|confronte[rz]?|check|validate|verifie[rz]?)(?: it| this| that| them| the results?|-l[ae]s?| le| la| les| cela)? (?:with|to|against|avec|a|au|aux)\b|"
    r"^\W*(?:and |et )?(?:how (?:do|does|did) (?:it|this|that|they|those) (?:compare|stack up)|comment (?:cela|ca|ce chiffre) se compar\w+)\b"
)
# "could you compute it for Puerto Plata?" after what was told, not asked
_DO_IT = Pattern(
    r"^\W*(?:(?:can|could|would|will) you|(?:peux|pourrais)-tu|(?:pouvez|pourriez)-vous) (?:please |me |nous |also )*(?:\w+ (?:it|that|this|them)\b|(?:le|la|les|l')[ ]?\w+)"
)
# "and how far was it from the 1981-2010 normal?"
_FROM_THE_NORM = Pattern(
    r"\b(?:how (?:far|much|different)|a combien|de combien|d'autant|a quelle distance|ecart\w*|above|below|au-dessus|en dessous|compare\w*|par rapport)\b[^?!;]{0,60}\b(?:normale?s?|average|mean|moyenne|norme?|usual|habitude)\b"
)
THERE = Pattern(r"\b(?:there|same|it|its|this|that|those|la-bas|y|memes?|cette|ce|son|sa|pour cela)\b")
_SHOWN_THEN = Pattern(
    r"\b(?:plot|show|map|export|save|download|display|draw|send|trace|montre|affiche|exporte|enregistre|telecharge|dessine|envoie)\w*(?: me|-moi)?[ -](?:it|them|that|this|the results?|le|la|les|cela|ca|le resultat)\b"
)
# "and tell me where the water would rise in Beauceville": what the run is to show
_TELLS_OF_IT = Pattern(
    r"^\W*(?:(?:and|et|then|puis)\W+)*(?:tell|show|give|let|dites|dis|montre[rz]?|donne[rz]?|faites|fais)[- ](?:me|us|moi|nous)(?: know| savoir)? (?:where|what|which|how|whether|if|ou|ce qu[ei']|quel\w*|comment|si|combien)\b"
)
# "and its expected change by 2050", "et son évolution d'ici 2100"
_ITS_COURSE = Pattern(
    r"^\W*(?:(?:and|et|then|puis)\W+)*(?:its|their|sa|son|leur) (?:[a-z]+ )?(?:trend|change|evolution|projection|changement|variation|tendance|hausse|baisse)s?\b"
)
_WORKED_OUT = frozenset({"trend", "project", "compare", "change"})
_OF_ITS_OWN = frozenset({"trend", "project", "detect", "change", "compare", "simulate", "train", "explain"})


def listed(readings: Sequence[Reading], announced: int | None) -> list[tuple[int, int]]:
    """Group the pieces of an announced list, where as many of them as announced have a subject; none otherwise."""
    heads = _heads(readings)
    if announced is None or len(heads) != announced:
        return []
    return [(a, b - 1) for a, b in pairwise([0, *heads[1:], len(readings)])]


def independent(
    readings: Sequence[Reading], *, numbered: bool = False, announced: int | None = None
) -> list[tuple[int, int]]:
    """Group neighbouring pieces; a piece begins a new part only where it asks for something else of its own.

    `numbered` pieces are items of a list, which need no verb to ask; of a list of an `announced` length each that has a subject is one.
    """
    if groups := listed(readings, announced):
        return groups
    if not numbered and any(asks_which(reading) for reading in readings[1:]):
        return [(0, len(readings) - 1)]
    for index, reading in enumerate(readings):
        alone = stands(reading) or explains(reading) or from_a_source(reading) or nominal(reading)
        alone = alone or (numbered and (is_item(reading) or again(reading))) or asked_again(reading)
        first = readings[groups[-1][0]] if groups else None
        alone = alone or (first is not None and begins(reading) and bool(first.located and first.periods))
        apart = (alone and (_differs(first, reading) or (numbered and _another(first, reading)))) if first else True
        apart = apart or (first is not None and _continues(first, reading))
        if first is not None and (not apart or _completes(first, reading)):
            groups[-1] = (groups[-1][0], index)
        else:
            groups.append((index, index))
    if len(groups) > 1 and not numbered and not opens(readings[groups[0][0]]):
        first_group, second_group, *rest = groups
        return [(first_group[0], second_group[1]), *rest]
    return groups


def _heads(readings: Sequence[Reading]) -> list[int]:
    return [i for i, reading in enumerate(readings) if is_item(reading) or explains(reading) or defines(reading)]


def _another(first: Reading, second: Reading) -> bool:
    """An item of a list that asks for something else than the one before: a trend, a map of what is there, an explanation."""
    if again(second):
        return True
    if leans(second):
        return not _SHOWN_THEN.search(second.utterance.folded)
    wanted = decide(second).action
    return wanted in _OF_ITS_OWN and wanted != decide(first).action


def _completes(first: Reading, second: Reading) -> bool:
    """What goes on with what the piece before began: "compare with CRU", "and give its trend for Winnipeg"."""
    if explains(second):
        return False
    begun = is_simulation(first) and first.models
    if begun and (not (second.located or second.collections) or not (first.located or first.periods)):
        return not THERE.search(second.utterance.folded)  # what the run is to give
    told = begun and _TELLS_OF_IT.match(second.utterance.folded) and not second.periods
    if told or _names_the_run(first, second):
        return True
    if subjects(second) - set(second.collections):
        return False
    if second.cues.before_after and not (second.located or second.periods or second.facets):
        return True  # "…; show the before and after with Sentinel-2"
    if not second.located and _FROM_THE_NORM.search(second.utterance.folded):
        return True
    if _DO_IT.match(second.utterance.folded) and not first.cues.question and not defines(first):
        return True
    shows = bool(_SHOWN_THEN.search(second.utterance.folded)) and not (
        second.located or second.periods or second.facets
    )
    if shows or _COMPARED_WITH.match(second.utterance.folded):
        return True
    if not second.located and asks_how_far(second.utterance.folded):
        return True
    return bool(first.processes and not anchored(first) and not defines(first))


def _names_the_run(first: Reading, second: Reading) -> bool:
    """ "What would the flow be in 2060? Run GR4J with ssp585.": by what run the answer is to be had."""
    told = second.quantities or second.phenomena or second.located or second.periods
    return bool(second.models and is_simulation(second) and not told and anchored(first)) and not defines(first)


def _continues(first: Reading, second: Reading) -> bool:
    """The same thing asked of the future after the past, or the other way: "and how much will fall in 2050?"."""
    dated = bool(first.periods and second.periods) and not second.references
    asks = second.cues.question or bool(
        REQUEST.match(second.utterance.folded) or _ITS_COURSE.match(second.utterance.folded)
    )
    return dated and asks and not subjects(second) and bool(subjects(first)) and future(first) != future(second)


def _differs(first: Reading, second: Reading) -> bool:
    """Another subject altogether, asked for in another way or at another place; or the future after the past."""
    if first.periods and second.periods and future(first) != future(second):
        return True
    if from_a_source(second) and imagery(first) and not subjects(first) & subjects(second):
        return True
    if (explains(second) or teaches(second)) and decide(first).action != "explain":
        return True
    if defines(first) and not defines(second) and (refers(second) or anchored(second)):
        return True
    if (lists(second) or _lists_runs(second)) and decide(first).action != "find":
        return True
    if _follows_on(first, second):
        return True
    if subjects(first) & subjects(second):
        return False
    taught = second.cues.meaning or second.cues.what_is
    if not anchored(second) and not taught and imagery(first) == imagery(second):
        return False
    if bool(first.facets) != bool(second.facets) and imagery(first) != imagery(second):
        return True
    if (second.cues.what_is and second.cues.meaning) or first.cues.what_is:
        return decide(first).action != decide(second).action
    a, b = decide(first), decide(second)
    if a.action == b.action and not _clash(first, second):
        return False
    return a.action != b.action or _where(first) != _where(second) or bool(second.located and second.periods)


def _follows_on(first: Reading, second: Reading) -> bool:
    """A figure of a place after the model runs that hold it; a trend after the figure of one date."""
    a, b = decide(first).action, decide(second).action
    if lists(first) and b in _WORKED_OUT and second.located and second.periods:
        return True
    if first.facets and not second.facets and second.located and not first.located:
        return a != b
    return (
        bool(first.periods and second.periods)
        and not second.references
        and b == "trend"
        and a in ("describe", "detect", "find")
    )


def _lists_runs(reading: Reading) -> bool:
    """ "And which CMIP6 models have daily tas?"."""
    return bool(reading.facets) and reading.cues.which_data and not reading.located and not reading.periods


def _clash(first: Reading, second: Reading) -> bool:
    """Both say where, when or from what, so that the second does not just complete the first."""
    pairs = ((first.located, second.located), (first.periods, second.periods), (first.collections, second.collections))
    return any(bool(a) and bool(b) for a, b in pairs)


def _where(reading: Reading) -> set[str]:
    return {place.name for place in reading.real_places}

"""Parts of a question: which pieces stand on their own, and the slots that one of them says for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from conductor.composer.elliptic import PUT_TO_WORK, again, applied, repeated, that_scenario
from conductor.composer.parts import THAT_TIME, is_background
from conductor.composer.reading import Reading
from conductor.composer.wish.actions import decide
from conductor.composer.wish.choosing import asks_which
from conductor.composer.wish.matter import future, imagery
from conductor.composer.wish.running import is_simulation
from planners.intent import Quantity

_EXPLAIN = re.compile(
    r"^\W*(?:and |et |also |aussi |then |puis )*(?:why\b|how come\b|how (?:is|are|was|were|does one|do you) [^?]{2,40} (?:measured|computed|defined|calculated|derived|estimated|made|obtained|worked out)\b|what (?:(?:would|could|might|does|can) )?(?:explain|cause|drive)s?\b|what(?:'s| is) (?:behind|causing|driving)\b|comment (?:(?:est|sont)-(?:il|elle)s? |(?:est|sont|se) (?:mesur|calcul|defini|obten|estim)|(?:mesur|calcul|defini|estim)\w*-t-on|l'expliquer|cela s'explique|ca s'explique)|qu'est-ce qui (?:explique|cause|provoque|entraine)\b|a quoi est-ce d|pourquoi\b|comment se fait-il\b|explain|explique\S*|what (?:does|is|do)\b.{0,40}\b(?:mean|stand for|do|need|measure|compute|calculate|require|represent|simulate)(?=\W*$| as\b| for\b)|(?:please |can you |could you )?tell me (?:also |please |too )?(?:what\b[^,;?]{1,60}\b(?:is|are|means?)(?=\W*$)|what (?:an? |the )?\w+ (?:is|are|means?)\b|how [\w '-]{2,40} (?:works?|is (?:computed|defined|calculated|measured)))|"
    r"(?:peux-tu |pouvez-vous )?(?:me )?(?:dis|dites|dire|disons)(?:[- ]moi)? (?:aussi |egalement )?(?:ce qu(?:e|'est|e sont|e signifie)|comment (?:marche|fonctionne|se calcule))|what(?:'s| is| are) an? [\w' -]{3,40}(?=\W*$)|que (?:signifie|veut dire|fait|mesure|calcule|represente|simule)|de quoi a besoin|a quoi (?:sert|servent)|c'est quoi|qu'est-ce qu)\b"
)
_REQUEST = re.compile(
    r"^\W*(?:and |et |also |then |puis |please |(?:can|could|would|will) you |(?:peux|pourrais)-tu |(?:pouvez|pourriez)-vous |i(?:'d| would) like (?:you )?to |(?:me|nous|le|la|les) |l')*(?:tell|estimate|compute|calculate|find|show|give|list|get|plot|map|compare|detect|what|how|which|when|where|dire|estimer|calculer|trouver|montrer|donner|lister|tracer|cartographier|cartographie|dis|estime|calcule|trouve|montre|donne|liste|trace|combien|quels?|quelles?|comment|quand)\b"
)
# what this service holds or can do
_OF_US = re.compile(
    r"^\W*(?:(?:hi|hello|bonjour|salut)\W+)?(?:(?:do|can|could) you (?:have|know|offer|support|handle|do|make|hold|read|understand|run)\b|have you got\b|what (?:can|do) you\b|(?:which|what) [\w' -]{2,50} (?:do|can|have) you\b|"
    r"(?:que |qu'est-ce que )?(?:connais|as|sais|fais|proposes|geres)-tu\b|(?:que )?(?:connaissez|avez|savez|faites|proposez|gerez)-vous\b|(?:quels?|quelles?) [\w' -]{2,50}(?:connais|as|proposes|geres|connaissez|avez|proposez|gerez|peux|pouvez)-(?:tu|vous)\b)"
)
_COMPUTED_IT = re.compile(
    r"\b(?:was|is|were|will|would|did|does) (?:it|that|they)\b|\b(?:est|etait|sera|serait|vaut|valait|a)(?:-t)?-(?:il|elle)s?\b|"
    r"\b(?:comput\w*|calculat\w*|calcul\w*|plot|map|give|show|donne|montre|trace)(?: me|-moi)?[ -](?:it|that|le|la|les)\b|"
    r"\b(?:le |la |les |l')(?:calcul|estim|evalu|cartographi|trac|montr|donn|affich|mesur)(?:e|er|es|ez|iez)\b"
)
_PRONOUN = re.compile(
    r"\b(?:it|this|that|they|them|il|elle|ils|elles|ce|cela|ca|-t-il|-t-elle)\b|"
    r"\w-l(?:e|a|es)\b|\b(?:ha[ds]|have|see|saw|seen|experience\w*|suffer\w*) (?:one|any|some)\b|\ben (?:a|ont|avait|avaient)\b|"
    r"\b(?:le|la|les|l')(?= ?(?:calcule|cartographie|montre|trace|donne|faire|liste|mesure|estime|compare|verifie|afficher)\w*)"
)
_POSSESSIVE = re.compile(
    r"\b(?:its|their|sa|son|ses|leurs?|the same|la meme|le meme|both|les deux)\b|\bqu'(?:elle|il)s?\b"
)
_COMPARED_WITH = re.compile(
    r"^\W*(?:and |et |then |puis |please )*(?:compare[rz]?|contrast|confronte[rz]?|check|validate|verifie[rz]?)(?: it| this| that| them| the results?|-l[ae]s?| le| la| les| cela)? (?:with|to|against|avec|a|au|aux)\b|"
    r"^\W*(?:and |et )?(?:how (?:do|does|did) (?:it|this|that|they|those) (?:compare|stack up)|comment (?:cela|ca|ce chiffre) se compar\w+)\b"
)
# "could you compute it for Puerto Plata?" after what was told, not asked
_DO_IT = re.compile(
    r"^\W*(?:(?:can|could|would|will) you|(?:peux|pourrais)-tu|(?:pouvez|pourriez)-vous) (?:please |me |nous |also )*(?:\w+ (?:it|that|this|them)\b|(?:le|la|les|l')[ ]?\w+)"
)
# what somebody says of himself, of another or of what happened is no request
_TELLS = re.compile(
    r"^\W*(?:(?:hi|hello|bonjour|salut|dear(?: \w+){1,4}|madame,? monsieur|cher\w* \w+)\W+)?(?:i|we|my|our|he|she|they|there|it|this|je|j'\w*|nous|notre|nos|mon|ma|mes|il|elle|on|c'est|ce|cette|des?|les|le|la|the|an?)\b[^.;?!]{0,80}?\b(?:have|has|had|am|is|are|was|were|said|says|hit|struck|made|"
    r"burned|flooded|ai|as|a|ont|avons|est|sont|etait|dit|disent|\w+(?:ons|aient|ait|erent))\b|^\W*(?:i|we|my|our|je|j'|nous|notre|nos|mon|ma|mes)\b"
)
_THERE = re.compile(r"\b(?:there|same|it|its|this|that|those|la-bas|y|memes?|cette|ce|son|sa|pour cela)\b")
_SHOWN_THEN = re.compile(
    r"\b(?:plot|show|map|export|save|download|display|draw|send|trace|montre|affiche|exporte|enregistre|telecharge|dessine|envoie)\w*(?: me|-moi)?[ -](?:it|them|that|this|the results?|le|la|les|cela|ca|le resultat)\b"
)
_OF_ITS_OWN = frozenset({"trend", "project", "detect", "change", "compare", "simulate", "train", "explain"})
_NOUN = re.compile(r"^\W*(?:(?:and|et|also|aussi) )*(?:the|la|le|les|l'|its|sa|son|an?|une?|total|mean)\b")
_LIST = re.compile(
    r"\b(?:lists?|liste[rz]?) (?:of |the |all |les |des |de |d'|toutes? |tous |of the |all the )*(?:scenes?|images?|acquisitions?|datasets?|files?|granules?|jeux|fichiers?|models?|modeles?|runs?|simulations?)\b"
)


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
        stands = _stands(reading) or _explains(reading) or _sourced(reading) or _nominal(reading)
        stands = stands or (numbered and (_is_item(reading) or again(reading))) or _asked_again(reading)
        first = readings[groups[-1][0]] if groups else None
        apart = (stands and (_differs(first, reading) or (numbered and _another(first, reading)))) if first else True
        apart = apart or (first is not None and _continues(first, reading))
        if first is not None and (not apart or _completes(first, reading)):
            groups[-1] = (groups[-1][0], index)
        else:
            groups.append((index, index))
    if len(groups) > 1 and not numbered and not _opens(readings[groups[0][0]]):
        first_group, second_group, *rest = groups
        return [(first_group[0], second_group[1]), *rest]
    return groups


def _asked_again(reading: Reading) -> bool:
    """ "And in Bogotá in 2070?": the same question of another place and another time."""
    return again(reading) and bool(reading.located and reading.periods) and "?" in reading.utterance.folded


_LOCATIVE = re.compile(r"\bà\b")  # "la pluie à Lagos": no verb
LEAD_IN = 4  # words that only lead in to what is asked


def _opens(first: Reading) -> bool:
    """Asks for something itself; a subject with its place and its time or source does so without a verb."""
    placed = first.located and (first.periods or first.months or first.collections or first.facets)
    told = _TELLS.match(_LOCATIVE.sub("_", first.utterance.text.lower())) or is_background(first.utterance.folded)
    if _OF_US.match(first.utterance.folded) and not (first.located or first.periods):
        return True
    if len(first.utterance.folded.split()) <= LEAD_IN and not (_anchored(first) or _defines(first) or _explains(first)):
        return False  # "Greening or browning? NDVI trend of …"
    return _stands(first) or _explains(first) or bool(_subjects(first) and placed and not told)


def _heads(readings: Sequence[Reading]) -> list[int]:
    return [i for i, reading in enumerate(readings) if _is_item(reading) or _explains(reading) or _defines(reading)]


def _is_item(reading: Reading) -> bool:
    return bool(_subjects(reading)) or _leans(reading)


def _another(first: Reading, second: Reading) -> bool:
    """An item of a list that asks for something else than the one before: a trend, a map of what is there, an explanation."""
    if again(second):
        return True
    if _leans(second):
        return not _SHOWN_THEN.search(second.utterance.folded)
    wanted = decide(second).action
    return wanted in _OF_ITS_OWN and wanted != decide(first).action


def _sourced(reading: Reading) -> bool:
    """ "… as well as the rainfall from CHIRPS": something named with where it is to come from."""
    measured = reading.quantities or reading.phenomena
    return (
        bool(measured and reading.collections) and not imagery(reading) and bool(_NOUN.match(reading.utterance.folded))
    )


def _nominal(reading: Reading) -> bool:
    """ "… and the projected change in one-day rain there by 2050": named with its time, without a verb."""
    timed = bool(_subjects(reading)) and bool(reading.periods or reading.facets)
    own = bool(reading.located and reading.periods) or decide(reading).action in ("project", "trend")
    return timed and own and bool(_NOUN.match(reading.utterance.folded))


def _leans(reading: Reading) -> bool:
    """An item of a list that refers to an earlier one's subject: "its trend since 1980", "ce qu'elle serait en 2050"."""
    folded = reading.utterance.folded
    asks = bool(reading.periods or reading.months or reading.outputs or reading.facets or reading.cues.trend)
    return asks and not _subjects(reading) and bool(_PRONOUN.search(folded) or _POSSESSIVE.search(folded))


def _completes(first: Reading, second: Reading) -> bool:
    """What goes on with what the piece before began: "compare with CRU", "and give its trend for Winnipeg"."""
    if _explains(second):
        return False
    if is_simulation(first) and first.models and not (second.located or second.collections):
        return not _THERE.search(second.utterance.folded)  # what the run is to give
    if _subjects(second) - set(second.collections):
        return False
    if _DO_IT.match(second.utterance.folded) and not first.cues.question and not _defines(first):
        return True
    shows = bool(_SHOWN_THEN.search(second.utterance.folded)) and not (
        second.located or second.periods or second.facets
    )
    if shows or _COMPARED_WITH.match(second.utterance.folded):
        return True
    return bool(first.processes and not _anchored(first) and not _defines(first))


def _continues(first: Reading, second: Reading) -> bool:
    """The same thing asked of the future after the past, or the other way: "and how much will fall in 2050?"."""
    dated = bool(first.periods and second.periods) and not second.references
    asks = second.cues.question or bool(_REQUEST.match(second.utterance.folded))
    return dated and asks and not _subjects(second) and bool(_subjects(first)) and future(first) != future(second)


def _stands(reading: Reading) -> bool:
    """Has a subject, or refers to one, and asks for something."""
    c = reading.cues
    if is_background(reading.utterance.folded) and not c.question:
        return False
    if _defines(reading) or _refers(reading) or _follows_elsewhere(reading):
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
        c.simulate,
        c.how_much,
        c.what_is,
    )
    begins = bool(_REQUEST.match(reading.utterance.folded))
    placed = bool(reading.located and (reading.periods or reading.months) and (reading.statistics or c.how_much))
    named = bool(_subjects(reading) or reading.models) or _lists(reading) or placed
    return (any(asks) or begins or bool(reading.outputs)) and named


def _follows_elsewhere(reading: Reading) -> bool:
    """ "Then give the trend in Lagos since 1980": of what was named before, of a place and a time of its own."""
    asks = _REQUEST.match(reading.utterance.folded) and reading.cues.trend
    return bool(asks and reading.located and reading.periods)


def _defines(reading: Reading) -> bool:
    """ "What is SSP2-4.5": a name alone is asked after."""
    asked = reading.cues.what_is or reading.cues.meaning
    return (
        asked
        and not reading.located
        and not reading.periods
        and bool(_subjects(reading) or reading.facets or reading.models)
    )


def _refers(reading: Reading) -> bool:
    """ "And what will it be in Dhaka in 2050?": another place and time for what was named before."""
    folded = reading.utterance.folded
    asks = bool(_REQUEST.match(folded)) or reading.cues.question
    put_to_work = bool(PUT_TO_WORK.search(folded))
    return bool(reading.located or reading.periods) and (put_to_work or (asks and bool(_PRONOUN.search(folded))))


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
    if _sourced(second) and imagery(first) and not _subjects(first) & _subjects(second):
        return True
    if _explains(second) and decide(first).action != "explain":
        return True
    if _defines(first) and not _defines(second) and (_refers(second) or _anchored(second)):
        return True
    if (_lists(second) or _lists_runs(second)) and decide(first).action != "find":
        return True
    if _follows_on(first, second):
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


def _follows_on(first: Reading, second: Reading) -> bool:
    """A figure of a place after the model runs that hold it; a trend after the figure of one date."""
    a, b = decide(first).action, decide(second).action
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


def shared(readings: Sequence[Reading], *, opening: Reading | None = None) -> list[Reading]:
    """Give each part the places and times that only another part, or what opens the list, says; an explanation needs none."""
    before = [opening] if opening else []
    parts: list[Reading] = []
    for index, reading in enumerate(readings):
        if _explains(reading) or _defines(reading) or (index == 0 and _OF_US.match(reading.utterance.folded)):
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
    if reading.facets and reading.cues.data and not reading.located:
        leaning = _THERE.search(reading.utterance.folded)
        return [other for other in others if imagery(other) == imagery(reading)] if leaning else []
    return others


def _completed(reading: Reading, others: Sequence[Reading]) -> Reading:
    elsewhere = next((o.located for o in others if o.located), ())
    located = reading.located or tuple(replace(item, start=0, end=0, bare=(0, 0)) for item in elsewhere)
    leans = THAT_TIME.search(reading.utterance.folded) and not re.search(r"\d{4}", reading.utterance.folded)
    own = () if leans and any(o.periods for o in others) else reading.periods
    periods = own or (next((o.periods for o in others if _lends_time(o, reading)), ()))
    collections = reading.collections or (
        next((o.collections for o in others if o.collections), ()) if _lists(reading) else ()
    )
    quantities, phenomena = _subject(reading, others)
    facets = that_scenario(reading, others)
    return replace(
        reading, quantities=quantities, phenomena=phenomena, located=located, periods=periods, facets=facets,
        collections=collections,
    )  # fmt: skip


def _lends_time(other: Reading, reading: Reading) -> bool:
    """Whether the time of one part may be that of another: no scene is of the future, and the latest one is of its own day."""
    if not other.periods or reading.months:
        return False
    later = any(p.warming_level or (p.start or "") > reading.now.isoformat() for p in other.periods)
    return not (imagery(reading) and (later or "sort" in reading.filters))


def _subject(reading: Reading, others: Sequence[Reading]) -> tuple[tuple[Quantity, ...], tuple[str, ...]]:
    """What is measured and looked for; "and compute it for the fire" is the index just asked after."""
    folded = reading.utterance.folded
    its = bool(_POSSESSIVE.search(folded)) and not reading.phenomena
    referred = (its or bool(_COMPUTED_IT.search(folded))) and not reading.quantities
    own = reading.quantities or reading.phenomena or reading.collections or _lists(reading)
    source = next((o for o in others if o.quantities or o.phenomena), None) if referred or not own else None
    if source is None:
        return reading.quantities, reading.phenomena
    return source.quantities, source.phenomena or reading.phenomena

"""Standing: whether a piece of a question asks for something of its own, and what it asks by: a subject, a reference, a list, an explanation."""

from __future__ import annotations

from conductor.composer.elliptic import PUT_TO_WORK, again
from conductor.composer.focus import THAT_TIME, is_background
from conductor.composer.reading import Reading
from conductor.composer.text.lengths import words_in
from conductor.composer.wish.actions import decide
from conductor.composer.wish.matter import imagery
from connectors.vocabulary.patterns import Pattern

_EXPLAIN = Pattern(
    r"^\W*(?:and |et |also |aussi |then |puis )*(?:why\b|how come\b|how (?:is|are|was|were|does one|do you) [^?]{2,40} (?:measured|computed|defined|calculated|derived|estimated|made|obtained|worked out)\b|what (?:(?:would|could|might|does|can) )?(?:explain|cause|drive)s?\b|what(?:'s| is) (?:behind|causing|driving)\b|comment (?:(?:est|sont)-(?:il|elle)s? |(?:est|sont|se) (?:mesur|calcul|defini|obten|estim)|(?:mesur|calcul|defini|estim)\w*-t-on|l'expliquer|cela s'explique|ca s'explique)|qu'est-ce qui (?:explique|cause|provoque|entraine)\b|a quoi est-ce d|pourquoi\b|comment se fait-il\b|explain|explique\S*|what (?:does|is|do|did|would|will|could)\b.{0,40}\b(?:(?<!the )mean|stand for|do|need|measure|compute|calculate|require|represent|simulate)(?=\W*$| as\b| for\b| here\b)|(?:please |can you |could you )?tell me (?:also |please |too )?(?:what\b[^,;?]{1,60}\b(?:is|are|means?|measures?|represents?|stands? for|computes?|counts?|shows?)(?=\W*$)|what (?:an? |the )?\w+ (?:is|are|means?)\b|how [\w '-]{2,40} (?:works?|is (?:computed|defined|calculated|measured)))|"
    r"(?:peux-tu |pouvez-vous )?(?:me )?(?:dis|dites|dire|disons)(?:[- ]moi)? (?:aussi |egalement )?(?:ce qu(?:e|'est|e sont|e signifie)|comment (?:marche|fonctionne|se calcule))|what(?:'s| is| are) an? [\w' -]{3,40}(?=\W*$)|que (?:signifie|veut dire|fait|mesure|calcule|represente|simule)|de quoi a besoin|a quoi (?:sert|servent)|c'est quoi|qu'est-ce que?)\b"
)
REQUEST = Pattern(
    r"^\W*(?:and |et |also |then |puis |please |(?:can|could|would|will) you |(?:peux|pourrais)-tu |(?:pouvez|pourriez)-vous |i(?:'d| would) like (?:you )?to |(?:me|nous|le|la|les) |l')*(?:tell|estimate|compute|calculate|find|show|give|list|get|plot|map|compare|detect|any|anything|toute?s?(?= \w)|what|how|which|when|where|dire|estimer|calculer|trouver|montrer|donner|lister|tracer|cartographier|cartographie|dis|estime|calcule|trouve|montre|donne|liste|trace|combien|quels?|quelles?|comment|quand|a quoi|ce qu[ei])\b"
)
# what this service holds or can do
_OF_US = Pattern(
    r"^\W*(?:(?:hi|hello|bonjour|salut)\W+)?(?:(?:do|can|could) you (?:have|know|offer|support|handle|do|make|hold|read|understand|run)\b|have you got\b|what (?:can|do) you\b(?! (?:see|notice|observe|find|think|get|make|call|mean)\b)|(?:which|what) [\w' -]{2,50} (?:do|can|have) you\b|"
    r"(?:que |qu'est-ce que )?(?:connais|as|sais|fais|proposes|geres)-tu\b|(?:que )?(?:connaissez|avez|savez|faites|proposez|gerez)-vous\b|(?:quels?|quelles?) [\w' -]{2,50}(?:connais|as|proposes|geres|connaissez|avez|proposez|gerez|peux|pouvez)-(?:tu|vous)\b)"
)
_PRONOUN = Pattern(
    r"\b(?:it|this|that|they|them|il|elle|ils|elles|ce|cela|ca|-t-il|-t-elle)\b|"
    r"\w-l(?:e|a|es)\b|\b(?:ha[ds]|have|see|saw|seen|experience\w*|suffer\w*) (?:one|any|some)\b|\b(?:was|were|is|are|has|have|had|will|did) (?:there )?(?:been |ever |already )*(?:one|any|some)\b(?! (?:of|\w+s)\b)|\ben (?:a|ont|avait|avaient)\b|"
    r"\b(?:le|la|les|l')(?= ?(?:calcule|cartographie|montre|trace|donne|faire|liste|mesure|estime|compare|verifie|afficher)\w*)"
)
POSSESSIVE = Pattern(r"\b(?:its|their|sa|son|ses|leurs?|the same|la meme|le meme|both|les deux)\b|\bqu'(?:elle|il)s?\b")
# what somebody says of himself, of another or of what happened is no request
_TELLS = Pattern(
    r"^\W*(?:(?:hi|hello|bonjour|salut|dear(?: \w+){1,4}|madame,? monsieur|cher\w* \w+)\W+)?(?:i|we|my|our|he|she|they|there|it|this|je|j'\w*|nous|notre|nos|mon|ma|mes|il|elle|on|c'est|ce|cette|des?|les|le|la|the|an?(?!-))\b[^.;?!]{0,80}?\b(?:have|has|had|am|is|are|was|were|said|says|hit|struck|made|"
    r"burned|flooded|ai|as|a|ont|avons|est|sont|etait|dit|disent|\w+(?:ons|aient|ait|erent))\b(?!-(?:t-)?(?:ils?|elles?|on)\b)|^\W*(?:i|we|my|our|je|j'|nous|notre|nos|mon|ma|mes)\b"
)
_NOUN = Pattern(
    r"^\W*(?:(?:and|et|also|aussi) )*(?:(?:the|la|le|les|l'|its|sa|son|an?|une?|total|mean|projected|expected|future)\b|\w+ (?:projetee?|prevue?|attendue?|future?)s?\b)"
)
_LIST = Pattern(
    r"\b(?:lists?|liste[rz]?) (?:of |the |all |les |des |de |d'|toutes? |tous |of the |all the )*(?:[\w.-]+ ){0,2}?(?:scenes?|images?|acquisitions?|datasets?|files?|granules?|jeux|fichiers?|models?|modeles?|runs?|simulations?)\b"
)
# a word asked after on the side: "by the way, what is ERA5?"
_BESIDES = Pattern(
    r"^\W*(?:by the way|btw|incidentally|one more thing|out of curiosity|just curious)\W+(?:what(?:'s| is| are)|who is)\b"
)
_A_WORD = Pattern(
    r"^\W*(?:(?:and|et|also|aussi|then|puis|besides|by the way|au fait|d'ailleurs)\b[\s,]*)*"
    r"(?:what(?:'s| is| are) (?!the\b|its\b|their\b|that\b|this\b|it\b|there\b)|what (?:does|do) |qu'est-ce que? |c'est quoi |que (?:veut|veulent) dire |que signifie\w* )"
)
_LOCATIVE = Pattern(r"\bà\b")  # "la pluie à Lagos": no verb
# "Radar imagery only, it was overcast": what is to be looked at for what was asked before
_BY_WHAT = Pattern(
    r"\b(?:only|alone|exclusively|nothing else|uniquement|seulement|exclusivement|rien d'autre|if possible|si possible|preferably|de preference)\b"
)
_CLOUDS = frozenset({"clt", "cloud"})  # why radar is wanted
FIRST_WORDS = 12  # letters of an article or a "mean" before a subject
LEAD_IN = 4  # words that only lead in to what is asked


def asked_again(reading: Reading) -> bool:
    """ "And in Bogotá in 2070?": the same question of another place and another time."""
    return again(reading) and bool(reading.located and reading.periods) and "?" in reading.utterance.folded


def opens(first: Reading) -> bool:
    """Asks for something itself; a subject with its place and its time or source does so without a verb."""
    placed = first.located and (first.periods or first.months or first.collections or first.facets)
    told = _TELLS.match(_LOCATIVE.sub("_", first.utterance.text.lower())) or is_background(first.utterance.folded)
    if of_us(first) and not (first.located or first.periods):
        return True
    if words_in(first.utterance.folded) <= LEAD_IN and not (anchored(first) or defines(first) or explains(first)):
        return False  # "Greening or browning? NDVI trend of …"
    return stands(first) or explains(first) or bool(subjects(first) and placed and not told)


def is_item(reading: Reading) -> bool:
    return bool(subjects(reading)) or leans(reading)


def from_a_source(reading: Reading) -> bool:
    """ "… as well as the rainfall from CHIRPS": something named with where it is to come from."""
    measured = reading.quantities or reading.phenomena
    return (
        bool(measured and reading.collections) and not imagery(reading) and bool(_NOUN.match(reading.utterance.folded))
    )


def nominal(reading: Reading) -> bool:
    """ "… and the projected change in one-day rain there by 2050": named with its time, without a verb."""
    timed = bool(subjects(reading)) and bool(reading.periods or reading.facets)
    own = bool(reading.located and reading.periods) or decide(reading).action in ("project", "trend")
    return timed and own and bool(_NOUN.match(reading.utterance.folded))


def begins(reading: Reading) -> bool:
    """ "… plus NDVI of Suriname in 2021": a piece that opens with its subject and has its place and its time."""
    folded = reading.utterance.folded
    timed = bool(reading.periods) or bool(THAT_TIME.search(folded))
    if not (reading.located and timed and subjects(reading) and reading.named.spans):
        return False
    first = min(start for start, _ in reading.named.spans)
    return first - (len(folded) - len(folded.lstrip())) <= FIRST_WORDS


def leans(reading: Reading) -> bool:
    """An item of a list that refers to an earlier one's subject: "its trend since 1980", "ce qu'elle serait en 2050"."""
    folded = reading.utterance.folded
    asks = bool(reading.periods or reading.months or reading.outputs or reading.facets or reading.cues.trend)
    return asks and not subjects(reading) and bool(_PRONOUN.search(folded) or POSSESSIVE.search(folded))


def stands(reading: Reading) -> bool:
    """Has a subject, or refers to one, and asks for something."""
    c = reading.cues
    if is_background(reading.utterance.folded) and not c.question:
        return False
    if defines(reading) or refers(reading) or _follows_elsewhere(reading):
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
    begins = bool(REQUEST.match(reading.utterance.folded))
    if not begins and _says_from_what(reading):
        return False
    placed = bool(reading.located and (reading.periods or reading.months) and (reading.statistics or c.how_much))
    named = bool(subjects(reading) or reading.models) or lists(reading) or placed
    return (any(asks) or begins or bool(reading.outputs)) and named


def _says_from_what(reading: Reading) -> bool:
    """ "OISST, with a plot": a source and a form, of what was asked before."""
    c, sources = reading.cues, set(reading.collections)
    names_data = (c.find or c.scenes or c.data) and not _BY_WHAT.search(reading.utterance.folded)
    of_itself = names_data or c.question or c.compare or c.trend or c.what_is
    said = reading.located or reading.periods or reading.months or reading.models or set(reading.phenomena) - _CLOUDS
    of_sources = subjects(reading) - _CLOUDS == sources
    return bool(sources) and of_sources and not (said or of_itself)


def _follows_elsewhere(reading: Reading) -> bool:
    """ "Then give the trend in Lagos since 1980": of what was named before, of a place and a time of its own."""
    asks = REQUEST.match(reading.utterance.folded) and reading.cues.trend
    return bool(asks and reading.periods and (reading.located or POSSESSIVE.search(reading.utterance.folded)))


def defines(reading: Reading) -> bool:
    """ "What is SSP2-4.5": a name alone is asked after."""
    asked = reading.cues.what_is or reading.cues.meaning or _BESIDES.match(reading.utterance.folded)
    return (
        bool(asked)
        and not reading.located
        and not reading.periods
        and bool(subjects(reading) or reading.facets or reading.models)
    )


def teaches(reading: Reading) -> bool:
    """ "And what is SPEI?": what a word means, not what the value of something is."""
    return defines(reading) and bool(_A_WORD.match(reading.utterance.folded)) and decide(reading).action == "explain"


def refers(reading: Reading) -> bool:
    """ "And what will it be in Dhaka in 2050?": another place and time for what was named before."""
    folded = reading.utterance.folded
    asks = bool(REQUEST.match(folded)) or reading.cues.question
    put_to_work = bool(PUT_TO_WORK.search(folded))
    return bool(reading.located or reading.periods) and (put_to_work or (asks and bool(_PRONOUN.search(folded))))


def anchored(reading: Reading) -> bool:
    """Names a place, a time or a source of its own."""
    return bool(reading.located or reading.periods or reading.months or reading.facets or reading.collections)


def explains(reading: Reading) -> bool:
    """ "And explain what the criterion means"."""
    return bool(_EXPLAIN.match(reading.utterance.folded)) and not reading.located and not reading.periods


def lists(reading: Reading) -> bool:
    """ "And give me the list of scenes"."""
    return bool(_LIST.search(reading.utterance.folded))


def subjects(reading: Reading) -> set[str]:
    names = {q.variable_id or q.indicator or q.spectral_index or q.standard_name or q.name for q in reading.quantities}
    levels = {name for name in reading.statistics if name.startswith("return_period_")}
    return names | set(reading.phenomena) | set(reading.collections) | levels


def of_us(reading: Reading) -> bool:
    """Asks what this service holds or can do."""
    return bool(_OF_US.match(reading.utterance.folded))

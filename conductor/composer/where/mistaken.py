"""Names of the gazetteer that are no place where they stand: who signs or speaks, a storm, a people, ground that is only pointed at."""

from __future__ import annotations

import re

from conductor.composer.text.utterance import Utterance
from conductor.composer.what.names import GREAT_CITY
from connectors.vocabulary.demonyms import is_demonym
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.toponyms import PlaceMatch

_PRONOUN = frozenset(
    {"toi", "moi", "elle", "lui", "me", "you", "us", "grandma", "grandpa", "granny", "mamie", "papi", "papy"}
)
_DIRECTION = Pattern(
    r"(?:the |le |l')?(?:north|south|east|west|nord|sud|est|ouest)(?:[- ]?(?:east|west|est|ouest))?(?:ern)?|(?:septentrion|meridion)(?:al(?:es?)?|aux)?"
)
# A part of what is named next: "the far north of Benin", "la partie occidentale du Kenya", "le littoral du Ghana".
_PART = Pattern(
    r"(?:the |le |l'|la )?(?:(?:far|extreme|grand|great|deep)[- ](?:north|south|east|west|nord|sud|est|ouest)|orientale?|occidentale?|(?:western|eastern|northern|southern|central) (?:highlands|lowlands|plains|plateau)|"
    r"hautes terres \w+|littoral|piemonts?|piedmont|metropole|grand)"
)
_REACH = 80  # letters before and after a name that are looked at
_URBAN = Pattern(r"\b(?:city|town|en plein) $")
_COMMON = frozenset({"reunion", "canton", "cantons"})  # "suite à la réunion du 12 mai", "par canton"
# Kinds of ground that a town or a water also has for its name: "dans le détroit", "in the lagoon".
_KINDS = frozenset(
    {"detroit", "estuaire", "estuary", "lagoon", "lagune", "ski", "inlet", "sound", "narrows", "crater", "cratere", "caldera", "summit", "weir", "spit", "headland", "plateau", "rapids", "mesa"}
)  # fmt: skip
# What a kind of ground is called behind its name, a town somewhere else: "Ngorongoro Crater".
_KIND_LAST = frozenset({"crater", "caldera", "summit", "plateau", "mesa", "sound", "falls", "rapids", "narrows", "inlet", "dam", "downs", "escarpment", "lagoon", "estuary"})  # fmt: skip
_NAMED_BEFORE = Pattern(r"[A-ZÀ-Ý][\w'-]+ $")
_ARTICLED = Pattern(r"\b(?:the|le|la|du|au|de) $|\bl'$")
_HELD = Pattern(
    r" (?:du|de|d'|d) ?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|la semaine|(?:le |la )?mois)\b|\d{1,2}(?:er)? )"
)
_GENERIC = frozenset(
    {"port", "city", "ville", "town", "village", "commune", "mairie", "metropole", "borough", "lake", "lac", "bay", "cap", "cape", "mount", "mont", "fort", "gulf", "golfe", "golf", "detroit", "estuaire", "estuary", "canal", "passage", "mer", "golfo"}
)  # fmt: skip
# A name at the foot of a letter, and one who says or thinks, is a person.
_SIGNED = Pattern(
    r"\b(?:best(?: regards| wishes)?|(?:kind |warm )?regards|cheers|thanks|thank you|many thanks|yours(?: \w+)?|sincerely|cordialement|merci(?: d'avance)?|"
    r"bien a (?:vous|toi)|salutations|amities|a bientot|bises)\s*[,.!\n-]+\s*(?:[a-z]\. ?)?$"
)
OF_A_STORM = Pattern(r"\b(?:tempete|ouragan|cyclone|typhon|hurricane|storm|typhoon|medicane) $")
_SPEAKS = Pattern(
    r" (?:says?|said|thinks?|thought|claims?|believes?|told|wants?|asks?|asked|argues?|insists?|dit|pense|croit|affirme|pretend|veut|demande|accuse|soutient|m'a dit)\b"
)
_PLACED_AT = Pattern(
    r"(?:\b(?:in|at|from|near|around|over|of|across|outside|a|en|au|aux|dans|sur|chez|du|des|de) (?:the |la |le |les |l')?|\bd')$"
)  # "a client in Acapulco asks"
_DENIED = Pattern(
    r"(?:^|[,(;]\s*|\s)(?:and |et )?(?<!but )(?<!mais )(?:not|pas|non)\s+(?:for\s+|pour\s+|the one (?:in|from)\s+|celui d[eu]\s+|celle d[eu]\s+|in |en |au |the |l'|la |le |de )*$"
)
_TITLED = Pattern(
    r"\b(?:mr|mrs|ms|dr|prof|professor|mme|mlle|monsieur|madame|lady|senator|minister|ministre|attn|attention|maitre|docteur|professeur|miss|sir)[.:]? (?!(?:of|in|at|de|du|des|from|a|au|en) )(?:[a-z'-]{2,15} )?$|(?:^|[^a-z0-9])m\. (?:[a-z'-]{2,15} )?$"
)
# The last line of a letter.
# "ici Florence, du bureau de Dakar"
_INTRODUCED = Pattern(r"(?:(?:^|[,.!]\s*)ici|\bje m'appelle|\bmy name(?:'s| is)|\bmon nom est) (?:[a-z'-]{2,15} )?$")
# "Greetings from Tromsø."
_GREETS = Pattern(
    r"\b(?:greetings|regards|wishes|cheers|salutations|bonjour|bonsoir|amities|salut) (?:from|de|du|d'|depuis) ?(?:the |la |le |l')?$"
)
_LETTER = Pattern(
    r"^\W*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|to whom|madam|sir|bonjour|bonsoir|madame|monsieur|cher|chere|chers|salut|mesdames)\b"
)
_FOOT = Pattern(r"(?:\n *(?:(?:[a-z]|mr|mrs|ms|dr|prof|mme|m)\. ?){0,2}(?:[a-z'-]{2,20} )?|[.,!] (?:[a-z]\. ?){1,2})$")
# "every Canadian province" is in Canada, "Lacs de la Côte-Nord" are lakes
_LANDS_WITHIN = Pattern(
    r"(?P<land>[a-z]{4,}) (?:provinces?|states?|counties|county|departments?|regions?|districts?|territor(?:y|ies))"
)
_WATERS = Pattern(r"(?:lacs|lakes|rivieres|rivers|fleuves|glaciers|iles|islands|forets|forests|cotes|coasts)")
# The sea a land's coast lies on: "the Atlantic coast of France", "la côte pacifique du Mexique", "Lithuania's Baltic coast".
_SEAS = frozenset(("sea", "ocean"))
_OF_A_SEA = Pattern(r" (?:atlantique|pacifique|mediterraneen|baltique|adriatique|egeen|caribeen|nord|sud|est|ouest)\b")
_COAST_AFTER = Pattern(r" (?:coast(?:line|s)?|shores?|seaboard)(?P<of> of\b)?")
_COAST_BEFORE = Pattern(r"\b(?:cotes?|littora(?:l|ux)|facades?|rivages?) $")
# "outside the canal, on the Pacific side", "côté Pacifique"
_SIDE_AFTER = Pattern(r"(?:'s)? side\b")
_SIDE_BEFORE = Pattern(r"(?<!\bla )(?<!\bles )(?<!\bune )(?<!\bde )\b(?:cote|versant) $")
_OF_SOMETHING = Pattern(r" (?:of|de|du|des|d')\b")
# Ground that somebody points at: "our canton", "notre cité".
_WHOSE = Pattern(r"\b(?:our|my|his|her|their|this|that|notre|nos|ma|mon|mes|leur|cette|cet|ce) $")


_INVERTED = Pattern(r"-(?:t-)?(?:ils?|elles?|on)\b")

_IS = frozenset({"is", "are", "was", "were", "est", "sont"})


def _ends_in_a_verb(utterance: Utterance, match: PlaceMatch) -> bool:
    """ "La rivière monte-t-elle ?", "how big is": no river of the name Monte, no Big Is."""
    *before, last = utterance.text[match.start : match.end].split(" ")
    is_verb = (before and last in _IS) or _INVERTED.match(utterance.folded, match.end)
    return last.islower() and bool(is_verb)


def _in_lower_case(utterance: Utterance, match: PlaceMatch) -> bool:
    return utterance.text[match.start].islower() and not utterance.text.islower()


def _says_the_kind(utterance: Utterance, match: PlaceMatch) -> bool:
    """Whether a word for ground stands as a common noun after its article."""
    article, _, kind = utterance.folded[match.start : match.end].rpartition(" ")
    led = article in ("the", "le", "la") or (not article and _led(_ARTICLED, utterance.folded, match))
    return kind in _KINDS and utterance.text[match.end - len(kind)].islower() and (led or kind == "ski")


def _common_last(utterance: Utterance, match: PlaceMatch) -> bool:
    """Whether the last word of a name is written as a common noun: "Canadian province"."""
    return utterance.text[match.start : match.end].split()[-1].islower()


# "tout le monde sait", "la Coupe du monde": people and games, not the earth
_OF_PEOPLE = Pattern(r"\b(?:tout (?:le )?|(?:coupe|champion\w*|record\w*|patrimoine) du )$")


def mistaken(utterance: Utterance, match: PlaceMatch) -> bool:
    """A bare direction, the "port" of somewhere, who speaks or signs, a people, a word for ground, or a place that is said not to be meant."""
    folded = utterance.folded
    name, after = folded[match.start : match.end], folded[match.end : match.end + _REACH]
    if (
        (name in _PRONOUN and utterance.text[match.start : match.end] != "US")
        or name.startswith(("our ", "my ", "this ", "notre "))
        or (name.endswith(" sous") and utterance.text[match.end - 4] == "s")  # "pour le bassin sous ssp245"
        or _DIRECTION.fullmatch(name)
        or (name in ("monde", "le monde") and _led(_OF_PEOPLE, folded, match))
        or (_PART.fullmatch(name) and re.match(r"\s+(?:of|de|du|des|d')\b|\s+d'", after))
        or (name == "littoral" and _OF_A_SEA.match(after))
        or (name == "grand" and re.match(r"[ -][A-ZÀ-Ý]", utterance.text[match.end :]))  # "le Grand Lyon"
        or (name in ("centre", "center") and _led(_URBAN, folded, match))
        or (name in _GENERIC and re.match(r"\s+(?:of|de|du|d')\b", after))
        or (name in _COMMON and (_HELD.match(after) or _in_lower_case(utterance, match)))
        or _says_the_kind(utterance, match)
        or (name in _KIND_LAST and match.best.kind == "city" and _NAMED_BEFORE.before(utterance.text, match.start))
        or _ends_in_a_verb(utterance, match)
        or (_led(_WHOSE, folded, match) and utterance.text[match.start].islower())
        or (_WATERS.fullmatch(name) and _OF_SOMETHING.match(after) and not folded[: match.start].strip())
        or ((within := _LANDS_WITHIN.fullmatch(name)) and is_demonym(within["land"]) and _common_last(utterance, match))
    ):
        return True
    if any(entry.kind in _SEAS for entry in match.entries) and _names_a_coast(folded, match):
        return True
    if not folded[match.end :].strip(" .!\n") and (
        _led(_SIGNED, folded, match) or (_LETTER.match(folded) and _led(_FOOT, folded, match))
    ):
        return True
    greets = after[:1] in tuple(".,!") and _led(_GREETS, folded, match)
    if greets or _led(_TITLED, folded, match) or _led(_INTRODUCED, folded, match):
        return True
    if _led(OF_A_STORM, folded, match) and match.best.kind == "city" and match.best.weight < GREAT_CITY:
        return True
    speaks = _SPEAKS.match(after) and not _led(_PLACED_AT, folded, match)
    return bool(speaks or (is_demonym(name) and match.best.kind == "city") or _led(_DENIED, folded, match))


def _names_a_coast(folded: str, match: PlaceMatch) -> bool:
    """Whether a sea only says which coast of the land beside it, or which side, is meant."""
    if _SIDE_AFTER.match(folded, match.end) or _led(_SIDE_BEFORE, folded, match):
        return True
    if shore := _COAST_AFTER.match(folded, match.end):
        return bool(shore["of"]) or folded[: match.start].endswith(("'s ", "s' "))
    return bool(_OF_SOMETHING.match(folded, match.end)) and _led(_COAST_BEFORE, folded, match)


def _led(pattern: Pattern, folded: str, match: PlaceMatch) -> bool:
    """Whether the words right before a name are these."""
    return pattern.search(folded, max(0, match.start - _REACH), match.start) is not None

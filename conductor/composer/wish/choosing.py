"""A choice between two named things: which is wetter, who gets more, what it changes to take the one rather than the other."""

from __future__ import annotations

import re
from itertools import pairwise

from conductor.composer.reading import Reading
from connectors.vocabulary.patterns import Pattern

SEASON = (
    r"(?:winters?|summers?|springs?|autumns?|fall|hivers?|etes?|printemps|automnes?|djf|mam|jja|son|(?:dry|wet|rainy) season|saison (?:seche|humide|des pluies)|january|february|march|april|"
    r"june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
)
TWO_SEASONS = Pattern(
    rf"\b{SEASON} (?:(?:means?|averages?|totals?|temperatures?|rainfall) (?=and|or|vs|versus|than))?(?:vs\.?|versus|against|contre|or|ou|and|et|than|que|compared (?:to|with)|plutot que) ?(?:(?:in|en|during|au|the|la|le|les|of|for|de|du|pendant|celle de|celles de|that of) |qu'en |l'|a l'|d')*{SEASON}\b(?! ?(?:19|20)\d\d)|\b{SEASON} qu'(?:en |a l'|au )?{SEASON}\b"
)
_BOTH_SEASONS = Pattern(r" (?:and|et) ")  # "in July and August": one season of two months
# "more", "larger"; a bound ("more than 10 mm", "plus de 30 °C") compares with a number
_MORE = {
    "en": Pattern(
        r"\b(?:more|less|fewer|worse|better|(?!ever|over|under|after|other|either|neither|whether|water|river|winter|summer|weather|number|niger|september|october|november|december|per)\w{3,}er)\b(?! than [-+]?\d)"
    ),
    "fr": Pattern(r"\b(?:(?:plus|moins|davantage|mieux)\b(?! d[e'] ?[-+]?\d)|pires?\b|meilleure?s?\b)"),
}
_OPENS_ON_MORE = Pattern(r"^\W*(?:more|less|fewer|\w{3,}er|plus|moins)\b")
_SUPERLATIVE = Pattern(r"\b(?:\w{2,}est|most|least|worst|best|(?:le|la|les) (?:plus|moins|pires?|meilleure?s?))\b")
_OR = Pattern(r"\b(?:or|ou)\b")
_ONE_OF = Pattern(r"\b(?:or|ou)\b|\b(?:which of|lequel d|laquelle d|de|entre) .+ (?:and|et)\b")
_JOINED = Pattern(r"\b(?:or|ou|and|et|entre|between)\b|[,/]")
# who or where or which, with the things named before or after; parts of one place are no choice between two
_CHOOSER = Pattern(
    r"(?:^|[,:;?!.] ?|\b(?:and|et|tell me|say|dis(?:-moi)?|between [\w ,'-]{3,40}|entre [\w ,'-]{3,40}) )\W*(?:a |en |dans |in |over |sur |au )?"
    r"(?:where(?! in\b)|who(?:'s)?|whose|which(?! (?:\w+ )?(?:parts?|areas?|zones?|fields?|districts?|pixels?|scenes?|images?|days?|months?|of the (?:scenes|images)))|what(?:'s)? (?:got|gets|has|had|is|was) the (?:more|most)|"
    r"ou(?= (?:est-ce|a-t|pleut|neige|fait|il|y|le|la|les|fut|etait|est|ont|sont|trouve|brule|s'))|qui|lequel|laquelle|lesquel\w+|quel(?:le)?s? (?!partie|zone|secteur|jour|mois|parcelle|scene|image|pixel|surface|superficie|part\b)\w+)\b"
)
# "quel a été le vent le plus fort les 27 et 28 ?" asks what it was, as English does, and not which of the two days
_WHAT_IT_WAS = Pattern(r"\bquel(?:le)?s? (?:est|sont|a ete|ont ete|etai(?:t|ent)|fut|furent|sera|seront)\b")
# what it matters which of two is taken
_MATTERS = Pattern(
    r"\bwhat (?:difference|change)s? (?:does|do|will|would|did) (?:it|that|this|they|taking|choosing|going)\b|\bwhat (?:does|do|would|will) (?:it|that|this|they|we) (?:change|alter|gain|lose|save|avoid)\b|\b(?:does|do|would|will) (?:it|that) (?:matter|make (?:a|any|much|a big) difference)\b|"
    r"\b(?:makes?|making) (?:a|any|much|a big|what) difference\b|\bhow (?:far|wide) apart\b|\bhow much (?:apart|does it matter)\b|\b(?:what|how much) (?:do|would|could) (?:we|one|i) (?:gain|lose|save|avoid)\b|"
    r"\b(?:ca|cela) (?:change|changerait|fait|ferait) (?:quoi|quelle|une|la|beaucoup|vraiment)\b|\bqu'est-ce que (?:ca|cela) (?:change|changerait|fait comme|donne comme|apporte)\b|\bque(?:lle difference)? (?:change|changerait|fait|ferait)(?:-t)?-(?:on|il|elle|ca)\b|\bque(?:l|lle) (?:gain|difference|ecart)\b(?![^.?!;]* (?:et|avec|a) (?:la |sa |leur |l')(?:normale|moyenne|climatologie|reference)\b)|"
    r"\b(?:qu'est-ce qu'on|que|combien) (?:gagne|gagnerait|perd|perdrait|evite|eviterait)\w*\b|\b(?:fait|ferait|faire) (?:une|la|quelle) difference\b"
)
_THE_LATTER = Pattern(
    r"\b(?:the (?:latter|former)|(?:le|la) (?:seconde?|premiere?|derniere?)(?= (?:est|a|aura|sera|donne|fait)\b)|ce(?:tte)? derniere?)\b"
)
_RATHER = Pattern(r"\b(?:rather than|instead of|as opposed to|plutot qu[e']|au lieu d[e']|a la place d[eu'])")
# put side by side, whatever stands between the two names
_BETWEEN_NAMES = Pattern(
    r"[\s,:(]*(?:(?:put|set|placed|seen|shown|mise?s?|vue?s?) )?(?:right )?(?:next to|beside|alongside|opposite|side by side with|cote a cote avec|a cote d(?:e|u|es)|en regard d(?:e|u|es)|face (?:a|au|aux))(?: (?:the|la|le|les|celui d\w+|celle d\w+|that of|those of))?[\s']*(?:l')?"
)
_DATES_BESIDE = Pattern(
    r"\d{4}s?\)?\s*(?:next to|beside|alongside|a cote d(?:e|u|es)|en regard d(?:e|u|es)|face (?:a|au|aux))\s(?:the |les annees |la periode )?\d{4}"
)
_RANKED = Pattern(
    r"\b(?:rank|order|sort|classe[rz]?|range[rz]?|ordonne[rz]?|trie[rz]?)(?:[- ](?:them|these|those|the \w+|les|ces \w+))\b|\b(?:rank(?:ed|ing)?|classement|palmares) (?:of|by|par|d)|"
    r"^\W*(?:(?:please|can you|could you|peux-tu|pouvez-vous|and|et|then|puis|now)\W+)*(?:rank|order|sort|classe[rz]?|classons|range[rz]?(?! (?:of|in|for|between)\b)|ordonne[rz]?|trie[rz]?|hierarchise[rz]?) (?!d['e]|par\b|by\b)|"
    r"\b(?:in|by|par|dans l') ?(?:(?:increasing|decreasing|ascending|descending|rank) order|order of|ordre (?:croissant|decroissant|d'))|\b(?:from|de|du|de la) (?:the |la |le )?(?:\w{3,}est|(?:most|least|plus|moins) \w+) (?:to|au|a) (?:the |la |le )?(?:\w{3,}est|(?:most|least|plus|moins) \w+)|"
    r"\btop (?:two|three|four|five|\d) (?:of|among|from)\b"
)
# "the wettest of Bergen, Oslo and Stavanger"
_BEST_OF = Pattern(
    r"\b(?:\w{3,}est|(?:most|least) \w+|(?:le|la|les) (?:plus|moins) \w+|(?:le|la) (?:pire|meilleure?)) (?:city |place |one |ville |lieu )?(?:of|among|between|out of|de|du|des|d'|entre|parmi)\s?(?:l[ae]s? |l')?"
)
_SET_APART = Pattern(
    r"\b(?:separates?|distinguishes|sets?|tells?) [\w. -]{2,40} (?:from|apart)\b|\b(?:separe(?:nt)?|distingue(?:nt)?|differencie(?:nt)?)\b|\b(?:stacks?|measures?|lines?|holds?) up (?:to|against|with)\b"
)
_WINS = Pattern(
    r"\b(?:who|which(?: one| of)?|qui|lequel|laquelle|quel\w* \w+) (?:wins?|won|beats?|leads?|comes? (?:out )?(?:on top|first|ahead)|gagne|bat|l'emporte|arrive en tete|est en tete|remporte)\b"
)
_SAME_TALE = Pattern(
    r"\b(?:tell|tells|say|says|give|gives|show|shows) (?:us )?the same (?:story|thing|picture|values?|numbers?|signal)\b|\b(?:disent|racontent|donnent|montrent)(?:-(?:ils|elles))? (?:bien )?la meme (?:chose|histoire|image)\b|"
    r"\b(?:sont|est)(?:-(?:ils|elles|il|elle))? (?:bien )?(?:d'accord|en accord|coherente?s?)\b|\bs'accordent\b|\b(?:is|are|qui a|who's|who is) (?:right|raison)\b|\bagree\b|\bdisagree\b|\bdiverge\w*\b|\bcontradi\w+\b"
)


def two_seasons_weighed(r: Reading) -> bool:
    """ "Does more rain fall in July or in December?"."""
    weighed = TWO_SEASONS.search(r.utterance.folded)
    if weighed is None or not (r.cues.question and _MORE[r.utterance.language].search(r.utterance.folded)):
        return False
    return not _BOTH_SEASONS.search(weighed[0]) or r.cues.which_of or r.cues.compare or r.cues.difference


# Said of two things, each of these sets the one against the other.
_OPPOSING = (_MATTERS, _SAME_TALE, _RANKED, _WINS, _SET_APART, _THE_LATTER)


def chooses(r: Reading) -> bool:
    """Whether one of two named things is asked for, or what it makes of a difference."""
    folded = r.utterance.folded
    if two_seasons_weighed(r):
        return True
    if r.cues.scenes or (r.cues.find and r.cues.data):
        return False
    if not _several(r):
        return r.cues.which_of and r.cues.comparative and bool(_ONE_OF.search(folded))
    if any(words.search(folded) for words in _OPPOSING) or set_beside(r) or _best_of(r):
        return True
    if _RATHER.search(folded) and (r.cues.question or not r.cues.instead):
        return True
    more = bool(_MORE[r.utterance.language].search(folded))
    asked = (r.cues.question or _OPENS_ON_MORE.match(folded)) and not (r.cues.data or r.cues.how_much)
    if asked and more and _OR.search(folded):
        return True
    dates_only = not _named(r) and bool(_WHAT_IT_WAS.search(folded))
    chosen = r.cues.which_of or (bool(_CHOOSER.search(folded)) and not dates_only)
    if chosen and _JOINED.search(folded) and (more or _SUPERLATIVE.search(folded)):
        return True
    return r.cues.which_of and r.cues.comparative and bool(_ONE_OF.search(folded))


def asks_which(r: Reading) -> bool:
    """ "Which is higher?", of things that were named before."""
    folded, named = r.utterance.folded, r.quantities or r.phenomena or r.located or r.collections or r.periods
    more = _MORE[r.utterance.language].search(folded) or _SUPERLATIVE.search(folded) or _SAME_TALE.search(folded)
    told = r.cues.which_of or _CHOOSER.search(folded) or _SAME_TALE.search(folded)
    return bool(not named and more and told) and not re.match(
        r"^\W*(?:and |et )?(?:why|how|pourquoi|comment)\b", folded
    )


def _best_of(r: Reading) -> bool:
    """Whether one of a list of places is asked for that follows at once."""
    starts = {item.bare[0] for item in r.located}
    return len(starts) > 1 and any(match.end() in starts for match in _BEST_OF.finditer(r.utterance.folded))


def set_beside(r: Reading) -> bool:
    """ "Oslo next to Stockholm", "1961-1990 à côté de 1991-2020": two names with nothing but that between them."""
    folded = r.utterance.folded
    if re.search(r"\bnext to (?:each other|one another)\b|\bl'un(?:e)? a cote de l'autre\b", folded):
        return True
    if _DATES_BESIDE.search(folded):
        return True
    bare = sorted(item.bare for item in r.located)
    gaps = [folded[a[1] : b[0]] for a, b in pairwise(bare)]
    spans = sorted(r.named.spans)
    gaps += [folded[a[1] : b[0]] for a, b in pairwise(spans)]
    return any(_BETWEEN_NAMES.fullmatch(gap) for gap in gaps)


def _named(r: Reading) -> bool:
    """Two places, scenarios or sources."""
    sources = len(r.collections) + len(r.facets.get("source_id", ()))
    return sources > 1 or len(r.experiments) > 1 or len(r.located) > 1


def _several(r: Reading) -> bool:
    return _named(r) or len([p for p in r.periods if p.start and p.end]) > 1

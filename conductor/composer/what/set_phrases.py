"""Set phrases that hold the word of a statistic and ask for none: "what does it mean", "to what extent", "tenir compte de", "double peak"."""

from __future__ import annotations

import re

from connectors.vocabulary.patterns import Pattern

_PERSON = r"(?:-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|lui|leur|moi|en|y))*"
_ADVERB = r"(?: (?:bien|pas|plus|jamais|aussi|donc|vraiment|mieux|deja|toujours|surtout|encore|assez|trop|suffisamment|correctement|explicitement|automatiquement))*"
# (word of a statistic, English phrases, French phrases), on folded text
_PHRASES = (
    # "the annual mean", "mean temperature" name the statistic; what a term means is a verb, also in a question that begins with do or would
    (
        "mean",
        r"(?:i|you|we|they) (?:really |just |actually |only |do )?mean|(?:it|that|this|which|what|doesn't|don't|didn't|not|to) mean(?:s|t)?(?= (?:by|that|for|to|the|a|an|it|we|you|i|is|when|if|more|less|only|in|here|exactly)\b| ?[?,;:)]|\W*$)",
        r"",
    ),
    ("mean", r"(?:by|through|by any|by all|by no|no) means(?: of)?|ways and means|meaning of", r"au moyen d[eu']?s?|par (?:le|ce) moyens? d[eu]|moyens? (?:financiers?|de transport|de secours)"),
    # means that are named only to be set aside
    (
        "mean",
        r"(?:never mind|forget(?: about)?|beyond|not|rather than|instead of|leav\w+ aside|sett\w+ aside|no need (?:for|of)|n't (?:want|need|care (?:about|for)|interested in)) (?:the |any |yet another )?(?:averages?|means?)|(?:averages?|means?) (?:are|is) (?:all )?(?:very )?(?:well|fine|nice|good|ok|okay|one thing)(?=,| but| enough| and good)",
        r"(?:peu importe(?:nt)?|oubli(?:e[rz]?|ons)|au-dela d(?:es|e)|laisse\w* (?:tomber|de cote)|pas|plutot que|au lieu de|(?:fiche|moque|contrefiche)\w* d(?:es|e)) ?(?:la |les |une )?moyennes?|(?:bien beau|bien joli|tres bien|bien gentil|bien|tres joli),? (?:les|la) moyennes?(?=,? mais)|(?:les|la) moyennes?,? (?:(?:c'est|sont|est|ca va) )?(?:tout )?(?:bien|tres bien|bien beau|bien joli|bien gentil|une chose)(?=,? mais|,)",
    ),
    (
        "extent",
        r"to (?:what|which|some|any|a|an|the|that|this|such an?|the same|the full) (?:(?:large|great|greater|certain|lesser|limited|considerable|significant|full) )?extent(?! of\b)",
        r"",
    ),
    (
        "count",
        r"counts? (?:on|upon|as|towards?|against|for (?:little|nothing|much))|(?:on|by) (?:that|this|both|all|every) counts?|lose count|keep count|what counts|(?:that|which|it|this|(?:every|each) \w+) counts(?=\W*$|[,.;?!:]| (?:as|for|towards?|is|most|here|more|less)\b)",
        rf"(?:ten(?:ir|ant|ons|ez|u|ue|us|ues|aient|ait|dra\w*)|tien(?:s|t|nent|dra\w*|ne|nes)|rend(?:re|s|ent|ez|ait|u|ue)?|pren(?:dre|ant|ds|d|nent|ez)){_PERSON}{_ADVERB} (?:\w+ )?compte|compte[- ](?:tenu|rendu)|comptes[- ]rendus|"
        r"en fin de compte|au bout du compte|tout compte fait|(?:pour|sur) (?:le|son|mon|leur|notre) (?:propre )?compte|a bon compte|laisse\w* pour compte|y trouve\w* son compte|mon compte|un compte|"
        r"(?:ca|cela|ce qui|c'est ce qui|qui|(?:chaque|tout|toute) \w+) compt(?:e|ent|ait|era)(?=\W*$|\s*[,.;?!:)—]| (?:ici|aussi|surtout|vraiment|beaucoup|le plus|le moins|autant|pour (?:nous|moi|eux|elle|lui|le|la|les|l'\w*)|enormement)\b)",
    ),
    ("count", r"", r"(?<=\ba )combien de(?! (?:reprises|jours?|scenes?|images?)\b)"),  # how far a place is
    ("max", r"the (?:largest|greatest|biggest) (?:part|share|portion|bulk) of\b", r"(?:la|sa|leur) plus (?:grande|grosse) (?:partie|part)(?= de\b| du\b| des\b)"),  # most of it
    (
        "max",
        r"(?:single|double|twin|multi|triple|bimodal)[- ]?peak(?:s|ed)?|off[- ]peak|[a-z]+[- ]peak (?=retrack|wave|shape)|peaks? (?:district|retrack\w*|detection|picking)|peaks? of (?=mont|mount|the (?:alps|andes|pyrenees|himalaya\w*|rockies|mountain))|(?:mountain|snowy|highest|rocky) peaks",
        r"(?:simple|double|triple|multi)[- ]?pics?|a (?:deux|plusieurs|double) pics?|pics? (?:du midi|de la mirandole|montagneux|enneiges?)|a pic|(?:heures?|journees?) de pointe",
    ),
)  # fmt: skip
_SET = Pattern("|".join(rf"\b(?:{p})(?!\w)" for _, english, french in _PHRASES for p in (english, french) if p))
# "sur quelle durée peuvent-ils compter": what is relied on stands before its verb
_RELIED_ON = Pattern(
    r"\bsur (?:quel(?:le)?s?|quoi|qui|combien d(?:e |'))[^.;?!]{0,80}?\bcompt(?:er|ez|ent|e|ons|aient)\b"
)
# what stands before "mean" where it is a mean
_MEANT_BEFORE = r"(?:(?:the|a|an|its|their|our|and|or|of|annual|yearly|monthly|daily|hourly|weekly|seasonal|decadal|interannual|global|zonal|spatial|areal|regional|national|basin|climatological|(?:long|multi|area)[- ]?\w+|ensemble|models?|weighted|running|moving|rolling|geometric|arithmetic|overall|observed|simulated|projected|future|historical|current|winter|spring|summer|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december|year|season)[ -])"
# what stands behind it there
_MEANT_AFTER = r"(?: ?(?:daily|monthly|annual|yearly|seasonal|summer|winter|max\w*|min\w*|surface|near-surface|air|sea|temp\w*|precip\w*|rain\w*|snow\w*|wind\w*|gust\w*|ndvi|evi|ndwi|spi|spei|levels?|flow\w*|discharge|stream\w*|runoff|soil|humidity|pressure|radiation|cloud\w*|concentration\w*|depth|thickness|extent|area|elevation|height|values?|over|across|of|between|is|was|were|are|be|become|chang\w*|chl\w*|sst|ozone|no2|so2|pm2\S*|aerosol|aod|albedo|evap\w*|heat|ice|waves?|current|salinity|age|anomal\w*|bias|differences?|absolute|squared?|yields?|biomass|cover|tas|pr|tos|vegetation|water|global|intensity|amount|duration|date|number|slope)\b)"
_ASKS_MEANING = Pattern(
    rf"\b(?:(?:what|how) (?:does|do|did|will|would|could|might|can|should)|(?:^|(?<=[.;?!,:] )|(?<=whether )|(?<=if ))(?:does|do|did|will|would|could|might|can)) (?:[^.;?!]|\.(?=\S)){{2,80}}?\bmean\b(?!{_MEANT_AFTER})|"
    rf"\bwhat (?:[^.;?!]|\.(?=\S)){{2,60}}?\bmeans?\b(?!{_MEANT_AFTER})"
)
_TAKEN_FOR_ONE = Pattern(rf"{_MEANT_BEFORE}means?$")


def without_set_phrases(folded: str) -> str:
    """The text with its set phrases blanked."""
    folded = _RELIED_ON.sub(_without_verb, _SET.sub(_blank, folded))
    if "mean" in folded:
        folded = _ASKS_MEANING.sub(_verb_blanked, folded)
    return folded


def _blank(match: re.Match[str]) -> str:
    return "¤" * len(match[0])


def _verb_blanked(match: re.Match[str]) -> str:
    """ "What does X mean" without its verb, nor the mean that is X; kept where an article or an adjective makes it a noun."""
    return match[0] if _TAKEN_FOR_ONE.search(match[0]) else match[0].replace("mean", "¤¤¤¤")


def _without_verb(match: re.Match[str]) -> str:
    start = match[0].rindex("compt")
    return match[0][:start] + "¤" * (len(match[0]) - start)

"""Whether what there is to be had is asked for: "what do you have on soil moisture", "anything cloud-free this month", "which satellites passed"."""

from __future__ import annotations

from conductor.composer.reading import Reading
from connectors.vocabulary.patterns import Pattern

# "what have you got", "vous avez quoi", "qu'est-ce qu'on a comme données"
_HELD = Pattern(
    r"\b(?:everything|all|whatever|anything)(?: that)? (?:(?:you|we)(?:'ve| have)?(?: got| have| hold)|there is)(?= (?:on|about|for|of|over|from|in)\b)|\btout ce (?:que (?:tu|vous|t'|nous)|qu'on|qu'il y|qui est) ?(?:as|avez|a|avons|disposez|possedez|disponible)\b|"
    r"\bquel(?:le)?s? (?:genre|type|sorte)s? de donnees (?:\w+ )?(?:avez-vous|as-tu|avons-nous|a-t-on|disposez-vous|detenez-vous|possedez-vous|vous avez|tu as|on a)\b|\b(?:what|which \w+|anything|something|whatever) (?:\w+ ){0,3}?(?:do|have|did|can|could) (?:you|we|they|i) (?:have|got|hold|offer|store|keep|find|get)\b(?! to\b)|\bwhat have (?:you|we) (?:got|there)\b|\bwhat(?:'s| is| was) (?:there|available|on offer|in (?:stock|the (?:store|catalogue?|archive)))\b|"
    r"^\W*(?:et )?(?:quelque chose|qqch|un truc) (?:de dispo(?:nible)? )?(?:sur|pour)\b|\bqu'est-ce qui (?:est|serait) (?:disponible|dispo|accessible)\b|\b(?:do|have) (?:you|we) (?:have |got |hold )+(?:anything|something|any)\b|\b(?:got|have) (?:any|anything)\b(?! to do with\b)|\b(?:anything|something) (?:available|to be had|in the (?:catalogue?|archive)|on)\b|"
    r"\b(?:(?:tu|vous|on|nous) (?:as|avez|aurie[zs]|aurais|a|avons|dispose[zs]?|disposons)|y a(?:vait)?|il y a(?:urait)?|il existe|existe-t-il|aurie[zs]-vous|avez-vous|as-tu|disposez-vous) (?:de |d')?(?:quoi|quelque chose|qqch)\b|\by a(?:vait|urait)?(?:-t)?-il (?:quelque chose|qqch|un truc) (?:sur|pour|dans|comme|de (?:dispo|[a-z]+-?\d)\w*)\b|\b(?:quoi|qu'est-ce qu(?:e|'il|'on)) ?(?:vous|tu|on|nous)? ?(?:avez|as|a|avons|y a|existe|disposez|proposez|proposes)(?: (?:comme|sur|pour|en|dans|de disponible|de dispo|sous la main)\b| ?\?)|"
    r"\bqu'(?:avez-vous|as-tu|avons-nous|a-t-on|y a-t-il)\b (?:comme|sur|pour|en|de disponible)|\bque (?:possedez|detenez|proposez)-vous\b|\b(?:avez-vous|as-tu|vous avez|tu as) quoi\b|\bqu'est-ce qu(?:i|'il) (?:existe|y a)\b (?:comme|sur|pour|dans|de disponible)|\bdispose-t-on\b|\bde quoi dispose\w*"
)
# "do we have hourly ERA5 wind for Scotland"
_HAVE_WE = Pattern(
    r"^\W*(?:do|have|did) (?:you|we) (?:have|got|hold|keep)\b|^\W*(?:avez-vous|as-tu|avons-nous|a-t-on|dispose[zs]?-(?:vous|tu|nous)|est-ce qu(?:e vous|e tu|'on) (?:avez|as|a|dispose\w*)|(?:on|vous|tu|vs|z') ?(?:a|avez|as)(?! (?:vu|eu|pris|fait|recu|lu|perdu|entendu|appris|plante|seme|construit|constate|observe|remarque|trouve|utilise|mesure|calcule|note|subi|connu|vecu|senti|photographie)\b)|t'a(?:s|urais)|ya|y'a|vous auriez|tu aurais|avez[- ]vs)\b"
)
# "does any node still hold tos of CMIP5?", "un nœud a-t-il encore tos ?"
_ANY_HOLDER = Pattern(
    r"^\W*(?:does|do|has|have|is|are) (?:any|some|an?|one) (?:[\w-]+ )?(?:nodes?|servers?|catalogue?s?|portals?|cent(?:re|er)s?|models?|groups?|institut\w+|archives?)\b[^?]*\b(?:have|hold|host|keep|offer|provide|serve|carry|publish)\w*\b|"
    r"^\W*(?:est-ce qu')?(?:une?|quelque|l'un des|certains) ?(?:[\w-]+ )?(?:noe?uds?|serveurs?|catalogues?|portails?|centres?|modeles?|groupes?|institut\w*|archives?)\b[^?]{0,30}?\b(?:a|ont|heberge(?:nt)?|detien(?:t|nent)|possede(?:nt)?|propose(?:nt)?|offre(?:nt)?|fourni(?:t|ssent)|publie(?:nt)?|conserve(?:nt)?)\b"
)
_YOU_HAVE = Pattern(r"^\W*(?:you|u|ya|y'all)(?: guys| all)? (?:have|got|hv|hold)\b[^?]*\?")
# "anything from PlanetScope", "is there any GEDI", "s'il y a du Sentinel-1": some of what a mission took
_SOME_OF = Pattern(
    r"(?:^\W*got|\b(?:is|are|was|were|if) there|\b(?:any(?:thing)?|something|some)(?: (?:recent|new|newer|older|usable|free|good|decent|more|else|old|at all))?(?: (?:taken |acquired |shot )?(?:from|of|by|in|on|with))?(?: the)?|"
    r"\b(?:quelque chose|qqch|rien|un truc|quoi que ce soit)(?: (?:de |d')?(?:recent|neuf|utilisable|correct|gratuit))?(?: (?:de|du|des|dans|en|avec|sur|chez|par))?(?: (?:la|le|les))?|"
    r"\b(?:y a(?:vait|urait)?(?:(?:-t)?-il)?|y en a|exist(?:e|ait)(?:-t-il)?|(?:avez|aurie[zs])-vous|as-tu|a-t-on|(?:tu|vous|on|nous) (?:as|avez|a|avons)|trouve(?:-t-on)?|dispose(?:z|r|s|-t-on)?)(?: (?:deja|encore|aussi|la|maintenant))? (?:du|de la|des|de|de l'|d')) ?$"
)
# "Du PlanetScope à Lahaina, en août 2023 ? C'est l'incendie": some of a mission, and no more said in that sentence
_PARTITIVE = Pattern(r"^\W*(?:(?:et|and|perhaps|maybe|peut-etre) )?(?:du|de la|de l'|des|some|any) ?$")
_NO_MORE = Pattern(r"(?:[^.?!:;]|\.(?=\d))*\?")
_SOMETHING = Pattern(r"\b(?:anything|something|one|any|quelque chose|qqch|rien|de quoi|un truc)\b")
# "do we have any plumes spotted": things that were seen, not data of them
_NOTICED = Pattern(
    r"\b(?:spotted|detected|seen|observed|noticed|visible|repere|detecte|vu|observe|remarque|visible)e?s?\b"
)
# "does obs4MIPs have any total cloud fraction", "est-ce que CMIP6 a du clt": whether an archive holds a variable
_ARCHIVE_HAS = Pattern(
    r"^\W*(?:does|do|has|have|did) (?:the )?(?:[\w.-]+ ){1,3}?(?:have|got|hold|carry|include|contain|offer|provide)\b(?! (?:more|less|fewer|better|worse|\w{3,}er\b|(?:an? |any |the )?(?:[\w-]+ ){0,2}?(?:right|wrong|cold|warm|wet|dry|bias|problem|trouble|skill|error|tendency|gap|hole|delay|lag|uncertaint|resolution|trend|difficult)\w*))|"
    r"^\W*(?:est-ce qu(?:e |'))?(?!(?:il |qu'il )?y\b|(?:ils?|elles?|on|qui)\b)(?:(?:le |la |l')?[\w.-]+ ){1,3}?(?:(?P<bare>a)|ont|contien(?:t|nent)(?:-(?:il|elle)s?)?|(?:possede|fournit|propose)(?:-t-(?:il|elle))?|a-t-(?:il|elle|on))(?: (?:aussi|deja|encore))? (?:(?:du|de la|des|une?)\b|(?:de l|d)')(?! ?(?:[\w-]+ ){0,2}?(?:biais|probleme|erreur|tendance|trou|lacune|retard|incertitude|resolution|mal)\w*)"
)
_ARCHIVES = frozenset({"project", "mip_era", "activity_id"})
_PASSED = Pattern(
    r"\b(?:which|what|quels?|quelles?|any) (?:\w+ )?(?:satellites?|missions?|sensors?|capteurs?|sentinels?|landsats?)\b.{0,30}\b(?:flew|fly|flies|passed|pass(?:es)?|went over|overflew|imaged|saw|covered|passe[rs]?|passent|passaient|survol\w*|ont vu|a vu|couvr\w+|observ\w+)\b"
)
_PROJECTIONS = Pattern(r"\bprojections?\b")
_VALUE = Pattern(r"\b(?:value|figure|number|valeur|chiffre)s?\b")


def asks_what_there_is(r: Reading) -> bool:
    """Whether data themselves are asked after, by what is held of them rather than by what they say."""
    folded, c = r.utterance.folded, r.cues
    if _archive_has(r):
        return True
    if r.statistics or c.how_much or c.compute or c.compare or c.trend or r.aggregation == "climatology":
        return False
    if _PASSED.search(folded):
        return True
    named = bool(r.quantities or r.phenomena or r.collections or r.facets or r.located)
    if _HELD.search(folded):
        return named and not (
            _VALUE.search(folded) or (r.phenomena and not (c.data or c.scenes) and _NOTICED.search(folded))
        )
    if _some_of_a_mission(r):
        return True
    if _ANY_HOLDER.match(folded) and (r.collections or r.facets):
        return True
    if _HAVE_WE.search(folded) or _YOU_HAVE.search(folded):
        runs = _PROJECTIONS.search(folded) and not (r.quantities or r.phenomena)
        return bool(r.collections or r.facets or c.data or c.scenes or runs) and not _VALUE.search(folded)
    clouded = "cloud_cover_max" in r.filters
    return clouded and bool(_SOMETHING.search(folded)) and not (r.quantities or r.phenomena or c.detect)


def _archive_has(r: Reading) -> bool:
    """ "Does obs4MIPs have any total cloud fraction": a variable, which its own name's "total" makes no sum."""
    measured = r.cues.how_much or r.cues.compute or r.cues.compare or r.cues.trend
    archive = r.collections or _ARCHIVES & set(r.facets)
    held = bool(archive and r.quantities) and not (measured or any(q.threshold for q in r.quantities))
    told = _ARCHIVE_HAS.match(r.utterance.folded) if held else None
    return told is not None and r.utterance.text[slice(*told.span("bare"))] != "à"  # "neige ERA5 à une altitude de"


def _some_of_a_mission(r: Reading) -> bool:
    """ "Anything from PlanetScope over Lahaina", "y a-t-il du GEDI ici": what a mission took, whatever may be seen in it."""
    folded, seen = r.utterance.folded, {start for start, _ in r.named.spans}
    return any(
        (_SOME_OF.before(folded, start) or (_PARTITIVE.match(folded[:start]) and _NO_MORE.match(folded, end)))
        and end + 1 not in seen  # the fires of "any MODIS fires" are looked for
        for start, end in r.named.missions
    )

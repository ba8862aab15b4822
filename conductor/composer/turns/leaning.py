"""Whether a turn leans on the one before, or is a question complete in itself."""

from __future__ import annotations

import re

from conductor.composer.reading import Reading
from conductor.composer.text.closing import closes
from conductor.composer.text.lengths import words_in
from conductor.composer.turns.both import of_both
from conductor.composer.turns.edits import read_edit
from conductor.composer.when.pointed import points_at_time
from conductor.composer.wish.actions import decide
from conductor.composer.wish.explaining import BY_DEFINITION
from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent

SHORT = 8  # words of a turn that only takes something back
LEADS_ON = Pattern(
    r"^\W*(?:and|et|celui|celles?|ceux|what about|how about|qu'en (?:est-il|sera-t-il|serait-il|etait-il)|same|also|or|ou|no\b|non\b|nope|now|then|ok|okay|but|mais|puis|alors|so|"
    r"make|use|only|just|instead|add|remove|without|switch|change (?:it|to|that)|actually|rather|plutot|pareil|"
    r"anything|something|any (?:at|from|in|on|for|by)|il y en a|y en a-t-il|y en a|(?:tu|vous) en (?:as|avez)|en (?:as-tu|avez-vous)|any other|another|d'autres?|quelque chose|(?:tu as|vous avez) oublie|you (?:forgot|missed)|idem|meme|ajoute|enleve|retire|seulement|uniquement|juste|garde|refais|prends|utilise|passe|avec|sans|"
    r"maintenant|"
    r"sorry|oops|desole|pardon|pour|for|in|with|en|au|dans|sur|over|at the|on the|elargis|etends|(?:ne |n'en )?(?:garde|garde[rz]|limite|limite[rz]|restreins|restreignez|conserve|conserve[rz]|considere[rz]?|retiens|retenez|prenez|cherche|cherche[rz])\b|extend|widen|zoom|focus|keep|"
    r"consider|restrict|limit|export\w*|save|download|plot|map|show (?:it|them|that|those|me (?:that|it|the same|"
    r"them))|trace|affiche|can you (?:also|plot|map|show (?:it|them|that)|create|make|add|export|repeat|"
    r"do (?:that|it|the same))|"
    r"(?:est-ce que )?(?:(?:tu|vous) (?:peux|pouvez|pourrais|pourriez)|(?:peux|pourrais)-tu|(?:pouvez|pourriez)-vous) (?:(?:aussi|me|m'|nous|le|la|les|l'|en) ?)*(?:refaire|recommencer|repeter|redonner|exporter|ajouter|rajouter|tracer|cartographier|creer|montrer (?:ca|cela)|faire (?:ca|cela|la meme|de meme|pareil|pour))|i (?:meant|mean)|i want to repeat|i'd rather|let's|which (?:ones?|of|were|have)|lequel|laquelle|lesquel(?:le)?s|parmi (?:eux|elles|ceux|celles|ces)|among (?:them|these|those)|are you sure|"
    r"is that|is it|was that|why (?:is|was|that|so)|pourquoi (?:est|etait|ca|cela|si|autant|tant|c'est)|c'est|est-ce|tu es|t'es|really|vraiment|hmm+|yes|oui|why not|"
    r"the (?:first|second|last|same|other)|oh|ah|right|fine|great|thanks|thank you|merci|d'accord|bon|parfait|super|give me (?:that|it|them|the same|the (?:first|top|next|data|file|"
    r"numbers?))|donne-(?:le|la|les)|compare (?:it|that|them|this|with|to|avec|a)|et si|what if)\b"
)
# What closes the subject of the turn before: "ok forget it. What does … mean?".
_NEW_TOPIC = Pattern(
    r"^\W*(?:(?:ok|okay|alright|right|fine|well|now|maintenant|bon|bien|thanks|thank you|merci|d'accord)\W+)*(?:forget (?:it|that|about it|all that)|never ?mind|new (?:question|topic|subject)|(?:a )?different (?:question|topic|subject)|"
    r"(?:something|anything) else|unrelated(?: question)?|on another (?:note|topic)|laisse(?:z)? tomber|oublie(?:z)?(?: ca| tout| cela| tout ca)?|autre (?:question|sujet|chose)|(?:une )?(?:question|chose) differente|changeons de sujet|"
    r"changement de sujet|rien a voir|passons a autre chose|nouvelle question|sans rapport)\s*[.,;:!?-]+\s*|"
    # "ok forget the pictures. What does SPI measure?"
    r"^\W*(?:(?:ok|okay|alright|right|fine|well|now|bon|bien|d'accord)\W+)*(?:forget(?: about)?|laissez? tomber|oubliez?) (?:the|those|these|les|ces) (?:pictures?|images?|photos?|scenes?)\s*[.!?]+\s*"
)
_THEN = Pattern(r"\b(?:then|instead|alors|plutot|a la place)\W*$")
_ENDS_ON = Pattern(r"\b(?:then|instead|alors|plutot|a la place|too|as well|aussi|egalement|only|seulement|rather)\W*$")
_POINTS = Pattern(
    r"\b(?:(?<!are )(?<!is )(?<!was )(?<!were )there|here|them|those|these|ca|cela|celui|celle|ceux|celles|ici|(?:do|can) you see|(?:vois|voyez)-(?:tu|vous)|tu vois)\b"
)
# what is said on the side of the subject
_BY_THE_WAY = Pattern(
    r"^\W*(?:(?:au fait|a propos|d'ailleurs|tiens|au passage|par curiosite|juste (?:par curiosite|pour savoir)|au juste|exactement|precisement|exactly|precisely|to be exact|by the way|btw|incidentally|out of curiosity|just curious|one more thing|quick question|petite question|side question)\b[\s,:;.!-]*)+"
)
# "what does ERA5 say?", "que donne MERRA-2 ?": of what was asked before, by another source
_ANOTHER_SAYS = Pattern(
    r"^\W*(?:(?:and|et|so|but|mais|ok)\W+)*(?:what (?:does|do|did|would|will)\b.{2,40}\b(?:say|give|show|tell(?: us)?|find|report|have|yield|predict|project|suggest)\b|(?:et )?(?:que|qu'est-ce que?) (?:dit|disent|donne(?:nt|rait)?|montre(?:nt)?|prevoi(?:t|ent)|trouve(?:nt)?|annonce(?:nt)?)\b|.{2,30}\b(?:dit|disent|donne(?:nt)?) quoi\b)"
)
# "now show it for Cairo": what was named before is wanted of a place or a time
_SHOW_IT = Pattern(
    r"\b(?:show|give|plot|map|compute|calculate|get|display|draw|estimate|do|find) (?:me |us )?(?:it|that|this|the same|one)\b|\b(?:montre|donne|trace|calcule|affiche|cartographie|fais|estime|sors)[rz]?-l[ae]s?\b|\b(?:montre|donne|trace|calcule|affiche|fais)[rz]?(?:-moi)? (?:ca|cela)\b|\b(?:montre|donne|trouve|sors|cherche|affiche|trace)[rz]?-(?:m'en|moi-en|nous-en|en)\b|\b(?:le|la|les|l')[ ]?(?:calculer|tracer|afficher|montrer|cartographier|estimer|avoir)\b"
)
_SELF_CONTAINED = Pattern(
    r"^\W*(?:what is|what's|what are|what does|who(?! (?:is|are|was|were) (?:the )?(?:\w+er|\w+est|more|most|less|least)\b)|qui (?:a|ont|est|sont|etait|etaient|est-ce)\b(?! (?:(?:le|la|les) )?(?:plus|moins)\b)|how (?:exactly |precisely )?(?:do|does|is|are)|c'est quoi|qu'est-ce(?! qui (?:a|avait|s'est) )|que (?:signifie\w*|veut dire|veulent dire|represente\w*|mesure\w*)|qu'entend-on|(?:ca |cela )?(?:veut|veulent) dire quoi|comment (?:definis(?:sez|sons)?-(?:vous|tu)|definit-on|(?:vous|tu) definis|est|sont|fonctionne\w*|se \w+|\w+e-t-on|\w+t-on) |explique\w*|definis\w*|a quoi (?:sert|servent|correspond\w*)|pourquoi(?! (?:si|aussi|autant|tant|est-ce (?:si|aussi|que c'est))\b)|"
    r"why (?:do|does|is|are)|define|explain)\b"
)
# "train a model on them", "entraîne un modèle dessus"
_ON_THEM = Pattern(
    r"\b(?:on|with|from|using|over) (?:it|them|these|those|this|that|the (?:same|first|second|last) ones?)(?=\W*$| (?:to|for|and)\b)|\b(?:dessus|avec (?:ca|cela|elles|eux)|a partir de (?:ca|cela|celles-ci|ceux-ci))\b"
)
_OF_THE_ANSWER = Pattern(
    r"\bthe (?:resolution|accuracy|precision|quality|source|licen[cs]e|format|method|coverage|reference|baseline|period|scale)(?=\W*$)|\b(?:la (?:resolution|precision|qualite|source|licence|methode|couverture|reference|periode)|le format|l'(?:echelle|origine|unite))(?=\W*$)|"
    r"\bthe (?:spread|range|uncertainty|results?|numbers?|values?|difference|plot|probability|answer|signal|ensemble|class(?:es)?|legend|colou?rs?|categories|codes|columns|units?|flags)\b|"
    r"\b(?:in|on|of|from) (?:the|this|that|your) (?:map|figure|plot|curve|graph|chart|table|image|picture|series)\b|\b(?:dans|sur|de|d[eu]) ?(?:la|le|l'|cette|ce|cet|ta|ton|votre) ?(?:carte|figure|courbe|graphique|graphe|tableau|image|serie)\b|"
    r"\bl'(?:ecart|incertitude|intervalle|ensemble)\b|\bla (?:dispersion|fourchette|difference|probabilite|reponse)\b|"
    r"\ble (?:resultat|chiffre|graphique|signal)\b|\bles (?:resultats|chiffres|valeurs|classes|couleurs|categories|codes|colonnes|unites)\b|\bla legende\b"
)


# "how would that look by 2050", "que donnerait ça avec ssp585"
_OF_THAT = Pattern(
    r"\b(?:would|will|does|did|could|is|was) (?:that|it|this|they)\b|\b(?:that|it|this) (?:looks?|be|becomes?|changes?|goes)\b|\b(?:ca|cela) (?:donne\w*|sera\w*|change\w*|devien\w*|ressemble\w*|fait|ferait)\b|"
    r"\b(?:sera|serait|donnera|donnerait|ressemblera|ressemblerait|deviendra|deviendrait|evoluera\w*|changera\w*)(?:-t)?-(?:il|elle|ca|ce)\b|\b(?:donnerai?t|donnera|serait|sera) (?:ca|cela)\b"
)

# "and what is a tropical night?", "c'est quoi au juste un jour sans gel ?"
_DEFINES = Pattern(
    r"^\W*(?:(?:and|et|so|but|mais|ok|okay|au fait|by the way|btw|sorry|pardon|thanks|merci|donc|alors)\W+)*(?:what(?:'s| is| are)|c'est quoi|qu'est-ce (?:que c'est )?(?:que |qu')|qu'entend-on par|que (?:signifie|veut dire)|what do you (?:mean|call))"
    r"(?: (?:exactly|actually|precisely|even|again|au juste|exactement|donc|en fait|deja|au fait|by))*(?: (?:an?|une?) |,? ?qu'(?:une?) |(?<=')une? )(?:[a-z'-]+ ?){1,5}(?:exactly|actually|au juste|exactement)?\W*$"
)
# "bigger than in 2020?", "plus chaud que l'année d'avant ?": what is so, the turn before said
_MEASURES_UP = Pattern(
    r"^\W*(?:(?:and|et|so|alors|was (?:it|that|this)|is (?:it|that|this)|etait-ce|est-ce|c'etait|c'est|much|far|a lot|any|bien|beaucoup|even|meme|encore)\W+)*(?:\w{3,}er|more|less|fewer|worse|as (?:\w+ )?|plus|moins|pire|aussi|autant|davantage)\b(?: \w+){0,2}? (?:than|as|qu(?:e\b|'))"
)
# "which year was wetter?", "quelle ville est la plus chaude ?": of those asked of before
_WHICH_OF_THEM = Pattern(
    r"^\W*(?:(?:and|so|et|alors) )?(?:which|what|quel(?:le)?s?) (?:year|month|season|decade|summer|winter|city|place|town|country|scenario|annee|mois|saison|decennie|ete|hiver|ville|lieu|pays)s? "
    r"(?:is|was|were|has been|had|got|saw|will be|est|a ete|ont ete|etait|fut|sera|a eu|avait) (?:the |le |la |les |l')?(?:\w{3,}er|more|less|fewer|worse|better|plus|moins|pire|meilleure?)\b"
)
# "the wettest year in there?", "le mois le plus sec ?"
_EXTREME_OF = Pattern(
    r"^\W*(?:(?:and|et|ok|so|alors|donc|thanks|merci|now|maintenant)\W+)*(?:(?:the|le|la|l'|which|what|quel(?:le)?|was|what was|which was|c'etait|quel(?:le)? (?:a ete|est|etait|fut))\W*(?:the |le |la |l')?)?"
    r"(?:(?:\w{2,}est|most \w+|least \w+) (?:single )?(?:day|night|week|month|year|season|decade|summer|winter|hour|spell)|(?:jour|journee|nuit|semaine|mois|annee|saison|decennie|ete|hiver|heure) (?:le |la )(?:plus|moins) \w+)s?\b"
)
# "c'est quoi la moyenne", "what is the highest": of what was shown before
_THE_FIGURE = Pattern(
    r"^\W*(?:what(?:'s| is| was)|c'est quoi|qu'est-ce que c'est|quel(?:le)? (?:est|etait)) (?:the |la |le |l')[\w-]+\W*$"
)


_ARTICLES = Pattern(r"\b(?:of|the|an?|des?|du|la|les?|aux?)\b|\b[dl]'")


def follows(reading: Reading, base: Intent) -> bool:
    """Whether the turn cannot be understood without the one before."""
    if complete(reading):
        return False
    if _names_only_a_source(reading) or _asks_it_elsewhere(reading) or _within_it(reading):
        return True
    cues, folded = reading.cues, reading.utterance.folded
    if words_in(folded) <= SHORT and read_edit(folded).dropped:
        return True
    subject, placed = _subject_said(reading), bool(reading.located)
    if of_both(folded) or cues.dispute or (cues.instead and not (subject and placed and reading.periods)):
        return True
    if not subject and not reading.facets:
        return (
            not (cues.greeting and words_in(folded) < 4)
            and not closes(folded)
            and not (cues.about_us and not LEADS_ON.match(folded))
            and not _knowledge(reading)
        )
    if _fragment(reading):
        return True
    if placed and subject and (reading.periods or cues.question or cues.find) and not LEADS_ON.match(folded):
        return False
    if _SELF_CONTAINED.match(folded) and not cues.here and not placed and not reading.periods and not _refers(folded):
        return False
    if _leads(reading):
        opens = re.match(r"^\W*(?:and|et|what about|how about|also)\b", folded)
        return not (placed and subject and reading.periods and not cues.repeat and not opens)
    return (
        not placed
        and bool(base.places or base.filters)
        and not (
            reading.periods
            and subject
            and (reading.facets or reading.collections)
            and words_in(_ARTICLES.sub(" ", folded)) > 6
        )
    )


def _names_only_a_source(reading: Reading) -> bool:
    """ "What does ERA5 say?": another source for what was asked before."""
    r = reading
    sourced = bool(r.collections or r.facets)
    return sourced and not (r.quantities or r.phenomena) and bool(_ANOTHER_SAYS.match(r.utterance.folded))


def _asks_it_elsewhere(reading: Reading) -> bool:
    """ "Now show it for Cairo in July 2023, ERA5": what "it" is was named before."""
    r = reading
    return not (r.quantities or r.phenomena or r.models) and bool(_SHOW_IT.search(r.utterance.folded))


def _within_it(r: Reading) -> bool:
    """ "The wettest month of that year?", "l'année la plus humide là-dedans": a part of the time that was asked of."""
    folded = r.utterance.folded
    if _MEASURES_UP.match(folded) and not (r.located and r.periods):
        return True
    if r.located or any(p.start for p in r.periods) or r.facets or r.collections:
        return False
    return (
        points_at_time(folded) or bool(_WHICH_OF_THEM.match(folded)) or bool(_EXTREME_OF.match(folded) and r.statistics)
    )


def complete(reading: Reading) -> bool:
    """Whether the turn says all that its own kind of question needs, and points at nothing said before."""
    r, c, folded = reading, reading.cues, reading.utterance.folded
    if of_both(folded) or _names_only_a_source(reading) or _asks_it_elsewhere(reading):
        return False
    if _asks_definition(r):
        return not (r.located or r.periods or _POINTS.search(folded))
    if _within_it(r):
        return False
    if (aside := _BY_THE_WAY.match(folded)) and _SELF_CONTAINED.match(folded[aside.end() :]):
        return not reading.located and not reading.periods
    if (closed := _NEW_TOPIC.match(folded)) and not LEADS_ON.match(folded[closed.end() :]):
        return True
    if LEADS_ON.match(folded) or c.dispute or c.instead or c.repeat or c.add or c.here or _ENDS_ON.search(folded):
        return False
    words, decision = words_in(folded), decide(r)
    edit = read_edit(folded)
    if words <= SHORT and (edit.cleared or edit.dropped):
        return False
    action = decision.action
    subject, placed = _subject_said(r), bool(r.located)
    if action == "explain":
        asks = c.meaning or c.how_to or c.what_is or c.about_us or c.metadata or c.citation
        asks = asks or (c.question and decision.certainty > 0.8 and not r.phenomena)
        named = subject or r.facets or c.about_us
        return bool(asks and named and words > 3 and (words > 7 or not _refers(folded)) and not _POINTS.search(folded))
    if action == "train":
        return subject and words > 4 and not _ON_THEM.search(folded)
    if r.facets and not placed and not _OF_THAT.search(folded):
        asks = c.find or c.data or c.which_data or c.which_term or c.question
        return words > 2 and (len(r.facets) > 2 or (len(r.facets) > 1 and subject) or (asks and words > 4))
    if not placed or _refers(folded):
        return False
    asks = c.question or c.find or c.show or c.scenes or c.detect or c.compute or c.compare or c.trend
    return bool(asks and words > 3 and (subject or c.scenes or r.periods))


def _asks_definition(r: Reading) -> bool:
    """ "What is a tropical night?", "au juste, comment définissez-vous un jour sans dégel ?"."""
    folded = r.utterance.folded
    aside = _BY_THE_WAY.match(folded)
    told = BY_DEFINITION.match(folded[aside.end() :] if aside else folded)
    return bool(_DEFINES.match(folded) or (told and _subject_said(r) and not _refers(folded)))


def _leads(reading: Reading) -> bool:
    """The words lead on from something: an opener, a closing "then", a repetition, a pointer, an addition."""
    cues, folded = reading.cues, reading.utterance.folded
    closes = bool(_THEN.search(folded)) and words_in(folded) <= 12
    return bool(LEADS_ON.match(folded)) or closes or cues.repeat or cues.here or cues.add


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
        and words_in(reading.utterance.folded) <= 5
        and not (cues.find or cues.question or cues.meaning)
    )


def _knowledge(reading: Reading) -> bool:
    return (
        not ((reading.statistics or reading.cues.trend) and _THE_FIGURE.match(reading.utterance.folded))
        and bool(_SELF_CONTAINED.match(reading.utterance.folded))
        and not (reading.months or reading.periods or reading.located)
        and not _refers(reading.utterance.folded)
        and words_in(reading.utterance.folded) > 3
    )


def _refers(folded: str) -> bool:
    pronoun = re.search(
        r"\b(?:tu|vous|on|nous|je|j'|ils?|elles?) ?l(?:'|es? |a )(?=(?:as|a|ai|avez|avons|ont|calcul\w*|obten\w*|obtien\w*|fai\w*|trouv\w*|mesur\w*|defini\w*|estim\w*|compt\w*|dedui\w*)\b)|\bcomment l(?:es? |a |')\w+-(?:tu|vous|(?:t-)?on)\b|\w-l[ae]s?\b|\b(?:it|that|those|them|they|these|there|ca|cela|celui|celle|ceux|celles|here|ici)\b|\b(?:ce|cet|cette|ces) (?!(?:que|qui|dont|sont|jours?|mois|matin|soir|ete|hiver|printemps|automne|annees?|semaines?|siecle|week-end|dernier\w*|prochain\w*)\b)[a-z]\w+|\b(?:such an?|une? tel(?:le)?|de tel(?:le)?s|pareille?s?|ce que c'est|la-dessus|la-dedans|in there)\b",
        folded,
    )
    return bool(pronoun or _OF_THE_ANSWER.search(folded))

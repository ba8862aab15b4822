"""A stretch of time given its role, its open ends and its window by the words around it: "since", "by 2050", "than in"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from conductor.composer.text.normals import AFTER, HOW_FAR, WITHIN
from conductor.composer.when.asides import EVENT
from conductor.composer.when.counted_spans import counted_span
from conductor.composer.when.opposed import RECENT_REFERENCE
from conductor.composer.when.ranges import Stretch
from connectors.vocabulary.patterns import Pattern

PREINDUSTRIAL = (date(1850, 1, 1), date(1900, 12, 31))

_FILLER = (
    r"(?:[ ,(:'\"-]|\b(?:the|its|their|his|a|an|in|during|for|over|from|of|at|to|on|that|those|same|period|periods|average|mean|climate|conditions?|months?|years?|seasons?|long|terme?|"
    r"normals?|climatology|baseline|reference|levels?|what|it|they|there|did|do|had|been|used to|was|were|is|values?|year|image|scene|one|winter|summer|spring|autumn|fall|region|"
    r"le|la|les|l|en|dans|de|du|des|d|au|aux|a|sur|pour|pendant|durant|meme|memes|generale|overall|mois|annees?|periode|moyenne|climatologie|normale|reference|niveaux?|valeurs?|"
    r"celui|celle|ceux|ere|epoque|times|era|celles|image|scene|ce|qu|il|elle|etait|y|cette|cet|date|hiver|ete|sa|son|ses|leurs?)\b)*$"
)
_REFERENCE = Pattern(
    r"(?:\b(?:compar\w+(?:-(?:t-)?(?:ils?|elles?|on))?(?: comment)?|relative|rel\.?|respect|contrast\w*|oppos\w+|rapporte(?:e?s?)|ramene(?:e?s?)|par rapport|vis-a-vis|relativement|comparison|comparaison) (?:to|with|against|a|au|aux|avec|de|du|des)\b|"
    r"\b(?:versus|vs|against|than|contre|w\.?r\.?t|departures? from|deviations? from|ecarts? (?:a|avec)|differences? (?:from|with|avec)|baseline|reference|ref|base|normales?|normals?|compared|anomal\w+ (?:from|to)|par rapport au?x?)\b\.?|(?<!\bainsi )(?<!\best-ce )(?<!\bparce )\bqu[e']|(?:en|au) regard d(?:e|u|es|')|\bp/r (?:a|aux?)\b|"
    r"\b(?:above|below|au[- ]dess(?:us|ous)|en[- ]dessous|(?:sup|inf)erieur\w*) (?:of |de |du |a |aux? )?(?=(?:the |la |le |les )?(?:averages?|means?|normals?|moyennes?|normales?|climatolog\w*)\b)|"
    r"\bthat (?:was|were) (?:\w+ )?(?:on|in)\b|\bqui (?:etait|etaient) (?:\w+ ){0,2}(?:le|en)\b|\b(?:minus|moins) (?=(?:the |la |le |les |(?:celui|celle|ceux|celles) (?:de |du |d'|des )|that of |those of )?$)|\bface a(?:ux|u)?\b|\b(?:next to|beside|alongside|a cote de) (?=(?:the |la |le |les )?(?:\w+ )?(?:moyenne|normale|average|mean|normal|climatolog))|\b(?:weren't|wasn't|were not|was not|didn't exist)(?: there| present| visible)?\b|\bn'(?:y )?et(?:ait|aient|aient) pas(?: la)?\b)"
    + _FILLER
)
# With another date to be the target, "compared to <any few words> 2003-2014" is a reference as well.
_LOOSE_REFERENCE = Pattern(
    r"\b(?:compared|relative|comparison|comparaison|respect|comparee?s?|par rapport) (?:to|with|a|au|aux|avec)\b[^.;?!,]{0,60}$|"
    r"\b(?:above|below|exceed\w*|deviat\w+|depass\w*|ecart\w*|au[- ]dess(?:us|ous)|en[- ]dessous|(?:sup|inf)erieur\w*)\b(?:[^.;?!]|\.(?=\d)){0,40}? "
    r"(?:the|its|la|sa) (?:\w+ ){0,3}?(?:average|mean|moyenne)\b[^.;?!,\d]{1,40}$"
)
# "kharif 2024 vs kharif 2023": whatever the two years are called
_VERSUS = Pattern(
    r"\b(?:versus|vs|against|contre)\b\.? (?:the |la |le |l'|those? of |that of |(?:celui|celle|ceux|celles) d[eu]s? ?)?(?:[a-z][a-z'-]* ){0,2}$"
)
# "compare NO2 in March 2020 with March 2019": between the two nothing but a word that sets the one beside the other
_COMPARED = Pattern(
    r"\b(?:compar(?:e[rz]?|ing|ons)|contrast(?:ing)?|confronte[rz]?|met(?:s|tre|tez) en (?:regard|parallele))\b"
)
_BESIDE = Pattern(
    r"\s*,? ?(?:with|to|against|and then with|avec|a|au|aux)\b ?(?:(?:that|those|the (?:one|same)s?) (?:of|in|from) |(?:celui|celle|ceux|celles) (?:de |du |d'|des |en )|the |la |le |les |l'|in |en |du |de )*(?:year |annee )?"
)
# "the Nile and the Niger, compared, 1981-2010": the one time of both
_SIDE_BY_SIDE = Pattern(r"\b(?:and|et)\b[^.;?!]{2,80}\bcompared\W*(?:(?:in|over|for|during)\W+)?(?:the )?$")
_SINCE_PRE = Pattern(
    r"\b(?:since|depuis|above|over|from|than|to|with|au-dessus|(?:rapport|relativement|compare\w*|anterieur\w*|superieur\w*) a(?:ux?)?|que|de|(?:depass\w*|exceed\w*|surpass\w*)(?: (?:the|la|les|le|l'|global|mean|temperatures?|niveaux?|levels?|moyenne))*)\b"
    + _FILLER
)
REFERENCE_AFTER = Pattern(
    r"^\s*\)?,?\s*(?:as (?:a |the |our )?|comme (?:la |notre )?|pour |en guise de |\()?(?:periode (?:de )?)?(?:baseline|reference|climatology|average|normals?|normale)\b(?!\W*(?:period|periode|of|de|:)*\W*\d{4})"
)
# "and 2016-2020 for comparison"
_FOR_COMPARISON = Pattern(
    r"^\s*,?\s*(?:for|as a|by way of|a titre de|en|pour|par) (?:comparisons?|comparaison|comparer)\b(?! (?:with|to|avec|a|aux?|de|of)\b)"
)
_ABOVE = Pattern(
    r"\b(?:above|below|over|under|beneath|au[- ]dess(?:us|ous)|en[- ]dessous|sous)(?: (?:of|de|du|that of))? ?(?:the |its |their |la |le |les )?(?:long[- ]term )?$"
)
# what may stand between "by", "since", "until" and a year
_TO_IT = r"[ ']*(?:(?:the|le|la|les|l|year|month|date|day|of|annee|an|mois|de|du|d)\b[ ']*)*$"
_TO_ITS_END = r"[ ']*(?:(?:the|le|la|les|l|year|month|date|day|of|annee|an|mois|de|du|d|end|fin)\b[ ']*)*$"
_THE_YEAR = r"(?: about| roughly| environ)?(?: the)?(?: year| l'an(?:nee)?| annee)?"
_WINDOW = Pattern(
    rf"(?:\b(?:around|circa|(?<!what )(?<!how )about|near|vers|autour de|aux (?:alentours|environs|abords) de|environ|by|come|horizons?|a l'(?:horizon|echeance)(?: de)?|echeance|d'ici(?: a| en)?|towards?|c\.){_THE_YEAR}|~)\s*$"
)
_BY = Pattern(
    rf"(?:\b(?:by|for|come|horizon|echeance|d'ici(?: a| en)?|en|in|pour|vers|around|towards?){_THE_YEAR}|~)\s*$"
)
_HORIZON = Pattern(r"\s*(?:time )?horizons?\b")
_THROUGH = Pattern(
    r"\b(?:(?:up )?(?:until|till)|through(?: to)?|thru|up to(?: and including)?|jusqu(?:'(?:a|en|au)|e(?: en)?)|(?:out|by (?:decade|year|month|season)|decadal|monthly|yearly|annual) to)\b"
    + _TO_ITS_END
)
# "sea level to 2100": from today until then; what is changed, or compared, to a year is not
_UNTO = Pattern(r"(?:^|[a-z)] )\bto(?: the year)? $")
# "run it to 2015", of years gone by as well
_RUN_TO = Pattern(
    r"\b(?:runs?|running|ran|extend\w*|prolong\w*|continu\w*|carr(?:y|ied)|simulat\w*|driv(?:e|en)|roll(?:ed)?|integrat\w*|hindcast\w*|all the way)\b[^.;?!\d]{0,40}\bto(?: the)?(?: year| end of| start of)? $"
)
_SET_TO = Pattern(
    r"\b(?:chang\w+|switch\w*|set|shift\w*|mov\w+|go(?:es)?|make|updat\w+|adjust\w*|compar\w+|relative|respect|close|closer|similar|according|due|back|prior|next|up|down|sooner)(?: (?:it|that|this|the \w+))? to(?: the year)? $"
)
_SINCE = Pattern(
    r"\b(?:since|snce|sinc|depuis|starting(?: in| from| on)?|beginning (?:in|from|on|with)|from|a partir (?:de|du|d')|des|as of)(?: the| le| la| l'| early| late| debut)*\s*$"
)
# what happened, or recurs, between "since" and its date: "depuis le séisme de février 2023", "before the harvest of 2025"
_RECURS = (
    r"(?:monsoons?|moussons?|harvests?|recoltes?|moissons?|vendanges?|sowing|semis|(?:rainy|dry|wet|growing|fire|hurricane|cyclone) seasons?|saisons? (?:des pluies|seche|humide|des feux|cyclonique|de croissance)|elections?|war|guerre|"
    r"(?:opening|closure|closing|construction|launch|completion)|(?:ouverture|fermeture|construction|lancement|achevement|mise en service)|works|travaux)"
)
_OF_IT = r"(?: (?:of|in|from|de|du|d'|des|en))* ?(?:the |la |le |l')?"
_HAPPENING = rf" ?(?:the |le |la |les |l')?(?:[\w'-]+ ){{0,2}}?(?:{EVENT}|{_RECURS}|accident|explosion|spill|maree noire|eruption|glissement|landslide|(?:dam )?(?:breach|break|failure|collapse)|rupture|effondrement)(?: (?:of the |du |de la |des |de l')?(?!of\b|in\b|from\b|de\b|du\b|en\b)\w+)?{_OF_IT}$"
_SINCE_EVENT = Pattern(
    rf"\b(?:since|depuis){_HAPPENING}|\bsince (?:the |its |their )?(?:[\w'-]+ ){{1,4}}?(?:broke|burst|opened|closed|began|started|ended|burn(?:ed|t)|erupted|collapsed|failed|hit|struck|flooded|melted|(?:was|were) \w+)(?: \w+)? (?:in|on) $|"
    r"\bdepuis qu(?:e |')[^.;?!,]{3,50}? (?:en|le|au|debut|fin) $"
)
_BEFORE_EVENT = Pattern(rf"\b(?:before|prior to|avant) ?(?:the |le |la |les |l')?{_RECURS}{_OF_IT}$")
_AFTER_EVENT = Pattern(rf"\b(?:after|apres) ?(?:the |le |la |les |l')?{_RECURS}{_OF_IT}$")
# "scenes as of March" begin then; "how many houses stood as of March" is a state of that date
_LISTED_AS_OF = r"(?:images?|scenes?|imagery|acquisitions?|passes|data|datasets?|files?|granules?|records?|available|series|trends?)\b[^.;?!]{0,60} as of"
_SINCE_ONLY = Pattern(
    r"\b(?:since|snce|sinc|depuis|longer,? from|(?:going|goes|reaching) back to|as far back as|(?:en )?remontant (?:a|au|jusqu'(?:a|en|au))|starting(?: in| from| on)?|beginning (?:in|from|on|with)|en partant (?:de|du|d')|(?:a commencer|(?:en )?(?:commencant|debutant)) (?:par|en|le|au|des)|a (?:partir|compter) (?:des?|du|d')|des(?= (?:les?|la) | l')|onwards? from|"
    + _LISTED_AS_OF
    + r")(?: the| le| la| l'| les| year| ?l'annee| annee| l'an| early| (?:start|beginning|early part|month) of| (?:du |le )?debut(?: de| d'| du)?| ?mois (?:de |d')?)*\s*$"
)
_AFTER = Pattern(
    r"\b(?:after|(?:later|newer|more recent) than|subsequent to|apres|plus (?:recente?s?|recents|tard|tardi\w+) que|(?:posterieur|ulterieur)\w* (?:a|au))\b"
    + _TO_ITS_END
    + r"|\bpost-$"
)
# after a day, a month or a year; "the past 1981-2010" is none
_BEYOND = Pattern(
    r"\b(?:past|beyond|following|in the (?:wake|aftermath) of|(?:that|which) followed|qui (?:ont|a) suivi|qui suiv(?:ent|it|irent|aient)|suivant|suite (?:a|au)|(?:au-dela|a la suite|au lendemain|dans la foulee) (?:de|du|d'))"
    + _TO_ITS_END
)
_BEFORE = Pattern(
    r"\b(?:before|prior to|(?:earlier|older) than|preceding|(?:that|which) preceded|leading up to|qui (?:ont|a) precede|qui preced(?:e|ent|aient)|avant|precedant|plus (?:ancien\w*|vieux|vieilles?|tot) que|anterieur\w* (?:a|au))\b"
    + _TO_IT
    + r"|\bpre-$"
)
_BOUND = Pattern(
    r"\b(?:(?:later|newer|earlier|older|sooner|more recent) than (?:the )?|plus (?:ancien\w*|vieux|vieilles?|tot|recente?s?|recents|tard|tardi\w+) qu(?:e |'))(?:en |l'|le |la )?$"
)
# "no older than 2020", "pas avant 2019" open at that time; "no later than" closes with it
_NOT = r"\b(?:no|not|never|n't|pas|jamais|non|nothing|rien|aucune?)(?: \w+)? "
_NOT_BEFORE = Pattern(
    _NOT
    + r"(?:before|prior to|(?:earlier|older) than|avant|anterieur\w* (?:a|au)|(?:de )?plus (?:ancien\w*|vieux|vieilles?|tot) qu(?:e|'))"
    + _TO_IT
)
_NOT_AFTER = Pattern(
    _NOT
    + r"(?:after|beyond|(?:later|newer|more recent) than|apres|au-dela de|posterieur\w* (?:a|au)|(?:de )?plus (?:recente?s?|recents|tard|tardi\w+) qu(?:e|'))"
    + _TO_IT
)
_EVENT = Pattern(
    r"^ (?:\w+ )?(?:fires?|wildfires?|floods?|flooding|earthquakes?|quakes?|tremors?|tsunamis?|eruptions?|(?:\w+)?storms?|hurricanes?|cyclones?|typhoons?|tornado(?:e?s)?|twisters?|(?:land|mud|rock)slides?|avalanches?|explosions?|blasts?|collapses?|blazes?|disasters?|(?:oil )?spills?|heat ?waves?)\b"
)
_ONWARD = Pattern(
    r"^\s*(?:on\b(?=\s*(?:$|[,.;?!)]|(?:in|for|over|with|under|using|from|at|near|across) ))|onwards?\b|and (?:later|after|beyond|onwards?|since)\b|et (?:apres|au-dela|suivantes?|plus tard)\b|"
    r"(?:to|until|till|up to|through) (?:now|date|today|the present|present|nowadays)\b|-\s*(?:now|present|today|aujourd'hui|maintenant)\b|"
    r"(?:jusqu'au?|au?) (?:aujourd'hui|maintenant|nos jours|ce jour|(?:temps )?present|jour d'aujourd'hui)\b|jusqu'(?:ici|alors)\b)"
)
_ON = Pattern(r" on\b(?! (?:the )?(?:\d|landsat|sentinel|modis|viirs))")
# "dès 2015": the article "des" stands before no single year or month of one
_AS_SOON_AS = Pattern(r"(?:^|[\s,(])des (?:le |l'annee |l')?$")
BOTH_SIDES = Pattern(
    r"\b(?:before and after|before/after|avant et (?:d')?apres|avant/apres)(?: the| le| la| l')?(?: [a-z'-]+){0,7}\s*$"
)
# both ends said: "since 1 January 2021 until 30 June 2022"
_UNTIL_ONLY = Pattern(
    r"\s*,?\s*(?:until|till|through|thru|up to|jusqu'(?:a|en|au)|to|as (?:of|at)|en date d(?:e|u))\s*(?:the |la |le |l'|en )?"
)
_BOTH_ENDS = Pattern(r"\b(?:as (?:of|at)|en date d[eu]|to|until|till|through|thru|up to|au|a|jusqu'\w+)\b")


def placed(folded: str, stretches: Sequence[Stretch], index: int, now: date) -> Stretch | None:
    """Give a stretch its open ends, its twenty-year window and its role from the words around it."""
    stretch = stretches[index]
    previous = stretches[index - 1].finish if index else 0
    lead, tail = folded[previous : stretch.begin], folded[stretch.finish :]
    as_then = bool(_AS_THEN.before(folded, stretch.begin))
    if stretch.precision == "now" or (stretch.start == stretch.end == now and (as_then or _REFERENCE.search(lead))):
        return _now(stretch, lead, as_then=as_then)
    if stretch.start is None or stretch.end is None:
        return _since_month(stretch, lead, now)
    beside = index == 0 and len(stretches) == 1 and bool(_SIDE_BY_SIDE.search(lead))
    others = any(s.start or s.end for s in stretches if s is not stretch)  # "in September" is no target of its own
    loose = index > 0 and others and _is_loose(folded, stretches, index)
    tied = index > 0 and bool(_JOINED.fullmatch(lead))
    held = stretch.precision in ("day", "month", "season", "year") and bool(_NORMAL_THEN.search(lead)) and not others
    referred = _is_reference(lead, tail) and not (tied or beside or held or _BOUND.search(lead))
    told = loose or as_then or referred
    role = "reference" if stretch.role == "reference" or told else "target"
    ahead = stretches[index - 1].start if index else None
    counted = ahead and stretch.precision == "range" and stretch.end < now and _COUNTED_FROM.fullmatch(lead)
    if ahead and counted and (now <= ahead or _DEPARTED.search(folded[: stretch.begin])):
        return replace(stretch, role="reference")
    if stretch.start > now and index and stretches[index - 1].precision == "now":
        role = "target"
    if stretch.precision == "era" and stretch.start == PREINDUSTRIAL[0] and _SINCE_PRE.search(lead):
        return replace(stretch, role="reference")
    if _of_two(stretches, index, lead):
        return stretch
    if not _EVENT.match(tail) and (told_length := counted_span(stretch, lead)):
        return replace(told_length, role=role)
    opened = _opened(stretch, lead, tail, now, said=folded[stretch.begin : stretch.finish])
    return replace(opened if opened != stretch else _windowed(stretch, *_around(folded, stretches, index)), role=role)


def _is_loose(folded: str, stretches: Sequence[Stretch], index: int) -> bool:
    """Whether words before, between or behind two times hold the second up to the first."""
    stretch = stretches[index]
    lead, tail = folded[stretches[index - 1].finish : stretch.begin], folded[stretch.finish :]
    if _LOOSE_REFERENCE.search(lead) or _VERSUS.search(lead) or _FOR_COMPARISON.match(tail):
        return True
    return bool(_beside(folded, stretches, index) or _of_normal(lead, tail))


def _of_two(stretches: Sequence[Stretch], index: int, lead: str) -> bool:
    """ "Since 1985 until 2023": two dates already held against each other, neither of them open."""
    if stretches[index].role == "reference":
        return bool(_SINCE_ONLY.search(lead))
    return index > 0 and stretches[index - 1].role == "reference" and bool(_UNTIL_ONLY.fullmatch(lead))


_COUNTED_FROM = Pattern(
    r"\s*,?\s*(?:from|since|depuis|a partir de)\s*(?:the |la |les )?"
)  # "change by 2050 from 1991-2020"


# "the anomaly of 2017 from 1981-2010"
_DEPARTED = Pattern(r"\b(?:anomal\w*|departures?|deviat\w*|ecarts?)\b")


def _around(folded: str, stretches: Sequence[Stretch], index: int) -> tuple[str, str]:
    """What stands before and after a list of years: "by 2050 and 2100", "aux horizons 2030, 2050 et 2100"."""
    first = last = index
    while first and _listed(folded, stretches[first - 1], stretches[first]):
        first -= 1
    while last + 1 < len(stretches) and _listed(folded, stretches[last], stretches[last + 1]):
        last += 1
    before = stretches[first - 1].finish if first else 0
    return folded[before : stretches[first].begin], folded[stretches[last].finish :]


def _listed(folded: str, one: Stretch, other: Stretch) -> bool:
    return one.precision == other.precision == "year" and bool(_JOINED.fullmatch(folded[one.finish : other.begin]))


def _since_month(stretch: Stretch, lead: str, now: date) -> Stretch:
    """ "Since January": from the latest one on; other months recur."""
    if stretch.precision != "month" or len(stretch.months) != 1 or not _SINCE_ONLY.search(lead):
        return stretch
    start = date(now.year if stretch.months[0] <= now.month else now.year - 1, stretch.months[0], 1)
    return replace(stretch, start=start, end=now, months=(), precision="range")


# "as cold in 2080 as today", "as hot as July 2003": what it is held against
_AS_THEN = Pattern(
    r"\bas (?!(?:recent|early|late|clear|cloud|soon|long|far|well|if|of|to|for|a|an|the|in|at|much as|many as|little as|few as|high as|low as)\b)(?:[\w'-]+ ){1,12}?as (?:(?:in|on|during|the|it|they|there|is|are|was|were|that|those|of)\b ?)*$"
)


def _now(stretch: Stretch, lead: str, *, as_then: bool) -> Stretch | None:
    if not as_then and not _REFERENCE.search(lead):
        return None
    return replace(
        stretch, start=RECENT_REFERENCE[0], end=RECENT_REFERENCE[1], role="reference", assumption="now_is_recent"
    )


_JOINED = Pattern(r"\s*,?\s*(?:and|et|,)\s*(?:the|la|le|les)?\s*")


def _beside(folded: str, stretches: Sequence[Stretch], index: int) -> bool:
    """Whether the text compares the time before with this one, and nothing else."""
    before, this = stretches[index - 1], stretches[index]
    dated = sum(1 for s in stretches if s.start or s.end)  # "hivernale" beside them is no third time
    if dated != 2 or not before.start or not _BESIDE.fullmatch(folded[before.finish : this.begin]):
        return False
    return bool(_COMPARED.search(folded[: before.begin]))


def _of_normal(lead: str, tail: str) -> bool:
    """ "… and how far it was from the 1991-2020 average"."""
    return bool(HOW_FAR.search(lead)) and bool(WITHIN.search(lead) or AFTER.match(tail))


# "il ne me faut que 1995-2020", "je n'ai besoin que de 2010": nothing but that time
_NOTHING_BUT = Pattern(
    r"\b(?:ne |n')(?:(?!plus|moins|aussi|autant|mieux|meilleur|pire|davantage|autre|pas\b|jamais)[^.;?!,\d]){2,40}?\bqu(?:e |')(?:de |d'|en |a |sur |pour |dans |pendant |la periode |les annees |l'annee |l'|la |le |les )*$"
)
# "above normal in June 2023", "how much wetter than normal was spring 2024": one short time is no normal
_NORMAL_THEN = Pattern(
    r"\b(?:normale?s?|usual|norme?|habitude)(?: (?:was|were|is|are|in|over|on|en|au|aux|a|du|dans|sur|lors d[eu]|the|la|le|l'|mois de|month of|cours de|during|pendant|durant))* ?$"
)


def _is_reference(lead: str, tail: str) -> bool:
    if _NOTHING_BUT.search(lead):
        return False
    above = _ABOVE.search(lead) and AFTER.match(tail)  # "in degrees above the 1991-2020 mean"
    return bool(_REFERENCE.search(lead) or REFERENCE_AFTER.match(tail) or above)


def _opened(stretch: Stretch, lead: str, tail: str, now: date, *, said: str) -> Stretch:
    start, end = stretch.start, stretch.end
    assert start is not None and end is not None
    short = stretch.precision in ("day", "month", "season", "year")
    if BOTH_SIDES.search(lead):  # "before and after the January freeze"
        return stretch
    if _NOT_BEFORE.search(lead):
        return replace(stretch, end=now) if start <= now else replace(stretch, end=None)
    if _NOT_AFTER.search(lead):
        return replace(stretch, start=None)
    if (_AFTER.search(lead) or _AFTER_EVENT.search(lead) or (short and _BEYOND.search(lead))) and not _EVENT.match(
        tail
    ):
        return replace(stretch, start=end + timedelta(days=1), end=None)
    if (_BEFORE.search(lead) or _BEFORE_EVENT.search(lead)) and not _EVENT.match(tail):
        return replace(stretch, start=None, end=start - timedelta(days=1))
    if (
        _SINCE_ONLY.search(lead)
        or _SINCE_EVENT.search(lead)
        or (stretch.precision in ("year", "month") and _AS_SOON_AS.search(lead))
        or (_SINCE.search(lead) and (_ONWARD.match(tail) or _ON.match(tail)))
        or (stretch.precision != "range" and _ONWARD.match(tail))
    ):
        if stretch.precision == "range" and _BOTH_ENDS.search(said):
            return stretch
        return (
            replace(stretch, end=max(now, end) if stretch.precision == "range" and end > now else now)
            if start <= now
            else replace(stretch, end=None)
        )
    return _closed(stretch, lead, now)


def _closed(stretch: Stretch, lead: str, now: date) -> Stretch:
    """A time that is the end of something which began before it: "through 2050", "run it to 2015"."""
    start, end = stretch.start, stretch.end
    assert start is not None and end is not None
    short = stretch.precision in ("day", "month", "season", "year")
    through = not stretch.between and bool(_THROUGH.search(lead))
    if through and ((short and end > now) or (stretch.precision == "era" and start > now)):
        return replace(stretch, start=now)
    if short and (through or (not stretch.between and end < now and _RUN_TO.search(lead))):
        return replace(stretch, start=None)
    if stretch.precision == "year" and start > now and _UNTO.search(lead) and not _SET_TO.search(lead):
        return replace(stretch, start=now)
    return stretch


def _windowed(stretch: Stretch, lead: str, tail: str) -> Stretch:
    """The twenty years around a year that is told as a horizon, 2100's those that end with it."""
    start = stretch.start
    if start is None or stretch.precision != "year":
        return stretch
    horizon = _WINDOW.search(lead) or _HORIZON.match(tail)
    if start.year == 2100 and (horizon or (_BY.search(lead) and not re.search(r"\b(?:in|en)\s*$", lead))):
        return replace(stretch, start=date(2081, 1, 1), end=date(2100, 12, 31), precision="era", assumption="by_2100")
    if horizon:
        year = start.year
        return replace(
            stretch, start=date(year - 9, 1, 1), end=date(year + 10, 12, 31), precision="era", assumption="window"
        )
    return stretch

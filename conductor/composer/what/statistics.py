"""Statistics as said: mean, maximum, percentile_90, return_period_20."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planners.intent import Quantity

_PERCENTILE = re.compile(
    r"\b(\d{1,2}(?:[.,]\d+)?)(?:st|nd|rd|th|e|eme|ieme|er)?(?: ?%)?[ -](?:percentiles?|centiles?|quantiles?)\b|"
    r"\b(?:percentiles?|centiles?|quantiles?) (?:of |de |a |d'ordre )?(\d{1,2}(?:[.,]\d+)?)(?!\w)|\b[pq](\d{2})\b"
)
# "10th and 90th percentile", "les 5e, 50e et 95e centiles", "percentiles 10 and 90"
_ORDINAL = r"\d{1,2}(?:[.,]\d)?(?:st|nd|rd|th|er|e|eme|ieme)?"
_AND = r"(?: ?(?:,|/|-|and|et|&|to|a|aux?|, and) ?(?:the |le |les )?)"
_PERCENTILES = re.compile(
    rf"(?<![\w.])(?:{_ORDINAL}{_AND})+{_ORDINAL}[ -](?:percentiles?|centiles?|quantiles?)\b|"
    rf"\b(?:percentiles|centiles|quantiles) (?:of |de )?(?:{_ORDINAL}{_AND})+{_ORDINAL}(?!\w)"
)
_TENS = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "tenth": 10,
    "twentieth": 20, "fiftieth": 50, "ninetieth": 90, "eightieth": 80, "dixieme": 10, "vingtieme": 20, "cinquantieme": 50, "vingt-cinquieme": 25,
    "soixante-quinzieme": 75, "quatre-vingtieme": 80, "quatre-vingt-dixieme": 90, "quatre-vingt-quinzieme": 95, "quatre-vingt-dix-neuvieme": 99,
    "quatre-vingt-dix-huitieme": 98,
}  # fmt: skip
_UNITS = {"first": 1, "fifth": 5, "eighth": 8, "ninth": 9}
# "ninety-fifth percentile", "quatre-vingt-quinzième centile"
_SPELT = re.compile(
    rf"\b({'|'.join(sorted(_TENS, key=len, reverse=True))})(?:[- ]({'|'.join(_UNITS)}))?[ -](?:percentiles?|centiles?|quantiles?)\b"
)
_DECILE = re.compile(r"\b([1-9])(?:st|nd|rd|th|er|e|eme|ieme)? deciles?\b")
_QUANTILES = tuple(
    (re.compile(pattern), ranks)
    for pattern, ranks in (
        (r"\b(?:(?:top|upper|highest|ninth) decile|decile superieur|(?:dernier|neuvieme) decile)\b", (90,)),
        (r"\b(?:(?:bottom|lower|lowest|first) decile|decile inferieur|premier decile)\b", (10,)),
        (r"\b(?:(?:upper|third|3rd|top) quartile|quartile superieur|(?:troisieme|3e|dernier) quartile)\b", (75,)),
        (r"\b(?:(?:lower|first|1st|bottom) quartile|quartile inferieur|(?:premier|1er) quartile)\b", (25,)),
        (r"\b(?:inter-?quartile|(?:both|les deux) quartiles)\b", (25, 75)),
    )
)
_NUMBERS = re.compile(r"\d{1,2}(?:[.,]\d)?")
_RETURN = re.compile(
        r"\b(?:return (?:periods?|levels?|values?|intervals?)|recurrence (?:interval|period)?|periodes? de retour|"
        r"niveaux? de retour|recurrence|temps de retour)(?: (?:of|de|d'|for|a|at|in))* ?(\d{1,4})(?:[- ]?(?:years?|"
        r"ans?|yr))?\b|"
        r"\b(\d{1,4})[- ]?(?:years?|yr|ans?)[- ](?:daily |one-day |1-day |24-hour |maximum )*(?:rx\dday|gust|surge|wave|heat|snow\w*|return|recurrence|flood|storm|event|rain\w*|drought|precipitation|"
        r"discharge|peak|wind|level|de (?:periode de )?retour)\b|\b(?:crue|pluie|niveau de retour|evenement|"
        r"inondation|debit|precipitation|vent)s? (?:de retour )?(?:de |d'ordre |sur |a )?(\d{1,4})[- ]?ans\b|"
        r"\b(?:crue|pluie|niveau de retour|evenement|inondation|debit|precipitation|vent|recurrence)s? (?:de retour )?(?:de |sur |a )?(\d{1,4})(?=(?:,| et| ou) ?(?:de )?\d{1,4}[^.;]{0,14}\bans\b)|"
        r"\b(?:1|one|a|un|une)[- ](?:in|sur)[- ](?:a[- ])?(\d{1,4})(?:(?<=1.in.\d\d)|(?<=1.in.\d\d\d)|[- ](?:years?|yr|ans?))\b|\b(?:return (?:periods?|levels?|values?)|(?:periodes?|niveaux?|valeurs?) de retour)(?: \w+){1,5}? (?:for|of|at|pour|de|a|sur)(?: a| the| une?)? (\d{1,4})[- ](?:years?|yr|ans?)\b|\bde retour (\d{1,4}) ?ans\b|"
        r"\b(?:occur\w*|happen\w*|expected|returns?|recurs?\w*|once|revien\w*|arriv\w*|se produi\w*|survien\w*|attendue?s?)(?: (?:on average|en moyenne|about|environ|une fois|once))* (?:in|every|tous les) (\d{2,4}) (?:years|ans)\b|\b(?:once (?:in|every)|une fois (?:en|tous les|par)) (\d{2,4}) (?:years|an(?:nee)?s)\b|\b(?:crue|pluie|debit|evenement|niveau de retour|niveau|precipitation|inondation|vent|vague|rafale|tempete|secheresse)s? (?:(?:d'un jour|en un jour|sur un jour|journalier|quotidien|maximal|extreme|horaire|annuel|exceptionnel|de pointe|(?:en|sur) 24 ?h(?:eures)?)(?:l?e)?s? ){0,2}(centennale?|decennale?|"
        r"vicennale?|cinquantennale?|bicentennale?|trentennale?|quinquennale?)s?\b"
)  # fmt: skip
LONGEST_RETURN = 1000  # years; greater numbers are calendar years
_LISTED_BEFORE = re.compile(
    r"(?:(?<!\d)\d{1,4}(?:[- ]?(?:years?|yr|ans?))?-?(?: (?:storm|flood|rain\w*|crue|pluie)s?)? ?(?:,|/|&|and|et|or|ou|, and) ?(?:the |les |la |de )?)+$"
)
_LISTED_AFTER = re.compile(
    r"(?: ?(?:,|/|&|and|et|or|ou|, and) ?(?:the |les |de )?\d{1,4}(?![\d-])(?:[- ]?(?:years?|yr|ans?))?)+(?= ?(?:years?|yr|ans?)\b|(?<=years)|(?<=year)|(?<=ans))"
)
_FRENCH_YEARS = {"ce": 100, "de": 10, "vi": 20, "ci": 50, "bi": 200, "tr": 30, "qu": 5}
_WORDED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("difference", r"(?<!normalized )(?<!normalised )(?<!par )\b(?:differences?|ecarts?)\b(?! (?:types?|inter-?quartiles?|normalise|vegetation|water|snow|built|du rapport|normalized))"),
        ("count",
            r"\b(?:count(?:s|ed|ing)?|(?<!en )(?<!tenir )(?<!rendre )comptes?(?! tenu| sur\b| rendu)|(?<!faut-il )(?<!faut )(?<!\ba )(?<!peut-on )(?<!doit-on )(?<!puis-je )compte[rz](?! (?:sur|avec)\b)|comptage|how many (?!degrees|mm|km|metres|meters|inches|feet|cm|centimet\w+|millimet\w+|litres|liters|square|hectares|acres|percent|hours|"
            r"years? (?:until|before)|tonnes|tons)|how many(?=\W*$)|(?<=[:,;?.] )combien(?=\W*$)|(?:sont|etait|etaient|il y a eu|y a-t-il eu) combien(?=\W*$)|^\W*combien(?=\W*$)|number of(?! (?:hectares|acres|square|km|degrees|hours)\b)(?! (?:frost|heat|hot|tropical|summer|wet|dry|cold|ice\b|"
            r"freez|days|nights|consecutive|growing))|combien d'(?!eau\b|argent|hectares|heures|ozone|humidite|energie|annees avant|espace)|combien de(?: |$)(?!degres|mm|km|metres|pouces|pieds|cm|centimetres|millimetres|litres|hectares|temps|pluie|"
            r"neige|precipit|surface|foret)|denombr\w+)\b|"
            r"\b(?:how often|a quelle frequence|combien de fois|combien (?:y )?en a|combien y a-t-il eu|il y en a (?:eu )?combien)\b|\bnombre(?= et (?:superficie|surface|taille)|\W*$)|(?:superficie|surface|taille) et nombre\b|(?<!au )\bnombre d(?:e |')(?!hectares|km|degres|heures|jours|nuits|vagues|degres|episodes|journees|canicules)"),
        ("sum",
            r"\b(?:total(?:s|ised|ized)?|sum(?:s|med)?|cumul(?:s|e|es|ee|ees|ative|ated|atif)?|accumulat\w+|somme|totale?s?|"
            r"totaux|how much (?:rain|snow|precipitation)|how much (?:did|does|do|has|had|will) it (?:rain|snow)\w*|how much it (?:rain|snow)\w*|combien (?:a-t-il|il a) (?:plu|neige)|combien de (?:pluie|"
            r"neige|precipitations?)|(?:how many|combien de) (?:inches|feet|mm|cm|centimet\w+|millimet\w+|pouces|pieds|lit(?:re|er)s)(?= (?:of |de |d'eau |par |per |a |au |sont|est|have|has|did|fell|were|was|tomb)))\b"),
        ("std", r"\b(?:standard deviations?|std|ecarts?[- ]types?|stdev|deviations? (?:standards?|types?)|sd (?:of|de|for))\b"),
        ("variance", r"\b(?:variances?|variability|variabilite)\b"),
        ("median", r"(?<!scenario )(?<!trajectoire )(?<!hypothese )(?<!voie )\b(?:medians?(?! (?:scenario|pathway))|medianes?)\b"),
        ("correlation", r"\b(?:correl\w+|pearson|spearman)\b"),
        ("anomaly", r"\b(?:anomal(?:y|ies|ies?)|anom|(?:departures?|deviat\w+|how far)(?: of| in)?[^.;?!,]{0,30}? (?:from|above|below) (?:the |its |their )?(?:long[- ]term |climat\w+ )?(?:normals?|norm|averages?|means?)|(?:above|below|compared (?:to|with)) (?:the )?(?:normal(?! (?:years?|days?|months?|periods?|conditions|levels?|range|person))|norm)|"
            r"(?:par rapport (?:a la|aux)|compare\w* (?:a la|aux)) normales?(?! \d)|ecarts?[^.;?!,]{0,30}? (?:a la|aux) (?:normales?|moyennes?)|(?:au-dessus|au-dessous|en dessous|sous) (?:de )?la normale)\b"),
        ("ratio", r"\b(?:(?<!burn )(?<!burnt )(?<!mixing )ratios?(?! (?:normalise|de (?:brul|melange)))|rapport entre)\b"),
        ("robustness",
            r"\b(?:robust(?:ness|e|esse)?|model agreement|agreement (?:between|across|among) (?:the )?models|"
            r"accord (?:entre|des) (?:les )?modeles|how many models agree)\b"),
        ("extent", r"\b(?:extents?|etendues?)\b"),
        ("area",
            r"(?<!% of the )(?<!% of )\b(?:area\b(?! of interest| around| within| near)|areas of|surface area|superficies?|hectares?|acres?|km2|km²|square (?:kilomet\w+|miles)|kilometres carres|how much (?:land|ground|territory)|"
            r"lake \w+(?: \w+)? surface(?= ?(?:[,;.?]|in\b|for\b|over\b|$))|quelle(?: est| etait)?(?: la)? taille|surfaces? en eau|surface (?:brulee|inondee|perdue|deboisee|totale|agricole|forestiere|cultivee)|per(?:d|dre|du|dent|dait)(?:-t?-?(?:il|elle|ils|elles))? de la surface|quelle surface|(?<!eaux de )(?<!eau de )(?<!temperature de )(?<!temperatures de )surface d(?:u|e la|e l'|es) ?(?:lac|glacier|reservoir|etang|foret|banquise)|how (?:large|big|"
            r"extensive) )"),
        ("volume", r"\b(?:volumes?(?! of data))\b"),
    )
)  # fmt: skip
_DAYS_COUNTED = re.compile(
    r"\b(?:how many|number of|count of|combien de|combien d'|nombre de) (?:\w+ ){0,2}(?:days?|nights?|jours?|nuits?)\b"
)
# "burned areas", and the "burned area" that is to be mapped, name a thing; the "burned area" of a place is a size
_AREA_KINDS = (
    r"(?:burn(?:ed|t)?|flood(?:ed)?|inundated|built-up|urban|rural|forested|forest|coastal|vegetated|study|protected|metropolitan|residential|affected|"
    r"cleared|disturbed|mapped|scorched|wet|dry|bay|metro|mountain|conservation|catchment)"
)
_SURFACES = r"(?:brulee|inondee|deboisee|perdue|agricole|forestiere|cultivee)"
_KINDS_OF_AREA = re.compile(
    rf"\b{_AREA_KINDS}[- ]areas\b|\b(?:built-up|urban|rural|coastal) area\b|\bsurfaces {_SURFACES}s\b"
)
_MAPPED_AREA = re.compile(
    rf"\b{_AREA_KINDS}[- ]areas?\b(?! of (?!interest)|[^.;?]{{0,12}}(?:hectares|acres|km))|\bsurfaces? {_SURFACES}s?\b"
)
_MAPPED = re.compile(
    r"\b(?:map(?:ping|ped)?|outline\w*|delineat\w*|segment\w*|detect\w*|classif\w*|train\w*|retrain\w*|entraine\w*|reentraine\w*|cartograph\w*|delimit\w*|extract\w*|extrai\w*|images?|scenes?)\b"
)
_SOMEWHERE = re.compile(
    r"\b(?:which|what|some|these|those|many|most|other) areas (?:of|in)\b|\b(?:this|that|study|my|our|same|any|some|which|coastal|metro\w*|bay|protected|residential|mountain|conservation|local|large|small|whole|entire|the) areas?\b(?! of (?!interest))|"
    r"\bin the [\w' -]{2,30} area\b"
)
_SIZE_ASKED = re.compile(
    r"\b(?:how (?:much|large|big|many)|total|combien|quelle|what (?:is|was|were|are) (?:the )?|measure\w*|mesure\w*|comput\w*|calcul\w*|size|taille|estimat\w*|estim\w*|quantif\w*|"
    r"hectares?|acres?|km2|km²|square|carres?|percent\w*|pourcentage|shr[aiu]nk\w*|retreci\w*|lost|losing|perdu\w*|grow\w*|grew|chang\w*)\b"
)
_MEAN = re.compile(
    r"(?<!\bk-)(?<!\bk )\b(?:means?|averages?|averaged|moyennes?|moyens?|en moyenne|on average)\b(?! (?:sea level|terme|orient|tree|"
    r"that|by\b))"
)
_NOT_MEAN = re.compile(
    r"\b(?:what (?:do|does|did|will|would|could|might|can) .{1,60} mean(?= (?:for|to|in|that|when|by|on|and|but|or|exactly)\b|\W*$|,)|(?<!monthly )(?<!annual )(?<!daily )(?<!seasonal )(?<!yearly )(?<!decadal )mean (?:for|to)(?= \w)|(?:i|it|you|that|does|do|i'd) mean(?:t|s)?|meaning of|what ['\"]?[\w. -]{2,30}['\"]? means\b|mean(?:ing)? (?:that|when|"
    r"by)|moyen[- ](?:orient|atlas|age|congo|niger|nil)|au moyen|(?:y a|y aurait|auriez|avez|as)-(?:t-)?(?:il|vous|tu) (?:un )?moyen|moyens? (?:de|d') ?\w+(?:er|ir|re)\b|pression moyenne (?:au|du) niveau|long[- ]term average|mean sea level|niveau moyen de la mer|average (?:person|user)|"
    r"(?:than|relative to|compared (?:to|with)|above|below|departure from|deviation from|par rapport (?:a|aux)|compare\w* (?:a|aux|avec)|(?<=\w )que(?= (?:la |sa |leur )?moyenne)) (?:the |its |a |la |les |sa |leur )?"
    r"(?:\S+ ){0,2}?(?:averages?|means?|moyennes?)\b)"
)
_MAX = re.compile(
    r"\b(?:highest|steepest|hottest|warmest|strongest|maximum|wettest|peak|largest|heaviest|deepest|record[- ]high|windiest|"
    r"maxim(?:um|a|al|ale|ales|aux)|max|greatest|biggest|most (?:intense|extreme)|all-time high|top (?=(?:wind|speed|temp|gust|value|flow|discharge|level))|record (?=(?:rain|wind|temp|high|precip|flow|discharge|gust|level|value|daily|snow|flood))|records? (?:de |d')(?!froid)|(?:le|la|les|du|des|au|aux) plus (?:haute?|elevee?|chaude?|forte?|intense|humide|pluvieu\w+|arrosee?|grande?|vente(?:u\w+|e)|grosse?)s?(?! possibles?)|(?:^|[:;,(] )plus (?:haute?|elevee?|forte?|grande?|grosse?)s? (?=\w)|"
    r"(?:le|la|un|au|du|son|leur|en|journees? de) pic|pic (?:de|d'))\b"
)
_MIN = re.compile(
    r"\b(?:lowest|coldest|minimum|driest|smallest|record[- ]low|all-time low|records? de froid|weakest|minim(?:um|a|al|ale|ales|aux)|min|(?:le|la|"
    r"les|du|des|au|aux) plus (?:basse?|bas|faible|froide?|seche?|petite?)s?)\b"
)
_MAX_IN_NAME = re.compile(r"\b(?:maxim(?:um|ale?s?|aux)|max|minim(?:um|ale?s?|aux)|min)\b")


def read_statistics(
    folded: str, *, named: Iterable[str], quantities: Sequence[Quantity], implied: frozenset[str]
) -> tuple[str, ...]:
    """The statistics asked for; `max` and `min` only where the quantity is not itself a maximum or a minimum."""
    found = [f"percentile_{number}" for m in _PERCENTILES.finditer(folded) for number in _NUMBERS.findall(m[0])]
    found += [f"percentile_{_number(m)}" for m in _PERCENTILE.finditer(folded)]
    found += [f"percentile_{_TENS[m[1]] + _UNITS.get(m[2] or '', 0)}" for m in _SPELT.finditer(folded)]
    found += [f"percentile_{rank}" for pattern, ranks in _QUANTILES if pattern.search(folded) for rank in ranks]
    found += [f"percentile_{10 * int(m[1])}" for m in _DECILE.finditer(folded)]
    found += [f"return_period_{years}" for m in _RETURN.finditer(folded) for years in _return_periods(folded, m)]
    folded_areas = _SOMEWHERE.sub(" ", folded)
    sized = (
        folded_areas
        if _SIZE_ASKED.search(folded)
        else (_MAPPED_AREA if _MAPPED.search(folded) else _KINDS_OF_AREA).sub(" ", folded_areas)
    )
    found += [name for name, pattern in _WORDED if pattern.search(sized if name == "area" else folded)]
    if {"std", "anomaly"} & set(found) and "difference" in found and not re.search(r"\bdifferences?\b", folded):
        found.remove("difference")
    if _MEAN.search(_NOT_MEAN.sub(" ", folded)):
        found.append("mean")
    found += _extremes(folded, quantities)
    found += [word for word in ("sum", "max", "min", "mean") if word in implied]
    if "count" in found and _DAYS_COUNTED.search(folded) and any(q.indicator or q.threshold for q in quantities):
        found.remove("count")  # the indicator counts them itself
    if "ratio" in found:  # "total rain" beside snow is what the ratio is of
        found = [name for name in found if name != "sum"]
    found += [name for name in named if name in ("volume", "robustness", "variance")]
    return tuple(dict.fromkeys(found))


def _return_periods(folded: str, match: re.Match[str]) -> list[int]:
    """The years of one return period and of those listed beside it: "10-year and 50-year", "crues de 10, 20 et 50 ans"."""
    before = _LISTED_BEFORE.search(folded[: match.start()])
    after = _LISTED_AFTER.match(folded[match.end() :])
    others = [[int(n) for n in re.findall(r"\d+", found[0])] if found else [] for found in (before, after)]
    return [years for years in (*others[0], _years(match), *others[1]) if 1 < years <= LONGEST_RETURN]


def _extremes(folded: str, quantities: Sequence[Quantity]) -> list[str]:
    """A maximum beyond the one that the variable's own name holds."""
    named = " ".join(q.name.lower() for q in quantities) + " ".join(
        (q.variable_id or "") + (q.indicator or "") for q in quantities
    )
    own = _MAX_IN_NAME.search(named) or re.search(r"max|min|rx\d|tx|tn", named)
    words = (
        re.sub(r"\b(?:maximum|max|minimum|min|maxim\w+|minim\w+|of|de|cloud|nuages?)\b", " ", folded)
        if own
        else re.sub(
            r"\bmax(?:imum)? (?:one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)\b|\b(?:(?!(?:19|20)\d\d )\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt)(?: (?:images?|scenes?|of them))? (?:au |at )?(?:maximum|minimum|max|min)\b|\d{1,3} ?(?:%|per ?cent|pour ?cents?) ?(?:of |de )?(?:clouds?|nuages?)?(?: cover)? ?(?:max|min)\w*|\bcloud\w*|\d{1,3} ?(?:%|per ?cent|pour ?cents?|m|cm|metres?|meters?) ?(?:of |de |d')?(?:clouds?|nuages?|cloud cover|resolution)? ?(?:au |at |en |grand |tout )*(?:max|min)\w*|(?:quart|tiers|tenth|dixieme|half|moitie|third|quarter|\d/\d+) (?:of |de |d')?(?:clouds?|nuages?)? ?(?:au |at )?(?:max|min)\w*|\b(?:max|min)\w* ?(?!(?:19|20)\d\d\b)\d{1,9} ?%?|\b(?:max|min)\w* of \d{1,9}",
            " ",
            folded,
        )
    )
    return [name for name, pattern in (("max", _MAX), ("min", _MIN)) if pattern.search(words)]


def _number(match: re.Match[str]) -> str:
    """A rank as per cent: the quantile 0.95 is the percentile 95."""
    said = next(g for g in match.groups() if g).replace(",", ".")
    return f"{100 * float(said):g}" if "." in said and float(said) < 1 else said


def _years(match: re.Match[str]) -> int:
    word = next(g for g in match.groups() if g)
    return int(word) if word.isdigit() else _FRENCH_YEARS[word[:2]]

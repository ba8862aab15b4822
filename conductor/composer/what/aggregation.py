"""The time step of a result as said: daily, monthly, seasonal, annual, decadal, a climatology; English and French, on folded text."""

from __future__ import annotations

import re

from connectors.vocabulary.patterns import Pattern

# "au pas mensuel" says a step, "annuel, pas mensuel" denies one
_STEPPED = Pattern(
    r"(?<!non )(?<!non, )(?<!et )(?<!mais )(?<!^)\b(?:au |en |a )?pas (?:de temps )?(?=(?:annuel|mensuel|journalier|quotidien|saisonnier|decennal|horaire))"
)
_AGGREGATIONS: tuple[tuple[str, Pattern], ...] = tuple(
    (name, Pattern(pattern))
    for name, pattern in (
        ("climatology",
            r"\b(?:climatolog(?:y|ies|ie|ies|ical|ique|iques)|annual cycle|seasonal cycle|cycle (?:moyen )?(?:annuel|saisonnier)(?: moyen)?|(?:rain(?:fall)?|precipitation|temperature|thermal|hydrological|streamflow) regimes?|regimes? (?:pluviometrique|thermique|hydrologique|pluvial|des (?:pluies|precipitations|temperatures))s?|(?<!than )(?<!than in )(?<!than in a )(?<!than in an )(?<!than a )(?<!than an )(?:typical|average|normal|usual|ordinary|standard) year(?! of (?!(?:the )?\d{4}))|(?<!qu'une )(?<!qu'en )(?<!que dans une )(?<!rapport a une )annee (?:type|typique|moyenne|normale|ordinaire|habituelle|standard)|"
            r"(?:climat\w*|mensuelles|trentenaires?) normales?|normales? (?:climat\w+|mensuelles?|saisonnieres?|trentenaires?)|normales (?:de |des |du |d')(?!saison)|normales (?:\d{4} ?(?:-|a|/) ?\d{4}|trentenaires)|moyennes? (?:mensuelle|saisonniere)s? (?:a|de|sur le) long terme|(?:climate|climatic|climatological|monthly|30-year) normals?|"
            r"normals (?:of|for)|long[- ]term (?:monthly|seasonal) (?:means?|averages?))\b"),
        ("decadal",
            r"\b(?:decadal(?:ly)?|per decade|(?<!crue )(?<!crues )(?<!etiage )(?<!etiages )(?<!pluie )(?<!pluies )(?<!precipitation )(?<!precipitations )(?<!debit )(?<!evenement )(?<!retour )(?<!jour )(?<!rafale )(?<!rafales )(?<!vent )(?<!vague )(?<!houle )(?<!niveau )(?<!surcote )(?<!maximum )(?<!journaliere )(?<!quotidienne )(?<!horaire )decennale?s?|(?:by|each|every) decade|decade (?:by|after) decade|"
            r"par decennie|(?:a )?chaque decennie|decennie (?:par|apres) decennie|(?:10|ten)[- ]year(?:ly)? (?:means?|averages?|blocks|steps)|moyennes? (?:sur|de|par) (?:10|dix) ans|(?:par |au )?pas de (?:10|dix) ans|(?:sur|(?<!retour )(?<!recurrence )(?<!crue )(?<!etiage )de|par) (?:10|dix) ans(?= (?:de|des|du|d')\b)|pour chaque decennie)\b"),
        ("annual",
            r"\b(?:annual(?:ly)?|yearly|per year|a year(?!(?:'s)? (?:of|earlier|ago|before|later|from|hence|on\b|prior|after|old|or two|time|like)\b)|each year|every year|year[- ](?:by|after|to)[- ]year|by year|per annum|"
            r"p\.a\.|par an|en un an(?! et)|en une annee(?! et)|chaque annee|annuel(?:le)?s?|tous les ans|par annee|annees? (?:par|apres) annees?|an (?:par|apres) an|d'une annee (?:a|sur) l'autre|d'annee en annee|(?:one|a) \w+ (?:\w+ ){0,4}a year|/ ?(?:year|yr|an)\b)"),
        ("seasonal",
            r"\b(?:seasonal(?:ly)?|(?:per|each|every|by) season|season[- ](?:by|after|to)[- ]season|saisonni(?:er|ere|ers|eres)|par saison(?! (?:de|des) )|saison (?:par|apres) saison|"
            r"chaque saison(?! (?:seche|humide|des|de|d')))\b(?! (?:cycle|forecast|prevision))"),
        ("monthly",
            r"\b(?:monthly|(?:per|each|every|by) month|month[- ](?:by|after|to)[- ]month|(?:one|a) \w+ (?:\w+ ){0,4}a month|(?:days|nights|hours|storms|mm|millimet\w+|inches)(?: of \w+)? a month(?! (?:earlier|ago|before|later|from|hence|after|or two))|mensuel(?:le)?s?|mensuellement|par mois|"
            r"chaque mois(?! d(?:e |')(?:janv|fevr|mars|avril|mai\b|juin|juil|aout|sept|octo|nove|dece))|mois (?:par|apres) mois|tous les mois(?! d(?:e |')(?:janv|fevr|mars|avril|mai\b|juin|juil|aout|sept|octo|nove|dece))|d'un mois (?:a|sur) l'autre)\b"),
        ("daily",
            r"\b(?:daily|per day|(?:each|every) day|(?<!month )(?<!days )(?<!taken )(?<!acquired )(?<!captured )(?<!shot )by day|day[- ](?:by|after|to)[- ]day|one (?:value|figure|number|reading|point) (?:\w+ ){0,4}a day|quotidien(?:ne)?s?|quotidiennement|journali(?:er|ere|ers|"
            r"eres)|par jour|chaque jour|jour (?:par|apres) jour|tous les jours|d'un jour (?:a|sur) l'autre)\b"),
    )
)  # fmt: skip
# year-to-year variability, the shares of a yearly total: no step of the result
_NO_STEP = Pattern(
    r"\b(?:times|hours|minutes|passes|overpasses|visits|fois|heures|minutes|passages|visites) (?:per|a|each|every|par|chaque) (?:day|jour)\b|\b(?:d'heures|de fois|de passages|de minutes) (?:par|chaque) jour\b|"
    r"\b(?:shares?|fractions?|percentages?|proportions?|parts?|pourcentages?) (?:of|d[eu]s?) (?:the |la |l'|total )*(?:annual \w+|yearly \w+|\w+ annuel\w*)|"
    r"\b(?:year|month|day)[- ]to[- ](?:year|month|day) (?:variab\w+|chang\w+|spread|differences?|fluctuat\w+|swings?)|"
    r"\b(?:variabilite|variations?|changements?|ecarts?|fluctuations?)\b[^.;?!]{0,40}\bd'une? (?:annee|mois|jour) (?:a|sur) l'autre"
)
# "daily maximum temperature", "one-day rain", "mm per day", days that are counted: what the quantity is, not the step of the result
_EXTREME = r"(?:max\w*|min\w*|high(?:s|est)?|biggest|greatest|tallest|lows?|lowest|extremes?|records?|hottest|wettest|coldest|windiest|heaviest|largest|strongest|peaks?)"
_DAILY = r"(?:daily|quotidien(?:ne)?s?|journali\w+)"
_NAMED_YEARS = r"(?:cent|dec|vic|cinquant|bicent|trent|quinqu|mill)ennale?s?"
_DAILY_NAME = Pattern(
    rf"\b{_DAILY} moyen(?:ne)?s?\b|\b{_DAILY} (?:mean |average )?(?:\w+ )?{_EXTREME}\b|\b{_EXTREME} (?:of )?(?:the )?(?:\w+ )?{_DAILY}\b|\b(?:tas\w*|pr|mean|average|averaged) {_DAILY}\b(?! (?:values?|means?|averages?|series|steps?))|\b{_DAILY} (?:tas\w*|pr)\b|"
    rf"\b{_EXTREME}(?: \w+){{0,3}} {_DAILY}|\b(?:mean|average|moyenne) (?:of |de )(?:the |la )?(?:\w+ )?{_DAILY}\b|\b(?:amplitude|ecart|index|indice|intensity|intensite)s?(?: \w+)? {_DAILY}|\b\d{{1,4}}[- ]?(?:years?|yr|ans?)[- ]{_DAILY}|\b{_DAILY}(?: maximale?s?)? {_NAMED_YEARS}|\b{_DAILY}(?: maximale?s?)? d(?:e|'ordre) \d{{1,4}} ans\b|\b{_DAILY}(?: \w+){{0,2}} (?:la |le |les )?plus\b|\bplus (?:fort|haut|eleve|gros|grand|important|abondant|bas|faible)\w*(?: \w+){{0,3}} {_DAILY}|"
    rf"\b(?:days?|jours?|nights?|nuits?|count|number|nombre|combien(?! (?:\w+ )?cout)|how many|percentiles?|centiles?|quantiles?|return|retour|threshold|seuil|exceed\w*|depass\w*)\b[^.;?!]{{0,50}}\b{_DAILY}|\b(?:above|over|below|under) (?:a )?{_DAILY}|"
    rf"\b{_DAILY}[^.;?!]{{0,50}}\b(?:(?:above|over|below|under|sous|au-dessus d[eu]s?|au-dela d[eu]s?) (?:the |an? )?-?\d|exceed\w*|threshold|depass\w*|superieur\w*|inferieur\w*|seuil|index|indices?|indicator|indicateur|intensity|intensite|range|amplitude|cycle|return|retour|recurrence|percentiles?|centiles?|quantiles?)\b|"
    r"\b(?:mm|cm|inch(?:es)?|millim\w+|pouces?|m3|tonn?es?|\d)[^.;,?!]{0,24} (?:per day|par jour|a day)\b|\bwithin (?:a|one) day\b|\b(?:this|that|the|same|one) by day\b"
)
# a change in a daily value is one of the value, not told day by day
_CHANGING = Pattern(
    r"\b(?:chang\w*|increas\w*|decreas\w*|trends?|rise|rising|warm(?:er|ing)|evolution|tendances?|hausse|baisse|augment\w*|diminu\w*|anomal\w*|ssp\w*|rcp\w*|scenarios?)\b"
)
_DAY_BY_DAY = Pattern(
    r"\bday[- ](?:by|after)[- ]day\b|\bjour (?:par|apres) jour\b|\b(?:for|on) each day\b|\bpour chaque jour\b"
)
_DENIED = Pattern(
    r"\b(?:not|pas|no|non|instead of|rather than|plutot que|au lieu d[eu']) ?(?:par |en )?(?:\w+ly|annuel\w*|mensuel\w*|journalier\w*|quotidien\w*|saisonnier\w*|annual|per \w+|an|mois|jour)\b"
)


def read_aggregation(folded: str, *, of_data: bool = False) -> str | None:
    """The time step of the result where one is said, or `of_data` that are searched, where "daily tasmax" counts too."""
    words = folded if of_data else _NO_STEP.sub(" ", _DAILY_NAME.sub(_without_days, folded))
    said = (_DENIED.sub(" ", words), _STEPPED.sub(" ", words))
    found = next((name for text in said for name, pattern in _AGGREGATIONS if pattern.search(text)), None)
    told = _DAY_BY_DAY.search(folded)
    return None if found == "daily" and not of_data and not told and _CHANGING.search(folded) else found


def _without_days(named: re.Match[str]) -> str:
    """The stretch without its word for days; another step in it stays said: "annual maximum daily rainfall"."""
    return _DAY_WORDS.sub("", named[0])


_DAY_WORDS = Pattern(rf"\b(?:{_DAILY}|(?:per|a|one) day|par jour|by day)\b ?")

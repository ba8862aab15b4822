"""Words that point at data or dates told elsewhere: "that satellite", "notre capteur habituel", "on the same dates", "sur la période"; on folded text.

| pointed at by | examples |
|---|---|
| which or whose, and a word for a source of data | this sensor, the same collection, our usual mission, ces produits; not "the area that satellites show" |
| which, or two, and a word for dates | that day, on both dates, aux mêmes dates, ce mois-là, between the two images; not "this year" |
| the period of which one is meant | over the period, my study period, la période d'étude; not "the period of record", "la période 1991-2020" |
| nothing but before, after, since | since then, between then and now, depuis lors, before and after |
"""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_SOURCE = r"(?:satellite|sensor|mission|collection|product|instrument|imager|catalogue?|archive|data ?set|data source|reanalysis)"
_SOURCES = r"(?:satellites|sensors|missions|collections|products|instruments|imagers|catalogue?s|archives|data ?sets|data sources|reanalyses)"
_LA_SOURCE = r"(?:satellites?|capteurs?|missions?|collections?|produits?|instruments?|imageurs?|catalogues?|archives?|jeux? de donnees|sources? de donnees|reanalyses?)"
_ENDS = r"(?! (?:team|paper|design|operators?|model|modele)\b)"
THAT_SOURCE = Pattern(
    rf"\b(?:(?:this|that|my|our|their|the (?:same|usual|other|said|previous|above)) (?:usual |other |same |own )?{_SOURCE}|"
    rf"(?:these|those|my|our|their|the (?:same|usual|other|said|previous|above)) (?:usual |other |same |own )?{_SOURCES})\b{_ENDS}|"
    rf"\b(?:ce|cet|cette|ces|mon|ma|mes|notre|nos|leurs?|(?:le|la|les|du|au|aux|des) (?:memes?|dite?s?)|l'autre|les autres|(?<!\bd')autres?) (?:autres? |memes? )?{_LA_SOURCE}\b{_ENDS}|"
    rf"\b{_LA_SOURCE} (?:habituel(?:le)?s?|precedente?s?|susmentionnee?s?)\b"
)

_SPAN = r"(?:day|date|week|month|year|summer|winter|spring|autumn|season|night|weekend|decade)"
_PAIR = r"(?:images?|scenes?|passes|acquisitions?|years|periods|summers|winters)"
_PAIRE = r"(?:images?|scenes?|passages?|acquisitions?|annees|periodes|etes|hivers)"
THOSE_DATES = Pattern(
    r"\b(?:(?:between|on|for|from|at|of) )?(?:the|these|those|both|my|our) (?:two |same |given |selected |usual )?dates?(?: (?:i|we) \w+)?\b(?! (?:of|when|range|line|format|is|are|that|with|where|column))|"
    r"\b(?:entre|pour|a|aux|sur) (?:les|ces|mes|nos|aux) (?:deux |memes )?dates\b(?! (?:du|des|ou|dont))|\b(?:les|aux|des) memes dates\b|"
    rf"\b(?:on|at|for|in|during|over) (?:that (?:same )?|the (?:same|said) ){_SPAN}\b(?! (?:as|when|that|of|in|last|range)\b)|"
    rf"\bbetween (?:the|these|those|both) (?:two )?{_PAIR}\b|\b(?:over|in|for|across) (?:both|the two) (?:periods|years|seasons)\b|\bentre (?:les|ces) (?:deux )?{_PAIRE}\b|\b(?:sur|pour|dans) les deux (?:periodes|annees|saisons)\b|"
    r"\b(?:ces jours|cette nuit|ce week-end|cette date|cette periode|cette epoque|cette saison)-la\b|\b(?:a|aux|pour|pendant|durant|sur|de) (?:cette|la meme|les memes|ces memes) (?:date|periode|epoque)s?\b(?! de l'annee)|\ble meme (?:jour|mois|hiver|ete|week-end)\b(?! (?:de|du|que)\b)|\bla meme (?:annee|semaine|saison|nuit)\b(?! (?:de|du|que)\b)|"
    r"\b(?:over|for|in|during) (?:the|this|that|my|our) (?:(?:study|whole|entire|full|same|reference|analysis) )?period\b(?! (?:of|from|between|since|when|during|\d)|\W*\d)|\b(?:sur|pour|pendant|durant|dans) (?:la|ma|notre|cette) periode(?: d'(?:etude|analyse|interet))?\b(?! (?:de|du|des|d'|entre|ou|qui|\d)|\W*\d)|"
    r"\bsince (?:then|that (?:day|time|date))\b|\bbetween then and\b|\bdepuis (?:lors|ce (?:jour|moment|temps)|cette date)\b|\bentre (?:cette date|ce jour|ce moment) et\b|\b(?:depuis|avant et apres|before and after|before/after|avant/apres)\s*\?*$"
)

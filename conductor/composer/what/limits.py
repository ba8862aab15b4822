"""How many scenes or files are wanted: "at most 5", "the latest ten", "just one", "cinq suffisent"; English and French, on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from conductor.composer.text.calendar_words import number
from connectors.vocabulary.patterns import Pattern

_THINGS = (
    r"(?:images?|scenes?|acquisitions?|granules?|items?|results?|datasets?|products?|files?|passes|shots?|pictures?|pics?|"
    r"records?|tiles?|elements?|tuiles?|resultats?|produits?|jeux|fichiers?|passages?|vues?|carreaux|dalles?|cliches?|prises de vues?|ones)"
)
_MANY = (
    r"(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|une?|deux|trois|quatre|cinq|"
    r"sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|a dozen|half a dozen|a couple of|une douzaine|une dizaine|une demi-douzaine|une quinzaine|une vingtaine)"
)
FIRST_YEAR, LAST_YEAR = 1900, 2100  # a number between is no number of scenes
_COUNTS = {

    "a dozen": 12, "half a dozen": 6, "a couple of": 2, "une douzaine": 12, "une dizaine": 10, "une demi-douzaine": 6, "une quinzaine": 15,
    "une vingtaine": 20,
}  # fmt: skip
# "at most 10 metres" bounds a size
_NO_UNIT = r"(?! ?-?(?:m|metres?|meters?|cm|km|ft|feet|foot|pieds?|inch(?:es)?|pouces?|%|per ?cent|pour ?cents?|degr\w*|/)\b)(?! ?[%/])"
_AT_MOST = r"(?:at (?:the )?(?:very )?most|(?:tout )?au (?:grand )?(?:plus|maximum)(?! (?:tard|tot|vite|pres|loin)\b))"
_ENDED = r"(?=\W*$|\s*[,;.)!?])"
_RANK = (
    r"(?:first|top|last|latest|best|clearest|cloudiest|newest|oldest|most recent|least cloudy|most cloudy|"
    r"lowest[- ]cloud|cloud[- ]?free?st)"
)
_RANG = (
    r"(?:premiere?s?|dernieres?|derniers?|meilleure?s?|plus recente?s?|plus anciennes?|moins (?:nuageu(?:x|ses?)|couverte?s?)|"
    r"plus (?:claire?s?|degage(?:e?s?)|nette?s?)|plus nuageu(?:x|ses?))"
)
_LIMITS = (
    Pattern(
        rf"\b{_RANK} (?!one (?:first|last|on top|at the (?:top|end))\b){_MANY}\b{_NO_UNIT}(?! ?°)(?! (?:years?|months?|days?|weeks?|decades?|winters?|summers?|degrees?|weeks|hours?|"
        r"quarters?|seasons?|springs?|autumns?|falls|centur(?:y|ies)))"),
    Pattern(rf"\b(?!one (?:first|last)\b){_MANY} {_RANK}\b(?! (?:whole |full |complete |calendar )?(?:years?|months?|days?|weeks?|decades?|winters?|summers?))"),
    Pattern(rf"\b(?:les|aux|des) {_MANY} {_RANG}\b(?! (?:metres?|m\b|km\b|kilometres?|cm\b|centimetres?|hpa\b|degres?|annees?|ans|mois|jours?|semaines?|decennies?|siecles?|hivers?|etes?|saisons?|printemps|automnes?))"),
    Pattern(rf"\b(?:les|aux|des) {_MANY} {_THINGS} (?:\S+ ){{0,4}}?(?:les )?{_RANG}\b"),
    Pattern(rf"(?<![\w/.,])(?!une? ){_MANY} (?:of (?:them|those) |d'entre (?:elles|eux) )?(?:{_AT_MOST}|max(?:imum)?|tops)(?![\w ]*(?:%|cloud|nuage))"),
    Pattern(r"(?<=, )max(?:imum)? (one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)(?=\W*$|\s*[,;.])"),
    Pattern(r"(?:^|[,;(] ?|(?<![a-z]) |(?<=\b(?:stp|svp|plz|pls|thx) )|(?<=plait )|(?<=please )|(?<=merci ))(?:(?:at |au )?max(?:imum)?|limit(?:e)?|top|at (?:the )?(?:very )?most|no more than|up to|(?:tout )?au (?:grand )?plus|pas plus de|not more than) ?\.?:? ?(\d{1,4})(?= ?(?:$|[,;.)!?]))(?!\.\d)"),
    Pattern(rf"\b{_MANY} {_THINGS} (?:max(?:imum)?|{_AT_MOST})\b"),
    Pattern(rf"\b{_MANY} (?:seule?s? )?{_THINGS}?(?: of (?:them|those))? ?(?:(?:is|are|(?:would|will) be) (?:enough|plenty)|(?:will|would) (?:do|suffice)|suffi(?:sent|t|ra|ront|raient|rait))\b"),
    Pattern(rf"(?<![\w.,-]){_MANY} (?:results?|resultats?){_ENDED}"),
    Pattern(rf"(?<![\w.,-])(?!une? ){_MANY} (?:of (?:them|those)|d'entre (?:elles|eux)){_ENDED}"),
    Pattern(rf"\b(?:give|send|show|get|keep|return|list|take|(?:donne|garde|envoie|montre|liste|affiche|conserve|retien|choisi|prend|sor)[sz]?)(?: me|-moi|-m'en|-en)? (?!une? ){_MANY}\b{_NO_UNIT}{_ENDED}"),
    Pattern(rf"\b(?:max(?:imum)? (?:of|de)|au nombre de) {_MANY}\b{_NO_UNIT}(?:{_ENDED}| (?:max|au plus))"),
    Pattern(r"(?:^|[\s,;(])n ?= ?(\d{1,3})\b"),
    Pattern(rf"\b(?:only|just|no more than|seulement|juste|uniquement|rien que|n'en (?:\w+ ){{1,2}}que|pas plus de) {_MANY}\b{_NO_UNIT}(?:{_ENDED}| (?:of|out of) (?:them|those|these)\b| d'entre (?:eux|elles)\b)"),
    Pattern(
        rf"(?:\b(?:no|not)|n't(?: \w+){{1,3}}|\bpas(?: \w+)?) (?:more than|plus de|plus d') ?{_MANY}(?= ?(?:$|[,;.)!?]|(?:d'|de |of )?{_THINGS}))"),
    Pattern(rf"\b(?:say|disons|let's say|mettons),? {_MANY}(?= ?(?:$|[,;.)!?]|{_THINGS}))"),
    Pattern(rf"(?<![\w.,-]){_MANY} {_THINGS}(?: only| seulement|,? (?:no|not) more|,? (?:et )?pas (?:une? )?(?:de )?plus)(?! (?:than|que|de|d'|qu')\b)"),
    Pattern(rf"(?:^|[,;] ?|\b(?:possible|please|plait|svp|stp) |\b(?:or|ou) ){_MANY},? (?:no more|not more|pas plus|pas une de plus|pas davantage){_ENDED}"),
    Pattern(rf"\b(?:cap|stop|keep) (?:it|them|the list|that) (?:at|to) {_MANY}\b{_NO_UNIT}|\blimite[rz]?-(?:toi|vous|la|les|le) a {_MANY}\b{_NO_UNIT}"),
    Pattern(rf"\b(une|one|a)(?: seule| single) (?:\S+ ){{0,2}}?(?:{_THINGS}|one)\b(?! (?:per|a|each|every|par|chaque) (?:year|month|season|an|annee|mois|saison)\b)"),
    Pattern(rf"\b({'|'.join(_COUNTS)}) (?:of |de |d')?(?:\S+ ){{0,4}}?{_THINGS}\b"),
    Pattern(
        r"\b(?:limit(?:e|ed|ee)?(?: to| a| it to| the results to)?|at most|up to|no more than|maximum(?: of| de)?|jusqu'a|"
        rf"max\.?|au plus|pas plus de|only|just|seulement|juste) (?:the )?(?:les )?{_MANY}\b{_NO_UNIT} (?:\S+ ){{0,3}}?{_THINGS}\b"),
    Pattern(
        rf"\b(?:limit(?:e|ed|ee|er|ez)?)(?: (?:the|this|your|la|le|les|cette) \w+| it| them| yourself)?(?: to| a|:| =|=)? ?{_MANY}\b(?![.,]\d)(?! ?(?:km|%|°|deg|"
        r"[ckfm]\b))"),
    Pattern(
        r"\b(?:show|give|find|get|list|fetch|return|need|want|grab|send|donne|montre|trouve|affiche|liste|besoin de|faut|veux|voudrais|cherche|envoie)(?: me|-moi|z-moi)? (?:only |"
        rf"just |seulement )?(?:the |les )?(?!une? ){_MANY}{_NO_UNIT} (?:\S+ ){{0,3}}?{_THINGS}\b(?! (?:per|a|each|every|par|chaque) (?:year|month|season|an|annee|mois|saison)\b|[^.;?!]{{0,60}} (?:for (?:each|every)|pour cha(?:cune?|que))\b)"),

    Pattern(r"\brien qu'(une?)\b(?=\W*$|\s*[,;.])|\b(une?) seule?(?=\W*$|\s*[,;.])|\bthe (single) best one\b"),
)  # fmt: skip
_ONLY_ONE = Pattern(
    r"\b(?:only|just) one(?=\W*$|\s*[,;.])|\b(?:juste|seulement|uniquement|just|only) (?:the|la|le) (?:very )?(?:best|clearest|latest|newest|oldest|meilleure?|plus (?:recente?|claire?|degagee?|ancienne?|vieille)|derniere?|moins nuageuse?)(?: one)?(?=\W*$)|"
    r"(?:(?:^|[,;(:] ?)(?:(?:and|but) )?(?:only |just )?(?:the )?(?:very )?(?:(?:latest|most recent|newest|clearest|oldest|least cloudy)(?: one)?(?: please| only| available)?|last (?:one )?available)(?=\W*$))|"
    r"(?:(?:^|[,;(:] ?)(?:(?:et|and|mais|but) )?(?:seulement |juste |uniquement )?(?:la|le)(?! (?:moins|plus) \w+ que possible| moins nuageux possible| plus degage possible) (?:toute? )?(?:meilleure?|plus (?:recente?|claire?|degagee?|nette?|ancienne?|vieille|vieux)|derni(?:ere|er)|premi(?:ere|er)|moins nuageu(?:x|se))(?: seulement| uniquement| svp| stp| possible| disponible| qui soit disponible| en date)?(?=\W*$))|"
    r"\b(?:take|pick|keep|use|choose|prends|prenez|prendre|garde[rz]?|choisi\w*|donne[rz]?(?:-moi)?) (?:the|la|le) (?:very )?(?:best|clearest|cloudiest|latest|newest|oldest|most recent|least cloudy|meilleure?|plus (?:recente?|claire|degagee?|nette|ancienne|vieille)|moins nuageuse?)(?: one)?(?=\W*$|\s*[,;.])"
)
_COUNTED = Pattern(
    rf"(?<![\w.,-])(?<!sentinel )(?<!landsat )(?<!level )(?<!niveau )(?<!collection ){_MANY}\b{_NO_UNIT} (?:\S+ ){{0,2}}?{_THINGS}\b"
)
_SINGLE = Pattern(
    r"\b(?:the |la |le |l')?(?:latest|most recent|newest|last(?! (?:year|month|week|night|summer|winter|spring|autumn|fall|season)\b)|clearest|cloudiest|best|least cloudy|most cloudy|"
    r"oldest|earliest|(?<=the )(?:very )?first|(?<=la )(?:toute )?premiere|(?<=le )(?:tout )?premier|derniere?(?! (?:semaine|annee|saison|quinzaine)\b)|plus (?:recente?|ancienne?|vieille|vieux|claire?|degagee?)|moins nuageuse?|meilleure?) (?:available |possible |"
    r"and \w+ )?(?:\S+[- ]){0,4}?(image|scene|acquisition|granule|picture|photo|shot|pass|passage|vue|view|overpass|cliche)\b|"
    r"(?:\b(?:l'|la |le )|^\W*)(?:unique |seule )?(image|photo|prise de vue|passage|cliche|scene|acquisition|vue) (?:\S+ ){0,5}?(?:la |le )?(?:plus recente?|"
    r"plus claire|plus degagee?|moins nuageuse|plus ancienne|plus vieille|plus nuageuse)\b|\b(?:the )?(single) (?:best|"
    r"clearest)\b|\bjust (one) (?:image|scene)\b|"
    r"\b(?:the|l'|la) ?(?:(?:landsat|sentinel|modis|viirs|satellite|radar|s[12])[^\s]* (?:\d\w? )?)?(image|scene|acquisition|picture) (?:\S+ ){0,6}?(?:with|avec|ayant|having) (?:the |le |la )?(?:highest|lowest|least|most|fewest|plus|moins)\b"
)


_BOUNDED = Pattern(r"\b(?:max(?:imum)?|at most|up to) ?$")

_ORDER_OF_ONE = (
    ("-datetime", Pattern(r"\b(?:latest|last|newest|most recent|plus recente?|derni(?:ere|er))\b")),
    ("+datetime", Pattern(r"\b(?:oldest|premi(?:ere|er)|plus (?:ancienne?|vieille|vieux))\b")),
    (
        "+eo:cloud_cover",
        Pattern(r"\b(?:best|clearest|meilleure?|plus (?:claire?|degagee?|nette)|moins nuageuse?)\b"),
    ),
)


def _order_of_one(said: str, filters: dict[str, Any]) -> None:
    """ "The latest one" is the first by date, "the best one" by cloud."""
    if order := next((order for order, words in _ORDER_OF_ONE if words.search(said)), None):
        filters.setdefault("sort", order)


def read_limit(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Fill `limit`, and the order that one alone stands for, with where it is said."""
    for said in (m for pattern in _LIMITS if (m := pattern.search(folded))):
        word = next(g for g in said.groups() if g)
        count = _COUNTS.get(word) or number(word)
        if count == 0 or (count is not None and FIRST_YEAR <= count <= LAST_YEAR):  # "May 2026 max 20"
            continue
        filters["limit"] = count
        if count == 1:
            _order_of_one(said[0], filters)
        before = _BOUNDED.search(folded, 0, said.start())
        yield (before.start() if before else said.start()), said.end()
        return
    counted = _COUNTED.search(folded) if "sort" in filters else None
    many = (_COUNTS.get(counted[1]) or number(counted[1])) if counted else None
    if counted and many and not FIRST_YEAR <= many <= LAST_YEAR:
        filters["limit"] = many
        yield counted.span()
    elif match := _ONLY_ONE.search(folded):
        filters["limit"] = 1
        _order_of_one(match[0], filters)
        yield match.span()
    elif match := _SINGLE.search(folded):
        filters["limit"] = 1
        filters.setdefault(
            "sort",
            "+eo:cloud_cover"
            if re.search(r"\b(?:best|meilleure?|moins nuageuse?)\b", match[0])
            else "+datetime"
            if re.search(r"\b(?:oldest|earliest|first|premiere?|plus (?:ancienne?|vieille|vieux))\b", match[0])
            else "-datetime",
        )

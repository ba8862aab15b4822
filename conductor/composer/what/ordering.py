"""In which order scenes are wanted: by date or by cloud, first to last or last to first; English and French, on folded text."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_NEW = r"(?:newest|freshest|plus fraiches?|plus frais|latest|most recent|plus recente?s?|plus recents|dernieres?|derniers?|recente?s?)"
_OLD = r"(?:oldest|earliest|plus anciens|plus ancienne?s?|plus vieille?s?|plus vieilles?|plus vieux|anciennes?)"
_CLEAR = r"(?:clearest|clearer|best sk(?:y|ies)|meilleur ciel|meilleures? en ciel|(?:least|less) (?:cloudy|clouded|overcast)|(?:least|fewest) clouds?|clear|cleanest|moins couverte?s?|plus claire?s?|plus nette?s?|moins nuageu(?:x|ses?)|moins(?= a (?:la|aux?) plus nuageu)|plus degagee?s?|least(?= to (?:the )?most (?:cloudy|clouded|overcast)))"
_CLOUDY = r"(?:cloudiest|most (?:cloudy|clouded|overcast|clouds?)|(?<!less )(?<!least )cloudy|plus nuageu(?:x|ses?)|plus(?= a (?:la|aux?) moins nuageu)|most(?= to (?:the )?least (?:cloudy|clouded|overcast))|plus couvertes?)"
_THING = r"(?: (?:ones?|images?|scenes?|acquisitions?|passes|celles))?"
_N = r"(?:(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente) )?"
_TO = rf"{_THING},? (?:to|a|au|aux|vers|through to|down to|up to|jusqu'a|jusqu'aux?)(?: the| la| le| les)? "
_LAST = rf"{_THING} (?:(?:come|go|coming|going|listed|placees?|mises?) )?(?:last\b|at the (?:end|bottom)|en dernier|a la fin|en bas)"
_FIRST = rf"{_THING} (?:(?:come|go|coming|going|listed|placees?|mises?) )?(?:first\b|(?:on|at the) top|d'abord|en (?:premier|tete|haut)|en premiere)"
_DOWN = r"(?:desc\w*|decreasing\w*|falling|reversed?|inverse\w*|decroissante?s?|high to low|newest first)"
_UP = r"(?:asc\w*|increasing\w*|rising|croissante?s?|low to high)"
_DATES = r"(?:(?:acquisition |sensing |capture )?(?:dates?|times?|datetimes?)|chronolog\w*|dates? d'acquisition)"
_CLOUDS = r"(?:(?:eo:)?clouds?(?:[- _]?(?:cover(?:age)?|iness|percentage|fraction|amount))?|cloudiness|(?:taux|pourcentage|fraction|part|quantite) de (?:nuages|couverture nuageuse|nebulosite)|amount of clouds?|percentage of clouds?|nuages?|nebulosite|couverture nuageuse|couvert nuageux|ennuagement)"
_SORT = r"(?:sort(?:ed|ing)?|order(?:ed|ing)?|rank(?:ed|ing)?|triee?s?|trie[rz]?|classee?s?|classe[rz]?|ranger?|rangee?s?|ordonnee?s?|ordonne[rz]?|tri|ordre)"
# The first pattern that stands in the text decides: whole ranges before ends, ends before single words.
_ORDERS: tuple[tuple[str, Pattern], ...] = tuple(
    (order, Pattern(rf"\b(?:{pattern})\b"))
    for order, pattern in (
        ("+datetime", rf"{_OLD}{_TO}{_NEW}"),
        ("-datetime", rf"{_NEW}{_TO}{_OLD}"),
        ("+eo:cloud_cover", rf"{_CLEAR}{_TO}{_CLOUDY}"),
        ("-eo:cloud_cover", rf"{_CLOUDY}{_TO}{_CLEAR}"),
        ("+datetime", rf"{_NEW}{_LAST}"),
        ("-datetime", rf"{_OLD}{_LAST}"),
        ("+datetime", r"du plus ancien|de la plus ancienne|(?:de la|des) premieres? (?:a la|aux) dernieres?|in the order (?:they|these|the \w+) (?:were|was|are) (?:taken|acquired|captured|made)|dans l'ordre (?:ou (?:elles|ils) ont ete (?:prise|acquise|captee)s|d'acquisition|des? prises? de vue)|forward in time|(?:from )?oldest to (?:the )?(?:newest|latest|most recent)"),
        ("-datetime", r"du plus recent|de la plus recente|(?:de la|des) dernieres? (?:a la|aux) premieres?|(?:from )?(?:newest|latest) to (?:the )?oldest"),
        ("+eo:cloud_cover", rf"{_CLOUDY}{_LAST}"),
        ("-eo:cloud_cover", rf"{_CLEAR}{_LAST}"),
        ("-datetime", rf"{_NEW}{_FIRST}|(?:starting|beginning) (?:with|from) the {_NEW}|(?:en )?commencant par (?:la|le|les) {_NEW}"),
        ("+datetime", rf"{_OLD}{_FIRST}|(?:starting|beginning) (?:with|from) the {_OLD}|(?:en )?commencant par (?:la|le|les) {_OLD}"),
        ("+eo:cloud_cover", rf"{_CLEAR}{_FIRST}|(?:lowest|fewest|least) {_CLOUDS} first|(?:{_CLOUDS} (?:les? |la )?plus (?:faible|bas)(?:se)?s?|(?:le )?moins (?:de )?nuages) (?:d'abord|en (?:premier|tete))|(?:starting|beginning) (?:with|from) the {_CLEAR}|(?:en )?commencant par (?:la|le|les) {_CLEAR}"),
        ("-eo:cloud_cover", rf"{_CLOUDY}{_FIRST}|highest {_CLOUDS} first|{_CLOUDS} (?:les? |la )?plus (?:forte?|haute?|elevee?)s? (?:d'abord|en (?:premier|tete))|(?:starting|beginning) (?:with|from) the {_CLOUDY}|(?:en )?commencant par (?:la|le|les) {_CLOUDY}"),
        ("-datetime", rf"{_DOWN}(?: in)?(?: order of)? {_DATES}|{_DATES}(?: order)?[ ,(-]*{_DOWN}|dates? {_DOWN}|ordre (?:chronologique )?inverse|ant[ei]chronologique\w*|last to first"),
        ("-eo:cloud_cover", rf"{_DOWN}(?: order of)? {_CLOUDS}|{_CLOUDS}[ ,(]*{_DOWN}"),
        ("+eo:cloud_cover", rf"{_UP}(?: order of)? {_CLOUDS}|{_CLOUDS}[ ,(]*{_UP}(?! (?:and|et|or|ou|orbits?|pass|passes|nodes?|only)\b)|{_SORT}(?:[ -]\w+){{0,2}} (?:by|par|selon|on)(?: the| la| le| leur| their| her)? {_CLOUDS}(?:[ ,(]*{_UP})?|(?:top|first|best) \w+ by {_CLOUDS}|(?<=, )(?:by|par) {_CLOUDS}(?=\W*$|,)"),
        ("+eo:cloud_cover", rf"as (?:little|few|low) {_CLOUDS} as (?:possible|you can|can be|it gets)|as (?:cloud[- ]?free|cloud[- ]?less|clear|uncloudy) as (?:possible|you can|can be|it gets)|(?:lowest|least|smallest|minimal|minimum) possible {_CLOUDS}|(?:aussi )?(?:peu|moins) (?:de |d')?(?:nuages?|nuageu(?:x|ses?)|couverte?s?|ennuage\w*) (?:que )?possible|(?:aussi|le plus) (?:degage|clair|decouvert)e?s? (?:que )?possible|least cloud(?:y|s)?|clearest|(?:la |le )?plus (?:faible|basse|petite?) {_CLOUDS}|{_CLOUDS} (?:la |le )plus (?:faible|basse)|cloud[- ]?free?st|lowest cloud(?:iness)?(?: cover(?:age)?)?|fewest clouds|l(?:a|es?) {_N}moins (?:nuageu(?:x|ses?)|couverte?s?)|l(?:a|es?) {_N}plus (?:claires?|degage(?:e?s?))|le moins de nuages"),
        ("-eo:cloud_cover", rf"most cloudy|cloudiest|highest cloud(?: cover)?|l(?:a|es?) {_N}plus (?:nuageu(?:x|ses?)|couverte?s?(?! par\b))"),
        ("+datetime", rf"{_UP}(?: order of)? {_DATES}|{_DATES}[ ,(-]*{_UP}|(?:in |by )?{_DATES} order|{_SORT}(?:[ -]\w+){{0,2}} (?:by|par|selon|on)(?: the| la| leur| their)? {_DATES}(?:[ ,(]*{_UP})?|(?:by|par) date|ordre (?:chronologique|des dates)|in order of (?:date|acquisition)|first to last"),
        ("-datetime", r"(?<!\bat the )(?:latest|most recent)(?! (?:data )?versions?\b)(?! (?:\d{1,2} |whole |full |complete |calendar |three |five |ten )*(?:years?|decades?|months?|summers?|winters?|seasons?)\b)|newest|(?:most )?recent(?:ly)? first|last available|les (?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) derni(?:eres|ers)(?=(?: seulement| uniquement| svp| stp| (?:(?:me |nous )?suffi\w+|feront l'affaire|(?:me |nous )?(?:iront|vont|conviendr\w+|conviennent)(?: bien| tres bien)?))?\W*$|\s*[,;.]| (?:\S+ ){0,2}?(?:images?|scenes?|acquisitions?|passages?|prises?|vues?|cliches?|photos?|granules?|tuiles?|produits?)\b)|(?:la |les )?dernieres? (?=sentinel|landsat|modis|viirs|planet|s[123]\b|l[89]\b|radarsat|aster|spot|naip|hls)|(?:les? |la )?plus recent(?:e?s?)(?! qu[e'])|dernieres? (?:\S+ )?(?:alertes?|detections?|images?|scenes?|acquisitions?|passages?|disponibles?)|derniers? (?:\S+ )?passages?|last (?:\d+|two|three|four|five|six|ten|few)(?= (?:\S+ ){0,3}?(?:images?|scenes?|acquisitions?|pass(?:es)?|granules?)\b)|the last (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?=(?: only| then| please| (?:will|would|should) (?:do|be (?:enough|fine)|suffice)| are enough| suffice)?\W*$|\s*[,;.])|\b(?:the|your|my|its) last (?=(?:(?:clear|cloud[- ]?free|cloudless|good|usable|satellite|radar|optical|sar|sentinel\S*|landsat\S*|planet\S*|modis|viirs|\d\w?) ){0,3}(?:images|scenes|acquisitions|passes|pictures|photos|shots)\b)|(?<![a-z])dern(?=\.? (?:im|sc|s[123]\b|sent|land|pass|acq))|du plus recent"),
        ("+datetime", r"oldest|earliest (?:image|scene|acquisition|available)s?|chronological(?:ly)?|chronologique(?:ment)?|plus (?:anciennes?|vieilles?|vieux)(?! qu[e'])|du plus ancien"),
    )
)  # fmt: skip


def read_order(folded: str) -> tuple[str, tuple[int, int]] | None:
    """The order as a STAC sort (`-datetime`, `+eo:cloud_cover`) with where it is said."""
    for order, pattern in _ORDERS:
        if match := pattern.search(folded):
            return order, match.span()
    return None

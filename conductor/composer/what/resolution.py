"""How fine scenes must be: metres, centimetres, feet or inches of a pixel, and words for its order of size; English and French, on folded text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from connectors.vocabulary.patterns import Pattern

_FINE = r"cm|ft|feet|foot|pieds?|pi|inch(?:es)?|pouces?|po"
_NUMBER_M = rf"(\d{{1,9}}(?:[.,]\d{{1,9}})?) ?-?(m|meters?|metres?|km|{_FINE})"
_BOUND_WORDS = (
    r"(?:of|at|de|d'|d'au (?:plus|moins)|is|are|a|size|taille|au|be|better than|finer than|below|under|less than|smaller than|no (?:larger|bigger|coarser|more) than|not (?:larger|bigger|coarser) than|up to|at most|max(?:i(?:mum|male)?)?|"
    r"at least|au moins|au plus|meilleure que|plus fins? que|inferieure?s? (?:ou egale?s? )?a|plus petits? que|pas plus (?:grande?s? que|de|d')|sous|<=?|superieure a)"
)
_SEEN_BY = r"(?:worldview\S*|pleiades\S*|spot\S*|planet\w*|skysat|naip|sentinel\S*|landsat\S*|optical|optiques?|satellites?|aerial|aeriennes?|radar|sar|commercial|multispectral\w*)"
_RESOLUTION = Pattern(
    r"\b(?:resolution|resolutions|pixels?|pixel size|taille de pixel|gsd|ground sampl(?:e|ing) distance|spatial resolution|resolution (?:spatiale|au sol)|pixel spacing|pas (?:de pixel|d'echantillonnage|au sol))(?: imagery| images?| data)?"
    rf"(?:[ (]+{_BOUND_WORDS})* ?(?:<=?|=|:)? ?{_NUMBER_M}\b|"
    rf"\b(?:images?|imagery|imagerie|scenes?|photos?|donnees|data)(?: (?:satellites?|satellitaires?|optiques?|aeriennes?|optical|aerial|commerciales?|radar|sar))? (?:at|a|en|with|avec) (\d{{1,3}}(?:[.,]\d)?) ?-?(m|{_FINE})\b(?:(?<=cm)|(?! (?:(?:of|from|around|autour|du|de|des) (?!resolution|janvier|fevrier|mars|mai\b|juin|juillet|septembre|novembre|decembre|(?:19|20)\d\d|january|february|march|april|may\b|june|july|august|september|october|november|december|the (?:last|past)|la (?:semaine|derniere)|l'(?:annee|an) derni)|d'(?!aout\b|avril\b|octobre\b|hier\b|il y a\b)|(?:the |la |le |l')?(?:coast|cote|altitude|elevation|sea|mer|depth|profondeur|above|below|au-dessus|sous))))|"
    # so near that no image is of what lies there: "images à moins de 1 m de la centrale"
    rf"(?:images?|imagery|imagerie|scenes?|photos?|optiques?|optical)(?: [a-z]+){{0,2}} (?:a |at |of |de |with )?(?:moins de|under|below|less than|sous|finer than|<) ?(\d{{1,3}}(?= ?-?cm\b)|\d(?:[.,]\d{{1,2}})?|[12]\d|30) ?-?(m|meters?|metres?|{_FINE})\b(?! (?:(?:of|from|de|du|des) (?:the |la |l'|le )?)?(?:coast|cote|altitude|elevation|sea|mer|depth|profondeur|shore|rivage|littoral|ground|sol|surface|hauteur|height|water|eau|bank|berge|riviere|river|road|route|above|below|au-dessus|sous)\b)|"
    rf"(?:images?|imagery|imagerie|scenes?|photos?|optiques?|optical)(?: [a-z]+){{0,2}} (?:a |at |of |de |with )?(?:moins de|under|below|less than|sous|finer than|<) ?{_NUMBER_M}\b(?! (?:(?:of|from|around|autour|du|de|des) (?!resolution|janvier|fevrier|mars|mai\b|juin|juillet|septembre|novembre|decembre|(?:19|20)\d\d|january|february|march|april|may\b|june|july|august|september|october|november|december|the (?:last|past)|la (?:semaine|derniere)|l'(?:annee|an) derni)|d'(?!aout\b|avril\b|octobre\b|hier\b|il y a\b)|(?:the |la |le |l')?(?:coast|cote|altitude|elevation|sea|mer|depth|profondeur)))|"
    rf"\b(?:(?:nothing|none|not|no|never) (?:coarser|larger|bigger|rougher|worse) than|(?:rien|aucune?|pas|jamais) (?:de |d'\w+ )?plus (?:grossi\w+|grande?s?) qu[e']) ?{_NUMBER_M}\b|"
    rf"\b(?:better than|finer than|sharper than|higher than|plus fine?s? que|meilleure?s? que|plus precise?s? que|mieux qu[e']|sub-?) ?{_NUMBER_M}\b(?: (?:resolution|pixels?|gsd|de resolution))?|"
    rf"(?:^|, |\()(?:(?:at|a|en) )?{_NUMBER_M}(?=\W*$|[,;.)])|\b{_NUMBER_M} ?(?:/ ?|(?:per|par) )(?:px|pixels?)\b|"
    rf"\b{_NUMBER_M} (?:or (?:better|finer|sharper|less) )?(?:spatial )?(?:(?:{_SEEN_BY} ){{1,2}}(?:imagery|images?|scenes?|data)|resolution|pixels?|gsd|imagery|images?|imagerie|or (?:better|finer|sharper|more detailed|higher)|ou (?:mieux|plus (?:fine?s?|net(?:te)?s?|precise?s?|detaillee?s?|pousse)|meilleure?s?)|de resolution|(?<=pas de \d\d m )au sol|(?<=pas de \d m )au sol|de pas au sol)(?: (?:or|ou) (?:better|finer|sharper|less|mieux|moins|plus (?:fin|net|precis)\w*))?"
)
# the size of a pixel told by its order
_ORDER_OF_SIZE = Pattern(
    r"\bresolution (?:sub|infra)?(decametrique|decimetrique|metrique|hectometrique|kilometrique)|\b(?:(metre|meter|kilometre|kilometer))-(?:scale|class) (?:resolution|imagery|images?|data)\b"
)
_SIZES = {"dec": 10.0, "deci": 0.1, "met": 1.0, "hec": 100.0, "kil": 1000.0}
_HALF_METRE = Pattern(
    r"\b(?:half[- ](?:a )?met(?:re|er)|demi[- ]met(?:re|rique))s?\b(?=.{0,30}\b(?:imag\w+|resolution|pixels?|scenes?|photos?|finer|better|mieux|data|donnees)\b)"
)
_SUBMETRE = Pattern(r"\b(?:sub|infra)-?met(?:re|er|ric|rique)\w*\b|\bsubmetrique\w*\b")
_METRES = (("cm", 0.01), ("km", 1000.0), ("m", 1.0), ("f", 0.3048), ("pi", 0.3048), ("i", 0.0254), ("po", 0.0254))


_BOUND_BEFORE = Pattern(
    r"\b(?:max(?:imum|imale?|i)?|min(?:imum|imale?|i)?|at (?:most|least|best|worst)|au (?:plus|moins|maximum|minimum|mieux|pire))\.? ?(?:of |de |d'|: ?)?$"
)
_BOUND_AFTER = Pattern(
    r"^,? ?(?:au |at )?(?:grand )?(?:max(?:imum|imale?|i)?|min(?:imum|imale?|i)?|most|best|plus|mieux)\b"
)


def read_resolution(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Fill `resolution_max` in metres, with where it is said, the word that bounds it included."""
    for start, end in _sizes(folded, filters):
        before, after = _BOUND_BEFORE.before(folded, start), _BOUND_AFTER.match(folded[end:])
        yield before.start() if before else start, end + after.end() if after else end


def _sizes(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    if match := _RESOLUTION.search(folded):
        value, unit = (g for g in match.groups() if g)
        metres = next(size for start, size in _METRES if unit.startswith(start))
        filters["resolution_max"] = round(float(value.replace(",", ".")) * metres, 4)
        yield match.span()
    elif match := _HALF_METRE.search(folded):
        filters["resolution_max"] = 0.5
        yield match.span()
    elif match := _SUBMETRE.search(folded):
        filters["resolution_max"] = 1.0
        yield match.span()
    elif match := _ORDER_OF_SIZE.search(folded):
        word = match[1] or match[2]
        filters["resolution_max"] = _SIZES["deci" if word.startswith("deci") else word[:3]]
        yield match.span()

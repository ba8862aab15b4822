"""Supply: a remark on the data to be used, "sharpest imagery available please", "données les plus récentes possibles", which asks for no data."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_DATA_EN = r"(?:(?:satellite|free|open|public|optical|radar) )?(?:data|imagery|images?|scenes?|pictures?|sources?)"
_DATA_FR = (
    r"(?:donnees?|images?|imagerie|scenes?|sources?)(?: (?:satellites?|satellitaires?|libres?|optiques?|radars?))?"
)
_BEST_EN = (
    r"(?:most recent|latest|newest|freshest|best|finest|sharpest|highest[- ]res(?:olution)?|most detailed|clearest)"
)
_PLUS_FR = r"plus (?:recent|frai|fraich|fin|precis|detaill|net|clair|neuf|neuv)\w*"
_TO_BE_HAD = (
    r"(?:possibles?|available|there (?:is|are)|to be had|(?:that )?(?:you|we) (?:have|can (?:get|find))|disponibles?|qui soi(?:t|ent)|que (?:tu|vous) (?:as|avez|trouves|trouvez|trouviez)|"
    r"que l'on (?:ait|trouve)|qu'on (?:ait|trouve))"
)
_REMARK = Pattern(
    r"(?:[,.;:?!(–-] ?|\b(?:with|from|on|using|avec|sur|en utilisant|a partir d[eu]s?|d'apres) )(?:the |your |la |le |les |l'|vos |tes )?"
    rf"(?:{_BEST_EN} {_DATA_EN}|{_DATA_FR} (?:la |le |les )?{_PLUS_FR}|(?:{_PLUS_FR}|meilleure?s?|dernieres?) {_DATA_FR}) {_TO_BE_HAD}"
    r"(?= ?(?:$|[.,;:?!)]|please|pls|thanks|s'il (?:te|vous) plait|svp|stp|merci))"
)


def supply_remarks(folded: str) -> list[tuple[int, int]]:
    """Where such remarks stand."""
    return [match.span() for match in _REMARK.finditer(folded)]

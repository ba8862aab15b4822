"""How much land: "how much tree cover was lost", "combien de tourbière", "quelle perte de mangrove" ask for an area, and count nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from connectors.vocabulary.patterns import Pattern

_LAND = frozenset({"deforestation", "crop", "land_cover", "wetland", "burn_scar", "vegetation", "urban"})
_AMOUNT = Pattern(
    # "how much has it grown" and "how much more" are of a change
    r"\bhow much (?!of [^.;?!]{2,40}? (?:is|was|are|were|has been|have been|lies?|lay) (?:\w+ )?(?:covered|hidden|under|choked|shaded|invaded|infested|taken)\b)(?:of (?:the |its |their |my |our )?)?(?!(?:did|do|does|has|have|had|is|are|was|were|will|would|can|could|should|more|less|fewer|it|they|there|of|about|above|below|over|under|"
    r"bigger|larger|smaller|greener|damage|difference|change|longer|data|time|money|carbon|biomass|co2|water|rain|snow|heat)\b)[a-z]{3,}|"
    r"\bwhat (?:is|was|were|has been) the (?:total |overall |annual |net )?(?:[a-z'-]+ ){0,3}loss(?:es)?\b(?! (?:data|layer|product|rate|map|trend))|"
    r"\b(?:what|how much) (?:[a-z'-]+ ){0,2}loss(?:es)? (?:of|did|has|was|occurred|in)\b|"
    r"\bquelles? (?:(?:est|etait|fut|a ete|sont|etaient|ont ete) (?:la |les )?)?(?:pertes?|deforestation|deboisement)\b(?! (?:de donnees|annuelle moyenne))|\bquel (?:(?:est|etait|fut|a ete) le )?(?:deboisement|recul)\b|"
    # of what is told in the singular there is an amount, of glaciers a number
    r"\b(?:quel(?:le)? couvert(?:ure)? (?:arbore|forestier|vegetal)\w*|what (?:tree|forest) cover (?=did|has|had))\b(?=[^.;?!]{0,50}\b(?:gagn|perd|gain|los[et]|lost)\w*)|"
    r"\bcombien (?:(?:il )?y (?:a|avait|aura|aurait|a eu)(?:-t)?(?:-il)? )?(?:de |d'(?:un |une )?)(?!(?:temps|fois|degres|mois|jours|hectares|carbone|biomasse|co2|eau|pluie|neige|chaleur)\b)[a-z]{2,}(?<![sx])\b"
)
_COUNTED = Pattern(r"\b(?:how many|number of|nombre d|count|denombr|compte)")


def of_land(statistics: Sequence[str], phenomena: Collection[str], folded: str, *, measured: bool) -> tuple[str, ...]:
    """The statistics, with the area where an amount of land is asked for; `measured` where a quantity is told beside it."""
    if measured or not _LAND & set(phenomena):
        return tuple(statistics)
    sized = {"area", "extent", "ratio", "percentage"} & set(statistics)
    if not (sized or _AMOUNT.search(folded)):
        return tuple(statistics)
    kept = [name for name in statistics if name != "count" or _COUNTED.search(folded)]
    return tuple(kept) if sized else (*kept, "area")

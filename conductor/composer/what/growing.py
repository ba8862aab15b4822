"""What grows, told by what it does or by its ground: a desert that blooms is no bloom of algae, and fields are crops where their state is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.vocabulary.patterns import Pattern

_FLOWERS = Pattern(
    r"\b(?:floraisons?|fleuri(?:t|r|e|s|es|ssent|ssait)?|refleurit?|fleurs?|flowering|flowers?|wild ?flowers?|blossom\w*|in (?:full )?bloom|(?:super)?blooms?|bloom(?:ed|ing))\b"
)
_OF_WATER = Pattern(
    r"\b(?:alg\w*|cyano\w*|phyto\w*|plancton\w*|plankton\w*|diatom\w*|coccolith\w*|sargass\w*|chlorophyl\w*|eaux?|waters?|lakes?|lacs?|seas?|mers?|oceans?|bays?|baies?|gulfs?|golfes?|lagoons?|"
    r"lagunes?|reservoirs?|etangs?|ponds?|estuar\w*|fjords?|marine?s?|coasts?|cotes?|rivers?|rivieres?|fleuves?|offshore|au large|harmful|toxi\w+|tides?|marees?|sentinel-3|olci)\b"
)
# where a bare "bloom" is one of plants
_ON_LAND = Pattern(
    r"\b(?:deserts?|desertiques?|flowers?|wild ?flowers?|fleurs?|cherr(?:y|ies)|cerisiers?|almonds?|amandiers?|orchards?|vergers?|meadows?|prairies?|lavend(?:er|e)s?|lavandes?|colza|rapeseed|canola|"
    r"sunflowers?|tournesols?|heather|bruyeres?|tulips?|tulipes?|poppy|poppies|coquelicots?|trees?|arbres?|superblooms?|steppes?|savann?a[hs]?|savanes?)\b"
)
_WATERY = frozenset({"sea", "ocean", "lake", "river"})
_FIELDS = Pattern(
    r"\b(?:(?:which|whose|our|my|your|his|her|their|the|these|those|all|every|each|some|irrigated|dry|parched|green) (?:of (?:our|my|the) )?(?:fields?|parcels|plots of land)|(?:quels?|nos|mes|vos|ses|leurs?|les|ces|des|tous les|chaque|certains|mon|notre) champs?)\b"
    r"(?! (?:of (?:view|application|study|work|research)|names?|data|values?|campaigns?|de (?:vision|vue|bataille|recherche|mines?|neige|glace|lave|courses?|tir|petrole|gaz|application|vents?|pression)|magnet\w+|d'(?:application|action|etude)))"
)

# "where is winter wheat growing", "où pousse le riz": where a crop stands, which is no growth
_STANDS = Pattern(
    r"\b(?:where|in wh(?:at|ich) \w+)(?: (?:is|are|was|were|do|does|did)| exactly)+ (?:[\w'-]+ ){1,5}?(?:grow|growing|grown|cultivated|planted)\b|"
    r"\b(?:is|are|was|were) (?:any |the |there )?(?:[\w'-]+ ){1,4}?(?:growing|grown) (?:in|on|at|near|around|along|north|south|east|west|within|between|here)\b(?! (?:size|area|extent|number))|"
    r"\b(?:ou|dans quel(?:le)?s? \w+|sur quel(?:le)?s? \w+) (?:est-ce qu(?:e |'))?(?:(?:le|la|les|l'|du|des) ?(?:[\w'-]+ ){1,4}?)?(?:pousse(?:nt|ait|aient)?|(?:se )?cultiv\w+|(?:est|sont) (?:cultive|plante|seme)\w*)\b"
)


def stands_there(phenomena: Sequence[str], folded: str) -> bool:
    """Where a crop grows is asked, not how it has grown."""
    return "crop" in phenomena and bool(_STANDS.search(folded))


def in_flower(found: Sequence[str], folded: str, kinds: Sequence[str]) -> list[str]:
    """ "September bloom of the Atacama Desert": plants that flower, unless waters are spoken of."""
    said = _FLOWERS.search(folded)
    bare = said is not None and said[0].startswith(("bloom", "floraison"))
    if bare and "algal_bloom" not in found and _WATERY & set(kinds) and not _ON_LAND.search(folded):
        return [*found, "algal_bloom"]
    if said is None or _OF_WATER.search(folded) or _WATERY & set(kinds):
        return list(found)
    if "algal_bloom" in found and bare and not _ON_LAND.search(folded):
        return list(found)
    kept = ["vegetation" if name == "algal_bloom" else name for name in found]
    return kept if {"vegetation", "crop"} & set(kept) else [*kept, "vegetation"]


def in_fields(found: Sequence[str], folded: str, *, indexed: bool) -> list[str]:
    """ "Which of our fields lack water?": crops, where what befalls them or an index of plants (`indexed`) is looked at."""
    looked_at = indexed or "drought" in found
    return [*found, "crop"] if looked_at and "crop" not in found and _FIELDS.search(folded) else list(found)

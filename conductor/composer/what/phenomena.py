"""What is looked for in imagery or events: the vocabulary's phenomena, those that only filter scenes or are meant by another left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductor.composer.reading import Named
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.filters import FilterReading
from connectors.vocabulary.phenomena import phenomena

_FOREST = re.compile(
    r"\b(?:forests?|forestiere?s?|forets?|tree(?:s| cover| canopy)?|woods?|woodlands?|arbres?|couvert (?:arbore|"
    r"forestier)|boise(?:e?s|ment)\w*|rainforests?|jungle|mangroves?|canopy|canopee)\b"
)
# the craft of whoever asks, not what is looked for: "we are dispatching boats"
_OUR_CRAFT = re.compile(
    r"\b(?:our|my|rescue|nos|mes|de secours|send\w*|dispatch\w*|deploy\w*|launch\w*|envoy\w*|deploy\w*|depech\w*) (?:(?:the|some|our|out|des|les|nos|\w+) ){0,2}?(?:boats?|ships?|vessels?|vehicles?|trucks?|bateaux?|navires?|vehicules?|camions?)\b"
)
# clouds of points or of computers, and clouds that are said not to matter
_NO_CLOUD = re.compile(
    r"\b(?:point clouds?|nuages? de points|clouds? (?:computing|platform|storage|optimi[sz]ed)|whatever the clouds?(?: cover)?|(?:no|without|any|whatever the) clouds?(?: cover)? (?:constraint|filter|limit|restriction|condition|preference|requirement|criteri\w+)s?|"
    r"clouds? (?:don't|do not|doesn't|does not) matter|cloudy or not|regardless of (?:the )?clouds?|(?:peu importe\w*|quels que soient) (?:le |les )nuages|nuages ou (?:non|pas)|sans contrainte de nuages)\b"
)
_CLOUD_WORD = re.compile(r"\b(?:cloud\w*|nuag\w*|nebul\w*)")
_LOSS = re.compile(
    r"\b(?:loss(?:es)?|loses?|lost|losing|gone|cleared|clearing|clear-?cut\w*|cut down|(?:been|being|was|were) cut|felled|logg\w+|disappear\w*|destroy\w*|"
    r"perd(?:re|ent|ait)?\b|perdu\w*|pertes?|disparu\w*|detruit\w*|coupe\w*|abattu\w*|defrich\w*|rase\w*)\b"
)
_BURNED = re.compile(
    r"\b(?:burn(?:ed|t)(?! (?:coal|oil|gas|fuels?))|(?:a|ont|ete|avoir|sont) brule\w*|brulee?s?|incendiees?|(?:ete|est|sont|etait|etaient) incendies?)\b"
)
_SCAR = re.compile(
    r"\b(?:scars?|cicatrices?) (?:of|from|left by|de|du|des|d'|laissee?s? par)\b.{0,30}\b(?:fires?|blaze|feux?|incendies?)\b"
)
_ON_FIRE = re.compile(
    r"\b(?:what(?:'s| is)|is (?:anything|something|it)|anything|something) (?:still )?(?:burning|on fire|ablaze)\b|\b(?:qu'est-ce qui|ca|quelque chose) (?:brule|flambe)\b|\ben feu\b"
)
# "did anything burn near Evia?", "where did the water reach?": told by what happened, with no name of it
_BURNED_DOWN = re.compile(
    r"\b(?:did|has|have|had)\b[^.?!;]{1,40}\bburn(?:ed|t)?\b|\b(?:what|anything|something) (?:has |had )?burn(?:ed|t)\b|\b(?:qu'est-ce qui|ce qui|quelque chose|qui|quoi) (?:a|ont) (?:\w+ )?brule\b|\bont? brule\b"
)
_UNDER_WATER = re.compile(
    r"\b(?:under ?water|submerged|sous (?:l'eau|les eaux)|les pieds dans l'eau|submergee?s?|noyee?s?)\b|\b(?:where|how far|how high|up to where)\b[^.?!;]{0,30}\bwaters?\b[^.?!;]{0,20}\b(?:reach\w*|c[ao]me|go|went|ris[ei]n?g?|rose|spread|stop\w*|get|got)\b|"
    r"\b(?:jusqu'ou|ou)\b[^.?!;]{0,30}\b(?:montee?s?|arrivee?s?|allee?s?|arretee?s?|monte|arrete|etendue?s?)\b[^.?!;]{0,12}\beaux?\b|\b(?:jusqu'ou|ou)\b[^.?!;]{0,12}\beaux?\b[^.?!;]{0,20}\b(?:montee?s?|arrivee?s?|allee?s?|arretee?s?|monte|arrete|etendue?s?)\b"
)
_SNOW_THERE = re.compile(r"\b(?:a|aura|avait)-t-il de la neige\b")
_BURNING = re.compile(
    r"\b(?:active|actifs?|hot ?spots?|points? chauds?|ongoing|en cours|still burning|fire fronts?|fronts? de feu|flames?|flammes?|feux et|fires? and)\b"
)
_LAKES = re.compile(r"\b(?:lakes|lacs|ponds|etangs)\b")
_ICE = re.compile(r"\b(?:ice|glaces?)\b")
_RIVER_ICE = re.compile(r"\b(?:ice|glaces?)(?: cover)? (?:on|along|in|sur|du|de la|le long du|dans) ")
_THIS_LAKE = re.compile(r"\b(?:this|that|the|ce|le|mon|my) (?:lake|reservoir|lac|pond|etang)\b")
_LAKE_CHANGE = re.compile(
    r"\b(?:shr[aiu]nk\w*|grow\w*|grew|dri\w+|dry\w*|level|size|area|surface|extent|smaller|larger|bigger|retreci\w*|asseche\w*|"
    r"niveau|superficie|taille)\b"
)
_CLOUD_MASK = re.compile(
    r"\b(?:cloud (?:mask\w*|detect\w*|probab\w*|shadow\w*|classif\w*|segment\w*)|(?:mask|detect|masque|"
    r"detecte[ur]*|segment)\w* (?:the |les |de |des |of |d[ue] )*(?:clouds?|nuages?|nuageux)|how cloudy|"
    r"nuageuse etait|how much cloud)\b"
)
# A phenomenon that says more about the same thing hides the plainer one.
_HIDDEN_BY = {
    "cloud": {"dust", "smoke", "volcanic_ash"},
    "wildfire": {"burn_scar"},
    "vegetation": {"deforestation", "crop", "burn_scar"},
    "land_cover": {"deforestation", "urban"},
    "surface_water": {"flood"},
    "water": {"flood", "surface_water", "algal_bloom", "oil_spill"},
    "storm": {"tropical_cyclone"},
}
_ANY = frozenset(entry.id for entry in phenomena())
# Phenomena told by what happened rather than by their name, and what else, where it was named, says as much.
_TOLD = (
    ("burn_scar", _BURNED, frozenset({"burn_scar", "wildfire", "smoke"})),
    ("wildfire", _ON_FIRE, _ANY),
    ("burn_scar", _SCAR, frozenset({"burn_scar"})),
    ("burn_scar", _BURNED_DOWN, _ANY),
    ("flood", _UNDER_WATER, _ANY),
    ("snow", _SNOW_THERE, frozenset({"snow"})),
)
_OBSERVED = (
    ("sea_ice", r"sea.?ice|siconc|banquise"),
    ("snow", r"snow|neige|snc\b|snw\b"),
    ("glacier", r"glacier"),
    ("permafrost", r"permafrost|pergelisol"),
)


def sought(named: Named, filters: FilterReading, utterance: Utterance, *, kinds: Sequence[str]) -> tuple[str, ...]:
    """The phenomena of the text."""
    found = _meant(named.phenomena, utterance.folded)
    lost = _LOSS.search(utterance.folded) or "hansen-gfc" in named.collections
    if _FOREST.search(utterance.folded) and lost and not named.facets:
        found = [p for p in found if p not in ("vegetation", "land_cover")] + (
            ["deforestation"] if "deforestation" not in found else []
        )
    if not named.facets:
        found = _with_told(found, utterance.folded) or _observed(named)
    sea = re.search(r"\bsea[- ]ice|banquise|glace de mer", utterance.folded)
    if (
        ((kinds and set(kinds) <= {"lake"}) or (_LAKES.search(utterance.folded) and not named.facets))
        and not sea
        and re.search(r"\b(?:ice|frozen|freez\w*|froze|iced|glace|gele\w*|gelent)\b", utterance.folded)
    ):
        found = ["lake_ice", *(p for p in found if p not in ("sea_ice", "lake_ice", "surface_water"))]
    if "river" in kinds and not sea and _RIVER_ICE.search(utterance.folded):
        found = ["lake_ice", *(p for p in found if p not in ("sea_ice", "lake_ice", "surface_water"))]
    if {"sea", "ocean"} & set(kinds) and not found and not named.quantities and _ICE.search(utterance.folded):
        found.append("sea_ice")
    if named.collections and _CLOUD_MASK.search(utterance.folded) and "cloud" not in found:
        found.append("cloud")
    if not found and _changing_lake(named, utterance, kinds):
        found.append("surface_water")
    found += ["cloud" for model in named.models if "cloud" in model and "cloud" not in found]
    dropped = {p for p in found if _HIDDEN_BY.get(p, set()) & set(found)}
    if _BURNING.search(utterance.folded):
        dropped.discard("wildfire")
    clouds = {"cloud_cover_max", "cloud_cover_min"} & set(filters.filters) or "eo:cloud_cover" in str(
        filters.filters.get("sort")
    )
    if clouds and not _CLOUD_MASK.search(utterance.folded):
        dropped.add("cloud")
    if "snow_cover_max" in filters.filters:
        dropped.add("snow")
    return tuple(p for p in found if p not in dropped)


def _with_told(found: list[str], folded: str) -> list[str]:
    """The phenomena named with those that are told by what happened."""
    for name, told, unless in _TOLD:
        if not unless & set(found) and told.search(folded):
            found = [*found, name]
    return found


def _meant(named: Sequence[str], folded: str) -> list[str]:
    """The phenomena named, without the craft of whoever asks and clouds of other kinds."""
    found = list(named)
    if len(found) > 1 and _OUR_CRAFT.search(folded):
        found = [p for p in found if p not in ("ship", "vehicle")] or found
    if "cloud" in found and not _CLOUD_WORD.search(_NO_CLOUD.sub(" ", folded)):
        found.remove("cloud")
    return found


def _changing_lake(named: Named, utterance: Utterance, kinds: Sequence[str]) -> bool:
    """A lake that grows, shrinks or dries, and nothing else that is measured."""
    lake = set(kinds) <= {"lake"} if kinds else bool(_THIS_LAKE.search(utterance.folded))
    measured = [q for q in named.quantities if not re.match(r"(?:\w+ )?(?:dr[iy]|asseche|plus sec)", q.name.lower())]
    return lake and not measured and not named.facets and bool(_LAKE_CHANGE.search(utterance.folded))


def _observed(named: Named) -> list[str]:
    """Ice and snow that are measured are also what is looked for."""
    words = " ".join(f"{q.name} {q.indicator or ''} {q.variable_id or ''}".lower() for q in named.quantities)
    return [name for name, pattern in _OBSERVED if re.search(pattern, words)]

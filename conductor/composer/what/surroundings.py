"""What is only around a measured quantity, and what a quantity's word means where something else dries, freezes or is salty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.quantities import as_quantity
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import QuantityEntry, by_standard_name, by_variable
from planners.intent import Quantity

# things of the writer's trade or neighbourhood: "rain received by the coffee area", "heating of the town"
_SETTING = frozenset({"crop", "urban", "building", "vehicle", "wetland"})
# said of them, these are looked for all the same
_LOOKED_FOR = Pattern(
    r"\b(?:map|maps|mapp\w+|detect\w*|segment\w*|classif\w*|identif\w*|delineat\w*|outlin\w*|monitor\w*|images?|imagery|satellit\w*|damag\w*|destr\w+|degats?|"
    r"endommag\w*|yields?|rendements?|sprawl\w*|expan\w+|growth of|etal\w+|croissance urbaine|hectares?|superficie|acreage|cartes?|cartograph\w*|delimit\w*|repere\w*|surveill\w*|harvest\w*|picking|reap\w*|recolt\w*|vendang\w*|moisson\w*|cueill\w*)\b"
)
_DRIES = Pattern(r"dr[iy]|assech|seche?s?$|plus secs?|dessech|wet|humide")
_RUNS_DRY = Pattern(
    r"\b(?:(?:is|was|were|are|be|run|runs|ran|running|gone|went|going) dry|(?:is|was|were|did) (?!it\b)(?:the )?[\w'-]+(?: river)? (?:run |go )?dry|a sec|taries?|tari[rt]?|tarissent)\b"
)
_SOIL = Pattern(r"\b(?:soils?|sols?|topsoil|farmland|fields|champs)\b")


_OF_WATERS = frozenset(
    {"tas", "tos", "ts", "thetao", "ph", "so", "sos", "chl", "o2", "evspsbl"}
)  # measured of "surface waters"

_OF_AIR = frozenset(
    {"pr", "prsn", "tas", "tasmax", "tasmin", "hurs", "sfcWind", "snd"}
)  # measured over woods and pastures too
_THRIVES = Pattern(
    r"\b(?:green\w*|brown\w*|health\w*|stress\w*|loss|lost|cover|canopy|condition|state|grow\w*|phenolog\w*|verd\w+|reverd\w+|brun\w+|sante|etat|couvert|perte|perdu\w*|poussent?|vegetation|canopee)\b"
)


def without_setting(phenomena: Sequence[str], quantities: Sequence[Quantity], folded: str) -> tuple[str, ...]:
    """The phenomena but those that only tell where or for whom something is measured."""
    measured = bool(quantities) and not any(q.spectral_index for q in quantities)
    waters = {"surface_water"} if any(q.variable_id in _OF_WATERS for q in quantities) else set()
    woods = (
        {"vegetation"}
        if any(q.variable_id in _OF_AIR or q.indicator for q in quantities) and not _THRIVES.search(folded)
        else set()
    )
    around = (_SETTING | waters | woods) & set(phenomena)
    if not measured or not around or _LOOKED_FOR.search(folded):
        return tuple(phenomena)
    return tuple(p for p in phenomena if p not in around)


# waves that are asked for themselves
_WAVES = Pattern(
    r"\b(?:heat[- ]?waves?|cold[- ]?(?:waves?|snaps?|spells?)|vagues? de (?:chaleur|froid)|canicules?|episodes?)\b"
)


def without_counted(phenomena: Sequence[str], quantities: Sequence[Quantity], folded: str) -> tuple[str, ...]:
    """ "Extreme heat (days > 40 °C)": where days beyond a bound are counted, the heat is these days."""
    days = any(q.threshold and re.match(r"t[xng]_days_|tropical_nights", q.indicator or "") for q in quantities)
    if not days or _WAVES.search(folded):
        return tuple(phenomena)
    return tuple(p for p in phenomena if p not in ("heatwave", "coldwave"))


def of_what_dries(
    quantities: Sequence[Quantity], kinds: Sequence[str], phenomena: Sequence[str], folded: str
) -> tuple[Quantity, ...]:
    """A lake or marsh that dries loses its own water, soil its moisture, a river its flow; only a land gets less rain."""
    dried = [q for q in quantities if q.variable_id == "pr" and not q.threshold and _DRIES.search(fold(q.name))]
    if "soil" in folded or " sol" in folded:
        quantities = _of_soil(quantities, dried, folded)
    elif dried and ({"surface_water", "wetland"} & set(phenomena)):
        quantities = [q for q in quantities if q not in dried]
    elif "river" in kinds and not phenomena and _RUNS_DRY.search(folded) and len(dried) == len(quantities):
        flow = by_standard_name("water_volume_transport_in_river_channel")
        return (as_quantity(flow, dried[0].name if dried else "flow"),) if flow else tuple(quantities)
    return tuple(quantities)


def _of_soil(quantities: Sequence[Quantity], dried: Sequence[Quantity], folded: str) -> Sequence[Quantity]:
    if not _SOIL.search(folded):
        return quantities
    moisture, salt = by_variable("mrso"), by_standard_name("soil_water_salinity")
    told = any(q.variable_id in ("mrso", "mrsos") for q in quantities)
    if dried and told:
        return [q for q in quantities if q not in dried]
    return [_as(q, moisture) if q in dried else _as(q, salt) if q.variable_id == "so" else q for q in quantities]


def _as(quantity: Quantity, entry: QuantityEntry | None) -> Quantity:
    """The same words under another entry."""
    return replace(as_quantity(entry, quantity.name), span=quantity.span) if entry else quantity

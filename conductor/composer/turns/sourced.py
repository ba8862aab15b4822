"""Where the data of a follow-up come from: its collections, its facets and the filters on its scenes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conductor.composer.text.calendar_words import number
from conductor.composer.turns.turn import Turn, combined
from conductor.composer.wish.matter import GRIDDED_SENSORS
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent

_PER_CENT = Pattern(r"(\d{1,9}(?:[.,]\d{1,9})?) ?(?:%|percent|pour ?cent|pct)(?: (?:max|at most|au plus|maximum))?")
# A bound on clouds moved without its per cent: "relax that to 30".
_MOVED = Pattern(
    r"\b(?:set|put|bring|mets|mettez|fixe[rz]?|relax|loosen|tighten|raise|lower|increase|reduce|drop|allow|assoupli\w*|relache\w*|resserre\w*|mont\w+|baiss\w+|augment\w+|descen\w+|elargi\w*)\b[^\d]{0,24}?\b(?:to|a|at|up to|jusqu'a)\s(\d{1,3})(?=\s*(?:$|[,;!?]|\.(?!\d)|please|instead|stp|svp|plutot))"
)
_TOLD = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix"
_COUNT = Pattern(
    r"\b(?:just|only|(?:only|just) (?:need|want)|max(?:imum)?|at most|no more than|give me|limit(?:ed)?(?: it| them)? to|top|up to|show(?: me)?(?: only| just)?|juste|seulement|donne(?:-m'en|-moi|z-moi)?|"
    rf"limite[rz]?(?:-\w+)? a|montre[rz]?(?:-m'en|-moi)?(?: seulement| juste)?|au plus|garde[rz]?(?:-en)?|pas plus de|(?:m'en|nous en|en) (?:faut|faudrait|veux|voudrais|voulons|prends)(?: que| seulement| juste)?)\s+(?P<n>{_TOLD})(?! ?(?:%|percent|pour ?cent|km|m\b|days?|jours?|years?|ans))"
    r"(?=\s*(?:$|[,;.!?)]|of (?:them|those)|please|instead|then|results?|scenes?|images?|files?|d'entre|stp|svp|max|resultats?|fichiers?|only|seulement))|"
    rf"(?:^|[,;])\W*(?P<m>{_TOLD}) (?:only\b|seulement\b|max(?:imum)?\b|at most|au plus|suffi\w+|(?:(?:will|would) (?:do|suffice)|(?:is|are) (?:enough|plenty))\b|(?:results?|scenes?|images?|resultats?) (?:is |are )?(?:enough|suffi\w+|max\w*)|(?:of them|d'entre (?:elles|eux))\W*$)|"
    r"^\W*(?P<bare>two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)(?: please| s'il (?:te|vous) plait)?\W*$"
)
_HISTORICAL = Pattern(r"\b(?:historical|historiques?)\b(?! (?:mean|average|period|climat\w+|record|data))")
_RUNS = frozenset({"source_id", "experiment_id", "member_id", "mip_era", "institution_id"})
# The filters that a slot name clears.
_FILTERS = {
    "cloud": ("cloud_cover_max", "cloud_cover_min"), "snow": ("snow_cover_max",), "orbit": ("orbit_state", "relative_orbit"),
    "tile": ("mgrs_tile", "wrs_path", "wrs_row"), "polarizations": ("polarizations",), "platform": ("platform",),
    "resolution": ("resolution_max",), "limit": ("limit",), "sort": ("sort",),
}  # fmt: skip
_FACETS = ("source_id", "member_id", "experiment_id", "data_node")


def sourced(turn: Turn, intent: Intent) -> Intent:
    """The intent with the collections and facets of the whole follow-up."""
    said, gone = turn.said, turn.dropped
    facets = _facets(turn, intent.facets)
    adds = turn.joins("sources", len(said.collections))
    collections = combined(intent.collections, said.collections, gone.collections if gone else (), adds=adds)
    if adds:
        return replace(intent, facets=facets, collections=collections)
    if "source_id" in said.facets and not said.collections and gridded(intent.collections):
        collections = ()
    if said.collections and gridded(said.collections) and not said.facets:
        facets = {key: values for key, values in facets.items() if key not in _RUNS}
    return replace(intent, facets=facets, collections=collections)


def gridded(names: tuple[str, ...]) -> bool:
    """Whether all are reanalyses or gridded observations."""
    return bool(names) and all((entry := collection(name)) and entry.sensor in GRIDDED_SENSORS for name in names)


def imaged(intent: Intent) -> bool:
    """Whether an intent is of scenes, by its collections."""
    return bool(intent.collections) and not gridded(intent.collections)


def _facets(turn: Turn, base: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    said, gone = turn.said.facets, turn.dropped.facets if turn.dropped else {}
    if "experiment_id" in base and "experiment_id" not in {**said, **gone} and _HISTORICAL.search(turn.folded):
        said = {**said, "experiment_id": ("historical",)}
    merged = {key: values for key, values in base.items() if key not in turn.cleared or key not in _FACETS}
    for key in {**said, **gone}:
        axis = {"experiment_id": "scenarios", "source_id": "sources"}.get(key)
        adds = turn.adds or (axis is not None and turn.joins(axis, len(said.get(key, ()))))
        merged[key] = combined(merged.get(key, ()), said.get(key, ()), gone.get(key, ()), adds=adds)
    if "experiment_id" in said and "mip_era" not in said and merged.get("mip_era") == ("CMIP5",):
        merged.pop("mip_era")
    return {key: values for key, values in merged.items() if values}


def filtered(turn: Turn, base: Intent) -> dict[str, Any]:
    """The filters on the scenes of the whole follow-up."""
    said, gone = turn.said, turn.dropped.filters if turn.dropped else {}
    away = {key for slot in turn.cleared for key in _FILTERS.get(slot, ())} | set(gone)
    away |= set(base.filters) if "filters" in turn.cleared else set()
    if said.collections and not turn.adds:
        away.add("platform")
    merged = {**{key: value for key, value in base.filters.items() if key not in away}, **said.filters}
    covered = {"cloud_cover_max", "cloud_cover_min", "snow_cover_max"} & set(said.filters)
    if (
        base.action == "find"
        and not covered
        and "limit" not in merged.keys() - base.filters.keys()
        and (count := _COUNT.search(turn.folded))
    ):
        merged["limit"] = number(count["n"] or count["m"] or count["bare"]) or 1
    bare = _PER_CENT.search(turn.folded) or (_MOVED.search(turn.folded) if "cloud_cover_max" in base.filters else None)
    if (
        bare
        and (most := float(bare[1].replace(",", "."))) <= 100
        and not covered
        and (base.collections or "cloud_cover_max" in base.filters)
        and not said.quantities
    ):
        merged["cloud_cover_max"] = most
    return merged

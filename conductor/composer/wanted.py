"""What is wanted of data: found, described, projected, followed over time, mapped from imagery; first rule that fits decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from conductor.composer.cues import Cues
from conductor.composer.matter import CLIMATE_PHENOMENA, GRIDDED_SENSORS, future, imagery
from conductor.composer.reading import Reading
from connectors.vocabulary.collections import collection

_DRAWN = frozenset({"plot", "timeseries", "value", "map"})


_ASKED_TO_FIND = re.compile(
    r"^\W*(?:please |can you |could you |i want to |i need to |peux-tu |pouvez-vous )*(?:find|search|list|locate|look for|trouve[rz]?|cherche[rz]?|recherche[rz]?|liste[rz]?)\b"
)


_FETCH = re.compile(
    r"^\W*(?:please |can you |could you |i want to |i need to |peux-tu |pouvez-vous )*(?:download|fetch|retrieve|telecharge[rz]?|recupere[rz]?)\b"
)


def things_named(c: Cues) -> bool:
    """Scenes or datasets are spoken of."""
    return c.scenes or c.data


def _find(r: Reading, c: Cues) -> bool:
    """Scenes, datasets, runs, files, nodes: the things themselves."""
    if c.before_after and _two_dates(r) and r.phenomena:
        return False
    if r.outputs and set(r.outputs) & {"items"}:
        return True
    if c.which_term and (r.facets or r.collections) and not c.compute and not c.compare:
        return True
    if (
        c.which_data
        and not (c.how_much and (r.phenomena or r.quantities) and not c.data and not c.scenes)
        and not c.compute
    ):
        return True
    if _FETCH.match(r.utterance.folded) and (r.collections or r.facets or things_named(c)) and not c.compute:
        return True
    asks = c.find or c.show
    things = c.scenes or c.data
    if c.show and not c.find and r.quantities and not c.scenes and (set(r.outputs) & _DRAWN or r.statistics):
        return False
    if (
        asks
        and imagery(r)
        and r.collections
        and not (c.compute or c.trend or c.how_much or c.before_after or c.index_word)
        and not _maps(r)
    ):
        return True
    if things and _ASKED_TO_FIND.match(r.utterance.folded) and not _maps(r):
        return True
    if asks and things and not c.compute and not c.trend:
        return not (r.phenomena and _maps(r) and not c.find)
    plain = not r.phenomena and not any(q.spectral_index or q.threshold for q in r.quantities)
    if (
        imagery(r)
        and r.collections
        and plain
        and not (c.compute or c.detect or c.index_word or c.how_much or r.statistics)
    ):
        return not (c.trend or c.change or c.before_after) or c.find
    if imagery(r) and c.scenes and not (c.detect or c.compute or c.change or c.trend or c.before_after or c.how_much):
        return True
    return _drs(r, c)


def _maps(r: Reading) -> bool:
    return bool(re.search(r"\b(?:detect|map|segment|count|classif|cartograph|delineat|delimit)\w*", r.utterance.folded))


def _drs(r: Reading, c: Cues) -> bool:
    """Identifiers typed as into a search box: no place, no question, no period but what files carry."""
    keys = set(r.facets) - {"experiment_id"}
    if not r.facets or r.located or c.how_much or c.change or c.trend or c.compute or r.named.implied & {"change"}:
        return False
    if set(r.facets.get("project", ())) & {"obs4MIPs", "input4MIPs"}:
        return True
    if keys & {
        "member_id",
        "table_id",
        "frequency",
        "grid_label",
        "data_node",
        "version",
        "institution_id",
        "activity_id",
        "domain_id",
        "nominal_resolution",
    }:
        return True
    return bool(keys) and not c.future and not r.statistics and not r.periods


def _trend(r: Reading, c: Cues) -> bool:
    if c.before_after and imagery(r):
        return False
    if c.trend and (r.quantities or r.phenomena or r.named.implied or r.collections):
        return True
    return (
        c.has_changed
        and bool(r.quantities or r.phenomena or r.collections)
        and not _two_dates(r)
        and not future(r)
        and _long(r)
    )


def _long(r: Reading) -> bool:
    """Years enough for a rate: an open or long period, or none said."""
    dated = [p for p in r.targets if p.start and p.end]
    return not dated or any(
        (date.fromisoformat(p.end) - date.fromisoformat(p.start)).days > 800 for p in dated if p.start and p.end
    )


def _two_dates(r: Reading) -> bool:
    return len([p for p in r.periods if p.start and p.end]) >= 2


def _change(r: Reading, c: Cues) -> bool:
    if not imagery(r) and not (r.phenomena and not r.facets):
        return False
    if c.before_after:
        return True
    return (
        c.change
        and (_two_dates(r) or bool(re.search(r"\b(?:since|depuis|compared)\b", r.utterance.folded)))
        and not future(r)
    )


_MAP_VERB = re.compile(
    r"(?:^|[.:;,!?]\s)\W*(?:please |can you |could you |peux-tu |pouvez-vous )*(?:map|detect|segment|delineate|outline|cartographie[rz]?|detecte[rz]?|delimite[rz]?)\b(?! of)"
)


def _detect(r: Reading, c: Cues) -> bool:
    if not r.phenomena or r.facets:
        return False
    sensors = {entry.sensor for name in r.collections if (entry := collection(name))}
    if sensors and sensors <= GRIDDED_SENSORS:
        return False
    mapped = bool(_MAP_VERB.search(r.utterance.folded))
    climate_only = set(r.phenomena) <= CLIMATE_PHENOMENA and r.quantities and not imagery(r) and not mapped
    return not climate_only and not (future(r) and not r.collections)


def _project(r: Reading, c: Cues) -> bool:
    return future(r) and bool(r.quantities or r.phenomena or r.named.implied or r.experiments)


def _describe(r: Reading, c: Cues) -> bool:
    return bool(r.quantities or r.statistics or r.named.implied or r.phenomena)


RULES: tuple[tuple[str, Callable[[Reading, Cues], bool], float], ...] = (
    ("find", _find, 0.85),
    ("trend", _trend, 0.85),
    ("change", _change, 0.8),
    ("detect", _detect, 0.75),
    ("project", _project, 0.85),
    ("describe", _describe, 0.75),
    ("find", lambda r, c: c.find or c.show or c.scenes or c.data, 0.6),
)

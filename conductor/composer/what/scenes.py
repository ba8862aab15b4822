"""What filters are of: scenes by the collections named or of the turn before; of model output and reanalyses clouds are measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.reading import Named
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.filters import FilterReading, read_filters
from conductor.composer.what.quantities import as_quantity
from conductor.composer.what.thresholds import Bound
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_variable
from planners.intent import Quantity

_GRIDDED = frozenset({"reanalysis", "observations"})


def scene_filters(
    utterance: Utterance, bounds: tuple[Bound, ...], named: Named, seen: Sequence[str] = ()
) -> tuple[FilterReading, Named]:
    """The filters of a text with the names that are left; `seen` are the collections of the turn before."""
    of = named.collections or (() if named.facets else seen)
    named = named if not named.collections or imagery(of) else _sky_measured(named)
    scenes = _scenes(of, named, utterance.folded)
    filters = read_filters(utterance, bounds, radar=_radar(of), imagery=imagery(of), scenes=scenes)
    clouds = frozenset(filters.clouds)
    left = tuple(b for b in bounds if b not in clouds and not _spoken_for(b, filters))
    named = _unfiltered(named, filters, utterance)
    return replace(filters, filters=_asked_of_scenes(filters, named), left=left), named


def _sky_measured(named: Named) -> Named:
    """Of a reanalysis or gridded observations clouds are a quantity, not what is looked for in scenes."""
    entry = by_variable("clt")
    if "cloud" not in named.phenomena or entry is None:
        return named
    measured = any(q.variable_id == "clt" for q in named.quantities)
    return replace(
        named,
        phenomena=tuple(p for p in named.phenomena if p != "cloud"),
        quantities=named.quantities if measured else (*named.quantities, as_quantity(entry, "cloud cover")),
    )


def _spoken_for(bound: Bound, filters: FilterReading) -> bool:
    return any(s < bound.end and bound.start < e for s, e in filters.spans)


def _radar(names: Sequence[str]) -> bool:
    entries = [entry for name in names if (entry := collection(name))]
    return not entries or any(entry.sensor == "radar" for entry in entries)


def through_clouds(names: Sequence[str]) -> bool:
    """Whether all the collections are of radars, to which clouds are only the reason why they are wanted."""
    return bool(names) and all((entry := collection(name)) and entry.sensor == "radar" for name in names)


def imagery(names: Sequence[str]) -> bool:
    """Whether any of the collections is one of scenes."""
    return any((entry := collection(name)) and entry.sensor not in _GRIDDED for name in names)


_SCENES = Pattern(
    r"\b(?:images?|imagery|imagerie|scenes?|pictures?|photos?|shots?|acquisitions?|granules?|passes|passages?|cliches?|satellites?|pixels?|tiles?|tuiles?)\b"
)


def _scenes(names: Sequence[str], named: Named, folded: str) -> bool:
    """Whether clouds and snow bound scenes; of model output and reanalyses they are what is measured."""
    if names:
        return imagery(names)
    covered = any(q.variable_id in ("clt", "snc") for q in named.quantities)
    return not named.facets and (not covered or bool(_SCENES.search(folded)))


def _unfiltered(named: Named, filters: FilterReading, utterance: Utterance) -> Named:
    """The names without those that only say what scenes are bound or ordered by: "snow cover under 15 %", "cloudiest first"."""
    covered = bytearray(len(utterance.typed))
    for span in (utterance.span(start, end) for start, end in filters.spans):
        covered[span.start : span.end] = b"\1" * (span.end - span.start)

    def told(quantity: Quantity) -> bool:
        said = quantity.span
        return said is not None and all(covered[said.start : said.end] or b"\0")

    kept = tuple(q for q in named.quantities if not told(q))
    if len(kept) == len(named.quantities):
        return named
    return replace(named, quantities=kept, implied=named.implied - {"max", "min"})


def _asked_of_scenes(read: FilterReading, named: Named) -> dict[str, object]:
    """The filters with the platforms; order and pixel size are said of scenes, of model output they are a version and a nominal resolution."""
    filters = {**read.filters, **({"platform": list(named.platforms)} if named.platforms else {})}
    if "wrs_path" in filters and "wrs_row" not in filters and _of_copernicus(named):
        filters = {"relative_orbit": filters["wrs_path"], **{k: v for k, v in filters.items() if k != "wrs_path"}}
    if named.facets and not named.collections:
        return {key: value for key, value in filters.items() if key not in ("sort", "resolution_max")}
    return filters


def _of_copernicus(named: Named) -> bool:
    """Radar and optical Sentinels count their tracks by relative orbit; paths are Landsat's."""
    return bool(named.collections) and all(name.startswith("sentinel-") for name in named.collections)

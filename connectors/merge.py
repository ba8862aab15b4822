"""Merge: the same dataset or scene found in several catalogues becomes one item with all its locations. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from connectors.items import JSON, Asset, Caveat, Item, Link, Location

Key = Callable[[Item], str]

_RANK_CONSTANT = 60  # of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one source found, in its own order, and how it names a thing."""

    source: str
    items: tuple[Item, ...]
    key: Key
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The items, best first, and the conflicts that were found between their copies."""

    items: tuple[Item, ...]
    caveats: tuple[Caveat, ...] = ()


def merge(contributions: Sequence[Contribution], *, sort: str = "") -> Merged:
    """Join what the sources found, in whatever order they answered.

    Ranked by reciprocal rank fusion; `sort` (STAC style: `-datetime`, `+eo:cloud_cover`) rules where it is given.
    """
    copies: dict[str, list[Item]] = {}
    scores: dict[str, float] = {}
    for part in sorted(contributions, key=lambda part: part.source):
        seen: set[str] = set()
        for rank, item in enumerate(part.items):
            key = part.key(item)
            if part.source not in item.sources:
                item = replace(item, sources=(*item.sources, part.source))
            copies.setdefault(key, []).append(item)
            if key not in seen:
                scores[key] = scores.get(key, 0.0) + part.weight / (_RANK_CONSTANT + rank + 1)
                seen.add(key)
    joined = {key: _join(items) for key, items in copies.items()}
    ranked = sorted(joined, key=lambda key: (-scores[key], key))
    if sort:
        ranked = _sorted(ranked, {key: item for key, (item, _) in joined.items()}, sort=sort)
    return Merged(
        items=tuple(joined[key][0] for key in ranked),
        caveats=tuple(caveat for key in ranked for caveat in joined[key][1]),
    )


def largest(counts: Iterable[Mapping[str, Mapping[str, int]]]) -> dict[str, dict[str, int]]:
    """Facet counts of several sources: of each value the largest, since the same records lie in several catalogues."""
    totals: dict[str, dict[str, int]] = {}
    for facets in counts:
        for name, values in facets.items():
            total = totals.setdefault(name, {})
            for value, count in values.items():
                total[value] = max(total.get(value, 0), count)
    return {name: dict(sorted(totals[name].items())) for name in sorted(totals)}


def _join(copies: list[Item]) -> tuple[Item, tuple[Caveat, ...]]:
    first = copies[0]
    if len(copies) == 1:
        return first, ()
    assets, conflicts = join_assets(copies)
    item = replace(
        first,
        bbox=next((c.bbox for c in copies if c.bbox), None),
        geometry=next((c.geometry for c in copies if c.geometry), None),
        interval=next((c.interval for c in copies if c.interval.start or c.interval.end), first.interval),
        properties=_join_properties(copies),
        assets=assets,
        links=_join_links(copies),
        sources=tuple(dict.fromkeys(source for c in copies for source in c.sources)),
    )
    caveat = Caveat(code="checksum_conflict", parameters={"item": first.id, "files": list(conflicts)})
    return item, (caveat,) if conflicts else ()


def _join_properties(copies: list[Item]) -> dict[str, JSON]:
    """The first copy's word counts, gaps filled from the others; one copy is enough to retract or outdate them all."""
    joined: dict[str, JSON] = {}
    for copy in copies:
        for name, value in copy.properties.items():
            if joined.get(name) in (None, "", []):
                joined[name] = value
    for name in ("retracted", "latest"):
        said = [c.properties[name] for c in copies if isinstance(c.properties.get(name), bool)]
        if said:
            joined[name] = any(said) if name == "retracted" else all(said)
    nodes = [node for c in copies for node in _listed(c.properties.get("data_node"))]
    if nodes:
        joined["data_node"] = sorted(set(nodes))
    return joined


def join_assets(copies: Sequence[Item]) -> tuple[tuple[Asset, ...], tuple[str, ...]]:
    """The same file offered several times becomes one asset; another file under the same key is kept beside it."""
    joined: dict[str, Asset] = {}
    conflicts: list[str] = []
    for copy in copies:
        for asset in copy.assets:
            known = joined.get(asset.key)
            if known is None:
                joined[asset.key] = asset
            elif _name(known) != _name(asset):
                key = f"{asset.key}@{copy.sources[-1]}"
                joined.setdefault(key, replace(asset, key=key))
            elif _conflict(known, asset):
                conflicts.append(asset.key)
            else:
                joined[asset.key] = replace(
                    known,
                    locations=unique_locations((*known.locations, *asset.locations)),
                    size=known.size if known.size is not None else asset.size,
                    checksum=known.checksum or asset.checksum,
                )
    return tuple(joined.values()), tuple(dict.fromkeys(conflicts))


def _name(asset: Asset) -> str:
    return urlsplit(asset.href).path.rpartition("/")[2]


def _conflict(one: Asset, other: Asset) -> bool:
    if one.checksum and other.checksum:
        algorithms = {one.checksum.partition(":")[0], other.checksum.partition(":")[0]}
        return len(algorithms) == 1 and one.checksum != other.checksum
    return None not in (one.size, other.size) and one.size != other.size


def unique_locations(locations: Iterable[Location]) -> tuple[Location, ...]:
    """Each address once, in the order met."""
    known: dict[str, Location] = {}
    for location in locations:
        known.setdefault(location.href, location)
    return tuple(known.values())


def _join_links(copies: list[Item]) -> tuple[Link, ...]:
    return tuple({(link.rel, link.href): link for c in copies for link in c.links}.values())


def _listed(value: JSON) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(v) for v in value]
    return [str(value)] if value else []


def _sorted(keys: list[str], items: Mapping[str, Item], *, sort: str) -> list[str]:
    """Stable order by one property, items without it last."""
    name = sort.lstrip("+-")

    def value(key: str) -> JSON:
        item = items[key]
        found = item.properties.get(name) or item.get(name)
        return item.interval.start if found is None and name == "datetime" else found

    known = [key for key in keys if value(key) is not None]
    unknown = [key for key in keys if value(key) is None]
    try:
        known.sort(key=value, reverse=sort.startswith("-"))
    except TypeError:
        known.sort(key=lambda key: str(value(key)), reverse=sort.startswith("-"))
    return known + unknown

"""Merge: the same dataset or scene found in several catalogues becomes one item with all its locations. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import urlsplit

from connectors.collector import no_collection
from connectors.items import JSON, Asset, Caveat, Item, Link, Location
from connectors.operations import Search

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
    with no_collection():
        copies, scores = _gathered(contributions)
        joined = {key: _join(items) for key, items in copies.items()}
        ranked = sorted(joined, key=lambda key: (-scores[key], key))
        if sort:
            ranked = _sorted(ranked, {key: item for key, (item, _) in joined.items()}, sort=sort)
        return Merged(
            items=tuple(joined[key][0] for key in ranked),
            caveats=tuple(caveat for key in ranked for caveat in joined[key][1]),
        )


def _gathered(contributions: Sequence[Contribution]) -> tuple[dict[str, list[Item]], dict[str, float]]:
    """The copies of each thing, and its score: a source counts once, at the best rank that it gives the thing."""
    copies: dict[str, list[Item]] = {}
    scores: dict[str, float] = {}
    for part in sorted(contributions, key=lambda part: part.source):
        seen: set[str] = set()
        source, weight, name = part.source, part.weight, part.key
        for rank, item in enumerate(part.items, start=_RANK_CONSTANT + 1):
            key = name(item)
            if source not in item.sources:
                item = replace(item, sources=(*item.sources, source))
            if key not in copies:
                copies[key] = [item]
                scores[key] = weight / rank
            else:
                copies[key].append(item)
                if key not in seen:
                    scores[key] += weight / rank
            seen.add(key)
    return copies, scores


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
    item = Item(
        id=first.id,
        collection=first.collection,
        bbox=first.bbox or next((c.bbox for c in copies if c.bbox), None),
        geometry=first.geometry or next((c.geometry for c in copies if c.geometry), None),
        interval=next((c.interval for c in copies if c.interval.start or c.interval.end), first.interval),
        properties=_join_properties(copies),
        assets=assets,
        links=_join_links(copies),
        sources=tuple(dict.fromkeys([source for c in copies for source in c.sources])),
    )
    if not conflicts:
        return item, ()
    return item, (Caveat(code="checksum_conflict", parameters={"item": first.id, "files": list(conflicts)}),)


def _join_properties(copies: list[Item]) -> dict[str, JSON]:
    """The first copy's word counts, gaps filled from the others; one copy is enough to retract or outdate them all."""
    joined: dict[str, JSON] = dict(copies[0].properties)
    others = [copy.properties for copy in copies if copy.properties != joined]
    if not others:
        return joined
    gaps = [name for name, value in joined.items() if value in (None, "", [])]
    for theirs in others:
        if gaps:
            joined |= {name: theirs[name] for name in gaps if name in theirs and joined[name] in (None, "", [])}
        if not theirs.keys() <= joined.keys():
            new = {name: value for name, value in theirs.items() if name not in joined}
            gaps += [name for name, value in new.items() if value in (None, "", [])]
            joined |= new
    for name in ("retracted", "latest"):
        if name in joined and (said := [v for c in copies if isinstance(v := c.properties.get(name), bool)]):
            joined[name] = any(said) if name == "retracted" else all(said)
    if "data_node" in joined and (nodes := [n for c in copies for n in _listed(c.properties.get("data_node"))]):
        joined["data_node"] = sorted(set(nodes))
    return joined


def join_assets(copies: Sequence[Item]) -> tuple[tuple[Asset, ...], tuple[str, ...]]:
    """The same file offered several times becomes one asset; another file under the same key is kept beside it."""
    joined: dict[str, _File] = {}
    conflicts: list[str] = []
    for copy in copies:
        for asset in copy.assets:
            known = joined.get(asset.key)
            if known is None:
                joined[asset.key] = _File(asset)
            elif not known.is_named(asset):
                key = f"{asset.key}@{copy.sources[-1]}"
                joined.setdefault(key, _File(replace(asset, key=key)))
            elif known.contradicts(asset):
                conflicts.append(asset.key)
            else:
                known.add(asset)
    return tuple(file.joined() for file in joined.values()), tuple(dict.fromkeys(conflicts))


class _File:
    """One file, as its copies are met."""

    __slots__ = ("asset", "checksum", "locations", "name", "size", "tail")

    def __init__(self, asset: Asset) -> None:
        self.asset, self.name = asset, _name(asset)
        self.tail = f"/{self.name}"
        self.locations, self.size, self.checksum = list(asset.locations), asset.size, asset.checksum

    def is_named(self, other: Asset) -> bool:
        """True where the other's address ends in the same file name."""
        href = other.locations[0].href
        if "?" not in href and href.endswith(self.tail):  # quicker than taking it apart, a million times
            return True
        return self.name == _name(other)

    def contradicts(self, other: Asset) -> bool:
        """True where the two cannot be the same file: by checksums of one kind, else by size."""
        if self.checksum and other.checksum:
            algorithms = {self.checksum.partition(":")[0], other.checksum.partition(":")[0]}
            return len(algorithms) == 1 and self.checksum != other.checksum
        return None not in (self.size, other.size) and self.size != other.size

    def add(self, other: Asset) -> None:
        self.locations += other.locations
        self.size = other.size if self.size is None else self.size
        self.checksum = self.checksum or other.checksum

    def joined(self) -> Asset:
        first = self.asset
        if len(self.locations) == len(first.locations) and (self.size, self.checksum) == (first.size, first.checksum):
            return first
        return Asset(
            key=first.key,
            locations=unique_locations(self.locations),
            type=first.type,
            roles=first.roles,
            title=first.title,
            size=self.size,
            checksum=self.checksum,
            properties=first.properties,
        )


def _name(asset: Asset) -> str:
    """The last part of the address's path."""
    href = asset.href
    if "?" in href or "#" in href:
        href = urlsplit(href).path
    if "://" in href:
        href = href.partition("://")[2].partition("/")[2]
    return href.rpartition("/")[2]


def unique_locations(locations: Iterable[Location]) -> tuple[Location, ...]:
    """Each address once, in the order met."""
    known: dict[str, Location] = {}
    for location in locations:
        known.setdefault(location.href, location)
    return tuple(known.values())


def _join_links(copies: list[Item]) -> tuple[Link, ...]:
    links = [link for c in copies for link in c.links]
    return tuple({(link.rel, link.href): link for link in links}.values()) if links else ()


def _listed(value: JSON) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(v) for v in value]
    return [str(value)] if value else []


def sort_of(search: Search) -> str:
    """The first order that a search asks for, STAC style (`-datetime`); empty where any will do."""
    sort: JSON = search.filters.get("sort", "")
    first = str(sort[0]) if isinstance(sort, list | tuple) and sort else str(sort or "").partition(",")[0]
    return first.strip()


def is_sorted(items: Sequence[Item], *, sort: str) -> bool:
    """True where the items come in the order of one property; those without it may stand anywhere."""
    known = [value for item in items if (value := _value(item, sort)) is not None]
    pairs = pairwise(known)
    try:
        return all((a >= b) if sort.startswith("-") else (a <= b) for a, b in pairs)
    except TypeError:
        return False


def _sorted(keys: list[str], items: Mapping[str, Item], *, sort: str) -> list[str]:
    """Stable order by one property, items without it last."""

    def value(key: str) -> JSON:
        return _value(items[key], sort)

    known = [key for key in keys if value(key) is not None]
    unknown = [key for key in keys if value(key) is None]
    try:
        known.sort(key=value, reverse=sort.startswith("-"))
    except TypeError:
        known.sort(key=lambda key: str(value(key)), reverse=sort.startswith("-"))
    return known + unknown


def _value(item: Item, sort: str) -> JSON:
    """What an item is ordered by."""
    name = sort.lstrip("+-").removeprefix("properties.")
    found = item.properties.get(name)
    found = item.get(name) if found is None else found
    return item.interval.start if found is None and name == "datetime" else found

"""The gazetteer: cities, countries, provinces, seas, lakes, rivers, basins, ranges, climate regions, by English or French name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from connectors.extents import BBox
from connectors.vocabulary import tables
from connectors.vocabulary.amendments import added, amendments, named
from connectors.vocabulary.entries import Entry, Language
from connectors.vocabulary.spelling import normalise
from connectors.vocabulary.toponym_keys import place_key, turned, without_articles
from connectors.vocabulary.toponym_kinds import otherwise

_BLOCK = 40
_FORM = {0: 1.0, 1: 0.25, 2: 1.0, 3: 0.12}
_COLUMNS = "p.id, p.ref, p.kind, p.name_en, p.name_fr, p.country, p.admin1, p.west, p.south, p.east, p.north, p.population, p.weight, p.geometry_id, s.text"
_JOINED = "FROM place p JOIN source s ON s.id = p.source"
_BY_REF = f"SELECT {_COLUMNS} {_JOINED} WHERE p.ref = ?"
_BY_NUMBER = f"SELECT {_COLUMNS} {_JOINED} WHERE p.id = ?"
# Federations whose first divisions are the largest there are: a town of West Virginia within the box of Virginia lies not in it.
_UNGROUPED = frozenset(("US", "CA", "AU", "BR", "MX", "IN", "CN", "AR", "DE", "RU", "CH", "AT", "ZA", "NG"))
# Kinds of places whose words stand in names of towns: Valley Park is no national park.
_TOWNS_APART = frozenset(
    (
        "park",
        "parc",
        "reserve",
        "forest",
        "foret",
        "volcano",
        "volcan",
        "glacier",
        "basin",
        "bassin",
        "plain",
        "plaine",
        "dam",
        "barrage",
    )
)
_AREAS = frozenset(("country", "region", "continent", "island", "climate_region"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry(Entry):
    """A place: the box of the whole of it (a country's without distant overseas parts), its share among homonyms in `prior`.

    `weight` grows with population or fame; `form` tells how the name looked up is its: 0 a name in use, 1 the bare core of one,
    2 an abbreviation in capitals, 3 a name in some other language. A basin's box is approximate.
    """

    kind: str
    bbox: BBox
    country: str | None = None
    admin1: str | None = None
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    weight: float = 1.0
    prior: float = 1.0
    form: int = 0
    geometry_id: str | None = None


def lookup(name: str, language: Language | None = None) -> tuple[PlaceEntry, ...]:
    """Every place of a name, whatever its case, accents, hyphens or article; the most probable first."""
    own = place_key(normalise(name))
    found = candidates((own, without_articles(own)))
    merged = {entry.id: entry for key in (without_articles(own), own) for entry in found.get(key, ())}
    return ranked(merged.values())


def fuzzy(name: str, *, limit: int = 5) -> tuple[tuple[PlaceEntry, float], ...]:
    """Well-known places whose name is a slip or two away, with their likeness (0…1), best first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    key = place_key(normalise(name))
    if len(key) < 5:
        return ()
    reach = 1 if len(key) < 8 else 2
    query = "SELECT key, weight FROM near WHERE initial = ? AND length BETWEEN ? AND ?"
    known = dict(_database().execute(query, (key[0], len(key) - reach, len(key) + reach)).fetchall())
    hits = process.extract(key, list(known), scorer=OSA.distance, score_cutoff=reach, limit=limit)
    hits = sorted(hits, key=lambda h: (h[1], -known[h[0]]))[:limit]
    return tuple(
        (entry, 1 - distance / len(key))
        for near, distance, _ in hits
        for entry in ranked(candidates((near,)).get(near, ()))[:1]
    )


@lru_cache(maxsize=4096)
def place(entry_id: str) -> PlaceEntry | None:
    """The place of an id: `country:CA`, `region:CA-QC`, `city:6077243`, `ar6:MED`."""
    row = added(entry_id) or next(iter(_rows((entry_id,))), None)
    return _entry(row) if row else None


def well_known(least: int) -> Iterable[tuple[str, str, str]]:
    """The id, English and French name of every place of at least this weight (1 to 14 million; 2000 gives the best known tenth)."""
    query = "SELECT ref, name_en, coalesce(name_fr, '') FROM place WHERE weight >= ? ORDER BY weight DESC, id"
    return [row for row in _database().execute(query, (least,)) if row[0] not in amendments().dropped]


def cities(least: int) -> Iterable[tuple[str, float, float, int]]:
    """The country, the latitude and longitude of the middle, and the people of every city of at least so many."""
    query = "SELECT country, (south + north) / 2000.0, (west + east) / 2000.0, population FROM place WHERE kind = 'city' AND population >= ?"
    return [(str(row[0]), *row[1:]) for row in _database().execute(query, (least,))]


def subdivision(country: str, code: str) -> PlaceEntry | None:
    """A state or province by its postal code: ("US", "TX")."""
    return place(f"region:{country}-{code}")


def inside(entry: PlaceEntry, container: PlaceEntry) -> bool:
    """True where a place lies in a country, a province or an area, by its codes where it has them, else by its middle."""
    if entry.id == container.id:
        return False
    if container.kind == "country":
        if entry.country:
            return entry.country == container.country
        return entry.kind not in ("continent", "ocean", "globe", "hemisphere") and container.bbox.contains(
            entry.longitude, entry.latitude
        )
    if container.kind == "region" and container.admin1 and entry.admin1:
        return entry.admin1 == container.admin1 or _grouped(entry, container)
    same = entry.country is None or container.country is None or entry.country == container.country
    smaller = entry.bbox.area_km2 <= container.bbox.area_km2
    return container.kind in _AREAS and same and smaller and container.bbox.contains(entry.longitude, entry.latitude)


def candidates(keys: Iterable[str]) -> dict[str, tuple[PlaceEntry, ...]]:
    """Key → the places that bear it, a water's words in either order or language; many keys are looked up at once."""
    wanted = list(dict.fromkeys(k for k in keys if k))
    found = _bearers(wanted)
    other = {key: ways for key in wanted if key not in found and (ways := (*turned(key), *otherwise(key)))}
    if other:
        more = _bearers([way for ways in other.values() for way in ways])
        for key, ways in other.items():
            bearers = (_bearing(key, way, more.get(way, ())) for way in ways)
            if first := next((entries for entries in bearers if entries), ()):
                found[key] = first
    return found


def _bearing(key: str, way: str, entries: tuple[PlaceEntry, ...]) -> tuple[PlaceEntry, ...]:
    """Who bears a name said another way; a town is not the park or the wood that its name ends in."""
    parted = not _TOWNS_APART.isdisjoint(key.split())
    return tuple(e for e in entries if e.kind != "city") if parted and key != way else entries


def _bearers(wanted: Sequence[str]) -> dict[str, tuple[PlaceEntry, ...]]:
    found: dict[str, list[PlaceEntry]] = {}
    mends = amendments()
    for start in range(0, len(wanted), 400):
        part = list(wanted[start : start + 400])
        part += [""] * (-len(part) % _BLOCK)  # few lengths are few statements to prepare
        marks = ",".join("?" * len(part))
        query = f"SELECT n.key, n.form, {_COLUMNS} FROM name n JOIN place p ON p.id = n.place JOIN source s ON s.id = p.source WHERE n.key IN ({marks})"
        for key, form, *row in _database().execute(query, part):
            if row[1] not in mends.dropped and (key, row[1]) not in mends.fewer:
                found.setdefault(key, []).append(_entry(row, form=form))
    for key in mends.more.keys() & wanted:
        if rows := _rows(mends.more[key]):
            found.setdefault(key, []).extend(map(_entry, rows))
    for key, lacking in named(wanted):
        found.setdefault(key, []).append(_entry(lacking))
    return {key: tuple(entries) for key, entries in found.items()}


def ranked(entries: Iterable[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    """Homonyms by probability; `prior` is each one's share, doubles of one place being dropped."""
    ordered = sorted(entries, key=lambda e: (-e.weight * _FORM[e.form], e.id))
    kept: list[PlaceEntry] = []
    for entry in ordered:
        if not any(_same(entry, other) for other in kept):
            kept.append(entry)
    total = sum(e.weight * _FORM[e.form] for e in kept) or 1.0
    shares = (round(e.weight * _FORM[e.form] / total, 4) for e in kept)
    return tuple(e if e.prior == share else replace(e, prior=share) for e, share in zip(kept, shares, strict=True))


def _same(entry: PlaceEntry, other: PlaceEntry) -> bool:
    """True for two records of one thing: the same kind, one's middle in the other."""
    if entry.kind == other.kind and entry.kind not in ("city", "country"):
        if entry.country and other.country and entry.country != other.country:
            return False
        return other.bbox.contains(entry.longitude, entry.latitude) or entry.bbox.contains(
            other.longitude, other.latitude
        )
    close = abs(entry.latitude - other.latitude) < 0.2 and abs(entry.longitude - other.longitude) < 0.2
    return entry.kind == other.kind == "city" and entry.country == other.country and close


def _grouped(entry: PlaceEntry, container: PlaceEntry) -> bool:
    """True for a place whose province lies in a group of provinces (Lyon in Auvergne-Rhône-Alpes)."""
    if entry.country in _UNGROUPED:
        return False
    smaller = entry.kind != "region" or 4 * entry.bbox.area_km2 < container.bbox.area_km2
    return (
        entry.country == container.country
        and smaller
        and entry.admin1 != container.admin1
        and container.bbox.contains(entry.longitude, entry.latitude)
    )


def _rows(refs: Sequence[str]) -> list[Sequence[object]]:
    """The gazetteer's rows of these ids that it holds."""
    numbers = ((ref, _numbers().get(ref)) for ref in refs)
    return [
        row
        for ref, number in numbers
        for row in _database().execute(_BY_REF if number is None else _BY_NUMBER, (number or ref,)).fetchmany(1)
    ]


@cache
def _numbers() -> dict[str, int]:
    """Where lands, ranges and waters stand in the file, which has no index of ids: a settlement is looked for when it is asked for."""
    query = "SELECT ref, id FROM place WHERE kind <> 'city' ORDER BY id DESC"
    return dict(_database().execute(query).fetchall())


def _entry(row: Sequence[object], *, form: int = 0) -> PlaceEntry:
    _, ref, kind, english, french, country, admin1, *edges, population, weight, geometry_id, source = row
    mends = amendments()
    box = mends.boxes.get(str(ref)) or BBox.of([_degrees(edge) for edge in edges])
    if kind == "city" and not mends.divisions.isdisjoint((str(admin1), str(country))):
        admin1 = None
    weight = mends.weights.get(str(ref), weight)
    longitude, latitude = box.center
    return PlaceEntry(
        id=str(ref), name_en=str(english), name_fr=str(french or english), source=str(source), kind=str(kind), bbox=box,
        country=str(country) if country else None, admin1=str(admin1) if admin1 else None, latitude=round(latitude, 4),
        longitude=round(longitude, 4), population=int(str(population or 0)), weight=float(str(weight)), form=form,
        geometry_id=str(geometry_id) if geometry_id else None,
    )  # fmt: skip


def _degrees(value: object) -> float:
    return int(str(value)) / 1000


@cache
def _database() -> sqlite3.Connection:
    path = tables.FOLDER / "gazetteer.sqlite"
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

"""The gazetteer: every place and every name of it in one SQLite file, ranked among its homonyms."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from connectors.extents import BBox
from connectors.vocabulary.phrase_index import ordinary
from connectors.vocabulary.toponym_keys import place_keys
from scripts.vocabulary.places import cities, nature, outlines
from scripts.vocabulary.places.drafts import Draft
from scripts.vocabulary.writing import TABLES, words

CURATED = Path(__file__).resolve().parents[1] / "curated"
_WATER = frozenset(("sea", "ocean", "lake", "river", "basin"))
_WELL_KNOWN = 100_000  # people of a province that is known by a name that is a word too
_BESIDE_KM = 111.0
PLAIN_WORDS = words("plain_names_of_provinces")
_CORRECTED = 3300  # weight of a city of 50,000: smaller places are not guessed from a slip
_SCHEMA = """
CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE place (
  id INTEGER PRIMARY KEY, ref TEXT NOT NULL, kind TEXT NOT NULL, name_en TEXT NOT NULL, name_fr TEXT, country TEXT, admin1 TEXT,
  west INTEGER, south INTEGER, east INTEGER, north INTEGER, population INTEGER, weight INTEGER NOT NULL, geometry_id TEXT, source INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE near (initial TEXT NOT NULL, length INTEGER NOT NULL, key TEXT NOT NULL, weight INTEGER NOT NULL,
  PRIMARY KEY (initial, length, key)) WITHOUT ROWID;
"""


def build(extracts: Path, packages: Path) -> None:
    """Write `tables/gazetteer.sqlite`."""
    settled = cities.all_cities()
    people = cities.population(settled)
    features = outlines._admin1(packages)
    divisions = cities.divisions(features)
    drafts = list(outlines.countries(packages, extracts, people))
    regions = list(outlines.provinces(packages, people, settled))
    drafts += regions
    drafts += outlines.counties(packages, {d.ref: d for d in regions})
    drafts += outlines.climate_regions(extracts, CURATED / "climate_regions.tsv")
    hand = _joined(nature.curated(CURATED / "places.tsv"), nature.further(CURATED / "features.tsv"))
    drafts += hand
    known = {key for draft in hand for text in draft.names for key in place_keys(text)}
    known |= {
        key
        for draft in drafts
        if draft.kind in ("country", "region")
        for text in draft.names
        for key in place_keys(text)
    }
    wide = [*hand, *(d for d in drafts if d.kind in ("country", "region"))]
    drafts += [d for d in nature.features(extracts) if not _covered(d, known, wide)]
    watered = {key for d in hand if d.kind == "basin" for text in d.names for key in place_keys(text)}
    drafts += nature.basins([d for d in drafts if d.kind == "river"], watered)
    _led_by_hand(drafts, hand)
    drafts += cities.settlements(packages, settled, divisions)
    _further_names(drafts)
    _yield_to_capitals(drafts)
    _yield_to_countries(drafts)
    _known_by_parks(drafts)
    write(drafts)


def _joined(first: Iterable[Draft], second: Iterable[Draft]) -> list[Draft]:
    """The places of both tables; one that both have keeps the first's box and the names of both."""
    kept = {draft.ref: draft for draft in first}
    for draft in second:
        known = kept.setdefault(draft.ref, draft)
        if known is not draft:
            known.add(*draft.names)
    return list(kept.values())


def _led_by_hand(drafts: list[Draft], hand: Iterable[Draft]) -> None:
    """A place written by hand comes before pieces of it that sources draw under the same name (the two provinces of the Canary Islands)."""
    pieces: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.kind in ("region", "island", "sea", "protected_area"):
            for text in {draft.name_en, draft.name_fr}:
                for key in place_keys(text):
                    pieces[key].append(draft)
    for draft in hand:
        if draft.kind not in ("island", "region", "sea", "protected_area"):
            continue
        own = BBox.of(draft.box)
        for text in {draft.name_en, draft.name_fr}:
            for other in pieces.get(place_keys(text)[0], ()):
                if other is not draft and own.contains(*other.middle):
                    draft.weight = max(draft.weight, other.weight * 1.05)


def _covered(draft: Draft, known: set[str], hand: Iterable[Draft]) -> bool:
    """True for a feature of Natural Earth that the curated table has under the same name and in the same place."""
    keys = {*place_keys(draft.name_en), *place_keys(draft.name_fr)}
    if not keys & known:
        return False
    for other in hand:
        if (draft.kind in _WATER) != (other.kind in _WATER):
            continue
        inside = BBox.of(other.box).buffered(_BESIDE_KM).contains(*draft.middle)
        if inside and keys & {key for text in other.names for key in place_keys(text)}:
            return True
    return False


def _further_names(drafts: list[Draft]) -> None:
    by_ref = {d.ref: d for d in drafts}
    towns: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.kind == "city":
            for text in draft.names:
                for key in place_keys(text):
                    towns[key, draft.country].append(draft)
    homonyms: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.kind == "city" and draft.population > 20_000:
            homonyms[place_keys(draft.name_en)[0]].append(draft)
    for line in (CURATED / "names.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "target")):
            continue
        target, aliases = line.split("\t")
        found = by_ref.get(target)
        if target.startswith("city:"):
            name, _, country = target.removeprefix("city:").rpartition(",")
            found = max(towns.get((place_keys(name)[0], country), []), key=lambda d: d.weight, default=None)
        if found is None:
            print(f"names.tsv: nothing is called {target!r}")
            continue
        _named_further(found, aliases, homonyms, town=target.startswith("city:"))


def _named_further(found: Draft, aliases: str, homonyms: Mapping[str, list[Draft]], *, town: bool) -> None:
    """Add the names of one line of `names.tsv` to its place."""
    for text in aliases.split("|"):
        if text.startswith("*"):
            found.weight *= float(text[1:])
            continue
        alias = text.removeprefix("=")
        bearers = homonyms.get(place_keys(alias)[0], ())
        other = any(d is not found and 10 * d.population > found.population for d in bearers)
        borrowed = town and other and place_keys(alias)[0] != place_keys(found.name_en)[0]
        short = len(alias.replace(".", "").replace("-", "")) < 4 and not town
        found.names[alias] = 0 if alias != text else 2 if short else 1 if borrowed else 0


def _yield_to_capitals(drafts: list[Draft]) -> None:
    """A province that bears the name of a city of its own in which a tenth of its people live comes after that city."""
    towns: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.kind == "city":
            for name, form in draft.names.items():
                if form == 0:
                    towns[place_keys(name)[0], draft.country].append(draft)
    for draft in drafts:
        if draft.kind != "region" or not draft.population:
            continue
        own = (t for n in draft.names for t in towns.get((place_keys(n)[0], draft.country), ()) if _lies_in(t, draft))
        people = max((town.population for town in own), default=0)
        if people > 0.1 * draft.population:
            draft.weight = min(draft.weight * 0.3, 0.8 * people**0.75)


def _yield_to_countries(drafts: list[Draft]) -> None:
    """No other name of a province is a country's own (the New Caledonia of old maps of British Columbia)."""
    countries = {place_keys(name)[0] for d in drafts if d.kind == "country" for name in (d.name_en, d.name_fr)}
    for draft in drafts:
        if draft.kind == "region":
            own = (draft.name_en, draft.name_fr)
            draft.names = {n: f for n, f in draft.names.items() if n in own or place_keys(n)[0] not in countries}


def _lies_in(draft: Draft, other: Draft) -> bool:
    west, south, east, north = other.box
    longitude, latitude = draft.middle
    return west <= longitude <= east and south <= latitude <= north


def _known_by_parks(drafts: list[Draft]) -> None:
    """A town that gives its name to a park around it is better known than its people tell: Banff, Jasper."""
    parks = {key: d for d in drafts if d.kind == "protected_area" for text in d.names for key in place_keys(text)}
    for draft in drafts:
        park = parks.get(f"{place_keys(draft.name_en)[0]} national park") if draft.kind == "city" else None
        if park is not None:
            west, south, east, north = park.box
            longitude, latitude = draft.middle
            if west - 0.5 <= longitude <= east + 0.5 and south - 0.5 <= latitude <= north + 0.5:
                draft.weight *= 3


def write(drafts: list[Draft]) -> None:
    """Rows in a fixed order, names deduplicated; the file is the same for the same drafts."""
    path = TABLES / "gazetteer.sqlite"
    path.unlink(missing_ok=True)
    ordinary_words = ordinary(None)
    sources = {text: number for number, text in enumerate(sorted({d.source for d in drafts}), 1)}
    with sqlite3.connect(path) as database:
        database.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + _SCHEMA)
        database.executemany("INSERT INTO source VALUES (?, ?)", [(n, t) for t, n in sources.items()])
        names: dict[tuple[str, int], int] = {}
        for number, draft in enumerate(drafts, 1):
            database.execute(f"INSERT INTO place VALUES ({','.join('?' * 15)})", _row(number, draft, sources))
            for text, form in draft.names.items():
                for key in place_keys(text):
                    if key in ordinary_words and not _told_from_the_word(key, draft):
                        continue
                    names[key, number] = min(form, names.get((key, number), form))
        database.executemany("INSERT INTO name VALUES (?, ?, ?)", [(k, n, f) for (k, n), f in sorted(names.items())])
        near: dict[str, int] = {}
        for (key, number), form in names.items():
            weight = round(drafts[number - 1].weight)
            if form == 0 and len(key) > 4 and weight >= _CORRECTED:
                near[key] = max(weight, near.get(key, 0))
        database.executemany(
            "INSERT INTO near VALUES (?, ?, ?, ?)", [(k[0], len(k), k, w) for k, w in sorted(near.items())]
        )
    with sqlite3.connect(path) as database:
        database.execute("VACUUM")
    print(f"gazetteer.sqlite: {len(drafts)} places, {len(names)} names, {path.stat().st_size / 1e6:.1f} MB")


def _told_from_the_word(key: str, draft: Draft) -> bool:
    """True unless only its full name tells a place from the word: "Central", "Nord", "Bay"; "Var" and "Pará" are told by their capital."""
    if draft.source in (nature.CURATED, nature.FURTHER) or draft.kind in ("city", "country"):
        return True
    return draft.kind == "region" and draft.population > _WELL_KNOWN and key not in PLAIN_WORDS


def _row(number: int, draft: Draft, sources: dict[str, int]) -> tuple[object, ...]:
    french = draft.name_fr if draft.name_fr != draft.name_en else None
    box = tuple(round(v * 1000) for v in draft.box)
    return (number, draft.ref, draft.kind, draft.name_en, french, draft.country or None, draft.admin1 or None, *box,
            draft.population or None, max(1, round(draft.weight)), draft.geometry_id or None, sources[draft.source])  # fmt: skip

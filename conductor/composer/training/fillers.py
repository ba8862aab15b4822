"""Fillers: names, numbers and dates drawn for the gaps of a wording, each with its slot and its vocabulary entry."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from random import Random
from typing import NamedTuple

from conductor.composer.training.wordings import Filler, Spanned, Words, draw, said
from connectors.vocabulary import collections, phenomena, processes, quantities, scenarios, statistics, tables

HELD_OUT = 10  # one wording of a quantity or a phenomenon in ten is never trained on, to measure the nearest entry by
_KINDS = {
    "city": 40, "region": 15, "country": 14, "river": 6, "lake": 5, "sea": 5, "basin": 3, "island": 4, "mountain_range": 3,
    "continent": 2, "ocean": 1, "climate_region": 1, "protected_area": 1,
}  # fmt: skip
_REGISTERS = {
    "reanalysis": ("reanalysis", "observations"),
    "eo": ("optical", "radar", "thermal", "atmosphere", "land_cover", "water", "lidar"),
}
_MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
}
_RELATIONS = {
    "en": ("near ", "around ", "within 20 km of ", "within 50 km of ", "the coast of ", "off ", "north of ", "south of ", "northern ", "southern ", "eastern ", "western ",
           "the western part of ", "upstream of ", "the area around ", "downtown ", "outside ", "the mouth of ", "central ", "just east of "),
    "fr": ("près de ", "autour de ", "à moins de 20 km de ", "dans un rayon de 50 km autour de ", "la côte de ", "au large de ", "au nord de ", "au sud de ", "le nord de ",
           "le sud de ", "l'est de ", "l'ouest de ", "la partie ouest de ", "en amont de ", "les environs de ", "le centre de ", "l'embouchure de ", "juste à l'est de "),
}  # fmt: skip
_EXTREMES = frozenset({"max", "min"})


class Piece(NamedTuple):
    """A stretch of a question; `entry` is the id of what its span names."""

    text: str
    slot: str | None = None
    entry: str | None = None


class Name(NamedTuple):
    """A wording of a vocabulary entry, with what it implies."""

    text: str
    entry: str
    implies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fillers:
    """Draws fillers of one language; equal seeds draw equal names."""

    language: str
    random: Random

    def fill(self, node: Words | Filler | Spanned) -> Iterable[Piece]:
        """The pieces of a node of a wording; raises KeyError where nothing is known under its name."""
        if isinstance(node, Words):
            return (Piece(node.text),)
        if isinstance(node, Spanned):
            inner = [piece for n in draw(node.nodes, self.random) for piece in self.fill(n)]
            return (
                Piece("".join(piece.text for piece in inner), node.slot, _entry_of(node.slot, inner, self.language)),
            )
        wordings = said(self.language).get(node.name)
        if wordings:
            return [piece for n in self.random.choice(wordings).draw(self.random) for piece in self.fill(n)]
        kind, _, which = node.name.partition(".")
        return _DRAWERS[kind](self, which)

    def named(self, slot: str, names: tuple[Name, ...]) -> tuple[Piece, ...]:
        """One of several names."""
        name = self.random.choice(names)
        return (Piece(name.text, slot, name.entry),)


def _entry_of(slot: str, inner: Iterable[Piece], language: str) -> str | None:
    """What a span said literally names, where the vocabulary knows its very words."""
    if slot not in ("quantity", "phenomenon"):
        return None
    text = "".join(piece.text for piece in inner).lower()
    return next(
        (
            n.entry
            for n in linkable(language)
            if n.text == text and n.entry.startswith("phenomenon:") == (slot == "phenomenon")
        ),
        None,
    )


@cache
def linkable(language: str) -> tuple[Name, ...]:
    """Every everyday wording of a quantity, an indicator, a spectral index or a phenomenon."""
    found = [
        Name(w.text, w.entry_id, frozenset(w.implies))
        for w in quantities.wordings()
        if w.form == "phrase" and w.language in (language, "*")
    ]
    found += [Name(w.text, f"phenomenon:{w.entry_id}") for w in phenomena.wordings() if w.language in (language, "*")]
    return tuple(dict.fromkeys(found))


def is_held_out(name: Name) -> bool:
    """Whether a wording is kept from training; entries keep at least the wordings whose digest spares them."""
    return blake2b(name.text.encode(), digest_size=4).digest()[0] % HELD_OUT == 0


@cache
def _taught(language: str, prefix: str, wants: str) -> tuple[Name, ...]:
    names = [n for n in linkable(language) if not is_held_out(n) and _kind(n.entry) == prefix]
    if prefix == "indicator":
        return tuple(n for n in names if ("threshold" in n.implies) == (wants == "threshold"))
    if prefix == "quantity":
        return tuple(n for n in names if bool(n.implies & _EXTREMES) == (wants == "extreme"))
    return tuple(names)


def _kind(entry: str) -> str:
    prefix, colon, _ = entry.partition(":")
    return prefix if colon and prefix != "cf" else "quantity"


def _quantity(fillers: Fillers, which: str) -> tuple[Piece, ...]:
    return fillers.named("quantity", _taught(fillers.language, "quantity", which))


def _extreme(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    return fillers.named("quantity", _taught(fillers.language, "quantity", "extreme"))


def _indicator(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    if fillers.random.random() < 0.3:
        (bound,) = fillers.fill(Filler(name="threshold"))
        return (*fillers.named("quantity", _taught(fillers.language, "indicator", "threshold")), Piece(" "), bound)
    return fillers.named("quantity", _taught(fillers.language, "indicator", ""))


def _phenomenon(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    return fillers.named("phenomenon", _taught(fillers.language, "phenomenon", ""))


def _index(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    name = fillers.random.choice(_taught(fillers.language, "index", ""))
    text = name.text.upper() if len(name.text) <= 5 and fillers.random.random() < 0.8 else name.text
    return (Piece(text, "quantity", name.entry),)


_VARIABLES = tables.listed(
    "tas|pr|tasmax|tasmin|tos|psl|uas|vas|sfcWind|hurs|huss|rsds|rlut|clt|snw|snd|mrso|mrro|siconc|sithick|zos|thetao|so|o2|ph|ta|ua|va|hus|zg|evspsbl|gpp|npp|lai|prsn|sos|mlotst|hfds|rsdt|ts|prw|cLand|fgco2"
)


def _variable(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    name = fillers.random.choice(_VARIABLES)
    return (Piece(name, "quantity", name if quantities.quantity(name) in _everyday() else None),)


@cache
def _everyday() -> frozenset[object]:
    return frozenset(quantities.quantity(row[0]) for row in tables.rows("quantities"))


def _place(fillers: Fillers, which: str) -> tuple[Piece, ...]:
    kind = fillers.random.choices(tuple(_KINDS), tuple(_KINDS.values()))[0] if which != "city" else "city"
    name = fillers.random.choices(*_places(kind, fillers.language))[0]
    if which != "city" and fillers.random.random() < 0.12:
        return (Piece(fillers.random.choice(_RELATIONS[fillers.language])), Piece(name, "place"))
    if kind == "city" and fillers.random.random() < 0.12:
        country = fillers.random.choices(*_places("country", fillers.language))[0]
        return (Piece(name, "place"), Piece(fillers.random.choice((", ", " ", " ("))), Piece(country, "place"))
    return (Piece(name, "place"),)


@cache
def _places(kind: str, language: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The names of a kind of place with how often each is drawn: the known more often, by the root of their weight."""
    order = "SELECT name_en, name_fr, weight FROM place WHERE kind = ? ORDER BY weight DESC, id LIMIT 6000"
    with sqlite3.connect(f"file:{tables.FOLDER / 'gazetteer.sqlite'}?mode=ro", uri=True) as database:
        rows = database.execute(order, (kind,)).fetchall()
    return tuple((row[1] if language == "fr" and row[1] else row[0]) for row in rows), tuple(
        row[2] ** 0.5 for row in rows
    )


def _year(fillers: Fillers, which: str) -> tuple[Piece, ...]:
    first, last = {"past": (1951, 2025), "future": (2027, 2100), "recent": (2014, 2026)}[which]
    year = fillers.random.randint(first, last)
    return (Piece(str(year if which != "future" or fillers.random.random() < 0.4 else round(year, -1))),)


def _years(fillers: Fillers, which: str) -> tuple[Piece, ...]:
    start = (
        fillers.random.choice((1951, 1961, 1971, 1981, 1991, 1980, 1995, 2001))
        if which == "past"
        else fillers.random.choice((2021, 2031, 2041, 2051, 2061, 2071, 2081))
    )
    end = start + fillers.random.choice((9, 19, 29) if start < 2081 else (19,))
    return (
        Piece(
            f"{start}{fillers.random.choice(('-', '-', '–', ' - ', '/', ' to ' if fillers.language == 'en' else ' à '))}{end}"
        ),
    )


def _decade(fillers: Fillers, which: str) -> tuple[Piece, ...]:
    decade = fillers.random.randrange(1950, 2021, 10) if which == "past" else fillers.random.randrange(2030, 2100, 10)
    return (Piece(f"{decade}{'s' if fillers.language == 'en' else ''}"),)


def _iso(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    r = fillers.random
    year, month, day = r.randint(2014, 2026), r.randint(1, 12), r.randint(1, 28)
    return (Piece(r.choice((f"{year}-{month:02}-{day:02}", f"{day:02}/{month:02}/{year}", f"{year}-{month:02}"))),)


def _latlon(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    r = fillers.random
    south, west = round(r.uniform(-60, 70), r.randint(0, 3)), round(r.uniform(-170, 170), r.randint(0, 3))
    forms = (f"{south}, {west}", f"{abs(south)}{'N' if south > 0 else 'S'} {abs(west)}{'E' if west > 0 else 'W'}",
             f"lat {south} lon {west}", f"[{west}, {south}, {west + 2:.1f}, {south + 2:.1f}]")  # fmt: skip
    return (Piece(r.choice(forms)),)


def _member(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    r = fillers.random
    return (Piece(f"r{r.randint(1, 9)}i1p1f{r.choice((1, 1, 2, 3))}", "facet"),)


def _scenario(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    if fillers.random.random() < 0.55:
        (name,) = fillers.named("scenario", _spelt())
        return (Piece(fillers.random.choice((name.text, name.text.upper(), name.text)), "scenario"),)
    return fillers.named("scenario", _experiments(fillers.language))[:1]


@cache
def _spelt() -> tuple[Name, ...]:
    forms = ("ssp{0}-{1}.{2}", "SSP{0}-{1}.{2}", "ssp{0}{1}{2}", "ssp {0}{1}{2}", "SSP{0} {1}.{2}", "ssp{0}-{1}{2}")
    pathways = [form.format(*digits) for form in forms for digits in ("585", "370", "245", "126", "119", "460", "434")]
    rcps = [
        form.format(*digits)
        for form in ("rcp{0}.{1}", "RCP{0}.{1}", "rcp{0}{1}", "rcp {0}.{1}")
        for digits in ("85", "45", "26", "60")
    ]
    return tuple(Name(text, text) for text in (*pathways, *pathways, *rcps))


@cache
def _experiments(language: str) -> tuple[Name, ...]:
    worded = [w for w in scenarios.wordings() if w.language in (language, "*")]
    return tuple(Name(w.text, w.entry_id) for w in worded)


def _worded(slot: str, names: Callable[[str], tuple[Name, ...]]) -> Callable[[Fillers, str], tuple[Piece, ...]]:
    return lambda fillers, _: tuple(Piece(p.text, slot) for p in fillers.named(slot, names(fillers.language)))


@cache
def _facet(facet: str) -> tuple[Name, ...]:
    return tuple(
        Name(row[1], row[1])
        for row in tables.rows("facets")
        if row[0] == facet and (facet != "source_id" or row[2] == "CMIP6")
    )


@cache
def _facet_words(facet: str, language: str) -> tuple[Name, ...]:
    cell = 4 if language == "en" else 5
    return tuple(
        Name(text, row[1])
        for row in tables.rows("facet_wordings")
        if row[0] == facet
        for text in tables.texts(row[cell])
    )


@cache
def _collections(register: str, language: str) -> tuple[Name, ...]:
    sensors = {row[0]: row[4] for row in tables.rows("collections")}
    return tuple(
        Name(w.text, w.entry_id) for w in collections.wordings()
        if w.language in (language, "*") and sensors.get(w.entry_id) in _REGISTERS[register]
    )  # fmt: skip


@cache
def _models(kinds: tuple[str, ...], language: str) -> tuple[Name, ...]:
    of_kind = {entry.id for entry in processes.models() if entry.kind in kinds}
    return tuple(
        Name(w.text, w.entry_id)
        for kind, w in processes.wordings()
        if kind == "model" and w.entry_id in of_kind and w.language in (language, "*")
    )


@cache
def _process_names(language: str) -> tuple[Name, ...]:
    bare = [Name(row[0], row[0]) for row in tables.rows("processes")]
    return (
        *bare,
        *(
            Name(w.text, w.entry_id)
            for kind, w in processes.wordings()
            if kind == "process" and w.language in (language, "*")
        ),
    )


@cache
def _statistic_names(language: str) -> tuple[Name, ...]:
    return tuple(
        Name(w.text, w.entry_id)
        for slot, w in statistics.wordings()
        if slot == "statistics" and w.language in (language, "*")
    )


def _collection(fillers: Fillers, which: str) -> tuple[Piece, ...]:
    name = fillers.random.choice(_collections(which, fillers.language))
    shown = fillers.random.choice(
        (name.text, name.text.title() if len(name.text) > 4 else name.text.upper(), name.entry)
    )
    return (Piece(shown, "collection"),)


def _gcm(fillers: Fillers, _: str) -> tuple[Piece, ...]:
    (piece,) = fillers.named("model", _facet("source_id"))
    loose = (
        piece.text.replace("-", fillers.random.choice(("-", "-", " ", "")))
        if fillers.random.random() < 0.4
        else piece.text
    )
    return (Piece(loose, "model"),)


_DRAWERS: dict[str, Callable[[Fillers, str], tuple[Piece, ...]]] = {
    "quantity": _quantity, "extreme": _extreme, "indicator": _indicator, "phenomenon": _phenomenon, "index": _index,
    "variable": _variable, "place": _place, "city": lambda f, _: _place(f, "city"), "year": _year, "years": _years, "decade": _decade,
    "iso": _iso, "latlon": _latlon, "member": _member, "scenario": _scenario, "collection": _collection, "gcm": _gcm,
    "reanalysis": lambda f, _: _collection(f, "reanalysis"),
    "experiment_past": _worded("scenario", lambda _: tuple(Name(n, n) for n in ("historical", "lgm", "midHolocene", "past1000", "piControl", "amip"))),
    "hydromodel": _worded("model", lambda language: _models(("hydrological", "hydraulic", "framework"), language)),
    "mlmodel": _worded("model", lambda language: _models(("ml",), language)),
    "process": _worded("process", _process_names), "statistic": _worded("statistic", _statistic_names),
    "frequency": _worded("facet", lambda language: _facet_words("frequency", language)),
    "institution": _worded("facet", lambda language: (*_facet("institution_id")[:60], *_facet_words("data_node", language))),
    "domain": _worded("facet", lambda language: (*_facet("domain_id")[:60], *_facet_words("domain_id", language))),
    "table": _worded("facet", lambda _: _facet("table_id")),
    "month": lambda f, _: (Piece(f.random.choice(_MONTHS[f.language].split("|"))),), "day": lambda f, _: (Piece(str(f.random.randint(1, 28))),),
    "percent": lambda f, _: (Piece(str(f.random.choice((1, 2, 5, 10, 15, 20, 25, 30, 40, 50)))),),
    "integer": lambda f, _: (Piece(str(f.random.choice((5, 10, 15, 20, 25, 30, 35, 38, 40, 42, 50, 60, 86, 90, 100, 124)))),),
    "tile": lambda f, _: (Piece(f"{f.random.randint(10, 60)}{f.random.choice('STUVW')}{f.random.choice('ABCDEFGHJK')}{f.random.choice('ABCDEFGHJK')}"),),
}  # fmt: skip

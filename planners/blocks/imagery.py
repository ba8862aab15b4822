"""Evidence from imagery: the scenes of a place, the share of a land-cover class, the share of cloud."""

from __future__ import annotations

from typing import Any

from planners.blocks.answers import respond
from planners.blocks.sketch import Sketch
from planners.blocks.when import dated, pair, period_document
from planners.blocks.where import box_of, place_caveats, place_document
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place
from planners.plan import Ref

LAND_COVER = "modis-12c1"  # MCD12C1, the land-cover product on hand
CLOUD_DETECTOR = "s2cloudless"
DETECTOR_LEVEL = "sentinel-2-l1c"  # s2cloudless reads top-of-atmosphere reflectance
SIBLINGS = {"sentinel-2-l2a": ("sentinel-2-l1c",), "landsat-c2-l2": ("landsat-c2-l1",),
            "sentinel-1-grd": ("sentinel-1-rtc",)}  # fmt: skip
LANDSAT = "landsat-sr"  # the series of surface reflectance on hand
_SERIES = {  # what is asked for → the collections to try in turn, each alone: both dates must come of one instrument
    "landsat-c2-l2": ("landsat-c2-l2", LANDSAT),
    "landsat-c2-l1": ("landsat-c2-l2", LANDSAT),
    "sentinel-2-l1c": ("sentinel-2-l2a", "sentinel-2-l1c"),
    "sentinel-2-l2a": ("sentinel-2-l2a", "sentinel-2-l1c"),
}
_ANY = (LANDSAT, "sentinel-2-l2a", "landsat-c2-l2")
_BANDS_OF_SR = frozenset(
    {"NDVI", "NDMI", "NDBI", "SAVI", "EVI2", "OSAVI", "MSAVI", "DVI"}
)  # red, nir and swir16 suffice

# IGBP classes of MCD12 (User Guide to Collection 6, table 3), by the words of questions.
_IGBP: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...] = (
    ("cropland", (12,), ("crop", "cropland", "farmland", "agricultur", "culture", "cultiv", "agricole")),
    ("forest", (1, 2, 3, 4, 5), ("forest", "forêt", "foret", "boisé")),
    ("urban", (13,), ("urban", "built", "urbain", "bâti")),
    ("grassland", (10,), ("grassland", "prairie", "pasture", "pâturage")),
    ("wetland", (11,), ("wetland", "milieux humides", "zone humide", "marais")),
    ("shrubland", (6, 7), ("shrub", "arbust")),
    ("savanna", (8, 9), ("savanna", "savane")),
    ("snow and ice", (15,), ("permanent snow", "glacier", "neige permanente")),
    ("barren", (16,), ("barren", "desert", "bare", "désert", "sol nu")),
    ("water", (17,), ("open water", "water bod", "plan d'eau", "plans d'eau")),
)
_PHENOMENON_CLASS = {"crop": "cropland", "urban": "urban", "wetland": "wetland", "glacier": "snow and ice"}


def class_asked(intent: Intent) -> tuple[str, tuple[int, ...]] | None:
    """The land-cover class whose extent is asked, with its IGBP numbers; None where none is."""
    words = " ".join([q.name for q in intent.quantities if not q.variable_id]).lower()
    names = {_PHENOMENON_CLASS[p] for p in intent.phenomena if p in _PHENOMENON_CLASS}
    for name, numbers, stems in _IGBP:
        if name in names or any(stem in words for stem in stems):
            return name, numbers
    return None


def asks_clouds(intent: Intent) -> bool:
    """True where the cloud of a scene is what is asked for."""
    named = any(
        q.variable_id == "clt" or "cloud" in q.name.lower() or "nuag" in q.name.lower() for q in intent.quantities
    )
    return "cloud" in intent.phenomena or (named and bool(intent.collections))


def series_showing(intent: Intent, index: str) -> tuple[str, ...]:
    """The collections to try in turn for an index: those asked for and their kin, else all on hand that have its bands."""
    asked = [c for name in intent.collections for c in _SERIES.get(name, (name,))] or list(_ANY)
    return tuple(dict.fromkeys(c for c in asked if c != LANDSAT or index in _BANDS_OF_SR))


def search_scenes(
    sketch: Sketch, *, collections: list[str], place: Place, period: Period | None, filters: dict[str, Any], limit: int
) -> str:
    """Search EO catalogues for one place and period; gives the step."""
    return sketch.add("search", "eo", "search", family="eo", collections=collections, bbox=box_of(place),
                      interval=pair(period), filters=filters, limit=limit)  # fmt: skip


def respond_class_share(sketch: Sketch, intent: Intent, place: Place) -> None:
    """The share of a place's area under the class asked for, from the land cover of the year."""
    asked = class_asked(intent)
    if asked is None:
        raise NoPlan("no land-cover class is named; name one, for instance cropland or forest", missing="quantities")
    name, numbers = asked
    period = next(iter(dated(intent)), None)
    found = search_scenes(sketch, collections=[LAND_COVER], place=place, period=period, filters={}, limit=10)
    loaded = sketch.add("load", "files", "load", items=Ref(from_step=found), bbox=box_of(place),
                        intervals=[pair(period)] if period else [], choice=0)  # fmt: skip
    share = sketch.process("class_area", output="value", data=Ref(from_step=loaded), place=place_document(place),
                           classes=list(numbers), scheme="igbp")  # fmt: skip
    respond(sketch, intent, kind="value", role="share", value=share, table=Ref(from_step=share.from_step, output="table"),
            items=Ref(from_step=found), quantity={"name": name, "standard_name": "area_fraction", "variable_id": None},
            place=place_document(place), period=period_document(period), caveats=place_caveats(place),
            conditions={"land_cover": name, "scheme": "IGBP"})  # fmt: skip


def respond_index(sketch: Sketch, intent: Intent, place: Place, index: str) -> None:
    """The mean of a spectral index over a place, in the clearest scene of each collection that shows it."""
    if place.kind == "globe":
        raise NoPlan(f"{index} is read scene by scene; name a place", missing="places")
    period = next(iter(dated(intent)), None)
    for collection in series_showing(intent, index):
        found = Ref(from_step=search_scenes(sketch, collections=[collection], place=place, period=period,
                                            filters=dict(intent.filters), limit=100))  # fmt: skip
        loaded = sketch.add("load", "files", "load", items=found, bbox=box_of(place),
                            intervals=[pair(period)] if period else [], choice=0)  # fmt: skip
        level = sketch.add("process", "local-processes", "spectral_index", data=Ref(from_step=loaded), index=index,
                           place=place_document(place))  # fmt: skip
        respond(sketch, intent, kind="value", role="index_level", value=Ref(from_step=level, output="value"),
                grid=Ref(from_step=level, output="grid"), items=found, place=place_document(place),
                quantity={"name": index, "standard_name": None, "variable_id": None}, period=period_document(period),
                caveats=place_caveats(place), conditions={"spectral_index": index})  # fmt: skip


def respond_cloud_share(sketch: Sketch, intent: Intent, place: Place) -> None:
    """The share of cloud in the Sentinel-2 scene of a place and day, by the detector."""
    period = next(iter(dated(intent)), None)
    if place.kind == "globe":
        raise NoPlan("cloud is measured scene by scene; name a place", missing="places")
    found = search_scenes(
        sketch,
        collections=[DETECTOR_LEVEL],
        place=place,
        period=period,
        filters={"limit": 1} if period is None else {},
        limit=10,
    )
    loaded = sketch.add("load", "files", "load", items=Ref(from_step=found), bbox=box_of(place),
                        intervals=[pair(period)] if period else [], choice=0)  # fmt: skip
    cloud = Ref(
        from_step=sketch.add("infer", "local-models", CLOUD_DETECTOR, data=Ref(from_step=loaded)), output="value"
    )
    respond(sketch, intent, kind="value", role="cloud", value=cloud, items=Ref(from_step=found),
            quantity={"name": "cloud cover", "standard_name": "cloud_area_fraction", "variable_id": None},
            place=place_document(place), period=period_document(period), caveats=place_caveats(place),
            conditions={"model": CLOUD_DETECTOR})  # fmt: skip

"""class_area: how much of a place each class of a land-cover raster takes."""

from __future__ import annotations

from math import sqrt

import numpy as np

from connectors.compute import rasters, statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed
from connectors.compute.inputs import PlaceInput, RasterInput
from connectors.compute.landcover import SCHEMES, Scheme
from connectors.compute.regions import LEAST_COVERAGE, WHOLE, Region
from connectors.errors import Refused
from connectors.items import Caveat, Table, Value


def class_area(data: rasters.Raster, *, place: Region, classes: tuple[int, ...], scheme: Scheme = "igbp") -> Computed:
    """Per cent of the place's classified area that these classes take, cells on the border counting in part."""
    legend = SCHEMES[scheme]
    if unknown := [number for number in classes if number not in legend]:
        raise Refused(f"scheme {scheme!r} has no class {unknown}; it has {min(legend)}…{max(legend)}")
    classes = tuple(dict.fromkeys(n for c in classes for n in (c, legend[c].same_as) if n is not None))
    window = rasters.read_window(data, place)
    numbers, inverse = np.unique(window.classes.values, return_inverse=True)
    sums = np.bincount(inverse.ravel(), weights=window.km2.values.ravel(), minlength=len(numbers))
    areas = {int(n): float(km2) for n, km2 in zip(numbers, sums, strict=True) if n >= 0 and km2 > 0}
    total = sum(areas.values())
    covered = total / place.area_km2
    if covered < LEAST_COVERAGE:
        raise Refused(f"{data.path.name!r} classifies {covered:.0%} of {place.name or place.kind!r}")
    chosen = sum(areas.get(number, 0.0) for number in classes)
    details = {
        "area_km2": statistics.number(chosen),
        "classified_km2": statistics.number(total),
        "classes": {str(n): legend[n].name for n in classes},
        "coverage": round(min(1.0, covered), 4),
        "spatial_coverage": round(min(1.0, covered), 4),
        "cell_km": window.cell_km,
        "place_km": round(sqrt(place.area_km2), 1),
    }
    value = Value(value=100.0 * chosen / total, units="%", n=1, details=details)
    rows = tuple(
        (
            n,
            legend[n].name if n in legend else "",
            statistics.number(round(km2, 1)),
            statistics.number(round(100 * km2 / total, 3)),
        )
        for n, km2 in sorted(areas.items(), key=lambda pair: -pair[1])
    )
    table = Table(columns=("class", "name", "area [km2]", "share [%]"), rows=rows, title=f"{scheme.upper()} classes")
    return Computed(
        outputs={"value": value, "table": table}, caveats=_said(areas, window, place, classes=classes, scheme=scheme)
    )


def _said(
    areas: dict[int, float], window: rasters.Window, place: Region, *, classes: tuple[int, ...], scheme: Scheme
) -> tuple[Caveat, ...]:
    """That a cell counts wholly as its majority class; mosaics that hold some of what was asked for; what is not covered."""
    total = sum(areas.values())
    caveats = [Caveat(code="majority_class", parameters={"cell_km": window.cell_km})]
    for number, entry in SCHEMES[scheme].items():
        if entry.mixed_with in classes and number not in classes and areas.get(number):
            share = round(100 * areas[number] / total, 2)
            parameters = {"class": number, "name": entry.name, "name_fr": entry.name_fr, "share": share}
            caveats.append(Caveat(code="mosaic_class", parameters=parameters))
    if total / place.area_km2 < WHOLE:
        caveats.append(Caveat(code="partial_coverage", parameters={"fraction": round(total / place.area_km2, 3)}))
    if place.approximate:
        caveats.append(Caveat(code="approximate_place", parameters={"place": place.name}))
    return tuple(caveats)


DESCRIPTION = Description(
    id="class_area",
    title="Area of land-cover classes",
    title_fr="Superficie de classes d'occupation du sol",
    description=(
        "The share of a place's classified area that the chosen classes take, with the area of every class. Classes of the "
        "IGBP legend: croplands are 12; mosaics of cropland and natural vegetation (14) are said beside, not counted."
    ),
    description_fr=(
        "La part de la superficie classée d'un lieu qu'occupent les classes choisies, avec la superficie de toutes. Légende "
        "IGBP : terres cultivées 12 ; les mosaïques de cultures et de végétation naturelle (14) sont dites à part."
    ),
    inputs={
        "data": Input(type=RasterInput, title="Raster of classes", title_fr="Raster de classes"),
        "place": Input(type=PlaceInput, title="Place", title_fr="Lieu"),
        "classes": Input(type=tuple[int, ...], title="Classes", title_fr="Classes"),
        "scheme": Input(type=Scheme, title="Legend", title_fr="Légende", default="igbp"),
    },
    outputs={
        "value": Output(kind="value", title="Share, %", title_fr="Part, %"),
        "table": Output(kind="table", title="All classes", title_fr="Toutes les classes"),
    },
    run=class_area,
    keywords=("land cover",),
)

"""change_map: where an image or a map of classes changed between two dates, and how much of the area that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import cutting, geographic, images, regridding, spectral, statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, PlaceInput
from connectors.compute.regions import Region
from connectors.errors import Refused
from connectors.items import JSON, Caveat, Table, Value

if TYPE_CHECKING:
    import xarray as xr


def change_map(
    data: Field, *, other: Field, index: str = "NDVI", threshold: float | None = None, place: Region | None = None,
    clear: bool = True,
) -> Computed:  # fmt: skip
    """`other` minus `data` by pixel: gain or loss beyond the threshold (Otsu's where none is given); classes by transition."""
    before, after = images.of(data), images.of(other)
    moved = not regridding.alike(before, after)
    first = _quantity(before, index, clear=clear)
    second = _quantity(after, index, clear=clear)
    if moved:
        second = regridding.onto_image(second, first, method="bilinear" if index else "nearest")
    inside = np.ones((first.sizes["y"], first.sizes["x"]), bool)
    if place is not None and not place.is_globe:
        inside = np.asarray(cutting.inside(first, place).values)
    compared = np.isfinite(first.values) & np.isfinite(second.values) & inside
    if not compared.any():
        raise Refused("no pixel is clear at both dates here; take other dates")
    area = np.asarray(images.pixel_km2(first).values)
    scene = _Compared(first=first, second=second, where=compared, inside=inside, km2=area)
    caveats = _said(scene, moved=moved)
    found = _differences(scene, data, index, threshold) if index else _transitions(scene, data)
    image = replace(found.cube, derived_from=tuple(dict.fromkeys((*data.derived_from, *other.derived_from))))
    grid = geographic.cells(image.one().isel(bands=0, drop=True), title=index)
    return Computed(outputs={**found.outputs, "cube": image, "grid": grid}, caveats=(*caveats, *found.caveats))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """Two images on the same pixels, those that are compared, those asked for, and each one's area."""

    first: xr.DataArray
    second: xr.DataArray
    where: np.ndarray
    inside: np.ndarray
    km2: np.ndarray

    @property
    def coverage(self) -> float:
        return round(float(self.km2[self.where].sum() / self.km2[self.inside].sum()), 4)

    def area(self, chosen: np.ndarray) -> float:
        return float(self.km2[chosen & self.where].sum())


def _quantity(array: xr.DataArray, index: str, *, clear: bool) -> xr.DataArray:
    """What is compared: an index of the bands, or the only band; clouded pixels without a value."""
    seen = spectral.clear(array) if clear else None
    if index:
        values = spectral.index(array, index)
    else:
        plain = spectral.without_masks(array) if "bands" in array.dims else array
        if "bands" in plain.dims:
            if plain.sizes["bands"] != 1:
                raise Refused("a map of classes has one band; name an index to compare images")
            plain = plain.isel(bands=0, drop=True)
        values = plain
    values = values if seen is None else values.where(seen)
    return values.transpose("y", "x").assign_attrs(spectral.kept(array))


def otsu(values: np.ndarray) -> float:
    """The threshold that best parts values into two classes (Otsu 1979), over 256 bins."""
    counts, edges = np.histogram(values, bins=256)
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    mass = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (mass / below - (mass[-1] - mass) / above) ** 2
    return float(edges[int(np.nanargmax(np.where(np.isfinite(between), between, -1.0))) + 1])


def _differences(scene: _Compared, data: Field, index: str, threshold: float | None) -> Computed:
    difference = np.where(scene.where, scene.second.values - scene.first.values, np.nan)
    sizes = np.abs(difference[scene.where])
    used = otsu(sizes) if threshold is None else abs(threshold)
    gain, loss = difference > used, difference < -used
    total = scene.area(scene.where)
    gained, lost = scene.area(gain), scene.area(loss)
    details: dict[str, JSON] = {
        "area_km2": statistics.number(gained + lost), "gain_km2": statistics.number(gained), "loss_km2": statistics.number(lost),
        "compared_km2": statistics.number(total), "threshold": statistics.number(used), "method": "Otsu" if threshold is None else "given",
        "mean_difference": statistics.number(float(np.nanmean(difference))), "spectral_index": index, "coverage": scene.coverage,
        "cell_km": images.kilometres(scene.first),
    }  # fmt: skip
    value = Value(value=100.0 * (gained + lost) / total, units="%", n=1, details=details)
    kinds = (("gain", gained), ("loss", lost), ("unchanged", total - gained - lost))
    rows = [
        (name, statistics.number(round(km2, 6)), statistics.number(round(100 * km2 / total, 3))) for name, km2 in kinds
    ]
    missed = float(scene.km2[scene.inside].sum()) - total
    rows.append(("not compared", statistics.number(round(missed, 6)), None))
    table = Table(columns=("change", "area [km2]", "share [%]"), rows=tuple(rows), title=f"Change of {index}")
    signs = np.where(scene.where, gain.astype(float) - loss.astype(float), np.nan)
    caveat = Caveat(code="threshold_limits", parameters={"threshold": round(used, 4), "index": index})
    return Computed(
        outputs={"value": value, "table": table, "cube": _image(scene, data, difference, signs)}, caveats=(caveat,)
    )


def _transitions(scene: _Compared, data: Field) -> Computed:
    """Which class became which."""
    before, after = scene.first.values[scene.where].astype(int), scene.second.values[scene.where].astype(int)
    km2 = scene.km2[scene.where]
    total = float(km2.sum())
    pairs, place = np.unique(np.column_stack((before, after)), axis=0, return_inverse=True)
    areas = np.bincount(place.ravel(), weights=km2)
    changed = float(km2[before != after].sum())
    details: dict[str, JSON] = {
        "area_km2": statistics.number(changed), "compared_km2": statistics.number(total), "coverage": scene.coverage,
        "cell_km": images.kilometres(scene.first), "method": "classes",
    }  # fmt: skip
    value = Value(value=100.0 * changed / total, units="%", n=1, details=details)
    rows = tuple(
        (
            int(a),
            int(b),
            statistics.number(round(float(size), 6)),
            statistics.number(round(100 * float(size) / total, 3)),
        )
        for (a, b), size in sorted(zip(pairs.tolist(), areas, strict=True), key=lambda row: -row[1])
    )
    table = Table(columns=("from", "to", "area [km2]", "share [%]"), rows=rows, title="Transitions between classes")
    signs = np.where(scene.where, (scene.first.values != scene.second.values).astype(float), np.nan)
    difference = np.where(scene.where, scene.second.values - scene.first.values, np.nan)
    return Computed(outputs={"value": value, "table": table, "cube": _image(scene, data, difference, signs)})


def _image(scene: _Compared, data: Field, difference: np.ndarray, signs: np.ndarray) -> Field:
    import xarray as xr

    coords = {"bands": np.array(["difference", "change"], object), "y": scene.first["y"], "x": scene.first["x"]}
    attrs = scene.first.attrs | {"units": "1", "frequency": "fx"}
    array = xr.DataArray(
        np.stack((difference, signs)), dims=("bands", "y", "x"), coords=coords, attrs=attrs, name="change"
    )
    return data.mapped(lambda _: array, variable_id=None)


def _said(scene: _Compared, *, moved: bool) -> tuple[Caveat, ...]:
    caveats = []
    if scene.coverage < 0.99:
        caveats.append(Caveat(code="clouds_left_out", parameters={"fraction": round(1 - scene.coverage, 3)}))
    if moved:
        width = images.kilometres(scene.first)
        caveats.append(Caveat(code="regridded", parameters={"grids": 2, "cell_km": width}))
    return tuple(caveats)


DESCRIPTION = Description(
    id="change_map",
    title="Change between two dates",
    title_fr="Changement entre deux dates",
    description=(
        "The difference of a spectral index between two images, with gain and loss beyond a threshold (Otsu's where none is "
        "given), or, without an index, the transitions between the classes of two maps."
    ),
    description_fr=(
        "La différence d'un indice spectral entre deux images, gain et perte au-delà d'un seuil (d'Otsu si aucun n'est donné), "
        "ou, sans indice, les transitions entre classes de deux cartes."
    ),
    inputs={
        "data": Input(type=CubeInput, title="Image before", title_fr="Image avant"),
        "other": Input(type=CubeInput, title="Image after", title_fr="Image après"),
        "index": Input(
            type=str,
            title="Spectral index; empty: classes",
            title_fr="Indice spectral ; vide : classes",
            default="NDVI",
        ),
        "threshold": Input(type=float, title="Threshold", title_fr="Seuil", default=None),
        "place": Input(type=PlaceInput, title="Place", title_fr="Lieu", default=None),
        "clear": Input(type=bool, title="Leave out clouds", title_fr="Écarter les nuages", default=True),
    },
    outputs={
        "value": Output(kind="value", title="Share changed, %", title_fr="Part changée, %"),
        "table": Output(kind="table", title="Areas", title_fr="Superficies"),
        "cube": Output(kind="cube", title="Difference and change", title_fr="Différence et changement"),
        "grid": Output(kind="table", title="Difference on a small grid", title_fr="Différence sur une petite grille"),
    },
    run=change_map,
    keywords=("imagery", "change"),
)

"""Land-cover schemes: the classes of a raster by number, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Scheme = Literal["igbp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LandClass:
    """One class; `mixed_with` is the pure class that a mosaic holds part of, `same_as` its other number."""

    name: str
    name_fr: str
    mixed_with: int | None = None
    same_as: int | None = None


# International Geosphere–Biosphere Programme legend, as MCD12C1 v006 numbers it (User Guide, Sulla-Menashe and Friedl 2018);
# water is 0 there and 17 in MCD12Q1.
IGBP: Mapping[int, LandClass] = {
    0: LandClass(name="water bodies", name_fr="plans d'eau", same_as=17),
    1: LandClass(name="evergreen needleleaf forests", name_fr="forêts de conifères sempervirentes"),
    2: LandClass(name="evergreen broadleaf forests", name_fr="forêts de feuillus sempervirentes"),
    3: LandClass(name="deciduous needleleaf forests", name_fr="forêts de conifères caducifoliées"),
    4: LandClass(name="deciduous broadleaf forests", name_fr="forêts de feuillus caducifoliées"),
    5: LandClass(name="mixed forests", name_fr="forêts mixtes"),
    6: LandClass(name="closed shrublands", name_fr="broussailles denses"),
    7: LandClass(name="open shrublands", name_fr="broussailles claires"),
    8: LandClass(name="woody savannas", name_fr="savanes boisées"),
    9: LandClass(name="savannas", name_fr="savanes"),
    10: LandClass(name="grasslands", name_fr="prairies"),
    11: LandClass(name="permanent wetlands", name_fr="zones humides permanentes"),
    12: LandClass(name="croplands", name_fr="terres cultivées"),
    13: LandClass(name="urban and built-up lands", name_fr="zones urbaines et bâties"),
    14: LandClass(
        name="cropland/natural vegetation mosaics",
        name_fr="mosaïques de cultures et de végétation naturelle",
        mixed_with=12,
    ),
    15: LandClass(name="permanent snow and ice", name_fr="neiges et glaces permanentes"),
    16: LandClass(name="barren", name_fr="sols nus"),
    17: LandClass(name="water bodies", name_fr="plans d'eau", same_as=0),
}
SCHEMES: Mapping[str, Mapping[int, LandClass]] = {"igbp": IGBP}

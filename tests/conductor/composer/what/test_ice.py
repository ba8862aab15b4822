"""Sea ice has an extent of its own; the ice of a lake is none of the sea's."""

from __future__ import annotations

import pytest

from conductor.composer.what.ice import of_lakes, sized
from planners.intent import Quantity, Threshold

_ICE = Quantity(name="banquise", standard_name="sea_ice_area_fraction", variable_id="siconc")


@pytest.mark.parametrize(
    ("said", "statistics", "measured"),
    [
        ("sea ice", ("extent",), "sea_ice_extent"),
        ("glace de mer", ("area", "mean"), "sea_ice_area"),
        ("sea ice", ("mean",), "siconc"),
        ("sea ice concentration", ("extent",), "siconc"),
    ],
)
def test_the_size_of_sea_ice_is_an_indicator(said: str, statistics: tuple[str, ...], measured: str) -> None:
    (found,) = sized([Quantity(name=said, standard_name=_ICE.standard_name, variable_id="siconc")], statistics)

    assert (found.indicator or found.variable_id) == measured


def test_a_lake_has_no_sea_ice_but_what_is_bounded() -> None:
    thick = Quantity(
        name="ice", standard_name="sea_ice_thickness", variable_id="sithick", threshold=Threshold(op=">", value=30, units="cm")
    )  # fmt: skip
    frozen = Quantity(name="gelé", standard_name=None, variable_id=None, indicator="frost_days")
    covered = Quantity(name="ice-covered area", standard_name=None, variable_id=None, indicator="sea_ice_area")

    assert of_lakes([_ICE, thick, frozen, covered], ("lake_ice",)) == (thick,)
    assert of_lakes([_ICE, frozen], ("sea_ice",)) == (_ICE, frozen)

"""The closed list of phenomena."""

from __future__ import annotations

from connectors.vocabulary.phenomena import phenomena, phenomenon

CONTRACT = (
    "flood wildfire smoke burn_scar drought heatwave coldwave storm tropical_cyclone dust landslide earthquake_damage deforestation land_cover "
    "vegetation cloud fog snow sea_ice lake_ice iceberg ice_sheet glacier water surface_water urban crop oil_spill ship vehicle building "
    "volcanic_ash lava algal_bloom air_pollution erosion permafrost coral wetland methane_plume"
)


def test_the_list_is_the_contract_s() -> None:
    assert [p.id for p in phenomena()] == CONTRACT.split()


def test_a_phenomenon_has_words_in_both_languages() -> None:
    found = phenomenon("flood")

    assert found is not None
    assert {"flooding", "inondation"} <= set(found.aliases)

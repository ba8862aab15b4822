"""Product names read back, on real ids of the catalogues."""

from __future__ import annotations

import pytest

from connectors.eo.product_id import product, read_name
from connectors.items import Item


@pytest.mark.parametrize(
    ("name", "platform", "level", "cell", "day"),
    [
        (
            "S2B_MSIL2A_20240419T095549_R122_T47XML_20240419T123458",
            "sentinel-2b", "l2a", "47XML", "2024-04-19",
        ),
        (
            "S2B_MSIL1C_20240206T131259_N0510_R081_T27VWK_20240206T133903.SAFE",
            "sentinel-2b", "l1c", "27VWK", "2024-02-06",
        ),
        ("S2B_27VWK_20240206_0_L1C", "sentinel-2b", "l1c", "27VWK", "2024-02-06"),
        ("S2B_T20EPT_20250731T131905_L2A", "sentinel-2b", "l2a", "20EPT", "2025-07-31"),
        ("S2A_1CCV_20200714_0_L2A", "sentinel-2a", "l2a", "01CCV", "2020-07-14"),
        ("LC09_L2SP_089090_20240417_02_T1", "landsat-9", "c2-l2", "089090", "2024-04-17"),
        ("LC08_L2SP_028030_20200114_20200824_02_T1_SR", "landsat-8", "c2-l2", "028030", "2020-01-14"),
        ("LE70350322008118EDC00", "landsat-7", "scene", "035032", "2008-04-27"),
        ("MOD13Q1.A2025049.h35v10.061.2025070114834", "terra", "13q1-061", "h35v10", "2025-02-18"),
        ("MCD12C1.A2019001.006.2020220162300", "terra+aqua", "12c1-006", "globe", "2019-01-01"),
        ("HLS.S30.T33UUU.2024110T101559.v2.0", "sentinel-2", "hls-s30", "33UUU", "2024-04-19"),
    ],
)  # fmt: skip
def test_a_product_name_tells_its_acquisition(name: str, platform: str, level: str, cell: str, day: str) -> None:
    known = read_name(name)

    assert known is not None
    assert (known.platform, known.level, known.cell, known.day) == (platform, level, cell, day)


def test_a_radar_name_tells_mode_and_polarizations() -> None:
    known = read_name("S1A_IW_GRDH_1SDV_20240419T045904_20240419T045916_053498_067DF2_rtc")

    assert known is not None
    assert (known.platform, known.level, known.instrument_mode) == ("sentinel-1a", "grdh-rtc", "IW")
    assert known.polarizations == ("VV", "VH")


@pytest.mark.parametrize("name", ["", "S2", "Copernicus_DSM_COG_10_S90_00_W180_00_DEM", "LANDSAT", "mobi"])
def test_other_names_say_nothing(name: str) -> None:
    assert read_name(name) is None


def test_an_orbit_is_taken_from_the_full_name_beside_a_tile_id() -> None:
    item = Item(
        id="S2B_27VWK_20240206_0_L1C",
        collection="sentinel-2-l1c",
        properties={"s2:product_uri": "S2B_MSIL1C_20240206T131259_N0510_R081_T27VWK_20240206T133903.SAFE"},
    )

    known = product(item)

    assert known is not None
    assert known.relative_orbit == 81


def test_a_scene_id_beside_a_collection_2_id_does_not_hide_it() -> None:
    item = Item(
        id="LC08_L2SP_033032_20231024_02_T1",
        collection="landsat-c2-l2",
        properties={"landsat:scene_id": "LC80330322023297LGN00"},
    )

    known = product(item)

    assert known is not None
    assert known.level == "c2-l2"

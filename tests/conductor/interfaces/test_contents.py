"""What a record says of its files, in a few words."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.interfaces.contents import amount, contents
from connectors.items import Asset, Item, Location


def asset(key: str, **parts: Any) -> Asset:
    return Asset(key=key, locations=(Location(href=f"https://d.example/{key}"),), **parts)


BAND = "image/tiff; application=geotiff; profile=cloud-optimized"


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Item(id="a", collection="c"), ""),
        (Item(id="a", collection="c", properties={"number_of_files": 65, "size": 2_058_875}), "65 files, 2.06 MB"),
        (
            Item(id="a", collection="c", assets=(asset("b4", type=BAND, roles=("data",), size=900), asset("thumb"))),
            "1 file (GeoTIFF), 900 B",
        ),
        (
            Item(
                id="a", collection="c", assets=(asset("x", type="application/x-netcdf"), asset("y", type="image/jp2"))
            ),
            "2 files (NetCDF, JPEG 2000)",
        ),
        (Item(id="a", collection="c", assets=(asset("x", type="application/x-grib2"),)), "1 file (grib2)"),
    ],
)
def test_files_are_counted_named_and_weighed(item: Item, said: str) -> None:
    assert contents(item) == said


def test_it_is_said_in_french_too() -> None:
    assert contents(Item(id="a", collection="c", properties={"number_of_files": 2}), language="fr") == "2 fichiers"


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 B"), (999, "999 B"), (174_193, "174 kB"), (1_250_000_000, "1.25 GB"), (10**16, "10000 TB")],
)
def test_bytes_are_rounded_to_what_a_person_reads(size: int, said: str) -> None:
    assert amount(size) == said

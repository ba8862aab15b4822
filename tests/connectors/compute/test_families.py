"""Families of observational records: names without versions, and the one record that stands for each."""

from __future__ import annotations

import pytest

from connectors.compute import families


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("HadCRUT5", "HadCRUT"), ("HadCRUT4.6.0.0", "HadCRUT"), ("GISTEMPv4", "GISTEMP"), ("NOAAGlobalTempv6", "NOAAGlobalTemp"),
        ("Berkeley-LowRes", "Berkeley"), ("Berkeley-HighRes", "Berkeley"), ("Kadow2020", "Kadow"), ("JRA-55", "JRA"),
        ("ERA5", "ERA"), ("MERRA-2", "MERRA"), ("CRU-TS-4.07", "CRU-TS"), ("IGRA", "IGRA"),
    ],
)  # fmt: skip
def test_a_family_is_the_name_without_version_and_resolution(source: str, name: str) -> None:
    assert families.family(source) == name


def test_the_record_that_reaches_furthest_stands_for_its_family() -> None:
    records = [
        ("Berkeley-LowRes", 2024),
        ("Berkeley-HighRes", 2025),
        ("NOAAGlobalTempv6", 2024),
        ("NOAAGlobalTempv5", 2024),
    ]
    assert families.latest(records) == {"Berkeley": "Berkeley-HighRes", "NOAAGlobalTemp": "NOAAGlobalTempv6"}


def test_versions_compare_by_number_not_by_letter() -> None:
    assert families.latest([("SetV9", 2020), ("SetV10", 2020)]) == {"Set": "SetV10"}

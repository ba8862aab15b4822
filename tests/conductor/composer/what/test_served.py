"""Processes beside their server, and the chain that follows."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def _processes(text: str) -> tuple[str, ...]:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].processes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("subset daily pr from GFDL-ESM4 ssp370, 2051-2060, over Kenya, with rook", ("subset@rook",)),
        ("ndvi d'openEO sur Sentinel-2, Kairouan, mars 2026", ("ndvi@openeo",)),
        ("apply openEO's resample_spatial then ndvi to Sentinel-2 over Ghent, 12 May 2025", ("resample_spatial@openeo", "ndvi@openeo")),
        ("compute rx1day for Genoa ssp585 2071-2100 with finch", ("rx1day@finch",)),
        ("run spei from xclim on ERA5 for Murcia, 1980-2020", ("spei",)),
        ("openEO: load_collection Sentinel-2, filter_bbox around Kano, ndvi, reduce_dimension, August 2025",
         ("load_collection@openeo", "filter_bbox@openeo", "ndvi@openeo", "reduce_dimension@openeo")),
        ("apply mask then reduce_dimension to Landsat over Kano, 2025", ("mask", "reduce_dimension")),
    ],
)  # fmt: skip
def test_an_ordinary_word_beside_a_server_is_its_process(text: str, expected: tuple[str, ...]) -> None:
    assert set(_processes(text)) == set(expected)


def test_the_same_word_without_a_server_is_none() -> None:
    assert _processes("mean NDVI of Sentinel-2 over Ghent, 12 May 2025") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cwd finch indicator for Apia, ssp126, 2071-2100", ("cwd@finch",)),
        ("calcule cdd avec xclim sur Tunis, ssp585, 2041-2060", ("cdd",)),
        ("exécute « wetdays » de finch sur Brest, seuil 10 mm, 1991-2020, ERA5", ("wetdays@finch",)),
        ("run sar_backscatter then fit_curve on Sentinel-1 over Perth in 2025", ("sar_backscatter", "fit_curve")),
        (
            "correct the bias of MIROC6 pr by quantile delta mapping, Lima, ssp245, 2041-2070",
            ("quantile_delta_mapping",),
        ),
        ("mean humidity of Brest with finch", ()),
    ],
)
def test_indicators_and_proposed_processes_by_their_ids(text: str, expected: tuple[str, ...]) -> None:
    assert set(_processes(text)) == set(expected)

"""Every indicator of xclim over real daily values: ours are xclim's own, called directly, bit for bit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.compute import indicators
from connectors.compute.local import LocalProcesses
from tests.connectors.compute.daily_sample import ERA5, SALMON, write_sample
from tests.connectors.compute.every_indicator import check, held, sweep, told
from tests.connectors.compute.samples import processes

REPORT = Path(__file__).resolve().parents[3] / "build/every_indicator.jsonl"
pytestmark = pytest.mark.skipif(not (ERA5.exists() and SALMON.exists()), reason="the daily samples are not here")
BROAD = (
    "base_flow_index_seasonal_ratio", "cdd", "cold_spell_duration_index", "cooling_degree_days", "corn_heat_units", "cwd", "dry_days",
    "dtr", "frost_days", "growing_degree_days", "growing_season_length", "heat_wave_frequency", "heating_degree_days", "icclim.r95p",
    "ice_days", "jetstream_metric_woollings", "max_n_day_precipitation_amount", "potential_evapotranspiration", "rx1day",
    "sea_ice_area", "snd_days_above", "tg90p", "tg_mean", "tn_days_below", "tropical_nights", "tx_days_above",
    "warm_spell_duration_index", "wetdays", "wind_speed_from_vector",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("daily")
    write_sample(made)
    return made


@pytest.fixture(scope="module")
def local(folder: Path) -> Iterator[LocalProcesses]:
    made = processes(folder)
    yield made
    made.close()


@pytest.mark.parametrize("name", BROAD)
def test_a_broad_sample_is_equal(name: str, local: LocalProcesses, folder: Path) -> None:
    assert check(name, local, folder).word == "equal"


@pytest.mark.long
def test_every_eighth_indicator_is_equal(tmp_path: Path) -> None:
    verdicts = sweep(tmp_path / "report.jsonl", tuple(indicators.table())[::8])
    assert [v for v in verdicts if v.word == "differs"] == []
    assert sum(v.word == "equal" for v in verdicts) >= 42


@pytest.mark.exhaustive
def test_every_indicator_is_equal() -> None:
    """Goes on from `build/every_indicator.jsonl` where an earlier run of the same code was cut off."""
    verdicts = sweep(REPORT, tuple(indicators.table()))
    print(told(verdicts))
    assert [v for v in verdicts if v.word == "differs"] == []
    assert sum(v.word == "equal" for v in verdicts) >= 340


def test_a_sweep_goes_on_where_it_stopped_and_begins_anew_for_other_code(tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    first = sweep(report, ("frost_days",))
    report.write_text(report.read_text().replace('"word": "equal"', '"word": "noted"'))
    again = sweep(report, ("frost_days", "ice_days"))
    assert (first[0].word, [v.word for v in again]) == ("equal", ["noted", "equal"])
    rows = report.read_text().splitlines()
    report.write_text("\n".join([json.dumps({"code": "another"}), *rows[1:]]) + "\n")
    assert held(report) == {}

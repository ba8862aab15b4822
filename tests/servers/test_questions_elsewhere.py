"""Questions answered with the processes of real servers: STAC → Finch subset → Finch mean, and a river's model on a port of ours."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import warnings
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr

from conductor import Conductor, Question
from conductor.answer import Answer
from conductor.settings import Settings, from_environment
from planners.plan import Plan
from tests.connectors.compute.daily import write_daily
from tests.servers import pgstac
from tests.servers.birdhouse import served
from tests.servers.esgf_items import COLLECTION, daily_item
from tests.servers.registration import add
from tests.servers.running import free_port, running

pytestmark = pytest.mark.servers
PATIENT = "limits = { budget_s = 120.0, rate_per_s = 1000.0 }\n"
HELD = from_environment().holdings_dir
BOX = (30.0, 40.0, -105.0, -95.0)  # south, north, west, east, on the edges of the cells
MEAN = "Mean temperature at 30N-40N 105W-95W in 2001"
LINKS = ("gr4j_calibrate", "delta_change", "gr4j_simulate", "flood_change", "return_levels", "hand_inundation")
FULDA = "simulate how the Fulda's floods change by 2050 under SSP5-8.5 with GR4J"


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made year of daily temperature on a global grid of 2.5°."""
    path = tmp_path_factory.mktemp("days") / "tas_day_made_historical_r1i1p1f1_gn_20010101-20011231.nc"
    write_daily(path, step=2.5, variable="tas", chunk=73)
    return path


@pytest.fixture(scope="module")
def expected(days: Path) -> float:
    """The area mean of the year over the box in °C, by xarray and the sines of latitude."""
    south, north, west, east = BOX
    with xr.open_dataset(days) as dataset:
        yearly = dataset["tas"].astype("f8").mean("time")
        inside = yearly.sel(lat=slice(south, north), lon=slice(360 + west, 360 + east)).load()
    edges = np.deg2rad(np.arange(south, north + 1.25, 2.5))
    weights = xr.DataArray(np.diff(np.sin(edges)), coords={"lat": inside.lat})
    assert inside.shape == (4, 4)
    return float(inside.weighted(weights).mean()) - 273.15


@pytest.fixture(scope="module")
def catalogue(days: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A STAC API in the words of ESGF over the one dataset, whose file lies at a plain file server."""
    if missing := pgstac.missing():
        pytest.skip(missing)
    folder = tmp_path_factory.mktemp("catalogue")
    with served(days.parent) as files:
        item = daily_item("tas", f"{files}/{days.name}", source="MADE-1", days=("2001-01-01", "2001-12-31"))
        with (
            pgstac.filled(folder, collections=[COLLECTION], items=[item]) as where,
            pgstac.served(where, folder, title="ESGF on loopback") as address,
        ):
            yield address


def settings_of(folder: Path, *urls: str) -> Settings:
    """Settings with a configuration of its own, to which servers were added as a user adds them."""
    for url in urls:
        added = add(url, folder / "config")
        added.sources_file.write_text(added.sources_file.read_text("utf-8") + PATIENT, "utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "holdings").symlink_to(HELD)
    return Settings(
        data_dir=folder / "data",
        cache_dir=folder / "cache",
        config_dir=folder / "config",
        online=False,
        deadline_s=300.0,
    )


@contextlib.asynccontextmanager
async def conductor(settings: Settings) -> AsyncIterator[Conductor]:
    async with Conductor.from_settings(settings) as opened:
        yield opened


async def asked(settings: Settings, text: str) -> tuple[Answer, Plan]:
    question = Question(text=text, asked_at="2026-11-25T12:00:00Z")
    async with conductor(settings) as opened:
        answer = await opened.ask(question)
        plan = await opened.drawn(opened.understand(question))
    return answer, plan


def elsewhere(plan: Plan) -> list[str]:
    return [s.operation for s in plan.steps if s.kind == "process" and s.source != "local-processes"]


def caveats(answer: Answer) -> dict[str, Any]:
    return {c.code: c.parameters for c in answer.responses[0].finding.caveats}


@pytest.fixture(scope="module")
def with_finch(finch_url: str, catalogue: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_of(tmp_path_factory.mktemp("finch"), finch_url, catalogue)


def test_a_question_goes_through_a_catalogue_and_finchs_subset_to_finchs_mean(
    with_finch: Settings, expected: float
) -> None:
    answer, plan = asyncio.run(asked(with_finch, f"{MEAN} with Finch"))
    assert elsewhere(plan)[:2] == ["subset_bbox", "tg_mean"]
    load = next(s for s in plan.steps if s.kind == "load")
    assert load.arguments["by_reference"] is True
    best = answer.responses[0].finding
    assert best.units == "degC" and best.value == pytest.approx(expected, abs=1e-3)
    assert caveats(answer)["ran_at"]["processes"] == ["subset_bbox", "tg_mean"]
    assert not {"cut_here", "ran_here"} & set(caveats(answer))
    assert plan.quote.at == (caveats(answer)["ran_at"]["source"],)
    assert "CMIP6.CMIP.made.MADE-1.historical.r1i1p1f1.day.tas.gn.v20200101" in best.derived_from


def test_the_file_itself_never_comes_here(with_finch: Settings, days: Path) -> None:
    fetched = [p for p in (with_finch.cache_dir / "files").rglob("*") if p.is_file()]
    assert fetched and max(p.stat().st_size for p in fetched) < days.stat().st_size / 100


def test_set_to_stay_here_it_stays_here_and_says_so(with_finch: Settings) -> None:
    answer, plan = asyncio.run(asked(replace(with_finch, place="local"), f"{MEAN} with Finch"))
    assert elsewhere(plan) == []
    assert caveats(answer)["kept_here"] == {"server": "finch"}


def test_a_server_that_lacks_the_process_is_told_of_and_it_is_computed_here(with_finch: Settings) -> None:
    answer, plan = asyncio.run(asked(with_finch, f"my_own_mean@finch: {MEAN}"))
    assert elsewhere(plan) == []
    assert caveats(answer)["server_lacks"] == {"server": "Finch", "processes": ["my_own_mean"]}
    assert answer.responses[0].finding.value is not None


def test_a_server_that_is_gone_is_told_of_and_it_is_computed_here(finch_url: str, tmp_path: Path) -> None:
    settings = settings_of(tmp_path, finch_url)
    file = settings.sources_file
    file.write_text(file.read_text("utf-8").replace(finch_url, f"http://127.0.0.1:{free_port()}/wps"), "utf-8")
    answer, plan = asyncio.run(asked(settings, f"{MEAN} with Finch"))
    assert elsewhere(plan) == []
    assert caveats(answer)["server_away"]["server"] == "Finch"
    assert answer.responses[0].finding.value is not None


def test_all_links_of_a_simulation_run_at_one_server_as_they_do_here(tmp_path: Path) -> None:
    """From the model's calibration to the extent of its flood in one plan, at `conductor processes serve` on a port."""
    port = free_port()
    url, program = f"http://127.0.0.1:{port}", str(Path(sys.executable).with_name("conductor"))
    theirs = {"CONDUCTOR_CACHE_DIR": str(tmp_path / "theirs"), "CONDUCTOR_CONFIG_DIR": str(tmp_path / "their-config")}
    command = [program, "processes", "serve", "--port", str(port)]
    with running(command, answers=f"{url}/conformance", log=tmp_path / "node.log", environment=theirs):
        settings = settings_of(tmp_path, url)
        named = " ".join(f"{link}@127-0-0-1-{port}" for link in LINKS) + f": {FULDA}"
        there, plan = asyncio.run(asked(settings, named))
        here, _ = asyncio.run(asked(replace(settings, place="local"), named))
    assert set(elsewhere(plan)) == set(LINKS)
    assert not [r for r in there.responses for c in r.finding.caveats if c.code == "ran_here"]  # nothing fell back
    found, expected = figures(there), figures(here)
    assert found, [(report.source, report.error) for report in there.sources if report.error]
    assert {"flood_change", "hydrograph"} <= {role for role, _ in expected}
    assert "flood_extent" in {role for role, _ in found}
    assert {key: found[key] for key in expected} == expected  # to the bit; steps here may end late on a busy machine
    assert "kept_here" in caveats(here) and "ran_at" in caveats(there)


def figures(answer: Answer) -> dict[tuple[str, str], tuple[float | None, float | None, float | None]]:
    """Value, low and high of every response, by its role and what it says."""
    return {(r.finding.role, r.statement): (r.finding.value, r.finding.low, r.finding.high) for r in answer.responses}


def test_files_of_this_machine_go_with_the_request(
    finch_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    real = HELD / (
        "esmvaltool/esmvaltool_sample_data/data/timeseries/CMIP6/CMIP/MIROC/MIROC6/historical/r1i1p1f1/day/ta/gn/v20191016"
    )
    if not real.exists():
        pytest.skip("the holding esmvaltool is not here: run `conductor holdings sync`")
    own = tmp_path / "own/CMIP6/CMIP/MIROC/MIROC6/historical/r1i1p1f1/day/tas/gn/v20191016"
    own.mkdir(parents=True)
    with xr.open_dataset(next(real.glob("*20000101*.nc"))) as dataset, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tas = dataset["ta"].isel(plev=0, drop=True).astype("f4").load()
        tas = tas.where(tas < 1e19).ffill("time").bfill("time")  # the lowest level lies below the ground on some days
        tas.attrs = {"units": "K", "standard_name": "air_temperature", "cell_methods": "time: mean"}
        made = tas.to_dataset(name="tas").assign_attrs(dataset.attrs | {"variable_id": "tas", "table_id": "day"})
        made.to_netcdf(own / "tas_day_MIROC6_historical_r1i1p1f1_gn_20000101-20001231.nc")
    settings = settings_of(tmp_path, finch_url)
    held(tmp_path / "own", settings)
    request.addfinalizer(lambda: (HELD / ".index" / "own.json").unlink(missing_ok=True))  # what was found in the folder
    answer, plan = asyncio.run(asked(settings, "Mean temperature at 87N-89N 1E-2E in 2000 with Finch"))
    assert elsewhere(plan)[0] == "tg_mean"
    here, _ = asyncio.run(asked(replace(settings, place="local"), "tg_mean at 87N-89N 1E-2E in 2000 with Finch"))
    assert answer.responses[0].finding.value == pytest.approx(here.responses[0].finding.value, abs=1e-3)


def held(folder: Path, settings: Settings) -> None:
    """Add a folder of data as a user does."""
    environment = {**os.environ, "CONDUCTOR_DATA_DIR": str(settings.data_dir)}
    environment |= {"CONDUCTOR_CACHE_DIR": str(settings.cache_dir), "CONDUCTOR_CONFIG_DIR": str(settings.config_dir)}
    command = [str(Path(sys.executable).with_name("conductor")), "holdings", "add", str(folder)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)

"""The wiring: nothing heavy is imported before it is used, files found where embedded nodes serve them, secrets sent where they belong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from connectors.items import Asset, Item, Location
from connectors.offers import Limits
from connectors.operations import Load, Search
from tests.connectors.fault_server import Behaviour, Exchange, fault_server, file, silent, status
from tests.connectors.outside_world import outside, report, source

ROOT = Path(__file__).resolve().parents[2]


def test_importing_the_registry_opens_no_door() -> None:
    heavy = "('httpx2', 'starlette', 'xarray', 'numpy', 'shapely', 'netCDF4')"
    code = f"import sys, connectors.registry; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == "[]"


async def test_the_embedded_federation_answers_every_family(tmp_path: Path) -> None:
    from conductor.settings import from_environment

    async with outside(tmp_path, holdings_dir=from_environment().holdings_dir) as world:
        esgf = await world.search(Search(family="esgf", limit=1))
        ml = await world.search(Search(family="ml", limit=10))
    assert (report(esgf, "embedded-esgf-1").state, report(esgf, "embedded-esgf-2").state) == ("ok", "ok")
    assert report(ml, "embedded-models").n >= 1


ERRATUM = "6838a44b-48eb-89a3-8090-c9315a79f3de"


async def _errata(exchange: Exchange) -> None:
    name = exchange.query.get("datasets", "")
    issue = {"uid": ERRATUM, "title": "Wrong units", "severity": "high", "status": "new"}
    reply = {name: {"errata_ids": [ERRATUM]}} if name else {"issue": issue}
    await exchange.reply(body=json.dumps(reply).encode())


@pytest.mark.parametrize(("answer", "told"), [(_errata, ["high"]), (status(500), []), (silent, [])])
async def test_what_is_known_to_be_wrong_with_data_is_said_where_it_can_be_found_out(
    tmp_path: Path, answer: Behaviour, told: list[str]
) -> None:
    async with fault_server() as server:
        quick = Limits(budget_s=0.5, rate_per_s=1000.0)
        service = source("own-errata", server.add("errata", answer), kind="esgf-errata", family="esgf", limits=quick)
        href = (
            server.add("data", file(b"CDF\x01" + b"\0" * 28))
            + "/tas_Amon_CanESM5_historical_r1i1p1f1_gn_185001-201412.nc"
        )
        item = Item(
            id="CMIP6.CMIP.CCCma.CanESM5.historical.r1i1p1f1.Amon.tas.gn.v20190429",
            collection="CMIP6",
            properties={
                "project": "CMIP6",
                "source_id": "CanESM5",
                "experiment_id": "historical",
                "variable_id": "tas",
            },
            assets=(Asset(key=href.rpartition("/")[2], locations=(Location(href=href),), roles=("data",)),),
        )
        async with outside(tmp_path, service) as world:
            loaded = await world.load(Load(items=(item,)))
    assert len(loaded.cubes) == 1
    assert [c.parameters["severity"] for c in loaded.caveats if c.code == "errata"] == told

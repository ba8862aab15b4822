"""The wiring: kinds are imported when used, files found where embedded nodes serve them, secrets sent where they belong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from connectors.base import SearchConnector
from connectors.errors import Unsupported
from connectors.operations import Search
from connectors.registry import KINDS, SEARCHED, load_kind
from tests.connectors.outside_world import outside, report, source

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kind", SEARCHED)
def test_a_searched_kind_is_a_search_connector(kind: str) -> None:
    assert isinstance(load_kind(kind)(source=source("x", "https://x.example", kind=kind)), SearchConnector)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_loaded(kind: str) -> None:
    assert isinstance(load_kind(kind), type)


def test_an_unknown_kind_names_those_that_are_spoken() -> None:
    with pytest.raises(Unsupported, match="spoken: cmr, csw"):
        load_kind("telepathy")


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

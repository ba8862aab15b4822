"""Whom to credit, from a file's tracking id to the text of the citation; services that are away are said to be."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from connectors.errors import BadReply
from connectors.esgf.credits import bare, dataset_name, described, facets_of, is_pid
from connectors.offers import Limits, Source
from tests.connectors.fault_server import Exchange, FaultServer, fault_server, status
from tests.connectors.outside_world import outside, source

SHARED = Path(__file__).resolve().parents[4] / "shared"
QUICK = Limits(budget_s=2.0, rate_per_s=1e4)
FILE, OLD, NEW = (f"21.14100/{uuid}" for uuid in ("f-1", "old-1", "new-1"))
DRS = "CMIP6.CMIP.MOHC.UKESM1-0-LL.historical.r1i1p1f2.Amon.tas.gn"
HANDLES: dict[str, dict[str, list[str]]] = {
    FILE: {"AGGREGATION_LEVEL": ["FILE"], "IS_PART_OF": [f"hdl:{OLD};hdl:{NEW}"]},
    OLD: {"AGGREGATION_LEVEL": ["DATASET"], "DRS_ID": [DRS], "VERSION_NUMBER": ["20190101"], "REPLACED_BY": [f"hdl:{NEW}"]},
    NEW: {
        "AGGREGATION_LEVEL": ["DATASET"], "DRS_ID": [DRS], "VERSION_NUMBER": ["20190406"],
        "IS_PART_OF": ["doi:10.22033/ESGF/CMIP6.6113"], "HOSTING_NODE": ['<locations><location host="esgf.ceda.ac.uk" /></locations>'],
    },
}  # fmt: skip


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


async def handle(exchange: Exchange) -> None:
    """The Handle System as its proxy answers, over the datasets above."""
    name = exchange.path.partition("/handles/")[2]
    known = HANDLES.get(name)
    values = [{"type": t, "data": {"format": "string", "value": v}} for t, vs in (known or {}).items() for v in vs]
    body = {"responseCode": 1 if known else 100, "handle": name} | ({"values": values} if known else {})
    await exchange.reply(200 if known else 404, json.dumps(body).encode())


def handles(server: FaultServer, behaviour: Any = handle) -> Source:
    url = server.add("handles", behaviour)
    return source("own-handles", f"{url}", kind="handles", family="esgf", limits=QUICK)


def index(server: FaultServer, *, cite_as: str) -> Source:
    """An index that has the dataset, with where its citation is kept."""

    async def answer(exchange: Exchange) -> None:
        name = f"{DRS}.v20190406"
        doc = {
            "id": f"{name}|esgf.ceda.ac.uk", "instance_id": name, "project": ["CMIP6"], "version": "20190406", "latest": True,
            "variable_id": ["tas"], "source_id": ["UKESM1-0-LL"], "pid": [f"hdl:{NEW}"], "citation_url": [cite_as],
            "xlink": [f"{cite_as}|Citation|citation"],
        }  # fmt: skip
        await exchange.reply(body=json.dumps({"response": {"numFound": 1, "start": 0, "docs": [doc]}}).encode())

    return source("solr", server.add("solr", answer), kind="esgf-solr", family="esgf", limits=QUICK)


def golden() -> str:
    return (SHARED / "fixtures/citation/cmipcite_test_types_of_id_tracking_.txt").read_text(encoding="utf-8").strip()


@pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
@pytest.mark.parametrize("name", [f"hdl:{FILE}", NEW, f"{DRS}.v20190406"])
async def test_a_file_a_pid_and_a_name_lead_to_the_text_of_cmipcite(
    server: FaultServer, tmp_path: Path, name: str
) -> None:
    parts = re.fullmatch(r"(.+) \((\d{4})\): (.+)\. Version (\d+)\. (.+)\. https://doi\.org/(.+)\.", golden())
    assert parts is not None
    authors, year, title, _, publisher, doi = parts.groups()

    async def citation(exchange: Exchange) -> None:
        record = {
            "identifier": {"id": doi, "identifierType": "DOI"}, "creators": [{"creatorName": authors}], "titles": [title],
            "publisher": publisher, "publicationYear": year, "rightsList": [{"rights": "CC BY 4.0"}],
        }  # fmt: skip
        await exchange.reply(body=json.dumps(record).encode())

    cite_as = server.add("wdcc", citation)
    async with outside(tmp_path, handles(server), index(server, cite_as=cite_as)) as world:
        credit, _ = await world.cite(name)
    assert credit.citation.text == golden()
    assert (credit.pid, credit.nodes, credit.replaced_by, credit.missing) == (NEW, ("esgf.ceda.ac.uk",), (), ())


async def test_an_old_version_says_what_replaced_it(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, handles(server)) as world:
        credit, _ = await world.cite(f"hdl:{OLD}")
    assert (credit.name, credit.replaced_by) == (f"{DRS}.v20190101", (NEW,))
    assert "UKESM1-0-LL" in credit.citation.text


async def test_services_that_are_away_leave_what_the_name_tells(server: FaultServer, tmp_path: Path) -> None:
    away = server.add("wdcc", status(500))
    ill = handles(server, status(503))
    async with outside(tmp_path, ill, index(server, cite_as=away)) as world:
        credit, _ = await world.cite(f"{DRS}.v20190406")
    assert "MOHC UKESM1-0-LL model output prepared for CMIP6" in credit.citation.text
    assert len(credit.missing) == 2


async def test_an_unknown_pid_and_a_name_that_is_none_are_refused(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, handles(server)) as world:
        with pytest.raises(BadReply, match="there is no"):
            await world.cite("hdl:21.14100/none")
        with pytest.raises(ValueError, match="ids look like"):
            await world.cite("some file.nc")


def test_names_are_told_apart() -> None:
    assert [is_pid(t) for t in (f"hdl:{FILE}", FILE, f"https://hdl.handle.net/{FILE}", f"{DRS}.v20190406")] == [
        True,
        True,
        True,
        False,
    ]
    assert bare("doi:10.22033/ESGF/CMIP6.6113") == ""
    assert dataset_name({"DRS_ID": (DRS,), "VERSION_NUMBER": ("20190406",)}) == f"{DRS}.v20190406"
    assert facets_of(described(f"{DRS}.v20190406"))["member_id"] == ("r1i1p1f2",)

from __future__ import annotations

import asyncio
import base64
from pathlib import Path
from typing import Any

import pytest

from connectors.embedded.inbox import Inbox
from connectors.errors import Refused

BODY = b"CDF\x01 bytes"
TEXT = base64.b64encode(BODY).decode()


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    async def fetch(value: Any) -> Any:
        return {"hrefs": [f"/fetched/{href.rpartition('/')[2]}" for href in value["hrefs"]]}

    return Inbox(folder=tmp_path, own="http://us:1", fetch=fetch)


@pytest.mark.parametrize(
    "sent",
    [
        {"value": TEXT, "encoding": "base64", "mediaType": "application/x-netcdf"},
        {"value": {"hrefs": [f"data:application/x-netcdf;base64,{TEXT}"], "properties": {"source_id": "M"}}},
        {"href": f"data:application/x-netcdf;base64,{TEXT}"},
    ],
)
async def test_a_file_sent_within_is_put_where_it_can_be_read(inbox: Inbox, sent: Any) -> None:
    taken = (await inbox.taken({"data": sent}))["data"]
    cube = taken.get("value", taken)
    assert Path(cube["hrefs"][0]).read_bytes() == BODY and cube["hrefs"][0].endswith(".nc")
    assert "value" not in sent or not isinstance(sent["value"], dict) or cube["properties"] == {"source_id": "M"}


async def test_requests_at_once_may_bring_the_same_file(inbox: Inbox) -> None:
    large = base64.b64encode(BODY * 100_000).decode()
    sent = {"data": {"value": large, "encoding": "base64"}}
    for taken in await asyncio.gather(*(inbox.taken(sent) for _ in range(8))):
        assert Path(taken["data"]["hrefs"][0]).stat().st_size == len(BODY) * 100_000
    assert len(list(inbox.folder.iterdir())) == 1


async def test_addresses_are_fetched_and_results_of_its_own_are_left(inbox: Inbox) -> None:
    sent = {"data": {"href": "http://a.org/x.nc"}, "other": {"hrefs": ["http://us:1/jobs/1/results/cube"]}}
    taken = await inbox.taken(sent)
    assert taken["data"]["hrefs"] == ["/fetched/x.nc"]
    assert taken["other"]["hrefs"] == ["http://us:1/jobs/1/results/cube"]


@pytest.mark.parametrize(
    "href", ["/etc/passwd", "file:///etc/passwd", "../x.nc", "s3://bucket/x.nc", "http://[::1/x.nc"]
)
async def test_paths_of_this_machine_are_refused(inbox: Inbox, href: str) -> None:
    for sent in ({"href": href}, {"hrefs": [href]}, [{"value": {"hrefs": [href]}}]):
        with pytest.raises(Refused, match="no address"):
            await inbox.taken({"data": sent})


async def test_what_is_no_base64_is_refused(inbox: Inbox) -> None:
    with pytest.raises(Refused, match="base64"):
        await inbox.taken({"data": {"value": "***", "encoding": "base64"}})


async def test_plain_values_are_left_as_they_are(inbox: Inbox) -> None:
    plain = {"n": 1, "place": {"bbox": [0, 0, 1, 1]}, "months": [6, 7], "text": "/etc/passwd is only a word here"}
    assert await inbox.taken(plain) == plain

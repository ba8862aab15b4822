"""Our CSW connector, through the engine, against the real pycsw: words, boxes, pages, and what lies beyond a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.operations import Search
from tests.connectors.outside_world import report
from tests.servers.csw import csw, missing, recorded
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 60.0, rate_per_s = 1000.0, page_max = 50 }"
SCENES = Search(family="eo", filters={"q": "scene"}, limit=5000)


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registered]:
    if why := missing():
        pytest.skip(why)
    with csw(tmp_path_factory.mktemp("csw")) as url:
        yield add(f"{url}?service=CSW", tmp_path_factory.mktemp("config"))


def test_its_protocol_is_found_out(registered: Registered) -> None:
    assert f"{registered.id} registered: csw (eo) at http://127.0.0.1:" in registered.said


async def test_pages_are_followed_to_the_end(registered: Registered, tmp_path: Path) -> None:
    async with world(registered, folder=tmp_path, more=PATIENT) as outside:
        found = await outside.search(SCENES, source=registered.id, deadline_s=60.0)
    told = report(found, registered.id)
    assert {item.id for item in found.items} == {item["id"] for item in recorded()}
    assert (told.state, told.matched, told.attempts) == ("ok", len(recorded()), -(-len(recorded()) // 50))


async def test_beyond_a_window_the_search_is_parted_by_when_records_were_modified(
    registered: Registered, tmp_path: Path
) -> None:
    more = f"{PATIENT}\noptions = {{ window = 100 }}"
    async with world(registered, folder=tmp_path, more=more) as outside:
        found = await outside.search(SCENES, source=registered.id, deadline_s=60.0)
    told = report(found, registered.id)
    assert {item.id for item in found.items} == {item["id"] for item in recorded()}
    assert (told.state, told.matched, found.complete) == ("ok", len(recorded()), True)


async def test_a_cursor_goes_beyond_the_window(registered: Registered, tmp_path: Path) -> None:
    more, seen = f"{PATIENT}\noptions = {{ window = 100 }}", list[str]()
    async with world(registered, folder=tmp_path, more=more) as outside:
        page = await outside.page(Search(family="eo", filters={"q": "scene"}, limit=50), source=registered.id)
        seen += [item.id for item in page.items]
        while page.cursor:
            page = await outside.resume(page.cursor)
            seen += [item.id for item in page.items]
    assert len(seen) == len(set(seen)) and set(seen) == {item["id"] for item in recorded()}

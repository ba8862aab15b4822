"""Our Records connector, through the engine, against the real pygeoapi."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from conductor import Conductor, Question
from conductor.answer import Answer
from conductor.settings import from_environment
from connectors.extents import BBox
from connectors.items import SourceReport
from connectors.operations import Search
from tests.connectors.outside_world import report
from tests.servers.records import real_records
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 30.0, rate_per_s = 1000.0, page_max = 5 }"


@pytest.fixture(scope="module")
def registered(pygeoapi_url: str, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(f"{pygeoapi_url}/collections/metadata", tmp_path_factory.mktemp("config"))


def test_its_protocol_is_found_out(registered: Registered, pygeoapi_url: str) -> None:
    assert registered.said == f"{registered.id} registered: ogcapi-records (eo) at {pygeoapi_url}"


async def test_words_find_what_they_name_and_pages_are_followed(registered: Registered, tmp_path: Path) -> None:
    expected = {r["id"] for r in real_records() if "sentinel" in str(r["properties"]).lower()}
    async with world(registered, folder=tmp_path, more=PATIENT) as outside:
        found = await outside.search(Search(family="eo", filters={"q": "Sentinel"}, limit=100), source=registered.id)
    told = report(found, registered.id)
    assert {item.id for item in found.items} == expected
    assert (told.state, told.matched, told.attempts) == ("ok", len(expected), -(-len(expected) // 5))


async def test_a_collection_is_looked_for_by_its_own_name(registered: Registered, tmp_path: Path) -> None:
    async with world(registered, folder=tmp_path, more=PATIENT) as outside:
        found = await outside.search(Search(family="eo", collections=("ghrsst",)), source=registered.id)
    assert [(item.id, item.collection) for item in found.items] == [("ghrsst", "ghrsst")]


async def test_a_box_across_the_antimeridian_finds_what_covers_the_globe(
    registered: Registered, tmp_path: Path
) -> None:
    search = Search(family="eo", bbox=BBox(west=177, south=-20, east=-178, north=-15), limit=100)
    async with world(registered, folder=tmp_path, more=PATIENT) as outside:
        found = await outside.search(search, source=registered.id)
    assert len(found.items) == len(real_records())


async def test_beyond_a_window_the_search_is_parted_by_time(registered: Registered, tmp_path: Path) -> None:
    more = f"{PATIENT}\noptions = {{ window = 10, catalogue = 'metadata', open_collections = true }}"
    async with world(registered, folder=tmp_path, more=more) as outside:
        found = await outside.search(Search(family="eo", limit=1000), source=registered.id)
    told = report(found, registered.id)
    assert {item.id for item in found.items} == {record["id"] for record in real_records()}
    assert (told.state, told.matched, found.complete) == ("ok", len(real_records()), True)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("which catalogue records mention land cover?", "land cover"),
        ("find datasets about gauged basins", "gauged"),
        ("y a-t-il des jeux de données sur le lidar ?", "lidar"),
        ("trouve des jeux de données sur la couverture terrestre", "land cover"),
    ],
)
async def test_a_question_that_no_vocabulary_covers_is_put_to_it_in_words(
    registered: Registered, tmp_path: Path, question: str, word: str
) -> None:
    (tmp_path / "sources.toml").write_text(f"{registered.sources_file.read_text('utf-8')}\n{PATIENT}\n", "utf-8")
    settings = replace(from_environment(), online=False, cache_dir=tmp_path / "cache", config_dir=tmp_path)
    async with Conductor.from_settings(settings) as conductor:
        for _ in range(3):  # on a busy machine it may be late, and what it says then serves the next question
            answer = await conductor.ask(Question(text=question, asked_at="2026-11-26T12:00:00Z"))
            if report_of(answer, registered.id).state == "ok":
                break
    found = {item.id for item in answer.responses[0].finding.items if registered.id in item.sources}
    expected = {r["id"] for r in real_records() if word in r["properties"]["_metadata-anytext"].lower()}
    assert found == expected != set()
    assert answer.responses[0].finding.role == "records" and report_of(answer, registered.id).state == "ok"


def report_of(answer: Answer, name: str) -> SourceReport:
    return next(r for r in answer.sources if r.source == name)

"""The table of jobs: what is written before, at and after a submission, and what comes of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from connectors.compute.job_table import JobTable, request_id
from connectors.compute.remote import Job
from connectors.errors import Refused, Unavailable
from connectors.items import Caveat, Cube, Processed, Value
from connectors.operations import Process

MEAN = Process(process_id="mean", inputs={"b": 1, "a": Cube(hrefs=("x.nc",))})
RESULTS = Processed(
    outputs={"value": Value(value=1.5, units="K"), "cube": Cube(hrefs=("http://h/1",))}, caveats=(Caveat(code="few"),)
)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def table(tmp_path: Path, clock: Clock) -> JobTable:
    return JobTable(tmp_path / "jobs.sqlite", now=clock)


def test_the_same_request_is_the_same_open_entry(table: JobTable) -> None:
    first = table.begin("s", MEAN, mode="async", fresh_s=60)
    again = table.begin(
        "s", Process(process_id="mean", inputs={"a": Cube(hrefs=("x.nc",)), "b": 1}), mode="sync", fresh_s=60
    )
    assert again == first
    assert table.begin("other", MEAN, mode="async", fresh_s=60).key != first.key


def test_another_table_on_the_file_knows_what_was_written(table: JobTable, tmp_path: Path, clock: Clock) -> None:
    key = table.begin("s", MEAN, mode="async", fresh_s=60).key
    table.sent(key)
    table.located(key, Job(href="http://h/jobs/1", id="1", results_href="http://h/jobs/1/results"))
    later = JobTable(tmp_path / "jobs.sqlite", now=clock).begin("s", MEAN, mode="async", fresh_s=60)
    assert (later.key, later.stage, later.sent_at) == (key, "waiting", 1000.0)
    assert later.job == Job(href="http://h/jobs/1", id="1", process_id="mean", results_href="http://h/jobs/1/results")


def test_results_come_back_as_they_were(table: JobTable, clock: Clock) -> None:
    key = table.begin("s", MEAN, mode="async", fresh_s=60).key
    table.ended(key, "successful", results=RESULTS)
    assert table.begin("s", MEAN, mode="async", fresh_s=60).results == RESULTS
    clock.now += 61
    assert table.begin("s", MEAN, mode="async", fresh_s=60).key != key


def test_the_first_ending_stands(table: JobTable) -> None:
    key = table.begin("s", MEAN, mode="async", fresh_s=60).key
    table.ended(key, "dismissed")
    assert table.ended(key, "successful", results=RESULTS).stage == "dismissed"


def test_a_failure_is_kept_with_its_kind_and_begun_anew(table: JobTable) -> None:
    key = table.begin("s", MEAN, mode="async", fresh_s=60).key
    table.ended(key, "failed", error=Refused("no such variable", source="s", kind="http_400"))
    kept = table.entry(key)
    assert kept is not None
    assert isinstance(kept.error, Refused)
    assert (str(kept.error), kept.error.source, kept.error.kind) == ("no such variable", "s", "http_400")
    assert table.begin("s", MEAN, mode="async", fresh_s=60).key != key


def test_when_it_was_sent_first_and_last(table: JobTable, clock: Clock) -> None:
    key = table.begin("s", MEAN, mode="async", fresh_s=60).key
    table.sent(key)
    clock.now += 5
    assert (table.sent(key).sent_at, table.sent(key).tried_at) == (1000.0, 1005.0)
    assert table.unsent(key).sent_at is None


def test_a_log_has_only_what_is_new(table: JobTable) -> None:
    key = table.begin("s", MEAN, mode="async", fresh_s=60).key
    for progress in (0.0, 0.0, 50.0):
        table.looked(key, Job(href="h", progress=progress))
    assert [look.progress for look in table.looks(key)] == [0.0, 50.0]
    assert [look.progress for look in table.looks(key, after=1)] == [50.0]


def test_jobs_of_other_keys_are_named(table: JobTable) -> None:
    mine = table.begin("s", MEAN, mode="async", fresh_s=60).key
    other = table.begin("s", Process(process_id="p"), mode="async", fresh_s=60).key
    table.located(other, Job(href="http://h/jobs/2", id="2"))
    assert table.claimed("s", but=mine) == {"http://h/jobs/2", "2"}
    assert table.claimed("s", but=other) == frozenset()


def test_the_usual_time_is_the_median(table: JobTable, clock: Clock) -> None:
    assert table.usual_s("s", "mean") is None
    for n, took in enumerate((1.0, 9.0, 2.0)):
        key = table.begin("s", Process(process_id="mean", inputs={"n": n}), mode="async", fresh_s=60).key
        table.sent(key)
        clock.now += took
        table.ended(key, "successful", results=RESULTS)
    assert table.usual_s("s", "mean") == 2.0


def test_an_entry_is_found_by_the_beginning_of_its_key(table: JobTable) -> None:
    key = table.begin("s", MEAN, mode="async", fresh_s=60).key
    assert table.entry(key[:8]) == table.entry(key)
    assert table.entry("") is None
    assert table.entry("*") is None


async def test_one_drives_a_request_at_a_time(table: JobTable) -> None:
    order: list[str] = []

    async def drive(name: str) -> None:
        async with table.driver(request_id("s", MEAN)):
            order.append(f"{name} in")
            await asyncio.sleep(0.02)
            order.append(f"{name} out")

    await asyncio.gather(drive("a"), drive("b"))
    assert order in (["a in", "a out", "b in", "b out"], ["b in", "b out", "a in", "a out"])


def test_a_damaged_table_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "jobs.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(Unavailable, match="move it away"):
        JobTable(tmp_path / "jobs.sqlite", now=lambda: 0.0).entries()

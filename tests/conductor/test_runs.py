from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from conductor.errors import ConductorError
from conductor.events import Planned, StepEnded, StepStarted
from conductor.question import Question
from conductor.results import Successful
from conductor.runs import RunLog
from connectors.items import Found, Item
from tests.planners.intents import WARMING, planned

QUESTION = Question(text="How much?", asked_at="2026-11-23T12:00:00Z")


def test_events_come_back_in_the_order_they_were_written(tmp_path: Path) -> None:
    log, plan = RunLog(tmp_path / "deep" / "runs.sqlite"), planned(WARMING)
    log.append("r-1", Planned(plan=plan))
    log.append("r-1", StepStarted(step="s1"))
    log.append(
        "r-1", StepEnded(result=Successful(step="s1", outcome=Found(items=(Item(id="i", collection="c"),), reports=())))
    )
    names = [name for name, _ in log.events("r-1")]
    assert names == ["Planned", "StepStarted", "StepEnded"]
    assert log.events("r-1")[0][1]["id"] == plan.id
    assert log.events("r-1")[2][1]["outcome"]["items"][0]["id"] == "i"


def test_a_log_outlives_its_process(tmp_path: Path) -> None:
    first = RunLog(tmp_path / "runs.sqlite")
    first.append("r-1", StepStarted(step="s1"))
    first.close()
    assert RunLog(tmp_path / "runs.sqlite").events("r-1") == (("StepStarted", {"step": "s1"}),)


def test_what_is_written_stays(tmp_path: Path) -> None:
    log = RunLog(tmp_path / "runs.sqlite")
    log.append("r-1", StepStarted(step="s1"))
    log.close()
    database = sqlite3.connect(tmp_path / "runs.sqlite")
    try:
        for command in ("DELETE FROM events", "UPDATE events SET name = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(command)
    finally:
        database.close()


def test_the_first_id_of_a_question_is_always_the_same_and_the_next_another(tmp_path: Path) -> None:
    log = RunLog(tmp_path / "runs.sqlite")
    first = log.new_id(QUESTION)
    log.append(first, StepStarted(step="s1"))
    assert first == RunLog().new_id(QUESTION) and first.startswith("r-")
    assert log.new_id(QUESTION) != first


def test_an_unknown_run_has_no_events() -> None:
    assert RunLog().events("r-0") == ()


def test_a_damaged_log_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "runs.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(ConductorError, match="damaged"):
        RunLog(tmp_path / "runs.sqlite")
    assert (tmp_path / "runs.sqlite").read_bytes().startswith(b"not a database")


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    log = RunLog(tmp_path / "runs.sqlite")
    log.append("r-1", StepStarted(step="s1"))
    pages = log._database.execute("PRAGMA page_count").fetchone()[0]
    log._database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ConductorError, match="full"):
        log.append("r-1", StepStarted(step="x" * 100_000))
    assert len(log.events("r-1")) == 1

"""What is kept between processes, and that losing it loses nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.engine.memory import Memory


def test_what_one_process_keeps_the_next_one_finds(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "engine.sqlite"
    one = Memory(path)
    one.keep_health("h", b"1")
    one.keep_result("r", b"2", now=100.0)
    one.keep_fact("f", "3", now=100.0)
    one.close()
    two = Memory(path)
    assert (two.health("h"), two.result("r"), two.fact("f", since=100.0)) == (b"1", (100.0, b"2"), "3")
    assert two.fact("f", since=101.0) is None
    two.close()


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    Memory(tmp_path / "engine.sqlite").close()
    assert list(tmp_path.iterdir()) == []


def test_results_of_more_than_a_week_are_dropped() -> None:
    memory = Memory()
    memory.keep_result("old", b"", now=0.0)
    for n in range(100):
        memory.keep_result(f"between{n}", b"", now=7.5 * 86400.0)
    memory.keep_result("new", b"", now=8 * 86400.0)
    assert memory.result("old") is None
    assert memory.result("new") is not None


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "engine.sqlite"
    path.write_bytes(b"this is no database at all" * 100)
    memory = Memory(path)
    memory.keep_fact("f", "v", now=1.0)
    assert memory.fact("f", since=0.0) == "v"
    memory.close()
    assert path.with_suffix(".damaged").exists()


def test_a_place_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "engine.sqlite")
    memory.keep_fact("f", "v", now=1.0)
    assert memory.fact("f", since=0.0) == "v"
    memory.close()


@pytest.mark.parametrize("count", [2])
def test_two_processes_share_one_file(tmp_path: Path, count: int) -> None:
    path = tmp_path / "engine.sqlite"
    memories = [Memory(path) for _ in range(count)]
    for number, memory in enumerate(memories):
        memory.keep_fact(f"f{number}", "v", now=1.0)
    assert [m.fact(f"f{n}", since=0.0) for m in memories for n in range(count)] == ["v"] * count**2
    for memory in memories:
        memory.close()

"""The `conductor` command as a person types it: real processes, exit codes, JSON alone on stdout, no stack traces."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

WARMING = "How much will the world warm by the end of the century under SSP2-4.5?"
NOW = ("--now", "2026-11-23T12:00:00Z")


def conductor(*words: str, tmp_path: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command with its own cache and configuration; the holdings are the machine's."""
    env = {
        **os.environ,
        "CONDUCTOR_CACHE_DIR": str(tmp_path / "cache"),
        "CONDUCTOR_CONFIG_DIR": str(tmp_path / "config"),
        "CONDUCTOR_ONLINE": "no",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "conductor", *words], env=env | environment, capture_output=True, text=True, input=stdin
    )


def document(done: subprocess.CompletedProcess[str]) -> Any:
    return json.loads(done.stdout)


def test_an_answer_as_json_stands_alone_on_stdout(tmp_path: Path) -> None:
    done = conductor("ask", WARMING, "--json", *NOW, tmp_path=tmp_path)
    assert done.returncode == 0
    answer = document(done)
    assert answer["complete"] is True
    assert answer["responses"][0]["units"] == "K"
    assert {r["state"] for r in answer["sources"]} <= {"ok", "empty", "skipped_offline"}


def test_the_same_question_gives_the_same_plan_byte_for_byte(tmp_path: Path) -> None:
    first, second = (conductor("plan", WARMING, "--json", *NOW, tmp_path=tmp_path) for _ in range(2))
    assert first.stdout == second.stdout
    assert len(document(first)["id"]) == 64


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("ask", ""), 2, "no word"),
        (("ask", "what\x01\x02 is hist-1950?"), 0, ""),
        (("ask", "x" * 100_000), 2, "characters"),
        (("ask", "Show me Springfield in June"), 3, "Springfield"),
        (("ask", WARMING, "--max-seconds", "0.001"), 4, "quoted"),
        (("ask", "Find SSP9-2.0 projections for Chile"), 8, "SSP9-2.0"),
        (("ask", WARMING, "--now", "yesterday"), 2, "ISO 8601"),
        (("ask", WARMING, "--lang", "de"), 2, "--lang"),
        (("ask", WARMING, "--history", "missing.json"), 2, "missing.json"),
        (("sources", "add", "http://127.0.0.1:9/none"), 5, "127.0.0.1"),
        (("holdings", "sync", "--only", "nothing"), 5, "not a holding"),
    ],
)
def test_a_mistake_is_one_clear_line_and_a_code(words: tuple[str, ...], code: int, says: str, tmp_path: Path) -> None:
    done = conductor(*words, tmp_path=tmp_path)
    assert done.returncode == code, done.stderr
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_without_holdings_it_says_how_to_get_them(tmp_path: Path) -> None:
    done = conductor("ask", WARMING, *NOW, tmp_path=tmp_path, CONDUCTOR_DATA_DIR=str(tmp_path / "empty"))
    assert done.returncode in (5, 6)
    assert "conductor holdings sync" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_batch_answers_every_line_even_a_broken_one(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(
        '{"id": "a", "question": "Bangkok"}\nnot json\n{"id": "c"}\n{"id": "d", "question": "snow in Laval in May 2020", "lang": "en"}\n'
    )
    done = conductor("understand", "--batch", str(batch), tmp_path=tmp_path)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", "2", "c", "d"]
    assert [("error" in line) for line in lines] == [False, True, True, False]
    assert done.returncode == 0


def test_a_conversation_remembers(tmp_path: Path) -> None:
    done = conductor("chat", tmp_path=tmp_path, stdin=f"{WARMING}\nmake it ssp585\n")
    assert done.returncode == 0
    assert "SSP2-4.5" in done.stdout
    assert "SSP5-8.5" in done.stdout


def test_sources_and_doctor_name_every_embedded_node(tmp_path: Path) -> None:
    listed, checked = conductor("sources", tmp_path=tmp_path), conductor("doctor", "--json", tmp_path=tmp_path)
    assert "embedded-esgf-2" in listed.stdout
    states = {probe["source"]: probe["state"] for probe in document(checked)["probes"]}
    assert {
        states[name]
        for name in ("embedded-esgf-1", "embedded-esgf-2", "embedded-stac", "local-processes", "local-models")
    } == {"ok"}


def test_a_picture_is_written_where_asked(tmp_path: Path) -> None:
    target = tmp_path / "answer.png"
    conductor("ask", WARMING, *NOW, "--plot", str(target), tmp_path=tmp_path)
    assert target.read_bytes().startswith(b"\x89PNG")


def test_the_holdings_are_listed_with_their_licence(tmp_path: Path) -> None:
    assert "CC BY" in conductor("holdings", "list", tmp_path=tmp_path, COLUMNS="200").stdout

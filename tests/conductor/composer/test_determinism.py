"""The same question gives the same bytes, in any process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OWN = Path(__file__).resolve().parents[2] / "evals" / "own.jsonl"
PROCESS = """
import json, sys
from conductor.composer.contract import question_from_dict, to_dict
from conductor.composer.grammar import understand
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")][::8]
for row in rows if sys.argv[2] == "forward" else rows[::-1]:
    print(json.dumps(to_dict(understand(question_from_dict(row, now="2026-06-15T12:00:00Z"))), ensure_ascii=False))
"""


def understood(order: str, *, seed: str) -> list[bytes]:
    command = [sys.executable, "-c", PROCESS, str(OWN), order]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, check=True, timeout=300, env=environment).stdout.splitlines()


def test_two_processes_give_the_same_bytes_whatever_came_before() -> None:
    first = understood("forward", seed="1")
    assert len(first) > 50
    assert first == understood("backward", seed="4242")[::-1]

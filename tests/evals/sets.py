"""The sets of gold questions: where they lie, who may learn from them, and how they are understood."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from conductor.composer.contract import question_from_dict, to_dict
from conductor.composer.grammar import understand

OWN = Path(__file__).with_name("own.jsonl")
OPENED = OWN.with_name("opened.jsonl")  # by other hands, blind once; opened since, so rules may learn from it
BLIND = OWN.with_name("blind.jsonl")  # by a third hand; never looked at by who writes rules or trains, it decides
GIVEN = Path(__file__).resolve().parents[2] / "../shared/evals/understanding.jsonl"
SETS = (OWN, GIVEN, OPENED, BLIND)
NOW = "2026-06-15T12:00:00Z"


def load(path: Path) -> list[dict[str, Any]]:
    """Read a set of gold questions."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def answers(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Understand every question, as `conductor understand --batch` would."""
    return {row["id"]: to_dict(understand(question_from_dict(row, now=NOW))) for row in rows}

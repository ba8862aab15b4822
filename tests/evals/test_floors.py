"""Floors under the figures of `make eval`; they only rise. The opened set was written by another hand than the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evals.run import GIVEN, OPENED, OWN, answers, load, twins
from tests.evals.scoring import mark

FLOORS = {OWN: 0.95, GIVEN: 0.90, OPENED: 0.76}


@pytest.mark.parametrize("path", FLOORS, ids=lambda path: path.stem)
def test_no_figure_falls(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} lies beside the project, not in it")
    rows = load(path)
    got = answers(rows)
    right = sum(mark(row["gold"], got[row["id"]]).right for row in rows) / len(rows)
    assert right >= FLOORS[path]


def test_a_question_and_its_translation_are_mostly_one_plan() -> None:
    rows = load(OPENED)
    alike = twins(rows, answers(rows))
    assert sum(alike) / len(alike) >= 0.70

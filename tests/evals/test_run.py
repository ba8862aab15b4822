"""A part of a set can be measured, and a blind set keeps its questions to itself."""

from __future__ import annotations

import pytest

from tests.evals.run import main, measure
from tests.evals.sets import BLIND, OWN, load


def test_a_part_of_a_set_is_chosen_by_its_ids() -> None:
    first = load(OWN)[0]["id"]
    rows = measure(OWN, ids=first).rows
    assert 0 < len(rows) < len(load(OWN)) and all(row["id"].startswith(first) for row in rows)


def test_no_question_of_the_blind_set_is_shown() -> None:
    with pytest.raises(SystemExit):
        main(["--set", str(BLIND), "--failures", "1"])

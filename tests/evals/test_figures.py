"""Figures: shares with intervals, precision and recall, calibration."""

from __future__ import annotations

import pytest

from tests.evals.bars import BARS, verdicts
from tests.evals.figures import asked_back, calibration_error, refused, reliability, share, twins, wilson
from tests.evals.run import main, measure, standing
from tests.evals.sets import BLIND, OWN


def test_a_wilson_interval_holds_the_share() -> None:
    low, high = wilson(45, 50)
    assert low < 0.9 < high and high < 1


def test_asking_about_another_slot_is_neither_precise_nor_recalled() -> None:
    rows = [
        {"id": "a", "gold": {"clarify": {"slot": "places"}}},
        {"id": "b", "gold": {"clarify": None}},
        {"id": "c", "gold": {}},
    ]
    got = {name: {"clarification": {"slot": "periods"}} for name in "abc"}
    precision, recall = asked_back(rows, got)
    assert (precision.right, precision.of, recall.right, recall.of) == (0, 2, 0, 1)


def test_any_of_the_reasons_that_gold_gives_is_right() -> None:
    rows = [
        {"id": "a", "gold": {"declined": ["contradiction", "no_such_data"]}},
        {"id": "b", "gold": {"declined": None}},
    ]
    precision, recall = refused(rows, {name: {"declined": {"reason": "no_such_data"}} for name in "ab"})
    assert (precision.value, recall.value) == (0.5, 1.0)


def test_twins_differ_by_their_periods_and_not_by_where_the_words_stood() -> None:
    rows = [{"id": "a"}, {"id": "b", "same_plan_as": "a"}]
    at = [{"intents": [{"periods": [{"start": "2050-01-01", "span": n}]}]} for n in (1, 2)]
    assert twins(rows, {"a": at[0], "b": at[1]}) == share([True])
    assert twins(rows, {"a": at[0], "b": {"intents": []}}) == share([False])


def test_the_error_is_the_distance_of_said_from_seen() -> None:
    assert calibration_error([(0.8, True)] * 4 + [(0.8, False)]) == pytest.approx(0)
    assert calibration_error([(0.9, False)] * 3) == pytest.approx(0.9)


def test_the_diagram_has_a_bar_a_bin() -> None:
    (line,) = reliability([(0.55, True), (0.55, False)])
    assert line.count("#") == 20 and "|" in line


def test_every_bar_has_a_verdict(tmp_path_factory: pytest.TempPathFactory) -> None:
    few = tmp_path_factory.mktemp("sets") / "few.jsonl"
    few.write_text("".join(OWN.read_text(encoding="utf-8").splitlines(keepends=True)[:6]), encoding="utf-8")
    lines = list(verdicts([standing(measure(few))]))
    assert len(lines) == len(BARS) + 2 and "few" in lines[0]


def test_no_failure_of_the_blind_set_is_ever_printed() -> None:
    with pytest.raises(SystemExit):
        main(["--set", str(BLIND), "--failures", "3"])

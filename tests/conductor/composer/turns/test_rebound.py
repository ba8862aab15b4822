"""A bound or an extreme said without its quantity."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.gather import read
from conductor.composer.text.utterance import utterance
from conductor.composer.turns.rebound import rebound
from planners.intent import Intent, Quantity, Threshold

HOT_DAYS = Intent(
    quantities=(Quantity(name="days", indicator="tx_days_above", threshold=Threshold(op=">", value=35, units="degC")),)
)
HIGHS = Intent(quantities=(Quantity(name="highs", variable_id="tasmax"),), statistics=("mean",))


def again(text: str, base: Intent) -> tuple[Quantity, ...] | None:
    return rebound(read(utterance(text, language="fr" if "à" in text else "en"), now=date(2026, 6, 15)), base)


@pytest.mark.parametrize(
    ("text", "op", "value", "units"),
    [
        ("and 40?", ">", 40, "degC"), ("et à 38 °C ?", ">", 38, "degC"), ("with a 40 degree threshold", ">", 40, "degC"),
        ("at least 32 °C", ">", 32, "degC"), ("below 0 °C", "<", 0, "degC"), ("100 °F instead", ">", 100, "degF"),
    ],
)  # fmt: skip
def test_another_bound(text: str, op: str, value: float, units: str) -> None:
    found = again(text, HOT_DAYS)
    assert found is not None and found[0].threshold == Threshold(op=op, value=value, units=units)
    assert found[0].indicator == "tx_days_above"


@pytest.mark.parametrize(
    "text", ["over the past 10 years", "and in 2050?", "and frost days?", "in Spain", "and 20 mm?"]
)
def test_no_bound(text: str) -> None:
    assert again(text, HOT_DAYS) is None


def test_millimetres_of_a_day_stay_of_a_day() -> None:
    wet = Quantity(name="wet days", indicator="wetdays", threshold=Threshold(op=">", value=20, units="mm/day"))
    found = again("and 15 mm?", Intent(quantities=(wet,)))
    assert found is not None and found[0].threshold == Threshold(op=">", value=15, units="mm/day")


def test_the_opposite_extreme() -> None:
    found = again("and the minimum?", HIGHS)
    assert found is not None and found[0].variable_id == "tasmin"
    assert again("for the low-emissions scenario instead", HIGHS) is None

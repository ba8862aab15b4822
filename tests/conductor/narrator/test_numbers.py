from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductor.narrator.numbers import UnboundNumber, check, decimals_of, number
from tests.conductor.fusion.made import WARM


@pytest.mark.parametrize(
    ("value", "decimals", "english", "french"),
    [(1234.5, 1, "1,234.5", "1\u202f234,5"), (-2.13, 1, "−2.1", "−2,1"), (0.0, 1, "0.0", "0,0"), (-0.04, 1, "0.0", "0,0")],
)  # fmt: skip
def test_numbers_are_spelled_as_the_language_spells_them(
    value: float, decimals: int, english: str, french: str
) -> None:
    assert (number(value, decimals, "en"), number(value, decimals, "fr")) == (english, french)


def test_a_bound_sentence_passes() -> None:
    check("2.1 K (1.4 to 3.1), 37 models, 2081–2100", WARM, "en")
    check("2,1 K (de 1,4 à 3,1), 37 modèles, 2081–2100", WARM, "fr")


@pytest.mark.parametrize("text", ["2.4 K", "38 models", "in 2150", "2.14 K"])
def test_a_number_that_was_not_computed_is_refused(text: str) -> None:
    with pytest.raises(UnboundNumber, match=r"bound to no computed value"):
        check(text, WARM, "en")


def test_a_name_may_hold_digits_where_it_is_given() -> None:
    check("SSP2-4.5", WARM, "en", also=["SSP2-4.5"])


@given(st.floats(-1e6, 1e6), st.sampled_from(["en", "fr"]), st.sampled_from(["K", "%", "K/decade", "km2", "mm"]))
def test_whatever_is_written_of_a_value_is_bound_to_it(value: float, language: str, units: str) -> None:
    check(number(value, decimals_of(units, value), language), {"value": value}, language)

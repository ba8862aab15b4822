"""Statistics with a number: return periods and percentiles."""

from __future__ import annotations

import pytest

from connectors.vocabulary.statistics import measured, term


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the 20-year flood", ["return_period_20"]), ("a 1-in-100-year event", ["return_period_100"]), ("hundred-year storm", ["return_period_100"]),
        ("crue centennale", ["return_period_100"]), ("crue de récurrence 20 ans", ["return_period_20"]), ("période de retour de 50 ans", ["return_period_50"]),
        ("return level of 10 years", ["return_period_10"]), ("95th percentile", ["percentile_95"]), ("90e centile", ["percentile_90"]),
        ("10th/90th percentiles", ["percentile_10", "percentile_90"]), ("p90 of rain", ["percentile_90"]),
    ],
)  # fmt: skip
def test_numbers_are_read_with_their_statistic(text: str, wanted: list[str]) -> None:
    assert [m.id for _, _, m in measured(text)] == wanted


@pytest.mark.parametrize("text", ["a 20-year period", "50th percentile", "in 20 years", "100 ans"])
def test_other_numbers_are_left_alone(text: str) -> None:
    assert measured(text) == ()


def test_spans_are_of_the_text_itself() -> None:
    text = "Débit : la crue centennale"
    ((start, end, _),) = measured(text)

    assert text[start:end] == "crue centennale"


def test_a_term_made_of_a_number_has_names_in_both_languages() -> None:
    found = term("statistics", "return_period_20")

    assert found is not None
    assert (found.name_en, found.name_fr) == ("20-year return period", "récurrence 20 ans")


def test_an_unknown_term_is_none() -> None:
    assert term("outputs", "hologram") is None

from __future__ import annotations

import pytest

from conductor.narrator import names


@pytest.mark.parametrize(
    ("experiment", "label"),
    [
        ("ssp245", "SSP2-4.5"),
        ("rcp85", "RCP8.5"),
        ("A1B", "A1B"),
        ("obs", "observations"),
        ("ssp534-over", "SSP5-3.4-over"),
    ],
)
def test_scenarios_are_written_as_people_write_them(experiment: str, label: str) -> None:
    assert names.scenario(experiment, "en") == label


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2081-01-01", "2100-12-31", "2081–2100", "2081–2100"),
        ("2019-01-01", "2019-12-31", "2019", "2019"),
        ("2017-02-01", "2017-02-28", "February 2017", "février 2017"),
        ("2017-02-16", "2017-02-16", "16 February 2017", "16 février 2017"),
        ("1970-01-01", None, "since 1970", "depuis 1970"),
        (None, None, "the whole record", "toute la série"),
        ("2017-02-16", "2017-03-02", "16 February 2017 – 2 March 2017", "16 février 2017 – 2 mars 2017"),
    ],
)  # fmt: skip
def test_periods_are_written_as_short_as_they_can_be(
    start: str | None, end: str | None, english: str, french: str
) -> None:
    document = {"start": start, "end": end}
    assert (names.period(document, "en"), names.period(document, "fr")) == (english, french)


def test_a_quantity_is_named_by_the_vocabulary_else_by_the_asker() -> None:
    assert names.quantity({"variable_id": "tas"}, "fr") == "température de l'air près de la surface"
    assert names.quantity({"variable_id": None, "name": "cropland"}, "en") == "cropland"


def test_the_meaning_of_a_range_is_translated() -> None:
    assert names.meaning("5–95 % of 37 models", "fr") == "5–95 % de 37 modèles"


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2081-01-01", "2100-12-31", "in 2081–2100", "en 2081–2100"),
        ("2017-02-16", "2017-02-16", "on 16 February 2017", "le 16 février 2017"),
        ("1970-01-01", None, "since 1970", "depuis 1970"),
    ],
)  # fmt: skip
def test_periods_take_their_preposition(start: str, end: str | None, english: str, french: str) -> None:
    document = {"start": start, "end": end}
    assert (names.when(document, "en"), names.when(document, "fr")) == (english, french)


def test_a_place_takes_its_relation() -> None:
    assert names.around({"name": "Berlin", "relation": "west_of"}, "fr") == "à l’ouest de Berlin"
    assert names.around({"name": "Texas", "relation": None}, "en") == "over Texas"

"""Turns that only name another source, point at what was named, or ask something on the side."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import first


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Temperature in Lusaka in February 2024 according to MERRA-2", "what does ERA5 say?"),
        ("Température à Lusaka en février 2024 selon MERRA-2", "et que dit ERA5 ?"),
    ],
)
def test_another_source_is_asked_the_same(before: str, text: str) -> None:
    turn = first(text, after=[before])
    assert (turn.action, turn.collections, turn.follow_up) == ("describe", ("era5",), True)
    assert [p.name for p in turn.places] == ["Lusaka"]


def test_what_was_explained_is_shown_of_a_place() -> None:
    turn = first("ok. now show it for Cairo in July 2023, ERA5", after=["What does tasmax mean?"])
    assert (turn.action, turn.follow_up) == ("describe", True)
    assert [q.variable_id for q in turn.quantities] == ["tasmax"]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Température moyenne à Kinshasa en 2050 selon ssp245", "au fait, c'est quoi ssp245 ?"),
        ("Mean temperature in Kinshasa in 2050 under ssp245", "by the way, what is ssp245?"),
    ],
)
def test_what_is_asked_on_the_side_stands_alone(before: str, text: str) -> None:
    turn = first(text, after=[before])
    assert (turn.action, turn.follow_up, turn.places) == ("explain", False, ())


@pytest.mark.parametrize("text", ["hm, sure about that? seems too warm to me", "sounds off"])
def test_doubt_repeats_the_turn(text: str) -> None:
    turn = first(text, after=["Mean temperature in Helsinki for 1991-2020, ERA5"])
    assert (turn.action, turn.collections, turn.statistics) == ("describe", ("era5",), ("mean",))


@pytest.mark.parametrize("text", ["les deux ensemble", "les deux sur une carte"])
def test_two_together_are_not_compared(text: str) -> None:
    turn = first(text, after=["occupation du sol, Rwanda, 2020", "et le Burundi ?"])
    assert {p.name for p in turn.places} == {"Rwanda", "Burundi"}
    assert turn.action == "detect"


def test_the_change_between_two_dates_has_the_earlier_as_reference() -> None:
    turn = first("change between the two", after=["Lake Mead extent, July 2015", "and July 2022?"])
    assert turn.action == "change"
    assert {(p.role, p.start) for p in turn.periods} == {("target", "2022-07-01"), ("reference", "2015-07-01")}


def test_what_changed_since_another_month() -> None:
    turn = first("and what changed from March 2022?", after=["Show me NDVI in Punjab, India, March 2023"])
    assert turn.action == "change"
    assert {(p.role, p.start) for p in turn.periods} == {("target", "2023-03-01"), ("reference", "2022-03-01")}


def test_a_bound_said_alone_binds_the_index() -> None:
    turn = first("au-dessus de 0,3", after=["NDWI lac Léman juin 2025"])
    bound = turn.quantities[0].threshold
    assert bound is not None and (bound.op, bound.value) == (">", 0.3)


def test_a_mean_by_the_decade_is_no_trend() -> None:
    turn = first("plutôt par décennie", after=["Pluie annuelle à Dakar, 1951-2020"])
    assert (turn.action, turn.aggregation) == ("describe", "decadal")


@pytest.mark.parametrize("text", ["cloudiest first", "les plus nuageuses en premier"])
def test_an_order_keeps_the_search(text: str) -> None:
    turn = first(text, after=["Landsat scenes of Suva in 2024"])
    assert (turn.action, turn.filters.get("sort")) == ("find", "-eo:cloud_cover")

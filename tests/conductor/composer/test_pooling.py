"""Two readers' readings joined: agreement strengthens, contradiction weakens, and refusals mostly stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductor.answer import Clarification, Declined, Option, Understanding
from conductor.composer.pooling import join, key_of
from planners.intent import Intent, Place, Quantity, Span

WARMTH = Quantity(name="warmer", standard_name="air_temperature", variable_id="tas", span=Span(start=0, end=6))
RAIN = Quantity(name="rain", standard_name="precipitation_flux", variable_id="pr")


def intent(quantity: Quantity = WARMTH, *, probability: float, part: int = 1) -> Intent:
    return Intent(action="project", quantities=(quantity,), probability=probability, part=part)


def understood(
    *intents: Intent, clarification: Clarification | None = None, declined: Declined | None = None
) -> Understanding:
    plain = Understanding(question="q", language="en", asked_at="2026-11-23T12:00:00Z", intents=intents)
    return replace(plain, clarification=clarification, declined=declined)


def chances(understanding: Understanding) -> list[float]:
    return [i.probability for i in understanding.intents]


def test_without_a_second_reader_nothing_changes() -> None:
    alone = understood(intent(probability=0.8))

    assert join(alone, ()) is alone


def test_readings_that_agree_are_one_and_more_probable() -> None:
    said_otherwise = replace(WARMTH, name="heat", span=None)

    joined = join(understood(intent(probability=0.7)), (intent(said_otherwise, probability=0.5),))

    assert chances(joined) == [0.85]  # 1 - (1 - 0.7)(1 - 0.5)
    assert joined.intents[0].quantities == (WARMTH,)


def test_readings_that_exclude_each_other_take_from_each_other() -> None:
    joined = join(understood(intent(probability=0.8)), (intent(RAIN, probability=0.5),))

    assert [i.quantities[0].variable_id for i in joined.intents] == ["tas", "pr"]
    assert chances(joined) == [0.667, 0.167]  # 0.8 · 0.5 and 0.5 · 0.2, both over 1 - 0.8 · 0.5


def test_a_surer_second_reader_comes_first() -> None:
    joined = join(understood(intent(probability=0.3)), (intent(RAIN, probability=0.8),))

    assert [i.quantities[0].variable_id for i in joined.intents] == ["pr", "tas"]


@pytest.mark.parametrize("reliability", [0.1, 0.5, 1.0])
def test_the_probabilities_of_a_part_never_sum_to_more_than_one(reliability: float) -> None:
    first = understood(intent(probability=0.6), intent(RAIN, probability=0.4))

    joined = join(first, (intent(RAIN, probability=reliability),))

    assert sum(chances(joined)) <= 1.0


def test_a_reader_that_doubts_wholly_changes_no_probability() -> None:
    first = understood(intent(probability=0.6), intent(RAIN, probability=0.3))

    assert join(first, (intent(probability=0.0),)).intents == first.intents


def test_parts_are_joined_part_by_part() -> None:
    first = understood(intent(probability=0.7), intent(RAIN, probability=0.6, part=2))

    joined = join(first, (intent(probability=0.5), intent(RAIN, probability=0.5, part=2)))

    assert [(i.part, i.probability) for i in joined.intents] == [(1, 0.85), (2, 0.8)]


def test_readers_that_divide_the_question_differently_are_not_joined() -> None:
    first = understood(intent(probability=0.7))

    assert join(first, (intent(probability=0.5), intent(RAIN, probability=0.5, part=2))) is first


def test_a_follow_up_is_left_as_it_is() -> None:
    first = understood(replace(intent(probability=0.7), follow_up=True))

    assert join(first, (intent(RAIN, probability=0.9),)) is first


def test_the_options_of_a_clarification_follow_their_readings() -> None:
    asked = Clarification(
        slot="quantities",
        question="Which?",
        options=(Option(label="warmth", intent=0, probability=0.5), Option(label="other")),
    )
    first = understood(intent(probability=0.5), clarification=asked)

    joined = join(first, (intent(RAIN, probability=0.8),))

    assert joined.clarification is not None
    warmth, other = joined.clarification.options
    assert (warmth.intent, warmth.probability) == (1, joined.intents[1].probability)
    assert other.intent is None


def test_out_of_scope_yields_to_a_reading_that_is_more_likely_right_than_not() -> None:
    refused = understood(declined=Declined(reason="out_of_scope", message="No."))

    rescued = join(refused, (intent(probability=0.6),), assumptions=("So it is.",))

    assert (rescued.declined, chances(rescued), rescued.assumptions) == (None, [0.6], ("So it is.",))
    assert join(refused, (intent(probability=0.4),)) is refused
    assert (
        join(refused, (Intent(action="find", places=(Place(name="Paris", kind="city"),), probability=0.9),)) is refused
    )


@pytest.mark.parametrize("reason", ["contradiction", "no_such_data"])
def test_other_refusals_stand(reason: str) -> None:
    refused = understood(declined=Declined(reason=reason, message="No."))

    assert join(refused, (intent(probability=0.95),)) is refused


def test_names_spans_and_order_do_not_tell_readings_apart() -> None:
    one = Intent(quantities=(WARMTH, RAIN), facets={"experiment_id": ("ssp126", "ssp585")})
    other = Intent(quantities=(RAIN, replace(WARMTH, span=None)), facets={"experiment_id": ("ssp585", "ssp126")})

    assert key_of(one) == key_of(other) != key_of(replace(one, action="find"))

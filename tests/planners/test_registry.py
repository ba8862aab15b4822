from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.offers import Source
from planners.errors import NoPlan
from planners.intent import Intent, Period
from planners.plan import Plan, Ref, Step
from planners.quote import SECONDS, Quote
from planners.registry import NOT_YET, RECIPES, plan_for, recipe_for
from tests.planners.intents import LATE, RECENT, SOURCES, TAS, TEXAS, WARMING, WORLD, planned, responses


@pytest.mark.parametrize("action", RECIPES)
def test_every_entry_leads_to_the_recipe_of_its_action(action: str) -> None:
    assert recipe_for(Intent(action=action)).action == action  # type: ignore[arg-type]


def test_the_same_question_gives_the_same_plan_byte_for_byte() -> None:
    assert json.dumps(planned(WARMING).to_dict()) == json.dumps(planned(WARMING).to_dict())


def test_readings_get_their_own_responses_and_share_their_steps() -> None:
    likely, unlikely = replace(WARMING, probability=0.6), replace(WARMING, probability=0.3, places=(TEXAS,))
    plan = planned(likely, unlikely)
    assert [s.intent for s in responses(plan)] == [0, 0, 1, 1]
    assert len([s for s in plan.steps if s.kind == "search"]) == 1


def test_a_reading_too_improbable_is_not_run_unless_it_is_all_there_is() -> None:
    faint = replace(WARMING, probability=0.05)
    assert {s.intent for s in planned(replace(WARMING, probability=0.9), faint).steps} == {0}
    assert {s.intent for s in planned(faint).steps} == {0}


@pytest.mark.parametrize("action", NOT_YET)
def test_what_is_not_there_yet_is_refused_with_what_is_near(action: str) -> None:
    with pytest.raises(NoPlan) as refused:
        planned(Intent(action=action))  # type: ignore[arg-type]
    assert (refused.value.missing, bool(refused.value.nearest)) == (action, True)


def test_a_part_that_cannot_be_planned_says_so_in_its_place() -> None:
    plan = planned(WARMING, Intent(part=2, action="train"))
    assert [(s.arguments["part"], s.arguments["role"]) for s in responses(plan)] == [
        (1, "change"),
        (1, "change"),
        (2, "unsupported"),
    ]


def test_processes_are_quoted_as_they_were_measured_and_the_slow_ones_above_the_quick() -> None:
    quotes = {s.operation: s.quote for s in planned(WARMING).steps if s.kind == "process"}
    known = {name: quote for name, quote in quotes.items() if f"process:{name}" in SECONDS}
    assert {"merge_cubes", "ensemble_statistics"} <= set(known)
    for name, quote in known.items():
        assert (quote.seconds_p50, quote.seconds_p90) == SECONDS[f"process:{name}"][:2] and quote.basis == "measured"
    assert all(0 < p50 <= p90 and n > 0 for p50, p90, n in SECONDS.values())
    assert SECONDS["process:gr4j_calibrate"][0] > 10 * SECONDS["process:gr4j_simulate"][0]


def test_a_family_without_a_source_is_refused() -> None:
    with pytest.raises(NoPlan, match="'compute'"):
        plan_for("q", (WARMING,), tuple(s for s in SOURCES if s.family != "compute"))


def test_a_disabled_source_does_not_count() -> None:
    with pytest.raises(NoPlan, match="'esgf'"):
        plan_for("q", (WARMING,), tuple(replace(s, enabled=s.family != "esgf") for s in SOURCES))


def test_past_timings_make_the_quote_and_leave_the_plan_as_it_is() -> None:
    measured = Quote(seconds_p50=9.0, seconds_p90=9.0, basis="measured")
    plan = plan_for("a question", (WARMING,), SOURCES, timings={"search:search": measured})
    assert plan.steps[0].quote == measured
    assert plan.id == planned(WARMING).id


def test_no_reading_at_all_is_refused() -> None:
    with pytest.raises(NoPlan):
        plan_for("q", (), tuple[Source, ...]())


periods = st.sampled_from([(LATE,), (LATE, RECENT), (), (Period(warming_level=1.5),), (Period(start="2050-01-01"),)])
intents = st.builds(
    Intent, part=st.integers(1, 3), probability=st.sampled_from([0.05, 0.3, 0.6, 1.0]),
    action=st.sampled_from(["compare", "describe", "find", "project", "trend", "train", None]), quantities=st.sampled_from([(TAS,), (), (TAS, TAS)]),
    places=st.sampled_from([(WORLD,), (TEXAS,), (WORLD, TEXAS), ()]), periods=periods, months=st.sampled_from([(), (6, 7, 8)]),
    facets=st.sampled_from([{}, {"experiment_id": ("ssp126", "ssp585")}, {"mip_era": ("CMIP6",)}]),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(intents, min_size=1, max_size=4).map(tuple))
def test_any_plan_survives_json(chosen: tuple[Intent, ...]) -> None:
    try:
        plan = plan_for("q", chosen, SOURCES)
    except NoPlan as reason:
        assert str(reason)
        return
    again = Plan.from_dict(json.loads(json.dumps(plan.to_dict())))
    assert (again, again.id) == (plan, plan.id)


@given(st.data())
def test_any_graph_of_steps_survives_json(data: st.DataObject) -> None:
    literals = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=5,
    )
    steps: list[Step] = []
    for n in range(data.draw(st.integers(0, 8))):
        refs = [
            Ref(from_step=f"s{i}", output=data.draw(st.sampled_from([None, "cube"])))
            for i in data.draw(st.sets(st.integers(0, n - 1)) if n else st.just(set()))
        ]
        steps.append(
            Step(
                id=f"s{n}",
                kind="process",
                source="x",
                operation="y",
                arguments={"refs": refs, "literal": data.draw(literals)},
            )
        )
    plan = Plan(question="q", intents=(), steps=tuple(steps))
    assert Plan.from_dict(json.loads(json.dumps(plan.to_dict()))) == plan

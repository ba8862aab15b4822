from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import InvalidPlan
from planners.plan import Plan, Ref, Step
from planners.quote import Quote
from tests.planners.intents import WARMING, planned

STEP = Step(id="s1", kind="process", source="here", operation="mean")


def plan_of(*steps: Step) -> Plan:
    return Plan(question="q", intents=(), steps=steps)


def test_two_steps_of_one_id_are_refused() -> None:
    with pytest.raises(InvalidPlan, match="s1"):
        plan_of(STEP, STEP)


def test_a_reference_to_nothing_is_refused() -> None:
    with pytest.raises(InvalidPlan, match="s7"):
        plan_of(replace(STEP, arguments={"data": [{"deep": Ref(from_step="s7")}]}))


def test_a_circle_is_refused() -> None:
    with pytest.raises(InvalidPlan, match="circle"):
        plan_of(
            replace(STEP, arguments={"a": Ref(from_step="s2")}),
            replace(STEP, id="s2", arguments={"a": Ref(from_step="s1")}),
        )


def test_the_id_leaves_quotes_out_and_takes_all_else_in() -> None:
    plan = planned(WARMING)
    quoted = replace(
        plan, steps=tuple(replace(s, quote=Quote(seconds_p50=9.0)) for s in plan.steps), quote=Quote(bytes=1)
    )
    assert quoted.id == plan.id
    assert replace(plan, question="another").id != plan.id


@pytest.mark.parametrize(
    "document",
    [{}, {"steps": [{"id": "s1"}]}, {"steps": [{"id": "s1", "kind": "x", "nonsense": 1}]}, {"steps": 3}],
    ids=str,
)
def test_what_is_no_plan_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(InvalidPlan, match="not a plan"):
        Plan.from_dict(document)

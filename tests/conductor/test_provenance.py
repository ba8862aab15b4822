from __future__ import annotations

import json

from prov.model import ProvDocument

from conductor.answer import Actual, Understanding
from conductor.fusion.respond import fuse
from conductor.narrator import narrate
from conductor.provenance import provenance
from conductor.question import Question
from conductor.results import Successful
from planners.quote import Quote
from tests.conductor.fusion.test_respond import results
from tests.planners.intents import WARMING, planned

QUESTION = Question(text="How much will the world warm?", asked_at="2026-11-23T12:00:00Z")


def made() -> dict[str, object]:
    plan = planned(WARMING)
    ended = results(plan)
    understanding = Understanding(question=QUESTION.text, language="en", asked_at=QUESTION.asked_at, intents=(WARMING,))
    answer = narrate(QUESTION, understanding, plan, ended, fuse(plan, ended), run="r-1", quote=Quote(), actual=Actual())
    return provenance(QUESTION, plan, ended, answer)


def test_it_is_prov_json() -> None:
    document = ProvDocument.deserialize(content=json.dumps(made()), format="json")
    assert json.loads(document.serialize(format="json") or "{}").keys() >= {
        "entity",
        "activity",
        "agent",
        "used",
        "wasGeneratedBy",
        "wasDerivedFrom",
    }


def test_a_response_was_generated_by_its_step_and_derived_from_its_data() -> None:
    document = made()
    assert {"prov:entity": "run:response-1", "prov:activity": "run:s10"} in document["wasGeneratedBy"].values()  # type: ignore[attr-defined]
    derived = {"prov:generatedEntity": "run:response-1", "prov:usedEntity": "data:dataset.v1"}
    assert derived in document["wasDerivedFrom"].values()  # type: ignore[attr-defined]


def test_every_activity_followed_the_plan_and_used_what_came_before() -> None:
    document = made()
    plans = {a["prov:plan"] for a in document["wasAssociatedWith"].values()}  # type: ignore[attr-defined]
    used = {(u["prov:activity"], u["prov:entity"]) for u in document["used"].values()}  # type: ignore[attr-defined]
    assert plans == {"run:plan"}
    assert {("run:s1", "run:question"), ("run:s2", "run:s1-outcome")} <= used


def test_a_step_that_did_not_run_is_no_activity() -> None:
    plan = planned(WARMING)
    ended = tuple(Successful(step=s.id, outcome=None) for s in plan.steps)
    understanding = Understanding(question=QUESTION.text, language="en", asked_at=QUESTION.asked_at, intents=(WARMING,))
    answer = narrate(QUESTION, understanding, plan, ended, (), run="r-1", quote=Quote(), actual=Actual())
    assert provenance(QUESTION, plan, ended, answer)["activity"] == {}

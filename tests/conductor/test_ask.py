from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prov.model import ProvDocument

from conductor.answer import Clarification, Declined, Understanding
from conductor.ask import Conductor
from conductor.contract import answer_to_dict, source_to_dict
from conductor.errors import OverBudget
from conductor.events import Answered, Planned, StepEnded, StepStarted, Understood
from conductor.question import Question
from conductor.runs import RunLog
from conductor.settings import Settings
from connectors.errors import Unavailable
from connectors.items import Processed
from planners.intent import Intent
from tests.conductor.fusion.test_respond import CUBE, OUTCOMES
from tests.doubles import Scripted
from tests.planners.intents import SOURCES, WARMING

QUESTION = Question(text="How much will the world warm?", asked_at="2026-11-23T12:00:00Z")
MADE = Processed(outputs={"cube": CUBE})
SCRIPT: dict[str, Any] = OUTCOMES | dict.fromkeys(
    ("aggregate_spatial", "aggregate_temporal_period", "anomaly", "aggregate_temporal"), MADE
)


def conductor(
    tmp_path: Path, *, script: dict[str, Any] | None = None, understanding: dict[str, Any] | None = None, **limits: Any
) -> Conductor:
    def understand(question: Question) -> Understanding:
        said = {"question": question.text, "language": "en", "asked_at": question.asked_at, "intents": (WARMING,)}
        return Understanding(**(said | (understanding or {})))

    settings = Settings(data_dir=tmp_path, cache_dir=tmp_path, config_dir=tmp_path, **limits)
    outside = Scripted(SCRIPT | (script or {}))
    return Conductor(understand=understand, sources=SOURCES, outside=outside, log=RunLog(), settings=settings)


async def test_the_story_is_told_from_the_reading_to_the_answer(tmp_path: Path) -> None:
    events = [e async for e in conductor(tmp_path).stream(QUESTION)]
    assert [type(e) for e in events[:3]] == [Understood, Planned, StepStarted]
    assert isinstance(events[-1], Answered) and events[-1].answer.responses[0].finding.value == 2.13
    assert len([e for e in events if isinstance(e, StepEnded)]) == len(events[1].plan.steps)  # type: ignore[union-attr]


async def test_every_event_is_logged_under_the_run_of_the_answer(tmp_path: Path) -> None:
    asked = conductor(tmp_path)
    events = [e async for e in asked.stream(QUESTION, run="r-given")]
    assert [name for name, _ in asked._log.events("r-given")] == [type(e).__name__ for e in events]
    assert events[-1].answer.run == "r-given"  # type: ignore[union-attr]


async def test_the_same_question_gives_the_same_answer_but_for_its_run(tmp_path: Path) -> None:
    first, second = [answer_to_dict(await conductor(tmp_path).ask(QUESTION)) for _ in range(2)]
    assert json.dumps(first | {"actual": None}) == json.dumps(second | {"actual": None})


async def test_a_question_back_ends_the_run_without_a_plan(tmp_path: Path) -> None:
    asked = conductor(
        tmp_path, understanding={"clarification": Clarification(slot="places", question="Which Springfield?")}
    )
    assert [type(e) for e in [e async for e in asked.stream(QUESTION)]] == [Understood, Answered]


async def test_a_declined_question_is_answered_with_the_refusal(tmp_path: Path) -> None:
    refusal = Declined(reason="no_such_data", message="There is no SSP9-2.0.", nearest=("ssp585",))
    assert (
        await conductor(tmp_path, understanding={"declined": refusal, "intents": ()}).ask(QUESTION)
    ).declined == refusal


async def test_what_no_recipe_can_do_is_declined_with_what_is_near(tmp_path: Path) -> None:
    answer = await conductor(tmp_path, understanding={"intents": (Intent(action="simulate"),)}).ask(QUESTION)
    assert answer.declined and answer.declined.nearest


async def test_a_plan_above_the_ceiling_is_refused_before_anything_runs(tmp_path: Path) -> None:
    asked = conductor(tmp_path, max_seconds=0.01)
    with pytest.raises(OverBudget, match=r"0\.01 s"):
        await asked.ask(QUESTION)
    assert asked.outside.asked == []  # type: ignore[attr-defined]


async def test_a_dead_source_leaves_an_answer_that_says_so(tmp_path: Path) -> None:
    answer = await conductor(tmp_path, script={"load": Unavailable("data1 is down", source="data1")}).ask(QUESTION)
    assert (answer.responses, answer.complete) == ((), False)
    assert "data1" in [s.source for s in answer.sources]


async def test_leaving_a_run_stops_its_steps(tmp_path: Path) -> None:
    asked = conductor(tmp_path)
    asked.outside.delay_s["search"] = 10.0  # type: ignore[attr-defined]
    async with aclosing(asked.stream(QUESTION)) as events:
        async for event in events:
            if isinstance(event, StepStarted):
                break
    assert asked.outside.cancelled in ([], ["search"])  # type: ignore[attr-defined]
    assert not [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]


def test_code_that_is_not_asynchronous_can_ask_too(tmp_path: Path) -> None:
    asked = conductor(tmp_path)
    assert asked.answer(QUESTION).responses[0].finding.value == 2.13
    assert asked.answer(QUESTION).run != asked.answer(QUESTION).run
    asked.close()


async def test_the_answer_is_json_of_the_contract(tmp_path: Path) -> None:
    document = json.loads(json.dumps(answer_to_dict(await conductor(tmp_path).ask(QUESTION))))
    assert list(document) == ["run", "question", "language", "complete", "summary", "responses", "sources", "clarification",
                              "declined", "assumptions", "quote", "actual"]  # fmt: skip
    response = document["responses"][0]
    assert (response["value"], response["units"], response["range"], response["n"]) == (2.13, "K", [1.4, 3.09], 37)
    assert response["score"]["parts"]["coverage"] == 0.5
    assert response["conditions"] == {"experiment_id": "ssp245"}


async def test_the_run_is_told_as_prov(tmp_path: Path) -> None:
    asked = conductor(tmp_path)
    answer = await asked.ask(QUESTION)
    document = ProvDocument.deserialize(content=json.dumps(asked.provenance(answer.run)), format="json")
    derived = [d for d in document.get_records() if "Derivation" in type(d).__name__]
    assert [str(d.args[1]) for d in derived] == ["data:dataset.v1"]
    told = {str(r.identifier) for r in document.get_records() if type(r).__name__ == "ProvActivity"}
    assert {"run:s1", "run:s2", "run:s10"} <= told


def test_a_source_is_told_without_secrets() -> None:
    assert source_to_dict(replace(SOURCES[0], auth={"search": "bearer"}))["auth"] == {"search": "bearer"}

from __future__ import annotations

from planners.blocks.answers import respond, respond_level
from planners.blocks.evidence import Subject
from planners.blocks.sketch import Sketch
from planners.intent import Intent
from tests.planners.intents import LATE, TAS, TEXAS


def test_a_response_leaves_out_what_it_does_not_have() -> None:
    sketch = Sketch()
    respond(sketch, Intent(part=2), kind="value", role="level", value=1, series=None, caveats=[])
    assert sketch.steps[0].arguments == {"part": 2, "kind": "value", "role": "level", "value": 1}


def test_a_response_gives_what_a_contrast_can_be_made_of() -> None:
    sketch = Sketch()
    told = respond_level(sketch, Intent(), Subject(quantity=TAS, place=TEXAS, experiment="ssp245"), target=LATE)
    operations = {s.id: s.operation for s in sketch.steps}
    assert [operations[r.from_step] for r in (told.means, told.value, told.items)] == [
        "aggregate_temporal",
        "ensemble_statistics",
        "search",
    ]


def test_evidence_can_be_asked_to_hold_more_than_the_target() -> None:
    sketch = Sketch()
    respond_level(
        sketch, Intent(), Subject(quantity=TAS, place=TEXAS, experiment="ssp245"), target=LATE, within=(LATE, LATE)
    )
    assert len(sketch.steps[1].arguments["intervals"]) == 2

from __future__ import annotations

import json

from conductor.answer import Answer, Clarification, Declined, Option, Response
from conductor.contract import answer_to_dict, plain, response_to_dict
from connectors.items import Item, Link, Series, Table
from tests.conductor.fusion.made import finding


def test_a_response_carries_every_field_of_the_contract() -> None:
    shown = finding(
        series=Series(x=("2000",), y=(1.0,), units="K"),
        table=Table(columns=("a",), rows=((1,),)),
        items=(Item(id="i", collection="c"),),
    )
    response = Response(
        rank=1,
        probability=0.81,
        likelihood="likely",
        statement="…",
        finding=shown,
        links=(Link(rel="plot", href="p.svg", type="image/svg+xml"),),
    )
    document = json.loads(json.dumps(response_to_dict(response)))
    expected = {
        "rank", "probability", "likelihood", "intent", "kind", "statement", "value", "units", "range", "range_meaning", "n", "quantity", "place", "period",
        "reference", "conditions", "series", "table", "items", "links", "score", "caveats", "citations", "derived_from",
    }  # fmt: skip
    assert expected <= document.keys()
    assert (document["range"], document["items"][0]["type"], document["table"]["rows"]) == (
        [1.4, 3.09],
        "Feature",
        [[1]],
    )
    assert document["links"] == [{"rel": "plot", "href": "p.svg", "type": "image/svg+xml"}]


def test_no_range_is_null() -> None:
    response = Response(rank=1, probability=0.8, likelihood="likely", statement="…", finding=finding(low=None))
    assert response_to_dict(response)["range"] is None


def test_questions_back_and_refusals_are_documents() -> None:
    asked = Clarification(slot="places", question="Which?", options=(Option(label="A", intent=0, probability=0.5),))
    answer = Answer(
        run="r",
        question="q",
        language="en",
        complete=True,
        summary="",
        clarification=asked,
        declined=Declined(reason="out_of_scope", message="m"),
    )
    document = answer_to_dict(answer)
    assert document["clarification"]["options"] == [{"label": "A", "intent": 0, "probability": 0.5, "effect": ""}]
    assert document["declined"] == {"reason": "out_of_scope", "message": "m", "nearest": []}


def test_tuples_are_lists_all_the_way_down() -> None:
    assert plain({"a": ({"b": (1, 2)},)}) == {"a": [{"b": [1, 2]}]}

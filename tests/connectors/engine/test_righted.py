"""That wrong facts were put right is said."""

from __future__ import annotations

from connectors.engine.righted import righted
from connectors.items import Caveat, Item


def item(**properties: object) -> Item:
    return Item(id="a", collection="c", properties=properties)


def test_what_was_put_right_is_named_once_with_the_number_of_records() -> None:
    wrong = (item(corrected=["member_id"]), item(**{"conductor:corrected": ["datetime", "bbox"]}), item(title="right"))
    assert righted(wrong) == (
        Caveat(code="corrected", parameters={"facts": ["bbox", "datetime", "member_id"], "n": 2}),
    )


def test_nothing_is_said_where_nothing_was_wrong() -> None:
    assert righted([item(title="right")]) == ()

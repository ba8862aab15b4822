"""Short identifiers: in lists, beside others, announced; never as ordinary words."""

from __future__ import annotations

import pytest

from connectors.vocabulary.phrases import find_names


def ids(text: str) -> list[str]:
    return [m.entry.id for m in find_names(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "uo, vo, so and thetao",
        "ts, ua and va",
        "daily pr r1i1p1",
        "pr and tas",
        "variable so",
        "variable_id=so",
        "`pr`",
        "CORDEX data with pr",
    ],
)
def test_company_makes_a_short_word_an_identifier(text: str) -> None:
    assert {"so", "ts", "ua", "pr"} & set(ids(text))


@pytest.mark.parametrize(
    "text", ["so hot today", "the API is down", "PR for this change", "a fit person", "my ID card", "ps: thanks"]
)
def test_an_ordinary_word_stays_one(text: str) -> None:
    assert not {"so", "pr", "ps", "indicator:api", "indicator:fit", "indicator:id"} & set(ids(text))


def test_a_table_wants_the_word_table_beside_it() -> None:
    assert "day" in ids("the Amon and day tables")
    assert "day" not in ids("a sunny day")


def test_a_long_enough_identifier_needs_nothing() -> None:
    assert ids("tasmax") == ["tasmax"]
    assert ids("thetaot") == ["thetaot"]

"""Who is known well enough to be meant by a name that a better known place bears."""

from __future__ import annotations

import pytest

from conductor.composer.where.renown import contends, goes_by, is_quarter
from connectors.vocabulary.places import PlaceEntry, lookup


def bearer(name: str, country: str, kind: str = "city") -> PlaceEntry:
    return next(entry for entry in lookup(name) if entry.country == country and entry.kind == kind)


@pytest.mark.parametrize(
    ("name", "first", "other", "kind", "known"),
    [
        ("Bari", "IT", "SO", "region", False),
        ("Parma", "IT", "US", "city", False),
        ("Madre de Dios", "PE", "BO", "region", False),
        ("Salem", "IN", "US", "city", True),
        ("Hamilton", "CA", "NZ", "city", True),
        ("Santander", "ES", "CO", "region", True),
    ],
)  # fmt: skip
def test_a_place_that_hardly_anybody_knows_abroad_is_no_rival(
    name: str, first: str, other: str, kind: str, known: bool
) -> None:
    leader = bearer(name, first, "region" if name == "Madre de Dios" else "city")
    assert contends(bearer(name, other, kind), leader, name) is known


def test_a_name_is_its_own_or_the_core_of_it() -> None:
    assert goes_by(bearer("Santa Cruz de la Sierra", "BO"), "Santa Cruz")
    assert not goes_by(bearer("Jerusalem", "IL"), "Salem")


def test_a_quarter_lies_in_a_far_greater_city() -> None:
    madrilenian = next(entry for entry in lookup("Salamanca") if entry.country == "ES" and is_quarter(entry))
    assert abs(madrilenian.latitude - 40.4) < 0.2
    assert not is_quarter(bearer("Lyon", "FR"))

"""The words of relations: one look finds whichever of them stands there, English and French."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.where.relation_words import ANY_BEFORE, BEFORE, BORDERED, PAIR_BORDER

_LEADS = (
    "all but ", "à l'exclusion de l'", "offshore ", "face aux côtes du ", "within the limits of ", "dans le périmètre du ", "the frontier of ", "les frontières du ", "in coastal ", "la façade du ",
    "upriver from ", "à l'amont de ", "downstream of ", "en aval du ", "in the far north of ", "la partie méridionale du ", "due east of ", "juste à l'ouest de ", "southernmost ", "inland ", "au cœur du ",
    "adjacent to ", "dans les parages de ",
)  # fmt: skip


@pytest.mark.parametrize("lead", _LEADS)
def test_one_look_finds_what_the_table_finds(lead: str) -> None:
    assert any(pattern.search(fold(lead)) for _, pattern in BEFORE)
    assert ANY_BEFORE.search(fold(lead))


@pytest.mark.parametrize("lead", ["rain in ", "la pluie est ", "a part of ", "a côté ", "pluie dans la ", "images of "])
def test_a_plain_lead_says_nothing(lead: str) -> None:
    said = {name for name, pattern in BEFORE if pattern.search(fold(lead))} - {"near"}
    assert said <= ({"{way}_part"} if lead.endswith("est ") else set())


@pytest.mark.parametrize(
    ("lead", "gap"), [("border of ", " with "), ("frontière séparant la ", " de l'"), ("border ", " ")]
)
def test_a_border_has_two_sides(lead: str, gap: str) -> None:
    assert PAIR_BORDER.search(fold(lead))
    assert BORDERED.fullmatch(gap)


def test_two_listed_places_have_no_border_of_their_own() -> None:
    assert BORDERED.fullmatch(", ") is None

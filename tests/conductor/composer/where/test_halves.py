"""The other part of a place, told by its way alone."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import understood


@pytest.mark.parametrize(
    ("question", "relations"),
    [
        ("Was it hotter in the north of Italy or in the south last July?", {"northern_part_of", "southern_part_of"}),
        ("L'ouest du Kenya a-t-il été plus sec que l'est en 2022 ?", {"western_part_of", "eastern_part_of"}),
        ("Is the north of Mali drier than Niger?", {"northern_part_of", None}),
        ("Le nord du Mali est-il plus sec que le Niger ?", {"northern_part_of", None}),
    ],
)
def test_the_other_half_is_of_the_same_place(question: str, relations: set[str | None]) -> None:
    assert {place.relation for place in understood(question).intents[0].places} == relations

"""The form of the answer is set only as said."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.outputs import read_outputs


@pytest.mark.parametrize(
    ("text", "outputs"),
    [
        ("plot the series", ("plot",)),
        ("carte et tableau", ("map", "table")),
        ("export as GeoTIFF", ("file",)),
        ("exporte le plan en CWL et en carnet Jupyter", ("workflow", "notebook")),
        ("combien coûterait cette analyse", ("quote",)),
        ("the Amon table", ()),
        ("table Amon", ()),
        ("how many days", ()),
        ("pour cartographier les feux", ("map",)),
        ("a single figure would do", ("value",)),
        ("le chiffre est trop bas", ()),
        ("no need for a graph", ()),
        ("draw the series", ("plot",)),
        ("trace les contours du lac", ()),
        ("the LImon and SImon tables", ()),
        ("put it in a table day by day", ("table",)),
        ("what is the NDVI value at this pin", ("value",)),
    ],
)
def test_outputs_are_read(text: str, outputs: tuple[str, ...]) -> None:
    assert read_outputs(fold(text), named=()) == outputs

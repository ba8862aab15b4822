"""The picture fits the kind of answer, is a real picture, and is the same for the same data."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest

from conductor.answer import Finding
from conductor.interfaces.plots.choose import best_sides, heading, picture, picture_kind
from tests.conductor.interfaces.plots.findings import FIELD, HIGH, LISTING, LOW, PROJECTION, TREND, answer_of

SQUARE = (((0.0, 40.0), (30.0, 40.0), (30.0, 60.0), (0.0, 60.0), (0.0, 40.0)),)


@pytest.mark.parametrize(
    ("findings", "kind"),
    [((PROJECTION,), "fan"), ((LOW, HIGH), "fan"), ((TREND,), "trend"), ((LISTING,), "map"), ((FIELD,), "map"),
     ((replace(LOW, series=None), replace(HIGH, series=None)), "bars")],
)  # fmt: skip
def test_every_kind_of_answer_has_its_picture(findings: tuple[Finding, ...], kind: str) -> None:
    assert picture_kind(findings[0], findings) == kind
    drawn = picture(answer_of(*findings), rank=1, kind="svg", outlines=SQUARE)
    assert drawn is not None
    root = ElementTree.fromstring(drawn)
    assert root.tag.endswith("svg")
    assert len(root.findall(".//{http://www.w3.org/2000/svg}path")) > 20


def test_a_png_shows_something() -> None:
    from matplotlib.image import imread

    drawn = picture(answer_of(PROJECTION), rank=1, kind="png")
    assert drawn is not None
    pixels = imread(BytesIO(drawn), format="png")
    assert pixels.shape[1] > 700
    assert len(np.unique(pixels.reshape(-1, pixels.shape[2]), axis=0)) > 50


def test_the_same_data_give_the_same_bytes() -> None:
    assert picture(answer_of(TREND), rank=1) == picture(answer_of(TREND), rank=1)


def test_nothing_to_draw_gives_no_picture() -> None:
    assert picture(answer_of(replace(PROJECTION, series=None)), rank=1) is None
    assert picture(answer_of(PROJECTION), rank=7) is None


def test_of_two_bodies_of_evidence_for_one_scenario_the_better_is_drawn() -> None:
    weaker = replace(LOW, score=replace(LOW.score, evidence=0.4))
    assert best_sides((weaker, HIGH, LOW)) == (LOW, HIGH)


def test_a_heading_names_quantity_and_place() -> None:
    assert heading(PROJECTION, "en") == "Temperature, the world"
    assert heading(LISTING, "fr") == "Scènes trouvées, Berlin"


@pytest.mark.parametrize("lon", [[-180.0], [-171.0, 171.0]])
def test_a_map_of_fiji_shows_its_cells_on_both_sides_of_180(lon: list[float]) -> None:
    from matplotlib.image import imread

    grid = {
        "lon": lon,
        "lat": [-22.5, -13.5],
        "values": [[299.6] * len(lon), [303.8] * len(lon)],
        "units": "K",
        "cell_degrees": [9.0, 18.0],
    }
    fiji = {"name": "Fiji", "bbox": [174.589, -21.711, -178.216, -12.475]}
    drawn = picture(answer_of(replace(FIELD, place=fiji, details={"grid": grid})), rank=1, kind="png", outlines=SQUARE)

    assert drawn is not None
    pixels = imread(BytesIO(drawn), format="png")
    middle = pixels[
        pixels.shape[0] // 3 : 2 * pixels.shape[0] // 3, pixels.shape[1] // 2 : 2 * pixels.shape[1] // 3, :3
    ]
    assert float((middle.min(axis=2) < 0.95).mean()) > 0.9

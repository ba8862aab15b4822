"""Findings for pictures: small, made of the nouns themselves."""

from __future__ import annotations

from dataclasses import replace

from conductor.answer import Answer, Finding, Response, Score
from connectors.extents import BBox
from connectors.items import Item, Series

YEARS = tuple(str(year) for year in range(1990, 2101))
PROJECTION = Finding(
    intent=0, part=1, kind="value", role="change", score=Score(reading=1.0, evidence=0.9), value=2.1, units="K", low=1.4, high=3.1,
    range_meaning="5–95 % of 37 models", n=37, quantity={"name": "temperature"}, place={"name": "the world"},
    period={"start": "2081-01-01", "end": "2100-12-31"}, reference={"start": "1995-01-01", "end": "2014-12-31"},
    conditions={"experiment_id": "ssp245"},
    series=Series(
        x=YEARS, y=tuple(0.02 * i for i in range(111)), units="K", low=tuple(0.015 * i for i in range(111)),
        high=tuple(0.03 * i for i in range(111)), band_meaning="5–95 % of 37 models",
    ),
)  # fmt: skip
LOW = replace(PROJECTION, role="side", conditions={"experiment_id": "ssp126"}, value=1.1)
HIGH = replace(PROJECTION, role="side", conditions={"experiment_id": "ssp585"}, value=4.0)
TREND = replace(
    PROJECTION, role="trend", conditions={}, value=0.2, units="K decade-1",
    series=Series(x=YEARS[:30], y=tuple(0.02 * i for i in range(30)), units="K", lines={"fit": tuple(0.019 * i for i in range(30))}),
)  # fmt: skip
SCENE = Item(id="S2A_T33UUU", collection="sentinel-2-l1c", bbox=BBox(west=12.0, south=52.3, east=13.2, north=53.0))
LISTING = replace(
    PROJECTION, kind="items", role="listing", series=None, value=None, items=(SCENE,),
    place={"name": "Berlin", "bbox": [13.0, 52.3, 13.8, 52.7]},
)  # fmt: skip
FIELD = replace(
    PROJECTION, kind="map", series=None,
    details={"grid": {"lon": [-150.0, -50.0, 50.0, 150.0], "lat": [-60.0, 0.0, 60.0], "values": [[1.0, 2.0, None, 3.0]] * 3, "units": "K"}},
)  # fmt: skip


def answer_of(*findings: Finding) -> Answer:
    """An answer whose responses are these findings in order."""
    responses = tuple(
        Response(rank=n, probability=0.9, likelihood="very likely", statement=f"Statement {n}.", finding=f)
        for n, f in enumerate(findings, 1)
    )
    return Answer(run="r-1", question="q", language="en", complete=True, summary="Summary.", responses=responses)

"""How often evidence of a given score answers rightly: the measurement behind `conductor/fusion/calibrate.py`.

Questions: the change of annual temperature over each AR6 region, two scenarios, three periods against 1995–2014, answered by what
the embedded federation holds for it (one coarse model). Right: the value lies in the likely (17–83 %) range of the other models'
changes over the same region in an archive that the federation does not serve (IPCC-WGI Atlas, CC BY 4.0).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from math import prod
from pathlib import Path

import numpy as np

from conductor.answer import Understanding
from conductor.ask import Conductor
from conductor.composer.composer import Understand
from conductor.question import Question
from conductor.runs import RunLog
from conductor.settings import Settings
from connectors.base import Executor
from connectors.extents import BBox
from connectors.offers import Source
from planners.intent import Intent, Period, Place, Quantity

Changes = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
TAS = Quantity(name="temperature", standard_name="air_temperature", variable_id="tas")
REFERENCE = Period(role="reference", start="1995-01-01", end="2014-12-31")
PERIODS = ((2021, 2040), (2041, 2060), (2081, 2100))
SCENARIOS = ("ssp126", "ssp585")
LIKELY = (0.17, 0.83)
ASKED_AT = "2026-11-25T12:00:00Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One question of known answer: the raw score of the evidence that answered it, and whether that was right."""

    region: str
    scenario: str
    period: tuple[int, int]
    raw: float
    value: float
    low: float
    high: float

    @property
    def right(self) -> bool:
        return self.low <= self.value <= self.high


def regions(holdings: Path) -> dict[str, Place]:
    """The AR6 regions that do not wrap around the globe, by acronym."""
    import geopandas

    frame = geopandas.read_file(f"zip://{holdings}/regionmask/data/IPCC-WGI-reference-regions-v4.zip")
    places = {}
    for acronym, outline in zip(frame["Acronym"], frame.geometry, strict=True):
        west, south, east, north = outline.bounds
        if east - west < 300:
            box = BBox.of([west, south, east, north])
            places[str(acronym)] = Place(
                name=str(acronym), kind="climate_region", bbox=box, geometry_id=f"ar6:{acronym}"
            )
    return places


def changes(shared: Path, region: str, scenario: str, period: tuple[int, int], *, without: str) -> Changes:
    """The changes of the other models over a region."""
    import xarray as xr

    folder = shared / "data" / "climate"
    with (
        xr.open_dataset(folder / "cmip6_ar6_tas_ann_historical.nc") as past,
        xr.open_dataset(folder / "cmip6_ar6_tas_ann_ssp.nc") as future,
    ):
        base = past["tas"].sel(experiment="historical", region=region, year=slice(1995, 2014)).mean("year")
        later = future["tas"].sel(experiment=scenario, region=region, year=slice(*period)).mean("year")
        change = (later - base).dropna("model")
        return np.asarray(change.where(change["model"] != without, drop=True).values, dtype=float)


async def trials(
    outside: Executor, sources: tuple[Source, ...], settings: Settings, *, shared: Path
) -> AsyncIterator[Trial]:
    """Ask every question and compare."""
    holdings = settings.holdings_dir
    for acronym, place in regions(holdings).items():
        for scenario in SCENARIOS:
            for period in PERIODS:
                target = Period(start=f"{period[0]}-01-01", end=f"{period[1]}-12-31")
                intent = Intent(
                    action="project",
                    quantities=(TAS,),
                    places=(place,),
                    periods=(target, REFERENCE),
                    facets={"experiment_id": (scenario,)},
                )
                conductor = Conductor(
                    understand=_reader(intent), sources=sources, outside=outside, log=RunLog(), settings=settings
                )
                answer = await conductor.ask(Question(text=f"{acronym} {scenario} {period}", asked_at=ASKED_AT))
                known = changes(shared, acronym, scenario, period, without="IPSL-CM6A-LR")
                low, high = (float(v) for v in np.quantile(known, LIKELY))
                for response in answer.responses[:1]:
                    finding = response.finding
                    yield Trial(region=acronym, scenario=scenario, period=period, raw=prod(finding.score.parts.values()),
                                value=float(finding.value or 0.0), low=low, high=high)  # fmt: skip


def _reader(intent: Intent) -> Understand:
    """Reads every question as this intent."""
    return lambda q: Understanding(question=q.text, language="en", asked_at=q.asked_at, intents=(intent,))

"""Raven's GR4J beside ours where it is installed, and what is said where it is not."""

from __future__ import annotations

import pytest

from connectors.compute.hydrology import gr4j, raven, skill
from connectors.compute.hydrology.gr4j import Parameters
from connectors.compute.processes.raven_gr4j import raven_gr4j
from connectors.errors import Unsupported
from connectors.items import Value
from tests.connectors.compute.basins import PARAMETERS, fulda, needs_fulda, weather

SET = Parameters(values=(345.34, -0.244, 39.83, 3.202, 0.793, 5.446), snowfall=59.98)


@pytest.mark.skipif(raven.installed() is not None, reason="Raven is installed")
def test_without_raven_the_way_to_it_is_told() -> None:
    with pytest.raises(Unsupported, match="pip install raven-hydro"):
        raven_gr4j(weather(), parameters=PARAMETERS)


@needs_fulda
@pytest.mark.skipif(raven.installed() is None, reason="raven-hydro is not installed")
def test_raven_makes_the_same_water_of_the_same_parameters() -> None:
    record = fulda()
    theirs, ours = raven.simulate(record.weather(), SET), gr4j.simulate(record.weather(), SET)
    assert theirs.sum() == pytest.approx(ours.sum(), rel=0.03)
    assert skill.nse(theirs, ours) > 0.9
    assert skill.nse(theirs, record.observed() * record.millimetres) > 0.75


@needs_fulda
@pytest.mark.skipif(raven.installed() is None, reason="raven-hydro is not installed")
def test_raven_stands_in_for_gr4j_as_a_process() -> None:
    value = raven_gr4j(fulda(), parameters=SET.to_table()).outputs["value"]
    assert isinstance(value, Value) and 25.0 < value.value < 35.0 and value.units == "m3 s-1"

"""GR4J and CemaNeige against an independent implementation, and water that is neither made nor lost."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from connectors.compute.hydrology import gr4j, skill
from connectors.compute.hydrology.gr4j import Parameters, Weather
from connectors.compute.machine_code import compiled
from connectors.errors import Refused
from connectors.items import Table
from tests.connectors.compute.basins import fulda, needs_fulda

SET = (345.0, -0.24, 39.8, 3.2)
PARAMETERS = Parameters(values=(*SET, 0.5, 4.0), snowfall=60.0)


@needs_fulda
@pytest.mark.parametrize("parameters", [SET, (320.0, 2.5, 90.0, 1.7), (900.0, -3.0, 20.0, 0.6)])
def test_gr4j_is_within_a_hundredth_of_nse_of_hydrogr(parameters: tuple[float, ...]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        hydrogr = pytest.importorskip("hydrogr")
        pandas = pytest.importorskip("pandas")
        record = fulda()
        weather, observed = record.weather(), record.observed() * record.millimetres
        water = weather.rain + weather.snow
        frame = pandas.DataFrame(
            {"precipitation": water, "evapotranspiration": weather.evapotranspiration, "flow_mm": observed},
            index=pandas.DatetimeIndex(record.days.astype("datetime64[ns]")),
        )
        model = hydrogr.ModelGr4j(dict(zip(("X1", "X2", "X3", "X4"), parameters, strict=True)))
        theirs = model.run(frame)["flow"].to_numpy()
    ours = gr4j.gr4j(water, weather.evapotranspiration, *parameters)
    assert abs(skill.nse(ours, observed) - skill.nse(theirs, observed)) < 1e-6
    np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_the_compiled_kernels_give_what_plain_python_gives() -> None:
    random = np.random.default_rng(1)
    rain, cold = random.gamma(0.4, 8.0, 400), random.normal(2.0, 8.0, 400)
    plain = gr4j.cema_neige(rain, rain[::-1], cold, 0.5, 4.0, 60.0)
    np.testing.assert_allclose(compiled(gr4j.cema_neige)(rain, rain[::-1], cold, 0.5, 4.0, 60.0), plain, rtol=1e-12)
    runoff = gr4j.routed(plain, np.full(400, 1.5), *SET[:3], *gr4j.ordinates(SET[3]))
    np.testing.assert_allclose(gr4j.gr4j(plain, np.full(400, 1.5), *SET), runoff, rtol=1e-12)


def test_snow_gives_back_all_that_fell() -> None:
    snow = np.concatenate((np.full(60, 5.0), np.zeros(240)))
    temperature = np.concatenate((np.full(60, -5.0), np.full(240, 12.0)))
    water = gr4j.cema_neige(np.zeros(300), snow, temperature, 0.3, 4.0, 300.0)
    assert water[:60].sum() == 0.0 and water.sum() == pytest.approx(300.0, rel=1e-6)


@pytest.mark.parametrize("x4", [0.5, 1.0, 2.4, 7.0])
def test_the_unit_hydrographs_give_out_all_they_take_in(x4: float) -> None:
    assert [float(part.sum()) for part in gr4j.ordinates(x4)] == pytest.approx([1.0, 1.0])


def test_without_exchange_and_evaporation_rain_becomes_runoff() -> None:
    rain = np.full(6000, 4.0)
    runoff = gr4j.gr4j(rain, np.zeros(6000), 200.0, 0.0, 50.0, 2.0)
    assert runoff[-365:].mean() == pytest.approx(4.0, rel=1e-3)


def test_the_first_year_has_filled_the_stores() -> None:
    flat = Weather(
        rain=np.full(800, 3.0), snow=np.zeros(800), temperature=np.full(800, 10.0), evapotranspiration=np.ones(800)
    )
    runoff = gr4j.simulate(flat, PARAMETERS)
    assert len(runoff) == 800 and abs(runoff[0] - runoff[-1]) < 0.2 * runoff[-1]


def test_snow_is_what_falls_below_freezing_and_part_of_what_falls_around_it() -> None:
    shares = gr4j.solid_share(np.array([-5.0, -2.0, 1.0]), np.array([-1.0, 2.0, 5.0]))
    assert list(shares) == [1.0, 0.5, 0.0]


def test_parameters_survive_their_table() -> None:
    assert Parameters.from_table(PARAMETERS.to_table()) == PARAMETERS


def test_a_table_without_a_parameter_is_refused_with_its_name() -> None:
    with pytest.raises(Refused, match="lack X2, X3"):
        Parameters.from_table(Table(columns=("parameter", "value"), rows=(("X1", 300.0),)))

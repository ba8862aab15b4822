"""Annual maxima by hydrological year and the Gumbel law against scipy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from connectors.compute.hydrology import floods


def test_the_hydrological_year_runs_from_november_to_october() -> None:
    days = np.datetime64("2000-11-01") + np.arange(730)
    discharge = np.ones(730)
    discharge[10], discharge[400] = 7.0, 9.0
    maxima, when = floods.annual_maxima(days, discharge)
    assert (list(maxima), when) == ([7.0, 9.0], ("2000-11-11", "2001-12-06"))


def test_a_part_of_a_year_has_no_maximum() -> None:
    days = np.datetime64("2001-01-01") + np.arange(500)
    assert len(floods.annual_maxima(days, np.ones(500))[0]) == 0


def test_levels_are_quantiles_of_the_law() -> None:
    law = floods.Gumbel(location=200.0, scale=50.0)
    assert law.level(10.0) == pytest.approx(stats.gumbel_r(200.0, 50.0).ppf(0.9))


def test_the_fit_finds_the_law_that_a_large_sample_came_of() -> None:
    sample = stats.gumbel_r(200.0, 50.0).rvs(20_000, random_state=3)
    law = floods.gumbel(sample)
    assert (law.location, law.scale) == pytest.approx((200.0, 50.0), rel=0.02)


def test_a_longer_record_leaves_less_open() -> None:
    law = floods.Gumbel(location=200.0, scale=50.0)
    short, long = (floods.sampling_range(law, size=n, period=10.0) for n in (9, 90))
    assert short[0] < long[0] < law.level(10.0) < long[1] < short[1]
    assert floods.sampling_range(law, size=9, period=10.0) == short

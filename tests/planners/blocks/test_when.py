from __future__ import annotations

from planners.blocks.when import cut_to, dated, historical_end
from planners.intent import Intent, Period


def test_warming_levels_are_not_dates() -> None:
    assert dated(Intent(periods=(Period(warming_level=2.0), Period(start="2050-01-01")))) == (
        Period(start="2050-01-01"),
    )


def test_historical_ends_with_its_generation() -> None:
    assert (historical_end({}), historical_end({"mip_era": ["CMIP5"]})) == ("2014-12-31", "2005-12-31")


def test_a_period_within_is_left_alone() -> None:
    period = Period(start="1970-01-01", end="2000-12-31")
    assert cut_to(period, "2014-12-31") == (period, [])


def test_a_period_beyond_is_cut_and_that_is_said() -> None:
    cut, caveats = cut_to(Period(start="1970-01-01", end=None), "2014-12-31")
    assert cut.end == "2014-12-31" and caveats[0]["code"] == "period_truncated"

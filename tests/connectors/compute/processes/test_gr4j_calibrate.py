"""gr4j_calibrate: the Fulda's skill on years kept back, and what must be said of it."""

from __future__ import annotations

import pytest

from connectors.compute.processes.gr4j_calibrate import gr4j_calibrate
from connectors.errors import Refused
from connectors.items import Series, Table, Value
from tests.connectors.compute.basins import codes, fulda, made, needs_fulda


@needs_fulda
def test_the_fulda_is_simulated_well_on_years_that_the_model_has_not_seen() -> None:
    computed = gr4j_calibrate(fulda())
    value, skill, series = (computed.outputs[name] for name in ("value", "skill", "series"))
    assert isinstance(value, Value) and isinstance(skill, Table) and isinstance(series, Series)
    by_period = {row[0]: row for row in skill.rows}
    assert by_period["calibration"][1:3] == ("1979-01-01", "1983-12-31")
    assert by_period["validation"][1:3] == ("1984-01-01", "1988-12-31")
    assert skill.columns[3:] == ("NSE", "KGE", "logNSE", "bias [%]")
    assert by_period["calibration"][3] > 0.84 and by_period["validation"][3] == pytest.approx(value.value, abs=1e-6)
    assert value.value > 0.83 and by_period["validation"][4] > 0.85
    assert len(series.x) == 1827 and max(series.lines["observed"]) == 360.0  # type: ignore[type-var]
    assert codes(computed) == {"single_hydrological_model", "calibrated_on"}


def test_a_record_too_short_to_be_split_is_refused() -> None:
    with pytest.raises(Refused, match="four at least"):
        gr4j_calibrate(made(tas=8.0, pr=2.0, disch=1.0))


def test_a_record_without_discharge_is_refused() -> None:
    with pytest.raises(Refused, match="has no discharge"):
        gr4j_calibrate(made(6 * 366, tas=8.0, pr=2.0))

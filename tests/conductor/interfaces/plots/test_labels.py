"""A picture speaks the language of its answer: axes, legends, units, decimal marks, the line under the axes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductor.answer import Finding
from conductor.interfaces.plots import labels
from conductor.interfaces.plots.choose import picture
from tests.conductor.interfaces.plots.findings import FIELD, HIGH, LISTING, LOW, PROJECTION, TREND, answer_of

SIDES = (replace(LOW, series=None), replace(HIGH, series=None))


@pytest.mark.parametrize(
    ("findings", "english", "french"),
    [
        ((PROJECTION,), ("band: 5–95 % of 37 models", "reference 1995–2014 (sand)"), ("bande : 5–95 % de 37 modèles", "référence 1995–2014 (sable)")),
        ((TREND,), ("+0.2 K per decade",), ("+0,2 K par décennie",)),
        (SIDES, ("1.1 K", "SSP1-2.6"), ("1,1 K", "SSP1-2.6")),
        ((LISTING,), ("scene footprint", "asked: Berlin", "1 on the map"), ("emprise d’une scène", "demandé : Berlin", "1 sur la carte")),
        ((FIELD,), ("cells at their true size",), ("mailles à leur vraie taille",)),
    ],
)  # fmt: skip
def test_what_is_written_in_a_picture(
    findings: tuple[Finding, ...], english: tuple[str, ...], french: tuple[str, ...]
) -> None:
    for language, wanted, foreign in (("en", english, french), ("fr", french, english)):
        drawn = picture(replace(answer_of(*findings), language=language), rank=1, kind="svg", outlines=())
        assert drawn is not None
        text = drawn.decode()
        assert all(said in text for said in wanted)
        assert not any(said in text for said in set(foreign) - set(wanted))


def test_an_axis_names_quantity_and_units() -> None:
    finding = replace(PROJECTION, quantity={"variable_id": "pr"}, series=None, units="mm/day")
    assert labels.axis([finding], "fr") == "précipitations (mm/jour)"
    assert labels.axis([replace(finding, quantity=None)], "en") == "mm/day"
    assert labels.axis([], "en") == ""


def test_a_value_is_written_with_the_decimal_mark_of_the_language() -> None:
    assert labels.amount(-2.345, "degC", "fr") == "-2,35 °C"
    assert labels.amount(0.5, "1", "en") == "0.5"


def test_a_slope_without_a_value_is_still_named() -> None:
    assert labels.slope(replace(TREND, value=None), "fr") == "tendance"

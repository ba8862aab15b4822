"""convert_units: a cube in other units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectors.compute import units as unit_rules
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr


def convert_units(data: Field, *, units: str) -> Computed:
    """The cube in other units; changes of temperature convert without an offset. Raises Refused where they cannot."""
    wanted = unit_rules.spelled(units)

    def converted(part: xr.DataArray) -> xr.DataArray:
        given, name = str(part.attrs.get("units", "1")), str(part.attrs.get("standard_name", ""))
        values = unit_rules.convert(part.data, given=given, wanted=wanted, change=data.is_change, standard_name=name)
        return part.copy(data=values).assign_attrs(part.attrs | {"units": wanted})

    parameters = {"given": data.units, "wanted": wanted}
    caveats = (Caveat(code="unit_converted", parameters=parameters),) if data.units != wanted else ()
    return Computed(outputs={"cube": data.mapped(converted)}, caveats=caveats)


DESCRIPTION = Description(
    id="convert_units",
    title="Convert units",
    title_fr="Convertir les unités",
    description="Brings a cube to other units as UDUNITS writes them (pint); a water flux may become a depth a day.",
    description_fr="Amène un cube à d'autres unités (UDUNITS, pint) ; un flux d'eau peut devenir une lame par jour.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "units": Input(type=str, title="Units", title_fr="Unités"),
    },
    outputs={"cube": Output(kind="cube", title="Converted", title_fr="Converti")},
    run=convert_units,
    keywords=("units",),
)

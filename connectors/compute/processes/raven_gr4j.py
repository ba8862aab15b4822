"""raven_gr4j: the discharge that Raven's GR4J with CemaNeige makes of a basin's weather; a link to put in gr4j_simulate's place."""

from __future__ import annotations

from dataclasses import replace

from connectors.compute.fields import Computed
from connectors.compute.hydrology import raven
from connectors.compute.hydrology.record import Record
from connectors.compute.processes import gr4j_simulate
from connectors.extents import Interval
from connectors.items import Table


def raven_gr4j(data: Record, *, parameters: Table, interval: Interval | None = None) -> Computed:
    """As gr4j_simulate, run by Raven; raises Unsupported where it is not installed."""
    return gr4j_simulate.discharge_by(
        raven.simulate, data, parameters=parameters, interval=interval, model="Raven GR4J"
    )


DESCRIPTION = replace(
    gr4j_simulate.DESCRIPTION,
    id="raven_gr4j",
    title="Simulate discharge with Raven's GR4J and CemaNeige",
    title_fr="Simuler le débit avec GR4J et CemaNeige de Raven",
    description="As gr4j_simulate, with the same inputs and outputs, by the program Raven where raven-hydro is installed.",
    description_fr="Comme gr4j_simulate, mêmes entrées et sorties, par le programme Raven là où raven-hydro est installé.",
    run=raven_gr4j,
    keywords=("hydrology", "GR4J", "Raven"),
)

"""What a step at a server of others is expected to cost: as it went there before, else as such servers are."""

from __future__ import annotations

from connectors.offers import ProcessOffer
from planners.quote import Quote

# Of jobs at Finch, pygeoapi and Weaver on loopback: most took 1 to 6 s, Finch's heat_wave_frequency 16 s (the longest).
_TYPICAL_S = (5.0, 16.0)


def quoted(process: str, offer: ProcessOffer) -> Quote:
    """The quote of one process at a server; measured where its jobs are in the table."""
    usual = offer.usual_s.get(process)
    p50, p90 = _TYPICAL_S if usual is None else (round(usual, 3), round(3 * usual, 3))
    return Quote(
        seconds_p50=p50,
        seconds_p90=p90,
        bytes=1_000_000,
        requests=6,
        basis="estimated" if usual is None else "measured",
        at=(offer.source.id,),
    )

"""A Finch as it describes itself, questions that it can compute, and plans placed at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from connectors.offers import ProcessOffer, Source
from planners.intent import Intent, Period, Quantity
from planners.placement import Wish, place
from planners.placement.indices import SUBSET
from planners.plan import Plan
from tests.planners.intents import TAS, TEXAS, planned, responses

FINCH = Source(id="finch-x", title="Finch", kind="wps-1", family="compute", url="http://finch")
NODE = Source(id="node-x", title="A node", kind="ogcapi-processes", family="compute", url="http://node")
FILES = {"minOccurs": 1, "schema": {"type": "string", "contentMediaType": "application/x-netcdf"}}
OPTION: dict[str, Any] = {"minOccurs": 0, "schema": {"type": "string"}}
CUT = {"resource": FILES} | dict.fromkeys(("lon0", "lon1", "lat0", "lat1", "start_date", "end_date"), OPTION)
OFFER = ProcessOffer(
    source=FINCH,
    processes=frozenset({"tg_mean", "tx_days_above", "tg10p", SUBSET}),
    inputs={
        "tg_mean": {"tas": FILES, "freq": OPTION, "month": OPTION}, SUBSET: CUT,
        "tx_days_above": {"tasmax": FILES, "thresh": OPTION, "op": OPTION, "freq": OPTION},
        "tg10p": {"tas": FILES, "tas_per": FILES, "freq": OPTION},
    },
    outputs={"tg_mean": ("output", "output_log"), SUBSET: ("output",)},
    usual_s={"tg_mean": 3.0},
)  # fmt: skip
PAST = Period(start="2000-01-01", end="2005-12-31")
MEAN = Intent(action="describe", quantities=(replace(TAS, indicator="tg_mean"),), places=(TEXAS,), periods=(PAST,))
HOT = replace(MEAN, quantities=(Quantity(name="hot days", indicator="tx_days_above"),))
ASKED = Wish(said="finch", candidates=("finch-x",))


def placed(intent: Intent, *wishes: Wish, offers: Sequence[ProcessOffer] = (OFFER,), prefer: Any = "named") -> Plan:
    by_id = {offer.source.id: offer for offer in offers}
    return place(planned(intent), {0: wishes or (ASKED,)}, by_id, prefer=prefer)


def elsewhere(plan: Plan) -> list[str]:
    return [s.operation for s in plan.steps if s.kind == "process" and s.source != "local-processes"]


def codes(plan: Plan) -> dict[str, Any]:
    return {c["code"]: c["parameters"] for s in responses(plan) for c in s.arguments.get("caveats", [])}

"""Quotations and bills of a Weaver (OGC API – Processes, draft extensions for quotation and billing).

A quote that was refused is an error; one that could not be made says `failed`, with an amount of 0 that means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote as quoted

from connectors.base import Request
from connectors.compute import ogcapi_documents
from connectors.compute.ogcapi import JSON_ONLY
from connectors.compute.remote import Job
from connectors.compute.weaver.server import WAIT_S, Weaver
from connectors.errors import BadReply
from connectors.items import JSON
from connectors.operations import Process

QuoteState = Literal["pending", "priced", "failed"]
_STATES: Mapping[str, QuoteState] = {
    "submitted": "pending",
    "processing": "pending",
    "completed": "priced",
    "failed": "failed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What an execution would cost: amount, currency and seconds are there only where it is priced."""

    id: str
    process_id: str
    state: QuoteState
    amount: float | None = None
    currency: str = ""
    seconds: float | None = None
    reason: str = ""
    expires: str = ""
    is_paid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What an execution did cost."""

    id: str
    quotation: str = ""
    job: str = ""
    amount: float | None = None
    currency: str = ""
    created: str = ""


async def set_estimator(weaver: Weaver, process_id: str, config: Mapping[str, JSON]) -> None:
    """Say how a process is priced (`flat_rate`, `duration_rate`, `duration_estimator`, …); raises ConnectorError."""
    body = {"config": dict(config), "outputs": {}}
    await weaver.reply(Request(method="PUT", url=_estimator(weaver, process_id), json=body, headers=JSON_ONLY))


async def estimator(weaver: Weaver, process_id: str) -> Mapping[str, JSON]:
    """How a process is priced; raises Refused where it is not."""
    told = await weaver.call(Request(method="GET", url=_estimator(weaver, process_id), headers=JSON_ONLY))
    config = told.get("config") if isinstance(told, Mapping) else None
    return config if isinstance(config, Mapping) else {}


async def drop_estimator(weaver: Weaver, process_id: str) -> None:
    """Price a process by the server's defaults again."""
    await weaver.reply(Request(method="DELETE", url=_estimator(weaver, process_id), headers=JSON_ONLY))


async def quote(weaver: Weaver, process: Process, *, wait: bool = True) -> Quotation:
    """Ask what an execution would cost; raises Refused where the server will not say (`http_422`: no estimator)."""
    request = Request(
        method="POST",
        url=f"{weaver.base}{weaver.path(process.process_id)}/quotations",
        json={"inputs": weaver.inputs(process)},
        headers={**JSON_ONLY, "Prefer": f"wait={WAIT_S // 2}" if wait else "respond-async"},
        idempotent=False,
    )
    return _quotation(await weaver.call(request))


async def quotation(weaver: Weaver, quotation_id: str) -> Quotation:
    """A quotation as it stands."""
    return _quotation(await weaver.get(f"/quotations/{quoted(quotation_id, safe='')}"))


async def quotations(weaver: Weaver, process_id: str = "") -> tuple[str, ...]:
    """Ids of all quotations, or of those of one process, the latest first."""
    told = await weaver.get(f"{weaver.path(process_id) if process_id else ''}/quotations", {"limit": "100"})
    listed = told.get("quotations", told.get("quotes"))
    return tuple(str(entry) for entry in (listed if isinstance(listed, list) else ()))


async def accept(weaver: Weaver, quotation: Quotation) -> Job:
    """Execute what was quoted, at its price; raises Refused (`http_402`) where it was not paid or never priced."""
    url = f"{weaver.base}/quotations/{quoted(quotation.id, safe='')}"
    reply = await weaver.reply(Request(method="POST", url=url, json={}, headers=JSON_ONLY, idempotent=False))
    return ogcapi_documents.job(reply, base_url=weaver.base)


async def bills(weaver: Weaver) -> tuple[str, ...]:
    """Ids of all bills."""
    listed = (await weaver.get("/bills")).get("bills")
    return tuple(str(entry) for entry in (listed if isinstance(listed, list) else ()))


async def bill(weaver: Weaver, bill_id: str) -> Bill:
    """One bill; raises Refused where there is none."""
    told = await weaver.get(f"/bills/{quoted(bill_id, safe='')}")
    amount, currency = _price(told)
    return Bill(
        id=str(told.get("billID") or told.get("id") or bill_id),
        quotation=str(told.get("quoteID") or told.get("quotationID") or told.get("quote") or ""),
        job=str(told.get("jobID") or told.get("job") or ""),
        amount=amount,
        currency=currency,
        created=str(told.get("created") or ""),
    )


def _estimator(weaver: Weaver, process_id: str) -> str:
    return f"{weaver.base}{weaver.path(process_id)}/estimator"


def _quotation(told: JSON) -> Quotation:
    told = told if isinstance(told, Mapping) else {}
    inner = told.get("quote")
    told = inner if isinstance(inner, Mapping) else told
    identity = str(told.get("quoteID") or told.get("id") or "")
    state = _STATES.get(str(told.get("status", "")).lower())
    if not identity or state is None:
        raise BadReply(f"a quotation without an id or a known status: {told!r:.200}", kind="bad_payload")
    amount, currency = _price(told) if state == "priced" else (None, "")
    seconds = told.get("estimatedSeconds")
    return Quotation(
        id=identity,
        process_id=str(told.get("processID") or told.get("process") or ""),
        state=state,
        amount=amount,
        currency=currency,
        seconds=float(seconds) if state == "priced" and isinstance(seconds, int | float) else None,
        reason=_clean(str(told.get("detail") or "")) if state == "failed" else "",
        expires=str(told.get("expire") or ""),
        is_paid=bool(told.get("paid")),
    )


def _price(told: Mapping[str, JSON]) -> tuple[float | None, str]:
    price = told.get("price")
    if isinstance(price, Mapping):
        amount, currency = price.get("amount"), price.get("currency")
    else:
        amount, currency = price, told.get("currency")
    return (float(amount) if isinstance(amount, int | float) else None), str(currency or "")


def _clean(text: str) -> str:
    """A reason without the class names of the server's code."""
    return re.sub(r"ERROR: \((?:[\w.]+ )?\[(.*)\]\.?\)?", r"\1", text).strip()

"""ESGF Compute API (CWT) over WPS 1.0, a legacy: no public server is known to speak it since 2021.

The source's option `dialect` is `llnl` (esgf-compute-wps) or `edas` (NASA); tested on the documents of both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from connectors.base import Request
from connectors.compute.cwt import grammar
from connectors.compute.cwt.grammar import Dialect
from connectors.compute.remote import Mode, ProcessDescription
from connectors.compute.wps import outputs, requests, responses
from connectors.compute.wps.inputs import Given
from connectors.compute.wps.server import WPS1, XML
from connectors.errors import BadReply
from connectors.items import JSON, Caveat, Cube, Output, Processed
from connectors.operations import Process

OPENDAP = "application/x-ogc-dods"
LEGACY = "legacy_service"
_NETCDF = "application/x-netcdf"
# What `conductor processes describe` adds to the three lists of the grammar
_OURS: dict[str, JSON] = {
    "data": {"title": "The file or files", "schema": {"type": "string", "contentMediaType": _NETCDF}},
    "bbox": {"title": "Box", "schema": {"type": "array", "format": "ogc-bbox"}},
    "interval": {"title": "First and last date or year", "schema": {"type": "array", "items": {"type": "string"}}},
    "axes": {"title": "Axes to work along, such as lat|lon", "schema": {"type": "string"}},
    "gridder": {"title": "tool, method and grid to regrid by", "schema": {"type": "object"}},
    "steps": {"title": "Processes to run one after the other", "schema": {"type": "array"}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CWT(WPS1):
    """One server. Processes go by its names (`CDAT.subset`) or by ours (`filter_bbox`, `aggregate_spatial`)."""

    @property
    def dialect(self) -> Dialect:
        return "edas" if self._option("dialect") == "edas" else "llnl"

    async def describe(self, process_id: str) -> ProcessDescription:
        """The server's description, and the inputs by which its grammar is written here; all lists may be left out then."""
        told = await WPS1.describe(self, grammar.identifier(process_id, self.dialect))
        theirs = {name: {**entry, "minOccurs": 0} for name, entry in told.inputs.items()}
        ours = {name: {**entry, "minOccurs": 0} for name, entry in _OURS.items()}
        modes = ("async-execute",)
        known = ProcessDescription(
            summary=replace(told.summary, modes=modes), inputs={**ours, **theirs}, outputs=told.outputs
        )
        self.described[process_id] = known
        return known

    def request(self, process: Process, description: ProcessDescription, *, mode: Mode) -> Request:
        """The execution as the clients of these services sent it: LLNL's by POST, EDAS's by GET."""
        written = grammar.documents(process, dialect=self.dialect)
        lists = {name: json.dumps(value) for name, value in written.inputs().items()}
        if self.dialect == "edas" or self._option("execute") == "kvp":
            return Request(
                method="GET", url=self.url, params=self._pairs(written.identifier, lists, mode), headers=XML,
                idempotent=False,
            )  # fmt: skip
        values = [Given(name=n, kind="complex", text=text, media="application/json") for n, text in lists.items()]
        bare = replace(description, outputs={})
        body = requests.document(written.identifier, values, bare, mode=mode, language=self._language, raw=False)
        headers = XML | {"Content-Type": "text/xml; charset=utf-8"}
        return Request(method="POST", url=self.url, content=body, headers=headers, idempotent=False)

    def outcome(self, told: responses.Execution) -> Processed:
        """The outputs, each of which is the address of a file in JSON; said in the status alone where there is none."""
        texts = {one.name: one.text for one in told.outputs if one.text} or {"output": told.message}
        found: dict[str, Output] = {name: self._cube(text) for name, text in texts.items()}
        caveat = Caveat(code=LEGACY, parameters={"source": self.source.id if self.source else self.url})
        return Processed(outputs=found, caveats=(caveat,))

    def _cube(self, text: str) -> Cube:
        try:
            told = json.loads(text)
            told = told[0] if isinstance(told, list) else told
            href, named = str(told["uri"]), str(told.get("id") or told.get("name") or "")
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            raise BadReply(f"an ESGF Compute result without an address: {text!r:.200}", kind="bad_payload") from error
        variable = named.partition("|")[0].partition(":")[0]
        media = OPENDAP if "/dodsC/" in href else _NETCDF
        properties = {"variable_id": variable} if variable else {}
        return Cube(hrefs=(outputs.reachable(href, base=self.url),), id=named, type=media, properties=properties)

    def _pairs(self, identifier: str, lists: dict[str, str], mode: Mode) -> dict[str, str]:
        asked = {"service": "WPS", "request": "Execute", "version": requests.VERSION, "Identifier": identifier}
        if self.dialect == "edas":
            ordered = ",".join(f"{name}={lists[name]}" for name in ("domain", "variable", "operation"))
            stored = {"storeExecuteResponse": "true", "status": "true"} if mode == "async" else {}
            return asked | {"datainputs": f"[{ordered}]"} | stored
        return asked | {"DataInputs": ";".join(f"{name}={text}" for name, text in lists.items())}

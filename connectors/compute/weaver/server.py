"""Weaver: an OGC API – Processes server that also deploys, runs workflows (EMS) and stands before other servers (providers).

https://pavics-weaver.readthedocs.io, as version 6.15 answers. A process of a provider is named `provider/process`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from connectors.base import PUBLIC, Request
from connectors.compute import ogcapi_documents, ogcapi_listing
from connectors.compute.ogcapi import JSON_ONLY, OGCProcesses
from connectors.compute.remote import Job, LostAnswer, Mode, ProcessDescription, ProcessSummary, State
from connectors.errors import ConnectorError, Refused, Unavailable
from connectors.items import JSON, Processed
from connectors.operations import Process
from connectors.transport import Reply

WAIT_S = 20  # the longest that a Weaver lets a synchronous execution wait
_VAULT = re.compile(r"vault://([\w-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weaver(OGCProcesses):
    """One Weaver. `vault` holds the access tokens of files put into its vault, by their ids."""

    vault: Mapping[str, str] = field(default_factory=dict, repr=False)

    async def processes(self) -> tuple[ProcessSummary, ...]:
        own = await ogcapi_listing.processes(self.base, send=self.send, query="?detail=true")
        return (*own, *[process for provider in await self._providers() for process in await self._behind(provider)])

    async def describe(self, process_id: str) -> ProcessDescription:
        told = await self.get(self.path(process_id))
        return ogcapi_listing.description(told)

    def path(self, process_id: str) -> str:
        """Where a process lies below the server's address."""
        provider, slash, process = process_id.partition("/")
        if not slash:
            return f"/processes/{quote(process_id, safe=':')}"
        return f"/providers/{quote(provider, safe='')}/processes/{quote(process, safe='')}"

    def request(self, process: Process, *, key: str, mode: Mode) -> Request:
        """The execution request, its key as a tag that jobs can be looked for by."""
        prefer = "respond-async" if mode == "async" else f"wait={WAIT_S}"
        body = {"inputs": self.inputs(process), "response": "document"} | self._subscribers(key)
        return Request(
            method="POST",
            url=f"{self.base}{self.path(process.process_id)}/execution",
            params={"tags": key},
            json=body,
            headers={**JSON_ONLY, "Prefer": prefer, **self._opened_vault(body)},
            idempotent=False,
        )

    async def status(self, job: Job) -> Job:
        try:
            return await OGCProcesses.status(self, job)
        except Unavailable as error:  # the status of a finished provider job is a 500, its results are fine
            ended = await self._ended(job) if error.kind == "http_500" else None
            if ended is None:
                raise
            return ended

    async def results(self, job: Job) -> Processed:
        try:
            return await OGCProcesses.results(self, job)
        except Refused as error:
            if job.state != "failed":
                raise
            raise type(error)(await self._reason(job, otherwise=str(error)), kind=error.kind) from error

    async def find(self, process: Process, lost: LostAnswer) -> Job | None:
        reply = await self.send(
            Request(
                method="GET",
                url=f"{self.base}/jobs",
                params={"tags": lost.key, "detail": "true", "limit": "10"},
                headers=JSON_ONLY,
            )
        )
        if reply.status >= 400:
            raise ogcapi_documents.problem(reply)
        found = ogcapi_documents.listed(reply, base_url=self.base)
        return replace(found[0][0], process_id=process.process_id) if found else None

    async def get(self, path: str, params: Mapping[str, str] | None = None) -> Mapping[str, JSON]:
        """A JSON object below the server's address; raises ConnectorError."""
        request = Request(
            method="GET", url=f"{self.base}{path}", params=params or {}, headers=JSON_ONLY, context=PUBLIC
        )
        told = await self.call(request)
        return told if isinstance(told, Mapping) else {"value": told}

    async def call(self, request: Request) -> JSON:
        """The JSON of a usable reply, None where it has no body; raises ConnectorError."""
        reply = await self.reply(request)
        return ogcapi_documents.document(reply) if reply.body.strip() else None

    async def reply(self, request: Request) -> Reply:
        """A usable reply; raises ConnectorError."""
        reply = await self.send(request)
        if reply.status >= 400:
            raise ogcapi_documents.problem(reply)
        return reply

    async def _providers(self) -> tuple[str, ...]:
        try:
            told = await self.get("/providers", {"detail": "false"})
        except Refused:  # an ADES alone has none
            return ()
        listed = told.get("providers")
        return tuple(name for name in (listed if isinstance(listed, list) else ()) if isinstance(name, str))

    async def _behind(self, provider: str) -> tuple[ProcessSummary, ...]:
        """The processes of a provider by name; none where it does not answer."""
        try:
            told = await self.get(f"/providers/{quote(provider, safe='')}/processes", {"detail": "false"})
        except ConnectorError:
            return ()
        listed = told.get("processes")
        names = [name for name in (listed if isinstance(listed, list) else ()) if isinstance(name, str)]
        return tuple(ProcessSummary(id=f"{provider}/{name}", modes=("sync-execute", "async-execute")) for name in names)

    async def _ended(self, job: Job) -> Job | None:
        """How a job stands by its results alone."""
        reply = await self.send(Request(method="GET", url=f"{job.href.rstrip('/')}/results", headers=JSON_ONLY))
        if reply.status < 400:
            return replace(job, state="successful", outcome=ogcapi_documents.results(reply, keep=self.keep))
        states: Mapping[int, State] = {404: "waiting", 400: "failed", 410: "dismissed"}
        state = states.get(reply.status)
        return None if state is None else replace(job, state=state)

    async def _reason(self, job: Job, *, otherwise: str) -> str:
        """Why a job failed: Weaver keeps the reason among its exceptions."""
        try:
            told = await self.call(Request(method="GET", url=f"{job.href.rstrip('/')}/exceptions", headers=JSON_ONLY))
        except ConnectorError:
            return otherwise
        entries = told if isinstance(told, list) else []
        texts = [e if isinstance(e, str) else str(e.get("Text", "")) for e in entries if isinstance(e, str | Mapping)]
        words = "; ".join(dict.fromkeys(text for text in texts if text and text not in otherwise))
        return f"{otherwise}: {words}" if words else otherwise

    def _subscribers(self, key: str) -> dict[str, JSON]:
        told = self._callbacks(key)
        return {"subscribers": told["subscriber"]} if told else {}

    def _opened_vault(self, body: JSON) -> dict[str, str]:
        """The tokens of the vault files that a request names."""
        named = dict.fromkeys(_VAULT.findall(str(body)))
        tokens = [f"token {self.vault[name]}; id={name}" for name in named if name in self.vault]
        return {"X-Auth-Vault": ", ".join(tokens)} if tokens else {}

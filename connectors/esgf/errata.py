"""Errata of ESGF datasets: which issues concern a version (`resolve`), what each one says (`retrieve`), as caveats.

API of the ES-DOC errata service, versions 1 and 2, in both spellings that its replies have had (`errata_ids`, `errataIds`).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from connectors.base import Request
from connectors.errors import BadReply, ConnectorError
from connectors.items import JSON, Caveat, Item
from connectors.offers import Source

DATASETS_A_CALL = 15
MOST_DATASETS = 150
MOST_ISSUES = 20
_VERSION = re.compile(r"(?P<master>.+)\.v(?P<version>\d+)")
_UID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_SEVERITIES = ("critical", "high", "medium", "low")
_PROJECTS = ("CMIP5", "CMIP6", "CMIP6Plus", "CMIP7", "CORDEX", "CORDEX-CMIP6", "input4MIPs")

Send = Callable[[Request], Awaitable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One erratum; `datasets` are `DRS#version`."""

    uid: str
    title: str
    severity: str
    status: str
    url: str
    datasets: tuple[str, ...] = ()


class ErrataService:
    """Looks items up; `options.mirrors` are addresses of the same service, tried when the source's own fails."""

    def __init__(self, *, source: Source, send: Send) -> None:
        self.source = source
        self._send = send

    async def caveats(self, items: Iterable[Item]) -> tuple[Caveat, ...]:
        """One `errata` caveat an issue, the gravest first; raises ConnectorError where no address answers."""
        names = tuple(dict.fromkeys(name for item in items if (name := errata_name(item))))[:MOST_DATASETS]
        if not names:
            return ()
        failure: ConnectorError | None = None
        for base in (self.source.url, *self.source.options.get("mirrors", ())):
            try:
                return await self._ask(names, base=str(base).rstrip("/"))
            except ConnectorError as error:
                failure = error
        raise failure or BadReply("no errata service is named", source=self.source.id)

    async def _ask(self, names: Sequence[str], *, base: str) -> tuple[Caveat, ...]:
        replies = await asyncio.gather(*(self._send(request) for request in resolve_requests(names, base=base)))
        concerned: dict[str, list[str]] = {}
        for reply in replies:
            for name, uids in read_resolved(reply).items():
                for uid in uids:
                    concerned.setdefault(uid, []).append(name)
        wanted = list(concerned)[:MOST_ISSUES]
        bodies = await asyncio.gather(*(self._send(issue_request(uid, base=base)) for uid in wanted))
        issues = [read_issue(body, base=base) for body in bodies]
        return tuple(errata_caveat(issue, names=concerned.get(issue.uid, ())) for issue in sorted(issues, key=_gravity))


def errata_name(item: Item) -> str:
    """The name of an item in the errata service, `DRS#version`; empty where it has no version or no such project."""
    matched = _VERSION.fullmatch(str(item.get("instance_id") or item.id))
    return f"{matched['master']}#{matched['version']}" if matched and item.collection in _PROJECTS else ""


def resolve_requests(names: Sequence[str], *, base: str) -> tuple[Request, ...]:
    """The requests that ask which of these dataset versions (or handles) have issues, 15 a call."""
    batches = (names[at : at + DATASETS_A_CALL] for at in range(0, len(names), DATASETS_A_CALL))
    url = f"{base}/1/resolve/simple-pid"
    return tuple(Request(method="GET", url=url, params={"datasets": ",".join(batch)}) for batch in batches)


def read_resolved(body: bytes) -> Mapping[str, tuple[str, ...]]:
    """Issue ids by dataset, those without issues left out; raises BadReply on nonsense."""
    found = {}
    for name, entry in _object(body).items():
        if isinstance(entry, Mapping):
            uids = issue_ids(entry.get("errata_ids") or entry.get("errataIds"))
            if uids:
                found[name] = uids
    return found


def issue_ids(value: JSON) -> tuple[str, ...]:
    """Issue ids out of a list or a text, as replies and the ERRATA_IDS of handles have them."""
    texts = value if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(uid.lower() for text in texts for uid in _UID.findall(str(text or ""))))


def issue_request(uid: str, *, base: str) -> Request:
    """The request for one issue."""
    return Request(method="GET", url=f"{base}/2/publication/retrieve", params={"uid": uid})


def read_issue(body: bytes, *, base: str) -> Issue:
    """One issue; raises BadReply where there is none."""
    issue = _object(body).get("issue")
    if not isinstance(issue, Mapping) or not issue.get("uid"):
        raise BadReply("the errata service answered without an issue", kind="bad_payload")
    uid = str(issue["uid"]).lower()
    links = [str(url) for url in issue.get("urls") or () if str(url).startswith("http")]
    return Issue(
        uid=uid,
        title=" ".join(str(issue.get("title") or "").split()),
        severity=_stated(issue, "severity"),
        status=_stated(issue, "status"),
        url=links[0] if links else f"{base}/static/view.html?uid={uid}",
        datasets=tuple(str(name) for name in issue.get("datasets") or ()),
    )


def errata_caveat(issue: Issue, *, names: Sequence[str]) -> Caveat:
    """What the reader must know of an issue that concerns these datasets."""
    stated: dict[str, JSON] = {"severity": issue.severity, "title": issue.title, "url": issue.url}
    return Caveat(code="errata", parameters=stated | {"status": issue.status, "datasets": sorted(names)})


def _gravity(issue: Issue) -> tuple[int, str]:
    known = issue.severity in _SEVERITIES
    return (_SEVERITIES.index(issue.severity) if known else len(_SEVERITIES)), issue.uid


def _stated(issue: Mapping[str, JSON], name: str) -> str:
    """A field of an issue, from its facets (`esdoc:errata:severity:high`) where it has none of its own."""
    facets = (str(f) for f in issue.get("facets") or ())
    prefix = f"esdoc:errata:{name}:"
    return str(issue.get(name) or next((f.removeprefix(prefix) for f in facets if f.startswith(prefix)), "")).lower()


def _object(body: bytes) -> Mapping[str, JSON]:
    try:
        document = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadReply(f"the errata service answered no JSON ({error})", kind="bad_payload") from error
    if not isinstance(document, Mapping):
        raise BadReply("the errata service answered no JSON object", kind="bad_payload")
    return document

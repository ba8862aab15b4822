"""What OGC API – Processes servers write, read tolerantly: jobs, states, results and the many shapes of their errors.

Seen in pygeoapi, Weaver, ZOO and the Copernicus services; https://docs.ogc.org/is/18-062r2/18-062r2.html.
"""

from __future__ import annotations

import email
import email.policy
import email.utils
import json
import re
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from connectors import errors
from connectors.compute import encoding
from connectors.compute.remote import Job, State
from connectors.engine import status
from connectors.errors import AuthMissing, BadReply, ConnectorError, Refused, Unavailable
from connectors.items import JSON, Cube, Output, Processed
from connectors.transport import Reply

Keep = Callable[[bytes, str], str]  # puts bytes of a media type away; gives the path where they can be read
STATES: Mapping[str, State] = {
    "accepted": "waiting", "created": "waiting", "paused": "waiting", "pending": "waiting", "processaccepted": "waiting",
    "processpaused": "waiting", "processstarted": "waiting", "queued": "waiting", "running": "waiting", "started": "waiting",
    "submitted": "waiting", "finished": "successful", "processsucceeded": "successful", "succeeded": "successful",
    "success": "successful", "successful": "successful", "completed": "successful", "error": "failed", "exception": "failed",
    "failed": "failed", "failure": "failed", "processfailed": "failed", "rejected": "failed", "canceled": "dismissed",
    "cancelled": "dismissed", "dismissed": "dismissed", "revoked": "dismissed",
}  # fmt: skip
_RESULTS = (
    "http://www.opengis.net/def/rel/ogc/1.0/results",
    "https://www.opengis.net/def/rel/ogc/1.0/results",
    "results",
)
_LINK = re.compile(r"<([^>]*)>\s*((?:;[^,<]*(?:\"[^\"]*\"[^,<]*)?)*)")
_CLASSES = {
    name: getattr(errors, name)
    for name in ("AuthMissing", "BadReply", "MissingHolding", "Refused", "Unavailable", "Unsupported")
}


def document(reply: Reply) -> JSON:
    """The JSON of a reply; raises BadReply where it is none, or holds numbers that are none."""
    try:
        return json.loads(reply.body, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadReply(f"{reply.url} answered something that is not JSON ({error})", kind="bad_payload") from error


def _no_number(word: str) -> JSON:
    raise ValueError(f"{word} is not a number")


def is_status(value: JSON) -> bool:
    """Whether a document is a job's status and not its results."""
    return isinstance(value, Mapping) and str(value.get("status", "")).lower() in STATES and bool(_job_id(value))


def job(reply: Reply, *, base_url: str) -> Job:
    """The job in a reply to an execution or to a look at it; raises BadReply where it cannot be found again."""
    told = document(reply) if reply.body.strip() else {}
    told = told if isinstance(told, Mapping) else {}
    place = reply.headers.get("location") or told.get("location") or _linked(told, ("self", "monitor", "status"))
    identity = _job_id(told)
    if not place and not identity:
        raise BadReply(f"{reply.url} began a job and does not say where it is", kind="bad_payload")
    href = urljoin(reply.url, str(place)) if place else f"{base_url}/jobs/{identity}"
    return told_job(told, href=href.partition("?")[0], reply=reply)


def told_job(told: Mapping[str, JSON], *, href: str, reply: Reply) -> Job:
    """The job that a status document tells of, at the address that is known."""
    progress = told.get("progress", told.get("percentCompleted"))
    results = _linked(told, _RESULTS)
    return Job(
        href=href,
        id=_job_id(told) or href.rstrip("/").rpartition("/")[2],
        process_id=str(told.get("processID") or ""),
        state=STATES.get(str(told.get("status", "accepted")).lower(), "waiting"),
        message=_words(told),
        progress=float(progress) if isinstance(progress, int | float) else None,
        created=str(told.get("created") or ""),
        results_href=urljoin(reply.url, results) if results else "",
        retry_after=retry_after(reply),
    )


def listed(reply: Reply, *, base_url: str) -> tuple[tuple[Job, Mapping[str, JSON]], ...]:
    """The jobs of a job list, each with its document; those given by their bare ids are left out."""
    told = document(reply)
    entries = told.get("jobs") if isinstance(told, Mapping) else None
    if not isinstance(entries, list):
        raise BadReply(f"{reply.url} is no list of jobs", kind="bad_payload")
    documents = [e for e in entries if isinstance(e, Mapping) and _job_id(e)]
    return tuple((told_job(e, href=f"{base_url}/jobs/{_job_id(e)}", reply=reply), e) for e in documents)


def _job_id(told: Mapping[str, JSON]) -> str:
    return str(told.get("jobID") or told.get("jobId") or told.get("job_id") or told.get("id") or "")


def _linked(told: Mapping[str, JSON], relations: tuple[str, ...]) -> str:
    links = told.get("links")
    for relation in relations:
        for link in links if isinstance(links, list) else []:
            if isinstance(link, Mapping) and link.get("rel") == relation and "html" not in str(link.get("type", "")):
                return str(link.get("href", ""))
    return ""


def results(reply: Reply, *, keep: Keep | None = None) -> Processed:
    """Named outputs of a results document, a raw or a multipart reply, or links; caveats where the server is one of ours.

    Bare bytes that cannot be fetched again are put away with `keep`; raises BadReply where there is none.
    """
    if reply.status == 204 or not reply.body.strip():
        return Processed(outputs=_outputs_in_links(reply))
    media = _media(reply.headers.get("content-type", "application/json"))
    if media.startswith("multipart/"):
        return Processed(outputs=_parts(reply, keep=keep))
    if "json" not in media:
        return Processed(outputs={"output": _raw(reply, media, keep=keep)})
    told = document(reply)
    if not isinstance(told, Mapping):
        return Processed(outputs={"output": encoding.decode(told)})
    return Processed(outputs=_named(told), caveats=encoding.caveats(told.get("caveats")))


def _media(content_type: str) -> str:
    return content_type.partition(";")[0].partition(",")[0].strip().lower()


def _parts(reply: Reply, *, keep: Keep | None) -> dict[str, Output]:
    """Outputs of a multipart reply (2.0 draft): the name of each is its Content-ID or its disposition's name."""
    head = f"Content-Type: {reply.headers['content-type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + reply.body, policy=email.policy.HTTP)
    found: dict[str, Output] = {}
    for number, part in enumerate(message.iter_parts() if message.is_multipart() else ()):
        media = part.get_content_type()
        name = str(part.get("content-id", "")).strip("<>") or part.get_param("name", header="content-disposition")
        body = part.get_payload(decode=True)
        headers = {key.lower(): str(value) for key, value in part.items()}
        inner = Reply(status=200, headers=headers, body=body if isinstance(body, bytes) else b"", url=reply.url)
        value = encoding.decode(document(inner)) if "json" in media else _raw(inner, media, keep=keep)
        found[str(name or f"output{number}")] = value
    if not found:
        raise BadReply(f"{reply.url} answered a multipart body without parts", kind="bad_payload")
    return found


def _named(told: Mapping[str, JSON]) -> dict[str, Output]:
    """Outputs by name: `{name: value}`, `{"outputs": [{id, value}]}` or one `{id, value}`."""
    inner = told.get("outputs")
    if isinstance(inner, list):
        return {
            str(e.get("id", f"output{i}")): encoding.decode(e.get("value", e))
            for i, e in enumerate(inner)
            if isinstance(e, Mapping)
        }
    if isinstance(inner, Mapping):
        told = inner
    if set(told) == {"id", "value"}:
        return {str(told["id"]): encoding.decode(told["value"])}
    return {
        str(name): encoding.decode(value) for name, value in told.items() if name not in ("caveats", "links", "$schema")
    }


def _outputs_in_links(reply: Reply) -> dict[str, Output]:
    """Outputs that are only linked from the header (RFC 8288)."""
    found: dict[str, Output] = {}
    for href, parameters in _LINK.findall(reply.headers.get("link", "")):
        told = dict(re.findall(r";\s*([\w*]+)=\"?([^\";]*)\"?", parameters))
        if told.get("rel") == "output" or "/results/" in href:
            name = told.get("id") or href.partition("?")[0].rstrip("/").rpartition("/")[2] or f"output{len(found)}"
            found[name] = Cube(
                hrefs=(urljoin(reply.url, href),), type=told.get("type", "") or "application/octet-stream"
            )
    if not found:
        raise BadReply(f"{reply.url} gave no results", kind="bad_payload")
    return found


def _raw(reply: Reply, media: str, *, keep: Keep | None) -> Output:
    """Text as it is; an array as a reference to where it can be fetched again, or to where its bytes were put away."""
    if media.startswith("text/") and "html" not in media:
        return reply.body.decode("utf-8", errors="replace")
    place = reply.headers.get("content-location") or (reply.url if "/results" in reply.url else "")
    if place:
        return Cube(hrefs=(urljoin(reply.url, place),), type=media)
    if keep is None or "html" in media:
        raise BadReply(
            f"{reply.url} gave bare {media} without saying where it lies; ask for it by reference", kind="bad_payload"
        )
    return Cube(hrefs=(keep(reply.body, media),), type=media)


def problem(reply: Reply, *, source: str = "") -> ConnectorError:
    """The error in a reply: ours by its class, others by their status; the text from wherever the server put it."""
    try:
        told = document(reply)
    except BadReply:
        told = None
    words = _words(told) or f"HTTP {reply.status}"
    kind = f"http_{reply.status}"
    named = str(told.get("error")) if isinstance(told, Mapping) else ""
    if named in _CLASSES:
        ours: ConnectorError = _CLASSES[named](words, source=source, kind=kind)
        return ours
    if reply.status in (401, 403):
        return AuthMissing(words, source=source, kind="auth")
    if reply.status == 429 or reply.status >= 500 or reply.status == 408:
        return Unavailable(
            words, source=source, kind="rate_limited" if reply.status == 429 else kind, retry_after=retry_after(reply)
        )
    return Refused(words, source=source, kind=kind)


def retry_after(reply: Reply) -> float | None:
    """The seconds that the server asks to wait, counted by its own clock where it names a moment."""
    return status.retry_after(reply.headers, now=served_at(reply) or 0.0) if "retry-after" in reply.headers else None


def served_at(reply: Reply) -> float | None:
    """The server's clock in epoch seconds, by its Date header."""
    try:
        return email.utils.parsedate_to_datetime(reply.headers["date"]).timestamp()
    except (KeyError, ValueError, OverflowError, TypeError):
        return None


def _words(told: JSON) -> str:
    """What a document says went wrong: problem details, OWS exceptions, or lists of them."""
    if isinstance(told, str):
        return told
    if isinstance(told, list):
        return "; ".join(filter(None, (_words(entry) for entry in told[:3])))
    if not isinstance(told, Mapping):
        return ""
    for names in (("detail", "cause"), ("description",), ("message",), ("Text",), ("title",)):
        texts = [str(told[name]) for name in names if isinstance(told.get(name), str) and told[name]]
        if texts:
            return ": ".join([*(text.rstrip(".") for text in texts[:-1]), texts[-1]])
    return _words(told.get("error"))

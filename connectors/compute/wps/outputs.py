"""Outputs of a WPS process of any version: literals by their type, documents by their media type, files by reference."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from connectors.base import Request
from connectors.compute import encoding
from connectors.compute.ogcapi_documents import Keep
from connectors.compute.remote import Send
from connectors.compute.wps import exceptions, metalink
from connectors.errors import BadReply, ConnectorError
from connectors.items import Caveat, Cube, Output, Processed, Table

_LOOPBACK = ("localhost", "127.0.0.1", "::1", "0.0.0.0")
_NUMBERS = ("float", "double", "decimal", "scale", "angle")
_WHOLE = ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")
_BARE = "application/octet-stream"
_SERVED = ("http", "https", "ftp", "ftps", "dods", "s3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One output as it came: `href` where it is by reference, else `text`; `box` are the numbers of a bounding box."""

    name: str
    href: str = ""
    text: str = ""
    media: str = ""
    encoding: str = ""
    data_type: str = ""
    box: tuple[float, ...] = ()
    crs: str = ""


def processed(answered: tuple[Answered, ...], *, base: str, keep: Keep | None) -> Processed:
    """The named outputs; metalinks by reference are left to `resolved`. The same name twice is one cube of files."""
    found: dict[str, Output] = {}
    for one in answered:
        output = _output(one, base=base, keep=keep)
        before = found.get(one.name)
        if isinstance(before, Cube) and isinstance(output, Cube):
            output = Cube(hrefs=(*before.hrefs, *output.hrefs), type=before.type)
        found[one.name] = output
    return Processed(outputs=found)


async def resolved(results: Processed, *, base: str, send: Send) -> Processed:
    """The results with every metalink read: the files that it lists stand in its place; raises ConnectorError."""
    found: dict[str, Output] = dict(results.outputs)
    for name, output in results.outputs.items():
        if isinstance(output, Cube) and metalink.is_metalink(output.type):
            reply = await send(Request(method="GET", url=output.hrefs[0]))
            if reply.status >= 400:
                raise exceptions.problem(reply, looking=True)
            found[name] = _files(reply.body, base=base)
    return Processed(outputs=found, caveats=results.caveats, reports=results.reports)


async def resolved_if_it_can_be(results: Processed, *, base: str, send: Send) -> Processed:
    """As `resolved`; a metalink that cannot be had stays one, said by a caveat: what ran is not run again for it."""
    try:
        return await resolved(results, base=base, send=send)
    except ConnectorError as error:
        caveat = Caveat(code="unread_metalink", parameters={"reason": str(error)})
        return Processed(outputs=results.outputs, caveats=(*results.caveats, caveat), reports=results.reports)


def reachable(href: str, *, base: str) -> str:
    """An address as seen from outside: servers behind a proxy name themselves by plain http, port 80, or localhost.

    Raises BadReply for an address that is no one's but the server's (`file:///…`), which must never be opened here.
    """
    here, there = urlsplit(base), urlsplit(urljoin(base, href))
    if there.scheme not in _SERVED:
        raise BadReply(f"the server refers to {href!r}, which can be reached by nobody but itself", kind="bad_payload")
    inside = there.hostname in _LOOPBACK and here.hostname not in _LOOPBACK
    downgraded = there.hostname == here.hostname and here.scheme == "https" and there.scheme == "http"
    if inside or (downgraded and there.port in (None, 80)):
        there = there._replace(scheme=here.scheme, netloc=here.netloc)
    return there.geturl()


def raw(body: bytes, media: str, *, name: str, base: str, keep: Keep | None) -> Processed:
    """The one output of an execution that answers with the bare data."""
    kind = media.partition(";")[0].strip().lower()
    if kind.startswith("text/html"):
        raise BadReply("a page for people came instead of the data", kind="bad_payload")
    if kind.startswith("text/") or "json" in kind or metalink.is_metalink(kind) or "xml" in kind:
        text = body.decode("utf-8", errors="replace")
        return processed((Answered(name=name, text=text, media=media),), base=base, keep=keep)
    return Processed(outputs={name: _kept(body, kind or _BARE, keep=keep)})


def _output(one: Answered, *, base: str, keep: Keep | None) -> Output:
    if one.href:
        return Cube(hrefs=(reachable(one.href, base=base),), type=one.media or _BARE)
    if one.box:
        first, second, third, fourth = one.box
        box = (second, first, fourth, third) if is_latitude_first(one.crs) else one.box
        return Table(columns=("west", "south", "east", "north", "crs"), rows=((*box, one.crs),))
    if one.encoding.lower() == "base64" and one.media and not one.media.startswith("text/"):
        return _decoded(one, keep=keep)
    if metalink.is_metalink(one.media):
        return _files(one.text.encode(), base=base)
    if "json" in one.media:
        try:
            return encoding.decode(json.loads(one.text))
        except ValueError as error:
            raise BadReply(f"output {one.name!r} says it is JSON and is not ({error})", kind="bad_payload") from error
    return _literal(one)


def _literal(one: Answered) -> Output:
    name, text = one.data_type.rpartition("#")[2].rpartition(":")[2].rpartition("/")[2], one.text
    try:
        if name in _NUMBERS:
            return float(text)
        if name in _WHOLE:
            return int(float(text)) if float(text).is_integer() else float(text)
    except ValueError:
        return text
    if name == "boolean" and text.lower() in ("true", "false", "1", "0"):
        return text.lower() in ("true", "1")
    return text


def _decoded(one: Answered, *, keep: Keep | None) -> Output:
    try:
        return _kept(base64.b64decode(one.text, validate=False), one.media.partition(";")[0].strip(), keep=keep)
    except (binascii.Error, ValueError) as error:
        raise BadReply(f"output {one.name!r} says it is base64 and is not ({error})", kind="bad_payload") from error


def _kept(body: bytes, media: str, *, keep: Keep | None) -> Cube:
    if keep is None:
        raise BadReply(
            f"bare {media} came, and there is nowhere to put it; ask for it by reference", kind="bad_payload"
        )
    return Cube(hrefs=(keep(body, media),), type=media)


def _files(body: bytes, *, base: str) -> Cube:
    listed = metalink.files(body)
    return Cube(hrefs=tuple(reachable(href, base=base) for href in listed.hrefs), type=listed.type)


def is_latitude_first(crs: str) -> bool:
    """Whether a reference system, as it is named, has latitude before longitude.

    By its URN EPSG 4326 has; by its plain name, PyWPS and most others read longitude first.
    """
    named = crs.lower()
    return named.startswith(("urn:", "http")) and "epsg" in named and named.endswith("4326")


def box_of(corners: Mapping[str, str]) -> tuple[float, ...]:
    """The four numbers of a lower and an upper corner as they stand; none where there are not four."""
    try:
        numbers = [
            *map(float, corners.get("LowerCorner", "").split()),
            *map(float, corners.get("UpperCorner", "").split()),
        ]
    except ValueError:
        return ()
    return tuple(numbers) if len(numbers) == 4 else ()

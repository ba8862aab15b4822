"""Inputs of a WPS process: JSON values as literals, boxes, references and complex data, each checked against its description.

Servers ignore inputs that they do not know, and cannot fetch files of this machine: both are refused here, before anything
is sent.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from connectors.compute import encoding
from connectors.compute.handing import within
from connectors.compute.remote import ProcessDescription
from connectors.compute.wps.outputs import is_latitude_first
from connectors.errors import Refused
from connectors.extents import BBox
from connectors.items import JSON

Kind = Literal["literal", "reference", "complex", "bbox"]
_FETCHED = ("http", "https", "ftp", "ftps", "dods", "s3")
_DEFAULT_MEDIA = "application/x-netcdf"
CRS = "urn:ogc:def:crs:OGC:1.3:CRS84"  # longitude first, as our boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One value of one input as it goes over the wire: text, an address, or the four numbers of a box in `text`."""

    name: str
    kind: Kind
    text: str
    media: str = ""
    crs: str = ""
    encoding: str = ""


def given(inputs: Mapping[str, Any], description: ProcessDescription) -> tuple[Given, ...]:
    """Every value in the order given; raises Refused for unknown, missing and unreachable inputs."""
    known = description.inputs
    for name in inputs:
        if known and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"it takes {', '.join(sorted(known))}"
            raise Refused(f"{description.summary.id!r} takes no input {name!r}; {hint}", kind="bad_input")
    # rook says that inputs are wanted which it has a default for
    missing = [name for name in description.required if inputs.get(name) is None and not _has_default(known.get(name))]
    if missing:
        raise Refused(f"{description.summary.id!r} lacks its input {', '.join(map(repr, missing))}", kind="bad_input")
    return tuple(
        one
        for name, value in inputs.items()
        if value is not None
        for one in _values(name, encoding.encode(value), _entry(known.get(name)))
    )


def _has_default(entry: JSON) -> bool:
    return "default" in _entry(_entry(entry).get("schema"))


def _entry(entry: JSON) -> Mapping[str, JSON]:
    return entry if isinstance(entry, Mapping) else {}


def _values(name: str, value: JSON, entry: Mapping[str, JSON]) -> Iterator[Given]:
    schema = _entry(entry.get("schema"))
    kind = "bbox" if schema.get("format") == "ogc-bbox" else "complex" if schema.get("contentMediaType") else "literal"
    media = str(schema.get("contentMediaType") or "")
    if kind == "bbox":
        yield _box(name, value, crs=str(schema.get("default") or ""))
    elif isinstance(value, Mapping) and (value.get("hrefs") or isinstance(value.get("href"), str)):
        named = _accepted(str(value.get("type") or value.get("mediaType") or media or _DEFAULT_MEDIA), schema)
        for href in value.get("hrefs") or [value["href"]]:
            if (inside := within(str(href))) is not None:
                own = _accepted(inside[0] or named, schema)
                yield Given(name=name, kind="complex", text=inside[1], media=own, encoding="base64")
                continue
            yield Given(name=name, kind="reference", text=_address(name, str(href)), media=named)
    elif isinstance(value, list) and not (media and "json" in media and not _are_files(value)):
        for inner in value:
            yield from _values(name, inner, entry)
    elif kind == "complex":
        yield _complex(name, value, media)
    else:
        yield Given(name=name, kind="literal", text=_literal(value))


def _accepted(media: str, schema: Mapping[str, JSON]) -> str:
    """The media type as the server spells it: NetCDF has several names, and servers refuse those that they do not list."""
    accepted = [str(m) for m in schema.get("mediaTypes") or [schema.get("contentMediaType")] if m]
    if media in accepted or "netcdf" not in media:
        return media
    return next((known for known in accepted if "netcdf" in known), media)


def _are_files(values: list[JSON]) -> bool:
    return bool(values) and all(isinstance(v, Mapping) and ("href" in v or v.get("hrefs")) for v in values)


def _complex(name: str, value: JSON, media: str) -> Given:
    if isinstance(value, Mapping) and "value" in value and "kind" not in value:
        media, value = str(value.get("mediaType") or value.get("type") or media), value["value"]
    if isinstance(value, str):
        if urlsplit(value).scheme in _FETCHED and not any(c in value for c in " \n"):
            return Given(name=name, kind="reference", text=_address(name, value), media=media)
        return Given(name=name, kind="complex", text=value, media=media)
    return Given(
        name=name, kind="complex", text=json.dumps(value), media=media if "json" in media else "application/json"
    )


def _literal(value: JSON) -> str:
    if isinstance(value, Mapping):
        value = value.get("value", json.dumps(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)


def _box(name: str, value: JSON, *, crs: str) -> Given:
    """West, south, east, north, in the order of the reference system that the server names."""
    if isinstance(value, Mapping):
        crs, value = str(value.get("crs") or crs), value.get("bbox", value)
    try:
        numbers = value.split(",") if isinstance(value, str) else list(value)
        box = BBox.of([float(number) for number in numbers])
    except (ValueError, TypeError) as error:
        raise Refused(f"input {name!r} is a box of west, south, east, north, got {value!r} ({error})") from error
    west, south, east, north = box.to_list()
    ordered = (south, west, north, east) if is_latitude_first(crs) else (west, south, east, north)
    return Given(name=name, kind="bbox", text=",".join(map(str, ordered)), crs=crs or CRS)


def _address(name: str, href: str) -> str:
    parts = urlsplit(href)
    host = parts.hostname or ""
    if parts.scheme not in _FETCHED or host.endswith(".embedded"):
        raise Refused(
            f"input {name!r} lies on this machine ({href!r}), where the server cannot fetch it;"
            " give an address that it can reach, or run the process on this machine",
            kind="unreachable_input",
        )
    return href

"""Encoding: results and caveats as JSON and back; the `kind` member tells values, series, tables and cubes apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.items import JSON, Caveat, Cube, Output, Series, Table, Value

_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "caveat": TypeAdapter(Caveat),
    "cube": TypeAdapter(Cube),
    "series": TypeAdapter(Series),
    "table": TypeAdapter(Table),
    "value": TypeAdapter(Value),
}
_MEDIA_TYPES = ("type", "mediaType", "format")


def encode(value: Any) -> JSON:
    """JSON of a result, a cube reference, a box, an interval, or of a structure of them."""
    if isinstance(value, BBox):
        return value.to_list()
    if isinstance(value, Interval):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        document = {field.name: encode(getattr(value, field.name)) for field in fields(value)}
        return document | {"kind": type(value).__name__.lower()}
    if isinstance(value, Mapping):
        return {str(name): encode(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [encode(inner) for inner in value]
    return value


def decode(document: JSON) -> Output:
    """A result out of JSON: ours by its `kind`, others by their shape; raises BadReply where neither fits."""
    if not isinstance(document, Mapping):
        return decode_list(document) if isinstance(document, list) else document
    kind = str(document.get("kind", ""))
    if kind in _KINDS and kind != "caveat":
        read: Output = _read(kind, document)
        return read
    if isinstance(document.get("href"), str):
        media = next((str(document[name]) for name in _MEDIA_TYPES if isinstance(document.get(name), str)), "")
        return Cube(hrefs=(str(document["href"]),), type=media or "application/x-netcdf")
    if "value" in document:
        return decode(document["value"])
    return _table(document)


def decode_list(documents: list[JSON]) -> Output:
    """A list as one result: links as one cube, objects or values as the rows of a table."""
    links = [d["href"] for d in documents if isinstance(d, Mapping) and isinstance(d.get("href"), str)]
    if links and len(links) == len(documents):
        return Cube(hrefs=tuple(str(href) for href in links))
    if len(documents) == 1:
        return decode(documents[0])
    return Table(columns=("value",), rows=tuple((document,) for document in documents))


def caveats(document: JSON) -> tuple[Caveat, ...]:
    """The caveats beside the results; none where there are none."""
    return tuple(_read("caveat", entry) for entry in document) if isinstance(document, list) else ()


def _read(kind: str, document: Mapping[str, JSON]) -> Any:
    try:
        return _KINDS[kind].validate_python({name: value for name, value in document.items() if name != "kind"})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadReply(
            f"a {kind} among the results is malformed at {where!r}: {first['msg']}", kind="bad_payload"
        ) from error


def _table(document: Mapping[str, JSON]) -> Table:
    return Table(columns=("name", "value"), rows=tuple((str(name), value) for name, value in document.items()))

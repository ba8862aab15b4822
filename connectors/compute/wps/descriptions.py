"""Process descriptions of WPS 1.0, as OWSLib reads them, told as OGC API – Processes describes processes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from connectors.compute.remote import ProcessDescription, ProcessSummary
from connectors.errors import BadReply, Refused
from connectors.items import JSON
from connectors.markup import Element, local_name

SYNC, ASYNC = "sync-execute", "async-execute"
TYPES: Mapping[str, Mapping[str, JSON]] = {
    "integer": {"type": "integer"},
    "int": {"type": "integer"},
    "long": {"type": "integer"},
    "short": {"type": "integer"},
    "nonNegativeInteger": {"type": "integer", "minimum": 0},
    "positiveInteger": {"type": "integer", "minimum": 1},
    "float": {"type": "number"},
    "double": {"type": "number"},
    "decimal": {"type": "number"},
    "scale": {"type": "number"},
    "angle": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "dateTime": {"type": "string", "format": "date-time"},
    "anyURI": {"type": "string", "format": "uri"},
}


def descriptions(root: Element) -> tuple[ProcessDescription, ...]:
    """All descriptions of a document; raises BadReply where it is none."""
    from lxml import etree
    from owslib.wps import WebProcessingService

    if local_name(root) != "ProcessDescriptions":
        raise BadReply(f"a {local_name(root)!r} document describes no processes", kind="bad_payload")
    service = WebProcessingService("http://localhost", skip_caps=True)
    try:
        found = service.describeprocess("all", xml=etree.tostring(root))
    except (AttributeError, TypeError, ValueError, KeyError, IndexError) as error:
        raise BadReply(f"process descriptions that cannot be read ({error!r})", kind="bad_payload") from error
    return tuple(_description(process) for process in found)


def description(root: Element, process_id: str) -> ProcessDescription:
    """The description of one process; raises Refused where the document has none of that id."""
    found = {told.summary.id: told for told in descriptions(root)}
    if process_id not in found:
        raise Refused(f"the server describes no process {process_id!r}", kind="no-such-process")
    return found[process_id]


def _description(process: Any) -> ProcessDescription:
    return ProcessDescription(
        summary=ProcessSummary(
            id=str(process.identifier or ""),
            title=str(process.title or ""),
            description=str(process.abstract or ""),
            version=str(process.processVersion or ""),
            modes=(SYNC, ASYNC) if process.storeSupported and process.statusSupported else (SYNC,),
        ),
        inputs={str(entry.identifier): _input(entry) for entry in process.dataInputs},
        outputs={str(entry.identifier): _told(entry) for entry in process.processOutputs},
    )


def _input(entry: Any) -> dict[str, JSON]:
    most = entry.maxOccurs if entry.maxOccurs >= 0 else 1
    return _told(entry) | {"minOccurs": entry.minOccurs if entry.minOccurs >= 0 else 1, "maxOccurs": most}


def _told(entry: Any) -> dict[str, JSON]:
    return {
        "title": str(getattr(entry, "title", "") or ""),
        "description": str(entry.abstract or ""),
        "schema": _schema(entry),
    }


def _schema(entry: Any) -> dict[str, JSON]:
    if entry.dataType == "ComplexData":
        formats = [f for f in [entry.defaultValue, *entry.supportedValues] if f is not None and f.mimeType]
        media = list(dict.fromkeys(str(f.mimeType) for f in formats))
        one: dict[str, JSON] = {"type": "string", "contentMediaType": media[0] if media else "application/octet-stream"}
        return one | ({"mediaTypes": media} if len(media) > 1 else {})
    if entry.dataType == "BoundingBoxData":
        systems = list(dict.fromkeys(map(str, filter(None, [entry.defaultValue, *entry.supportedValues]))))
        return {"type": "array", "format": "ogc-bbox", "default": systems[0] if systems else "", "crs": systems}
    return literal(str(entry.dataType or "string"), allowed=list(entry.allowedValues or []), default=entry.defaultValue)


def literal(data_type: str, *, allowed: list[JSON], default: JSON) -> dict[str, JSON]:
    """The JSON Schema of a literal of an XML Schema type."""
    name = data_type.rpartition("#")[2].rpartition(":")[2].rpartition("/")[2]
    schema: dict[str, JSON] = dict(TYPES.get(name, {"type": "string"}))
    values = [value for value in allowed if value is not None]
    return schema | ({"enum": values} if values else {}) | ({"default": default} if default not in (None, "") else {})

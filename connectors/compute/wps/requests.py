"""Execute requests of WPS 1.0: documents that OWSLib builds, or the same in an address (KVP)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from connectors.compute.remote import Mode, ProcessDescription
from connectors.compute.wps import metalink
from connectors.compute.wps.inputs import Given
from connectors.items import JSON

VERSION = "1.0.0"
_BY_VALUE = ("json", "text/plain")


def document(
    process_id: str, inputs: Iterable[Given], description: ProcessDescription, *, mode: Mode, language: str, raw: bool
) -> bytes:
    """The body of a POST. `raw` asks for the bare data of the only output."""
    from lxml import etree
    from owslib import wps

    wanted = [(name, by_reference(entry), None) for name, entry in description.outputs.items()]
    built = wps.WPSExecution(language=language or None).buildRequest(
        process_id,
        [(one.name, _value(one)) for one in inputs],
        wanted or None,
        mode=wps.ASYNC if mode == "async" else wps.SYNC,
    )
    if raw and len(wanted) == 1:
        namespace = wps.namespaces["wps"]
        form = next(iter(built.iter(f"{{{namespace}}}ResponseForm")))
        form.clear()
        output = etree.SubElement(form, f"{{{namespace}}}RawDataOutput")
        etree.SubElement(output, f"{{{wps.namespaces['ows']}}}Identifier").text = wanted[0][0]
    body: bytes = etree.tostring(built, xml_declaration=True, encoding="UTF-8")
    return body


def pairs(
    process_id: str, inputs: Iterable[Given], description: ProcessDescription, *, mode: Mode, language: str, raw: bool
) -> dict[str, str]:
    """The parameters of a GET (OGC 05-007r7, section 10.2.2)."""
    asked = {"service": "WPS", "request": "Execute", "version": VERSION, "identifier": process_id}
    asked["DataInputs"] = ";".join(_pair(one) for one in inputs)
    if raw and len(description.outputs) == 1:
        asked["RawDataOutput"] = next(iter(description.outputs))
    elif description.outputs:
        wanted = ((name, by_reference(entry)) for name, entry in description.outputs.items())
        asked["ResponseDocument"] = ";".join(f"{n}=@asReference=true" if far else n for n, far in wanted)
    if mode == "async":
        asked |= {"storeExecuteResponse": "true", "status": "true"}
    return asked | ({"language": language} if language else {})


def by_reference(entry: JSON) -> bool | None:
    """Whether an output is asked for by reference: files are, small documents are not, of literals nothing is said."""
    schema = entry.get("schema") if isinstance(entry, dict) else None
    media = str(schema.get("contentMediaType") or "") if isinstance(schema, dict) else ""
    if not media:
        return None
    return metalink.is_metalink(media) or not any(kind in media for kind in _BY_VALUE)


def _value(one: Given) -> Any:
    from owslib import wps

    if one.kind == "bbox":
        return wps.BoundingBoxDataInput([float(number) for number in one.text.split(",")], crs=one.crs)
    if one.kind == "literal":
        return one.text
    value = wps.ComplexDataInput(one.text, mimeType=one.media or None, encoding=one.encoding or None)
    # OWSLib takes whatever holds a colon early on for an address
    value.getXml = value.complexDataAsReference if one.kind == "reference" else value.complexDataRaw
    return value


def _pair(one: Given) -> str:
    """One input; what separates inputs and attributes is escaped, and escaped once more as a whole by the transport."""
    escaped = quote(one.text, safe=":/,?&+ []{}\"'") if one.kind != "reference" else quote(one.text, safe=":/?&,+=%")
    attribute = f"@mimeType={one.media}" if one.media and one.kind != "literal" else ""
    attribute += f"@encoding={one.encoding}" if one.encoding else ""
    if one.kind == "reference":
        return f"{one.name}=@xlink:href={escaped}{attribute}"
    return f"{one.name}={escaped},{one.crs}" if one.kind == "bbox" else f"{one.name}={escaped}{attribute}"

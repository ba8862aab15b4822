"""Documents of WPS 2.0, read without a library: descriptions, states, results; and the requests as documents.

OGC 14-065r2; OWSLib gives an empty list for a true 2.0 server. Read as ZOO-Project 2.1 writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from connectors.compute.remote import Mode, ProcessDescription, ProcessSummary, State
from connectors.compute.wps.descriptions import literal
from connectors.compute.wps.inputs import Given
from connectors.compute.wps.outputs import Answered, box_of
from connectors.compute.wps.requests import by_reference
from connectors.errors import BadReply, Refused
from connectors.items import JSON
from connectors.markup import Element, children, local_name, text

WPS, OWS, XLINK = "http://www.opengis.net/wps/2.0", "http://www.opengis.net/ows/2.0", "http://www.w3.org/1999/xlink"
VERSION = "2.0.0"
STATES: dict[str, State] = {
    "Accepted": "waiting",
    "Running": "waiting",
    "Paused": "waiting",
    "Succeeded": "successful",
    "Failed": "failed",
    "Dismissed": "dismissed",
}
_CGI = re.compile(rb"\A(?:[A-Za-z-]+: [^\r\n]*\r?\n)+\r?\n")


def execute(
    process_id: str, inputs: Iterable[Given], description: ProcessDescription, *, mode: Mode, raw: bool
) -> bytes:
    """The body of an execution; `raw` asks for the bare data of the only output."""
    from lxml import etree

    response = "raw" if raw and len(description.outputs) == 1 else "document"
    root = _root("Execute", mode=mode, response=response)
    etree.SubElement(root, f"{{{OWS}}}Identifier").text = process_id
    for one in inputs:
        entry = etree.SubElement(root, f"{{{WPS}}}Input", id=one.name)
        if one.kind == "reference":
            reference = etree.SubElement(entry, f"{{{WPS}}}Reference", {f"{{{XLINK}}}href": one.text})
            if one.media:
                reference.set("mimeType", one.media)
            continue
        told = {"mimeType": one.media} if one.media else {}
        data = etree.SubElement(entry, f"{{{WPS}}}Data", told | ({"encoding": one.encoding} if one.encoding else {}))
        if one.kind == "bbox":
            numbers = one.text.split(",")
            box = etree.SubElement(data, f"{{{OWS}}}BoundingBox", crs=one.crs)
            etree.SubElement(box, f"{{{OWS}}}LowerCorner").text = " ".join(numbers[:2])
            etree.SubElement(box, f"{{{OWS}}}UpperCorner").text = " ".join(numbers[2:])
        else:
            data.text = one.text
    for name, entry in description.outputs.items():
        transmission = "reference" if by_reference(entry) and response == "document" else "value"
        etree.SubElement(root, f"{{{WPS}}}Output", id=name, transmission=transmission)
    return _written(root)


def about_job(request: str, job_id: str) -> bytes:
    """The body of GetStatus, GetResult or Dismiss."""
    from lxml import etree

    root = _root(request)
    etree.SubElement(root, f"{{{WPS}}}JobID").text = job_id
    return _written(root)


def description(root: Element, process_id: str) -> ProcessDescription:
    """The description of one process; raises Refused where the document has none of that id."""
    found = {told.summary.id: told for told in descriptions(root)}
    if process_id not in found:
        raise Refused(f"the server describes no process {process_id!r}", kind="no-such-process")
    return found[process_id]


def descriptions(root: Element) -> tuple[ProcessDescription, ...]:
    """All descriptions of a document; raises BadReply where it is none."""
    if local_name(root) != "ProcessOfferings":
        raise BadReply(f"a {local_name(root)!r} document describes no processes of WPS 2.0", kind="bad_payload")
    return tuple(_description(offer) for offer in children(root, "ProcessOffering"))


def state(root: Element) -> tuple[str, State, float | None]:
    """Id, state and percentage of a job; raises BadReply where the document tells none."""
    named = text(root, "Status")
    if local_name(root) != "StatusInfo" or named not in STATES:
        raise BadReply(f"a {local_name(root)!r} document with the unknown status {named!r}", kind="bad_payload")
    try:
        progress: float | None = float(text(root, "PercentCompleted"))
    except ValueError:
        progress = 100.0 if named == "Succeeded" else None
    return text(root, "JobID"), STATES[named], progress


def said_aside(body: bytes) -> str:
    """The progress message that ZOO-Project writes as a comment into a status."""
    comments = re.findall(rb"<!--(.*?)-->", body, re.DOTALL)
    return " ".join(comments[-1].decode("utf-8", errors="replace").split()) if comments else ""


def without_headers(body: bytes) -> bytes:
    """A body without the header lines that ZOO-Project puts into raw results of jobs."""
    return _CGI.sub(b"", body)


def result(root: Element) -> tuple[Answered, ...]:
    """The outputs of a result document; raises BadReply where it is none."""
    if local_name(root) != "Result":
        raise BadReply(f"a {local_name(root)!r} document is no result", kind="bad_payload")
    return tuple(one for entry in children(root, "Output") for one in _answers(entry, ""))


def _answers(entry: Element, prefix: str) -> Iterable[Answered]:
    """An output, or those nested in it, named `outer/inner`."""
    name = f"{prefix}{entry.get('id') or ''}"
    inner = children(entry, "Output")
    if inner:
        for one in inner:
            yield from _answers(one, f"{name}/")
        return
    for element in children(entry, "Data", "Reference"):
        yield _answered(name, element)


def _answered(name: str, element: Element) -> Answered:
    from lxml import etree

    href = str(element.get(f"{{{XLINK}}}href") or element.get("href") or "")
    media, coded = str(element.get("mimeType") or ""), str(element.get("encoding") or "")
    inside = list(element)
    box = next((e for e in inside if local_name(e) == "BoundingBox"), None)
    wrapped = next((e for e in inside if local_name(e) == "LiteralValue"), None)
    if wrapped is not None:
        return Answered(name=name, text=(wrapped.text or "").strip(), data_type=str(wrapped.get("dataType") or ""))
    if box is not None:
        numbers = box_of({local_name(corner): corner.text or "" for corner in box})
        return Answered(name=name, box=numbers, crs=str(box.get("crs") or ""))
    body = "".join(etree.tostring(e, encoding="unicode") for e in inside) or (element.text or "").strip()
    return Answered(name=name, href=href, text=body, media=media, encoding=coded)


def _description(offer: Element) -> ProcessDescription:
    process = next(iter(children(offer, "Process")), offer)
    summary = ProcessSummary(
        id=text(process, "Identifier"),
        title=text(process, "Title"),
        description=text(process, "Abstract"),
        version=str(offer.get("processVersion") or ""),
        modes=tuple(str(offer.get("jobControlOptions") or "").split()),
    )
    return ProcessDescription(
        summary=summary,
        inputs={text(e, "Identifier"): _told(e) | _occurs(e) for e in children(process, "Input")},
        outputs={text(e, "Identifier"): _told(e) for e in children(process, "Output")},
    )


def _occurs(entry: Element) -> dict[str, JSON]:
    least, most = str(entry.get("minOccurs") or 1), str(entry.get("maxOccurs") or 1)
    return {"minOccurs": int(least), "maxOccurs": int(most) if most.isdigit() else most}


def _told(entry: Element) -> dict[str, JSON]:
    return {"title": text(entry, "Title"), "description": text(entry, "Abstract"), "schema": _schema(entry)}


def _schema(entry: Element) -> dict[str, JSON]:
    nested = {text(e, "Identifier"): _schema(e) for e in children(entry, "Input", "Output")}
    if nested:
        return {"type": "object", "properties": nested}
    for data in children(entry, "ComplexData"):
        formats = sorted(children(data, "Format"), key=lambda f: f.get("default") != "true")
        media = [str(f.get("mimeType")) for f in formats if f.get("mimeType")]
        one: dict[str, JSON] = {"type": "string", "contentMediaType": media[0] if media else "application/octet-stream"}
        return one | ({"mediaTypes": media} if len(media) > 1 else {})
    for data in children(entry, "BoundingBoxData"):
        systems = [(e.text or "").strip() for e in children(data, "SupportedCRS")]
        return {"type": "array", "format": "ogc-bbox", "default": systems[0] if systems else "", "crs": systems}
    return _literal(entry)


def _literal(entry: Element) -> dict[str, JSON]:
    domain: Any = next((e for e in entry.iter() if local_name(e) in ("LiteralDataDomain", "LiteralData")), None)
    domain = next((e for e in entry.iter() if local_name(e) == "LiteralDataDomain"), domain)
    if domain is None:
        return {"type": "string"}
    kind = next(iter(children(domain, "DataType")), None)
    named = "" if kind is None else (kind.text or "").strip() or str(kind.get(f"{{{OWS}}}reference") or "")
    allowed = [(v.text or "").strip() for part in children(domain, "AllowedValues") for v in children(part, "Value")]
    return literal(named or "string", allowed=list(allowed), default=text(domain, "DefaultValue"))


def _root(name: str, **attributes: str) -> Any:
    from lxml import etree

    spaces = {"wps": WPS, "ows": OWS, "xlink": XLINK}
    return etree.Element(f"{{{WPS}}}{name}", {"service": "WPS", "version": VERSION, **attributes}, nsmap=spaces)


def _written(root: Any) -> bytes:
    from lxml import etree

    body: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return body

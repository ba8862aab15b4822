"""Execute responses of WPS 1.0 as OWSLib reads them: the state of a job and its outputs.

A failure may be an exception report or bare text; a status may be a number with decimals; all was seen in real servers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from connectors.compute.remote import State
from connectors.compute.wps import exceptions
from connectors.compute.wps.outputs import Answered, box_of
from connectors.errors import BadReply
from connectors.markup import Element, children, local_name

_STATES: dict[str, State] = {
    "ProcessAccepted": "waiting",
    "ProcessStarted": "waiting",
    "ProcessPaused": "waiting",
    "ProcessSucceeded": "successful",
    "ProcessFailed": "failed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """What an execute response tells; `location` is where its status is looked at, empty where there is none."""

    state: State
    message: str = ""
    progress: float | None = None
    location: str = ""
    created: str = ""
    process_id: str = ""
    outputs: tuple[Answered, ...] = ()


def execution(root: Element) -> Execution:
    """Read an execute response; raises BadReply where it is none."""
    from owslib.wps import WPSExecution

    if local_name(root) != "ExecuteResponse":
        raise BadReply(f"a {local_name(root)!r} document is no answer to an execution", kind="bad_payload")
    read: Any = WPSExecution()
    try:
        read.parseResponse(root)
    except (AttributeError, TypeError, ValueError, KeyError, IndexError) as error:
        raise BadReply(f"an answer to an execution that cannot be read ({error!r})", kind="bad_payload") from error
    state = _STATES.get(str(read.status))
    if state is None and read.status != "Exception":
        raise BadReply(f"an execution with the unknown status {read.status!r}", kind="bad_payload")
    status = _status(root)
    boxes = [_box(entry) for part in children(root, "ProcessOutputs") for entry in children(part, "Output")]
    return Execution(
        state=state or "failed",
        message=_message(status, failed=state in (None, "failed")),
        progress=100.0 if state == "successful" else _percent(status),
        location=str(read.statusLocation or ""),
        created=str(read.creationTime or ""),
        process_id=str(read.process.identifier or ""),
        outputs=tuple(_answered(out, box) for out, box in zip(read.processOutputs, boxes, strict=True)),
    )


def _status(root: Element) -> Element:
    return next(state for part in children(root, "Status") for state in part)


def _message(status: Element, *, failed: bool) -> str:
    if failed and any(local_name(e) == "Exception" for e in status.iter()):
        return exceptions.words_of(status)
    return " ".join((status.text or "").split()) or ("the server gave no reason" if failed else "")


def _percent(status: Element) -> float | None:
    try:
        return float(status.get("percentCompleted") or "")
    except ValueError:
        return None


def _box(entry: Element) -> tuple[tuple[float, ...], str, str]:
    """The box, its reference system and the encoding of an output, which OWSLib reorders or leaves out."""
    box: tuple[float, ...] = ()
    crs, coded = "", ""
    for element in entry.iter():
        if local_name(element) == "BoundingBoxData":
            box = box_of({local_name(corner): corner.text or "" for corner in element})
            crs = str(element.get("crs") or "")
        elif local_name(element) in ("ComplexData", "Reference"):
            coded = str(element.get("encoding") or "")
    return box, crs, coded


def _answered(output: Any, told: tuple[tuple[float, ...], str, str]) -> Answered:
    box, crs, coded = told
    texts = [
        part.decode() if isinstance(part, bytes) else part for part in output.data if isinstance(part, str | bytes)
    ]
    return Answered(
        name=str(output.identifier or ""),
        href=str(output.reference or ""),
        text="".join(texts),
        media=str(output.mimeType or ""),
        encoding="" if output.reference else coded,
        data_type=str(output.dataType or ""),
        box=box,
        crs=crs,
    )

"""Reader: what the confined process does: it shuts itself in, examines its files, and reads what is wanted of each."""

from __future__ import annotations

import importlib
import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from connectors import errors
from connectors.errors import BadReply, ConnectorError
from connectors.sandbox import policy, wire
from connectors.sandbox.rules.examine import examine

OURS = "connectors."


def serve(channel: socket.socket, task: Mapping[str, Any]) -> None:
    """Shut in, read the files one after the other, send what came of each; never returns to the caller's code."""
    status = 1
    try:
        policy.restrict(policy.Limits(**task["limits"]))
        policy.confine([Path(reading["path"]) for reading in task["readings"]])
        for reading in task["readings"]:
            wire.send(channel, answer(reading, limits=task["limits"], is_alone=len(task["readings"]) == 1))
        channel.shutdown(socket.SHUT_WR)
        status = 0
    finally:
        os._exit(status)


def answer(reading: Mapping[str, Any], *, limits: Mapping[str, Any], is_alone: bool = True) -> dict[str, Any]:
    """What came of a reading: `value`, or the `error` by name with its message.

    Raises MemoryError where the file is not alone: what others left behind may be what was lacking.
    """
    path = Path(reading["path"])
    try:
        return {"value": perform(reading)}
    except ConnectorError as error:
        return {"error": type(error).__name__, "message": str(error), "kind": error.kind}
    except MemoryError:
        if not is_alone:
            raise
        limit = int(limits["memory"]) / 2**30
        message = f"reading {path.name!r} takes more than {limit:.1f} GiB of memory; ask for a smaller part of it"
        return {"error": "Refused", "message": message, "kind": "too_large"}
    except Exception as error:  # whatever a library raises on a file that was made to break it
        message = f"{path.name!r} cannot be read ({type(error).__name__}: {error}); fetch it again"
        return {"error": "BadReply", "message": message, "kind": "bad_payload"}


def perform(reading: Mapping[str, Any]) -> Any:
    """Examine the file where that is wanted, then call the function that is named."""
    path = Path(reading["path"])
    if reading["examine"]:
        examine(path)
    if not reading["call"]:
        return None
    module, _, name = str(reading["call"]).partition(":")
    if not module.startswith(OURS):
        raise BadReply(f"{reading['call']!r} is no reading of ours", kind="guard")
    return getattr(importlib.import_module(module), name)(path, **reading["arguments"])


def raised(reply: Any) -> Any:
    """The value of an answer, or its error raised."""
    if not isinstance(reply, dict):
        raise BadReply("a reader sent nonsense", kind="bad_payload")
    if "error" not in reply:
        return reply.get("value")
    found = getattr(errors, str(reply["error"]), BadReply)
    kind = found if isinstance(found, type) and issubclass(found, ConnectorError) else BadReply
    raise kind(str(reply.get("message", ""))[:2000], kind=str(reply.get("kind", "")))

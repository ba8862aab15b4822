"""Reader: what the confined process does: it shuts itself in, examines one file, and reads what is wanted of it."""

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

_OURS = "connectors."


def serve(channel: socket.socket, task: Mapping[str, Any]) -> None:
    """Shut in, do the task, send what came of it; never returns to the caller's code."""
    status = 1
    try:
        policy.restrict(policy.Limits(**task["limits"]))
        policy.confine([Path(task["path"])])
        wire.send(channel, answer(task))
        channel.shutdown(socket.SHUT_WR)
        status = 0
    finally:
        os._exit(status)


def answer(task: Mapping[str, Any]) -> dict[str, Any]:
    """What came of a task: `value`, or the `error` by name with its message."""
    path = Path(task["path"])
    try:
        return {"value": perform(task)}
    except ConnectorError as error:
        return {"error": type(error).__name__, "message": str(error), "kind": error.kind}
    except MemoryError:
        limit = int(task["limits"]["memory"]) / 2**30
        message = f"reading {path.name!r} takes more than {limit:.1f} GiB of memory; ask for a smaller part of it"
        return {"error": "Refused", "message": message, "kind": "too_large"}
    except Exception as error:  # whatever a library raises on a file that was made to break it
        message = f"{path.name!r} cannot be read ({type(error).__name__}: {error}); fetch it again"
        return {"error": "BadReply", "message": message, "kind": "bad_payload"}


def perform(task: Mapping[str, Any]) -> Any:
    """Examine the file where that is wanted, then call the function that is named."""
    path = Path(task["path"])
    if task["examine"]:
        examine(path)
    if not task["call"]:
        return None
    module, _, name = str(task["call"]).partition(":")
    if not module.startswith(_OURS):
        raise BadReply(f"{task['call']!r} is no reading of ours", kind="guard")
    return getattr(importlib.import_module(module), name)(path, **task["arguments"])


def raised(reply: Any) -> Any:
    """The value of an answer, or its error raised."""
    if not isinstance(reply, dict):
        raise BadReply("a reader sent nonsense", kind="bad_payload")
    if "error" not in reply:
        return reply.get("value")
    found = getattr(errors, str(reply["error"]), BadReply)
    kind = found if isinstance(found, type) and issubclass(found, ConnectorError) else BadReply
    raise kind(str(reply.get("message", ""))[:2000], kind=str(reply.get("kind", "")))

"""The vault of a Weaver: files given to it for one execution, which take a token to be read and are gone after."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from connectors.base import Request
from connectors.compute.ogcapi import JSON_ONLY
from connectors.compute.weaver.server import Weaver
from connectors.errors import BadReply, Refused
from connectors.items import JSON

MOST_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFile:
    """A file in the vault: `reference` is the input that names it."""

    id: str
    token: str = field(repr=False)
    type: str

    @property
    def reference(self) -> dict[str, JSON]:
        return {"href": f"vault://{self.id}", "type": self.type}


async def upload(weaver: Weaver, body: bytes, *, name: str, media: str) -> tuple[Weaver, VaultFile]:
    """Put a file into the vault; gives the server with its token, to run processes with, and the file.

    Raises Refused for one that is too big to be held in memory twice.
    """
    if len(body) > MOST_BYTES:
        raise Refused(f"{name!r} has {len(body)} bytes; a vault takes {MOST_BYTES} from here: give its address instead")
    boundary = hashlib.sha256(body).hexdigest()
    safe = "".join(c for c in name if c.isalnum() or c in "._-") or "file"
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{safe}"\r\n'
        f"Content-Type: {media}\r\n\r\n"
    )
    request = Request(
        method="POST",
        url=f"{weaver.base}/vault",
        content=head.encode() + body + f"\r\n--{boundary}--\r\n".encode(),
        headers={**JSON_ONLY, "Content-Type": f"multipart/form-data; boundary={boundary}"},
        idempotent=False,
    )
    told = await weaver.call(request)
    told = told if isinstance(told, Mapping) else {}
    identity, token = str(told.get("file_id") or ""), str(told.get("access_token") or "")
    if not identity or not token:
        raise BadReply(f"{weaver.base} took a file and does not say where it is", kind="bad_payload")
    kept = VaultFile(id=identity, token=token, type=media)
    return replace(weaver, vault={**weaver.vault, identity: token}), kept

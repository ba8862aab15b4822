"""Cursor: where a search over many sources stands, as a line of text that resumes it, in another process too.

It keeps for each source the requests with which it goes on: a source that failed is asked the same again, one that has
given all is asked no more. What was delivered is remembered by a digest, so that a copy in another catalogue does not
come again. The text is signed, since a stranger's cursor would have this machine send a stranger's requests.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from connectors.engine.ask import Endpoint, Landed
from connectors.engine.written import Written, write
from connectors.errors import Refused
from connectors.operations import Search

MOST_SEEN = 50_000  # the latest; older copies may come again
MOST_FAILURES = 3  # on end, and a source is given up for this search
_SIGNATURE_BYTES = 16
_MOST_BYTES = 64 * 2**20
_PASSING = (
    "timeout",
    "failed",
    "rate_limited",
    "skipped_breaker",
    "skipped_offline",
    "auth",
    "cached_stale",
    "partial",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one source stands: the requests to send next, none for the first of all; `failures` on end until now."""

    requests: tuple[Written, ...] = ()
    failures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """The search, the source or family it went to, the sources that go on, and digests of what was delivered.

    `given_up` are those that failed too often, with the state they were in.
    """

    search: Search
    source: str = ""
    positions: Mapping[str, Position] = field(default_factory=dict)
    seen: tuple[bytes, ...] = ()
    given_up: Mapping[str, str] = field(default_factory=dict)


class Cursors:
    """Writes cursors and reads those that it wrote; `key` is a secret of this installation."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def write(self, cursor: Cursor) -> str:
        body = zlib.compress(msgspec.msgpack.encode(cursor), 6)
        return base64.urlsafe_b64encode(self._signature(body) + body).decode().rstrip("=")

    def read(self, text: str) -> Cursor:
        """The cursor; raises Refused for one that was not written here, or was changed since."""
        try:
            raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            signature, body = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
            if not hmac.compare_digest(signature, self._signature(body)):
                raise ValueError("its signature does not fit")
            unpacked = zlib.decompressobj().decompress(body, _MOST_BYTES)
            return msgspec.msgpack.decode(unpacked, type=Cursor)
        except (ValueError, zlib.error, msgspec.MsgspecError) as error:
            message = f"the cursor {text[:12]!r}… cannot be used here ({error}); start the search again without it"
            raise Refused(message, kind="cursor") from error

    def _signature(self, body: bytes) -> bytes:
        return hmac.new(self._key, body, hashlib.sha256).digest()[:_SIGNATURE_BYTES]


def following(
    search: Search, *, source: str, landed: Sequence[Landed], delivered: Iterable[str], before: Cursor | None = None
) -> Cursor | None:
    """Where the search stands after this page; None where every source has given what it holds.

    `delivered` are the keys of the items on this page.
    """
    old: Mapping[str, Position] = before.positions if before else {}
    positions: dict[str, Position] = {}
    given_up = dict(before.given_up) if before else {}
    for part in landed:
        name, state = part.report.source, part.report.state
        known = old.get(name, Position())
        failures = known.failures + 1 if state in _PASSING and not part.items else 0
        requests = write(part.rest) or (known.requests if state in _PASSING else ())
        is_open = bool(part.rest) or (state in _PASSING and state != "partial" and not part.report.via)
        if is_open and failures < MOST_FAILURES:
            positions[name] = Position(requests=requests, failures=failures)
        elif failures:
            given_up[name] = state
    offline = {part.report.source for part in landed if part.report.state == "skipped_offline"}
    if positions.keys() <= offline:  # without a network there is nobody left to wait for
        return None
    seen = dict.fromkeys(before.seen if before else ())
    seen |= dict.fromkeys(digest(key) for key in delivered)
    kept = tuple(seen)[-MOST_SEEN:]
    return Cursor(search=search, source=source, positions=positions, seen=kept, given_up=given_up)


def unseen(parts: Sequence[Landed], endpoints: Sequence[Endpoint], cursor: Cursor) -> list[Landed]:
    """The parts without the items that an earlier page delivered."""
    keys = {endpoint.source.id: endpoint.key for endpoint in endpoints}
    seen = frozenset(cursor.seen)

    def fresh(part: Landed) -> Landed:
        key = keys[part.report.source]
        return replace(part, items=tuple(item for item in part.items if digest(key(item)) not in seen))

    return [fresh(part) if part.items else part for part in parts]


def digest(key: str) -> bytes:
    """What stands for an item that was delivered."""
    return hashlib.blake2b(key.encode(), digest_size=8).digest()

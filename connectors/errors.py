"""What can go wrong between us and the outside world.

    ConnectorError
    ├── Unavailable      the source did not answer: refused, reset, timed out, 5xx
    ├── Refused          the source answered no: 4xx, credentials, terms, a guard of ours
    │   └── AuthMissing      credentials are needed and none are configured
    ├── Unsupported      the source cannot do this at all
    ├── BadReply         the source answered nonsense: not JSON, truncated, wrong checksum
    ├── MissingHolding   a local holding is absent or damaged; says how to fetch it
    └── DiskFull         there is no room left to write to; nothing half-written is kept

Every message says what happened, to what, and what to try.
"""

from __future__ import annotations


class ConnectorError(Exception):
    """Base of all errors of the outside world; `source` names the one that failed, `kind` the way it did.

    Kinds: dns, connect, tls, reset, timeout, http_NNN, rate_limited, auth, bad_payload, too_large, guard, breaker,
    job_late, job_lost (a remote job that did not end, or that its server forgot), lost_answer.
    `retry_after` is in seconds, where the source named it.
    """

    def __init__(self, message: str, *, source: str = "", kind: str = "", retry_after: float | None = None) -> None:
        super().__init__(message)
        self.source = source
        self.kind = kind
        self.retry_after = retry_after


class Unavailable(ConnectorError):
    """The source did not answer in time or at all."""


class Refused(ConnectorError):
    """The source, or a guard of ours, refused the request."""


class AuthMissing(Refused):
    """The source wants credentials that are not configured."""


class Unsupported(ConnectorError):
    """The source cannot do what was asked."""


class BadReply(ConnectorError):
    """The reply could not be used: malformed, truncated or failing its checksum."""


class MissingHolding(ConnectorError):
    """A file of the embedded federation is absent or damaged."""


class DiskFull(ConnectorError):
    """The disk, a quota or a size limit left no room to write."""

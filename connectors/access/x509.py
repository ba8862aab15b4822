"""X.509: a client certificate, as the old ESGF nodes and grids want it: one PEM file with certificate, key and chain.

The argument is `PROXY_VARIABLE,AUTHORITIES_VARIABLE`; where left out, X509_USER_PROXY names the file and X509_CERT_DIR a
folder (or a file) of authorities to trust besides the system's.
"""

from __future__ import annotations

import base64
import re
import ssl
from datetime import UTC, datetime
from pathlib import Path

from connectors.access.asking import Asking
from connectors.base import Request
from connectors.errors import AuthMissing

PROXY, AUTHORITIES = "X509_USER_PROXY", "X509_CERT_DIR"
_NO_PASSWORD = ""
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----(.+?)-----END", re.DOTALL)
_TIME = rb"(?:\x17\x0d\d{12}Z|\x18\x0f\d{14}Z)"  # UTCTime or GeneralizedTime in DER
_VALIDITY = re.compile(rb"\x30[\x1e\x20\x22]" + _TIME + rb"(?:\x17\x0d(\d{12})Z|\x18\x0f(\d{14})Z)")


def check(asking: Asking) -> None:
    """Raise AuthMissing where there is no certificate, others can read it, or its time is over."""
    _certificate(asking)


async def authorized(request: Request, asking: Asking, *, refused: Request | None = None) -> Request:
    """The request as it is: the certificate is shown when the connection is made."""
    check(asking)
    return request


def context(asking: Asking) -> ssl.SSLContext:
    """A context that shows the certificate and trusts the named authorities too; raises AuthMissing."""
    import httpx2

    path, made = _certificate(asking), httpx2.create_ssl_context(trust_env=False)
    try:
        made.load_cert_chain(path, password=_NO_PASSWORD)
    except (ssl.SSLError, OSError, ValueError) as error:
        why = getattr(error, "reason", "") or type(error).__name__
        raise AuthMissing(
            f"{str(path)!r} holds no usable certificate and key ({why}); {_command()}", kind="auth"
        ) from None
    authorities = asking.secrets.environ.get(_names(asking.argument)[1], "")
    if authorities:
        folder = Path(authorities).is_dir()
        try:
            made.load_verify_locations(**{"capath" if folder else "cafile": authorities})
        except (ssl.SSLError, OSError) as error:
            raise AuthMissing(f"the authorities in {authorities!r} cannot be read ({error})", kind="auth") from error
    return made


def stamp(asking: Asking) -> tuple[str, int]:
    """What changes when the certificate is renewed: a connection made with the old one is not used again."""
    path = _certificate(asking)
    return str(path), path.stat().st_mtime_ns


def _certificate(asking: Asking) -> Path:
    variable, _ = _names(asking.argument)
    name = asking.secrets.environ.get(variable, "").strip()
    if not name:
        raise AuthMissing(f"get a proxy certificate and run `export {variable}=/path/to/proxy.pem`", kind="auth")
    path = Path(name)
    if not path.is_file():
        raise AuthMissing(f"{name!r} ({variable}) is not a file; {_command()}", kind="auth")
    if path.stat().st_mode & 0o077:
        raise AuthMissing(f"{name!r} can be read by others; run `chmod 600 {name}`", kind="auth")
    ends = _ends(path)
    if ends is not None and ends <= asking.now:
        day = datetime.fromtimestamp(ends, UTC).strftime("%Y-%m-%d %H:%M UTC")
        raise AuthMissing(f"the certificate {name!r} ended on {day}; {_command()}", kind="auth")
    return path


def _ends(path: Path) -> float | None:
    """The end of the file's first certificate, epoch seconds (RFC 5280, 4.1.2.5); None where that cannot be told."""
    pem = _PEM.search(path.read_bytes())
    try:
        validity = _VALIDITY.search(base64.b64decode(pem[1])) if pem else None
    except ValueError:
        return None
    if validity is None:
        return None
    short, long = validity[1], validity[2]
    text = long.decode() if long else ("19" if short >= b"5" else "20") + short.decode()
    return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp()


def _command() -> str:
    return "get a new proxy certificate from your identity provider (`myproxy-logon`, `esgpull login`, …)"


def _names(argument: str) -> tuple[str, str]:
    proxy, _, authorities = argument.partition(",")
    return proxy.strip() or PROXY, authorities.strip() or AUTHORITIES

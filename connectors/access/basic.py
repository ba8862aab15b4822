"""Basic: a user and a password (RFC 7617), from environment variables or from netrc."""

from __future__ import annotations

import base64
import netrc
from collections.abc import Mapping

from connectors.access.base import Secrets
from connectors.errors import AuthMissing


def headers(argument: str, secrets: Secrets) -> Mapping[str, str]:
    """`argument` names two variables: the user's and the password's."""
    user, _, password = argument.partition(",")
    return _header(secrets.variable(user.strip()), secrets.variable(password.strip()))


def netrc_headers(argument: str, secrets: Secrets) -> Mapping[str, str]:
    """The entry for the host in netrc; raises AuthMissing with the line to add."""
    line = f"add `machine {secrets.host} login … password …` to ~/.netrc and run `chmod 600 ~/.netrc`"
    if secrets.netrc is None or not secrets.netrc.exists():
        raise AuthMissing(line, kind="auth")
    if secrets.netrc.stat().st_mode & 0o077:
        raise AuthMissing("~/.netrc can be read by others; run `chmod 600 ~/.netrc`", kind="auth")
    try:
        entry = netrc.netrc(secrets.netrc).authenticators(secrets.host)
    except netrc.NetrcParseError as error:
        raise AuthMissing(f"~/.netrc cannot be read ({error.msg}, line {error.lineno}); {line}", kind="auth") from error
    if entry is None or entry[2] is None:
        raise AuthMissing(line, kind="auth")
    return _header(entry[0], entry[2])


def _header(user: str, password: str) -> Mapping[str, str]:
    token = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
    return {"Authorization": f"Basic {token}"}

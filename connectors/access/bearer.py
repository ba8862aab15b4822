"""Bearer: a token in the Authorization header (RFC 6750), from an environment variable."""

from __future__ import annotations

from collections.abc import Mapping

from connectors.access.base import Secrets


def headers(argument: str, secrets: Secrets) -> Mapping[str, str]:
    """The token of the variable that `argument` names; `VARIABLE,Header-Name` sends it bare under another header."""
    variable, _, header = argument.partition(",")
    token = secrets.variable(variable)
    return {header: token} if header else {"Authorization": f"Bearer {token}"}

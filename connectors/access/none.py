"""None: open to all."""

from __future__ import annotations

from collections.abc import Mapping

from connectors.access.base import Secrets


def headers(argument: str, secrets: Secrets) -> Mapping[str, str]:
    """Nothing to add."""
    return {}

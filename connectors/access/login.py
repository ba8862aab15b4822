"""Login: what each phase of a source still wants from a person, and the login by device where that is the way."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.access import device
from connectors.access.asking import Asking
from connectors.access.credentials import Credentials
from connectors.access.device import Sleep, Tell
from connectors.access.realm import realm
from connectors.errors import AuthMissing
from connectors.offers import Source

PHASES = ("search", "download", "store", "process")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one phase of a source stands: its scheme, and the command that mends it, empty where nothing is missing."""

    phase: str
    scheme: str
    missing: str = ""


def standings(source: Source, credentials: Credentials) -> tuple[Standing, ...]:
    """Every phase that wants something, without asking anybody; raises Refused where the source file is wrong."""
    return tuple(
        Standing(phase=phase, scheme=scheme.partition(":")[0], missing=_missing(source, credentials, phase=phase))
        for phase, scheme in ((phase, source.auth.get(phase, "none")) for phase in PHASES)
        if scheme != "none"
    )


async def login(source: Source, credentials: Credentials, *, tell: Tell, sleep: Sleep) -> tuple[str, ...]:
    """Log in by device for each realm of the source that works so; says where each login is kept."""
    places = []
    for phase in by_device(source):
        asking = _asking(source, credentials, phase=phase)
        try:
            places.append(await device.login(asking, tell=tell, sleep=sleep))
        except AuthMissing as error:
            raise credentials.redacted(error) from None
    return tuple(places)


def by_device(source: Source) -> tuple[str, ...]:
    """The first phase whose tokens a login by device gives: one login serves all phases."""
    phases = [phase for phase in PHASES if source.auth.get(phase, "").partition(":")[0] == "oidc"]
    return tuple(phases[:1]) if phases and realm(source).grant == "device" else ()


def _missing(source: Source, credentials: Credentials, *, phase: str) -> str:
    try:
        credentials.headers(source, phase=phase, url=source.url)
    except AuthMissing as error:
        return credentials.redact(str(error))
    return ""


def _asking(source: Source, credentials: Credentials, *, phase: str) -> Asking:
    asking = credentials.asking(source, phase=phase, url=source.url)
    assert asking is not None, "a source serves its own address"
    return asking

"""Device: log a person in where there may be no browser (RFC 8628): an address and a code to type, then waiting."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from connectors.access import grants
from connectors.access.asking import Asking
from connectors.access.grants import Provider, Refusal
from connectors.access.realm import Realm, client, discover, realm, remember, request_token
from connectors.access.tokens import Token
from connectors.errors import AuthMissing, BadReply, Unavailable, Unsupported

Tell = Callable[[str], None]
Sleep = Callable[[float], Awaitable[None]]
_SLOWER_S = 5.0  # RFC 8628, 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What the person needs, and how often to look whether it is done; seconds."""

    address: str
    code: str
    whole: str  # the address with the code in it, empty where the provider gives none
    secret: str = field(repr=False)
    interval_s: float
    lasts_s: float


async def login(asking: Asking, *, tell: Tell, sleep: Sleep) -> str:
    """Log in and keep the login; says where. Raises AuthMissing, Unsupported, Unavailable or BadReply."""
    wanted = realm(asking.source)
    offered = await discover(wanted, asking)
    if not offered.device:
        raise Unsupported(f"{wanted.issuer} offers no login by device; name another grant in the source's options.oidc")
    invited = await invite(wanted, asking, offered=offered)
    tell(
        f"open {invited.address} and type the code {invited.code}"
        + (f"\nor open {invited.whole}" * bool(invited.whole))
    )
    granted = await wait(invited, wanted, asking, offered=offered, sleep=sleep)
    place = remember(wanted, asking, granted)
    if not place:
        raise AuthMissing(
            f"{wanted.issuer} gave no refresh token, so the login cannot be kept; add offline_access to its scope",
            kind="auth",
        )
    return place


async def invite(wanted: Realm, asking: Asking, *, offered: Provider) -> Invitation:
    """Ask the provider for a code."""
    form = {"scope": wanted.scope, "audience": wanted.settings.get("audience", "")}
    form |= {"resource": wanted.settings.get("resource", ""), "client_id": wanted.client_id}
    known = client(wanted, asking)
    reply = await asking.ask(grants.post(offered.device, form, client=known, methods=offered.methods))
    document = grants.read(reply, issuer=wanted.issuer)
    try:
        invited = Invitation(
            address=str(document["verification_uri"]),
            code=str(document["user_code"]),
            whole=str(document.get("verification_uri_complete") or ""),
            secret=str(document["device_code"]),
            interval_s=float(document.get("interval") or 5),
            lasts_s=float(document.get("expires_in") or 600),
        )
    except (KeyError, TypeError, ValueError):
        why = str(document.get("error") or reply.status)[:80]
        raise BadReply(f"{wanted.issuer} did not start a login by device: {why!r}", kind="bad_payload") from None
    asking.secrets.redaction.learn(invited.secret)
    return invited


async def wait(invited: Invitation, wanted: Realm, asking: Asking, *, offered: Provider, sleep: Sleep) -> Token:
    """Look until the person is done; raises AuthMissing where they refuse or take too long."""
    waited, interval = 0.0, invited.interval_s
    form = {"grant_type": grants.DEVICE, "device_code": invited.secret, "client_id": wanted.client_id}
    while waited < invited.lasts_s:
        await sleep(interval)
        waited += interval
        try:
            reply = await request_token(form, wanted, asking, offered=offered)
        except Unavailable:  # RFC 8628, 3.5: back off and go on
            interval += _SLOWER_S
            continue
        if not isinstance(reply, Refusal):
            return reply
        if reply.code == "slow_down":
            interval += _SLOWER_S
        elif reply.code != "authorization_pending":
            raise AuthMissing(f"the login was not given: {wanted.issuer} says {reply}", kind="auth")
    raise AuthMissing(
        f"the code was not used within {invited.lasts_s:.0f} s; run `conductor login {asking.source.id}` again",
        kind="auth",
    )

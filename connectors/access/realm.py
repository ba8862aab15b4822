"""Realm: an OpenID provider and who we are there; a source's `options.oidc` says it.

    issuer         the provider's address                 client_id      who we are there
    grant          device | client_credentials | password | exchange   (device where not said)
    client_secret, user, password, subject, token         names of variables, never the secrets themselves
    scope, audience, resource, requested_token_type       sent as they are

`token` names a variable that may hold a ready access token. `exchange` trades the subject's access token for one of this
provider (RFC 8693, as the AARC guidelines for research infrastructures have it). A login by device is kept by
`conductor login` as a refresh token.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from connectors.access import grants
from connectors.access.asking import Asking
from connectors.access.grants import Client, Provider, Refusal
from connectors.access.tokens import Token
from connectors.errors import Refused, Unavailable
from connectors.offers import Source

GRANTS = ("client_credentials", "device", "exchange", "password")
_DEFAULT_SCOPE = {"device": "openid offline_access"}
FORWARDED = ("audience", "resource")


@dataclass(frozen=True, slots=True, kw_only=True)
class Realm:
    """Where and as whom to ask for tokens; `settings` is the source's table, names of variables and all."""

    issuer: str
    client_id: str
    grant: str
    settings: Mapping[str, str]

    @property
    def key(self) -> str:
        """What its tokens are kept under: one login serves every source of a realm."""
        wanted = [f"{name}={self.settings[name]}" for name in ("scope", *FORWARDED) if self.settings.get(name)]
        return " ".join(("oidc", self.issuer, self.client_id, self.grant, *wanted))

    @property
    def scope(self) -> str:
        return self.settings.get("scope", _DEFAULT_SCOPE.get(self.grant, ""))


def realm(source: Source) -> Realm:
    """The realm of a source; raises Refused where its table is not whole."""
    table = source.options.get("oidc")
    settings = {key: str(value) for key, value in table.items()} if isinstance(table, Mapping) else {}
    if missing := [name for name in ("issuer", "client_id") if not settings.get(name)]:
        raise Refused(f"source {source.id!r} lacks {' and '.join(missing)} in its options.oidc", kind="auth")
    grant = settings.get("grant", "device")
    if grant not in GRANTS:
        raise Refused(f"source {source.id!r} names an unknown grant {grant!r}; known: {', '.join(GRANTS)}", kind="auth")
    return Realm(issuer=settings["issuer"], client_id=settings["client_id"], grant=grant, settings=settings)


async def discover(wanted: Realm, asking: Asking) -> Provider:
    """What the provider offers, asked once in a process."""
    documents = asking.line.documents
    if wanted.issuer not in documents:
        reply = await asking.ask(grants.discovery(wanted.issuer))
        if reply.status != 200:
            kind = f"http_{reply.status}"
            raise Unavailable(f"the provider {wanted.issuer!r} cannot be discovered: {reply.status}", kind=kind)
        documents[wanted.issuer] = grants.read(reply, issuer=wanted.issuer)
    return grants.provider(documents[wanted.issuer], issuer=wanted.issuer)


def client(wanted: Realm, asking: Asking) -> Client:
    """Who we are at the provider; raises AuthMissing where the secret's variable is not set."""
    variable = wanted.settings.get("client_secret", "")
    return Client(id=wanted.client_id, secret=asking.secrets.variable(variable) if variable else "")


async def request_token(
    form: Mapping[str, str], wanted: Realm, asking: Asking, *, offered: Provider
) -> Token | Refusal:
    """Ask the token endpoint; secrets of the reply are known to the redaction before anybody sees them."""
    known = client(wanted, asking)
    outgoing = grants.post(offered.token, form, client=known, methods=offered.methods)
    asking.secrets.redaction.learn(outgoing.headers.get("Authorization", "").removeprefix("Basic "))
    reply = grants.token(await asking.ask(outgoing), issuer=wanted.issuer, now=asking.now)
    if isinstance(reply, Token):
        asking.secrets.redaction.learn(reply.value, reply.refresh)
    return reply


def remember(wanted: Realm, asking: Asking, granted: Token) -> str:
    """Keep a login beyond this run; says where, empty where the provider gave nothing to keep."""
    return asking.secrets.vault.keep(wanted.key, granted.refresh) if granted.refresh else ""

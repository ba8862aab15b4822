"""Device: waits as the provider says, slower when told to, and ends with a login, a refusal or the code's end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.access.device import login
from connectors.errors import AuthMissing, ConnectorError, Unsupported
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.fault_server import Exchange, FaultServer
from tests.connectors.outside_world import source

GRANTED = (200, {"access_token": "acc3ss", "refresh_token": "r3fresh", "expires_in": 600})
PENDING, SLOW = (400, {"error": "authorization_pending"}), (400, {"error": "slow_down"})


class Provider:
    """Answers the token endpoint with these replies, the last one for ever."""

    def __init__(self, server: FaultServer, *replies: tuple[int, Any], **offered: Any) -> None:
        self.replies, self.waits, self.told = list(replies), list[float](), list[str]()
        self.issuer = server.add("idp", self.answer)
        self.offered = {"device_authorization_endpoint": f"{self.issuer}/device"} | offered

    def source(self, **realm: str) -> Source:
        table = {"issuer": self.issuer, "client_id": "us", **realm}
        return source("one", self.issuer, auth={"download": "oidc"}, options={"oidc": table})

    async def answer(self, exchange: Exchange) -> None:
        match exchange.path.removeprefix("/idp/"):
            case ".well-known/openid-configuration":
                known = {"issuer": self.issuer, "token_endpoint": f"{self.issuer}/token"}
                code, document = 200, known | self.offered
            case "device":
                code, document = 200, dict[str, Any]() | {
                    "device_code": "d3vice", "user_code": "ABCD", "verification_uri": "https://idp.example/go",
                    "interval": 2, "expires_in": 60,
                }  # fmt: skip
            case _:
                code, document = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        await exchange.reply(code, json.dumps(document).encode())

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def login(self, folder: Path, **realm: str) -> str:
        async with lined(folder, self.issuer) as lines:
            return await login(lines.asking(self.source(**realm)), tell=self.told.append, sleep=self.sleep)


async def test_the_person_is_told_where_to_go_and_the_login_is_kept(server: FaultServer, tmp_path: Path) -> None:
    provider = Provider(server, PENDING, PENDING, GRANTED)
    place = await provider.login(tmp_path)
    assert provider.told == ["open https://idp.example/go and type the code ABCD"]
    assert list(json.loads(Path(place).read_text()).values()) == ["r3fresh"]
    assert provider.waits == [2.0, 2.0, 2.0]


async def test_who_is_told_to_slow_down_does(server: FaultServer, tmp_path: Path) -> None:
    provider = Provider(server, SLOW, (503, {}), GRANTED)
    await provider.login(tmp_path)
    assert provider.waits == [2.0, 7.0, 12.0]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ((400, {"error": "access_denied"}), "access_denied"),
        ((400, {"error": "expired_token"}), "expired_token"),
        (PENDING, "not used within 60 s; run `conductor login one`"),
        ((200, {"access_token": "acc3ss"}), "add offline_access"),
    ],
)
async def test_a_login_that_does_not_come_about_is_told(
    server: FaultServer, tmp_path: Path, reply: tuple[int, Any], said: str
) -> None:
    with pytest.raises(AuthMissing, match=said):
        await Provider(server, reply).login(tmp_path)


async def test_a_provider_without_logins_by_device_is_told(server: FaultServer, tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="no login by device"):
        await Provider(server, GRANTED, device_authorization_endpoint="").login(tmp_path)


async def test_endpoints_in_the_clear_are_not_used(server: FaultServer, tmp_path: Path) -> None:
    provider = Provider(server, GRANTED, device_authorization_endpoint="http://idp.example/device")
    with pytest.raises(ConnectorError, match="in the clear"):
        await provider.login(tmp_path)

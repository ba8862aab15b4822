"""EDL: a token, or netrc and the redirects to the login host and back; the password goes to the login host alone."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from connectors.base import Request
from connectors.errors import AuthMissing, Refused
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.fault_server import Exchange, FaultServer, fault_server, redirect, status
from tests.connectors.outside_world import source

PASSWORD = "Basic " + base64.b64encode(b"ada:pass-word").decode()


class Earthdata:
    """A data host that wants a session and a login host that starts one, as Earthdata Login does."""

    def __init__(self, data: FaultServer, urs: FaultServer) -> None:
        self.data_host, self.urs = data, urs
        self.file = data.add("data", self.serve)
        self.back = data.add("login", self.come_back)
        self.door = urs.add("oauth", self.authorize)
        self.login = f"http://localhost:{urs.port}"  # another name, as netrc knows machines by name
        self.logins, self.sessions = 0, {"edl-token"}
        self.turn_away = False  # answer 401 to a cookie that ended, instead of leading to the login

    def source(self) -> Source:
        return source("daac", self.file, auth={"download": f"edl:EARTHDATA_TOKEN,{self.login}"})

    async def serve(self, exchange: Exchange) -> None:
        cookie, bearer = exchange.headers.get("cookie", ""), exchange.headers.get("authorization", "")
        if self.sessions & {cookie.removeprefix("session="), bearer.removeprefix("Bearer ")}:
            await exchange.reply(body=b"the granule", type="application/octet-stream")
        elif cookie and self.turn_away:
            await exchange.reply(401)
        else:
            await exchange.reply(302, headers={"Location": f"{self.login}/oauth/authorize?client_id=daac"})

    async def authorize(self, exchange: Exchange) -> None:
        if exchange.headers.get("authorization") != PASSWORD:
            await exchange.reply(401, headers={"WWW-Authenticate": "Basic"})
            return
        self.logins += 1
        await exchange.reply(302, headers={"Location": f"{self.back}?code=c0de{self.logins}"})

    async def come_back(self, exchange: Exchange) -> None:
        session = f"s3ssion-{exchange.query['code']}"
        self.sessions.add(session)
        about = {"Set-Cookie": f"session={session}; Path=/; HttpOnly", "Location": self.file}
        await exchange.reply(302, headers=about)


@pytest.fixture
async def earthdata(server: FaultServer) -> AsyncIterator[Earthdata]:
    async with fault_server() as urs:
        yield Earthdata(server, urs)


@pytest.fixture
def netrc(tmp_path: Path) -> Path:
    path = tmp_path / ".netrc"
    path.touch(mode=0o600)
    path.write_text("machine localhost login ada password pass-word\n")
    return path


async def test_a_token_opens_at_once(earthdata: Earthdata, tmp_path: Path) -> None:
    async with lined(tmp_path, earthdata.file, environ={"EARTHDATA_TOKEN": "edl-token"}) as lines:
        assert (await lines.call(earthdata.source())).body == b"the granule"
    assert earthdata.logins == 0


async def test_ten_files_share_one_dance(earthdata: Earthdata, netrc: Path, tmp_path: Path) -> None:
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        replies = await asyncio.gather(*(lines.call(earthdata.source(), path=f"/{n}") for n in range(10)))
    assert ({reply.body for reply in replies}, earthdata.logins) == ({b"the granule"}, 1)


async def test_the_password_goes_to_the_login_host_alone(earthdata: Earthdata, netrc: Path, tmp_path: Path) -> None:
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        await lines.call(earthdata.source())
    assert [e for _, e in earthdata.data_host.exchanges if "authorization" in e.headers] == []
    assert [e for _, e in earthdata.urs.exchanges if "cookie" in e.headers] == []


async def test_a_session_that_ended_is_begun_anew_once(earthdata: Earthdata, netrc: Path, tmp_path: Path) -> None:
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        await lines.call(earthdata.source())
        earthdata.sessions.clear()
        earthdata.turn_away = True
        replies = await asyncio.gather(*(lines.call(earthdata.source()) for _ in range(10)))
    assert ({reply.body for reply in replies}, earthdata.logins) == ({b"the granule"}, 2)


async def test_being_led_to_the_login_page_ends_a_session_too(
    earthdata: Earthdata, netrc: Path, tmp_path: Path
) -> None:
    one = earthdata.source()
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        bare = Request(method="GET", url=one.url)
        sent = await lines.credentials.authorized(bare, source=one, phase="download")
        page = f"{earthdata.login}/login?app=x"
        again = await lines.credentials.renewed(sent, source=one, phase="download", status=200, url=page)
        own = await lines.credentials.renewed(sent, source=one, phase="download", status=200, url=one.url)
    assert again is not None and again.headers["Cookie"] != sent.headers["Cookie"]
    assert own is None


async def test_data_that_are_open_need_no_login(earthdata: Earthdata, netrc: Path, tmp_path: Path) -> None:
    earthdata.sessions.add("")
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        assert (await lines.call(earthdata.source())).body == b"the granule"
    assert (earthdata.logins, earthdata.urs.exchanges) == (0, [])


async def test_without_either_the_commands_are_told(earthdata: Earthdata, tmp_path: Path) -> None:
    async with lined(tmp_path, earthdata.file, netrc=tmp_path / "none") as lines:
        with pytest.raises(AuthMissing, match=r"export EARTHDATA_TOKEN=.*or add `machine localhost login"):
            await lines.call(earthdata.source())


async def test_a_wrong_password_is_told_and_not_tried_again(earthdata: Earthdata, netrc: Path, tmp_path: Path) -> None:
    netrc.write_text("machine localhost login ada password wrong-one\n")
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        for _ in range(3):
            with pytest.raises(AuthMissing, match=r"correct `machine localhost` in ~/\.netrc") as caught:
                await lines.call(earthdata.source())
    assert (earthdata.urs.asked("oauth"), "wrong-one" in repr(caught.value)) == (1, False)


async def test_an_application_that_was_not_approved_is_told(earthdata: Earthdata, netrc: Path, tmp_path: Path) -> None:
    earthdata.urs.behaviours["oauth"] = status(200)
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        with pytest.raises(AuthMissing, match=r"approve the application at .*/profile"):
            await lines.call(earthdata.source())


async def test_the_dance_is_not_led_elsewhere(earthdata: Earthdata, netrc: Path, tmp_path: Path) -> None:
    earthdata.urs.behaviours["oauth"] = redirect("http://evil.example/")
    async with lined(tmp_path, earthdata.file, earthdata.login, netrc=netrc) as lines:
        with pytest.raises(Refused, match=r"another host, 'evil\.example'"):
            await lines.call(earthdata.source())

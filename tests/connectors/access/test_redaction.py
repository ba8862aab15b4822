"""Redaction: whatever is emitted, errors with all behind them, reports, logs, provenance, is free of every secret."""

from __future__ import annotations

import json
import logging
import traceback
from pathlib import Path

import pytest

from conductor.contract import report_to_dict, source_to_dict
from connectors.access.redaction import LOGGERS, Redaction
from connectors.base import Request
from connectors.errors import AuthMissing, ConnectorError, Refused, Unavailable
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.fault_server import Exchange, FaultServer, redirect
from tests.connectors.outside_world import SEARCH, outside, report, source

TOKEN, PASSWORD, SIGNATURE = "t0k3n/in+the=open", "pa55 wörd", "s1gn%2Fature%3D"
ENVIRON = {"TOKEN": TOKEN, "USER_NAME": "ada-the-user", "PASSWORD": PASSWORD}
SECRETS = (TOKEN, PASSWORD, SIGNATURE, "s1gn/ature=", "t0k3n%2Fin%2Bthe%3Dopen", "YWRhLXRoZS11c2Vy")


async def echo(exchange: Exchange) -> None:
    """Refuses, and says in every way what it was sent."""
    said = f"{exchange.headers.get('authorization')} {exchange.headers.get('x-key')} {exchange.query}"
    await exchange.reply(403, json.dumps({"title": said, "detail": said}).encode(), headers={"X-Echo": said[:200]})


async def token(exchange: Exchange) -> None:
    await exchange.reply(body=json.dumps({"token": f"se=2099-01-01T00:00:00Z&sig={SIGNATURE}"}).encode())


def sources(server: FaultServer) -> tuple[Source, ...]:
    grants = server.add("token", token)
    schemes = ("bearer:TOKEN", "bearer:TOKEN,X-Key", "basic:USER_NAME,PASSWORD", f"sas:{grants}")
    url = server.add("echo", echo)
    return tuple(
        source(f"s{n}", f"{url}/{n}", auth={"search": scheme, "download": scheme}) for n, scheme in enumerate(schemes)
    )


def secret_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("n", range(4))
async def test_a_refusal_that_echoes_the_secret_does_not_pass_it_on(
    server: FaultServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, n: int
) -> None:
    caplog.set_level(logging.DEBUG)
    one = sources(server)[n]
    async with lined(tmp_path, one.url, environ=ENVIRON) as lines:
        with pytest.raises(Refused) as caught:
            await lines.call(one)
        held = repr(lines.credentials) + repr(lines.asking(one))
    emitted = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caplog.text + held
    assert "answered 403" in emitted and "***" in emitted
    assert secret_in(emitted) == []
    assert server.asked("echo") >= 1


async def test_a_search_reports_without_secrets(
    server: FaultServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    own = sources(server)
    async with outside(tmp_path, *own, environ=ENVIRON) as world:
        found = await world.search(SEARCH)
        probes = await world.probe(only=[s.id for s in own])
        standings = [world.access(s.id) for s in own]
    emitted = json.dumps([report_to_dict(r) for r in found.reports] + [source_to_dict(s) for s in world.sources])
    emitted += f"{found!r} {probes!r} {standings!r} {caplog.text}"
    assert {report(found, s.id).state for s in own} == {"failed"}
    assert secret_in(emitted) == []
    files = (file for file in tmp_path.rglob("*") if file.is_file())
    assert [file for file in files if secret_in(file.read_bytes().decode("latin-1"))] == []


async def test_a_missing_credential_is_a_source_state_with_its_command(server: FaultServer, tmp_path: Path) -> None:
    realm = {"issuer": "https://idp.example", "client_id": "us"}
    one = source("locked", server.add("echo", echo), auth={"search": "bearer:NOT_SET"})
    async with outside(tmp_path, one) as world:
        state = report(await world.search(SEARCH), "locked")
    assert state.state == "auth" and "export NOT_SET=" in (state.error or "")
    two = source("realm", one.url, auth={"search": "oidc"}, options={"oidc": realm})
    async with lined(tmp_path, two.url) as lines:
        with pytest.raises(AuthMissing, match="run `conductor login realm`") as caught:
            lines.credentials.headers(two, phase="search", url=two.url)
    assert (caught.value.kind, caught.value.source) == ("auth", "realm")


async def test_a_redirect_to_another_host_carries_nothing(server: FaultServer, tmp_path: Path) -> None:
    one = source("one", server.add("one", redirect("https://elsewhere.example/")), auth={"download": "bearer:TOKEN"})
    async with lined(tmp_path, one.url, environ=ENVIRON) as lines:
        with pytest.raises(ConnectorError) as caught:
            await lines.call(one)
    assert secret_in("".join(traceback.format_exception(caught.value))) == []


def test_what_is_behind_an_error_is_cut_off_where_it_tells() -> None:
    redaction = Redaction()
    redaction.learn("hidden-one")
    try:
        try:
            raise ValueError("GET https://h/?key=hidden-one")
        except ValueError as cause:
            raise Unavailable("it failed", kind="reset", source="s", retry_after=2.0) from cause
    except Unavailable as error:
        clean = redaction.error(error)
    assert "hidden-one" not in "".join(traceback.format_exception(clean))
    assert (str(clean), clean.kind, clean.source, clean.retry_after) == ("it failed", "reset", "s", 2.0)


def test_an_error_that_tells_nothing_is_the_same_error() -> None:
    redaction, error = Redaction(), Unavailable("it failed")
    redaction.learn("hidden-one")
    assert redaction.error(error) is error


@pytest.mark.parametrize("name", LOGGERS)
def test_the_logs_of_the_http_libraries_are_struck_out(name: str, caplog: pytest.LogCaptureFixture) -> None:
    redaction = Redaction()
    redaction.learn("hidden/one")
    caplog.set_level(logging.DEBUG)
    logging.getLogger(name).debug("GET %s with %r", "https://h/?sig=hidden%2Fone", {"a": "hidden/one"})
    assert "***" in caplog.text and "hidden" not in caplog.text


def test_ordinary_words_are_not_struck_out() -> None:
    redaction = Redaction()
    redaction.learn("", "me")
    assert redaction.text("some text of mine") == "some text of mine"


def test_a_request_does_not_show_its_headers() -> None:
    assert TOKEN not in repr(Request(method="GET", url="https://h.example", headers={"Authorization": TOKEN}))

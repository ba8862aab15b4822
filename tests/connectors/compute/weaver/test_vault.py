"""Files in the vault: uploaded as a form, named by reference, opened by token. No upload was recorded: by its documentation."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from connectors.compute.weaver import vault
from connectors.compute.weaver.server import Weaver
from connectors.errors import BadReply, Refused
from connectors.operations import Process
from connectors.transport import Transport


class Vault:
    """Takes a form with one file."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def app(self) -> Starlette:
        async def take(request: Request) -> Response:
            self.bodies.append(await request.body())
            boundary = request.headers["content-type"].partition("boundary=")[2]
            if f"--{boundary}--".encode() not in self.bodies[-1]:
                return JSONResponse({"code": "MissingParameterValue", "name": "file"}, status_code=400)
            return JSONResponse({"file_id": "f-1", "access_token": "secret", "file_href": "vault://f-1"})

        return Starlette(routes=[Route("/vault", take, methods=["POST"])])


@pytest.fixture
async def kept() -> AsyncIterator[tuple[Weaver, Vault]]:
    behind = Vault()
    transport = Transport(apps={"weaver.embedded": behind.app})
    yield Weaver(url="http://weaver.embedded", send=transport.send), behind
    await transport.aclose()


async def test_a_file_is_given_and_named_by_its_reference(kept: tuple[Weaver, Vault]) -> None:
    weaver, behind = kept
    opened, file = await vault.upload(weaver, b"\x89HDF", name='a"b.nc', media="application/x-netcdf")
    assert b"\x89HDF" in behind.bodies[0]
    assert b'filename="ab.nc"' in behind.bodies[0]
    request = opened.request(Process(process_id="p", inputs={"f": file.reference}), key="k", mode="async")
    assert request.json["inputs"]["f"] == {"href": "vault://f-1", "type": "application/x-netcdf"}
    assert request.headers["X-Auth-Vault"] == "token secret; id=f-1"


def test_a_token_goes_only_with_its_file(kept: tuple[Weaver, Vault]) -> None:
    other = Weaver(url="http://w", send=kept[0].send, vault={"f-1": "secret"})
    assert "X-Auth-Vault" not in other.request(Process(process_id="p"), key="k", mode="async").headers
    assert "secret" not in repr(other)


async def test_a_file_that_is_too_big_is_refused(kept: tuple[Weaver, Vault], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MOST_BYTES", 3)
    with pytest.raises(Refused, match="give its address instead"):
        await vault.upload(kept[0], b"abcd", name="a", media="text/plain")


async def test_an_answer_without_a_token_is_a_bad_reply() -> None:
    transport = Transport(
        apps={"w.embedded": lambda: Starlette(routes=[Route("/vault", lambda r: JSONResponse({}), methods=["POST"])])}
    )
    with pytest.raises(BadReply):
        await vault.upload(Weaver(url="http://w.embedded", send=transport.send), b"a", name="a", media="text/plain")
    await transport.aclose()

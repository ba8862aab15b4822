"""X.509: a proxy certificate is shown to its own host, by a TLS server that asks for it; what is wrong with it is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from connectors.errors import AuthMissing, Unavailable
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.outside_world import source

pytest.importorskip("cryptography", reason="certificates are made with cryptography")

from tests.connectors.access.certificates import Guarded, Holder, guarded, holder

AUTHORITY = holder("An authority", is_ca=True)
PERSON = holder("Ada", signer=AUTHORITY)


def proxy(folder: Path, *, mode: int = 0o600, content: bytes | None = None, lasts: float = 1.0) -> dict[str, str]:
    """The environment of a person who holds a proxy certificate."""
    made: Holder = holder("Ada", "123456", signer=PERSON, is_proxy=True, lasts=lasts)
    file = folder / "proxy.pem"
    file.touch(mode=0o600)
    file.write_bytes(made.pem(PERSON) if content is None else content)
    file.chmod(mode)
    return {"X509_USER_PROXY": str(file), "X509_CERT_DIR": str(folder / "ca.pem")}


def one(node: Guarded) -> Source:
    return source("old-node", node.url, auth={"download": "x509"})


async def test_a_proxy_certificate_opens_the_node(tmp_path: Path) -> None:
    async with guarded(tmp_path, AUTHORITY) as node:
        environ = proxy(tmp_path)
        async with lined(tmp_path, node.url, environ=environ, now=time.time, sources=(one(node),)) as lines:
            assert (await lines.call(one(node))).body == b"ok"
    assert node.seen == ["Ada/123456"]


async def test_a_renewed_certificate_is_shown_from_then_on(tmp_path: Path) -> None:
    async with guarded(tmp_path, AUTHORITY) as node:
        environ = proxy(tmp_path)
        async with lined(tmp_path, node.url, environ=environ, now=time.time, sources=(one(node),)) as lines:
            await lines.call(one(node))
            (tmp_path / "proxy.pem").write_bytes(PERSON.pem())
            await lines.call(one(node))
    assert node.seen == ["Ada/123456", "Ada"]


async def test_another_host_is_not_shown_the_certificate(tmp_path: Path) -> None:
    async with guarded(tmp_path, AUTHORITY) as node:
        elsewhere = source("old-node", "https://other.example/", auth={"download": "x509"})
        async with lined(tmp_path, node.url, environ=proxy(tmp_path), now=time.time, sources=(elsewhere,)) as lines:
            with pytest.raises(Unavailable):
                await lines.call(source("open", node.url))
    assert node.seen == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"mode": 0o644}, "run `chmod 600"),
        ({"lasts": -1.0}, "ended on"),
        ({"content": b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"}, "no usable certificate"),
    ],
)
async def test_a_certificate_that_cannot_serve_is_told(tmp_path: Path, options: dict[str, object], said: str) -> None:
    async with guarded(tmp_path, AUTHORITY) as node:
        environ = proxy(tmp_path, **options)  # type: ignore[arg-type]
        async with lined(tmp_path, node.url, environ=environ, now=time.time, sources=(one(node),)) as lines:
            with pytest.raises(AuthMissing, match=said):
                await lines.call(one(node))


@pytest.mark.parametrize(
    ("environ", "said"),
    [({}, "export X509_USER_PROXY="), ({"X509_USER_PROXY": "/nowhere/proxy.pem"}, "is not a file")],
)
async def test_a_missing_certificate_is_told_with_the_variable(
    tmp_path: Path, environ: dict[str, str], said: str
) -> None:
    node = Guarded(port=9)
    async with lined(tmp_path, node.url, environ=environ, sources=(one(node),)) as lines:
        with pytest.raises(AuthMissing, match=said):
            await lines.call(one(node))

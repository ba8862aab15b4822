"""An authority, a host, a person and the person's proxy (RFC 3820), made for a test; and a TLS server that asks who comes."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.UTC)
_PROXY_CERT_INFO = x509.ObjectIdentifier("1.3.6.1.5.5.7.1.14")
_INHERIT_ALL = bytes.fromhex("300c300a06082b06010505071501")  # ProxyCertInfo { proxyPolicy { id-ppl-inheritAll } }


@dataclass(frozen=True)
class Holder:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def pem(self, *chain: Holder) -> bytes:
        key = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return self.public() + key + b"".join(link.public() for link in chain)

    def public(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def holder(
    *names: str, signer: Holder | None = None, lasts: float = 1.0, is_proxy: bool = False, is_ca: bool = False
) -> Holder:
    """A certificate of the common names; `lasts` in days, negative for one that has ended."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name) for name in names])
    ends = NOW + datetime.timedelta(days=lasts)
    draft = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(signer.certificate.subject if signer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(ends - datetime.timedelta(days=2))
        .not_valid_after(ends)
    )
    extension: x509.ExtensionType
    if is_proxy:
        extension, is_critical = x509.UnrecognizedExtension(_PROXY_CERT_INFO, _INHERIT_ALL), True
    elif is_ca:
        extension, is_critical = x509.BasicConstraints(ca=True, path_length=None), True
    else:
        extension, is_critical = x509.SubjectAlternativeName([x509.DNSName("localhost")]), False
    draft = draft.add_extension(extension, critical=is_critical)
    return Holder(draft.sign(signer.key if signer else key, hashes.SHA256()), key)


@dataclass
class Guarded:
    """A TLS server that lets in who shows a certificate of its authority; `seen` are the subjects that came."""

    port: int = 0
    seen: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}/thredds"


@contextlib.asynccontextmanager
async def guarded(folder: Path, authority: Holder) -> AsyncIterator[Guarded]:
    """A node of old: it asks for a client certificate and accepts proxies."""
    files = {"ca.pem": authority.public(), "host.pem": holder("localhost", signer=authority).pem()}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(folder / "ca.pem"))
    context.load_cert_chain(folder / "host.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    context.verify_flags |= ssl.VERIFY_ALLOW_PROXY_CERTS
    node = Guarded()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            await reader.readuntil(b"\r\n\r\n")
            shown = writer.get_extra_info("peercert")
            node.seen.append("/".join(value for part in shown["subject"] for _, value in part))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
            await writer.drain()
        writer.close()

    listener = await asyncio.start_server(serve, "localhost", 0, ssl=context)
    node.port = listener.sockets[0].getsockname()[1]
    try:
        yield node
    finally:
        listener.close()
        await asyncio.sleep(0.05)

"""The three ways in which the federation writes a checksum."""

from __future__ import annotations

import pytest

from connectors.esgf.checksums import read_checksum

SHA256 = "0f63e0dba20128138896947da92f6a36852db8f929954ff02db08dec520a2213"
MD5 = "7fcd959a4bb57e4079c8e65a7a5d0499"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (f"1220{SHA256}", "", f"sha256:{SHA256}"),
        (f"d50110{MD5}", "", f"md5:{MD5}"),
        (f"sha256:{SHA256}", "", f"sha256:{SHA256}"),
        (f"SHA-256:{SHA256}", "", f"sha256:{SHA256}"),
        (SHA256.upper(), "SHA256", f"sha256:{SHA256}"),
        (MD5, "MD5", f"md5:{MD5}"),
        (SHA256, "", f"sha256:{SHA256}"),
        (MD5, "", f"md5:{MD5}"),
    ],
)
def test_each_way_is_read(text: str, kind: str, expected: str) -> None:
    assert read_checksum(text, kind=kind) == expected


@pytest.mark.parametrize(
    ("text", "kind"), [("", ""), ("123", "SHA256"), (MD5, "SHA256"), ("z" * 64, "SHA256"), (MD5, "CRC32")]
)
def test_what_is_no_checksum_is_none(text: str, kind: str) -> None:
    assert read_checksum(text, kind=kind) is None

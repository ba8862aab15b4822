"""Checksums as the federation writes them, as `algorithm:hex`."""

from __future__ import annotations

import re

_BY_LENGTH = {32: "md5", 40: "sha1", 64: "sha256", 128: "sha512"}
_MULTIHASH = {"1220": ("sha256", 64), "1114": ("sha1", 40), "1340": ("sha512", 128), "d50110": ("md5", 32)}


def read_checksum(text: str, *, kind: str = "") -> str | None:
    """Read a multihash (`1220…`), `sha256:…` or a bare digest of the stated kind; None for what is neither."""
    text = text.strip().lower()
    algorithm, colon, digest = text.partition(":")
    if colon:
        return _checked(algorithm.replace("-", ""), digest)
    if kind:
        return _checked(kind.lower().replace("-", ""), text)
    for prefix, (name, length) in _MULTIHASH.items():
        if text.startswith(prefix) and len(text) == len(prefix) + length:
            return _checked(name, text[len(prefix) :])
    return _checked(_BY_LENGTH.get(len(text), ""), text)


def _checked(algorithm: str, digest: str) -> str | None:
    known = algorithm in _BY_LENGTH.values() and _BY_LENGTH.get(len(digest)) == algorithm
    return f"{algorithm}:{digest}" if known and re.fullmatch(r"[0-9a-f]+", digest) else None

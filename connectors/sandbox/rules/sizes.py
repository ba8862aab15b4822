"""Sizes: how much a small file may claim to hold. Deflate cannot do better than 1032 : 1 (RFC 1951, zlib's own figure)."""

from __future__ import annotations

from connectors.errors import Refused

FREE_BYTES = 256 * 2**20  # up to here no claim is suspicious
MOST_RATIO = 500.0  # real masked fields deflate to a hundredth at the best
MOST_PIECE = 512 * 2**20  # of one chunk, tile or strip, which is unpacked as a whole
MOST_SPARSE = 4 * 2**30  # of an array of which nothing is stored: a time axis prepared and not yet filled
MOST_BYTES = 2**42


def check_array(file: str, name: str, *, declared: int, stored: int) -> None:
    """Raise Refused where an array of `declared` bytes cannot honestly come out of `stored` ones."""
    if declared > MOST_BYTES or (stored == 0 and declared > MOST_SPARSE):
        raise Refused(
            f"{file!r} declares {_size(declared)} for {name!r} and stores {_size(stored)} of it: a bomb, or a file that was"
            " never filled; fetch it again from another place, or ask for a subset at its server",
            kind="bomb",
        )
    if stored and declared > FREE_BYTES and declared > MOST_RATIO * stored:
        raise Refused(
            f"{name!r} in {file!r} would unpack {_size(stored)} into {_size(declared)} ({declared // stored} : 1), more than"
            f" the {MOST_RATIO:.0f} : 1 that real data reach; do not use this file",
            kind="bomb",
        )


def check_piece(file: str, name: str, *, declared: int) -> None:
    """Raise Refused for a chunk that must be unpacked as a whole and is too large for that."""
    if declared > MOST_PIECE:
        raise Refused(
            f"{name!r} in {file!r} lies in pieces of {_size(declared)} each, more than the {_size(MOST_PIECE)} that are"
            " unpacked here; have it rechunked",
            kind="bomb",
        )


def _size(count: int) -> str:
    for power, unit in ((40, "TiB"), (30, "GiB"), (20, "MiB"), (10, "KiB")):
        if count >= 2**power:
            return f"{count / 2**power:.1f} {unit}"
    return f"{count} bytes"

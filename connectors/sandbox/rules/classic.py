"""Classic NetCDF (CDF-1, CDF-2, CDF-5): the header says how long the file must be; the library gives zeros for what is not there.

https://docs.unidata.ucar.edu/netcdf-c/current/file_format_specifications.html
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from connectors.errors import BadReply
from connectors.sandbox.rules.sizes import MOST_BYTES

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 6: 8, 7: 1, 8: 2, 9: 4, 10: 8, 11: 8}  # bytes of a value, by its type's number
_MOST_ENTRIES = 100_000
_MOST_ATTRIBUTE = 64 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """One variable in the file: its first byte, the bytes of it (of one record where it has records)."""

    name: str
    begin: int
    size: int
    is_record: bool


def examine(path: Path) -> None:
    """Raise BadReply for a file that is shorter than its header says, or whose header is nonsense."""
    actual = path.stat().st_size
    try:
        with path.open("rb") as file:
            records, extents = _Header(file).read()
    except (struct.error, ValueError, KeyError, IndexError, OverflowError, UnicodeError) as error:
        raise BadReply(
            f"{path.name!r} has a header that makes no sense ({error}); fetch it again", kind="bad_payload"
        ) from error
    needed = needed_bytes(records, extents)
    if needed > actual or needed > MOST_BYTES:
        raise BadReply(
            f"{path.name!r} has {actual} bytes where its header speaks of {needed}: it was cut short; fetch it again",
            kind="bad_payload",
        )


def needed_bytes(records: int, extents: tuple[Extent, ...]) -> int:
    """How many bytes the file must have."""
    kept = [e for e in extents if e.is_record]
    stride = kept[0].size if len(kept) == 1 else sum(_padded(e.size) for e in kept)
    ends = [e.begin + e.size for e in extents if not e.is_record and e.size]
    if records:
        ends += [e.begin + stride * (records - 1) + e.size for e in kept]
    return max(ends, default=0)


class _Header:
    """Reads a header from the start of a file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        version = file.read(4)[3]
        self._count = ">Q" if version == 5 else ">I"
        self._offset = ">I" if version == 1 else ">Q"

    def read(self) -> tuple[int, tuple[Extent, ...]]:
        """The number of records, 0 where it is being written, and every variable."""
        records = self._number(self._count)
        records = 0 if records == (1 << 8 * struct.calcsize(self._count)) - 1 else records
        dimensions = [(self._name(), self._number(self._count))[1] for _ in range(self._entries())]
        self._attributes()
        return records, tuple(self._variable(dimensions) for _ in range(self._entries()))

    def _variable(self, dimensions: list[int]) -> Extent:
        name = self._name()
        shape = [dimensions[self._number(self._count)] for _ in range(self._few())]
        self._attributes()
        size = _SIZES[self._number(">I")]
        self._number(self._count)  # the size as written, which is wrong for large variables
        begin = self._number(self._offset)
        is_record = bool(shape) and shape[0] == 0
        for extent in shape[1:] if is_record else shape:
            size *= extent
        return Extent(name=name, begin=begin, size=size, is_record=is_record)

    def _attributes(self) -> None:
        for _ in range(self._entries()):
            self._name()
            size = _SIZES[self._number(">I")] * self._number(self._count)
            if size > _MOST_ATTRIBUTE:
                raise ValueError(f"an attribute of {size} bytes")
            self._file.seek(_padded(size), 1)

    def _entries(self) -> int:
        self._number(">I")  # the tag of the list
        return self._few()

    def _few(self) -> int:
        count = self._number(self._count)
        if count > _MOST_ENTRIES:
            raise ValueError(f"{count} entries")
        return count

    def _name(self) -> str:
        size = self._few()
        return self._file.read(_padded(size))[:size].decode("utf-8")

    def _number(self, form: str) -> int:
        return int(struct.unpack(form, self._file.read(struct.calcsize(form)))[0])


def _padded(size: int) -> int:
    return -(-size // 4) * 4

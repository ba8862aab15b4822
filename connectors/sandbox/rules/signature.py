"""Signature: what a file is by its first bytes, whatever its name and its server say."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from connectors.errors import BadReply, Refused, Unsupported

Kind = Literal[
    "hdf5", "classic", "tiff", "jp2", "json", "zip", "tar", "gzip", "parquet", "text", "binary", "html", "xml", "vrt",
    "pickle", "grib", "empty",
]  # fmt: skip
HEAD_BYTES = 4096
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89HDF\r\n\x1a\n", "hdf5"), (b"CDF\x01", "classic"), (b"CDF\x02", "classic"), (b"CDF\x05", "classic"),
    (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"), (b"II+\x00", "tiff"), (b"MM\x00+", "tiff"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "jp2"), (b"\xffO\xffQ", "jp2"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"), (b"PAR1", "parquet"), (b"GRIB", "grib"),
)  # fmt: skip
_EXPECTED: dict[str, tuple[Kind, ...]] = {
    ".nc": ("hdf5", "classic"), ".nc4": ("hdf5", "classic"), ".cdf": ("classic", "hdf5"), ".h5": ("hdf5",),
    ".hdf5": ("hdf5",), ".tif": ("tiff",), ".tiff": ("tiff",), ".jp2": ("jp2",),
}  # fmt: skip


def kind_of(head: bytes) -> Kind:
    """What a file that begins so is."""
    if not head:
        return "empty"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    if head[:1] == b"\x80" and head[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05"):
        return "pickle"
    if any(head[at : at + 8] == _MAGIC[0][0] for at in (512, 1024, 2048)):
        return "hdf5"
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"<vrtdataset") or (text.startswith(b"<?xml") and b"<vrtdataset" in text):
        return "vrt"
    if text.startswith((b"<!doctype html", b"<html")) or (text.startswith(b"<") and b"<html" in text):
        return "html"
    if text.startswith(b"<"):
        return "xml"
    if text.startswith((b"{", b"[")):
        return "json"
    return "binary" if b"\x00" in head else "text"


def checked(path: Path) -> Kind:
    """What a file is; raises where that is none of ours, or not what its name promises."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    kind = kind_of(head)
    _refuse(path, kind, head)
    expected = _EXPECTED.get(path.suffix.lower())
    if expected and kind not in expected:
        raise BadReply(
            f"{path.name!r} holds {kind}, not what its name promises; it is damaged, or its server sent something else:"
            " fetch it again",
            kind="bad_payload",
        )
    return kind


def _refuse(path: Path, kind: Kind, head: bytes) -> None:
    if kind == "empty":
        raise BadReply(f"{path.name!r} is empty; fetch it again", kind="bad_payload")
    if kind in ("html", "xml"):
        begins = " ".join(head[:200].decode("utf-8", "replace").split())[:80]
        raise BadReply(
            f"{path.name!r} is a page of {kind.upper()} and no data (it begins {begins!r}); its server wants a login, or"
            " reports an error: look with a browser, see `conductor doctor`",
            kind="bad_payload",
        )
    if kind == "vrt":
        raise Refused(
            f"{path.name!r} is a GDAL VRT, which can pull in any file of this machine or any address; fetch the rasters that"
            " it points to",
            kind="attack",
        )
    if kind == "pickle":
        raise Refused(
            f"{path.name!r} is a Python pickle, which can run any program when read; it is never read", kind="attack"
        )
    if kind == "grib":
        raise Unsupported(
            f"{path.name!r} is GRIB, which is not read here; ask its server for NetCDF, or convert it (cdo -f nc4)"
        )

"""Contents: how many files a record has, in which formats, how large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from connectors.items import Asset, Item

MOST_FORMATS = 3
_FORMATS = {  # by media type, its parameters left out
    "application/netcdf": "NetCDF",
    "application/x-netcdf": "NetCDF",
    "application/x-netcdf4": "NetCDF",
    "application/x-hdf": "HDF",
    "application/x-hdf5": "HDF5",
    "application/vnd+zarr": "Zarr",
    "application/vnd.zarr": "Zarr",
    "application/x-parquet": "Parquet",
    "application/vnd.apache.parquet": "Parquet",
    "application/vnd.laszip+copc": "COPC",
    "application/geopackage+sqlite3": "GeoPackage",
    "application/geo+json": "GeoJSON",
    "application/x-zip-compressed": "ZIP",
    "application/zip": "ZIP",
    "image/jp2": "JPEG 2000",
    "image/tiff": "GeoTIFF",
}
_WORDS = {"en": ("{} file", "{} files"), "fr": ("{} fichier", "{} fichiers")}


def contents(item: Item, *, language: str = "en") -> str:
    """`13 files (GeoTIFF, JPEG 2000), 1.2 GB`, as far as the record says so; empty where it says nothing."""
    files = _files(item)
    count = len(files) or _number(item.get("number_of_files"))
    size = sum(asset.size or 0 for asset in files) or _number(item.get("size"))
    formats = ", ".join(list(dict.fromkeys(filter(None, map(_format, files))))[:MOST_FORMATS])
    told = [_WORDS[language][count > 1].format(count) + (f" ({formats})" if formats else "")] if count else []
    return ", ".join(told + ([amount(size)] if size else []))


def amount(size: int) -> str:
    """Bytes as a person reads them."""
    value, unit = float(size), "B"
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if value < 1000 or unit == "TB":
            break
        value /= 1000
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:.0f} {unit}"


def _files(item: Item) -> tuple[Asset, ...]:
    """The files that hold data; all of them where none is said to."""
    assets = tuple(item.assets)
    return tuple(_of_data(assets)) or assets


def _of_data(assets: tuple[Asset, ...]) -> Iterator[Asset]:
    return (asset for asset in assets if "data" in asset.roles)


def _format(asset: Asset) -> str:
    media = (asset.type or "").partition(";")[0].strip().lower()
    return _FORMATS.get(media, media.rpartition("/")[2].removeprefix("x-").removeprefix("vnd."))


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0

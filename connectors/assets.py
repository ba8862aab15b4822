"""Assets as STAC writes them (1.1.0, with the file, checksum and alternate-assets extensions), read at first sight.

A scene lists two dozen files and a search looks at none of them: reading them takes ten times as long as the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

import msgspec

from connectors.items import JSON, Asset, Location

# Multihash prefixes (https://multiformats.io/multihash/): function code and digest length.
_MULTIHASH = {"1220": "sha256", "1340": "sha512", "1114": "sha1", "d50110": "md5"}
_DECODER = msgspec.json.Decoder(dict[str, Any])


class WrittenAssets(Sequence[Asset]):
    """The `assets` object of an item as it was written: a sequence of assets to whoever looks at one. Immutable."""

    __slots__ = ("_assets", "written")

    def __init__(self, written: bytes) -> None:
        self.written = written
        self._assets: tuple[Asset, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> Asset: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Asset, ...]: ...
    def __getitem__(self, index: int | slice) -> Asset | tuple[Asset, ...]:
        return self._read()[index]

    def __iter__(self) -> Iterator[Asset]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __eq__(self, other: object) -> bool:
        return self._read() == tuple(other) if isinstance(other, tuple | WrittenAssets) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._read())

    def __repr__(self) -> str:
        return repr(self._read())

    def __deepcopy__(self, memo: Any) -> WrittenAssets:
        return WrittenAssets(self.written)

    def _read(self) -> tuple[Asset, ...]:
        if self._assets is None:
            entries = _DECODER.decode(self.written).items()
            self._assets = tuple(asset(k, e) for k, e in entries if isinstance(e, dict) and e.get("href"))
        return self._assets


def asset(key: str, entries: dict[str, Any]) -> Asset:
    """Build an asset out of its entries, which are consumed: what is left of them becomes its properties."""
    take = entries.pop
    roles = take("roles", None)
    size = take("file:size", None)
    digest = take("file:checksum", None) or take("checksum:multihash", None)
    locations: tuple[Location, ...] = (location(str(take("href"))),)
    if alternates := take("alternate", None):
        locations += tuple(_alternates(alternates))
    return Asset(
        key=key,
        locations=locations,
        type=take("type", None),
        roles=tuple(roles) if isinstance(roles, list) else (),
        title=take("title", None),
        size=size if isinstance(size, int) else None,
        checksum=_checksum(digest) if digest else None,
        properties=entries,
    )


def location(href: str) -> Location:
    """An address as one place a file can be had from."""
    scheme, mark, rest = href.partition("://")
    if not mark:
        return Location(href=href)
    return Location(href=href, node=rest.partition("/")[0], protocol="https" if scheme == "http" else scheme)


def _alternates(alternates: JSON) -> Iterator[Location]:
    for other in alternates.values() if isinstance(alternates, dict) else ():
        if isinstance(other, dict) and isinstance(other.get("href"), str):
            yield location(other["href"])


def _checksum(multihash: JSON) -> str | None:
    if not isinstance(multihash, str):
        return None
    name = next((n for prefix, n in _MULTIHASH.items() if multihash.lower().startswith(prefix)), None)
    prefix_length = 6 if name == "md5" else 4
    return f"{name}:{multihash[prefix_length:].lower()}" if name else None

"""STAC documents that lie on disk: items recorded from real catalogues, and the folders of items that a user adds."""

from __future__ import annotations

import gzip
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from connectors.embedded.rasters import ROOT, Unusable
from connectors.items import JSON

_SUFFIXES = (".json", ".geojson", ".ndjson", ".jsonl")
_LINKS_KEPT = ("license", "cite-as", "about", "via", "derived_from", "preview", "describedby")


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """What a folder holds: items ready to be served, and collections by id as they were found."""

    items: tuple[JSON, ...]
    collections: dict[str, JSON]


def read_documents(folder: Path, report: Callable[[Unusable], None], *, holding: str, served: str = "") -> Documents:
    """Read every STAC Item and Collection below `folder`, which is served below `/data/<served>/`.

    Files may be items, collections, feature collections, lists or JSON lines, gzipped or not; a file that is not
    JSON is reported, one without STAC in it passed over. An asset that lies in the folder is served from there; one
    that does not keeps its address and is marked `conductor:held` false.
    """
    items: dict[tuple[str, str], JSON] = {}
    collections: dict[str, JSON] = {}
    for path in _stac_files(folder):
        failures = []
        try:
            for document in _documents(path):
                try:
                    if _is_item(document):
                        item = _served(document, path, folder, holding=holding, served=served or holding)
                        items[(item["collection"], item["id"])] = item
                    elif document.get("type") == "Collection" and "extent" in document:
                        collections[str(document["id"])] = document
                except (ValueError, TypeError, KeyError, AttributeError) as error:
                    failures.append(f"{document.get('id')!r}: {type(error).__name__}: {error}")
        except (OSError, EOFError, ValueError) as error:
            failures.append(str(error))
        if failures:
            more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
            report(Unusable(path=str(path), reason=failures[0] + more))
    return Documents(items=tuple(items.values()), collections=collections)


def _is_item(document: dict[str, Any]) -> bool:
    return document.get("type") == "Feature" and isinstance(document.get("properties"), dict) and "id" in document


def _stac_files(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.name.removesuffix(".gz").endswith(_SUFFIXES) and not path.name.startswith(".")
    )


def _documents(path: Path) -> Iterator[dict[str, Any]]:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    is_lines = path.name.removesuffix(".gz").endswith((".ndjson", ".jsonl"))
    decoder = msgspec.json.Decoder()
    found = decoder.decode_lines(content) if is_lines else decoder.decode(content)
    whole = found if isinstance(found, list) else [found]
    for document in whole:
        if isinstance(document, dict):
            features = document.get("features") if document.get("type") == "FeatureCollection" else None
            yield from (f for f in features or [document] if isinstance(f, dict))


def _served(document: dict[str, Any], path: Path, folder: Path, *, holding: str, served: str) -> JSON:
    item = _current(document)
    item["collection"] = str(item.get("collection") or holding)
    item["links"] = _links(document)
    held = []
    for entries in item["assets"].values():
        local = _local(str(entries.get("href", "")), path, folder)
        held.append(local is not None)
        if local is not None:
            entries["href"] = f"{ROOT}/data/{quote(f'{served}/{local}')}"
        else:
            entries["conductor:held"] = False
    item["properties"]["conductor:held"] = any(held)
    return item


def _current(document: dict[str, Any]) -> dict[str, Any]:
    """The item in STAC 1.1.0, its extensions with it, and its times in RFC 3339."""
    import pystac

    times = {k: _rfc3339(v) for k, v in document["properties"].items() if k in _TIMES}
    assets = {key: entries for key, entries in (document.get("assets") or {}).items() if entries.get("href")}
    document = document | {"links": [], "assets": assets, "properties": document["properties"] | times}
    if document.get("stac_version") == "1.1.0":
        return document
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of fields of extensions that have no place in their newer version
            item = pystac.Item.from_dict(document, migrate=True, preserve_dict=True)
    except pystac.STACError as error:
        raise ValueError(str(error)) from error
    return item.to_dict(include_self_link=False, transform_hrefs=False)


_TIMES = ("datetime", "start_datetime", "end_datetime", "created", "updated")


def _rfc3339(value: Any) -> Any:
    return value.replace(" ", "T", 1) if isinstance(value, str) and value[10:11] == " " else value


def _links(document: dict[str, Any]) -> list[JSON]:
    links = [n for n in document.get("links") or [] if isinstance(n, dict)]
    kept = [n for n in links if n.get("rel") in _LINKS_KEPT and _is_remote(n.get("href"))]
    origin = next((n for n in links if n.get("rel") == "self" and _is_remote(n.get("href"))), None)
    return [*kept, {"rel": "via", "href": origin["href"], "type": "application/geo+json"}] if origin else kept


def _is_remote(href: Any) -> bool:
    return isinstance(href, str) and urlsplit(href).scheme in ("http", "https")


def _local(href: str, path: Path, folder: Path) -> str | None:
    """Where the asset lies below the folder, POSIX; None if it does not."""
    if not href or urlsplit(href).scheme not in ("", "file"):
        return None
    target = (path.parent / href.removeprefix("file://")).resolve()
    root = folder.resolve()
    return target.relative_to(root).as_posix() if target.is_relative_to(root) and target.is_file() else None

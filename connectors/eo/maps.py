"""Maps and coverages: WMS, WMTS and WCS by their capabilities; each layer an item whose assets are requests ready to send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from connectors.assets import location
from connectors.base import Page, Request, SearchPlan
from connectors.eo import wcs, wms, wmts
from connectors.eo.map_layer import MapLayer, Window, cut, layer_item
from connectors.eo.map_times import latest
from connectors.eo.predicates import halves
from connectors.eo.wording import asked_here, dataset_failures, dataset_key, named, speaks_of
from connectors.errors import BadReply, ConnectorError
from connectors.extents import GLOBE, BBox, Interval
from connectors.items import JSON, Asset, Item
from connectors.markup import Element, local_name, read_xml
from connectors.offers import Source
from connectors.operations import Search

_VERSIONS = {"wms": "1.3.0", "wmts": "1.0.0", "wcs": "2.0.1"}
_LONGEST = 1024
_MOST_DESCRIBED = 20  # coverages a search


class MapsConnector:
    """Asks one service, of the kind `wms`, `wmts` or `wcs`, what it shows.

    `source.collections` maps ours to layer names, or to words that their titles hold. Options: `version` (WMS 1.1.1),
    `size` (pixels of the longer side of an image, 1024). Quirk `axis:xy`: WMS 1.3.0 with longitude first regardless.
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    def plan(self, search: Search) -> SearchPlan | None:
        """The request for the capabilities: these services have no search."""
        context = asked_here(self.source, search)
        if context is None:
            return None
        context |= {"interval": [search.interval.start, search.interval.end] if search.interval else None}
        request = self._request("GetCapabilities", context=context)
        return SearchPlan(requests=(request,), residual=tuple(n for n in search.filters if n not in ("limit", "sort")))

    def decode(self, body: bytes, request: Request) -> Page:
        """Layers as items; for a WCS, the request that describes its coverages first."""
        root = read_xml(body, source=self.source.id)
        name = local_name(root)
        try:
            if name == "CoverageDescriptions":
                return Page(items=tuple(self._coverages(root, request.context or {})))
            if self.source.kind == "wcs" and name == "Capabilities":
                return Page(items=(), also=self._described(wcs.read_offer(body), request.context or {}))
            if self.source.kind == "wms" and name in ("WMS_Capabilities", "WMT_MS_Capabilities"):
                layers = wms.read_layers(body, version=self._version)
            elif self.source.kind == "wmts" and name == "Capabilities":
                layers = wmts.read_layers(body)
            else:
                raise self._bad(f"{name!r} where the capabilities of a {self.source.kind.upper()} were expected")
        except ConnectorError:
            raise
        except Exception as error:  # OWSLib lets whatever a document lacks through as it comes
            raise self._bad(f"capabilities that cannot be read ({type(error).__name__}: {error})") from error
        return Page(items=tuple(self._shown(layers, request.context or {})))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a layer fails."""
        return dataset_failures(item, search)

    def key(self, item: Item) -> str:
        """A layer of one service is itself alone."""
        return f"{self.source.id}/{dataset_key(item)}"

    @property
    def _version(self) -> str:
        return str(self.source.options.get("version") or _VERSIONS[self.source.kind])

    def _request(self, operation: str, *, context: JSON, **parameters: str) -> Request:
        stated = {"service": self.source.kind.upper(), "version": self._version, "request": operation, **parameters}
        return Request(method="GET", url=self.source.url, params=stated, context=context)

    def _shown(self, layers: tuple[MapLayer, ...], context: Mapping[str, JSON]) -> Iterator[Item]:
        for layer in layers:
            windows = _windows(layer, context)
            item = layer_item(
                layer,
                assets=(*self._images(layer, windows), *_legend(layer)),
                rel=self.source.kind,
                url=self.source.url,
                source=self.source.id,
            )
            if _is_wanted(item, context):
                yield named(item, context.get("asked") or {}, otherwise=self.source.id)

    def _images(self, layer: MapLayer, windows: list[Window]) -> Iterator[Asset]:
        is_map = self.source.kind == "wms"
        for n, window in enumerate(windows):
            if is_map:
                href = wms.get_map(
                    layer,
                    window,
                    base=self.source.url,
                    version=self._version,
                    longest=int(self.source.options.get("size", _LONGEST)),
                    is_xy="axis:xy" in self.source.quirks,
                )
            else:
                href = wmts.get_tile(layer, window, base=self.source.url)
            if href:
                key = "map" if is_map else "tile"
                yield _asset(key, n, href=href, type=wms.image_format(layer), roles=("overview",), window=window)

    def _described(self, offered: wcs.Offered, context: Mapping[str, JSON]) -> tuple[Request, ...]:
        """The request for the descriptions of the coverages that may serve; none where none does."""
        listed = list(zip(offered.coverages, offered.titles, strict=True))
        chosen = [
            n for n, title in listed if _is_wanted(Item(id=n, collection="", properties={"title": title}), context)
        ]
        if not chosen:
            return ()
        onward = {**context, "titles": dict(listed), "format": wcs.preferred_format(offered.formats)}
        ids = ",".join(chosen[:_MOST_DESCRIBED])
        return (self._request("DescribeCoverage", context={**onward, "scales": offered.scales}, coverageId=ids),)

    def _coverages(self, root: Element, context: Mapping[str, JSON]) -> Iterator[Item]:
        format = str(context.get("format") or "image/tiff")
        for coverage in wcs.read_coverages(root):
            title = str((context.get("titles") or {}).get(coverage.id) or coverage.id)
            layer = MapLayer(
                name=coverage.id,
                title=title,
                bbox=coverage.bbox,
                times=coverage.times,
                more={
                    "wcs:fields": list(coverage.fields),
                    "wcs:size": list(coverage.size) if all(coverage.size) else None,
                },
            )
            windows = _windows(layer, context)
            links = (
                (
                    w,
                    wcs.get_coverage(
                        coverage, w, base=self.source.url, format=format, scales=bool(context.get("scales"))
                    ),
                )
                for w in windows
            )
            assets = tuple(
                _asset("coverage", n, href=href, type=format, roles=("data",), window=window)
                for n, (window, href) in enumerate(links)
                if href
            )
            item = layer_item(layer, assets=assets, rel="wcs", url=self.source.url, source=self.source.id)
            yield named(item, context.get("asked") or {}, otherwise=self.source.id)

    def _bad(self, what: str) -> BadReply:
        host = urlsplit(self.source.url).netloc
        return BadReply(f"{self.source.id!r} ({host}) sent {what}", source=self.source.id, kind="bad_payload")


def _is_wanted(item: Item, context: Mapping[str, JSON]) -> bool:
    words = context.get("words") or ()
    return not words or any(word == item.id or speaks_of(item, word) for word in words)


def _windows(layer: MapLayer, context: Mapping[str, JSON]) -> list[Window]:
    """What to show of a layer: the box asked, as far as it reaches, at its latest time within the interval asked."""
    box = BBox.of(context["bbox"]) if context.get("bbox") else layer.bbox or GLOBE
    ends: Any = context.get("interval")
    time = latest(layer.times, Interval(start=ends[0], end=ends[1]) if ends else None)
    if layer.times and not time:
        return []
    parts = (cut(part, layer.bbox) for part in halves(box))
    return [Window(box=part, time=time) for part in parts if part]


def _asset(key: str, number: int, *, href: str, type: str, roles: tuple[str, ...], window: Window) -> Asset:
    stated: dict[str, JSON] = {"proj:bbox": list(window.box)} | ({"datetime": window.time} if window.time else {})
    name = key if number == 0 else f"{key}-{number + 1}"
    return Asset(key=name, locations=(location(href),), type=type, roles=roles, properties=stated)


def _legend(layer: MapLayer) -> tuple[Asset, ...]:
    if not layer.legend:
        return ()
    return (replace(Asset(key="legend", locations=(location(layer.legend),)), roles=("legend",)),)

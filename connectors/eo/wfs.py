"""WFS 1.1.0 and 2.0.0 (OGC 09-025r2): capabilities read with OWSLib; each feature type an item whose asset is a GetFeature."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

from connectors.assets import location
from connectors.base import Page, Request, SearchPlan
from connectors.eo.footprint import box_footprint, stated_box
from connectors.eo.predicates import halves
from connectors.eo.wording import asked_here, dataset_failures, dataset_key, named, speaks_of
from connectors.errors import BadReply
from connectors.extents import BBox
from connectors.items import JSON, Asset, Item, Link
from connectors.markup import local_name, read_xml
from connectors.offers import Source
from connectors.operations import Search

MOST_FEATURES = 1000  # that a GetFeature asks for
_VERSION = "2.0.0"
_FORMATS = ("application/json", "application/geo+json", "json", "geojson")
_CRS84 = "urn:ogc:def:crs:OGC:1.3:CRS84"  # longitude first, whatever the version


class WfsConnector:
    """Asks one service which feature types it offers.

    `source.collections` maps ours to type names, or to words that their titles hold; `options.version`: 1.1.0 for older
    servers.
    """

    paging: ClassVar[tuple[str, ...]] = ()  # one document

    def __init__(self, source: Source) -> None:
        self.source = source

    def plan(self, search: Search) -> SearchPlan | None:
        """The request for the capabilities: a feature service has no search for types."""
        context = asked_here(self.source, search)
        if context is None:
            return None
        params = {"service": "WFS", "version": self._version, "request": "GetCapabilities"}
        request = Request(method="GET", url=self.source.url, params=params, context=context)
        return SearchPlan(
            requests=(request,), residual=tuple(n for n in search.filters if n not in ("limit", "sort", "q"))
        )

    def decode(self, body: bytes, request: Request) -> Page:
        """Feature types as items; raises BadReply for what is no WFS."""
        root = read_xml(body, source=self.source.id)
        if local_name(root) != "WFS_Capabilities":
            raise self._bad(f"{local_name(root)!r} where the capabilities of a WFS were expected")
        try:
            service = self._service(body)
            formats = _formats(service)
            found = [self._item(known, formats, request.context or {}) for known in service.contents.values()]
        except Exception as error:  # OWSLib lets whatever a document lacks through as it comes
            raise self._bad(f"capabilities that cannot be read ({type(error).__name__}: {error})") from error
        return Page(items=tuple(self._wanted(found, request.context or {})))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a feature type fails."""
        return dataset_failures(item, search)

    def key(self, item: Item) -> str:
        """A feature type of one service is itself alone."""
        return f"{self.source.id}/{dataset_key(item)}"

    @property
    def _version(self) -> str:
        return str(self.source.options.get("version") or _VERSION)

    def _service(self, body: bytes) -> Any:
        from owslib.feature.wfs110 import WebFeatureService_1_1_0
        from owslib.feature.wfs200 import WebFeatureService_2_0_0

        speaks = WebFeatureService_1_1_0 if self._version.startswith("1.") else WebFeatureService_2_0_0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return speaks("https://capabilities.invalid/", self._version, body, parse_remote_metadata=False)

    def _item(self, known: Any, formats: tuple[str, ...], context: Mapping[str, JSON]) -> Item:
        box = stated_box(known.boundingBoxWGS84)
        stated: dict[str, JSON] = {
            "title": known.title or known.id,
            "description": known.abstract or "",
            "keywords": [k for k in known.keywords or () if k],
            "type": "service",
            "wfs:typename": known.id,
        }
        return Item(
            id=known.id,
            collection="",
            bbox=box,
            geometry=box_footprint(box) if box else None,
            properties={name: value for name, value in stated.items() if value not in (None, "", [])},
            assets=tuple(self._features(known.id, formats, context)),
            links=(Link(rel="wfs", href=self.source.url, title=known.id),),
            sources=(self.source.id,),
        )

    def _features(self, name: str, formats: tuple[str, ...], context: Mapping[str, JSON]) -> Iterator[Asset]:
        """The request for the features in the box asked, in GeoJSON where that is offered; one for each part of the box."""
        format = next((f for f in formats if f.lower().partition(";")[0] in _FORMATS), "")
        is_new = not self._version.startswith("1.")
        boxes: tuple[Any, ...] = halves(BBox.of(context["bbox"])) if context.get("bbox") else (None,)
        for n, box in enumerate(boxes):
            parameters = {
                "service": "WFS",
                "version": self._version,
                "request": "GetFeature",
                "typeNames" if is_new else "typeName": name,
                "count" if is_new else "maxFeatures": str(MOST_FEATURES),
                **({"outputFormat": format} if format else {}),
                **({"bbox": ",".join(f"{v:.9g}" for v in box) + f",{_CRS84}"} if box else {}),
                **({"srsName": _CRS84} if format else {}),
            }
            href = f"{self.source.url}{'&' if '?' in self.source.url else '?'}{urlencode(parameters, safe=',:/')}"
            key = "features" if n == 0 else f"features-{n + 1}"
            media = "application/geo+json" if format else "application/gml+xml"
            yield Asset(key=key, locations=(location(href),), type=media, roles=("data",))

    def _wanted(self, found: list[Item], context: Mapping[str, JSON]) -> Iterator[Item]:
        words = context.get("words") or ()
        for item in found:
            if not words or any(word == item.id or speaks_of(item, word) for word in words):
                yield named(item, context.get("asked") or {}, otherwise=self.source.id)

    def _bad(self, what: str) -> BadReply:
        return BadReply(f"{self.source.id!r} sent {what}", source=self.source.id, kind="bad_payload")


def _formats(service: Any) -> tuple[str, ...]:
    operation = next((o for o in service.operations if o.name == "GetFeature"), None)
    parameters = operation.parameters if operation else {}
    return tuple(str(v) for v in (parameters.get("outputFormat") or {}).get("values", ()))

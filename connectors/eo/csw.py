"""CSW 2.0.2 (OGC 07-006r1): GetRecords put together and read back with OWSLib's classes; the engine sends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from connectors.base import Page, Request, SearchPlan
from connectors.eo.csw_record import read_record
from connectors.eo.predicates import halves
from connectors.eo.windows import halves_of
from connectors.eo.wording import asked_words, dataset_failures, dataset_key, named, query
from connectors.errors import BadReply
from connectors.items import JSON, Item
from connectors.markup import Element, children, local_name, read_xml
from connectors.offers import Source
from connectors.operations import Search

_NOT_SENT = ("limit", "sort", "q")
_HEADERS = {"content-type": "application/xml", "accept": "application/xml"}
_ISO = {"outputschema": "http://www.isotc211.org/2005/gmd", "typenames": "gmd:MD_Metadata"}
# Without a name of its axes a box is read either way round: pycsw takes EPSG:4326, latitude first.
_XY, _YX = "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326"
_MODIFIED = ("dct:modified", "apiso:Modified")  # core queryables, by Dublin Core and by ISO
_RECORDS = ("Record", "SummaryRecord", "BriefRecord", "MD_Metadata", "MI_Metadata")


class CswConnector:
    """Asks one catalogue.

    `options.schema = "iso"`: records in ISO 19139, which tell times and files, instead of Dublin Core. Quirk `axis:yx`:
    the server knows no CRS84, so that boxes are sent in EPSG:4326, latitude first. `options.window`: the records that it pages
    through, if it ends before all are given; the search is then parted by when records were modified.
    """

    paging: ClassVar[tuple[str, ...]] = ("position", "by-halves")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._window = int(source.options.get("window", 0))

    def plan(self, search: Search) -> SearchPlan | None:
        """The request for this search, or two where the box crosses the antimeridian."""
        asked = asked_words(self.source, search) if search.family == self.source.family else None
        if asked is None:
            return None
        size = max(1, min(search.limit, self.source.limits.page_max))
        boxes = halves(search.bbox) if search.bbox else (None,)
        words = list(query(asked, search))
        requests = (self._request({"asked": asked, "words": words, "box": box, "size": size}) for box in boxes)
        residual = [n for n in search.filters if n not in _NOT_SENT] + (["datetime"] if search.interval else [])
        return SearchPlan(requests=tuple(requests), residual=tuple(residual))

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one page; a record that cannot be read is left out."""
        root = read_xml(body, source=self.source.id)
        results = next(iter(children(root, "SearchResults")), None)
        if results is None:
            raise BadReply(
                f"{self.source.id!r} sent {local_name(root)!r} where GetRecordsResponse was expected;"
                f" is {self.source.url} a CSW 2.0.2?",
                source=self.source.id,
                kind="bad_payload",
            )
        read = [read_record(record, source=self.source.id) for record in children(results, *_RECORDS)]
        context = request.context or {}
        items = tuple(named(item, context.get("asked") or {}, otherwise=self.source.id) for item in read if item)
        matched, following = _number(results, "numberOfRecordsMatched"), _number(results, "nextRecord")
        onward = _moved(request, following) if following and read and following <= (matched or following) else None
        page = Page(items=items, next=onward, matched=matched)
        return self._within(page, context, count=len(read))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a record fails."""
        return dataset_failures(item, search)

    def key(self, item: Item) -> str:
        """What copies of one dataset share."""
        return dataset_key(item)

    def _within(self, page: Page, context: JSON, *, count: int) -> Page:
        """The page; where the window ends with it, with the requests for each half of the time that records were modified in."""
        reached, matched = context.get("reached", 0) + count, page.matched or 0
        is_part_too_large = reached == count and matched > context.get("window", matched)
        at_window = 0 < self._window <= reached or (page.next is None and count >= context.get("size", count + 1))
        if not count or not (is_part_too_large or (at_window and reached < matched)):
            following = replace(page.next, context={**context, "reached": reached}) if page.next else None
            return replace(page, next=following)
        kept = {name: value for name, value in context.items() if name != "reached"}
        parts = (
            self._request({**kept, "window": context.get("window", reached), "modified": half})
            for half in halves_of(context.get("modified", ""))
        )
        return replace(page, next=None, also=tuple(parts), cut=True)  # a record that tells no such time is in no half

    def _request(self, context: JSON) -> Request:
        content = self._get_records(context)
        return Request(method="POST", url=self.source.url, content=content, headers=_HEADERS, context=context)

    def _get_records(self, asked: JSON) -> str:
        """The GetRecords document, as OWSLib builds it."""
        from owslib.catalogue.csw2 import CatalogueServiceWeb

        builder = CatalogueServiceWeb(self.source.url, skip_caps=True)
        builder._invoke, builder.exceptionreport = lambda: None, "built, not sent"
        is_iso = self.source.options.get("schema") == "iso"
        constraints = _constraints(asked, is_yx="axis:yx" in self.source.quirks, modified=_MODIFIED[is_iso])
        options = _ISO if is_iso else {}
        builder.getrecords2(constraints=constraints, esn="full", startposition=1, maxrecords=asked["size"], **options)
        return _written(builder.request)


def _constraints(asked: JSON, *, is_yx: bool, modified: str) -> list[Any]:
    """OWSLib's nested list: any of the inner lists, of which all must hold."""
    from owslib import fes

    common: list[Any] = []
    if asked["box"]:
        west, south, east, north = asked["box"]
        corners, crs = ([south, west, north, east], _YX) if is_yx else ([west, south, east, north], _XY)
        common = [fes.BBox(corners, crs=crs)]
    start, _, end = asked.get("modified", "../..").partition("/")
    common += [fes.PropertyIsGreaterThanOrEqualTo(modified, start)] if start != ".." else []
    common += [fes.PropertyIsLessThanOrEqualTo(modified, end)] if end != ".." else []
    alternatives = [[*_likenesses(wording), *common] for wording in asked["words"]] or ([common] if common else [])
    return [one[0] if len(one) == 1 else one for one in alternatives if one]


def _likenesses(wording: str) -> Iterator[Any]:
    from owslib import fes

    for word in re.findall(r"[^\W_]+", wording):
        yield fes.PropertyIsLike("csw:AnyText", f"%{word}%", matchCase=False)


def _moved(request: Request, position: int) -> Request:
    """The same question from another record on."""
    content = request.content or ""
    root = read_xml(content if isinstance(content, bytes) else content.encode())
    root.set("startPosition", str(position))
    return replace(request, content=_written(root))


def _written(root: Element) -> str:
    """The document as text, with the namespaces that only values name (`typeNames="csw:Record"`)."""
    from lxml import etree

    etree.cleanup_namespaces(root, keep_ns_prefixes=["csw", "gmd", "ows"])
    document: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document.decode()


def _number(element: Element, name: str) -> int | None:
    value = element.get(name) or ""
    return int(value) if value.isdigit() else None

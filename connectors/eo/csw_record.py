"""A record of a CSW, in Dublin Core or ISO 19139, read with OWSLib's classes as an Item that stands for a dataset."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Any

from connectors.assets import location
from connectors.eo.footprint import box_footprint, stated_box
from connectors.extents import BBox, Interval
from connectors.items import JSON, Asset, Item, Link
from connectors.markup import Element, local_name

_DATES = re.compile(r"\d{4}(?:-\d\d){0,2}")
_DATA = re.compile(r"(WWW:DOWNLOAD|DOWNLOAD|OPeNDAP|FILE|HTTPServer|OGC:WCS|s3|netcdf)", re.IGNORECASE)
_FILE = re.compile(r"\.(nc4?|tiff?|zip|grb2?|h5|hdf|csv|zarr|parquet)$", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def read_record(record: Element, *, source: str) -> Item | None:
    """One record; None where it has no identifier."""
    from owslib.catalogue.csw2 import CswRecord
    from owslib.iso import MD_Metadata

    try:
        if local_name(record) in ("MD_Metadata", "MI_Metadata"):
            return _iso(MD_Metadata(record), source=source)
        return _dublin_core(CswRecord(record), source=source)
    except (AttributeError, KeyError, TypeError, ValueError, IndexError):
        return None


def _dublin_core(record: Any, *, source: str) -> Item | None:
    box = _box(record.bbox_wgs84 or record.bbox)
    addresses = [(u.get("url"), u.get("protocol"), u.get("description")) for u in record.uris]
    addresses += [(r.get("url"), r.get("scheme"), None) for r in record.references]
    properties = {
        "title": record.title,
        "description": record.abstract,
        "keywords": [s for s in record.subjects if s],
        "type": record.type,
        "updated": record.modified,
        "created": record.date or record.created,
        "license": record.license or next(iter(record.rights), None),
        "publisher": record.publisher or record.creator,
    }
    return _item(record.identifier, box, _interval(record.temporal), properties, addresses, source=source)


def _iso(record: Any, *, source: str) -> Item | None:
    known = record.identification[0] if record.identification else None
    if known is None:
        return None
    words = (word for group in known.keywords or () for word in getattr(group, "keywords", None) or ())
    properties = {
        "title": known.title,
        "description": known.abstract,
        "keywords": [str(getattr(word, "name", word)) for word in words if getattr(word, "name", word)],
        "type": record.hierarchy,
        "updated": record.datestamp,
        "license": next(iter(known.uselimitation or known.otherconstraints or ()), None),
        "publisher": next((c.organization for c in record.contact if c.organization), None),
    }
    online = record.distribution.online if record.distribution else ()
    addresses = [(o.url, o.protocol, o.name or o.description) for o in online]
    times = _interval(f"{known.temporalextent_start or ''}/{known.temporalextent_end or ''}")
    return _item(record.identifier, _box(known.bbox), times, properties, addresses, source=source)


def _item(
    identifier: str | None,
    box: BBox | None,
    interval: Interval,
    properties: dict[str, JSON],
    addresses: list[tuple[Any, Any, Any]],
    *,
    source: str,
) -> Item | None:
    if not identifier:
        return None
    doi = next((m[0] for text in (identifier, *(a[0] for a in addresses)) if text and (m := _DOI.search(text))), None)
    stated = properties | {"sci:doi": doi}
    files = [a for a in addresses if a[0] and (_DATA.search(str(a[1] or "")) or _FILE.search(str(a[0])))]
    return Item(
        id=identifier,
        collection="",
        bbox=box,
        geometry=box_footprint(box) if box else None,
        interval=interval,
        properties={name: value for name, value in stated.items() if value not in (None, "", [])},
        assets=tuple(_assets(files)),
        links=tuple(Link(rel="related", href=str(a[0]), title=a[2]) for a in addresses if a[0] and a not in files),
        sources=(source,),
    )


def _assets(files: list[tuple[Any, Any, Any]]) -> Iterator[Asset]:
    for n, (url, _, title) in enumerate(files):
        key = "data" if n == 0 else f"data-{n + 1}"
        yield Asset(key=key, locations=(location(str(url)),), roles=("data",), title=title)


def _box(box: Any) -> BBox | None:
    return stated_box((box.minx, box.miny, box.maxx, box.maxy)) if box is not None else None


def _interval(text: str | None) -> Interval:
    """The days that a text of one or two dates names, a year or a month alone being the whole of it."""
    first, mark, last = str(text or "").partition("/")
    start, end = _DATES.search(first), _DATES.search(last if mark else first)
    begin, finish = (start[0] + "-01-01"[len(start[0]) - 4 :] if start else None), (_end(end[0]) if end else None)
    return (
        Interval(start=finish, end=begin) if begin and finish and begin > finish else Interval(start=begin, end=finish)
    )


def _end(date: str) -> str:
    if len(date) == 4:
        return f"{date}-12-31"
    last = calendar.monthrange(int(date[:4]) or 4, int(date[5:7]))[1]
    return f"{date}-{last}" if len(date) == 7 else date

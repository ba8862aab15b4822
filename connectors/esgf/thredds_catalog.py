"""A THREDDS catalogue (InvCatalog 1.0.x): the files it lists with all the ways to get at them, and the catalogues below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from connectors.extents import BBox, Interval
from connectors.items import Location
from connectors.markup import Element, children, local_name, text

_HREF = "{http://www.w3.org/1999/xlink}href"
_TITLE = "{http://www.w3.org/1999/xlink}title"
_PROTOCOLS = {"httpserver": "https", "http": "https", "opendap": "opendap", "dods": "opendap"}
_UNITS = {"bytes": 1, "kbytes": 10**3, "mbytes": 10**6, "gbytes": 10**9, "tbytes": 10**12}
_MOST_DATASETS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file or aggregation; `path` is its place below the server's root.

    `size` in bytes where the catalogue tells it exactly, `about` as it rounds it.
    """

    name: str
    path: str
    locations: tuple[Location, ...]
    size: int | None = None
    about: int | None = None
    interval: Interval = Interval()
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Another catalogue, by its absolute address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inherited:
    """What a dataset hands down to those inside it."""

    service: str = ""
    interval: Interval = Interval()
    bbox: BBox | None = None


def read_catalog(root: Element, *, url: str) -> tuple[tuple[Entry, ...], tuple[Reference, ...]]:
    """The entries and references of a catalogue that was had from `url`; a document of another kind has none."""
    services = dict(_services(root))
    entries, references = [], []
    waiting: list[tuple[Element, _Inherited]] = [(root, _Inherited())]
    for seen in range(_MOST_DATASETS):
        if seen >= len(waiting):
            break
        element, inherited = waiting[seen]
        own, handed = _metadata(element, inherited)
        for child in children(element, "dataset", "catalogRef"):
            if local_name(child) == "catalogRef" and child.get(_HREF):
                references.append(Reference(title=child.get(_TITLE) or "", url=urljoin(url, child.get(_HREF))))
            elif local_name(child) == "dataset":
                waiting.append((child, handed))
        if local_name(element) == "dataset" and (entry := _entry(element, own, services=services, url=url)):
            entries.append(entry)
    return tuple(entries), tuple(references)


def _services(element: Element) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """By name, the (type, base) of every service; a compound one stands for those inside it."""
    for service in children(element, "service"):
        inner = list(_services(service))
        kind = (service.get("serviceType") or "").lower()
        own = [] if kind in ("compound", "resolver") else [(kind, service.get("base") or "")]
        yield service.get("name") or "", own + [pair for _, pairs in inner for pair in pairs]
        yield from inner


def _metadata(element: Element, inherited: _Inherited) -> tuple[_Inherited, _Inherited]:
    """What holds for a dataset itself, and what it hands down."""
    handed = inherited
    own = inherited
    for block in children(element, "metadata"):
        stated = _stated(block, own)
        own = stated
        if block.get("inherited") == "true":
            handed = _stated(block, handed)
    return _stated(element, own), handed


def _stated(element: Element, otherwise: _Inherited) -> _Inherited:
    interval, bbox = _interval(element), _bbox(element)
    return replace(
        otherwise,
        service=text(element, "serviceName") or element.get("serviceName") or otherwise.service,
        interval=interval if interval.start or interval.end else otherwise.interval,
        bbox=bbox or otherwise.bbox,
    )


def _entry(
    element: Element, stated: _Inherited, *, services: Mapping[str, list[tuple[str, str]]], url: str
) -> Entry | None:
    offers = [(stated.service, element.get("urlPath") or "")]
    offers += [(a.get("serviceName") or stated.service, a.get("urlPath") or "") for a in children(element, "access")]
    paths = [path for _, path in offers if path]
    if not paths:
        return None
    known = {
        location.href: location
        for name, path in offers
        if path
        for kind, base in services.get(name, ())
        if (location := _location(kind, base + path, url=url, is_view=path.endswith(".ncml")))
    }
    if not known:
        return None
    size, is_exact = _size(element)
    return Entry(
        name=element.get("name") or paths[0].rpartition("/")[2],
        path=paths[0].lstrip("/"),
        locations=tuple(sorted(known.values(), key=lambda location: location.protocol != "https")),
        size=size if is_exact else None,
        about=size,
        interval=stated.interval,
        bbox=stated.bbox,
    )


def _location(kind: str, path: str, *, url: str, is_view: bool) -> Location | None:
    """A place to read from; a view made of many files (NcML) can be read by OPeNDAP only: its file is XML."""
    protocol = _PROTOCOLS.get(kind)
    if protocol is None or (is_view and protocol != "opendap"):
        return None
    href = urljoin(url, path.replace("//", "/") if "://" not in path else path)
    return Location(href=href, node=urlsplit(href).netloc, protocol=protocol)


def _size(element: Element) -> tuple[int | None, bool]:
    """Bytes, and whether they were counted: larger units are rounded to a few digits."""
    for size in children(element, "dataSize"):
        units = (size.get("units") or "bytes").lower()
        try:
            return round(float(size.text) * _UNITS[units]), units == "bytes"
        except (TypeError, ValueError, KeyError):
            break
    return None, False


def _interval(element: Element) -> Interval:
    coverage = next(iter(children(element, "timeCoverage")), None)
    if coverage is None:
        return Interval()
    start, end = (text(coverage, name)[:10] for name in ("start", "end"))
    days = [d if len(d) == 10 and d[:4].isdigit() else None for d in (start, end)]
    return Interval() if days[0] and days[1] and days[0] > days[1] else Interval(start=days[0], end=days[1])


def _bbox(element: Element) -> BBox | None:
    coverage = next(iter(children(element, "geospatialCoverage")), None)
    if coverage is None:
        return None
    try:
        (west, width), (south, height) = (_span(coverage, axis) for axis in ("eastwest", "northsouth"))
        return BBox.of((west, max(-90.0, south), west + width, min(90.0, south + height)))
    except (TypeError, ValueError):
        return None


def _span(coverage: Element, axis: str) -> tuple[float, float]:
    return float(text(coverage, axis, "start")), float(text(coverage, axis, "size"))

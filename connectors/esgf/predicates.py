"""A search's predicates looked at again on an ESGF item, since indexes ignore or cannot take some of them."""

from __future__ import annotations

from connectors.esgf.records import many_of
from connectors.items import JSON, Item
from connectors.operations import Search

NOT_PREDICATES = ("limit", "sort")
"""Entries of a search's filters that restrict nothing."""

_GLOBAL_PROJECTS = ("CMIP3", "CMIP5", "CMIP6", "CMIP6Plus", "CMIP7")
_ABSENT = {"spatial_kind": "gridded"}  # what an item that lacks the property is
_CURRENT = {"latest": True, "retracted": False}


def failed_predicates(item: Item, search: Search, *, trust_box: bool) -> tuple[str, ...]:
    """Names of the predicates that the item fails; a property that it lacks is not held against it.

    `trust_box` is false for indexes whose boxes are wrong: what a global model covers is then taken to be the globe.
    """
    failed = [k for k, v in _CURRENT.items() if k not in search.facets and item.get(k) not in (None, v)]
    failed += [facet for facet, values in search.facets.items() if values and not _holds(item, facet, values)]
    if search.bbox and item.bbox and (trust_box or item.collection not in _GLOBAL_PROJECTS):
        failed += [] if item.bbox.intersects(search.bbox) else ["bbox"]
    if search.interval and not item.interval.intersects(search.interval):
        failed.append("interval")
    return tuple(failed)


def item_key(item: Item) -> str:
    """What names the dataset in every ESGF catalogue: its id, with the variable where a dataset holds several."""
    return item.id


def _holds(item: Item, facet: str, values: tuple[str, ...]) -> bool:
    name = facet.removesuffix("!")
    held: JSON = item.get(name)
    if held is None:
        held = _ABSENT.get(name)
    if held is None:
        return True
    among = not {_text(v) for v in many_of(held)}.isdisjoint(_text(v) for v in values)
    return among != facet.endswith("!")


def _text(value: JSON) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

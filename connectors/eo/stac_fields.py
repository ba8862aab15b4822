"""STAC fields extension (https://api.stacspec.org, 1.0.0, item-search#fields): the parts of an item that nobody here reads are not sent."""

from __future__ import annotations

from connectors.items import JSON
from connectors.offers import Source

UNREAD = (
    "properties.proj:geometry",
    "properties.proj:projjson",
    "properties.proj:wkt2",
    "properties.table:columns",
    "assets.rendered_preview",
    "assets.tilejson",
)
"""A third of an item of MODIS, two thirds of a table's; what is read of an item is never among them."""


def fields(source: Source) -> dict[str, JSON]:
    """What goes into a search of a source with the quirk `fields`; nothing for others, of which some refuse it."""
    return {"fields": {"include": [], "exclude": list(UNREAD)}} if "fields" in source.quirks else {}

"""The collections of the holdings as records of a catalogue, for a real server of OGC API – Records."""

from __future__ import annotations

import tomllib
from importlib import resources

from connectors.items import JSON

_EVERYWHERE = [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]


def real_records() -> list[JSON]:
    """One record a collection, in the order of their names."""
    text = (resources.files("connectors.embedded") / "collections.toml").read_text("utf-8")
    return [_record(name, entry) for name, entry in sorted(tomllib.loads(text).items())]


def _record(name: str, entry: JSON) -> JSON:
    words = f"{entry['title']} {entry['description']}"
    return {
        "id": name,
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": _EVERYWHERE},
        "time": None,
        "properties": {
            "type": "dataset",
            "title": entry["title"],
            "description": entry["description"],
            "created": "2026-11-25T00:00:00Z",
            "externalIds": [{"scheme": "default", "value": name}],
            "_metadata-anytext": words,
        },
        "links": [{"rel": "license", "href": entry.get("licence_url", "https://example.org/")}],
    }

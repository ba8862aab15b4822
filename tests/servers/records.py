"""The collections of the holdings as records of a catalogue, for a real server of OGC API – Records."""

from __future__ import annotations

import tomllib
from importlib import resources

from connectors.items import JSON

_EVERYWHERE = [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]


def real_records() -> list[JSON]:
    """One record a collection, in the order of their names."""
    text = (resources.files("connectors.embedded") / "collections.toml").read_text("utf-8")
    return [_record(name, entry, day=n) for n, (name, entry) in enumerate(sorted(tomllib.loads(text).items()))]


def _record(name: str, entry: JSON, *, day: int) -> JSON:
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
            "created": f"2026-{1 + day // 28:02d}-{1 + day % 28:02d}T00:00:00Z",
            "externalIds": [{"scheme": "default", "value": name}],
            "_metadata-anytext": words,
        },
        "links": [{"rel": "license", "href": entry.get("licence_url", "https://example.org/")}],
    }

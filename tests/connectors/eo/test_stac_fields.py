"""What is left out of an item is never what is read of it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from connectors.eo.stac_fields import UNREAD, fields
from connectors.eo.stac_item import read_item
from connectors.offers import Source

ITEMS = Path(__file__).resolve().parents[4] / "shared/data/stac/items.ndjson.gz"
PLAIN = Source(id="s", title="S", kind="stac-api", family="eo", url="https://s.example")


def test_only_a_server_that_conforms_is_asked_to_leave_parts_out() -> None:
    assert fields(PLAIN) == {}


@pytest.mark.skipif(not ITEMS.exists(), reason="needs the reference library")
def test_an_item_without_them_reads_the_same_but_for_them() -> None:
    before = after = 0
    for line in gzip.decompress(ITEMS.read_bytes()).splitlines()[::20]:
        document = json.loads(line)
        short = json.dumps(_without(document)).encode()
        whole, part = (read_item(raw, "s", {}) for raw in (line, short))
        assert whole is not None and part is not None
        assert (part.id, part.bbox, part.interval, part.links) == (whole.id, whole.bbox, whole.interval, whole.links)
        assert {a.key for a in whole.assets} - {a.key for a in part.assets} <= {"tilejson", "rendered_preview"}
        before, after = before + len(json.dumps(document)), after + len(short)
    assert after < 0.95 * before


def _without(document: dict[str, Any]) -> dict[str, Any]:
    """The item as a server gives it that leaves these parts out."""
    left = {part: dict(document.get(part) or {}) for part in ("properties", "assets")}
    for name in UNREAD:
        part, _, key = name.partition(".")
        left[part].pop(key, None)
    return document | left

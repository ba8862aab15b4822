"""Replies of the STAC node: page links, queryables, stored documents moved to the client's address."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

from connectors.embedded.scenes import Scene
from connectors.embedded.stac_query import from_body
from connectors.embedded.stac_replies import paging, queryables, stored


def _request(method: str = "GET", query: str = "") -> Request:
    scope = {
        "type": "http", "method": method, "scheme": "http", "server": ("127.0.0.1", 8000), "path": "/search",
        "query_string": query.encode(), "headers": [(b"host", b"127.0.0.1:8000")], "root_path": "",
    }  # fmt: skip
    return Request(scope)


def _scene(**properties: Any) -> Scene:
    document = json.dumps({"id": "x", "collection": "c", "properties": properties}).encode()
    return Scene(id="x", collection="c", box=None, start=0, end=0, document=document)


def _turns(request: Request, body: dict[str, Any], count: int) -> dict[str, Any]:
    links = paging(request, from_body(body), [_scene()] * count, body)
    return {link["rel"]: link for link in links}


def test_a_page_in_the_middle_leads_both_ways() -> None:
    turns = _turns(_request("POST"), {"limit": 10, "token": "offset:10"}, 30)

    assert turns["next"]["body"] == {"limit": 10, "token": "offset:20"}
    assert turns["prev"]["body"] == {"limit": 10, "token": "offset:0"}
    assert (turns["next"]["method"], turns["next"]["href"]) == ("POST", "http://127.0.0.1:8000/search")


def test_the_last_page_leads_no_further() -> None:
    assert "next" not in _turns(_request(), {"limit": 10, "token": "offset:20"}, 30)
    assert "prev" not in _turns(_request(), {"limit": 10}, 5)


def test_a_get_keeps_its_parameters() -> None:
    turns = _turns(_request(query="limit=10&bbox=1,2,3,4"), {"limit": 10}, 30)

    assert turns["next"]["href"] == "http://127.0.0.1:8000/search?limit=10&bbox=1%2C2%2C3%2C4&token=offset%3A10"


def test_queryables_are_what_the_items_state() -> None:
    schema = queryables([_scene(gsd=10, platform="a", mixed="x"), _scene(gsd=0.3, mixed=3, none=None)], "http://x/q")

    assert schema["properties"]["gsd"] == {"type": "number"}
    assert schema["properties"]["mixed"] == {"type": ["number", "string"]}
    assert "none" not in schema["properties"]


def test_stored_addresses_move_to_where_the_client_found_us() -> None:
    content = b'{"href":"http://stac.embedded/data/x","other":"http://stac.embedded.example/"}'

    assert stored(content, "http://127.0.0.1:8000").body == (
        b'{"href":"http://127.0.0.1:8000/data/x","other":"http://stac.embedded.example/"}'
    )
    assert stored(content, "http://stac.embedded").body == content

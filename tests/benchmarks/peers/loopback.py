"""The catalogues that every client is measured on, in a process of their own: STAC APIs and ESGF indexes, some of them faulty.

Prints its port and serves until its standard input is closed, so that nothing outlives who started it.

    /stac-0 … /stac-4    ten items each, 300 ms a request         /solr-0 … /solr-4    ten records each, 300 ms a request
    /late-stac-NAME      503 to the first two searches            /late-solr-NAME      503 to the first two requests
    /many-stac           1,000 recorded items, no delay           /many-solr           1,000 records, 300 ms a request
    /silent-NAME         accepts and never answers
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

from conductor.settings import from_environment
from tests.connectors.fault_server import Behaviour, Exchange, fault_server, feature, silent

DELAY_S = 0.3
COLLECTION = "sentinel-2-l2a"
MANY = 1000
_RECORDED = "stac-geoparquet/tests/data/sentinel-2-l2a-pc.json"
_CONFORMS = [
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/ogcapi-features",
]
_EVER = {"spatial": {"bbox": [[-180, -90, 180, 90]]}, "temporal": {"interval": [["2015-01-01T00:00:00Z", None]]}}


def stac_api(name: str, items: tuple[bytes, ...], *, delay_s: float, unready: int = 0) -> Behaviour:
    """A whole STAC API, landing page and all; 503 to the first `unready` searches."""
    refused = 0

    async def answer(exchange: Exchange) -> None:
        nonlocal refused
        await asyncio.sleep(delay_s)
        base = f"http://{exchange.headers['host']}/{name}"
        path = exchange.path.removeprefix(f"/{name}").rstrip("/")
        if path == "/search":
            refused += 1
            if refused <= unready:
                await exchange.reply(503, b"{}")
            else:
                await exchange.reply(body=_page(items, exchange, base), type="application/geo+json")
        else:
            await exchange.reply(body=json.dumps(_document(base, path)).encode())

    return answer


def _document(base: str, path: str) -> Any:
    rels = {"root": "", "self": "", "data": "/collections", "conformance": "/conformance", "search": "/search"}
    links = [{"rel": rel, "href": base + end, "type": "application/json"} for rel, end in rels.items()]
    links.append({"rel": "search", "href": f"{base}/search", "type": "application/geo+json", "method": "POST"})
    collection = {"type": "Collection", "stac_version": "1.0.0", "id": COLLECTION, "description": "Loopback", "license": "other",
                  "extent": _EVER, "links": links}  # fmt: skip
    match path:
        case "/conformance":
            return {"conformsTo": _CONFORMS}
        case "/collections":
            return {"collections": [collection], "links": []}
        case end if end.endswith("/queryables"):
            return {"$id": base, "type": "object", "properties": {"eo:cloud_cover": {"type": "number"}}}
        case end if end.startswith("/collections/"):
            return collection
        case _:
            about = {"id": "loopback", "description": "Loopback", "conformsTo": _CONFORMS, "links": links}
            return {"type": "Catalog", "stac_version": "1.0.0", **about}


def _page(items: tuple[bytes, ...], exchange: Exchange, base: str) -> bytes:
    asked = exchange.json if exchange.method == "POST" else exchange.query
    size = int(asked.get("limit", 10))
    start = int(str(asked.get("token") or "next:0").removeprefix("next:"))
    features = b",".join(items[start : start + size])
    links = b"[]"
    if start + size < len(items):
        following = {"rel": "next", "href": f"{base}/search", "method": "POST", "merge": True}
        more = {"type": "application/geo+json", "body": {"token": f"next:{start + size}"}}
        links = json.dumps([following | more]).encode()
    counts = f'"numberMatched":{len(items)},"numberReturned":{len(items[start : start + size])}'.encode()
    return b'{"type":"FeatureCollection","features":[' + features + b'],"links":' + links + b"," + counts + b"}"


@cache
def recorded_items() -> tuple[bytes, ...]:
    """Real items of 16 KB, renamed into a thousand."""
    document = json.loads((from_environment().holdings_dir / _RECORDED).read_text("utf-8"))
    real = document if isinstance(document, list) else document["features"]
    renamed = []
    for n in range(MANY):
        item = real[n % len(real)]
        tile = f"_T{n // 20 % 60 + 1:02d}V{chr(65 + n % 20)}K_"
        renamed.append(json.dumps(item | {"id": re.sub(r"_T\d\d[A-Z]{3}_", tile, item["id"])}).encode())
    return tuple(renamed)


def esgf_index(count: int, *, first: int = 0, delay_s: float, unready: int = 0) -> Behaviour:
    """An ESGF search service over `count` datasets; its page holds ten where none is asked for, as the real one's."""
    refused = 0

    async def answer(exchange: Exchange) -> None:
        nonlocal refused
        await asyncio.sleep(delay_s)
        refused += 1
        if refused <= unready:
            await exchange.reply(503, b"{}")
            return
        start, rows = int(exchange.query.get("offset", 0)), int(exchange.query.get("limit", 10))
        docs = [_dataset(first + n) for n in range(start, min(start + rows, count))]
        response = {"numFound": count, "start": start, "docs": docs}
        counts: Mapping[str, Any] = {"facet_queries": {}, "facet_fields": {}, "facet_dates": {}, "facet_ranges": {}}
        body = {"responseHeader": {"status": 0}, "response": response, "facet_counts": counts}
        await exchange.reply(body=json.dumps(body).encode())

    return answer


def _dataset(n: int) -> Mapping[str, Any]:
    name = f"CMIP6.CMIP.INST.M{n}.historical.r1i1p1f1.Amon.tas.gn"
    facets = {"mip_era": "CMIP6", "activity_drs": "CMIP", "activity_id": "CMIP", "institution_id": "INST", "source_id": f"M{n}",
              "experiment_id": "historical", "member_id": "r1i1p1f1", "table_id": "Amon", "variable_id": "tas", "grid_label": "gn",
              "project": "CMIP6"}  # fmt: skip
    ids = {"id": f"{name}.v20200101|node", "instance_id": f"{name}.v20200101", "master_id": name, "version": "20200101"}
    flags = {
        "type": "Dataset",
        "latest": True,
        "retracted": False,
        "data_node": "node",
        "size": 1,
        "number_of_files": 1,
    }
    return {**ids, **flags, **{facet: [value] for facet, value in facets.items()}}


class _Named(dict[str, Behaviour]):
    """Behaviours by name; those with a name of one's own are made when they are asked for."""

    def __missing__(self, name: str) -> Behaviour:
        if name.startswith("silent-"):
            self[name] = silent
        elif name.startswith("late-stac-"):
            self[name] = stac_api(name, _few(name), delay_s=0.0, unready=2)
        elif name.startswith("late-solr-"):
            self[name] = esgf_index(10, delay_s=0.0, unready=2)
        else:
            raise KeyError(name)
        return self[name]


def _few(name: str) -> tuple[bytes, ...]:
    return tuple(json.dumps(feature(f"{name}-{n:04d}", cloud=n, day=1 + n)).encode() for n in range(10))


async def serve() -> None:
    async with fault_server() as server:
        server.behaviours = _Named()
        for n in range(5):
            server.add(f"stac-{n}", stac_api(f"stac-{n}", _few(f"s{n}"), delay_s=DELAY_S))
            server.add(f"solr-{n}", esgf_index(10, first=10 * n, delay_s=DELAY_S))
        server.add("many-stac", stac_api("many-stac", recorded_items(), delay_s=0.0))
        server.add("many-solr", esgf_index(MANY, delay_s=DELAY_S))
        print(server.port, flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())

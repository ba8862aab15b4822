"""Beyond a server's window nothing is lost: real servers on loopback that end their pages where the real ones do."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from connectors.items import Found
from connectors.kinds import SEARCHED, load_kind
from connectors.offers import Limits
from connectors.operations import Search
from connectors.paging import STRATEGIES, batches, halved, offsets, onward, widest
from tests.connectors.fault_server import Exchange, FaultServer, collection, fault_server, feature
from tests.connectors.outside_world import outside, report, source

QUICK = Limits(budget_s=30.0, rate_per_s=1e6, max_connections=16, page_max=100)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


def test_every_search_connector_names_its_strategies() -> None:
    spoken = {kind: getattr(load_kind(kind), "paging", ()) for kind in SEARCHED}
    single = {
        "ogcapi-collections",
        "thredds",
        "wcs",
        "wfs",
        "wms",
        "wmts",
    }  # one document, or a walk through catalogues
    assert all(set(names) <= set(STRATEGIES) for names in spoken.values())
    assert {kind for kind, names in spoken.items() if not names} <= single


def test_pages_after_the_first_begin_where_it_ended() -> None:
    assert list(offsets(read=100, matched=350, wanted=1000)) == [100, 200, 300]
    assert list(offsets(read=100, matched=350, wanted=150)) == [100]
    assert list(offsets(read=0, matched=350, wanted=150)) == []


def test_values_are_grouped_up_to_the_window() -> None:
    assert list(batches({"a": 4, "b": 5, "c": 20, "d": 1}, window=10)) == [("a", "b"), ("c",), ("d",)]


def test_the_facet_that_covers_all_and_splits_finest_is_chosen() -> None:
    counts = {
        "few": {"a": 90, "b": 10},
        "many": {"a": 30, "b": 30, "c": 40},
        "holes": {"a": 1, "b": 1},
        "one": {"a": 100},
    }
    assert widest(counts, matched=100) == "many"
    assert widest({"one": {"a": 100}}, matched=100) == ""


def test_a_moment_that_fills_a_window_is_not_gone_beyond() -> None:
    assert onward([("a", "1"), ("b", "2"), ("c", "2")], ()) == ("2", ("b", "c"))
    assert onward([("b", "2"), ("c", "2")], ("b", "c")) is None
    assert onward([("a", "1"), ("b", "")], ()) is None


def records(count: int) -> list[dict[str, Any]]:
    """Datasets of forty models; every seventh has no institution, and the first model has a third of them all."""
    found = []
    for n in range(count):
        model = "M0" if n % 3 == 0 else f"M{n % 40}"
        experiment, member = f"e{n % 5}", f"r{n}i1p1f1"
        name = f"CMIP6.CMIP.I.{model}.{experiment}.{member}.Amon.tas.gn.v20200101"
        doc = {"id": f"{name}|node", "instance_id": name, "project": ["CMIP6"], "source_id": [model],
               "experiment_id": [experiment], "member_id": [member], "table_id": ["Amon"], "variable_id": ["tas"],
               "data_node": "node", "latest": True}  # fmt: skip
        found.append(doc | ({"institution_id": ["I"]} if n % 7 else {}))
    return found


def index(held: list[dict[str, Any]], *, window: int) -> Any:
    """An esg-search index that answers 400 beyond its window."""

    def fits(doc: Mapping[str, Any], query: Mapping[str, str]) -> bool:
        for name, text in query.items():
            values, negated = text.split(","), name.endswith("!")
            if name.rstrip("!").endswith("_id"):
                inside = bool(set(doc.get(name.rstrip("!"), ())) & set(values))
                if inside == negated:
                    return False
        return True

    async def answer(exchange: Exchange) -> None:
        query = exchange.query
        start, rows = int(query["offset"]), int(query["limit"])
        if start + rows > window and rows:
            await exchange.reply(400, b'{"detail": "beyond the window"}')
            return
        matching = [doc for doc in held if fits(doc, query)]
        counts: dict[str, list[Any]] = {}
        for name in filter(None, query.get("facets", "").split(",")):
            tally = Counter(
                v for doc in matching for v in (doc.get(name) if isinstance(doc.get(name), list) else ()) or ()
            )
            counts[name] = [part for pair in sorted(tally.items()) for part in pair]
        docs = matching[start : start + rows]
        body = {
            "response": {"numFound": len(matching), "start": start, "docs": docs},
            "facet_counts": {"facet_fields": counts},
        }
        await exchange.reply(body=json.dumps(body).encode())

    return answer


async def everything(folder: Path, one: Any, search: Search) -> Found:
    async with outside(folder, one) as world:
        return await world.search(search, source=one.id, deadline_s=60.0)


async def test_a_solr_search_beyond_the_window_is_parted_by_facets(server: FaultServer, tmp_path: Path) -> None:
    url = server.add("solr", index(records(3000), window=200))
    one = source("solr", url, kind="esgf-solr", family="esgf", limits=QUICK, options={"window": 200})
    found = await everything(tmp_path, one, Search(family="esgf", limit=5000, count=("experiment_id",)))
    assert len({item.id for item in found.items}) == 3000
    assert (report(found, "solr").state, report(found, "solr").matched, found.matched) == ("ok", 3000, 3000)
    assert found.facets == {"experiment_id": {f"e{n}": 600 for n in range(5)}}


async def test_records_without_the_facet_are_not_lost(server: FaultServer, tmp_path: Path) -> None:
    held = [
        {k: v for k, v in doc.items() if k in ("id", "instance_id", "project", "institution_id")}
        for doc in records(350)
    ]
    url = server.add("bare", index(held, window=320))
    one = source("bare", url, kind="esgf-solr", family="esgf", limits=QUICK, options={"window": 320})
    found = await everything(tmp_path, one, Search(family="esgf", limit=5000))
    assert (report(found, "bare").error, len(found.items)) == (None, 350)


async def test_what_no_facet_parts_is_cut_and_said(server: FaultServer, tmp_path: Path) -> None:
    held = [{"id": f"CMIP6.x{n}.v1|node", "project": ["CMIP6"]} for n in range(500)]
    url = server.add("plain", index(held, window=200))
    one = source("plain", url, kind="esgf-solr", family="esgf", limits=QUICK, options={"window": 200})
    found = await everything(tmp_path, one, Search(family="esgf", limit=5000))
    said = report(found, "plain")
    assert (len(found.items), said.state, said.matched, found.complete) == (200, "partial", 500, False)
    assert "no more than 200 of 500" in str(said.error)


async def test_a_globus_search_beyond_the_offsets_is_scrolled(server: FaultServer, tmp_path: Path) -> None:
    held = records(10_400)

    async def answer(exchange: Exchange) -> None:
        body = exchange.json
        start = int(body.get("marker") or body.get("offset", 0))
        assert exchange.path.endswith("/scroll") or start <= 9_999
        docs = held[start : start + body["limit"]]
        onward = {"marker": str(start + len(docs))} if start + len(docs) < len(held) else {}
        entries = [{"entries": [{"content": doc}]} for doc in docs]
        reply = {
            "gmeta": entries,
            "total": len(held),
            "offset": start,
            "count": len(docs),
            "has_next_page": bool(onward),
        }
        await exchange.reply(body=json.dumps(reply | onward).encode())

    limits = Limits(budget_s=30.0, rate_per_s=1e6, page_max=1000)
    one = source("globus", server.add("globus", answer), kind="esgf-globus", family="esgf", limits=limits)
    found = await everything(tmp_path, one, Search(family="esgf", limit=20_000))
    assert (len(found.items), report(found, "globus").state) == (10_400, "ok")


async def test_the_pages_of_a_known_number_are_asked_for_at_once(server: FaultServer, tmp_path: Path) -> None:
    slow, waiting, most = index(records(1000), window=10_000), 0, 0

    async def answer(exchange: Exchange) -> None:
        nonlocal waiting, most
        waiting += 1
        most = max(most, waiting)
        await asyncio.sleep(0.1)
        waiting -= 1
        await slow(exchange)

    one = source("solr", server.add("solr", answer), kind="esgf-solr", family="esgf", limits=QUICK)
    found = await everything(tmp_path, one, Search(family="esgf", limit=1000))
    assert (len(found.items), server.asked("solr"), most) == (1000, 10, 8)


@pytest.mark.parametrize("together", [1, 60])
async def test_an_odata_search_beyond_the_window_goes_on_in_time(
    server: FaultServer, tmp_path: Path, together: int
) -> None:
    """`together` products share each moment, so that the window ends among products of one moment."""
    held = [_product(n, second=n // together) for n in range(12_345)]

    async def answer(exchange: Exchange) -> None:
        skip, top = int(exchange.query["$skip"]), int(exchange.query["$top"])
        assert exchange.query["$orderby"] == "ContentDate/Start asc" and skip < 10_000
        since = re.search(r"Start ge (\S+)$", exchange.query["$filter"])
        left = [p for p in held if not since or p["ContentDate"]["Start"] >= since[1]]
        await exchange.reply(body=json.dumps({"value": left[skip : skip + top], "@odata.count": len(left)}).encode())

    limits = Limits(budget_s=60.0, rate_per_s=1e6, page_max=1000)
    one = source(
        "odata", server.add("odata", answer), kind="odata", limits=limits, collections={"sentinel-2-l2a": "S2"}
    )
    found = await everything(tmp_path, one, Search(family="eo", collections=("sentinel-2-l2a",), limit=20_000))
    said = report(found, "odata")
    assert (said.state, said.n, said.matched) == ("ok", 12_345, 12_345)
    assert len({item.properties["cdse:id"] for item in found.items}) == 12_345


def _product(n: int, *, second: int) -> dict[str, Any]:
    moment = (
        f"2020-01-{1 + second // 86400:02d}T{second // 3600 % 24:02d}:{second // 60 % 60:02d}:{second % 60:02d}.000Z"
    )
    return {"Id": f"uuid-{n}", "Name": f"PRODUCT_{n:06d}", "ContentDate": {"Start": moment, "End": moment}}


def test_time_is_halved_down_to_milliseconds() -> None:
    assert halved("2020-01-01T00:00:00Z", "2020-01-03T00:00:01Z") == (
        ("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"),
        ("2020-01-02T00:00:00Z", "2020-01-03T00:00:01Z"),
    )
    assert halved("2020-01-01T00:00:00Z", "2020-01-01T00:00:01Z") == (
        ("2020-01-01T00:00:00Z", "2020-01-01T00:00:00.500Z"),
        ("2020-01-01T00:00:00.500Z", "2020-01-01T00:00:01Z"),
    )
    assert halved("2020-01-01T00:00:00.500Z", "2020-01-01T00:00:00.501Z") is None


@pytest.mark.parametrize(("together", "n", "state"), [(1, 900, "ok"), (150, 900, "ok"), (900, 200, "partial")])
async def test_an_opensearch_beyond_the_window_is_parted_in_time(
    server: FaultServer, tmp_path: Path, together: int, n: int, state: str
) -> None:
    """`together` products share each moment; what no time parts is cut, and that is said."""
    instant = datetime.fromisoformat
    held = [_granule(i, second=i // together) for i in range(900)]

    async def answer(exchange: Exchange) -> None:
        start, count = int(exchange.query["si"]), int(exchange.query["c"])
        assert start + count <= 200, "the service ends here"
        since, until = (
            exchange.query.get(name, otherwise)
            for name, otherwise in (("dtstart", "2000-01-01T00:00:00Z"), ("dtend", "2050-01-01T00:00:00Z"))
        )
        left = [f for f in held if instant(since) <= instant(f["properties"]["date"][:24]) <= instant(until)]
        page = {"totalResults": len(left), "features": left[start : start + count]}
        await exchange.reply(body=json.dumps(page).encode())

    url = server.add("os", answer)
    one = source("os", url, kind="opensearch", limits=QUICK, options={"window": 200}, collections={"olci": "EO:1"})
    found = await everything(tmp_path, one, Search(family="eo", collections=("olci",), limit=5000))
    assert (len({i.id for i in found.items}), report(found, "os").state, report(found, "os").matched) == (n, state, 900)


def _granule(n: int, *, second: int) -> dict[str, Any]:
    moment = f"2020-01-01T00:{second // 60 % 60:02d}:{second % 60:02d}.500Z"
    return {"id": f"G{n:04d}", "properties": {"parentIdentifier": "EO:1", "date": f"{moment}/{moment}"}}


def stac_api(held: list[dict[str, Any]], *, window: int, is_told: bool = True) -> Any:
    """A STAC API, by POST and GET, that links to no page beyond its window; `is_told`: it counts what matches."""

    async def answer(exchange: Exchange) -> None:
        asked = exchange.json if exchange.method == "POST" else exchange.query
        start, limit, sort = int(exchange.query.get("offset", 0)), int(asked["limit"]), str(asked.get("sortby", ""))
        assert start < window
        since, _, until = asked.get("datetime", "../..").partition("/")
        left = [f for f in held if _is_within(f["properties"]["datetime"], since, until)]
        if "datetime" in sort:
            left.sort(key=lambda f: str(f["properties"]["datetime"]), reverse="desc" in sort or sort[0] == "-")
        page = left[start : start + limit]
        query = "" if exchange.method == "POST" else exchange.target.partition("?")[2].partition("&offset=")[0] + "&"
        url = f"http://{exchange.headers['host']}{exchange.path}?{query}offset={start + len(page)}"
        by = {"method": "POST", "merge": True, "body": {}} if exchange.method == "POST" else {}
        links = [{"rel": "next", "href": url, **by}] if start + len(page) < min(len(left), window) else []
        await exchange.reply(body=collection(page, links=links, matched=len(left) if is_told else None))

    return answer


def _is_within(moment: str, since: str, until: str) -> bool:
    return (since in ("", "..") or moment >= since) and (until in ("", "..") or moment <= until)


@pytest.mark.parametrize("quirks", [(), ("search:get",), ("no-sort",), ("search:get", "no-sort")])
@pytest.mark.parametrize("known", [True, False], ids=["window known", "window found out"])
async def test_a_stac_search_beyond_the_window_goes_on_in_time(
    server: FaultServer, tmp_path: Path, quirks: tuple[str, ...], known: bool
) -> None:
    """By POST and GET, in order of time or in none: sorted it goes on from the last moment, else by halves."""
    held = [feature(f"{n:04d}-x", day=1 + n % 28, cloud=n % 60) for n in range(500)]
    url = server.add("stac", stac_api(held, window=200))
    options = {"window": 200} if known else {}
    one = source("stac", url, limits=QUICK, quirks=quirks, options=options, collections={"sentinel-2-l2a": "x"})
    found = await everything(tmp_path, one, Search(family="eo", collections=("sentinel-2-l2a",), limit=5000))
    assert (len({i.id for i in found.items}), report(found, "stac").state, found.complete) == (500, "ok", True)
    assert report(found, "stac").matched == 500


@pytest.mark.parametrize("quirks", [(), ("search:get",)])
async def test_a_cursor_goes_beyond_the_window_too(
    server: FaultServer, tmp_path: Path, quirks: tuple[str, ...]
) -> None:
    held = [feature(f"{n:04d}-x", day=1 + n % 28, cloud=n % 60) for n in range(300)]
    url = server.add("stac", stac_api(held, window=100))
    one = source("stac", url, limits=QUICK, quirks=quirks, collections={"sentinel-2-l2a": "x"})
    seen = await walked(tmp_path, one, Search(family="eo", collections=("sentinel-2-l2a",), limit=50))
    assert len(seen) == len(set(seen)) == 300


async def test_what_no_time_parts_is_cut_and_said_by_a_stac_api(server: FaultServer, tmp_path: Path) -> None:
    held = [feature(f"{n:04d}-x", day=5) for n in range(300)]
    url = server.add("stac", stac_api(held, window=100))
    one = source("stac", url, limits=QUICK, quirks=("no-sort",), collections={"sentinel-2-l2a": "x"})
    found = await everything(tmp_path, one, Search(family="eo", collections=("sentinel-2-l2a",), limit=5000))
    said = report(found, "stac")
    assert (said.state, said.matched, found.complete) == ("partial", 300, False)
    assert "of 300 records" in str(said.error) and [c.code for c in found.caveats] == ["not_all_sources"]


async def walked(folder: Path, one: Any, search: Search) -> list[str]:
    """The ids of every page of a search, by its cursor."""
    async with outside(folder, one) as world:
        page = await world.page(search, source=one.id)
        seen = [item.id for item in page.items]
        while page.cursor:
            page = await world.resume(page.cursor)
            seen += [item.id for item in page.items]
    return seen


async def test_a_cursor_goes_beyond_the_window_of_an_opensearch(server: FaultServer, tmp_path: Path) -> None:
    instant = datetime.fromisoformat
    held = [_granule(i, second=i) for i in range(300)]

    async def answer(exchange: Exchange) -> None:
        start, count = int(exchange.query["si"]), int(exchange.query["c"])
        assert start + count <= 100, "the service ends here"
        since = exchange.query.get("dtstart", "2000-01-01T00:00:00Z")
        until = exchange.query.get("dtend", "2050-01-01T00:00:00Z")
        left = [f for f in held if instant(since) <= instant(f["properties"]["date"][:24]) <= instant(until)]
        page = {"totalResults": len(left), "features": left[start : start + count]}
        await exchange.reply(body=json.dumps(page).encode())

    url = server.add("os", answer)
    one = source("os", url, kind="opensearch", limits=QUICK, options={"window": 100}, collections={"olci": "EO:1"})
    seen = await walked(tmp_path, one, Search(family="eo", collections=("olci",), limit=50))
    assert len(seen) == len(set(seen)) == 300


async def test_a_cursor_goes_beyond_the_window_of_odata(server: FaultServer, tmp_path: Path) -> None:
    """In no order until the window ends, then read again in that of time."""
    held = [_product(n, second=n) for n in range(10_600)]

    async def answer(exchange: Exchange) -> None:
        skip, top = int(exchange.query["$skip"]), int(exchange.query["$top"])
        assert skip < 10_000
        since = re.search(r"Start ge (\S+)$", exchange.query["$filter"])
        left = [p for p in held if not since or p["ContentDate"]["Start"] >= since[1]]
        await exchange.reply(body=json.dumps({"value": left[skip : skip + top], "@odata.count": len(left)}).encode())

    limits = Limits(budget_s=60.0, rate_per_s=1e6, page_max=1000)
    url = server.add("odata", answer)
    one = source("odata", url, kind="odata", limits=limits, collections={"sentinel-2-l2a": "S2"})
    seen = await walked(tmp_path, one, Search(family="eo", collections=("sentinel-2-l2a",), limit=1000))
    assert len(seen) == len(set(seen)) == 10_600

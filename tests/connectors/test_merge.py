"""Copies become one: locations united, gaps filled, a single retraction enough, conflicts told."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connectors.extents import BBox, Interval
from connectors.items import Asset, Item, Link, Location
from connectors.merge import Contribution, largest, merge, unique_locations


def asset(node: str, *, key: str = "tas.nc", **fields: Any) -> Asset:
    return Asset(key=key, locations=(Location(href=f"https://{node}/{key}", node=node),), **fields)


def item(name: str = "d", *, assets: tuple[Asset, ...] = (), **fields: Any) -> Item:
    properties = {k: fields.pop(k) for k in tuple(fields) if k not in ("bbox", "interval", "links", "geometry")}
    return Item(id=name, collection="c", properties=properties, assets=assets, **fields)


def part(source: str, *items: Item) -> Contribution:
    return Contribution(source=source, items=items, key=lambda i: i.id)


def test_locations_of_one_file_are_united() -> None:
    one, two = item(assets=(asset("n1", checksum="sha256:a"),)), item(assets=(asset("n2", size=5),))
    (merged,) = merge([part("b", two), part("a", one)]).items
    (file,) = merged.assets
    assert [loc.node for loc in file.locations] == ["n1", "n2"]
    assert (file.checksum, file.size) == ("sha256:a", 5)
    assert merged.sources == ("a", "b")


def test_copies_within_one_source_are_one_item_too() -> None:
    (merged,) = merge([part("a", item(data_node=["n1"]), item(data_node=["n2"]))]).items
    assert merged.properties["data_node"] == ["n1", "n2"]
    assert merged.sources == ("a",)


def test_one_retraction_is_enough_and_one_newer_version_outdates() -> None:
    copies = [part("a", item(retracted=False, latest=True)), part("b", item(retracted=True, latest=False))]
    (merged,) = merge(copies).items
    assert merged.properties["retracted"] is True
    assert merged.properties["latest"] is False


def test_gaps_are_filled_from_the_other_copy() -> None:
    bare = item(pid=None)
    full = item(pid="hdl:1", bbox=BBox(west=0, south=0, east=1, north=1), interval=Interval(start="2000-01-01"))
    full_links = (Link(rel="cite-as", href="https://doi.org/1"),)
    (merged,) = merge([part("a", bare), part("b", item(links=full_links)), part("c", full)]).items
    assert merged.properties["pid"] == "hdl:1"
    assert (merged.bbox, merged.interval, merged.links) == (full.bbox, full.interval, full_links)


def test_files_of_one_name_that_differ_are_a_conflict_and_not_mixed() -> None:
    parts = [
        part("a", item(assets=(asset("n1", checksum="md5:1"),))),
        part("b", item(assets=(asset("n2", checksum="md5:2"),))),
    ]
    merged = merge(parts)
    assert [loc.node for loc in merged.items[0].assets[0].locations] == ["n1"]
    assert [(c.code, c.parameters) for c in merged.caveats] == [
        ("checksum_conflict", {"item": "d", "files": ["tas.nc"]})
    ]


def test_checksums_of_different_kinds_do_not_conflict() -> None:
    parts = [
        part("a", item(assets=(asset("n1", checksum="md5:1"),))),
        part("b", item(assets=(asset("n2", checksum="sha256:2"),))),
    ]
    assert merge(parts).caveats == ()


def test_another_file_under_the_same_key_is_kept_beside_it() -> None:
    jp2 = Asset(key="B04", locations=(Location(href="https://n1/B04.jp2"),))
    tif = Asset(key="B04", locations=(Location(href="https://n2/red.tif"),))
    (merged,) = merge([part("a", item(assets=(jp2,))), part("b", item(assets=(tif,)))]).items
    assert [a.key for a in merged.assets] == ["B04", "B04@b"]


def test_what_several_sources_rank_high_comes_first() -> None:
    a, b, c = item("a"), item("b"), item("c")
    assert [i.id for i in merge([part("x", a, b), part("y", b, c)]).items] == ["b", "a", "c"]


def test_an_asked_order_puts_unknowns_last() -> None:
    items = [item("a", cloud=30), item("b"), item("c", cloud=5), item("d", cloud="odd")]
    assert [i.id for i in merge([part("x", *items[:3])], sort="+cloud").items] == ["c", "a", "b"]
    assert [i.id for i in merge([part("x", *items)], sort="-cloud").items][-1] == "b"


names = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6)


@given(st.dictionaries(st.sampled_from("xyz"), names), st.randoms())
def test_the_result_does_not_depend_on_the_order_of_sources(found: dict[str, list[str]], random: Any) -> None:
    parts = [part(source, *(item(n) for n in ids)) for source, ids in found.items()]
    shuffled = list(parts)
    random.shuffle(shuffled)
    assert merge(parts) == merge(shuffled)
    assert {i.id for i in merge(parts).items} == {n for ids in found.values() for n in ids}


def test_counts_of_copies_are_not_added() -> None:
    assert largest([{"f": {"b": 1, "a": 2}}, {"f": {"a": 5}, "g": {"x": 1}}]) == {"f": {"a": 5, "b": 1}, "g": {"x": 1}}


def test_an_address_is_kept_once() -> None:
    one, two = Location(href="https://a", node="n"), Location(href="https://b")
    assert unique_locations((one, two, one)) == (one, two)

"""A million records of ten catalogues merged, in a process of its own: prints seconds of CPU and peak memory as JSON.

Half are datasets that five ESGF index nodes list, half scenes that five STAC catalogues list: 200,000 things, each five
times, named by the keys of the real connectors.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator

from connectors.eo.stac import StacConnector
from connectors.esgf.solr import SolrConnector
from connectors.extents import BBox, Interval
from connectors.items import Asset, Item, Location
from connectors.merge import Contribution, merge
from connectors.offers import Source

CATALOGUES = 5
BOX = BBox(west=1.0, south=2.0, east=3.0, north=4.0)


def contributions(things: int) -> Iterator[Contribution]:
    """What each of the ten catalogues lists: `things` datasets or scenes."""
    for number in range(CATALOGUES):
        node = f"node{number}.example"
        index = SolrConnector(source=_source(f"esgf-{number}", kind="esgf-solr", family="esgf"))
        datasets = tuple(_dataset(n, node=node, source=index.source.id) for n in range(things))
        yield Contribution(source=index.source.id, items=datasets, key=index.key)
        catalogue = StacConnector(source=_source(f"stac-{number}", kind="stac-api", family="eo"))
        scenes = tuple(_scene(n, node=node, source=catalogue.source.id) for n in range(things))
        yield Contribution(source=catalogue.source.id, items=scenes, key=catalogue.key)


def _source(name: str, *, kind: str, family: str) -> Source:
    return Source(id=name, title=name, kind=kind, family=family, url=f"https://{name}.example")


def _dataset(n: int, *, node: str, source: str) -> Item:
    instance = f"CMIP6.ScenarioMIP.I{n % 40}.M{n % 60}.ssp{n % 5}.r{n // 2000 + 1}i1p1f1.Amon.v{n % 2000}.gn.v20200101"
    properties = {"instance_id": instance, "data_node": [node], "latest": True, "retracted": False, "size": n}
    return Item(id=instance, collection="CMIP6", properties=properties, sources=(source,))


def _scene(n: int, *, node: str, source: str) -> Item:
    day = f"2020{n // 28 % 12 + 1:02d}{n % 28 + 1:02d}"
    tile = (
        f"{n // 336 % 60 + 1:02d}{'CDEFGHJKLMNPQRSTUVWX'[n // 20160 % 20]}{'ABCDEFGH'[n % 8]}{'JKLMNPQR'[n // 8 % 8]}"
    )
    name = f"S2A_MSIL2A_{day}T100000_N0500_R{n % 143 + 1:03d}_T{tile}_{day}T150000"
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    href = f"https://{node}/{name}/B04.tif"
    return Item(
        id=name,
        collection="sentinel-2-l2a",
        bbox=BOX,
        interval=Interval(start=date, end=date),
        properties={"datetime": f"{date}T10:00:00Z", "eo:cloud_cover": n % 100, "platform": "sentinel-2a"},
        assets=(Asset(key="B04", locations=(Location(href=href, node=node),)),),
        sources=(source,),
    )


def main(records: int) -> None:
    parts = tuple(contributions(records // (2 * CATALOGUES)))
    started = time.process_time()
    merged = merge(parts)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"seconds": seconds, "bytes": peak, "items": len(merged.items), "copies": _copies(merged.items)}))


def _copies(items: tuple[Item, ...]) -> int:
    return sum(len(item.sources) for item in items)


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""One search by one client of the field, timed in a process of its own; run by the Python of `.venv-peers`.

    python clients.py CLIENT WHAT ADDRESS…

CLIENT is eodag, esgf-pyclient, intake-esgf or pystac-client. WHAT is `few` (ten records of every address), `all` (whatever
there is at the one address). Prints JSON: the seconds and CPU seconds of the search, imports and construction apart, the
records, and how many of the addresses they came from.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

COLLECTION = "sentinel-2-l2a"
Search = Callable[[], tuple[int, int]]


def pystac_client(what: str, addresses: list[str]) -> Search:
    """As users do it who know threads: every catalogue opened and searched in a thread of its own."""
    library: Any = importlib.import_module("pystac_client")

    def one(address: str) -> int:
        try:
            size = {"limit": 250} if what == "all" else {"limit": 10, "max_items": 10}
            return len(list(library.Client.open(address).search(collections=[COLLECTION], **size).items()))
        except Exception as error:
            print(f"{address}: {error}", file=sys.stderr)
            return 0

    def search() -> tuple[int, int]:
        with ThreadPoolExecutor(len(addresses)) as pool:
            counts = list(pool.map(one, addresses))
        return sum(counts), sum(count > 0 for count in counts)

    return search


def eodag(what: str, addresses: list[str]) -> Search:
    """Its providers are asked one after another until one has something."""
    os.environ["EODAG_EXT_COLLECTIONS_CFG_FILE"] = ""
    library: Any = importlib.import_module("eodag")
    gateway = library.EODataAccessGateway()
    for n, address in reversed(list(enumerate(addresses))):
        told = {"type": "StacSearch", "api_endpoint": f"{address}/search", "discover_collections": {"fetch_url": None},
                "pagination": {"max_limit": 250}}  # fmt: skip
        gateway.add_provider(f"p{n}", url=address, search=told)

    def search() -> tuple[int, int]:
        if what == "all":
            found = gateway.search_all(collection=COLLECTION, limit=250)
        else:
            found = gateway.search(collection=COLLECTION, limit=10)
        return len(found), len({product.provider for product in found})

    return search


def esgf_pyclient(what: str, addresses: list[str]) -> Search:
    """One index after another."""
    library: Any = importlib.import_module("pyesgf.search")

    def search() -> tuple[int, int]:
        counts = []
        for address in addresses:
            try:
                connection = library.SearchConnection(f"{address}/esg-search", distrib=False, timeout=20)
                context = connection.new_context(project="CMIP6", facets="source_id")
                counts.append(len(list(context.search(batch_size=50))))
            except Exception as error:
                print(f"{address}: {error}", file=sys.stderr)
                counts.append(0)
        return sum(counts), sum(count > 0 for count in counts)

    return search


def intake_esgf(what: str, addresses: list[str]) -> Search:
    """All its indices at once; they are told by host, so the plain address is put in their place."""
    library: Any = importlib.import_module("intake_esgf")
    solr: Any = importlib.import_module("intake_esgf.core.solr")
    library.conf.set(no_indices=True, requests_cache={"expire_after": "DO_NOT_CACHE"}, break_on_error=False)
    catalog = library.ESGFCatalog.__new__(library.ESGFCatalog)
    library.conf["solr_indices"] = dict.fromkeys(addresses, True)
    catalog.__init__()
    for index, address in zip(catalog.indices, addresses, strict=True):
        assert isinstance(index, solr.SolrESGFIndex)
        index.url = address

    def search() -> tuple[int, int]:
        frame = catalog.search(project="CMIP6", variable_id="tas").df
        origins = {int(str(source)[1:]) // 10 for source in frame["source_id"]}
        return len(frame), len(addresses) if what == "all" else len(origins)

    return search


CLIENTS = {
    "eodag": eodag,
    "esgf-pyclient": esgf_pyclient,
    "intake-esgf": intake_esgf,
    "pystac-client": pystac_client,
}


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"HOME": home, "XDG_CACHE_HOME": str(Path(home) / "cache")}
        search = CLIENTS[sys.argv[1]](sys.argv[2], sys.argv[3:])
        started, cpu = time.perf_counter(), time.process_time()
        try:
            records, sources = search()
        except Exception as error:
            print(error, file=sys.stderr)
            records, sources = 0, 0
        taken = {"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}
        print(json.dumps(taken | {"records": records, "sources": sources}), flush=True)
        os._exit(0)  # a thread that waits for ever would keep the process


if __name__ == "__main__":
    main()

"""The best clients of the field beside ours, on the same catalogues in the same run: `make bench-peers` prints the ratios.

Wall time is shown; where a scenario is about work, CPU time. A client that has not ended after `PATIENCE_S` is stopped.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.bars import PEERS, Peer

pytestmark = pytest.mark.peers

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-peers" / "bin" / "python"
CLIENTS = Path(__file__).parent / "peers" / "clients.py"
PATIENCE_S = 60.0
OURS = "ours"
Figures = dict[str, Any]


@pytest.fixture(scope="module")
def catalogues() -> Iterator[str]:
    """The address of the loopback catalogues, in a process of their own."""
    if not PYTHON.exists():
        pytest.skip("the other clients are not installed: run `make bench-peers`, which needs a Python 3.12")
    command = [sys.executable, "-m", "tests.benchmarks.peers.loopback"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdin is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.stdin.close()


def measured(client: str, what: str, *addresses: str, kind: str = "stac-api") -> Figures:
    """One search by one client in a process of its own; a client that does not end has given nothing."""
    if client == OURS:
        command = [sys.executable, "-m", "tests.benchmarks.peers.ours", kind, what, *addresses]
    else:
        command = [str(PYTHON), str(CLIENTS), client, what, *addresses]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        return {"seconds": float("inf"), "cpu": float("inf"), "records": 0, "sources": 0}
    figures: Figures = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    return figures


def compare(
    benchmark: BenchmarkFixture,
    scenario: str,
    *addresses: str,
    peers: tuple[str, ...],
    what: str = "few",
    kind: str = "stac-api",
    by: str = "seconds",
    rounds: int = 3,
    fresh: bool = False,
) -> dict[str, Figures]:
    """Every client in turn, round by round; the best round of each is noted. `fresh`: addresses with a name each time."""
    seen: dict[str, list[Figures]] = {client: [] for client in (OURS, *peers)}

    def go() -> None:
        number = sum(map(len, seen.values()))
        for n, client in enumerate(seen):
            if any(figures["seconds"] == float("inf") for figures in seen[client]):
                continue  # what does not end is not waited for again
            own = [f"{address}-{number + n}" for address in addresses] if fresh else addresses
            seen[client].append(measured(client, what, *own, kind=kind))

    repeat: Any = benchmark.pedantic
    repeat(go, rounds=rounds, iterations=1)
    best = {client: min(rounds_, key=lambda f: float(f[by])) for client, rounds_ in seen.items()}
    mine = best[OURS]
    for client in peers:
        theirs = best[client]
        PEERS.append(
            Peer(
                scenario=scenario,
                ours=mine[by],
                peer=client,
                theirs=theirs[by],
                unit="s CPU" if by == "cpu" else "s",
                records=int(theirs["records"]),
                gave=f"{theirs['records']} records of {theirs['sources']} sources, ours {mine['records']} of {mine['sources']}",
            )
        )
    benchmark.extra_info |= {"ours": mine, "peers": {client: best[client] for client in peers}}
    return best


def test_five_stac_apis_at_300_ms(catalogues: str, benchmark: BenchmarkFixture) -> None:
    addresses = [f"{catalogues}/stac-{n}" for n in range(5)]
    best = compare(benchmark, "5 STAC APIs, 300 ms", *addresses, peers=("pystac-client", "eodag"))
    assert (best[OURS]["records"], best[OURS]["sources"]) == (50, 5)


def test_five_esgf_indexes_at_300_ms(catalogues: str, benchmark: BenchmarkFixture) -> None:
    addresses = [f"{catalogues}/solr-{n}" for n in range(5)]
    best = compare(
        benchmark, "5 ESGF indexes, 300 ms", *addresses, peers=("intake-esgf", "esgf-pyclient"), kind="esgf-solr"
    )
    assert (best[OURS]["records"], best[OURS]["sources"]) == (50, 5)


def test_one_silent_stac_api(catalogues: str, benchmark: BenchmarkFixture) -> None:
    addresses = [f"{catalogues}/silent-a", *(f"{catalogues}/stac-{n}" for n in range(4))]
    best = compare(benchmark, "1 of 5 STAC APIs silent", *addresses, peers=("pystac-client", "eodag"), rounds=1)
    assert (best[OURS]["records"], best[OURS]["sources"]) == (40, 4)
    _note_first(best, "1 of 5 STAC APIs silent: first records", peers=("pystac-client", "eodag"))


def test_one_silent_esgf_index(catalogues: str, benchmark: BenchmarkFixture) -> None:
    addresses = [f"{catalogues}/silent-b", *(f"{catalogues}/solr-{n}" for n in range(4))]
    peers = ("intake-esgf", "esgf-pyclient")
    best = compare(benchmark, "1 of 5 ESGF indexes silent", *addresses, peers=peers, kind="esgf-solr", rounds=1)
    assert (best[OURS]["records"], best[OURS]["sources"]) == (40, 4)
    _note_first(best, "1 of 5 ESGF indexes silent: first records", peers=peers)


def test_503_twice(catalogues: str, benchmark: BenchmarkFixture) -> None:
    address = f"{catalogues}/late-stac"
    best = compare(benchmark, "503 twice, then well", address, peers=("eodag", "pystac-client"), fresh=True)
    assert best[OURS]["records"] == 10


def test_a_thousand_stac_items(catalogues: str, benchmark: BenchmarkFixture) -> None:
    address = f"{catalogues}/many-stac"
    best = compare(
        benchmark, "1,000 STAC items", address, peers=("pystac-client", "eodag"), what="all", by="cpu", rounds=3
    )
    assert best[OURS]["records"] == best["pystac-client"]["records"] == 1000


def test_a_thousand_esgf_records(catalogues: str, benchmark: BenchmarkFixture) -> None:
    address = f"{catalogues}/many-solr"
    peers = ("esgf-pyclient", "intake-esgf")
    best = compare(
        benchmark, "1,000 ESGF records, 300 ms", address, peers=peers, what="all", kind="esgf-solr", rounds=1
    )
    assert best[OURS]["records"] == 1000


def _note_first(best: dict[str, Figures], scenario: str, *, peers: tuple[str, ...]) -> None:
    """The others give nothing before they end."""
    for client in peers:
        PEERS.append(
            Peer(
                scenario=scenario,
                ours=best[OURS]["first"],
                peer=client,
                theirs=best[client]["seconds"],
                unit="s",
                records=int(best[client]["records"]),
                gave="",
            )
        )

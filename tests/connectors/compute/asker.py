"""A process that asks a server for one thing through the runner, says so, and may be killed at any moment.

Arguments: address, job table, process, inputs as JSON, references (1: as links, 0: whole and repeatable).
"""

from __future__ import annotations

import asyncio
import functools
import json
import sys
import time
from pathlib import Path

from connectors.compute.following import Pace
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.ogcapi import OGCProcesses
from connectors.compute.runner import Runner
from connectors.engine.memory import Memory
from connectors.guard import Guard
from connectors.operations import Process
from connectors.source_files import address
from connectors.transport import Transport


def runner(url: str, table: Path, transport: Transport, *, ours: bool = False, settle_s: float = 1.0) -> Runner:
    """A runner over a server on loopback that looks often."""
    send = functools.partial(transport.send, budget_s=20.0)
    server = OGCProcesses(url=url, send=send, references=not ours, repeatable=ours)
    return Runner(
        server=server,
        table=JobTable(table, now=time.time),
        offered=Offered(server=server, address=url, memory=Memory(None), now=time.time),
        now=time.time,
        mode="async",
        settle_s=settle_s,
        pace=Pace(first_s=0.05, longest_s=0.1),
    )


async def ask(url: str, table: str, process: str, inputs: str, ours: str) -> None:
    transport = Transport(guard=Guard(registered=[address(url)]))
    driving = runner(url, Path(table), transport, ours=ours == "1")
    print("ready", flush=True)
    done = await driving.execute(Process(process_id=process, inputs=json.loads(inputs)), source="there")
    print(json.dumps({"outputs": sorted(done.outputs), "double": done.outputs.get("double")}), flush=True)
    await transport.aclose()


if __name__ == "__main__":
    asyncio.run(ask(*sys.argv[1:]))

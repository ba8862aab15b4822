"""What each step of a plan takes: questions of all kinds asked of the real conductor, a cache of its own each round.

python -m tests.benchmarks.step_times [ROUNDS]     prints the table of planners/measured.py anew, and the load it was taken under
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

import pytest

from conductor.ask import Conductor
from conductor.events import Planned, StepEnded
from conductor.question import Question
from conductor.results import Successful
from conductor.settings import from_environment
from connectors.compute.local import Execution, LocalProcesses, Results

ASKED_AT = "2026-11-25T12:00:00Z"
QUESTIONS = (
    "How much will the world warm by the end of the century under SSP2-4.5?",
    "Compare end-of-century global warming under SSP1-2.6 and SSP5-8.5",
    "When does the world cross 2 °C under SSP3-7.0?",
    "How fast has the world warmed since 1970?",
    "Température annuelle à Montréal dans les années 2050 selon le scénario A1B ?",
    "Map the change of temperature in North America by 2071-2099 under A1B",
    "How will temperature in Texas change by the 2050s under A1B?",
    "How much of Iowa is cropland?",
    "How cloudy was the Sentinel-2 scene west of Berlin on 16 February 2017?",
    "NDVI of the Sentinel-2 scene west of Berlin on 16 February 2017",
    "Find daily air temperature of MIROC6",
    "Temperature near the North Pole at 850 hPa in 2000",
    "simulate how the Fulda's floods change by 2050 under SSP5-8.5 with GR4J",
    "What was the ten-year flood of the Fulda?",
)


async def _asked(conductor: Conductor, text: str, found: dict[str, list[float]]) -> None:
    operations: dict[str, str] = {}
    async for event in conductor.stream(Question(text=text, asked_at=ASKED_AT)):
        if isinstance(event, Planned):
            operations = {s.id: f"{s.kind}:{s.operation}" for s in event.plan.steps}
        elif isinstance(event, StepEnded) and isinstance(event.result, Successful) and event.result.outcome is not None:
            name = operations[event.result.step]
            if name.startswith(("search:", "load:", "infer:")):
                found[name].append(event.result.seconds)


@contextmanager
def counted(found: dict[str, list[float]]) -> Iterator[None]:
    """Every process that is run here meanwhile, by the CPU seconds of its thread."""
    run: Callable[[LocalProcesses, Execution], Results] = LocalProcesses.run

    def timed(self: LocalProcesses, execution: Execution) -> Results:
        began = time.thread_time()
        results = run(self, execution)
        found[f"process:{execution.description.id}"].append(time.thread_time() - began)
        return results

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LocalProcesses, "run", timed)
        yield


def measured(questions: Sequence[str], rounds: int) -> Mapping[str, list[float]]:
    """Seconds of every step that ran to its end, by `kind:operation`."""
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as cache:
            settings = replace(from_environment(), online=False, cache_dir=Path(cache), deadline_s=300.0)
            conductor = Conductor.from_settings(settings)
            with counted(found):
                for text in questions:
                    asyncio.run(_asked(conductor, text, found))
            conductor.close()
    return found


def told(found: Mapping[str, Sequence[float]]) -> list[str]:
    """The lines of the table: median, 90th percentile, and how many runs."""
    lines = []
    for name, seconds in sorted(found.items()):
        tenths = quantiles(seconds, n=10, method="inclusive") if len(seconds) > 1 else [seconds[0]] * 9
        lines.append(f'    "{name}": ({tenths[4]:.2g}, {tenths[8]:.2g}, {len(seconds)}),')
    return lines


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print("\n".join(told(measured(QUESTIONS, int(sys.argv[1]) if len(sys.argv) > 1 else 3))))
    print(f"# load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")

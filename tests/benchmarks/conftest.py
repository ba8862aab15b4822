"""The report of `make bench`: every bar with the figure that was measured, under the benchmarks' own table."""

from __future__ import annotations

import pytest

from tests.benchmarks.bars import NOTED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the bars that were held."""
    if not NOTED:
        return
    terminalreporter.section("bars")
    wide = max(len(bar.name) for bar in NOTED)
    for bar in NOTED:
        verdict = "ok " if bar.measured <= bar.most else "OVER"
        figure = f"{bar.measured:9.3g} of {bar.most:g} {bar.unit}"
        terminalreporter.write_line(f"{verdict:4} {bar.name:{wide}} {figure:30} {bar.how}")

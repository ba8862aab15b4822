"""The report of `make bench` and `make bench-peers`: every bar and peer with the figures, under the benchmarks' own table."""

from __future__ import annotations

from math import isinf

import pytest

from tests.benchmarks.bars import NOTED, PEERS


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the bars that were held, and the peers that were measured beside ours."""
    if NOTED:
        _print_bars(terminalreporter)
    if PEERS:
        _print_peers(terminalreporter)


def _print_bars(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("bars")
    wide = max(len(bar.name) for bar in NOTED)
    for bar in NOTED:
        verdict = "ok " if bar.measured <= bar.most else "OVER"
        figure = f"{bar.measured:9.3g} of {bar.most:g} {bar.unit}"
        terminalreporter.write_line(f"{verdict:4} {bar.name:{wide}} {figure:30} {bar.how}")


def _print_peers(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("peers")
    wide = max(len(peer.scenario) for peer in PEERS)
    terminalreporter.write_line(f"{'scenario':{wide}} {'ours':>10} {'peer':>14} {'figure':>12} {'ratio':>8}")
    for peer in PEERS:
        figure = f"{peer.theirs:.3g} {peer.unit}" if peer.records else "failed"
        figure = "never ended" if isinf(peer.theirs) else figure
        ratio = f"{peer.theirs / peer.ours:.1f} x" if peer.records else ""
        mine = f"{peer.ours:.3g} {peer.unit}"
        terminalreporter.write_line(
            f"{peer.scenario:{wide}} {mine:>10} {peer.peer:>14} {figure:>12} {ratio:>8}  {peer.gave}".rstrip()
        )

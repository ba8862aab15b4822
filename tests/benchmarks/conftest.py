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
    wide = max(len(bar.how) for bar in NOTED)
    terminalreporter.write_line(f"{'':3} {'bar':{wide}} {'figure':>18} {'most':>8} {'load':>6}  test")
    for bar in NOTED:
        verdict = "ok" if bar.is_met else "--"
        figure = f"{bar.measured:.3g} {bar.unit}"
        terminalreporter.write_line(
            f"{verdict:3} {bar.how:{wide}} {figure:>18} {bar.most:>8g} {bar.load:>6.1f}  {bar.name}"
        )


def _print_peers(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("peers")
    wide = max(len(peer.scenario) for peer in PEERS)
    columns = f"{'ours':>12} {'peer':>14} {'figure':>14} {'ratio':>8} {'load':>6}"
    terminalreporter.write_line(f"{'scenario':{wide}} {columns}")
    for peer in PEERS:
        figure = f"{peer.theirs:.3g} {peer.unit}" if peer.records else "failed"
        figure = "never ended" if isinf(peer.theirs) else figure
        ratio = f"{peer.theirs / peer.ours:.1f} x" if peer.records else ""
        mine = f"{peer.ours:.3g} {peer.unit}"
        terminalreporter.write_line(
            f"{peer.scenario:{wide}} {mine:>12} {peer.peer:>14} {figure:>14} {ratio:>8} {peer.load:>6.1f}  {peer.gave}".rstrip()
        )

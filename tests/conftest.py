"""What every test shares: benchmarks are left out unless they are asked for, rather than reported as skipped."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect tests that measure, unless run by `make bench` (--benchmark-only)."""
    if config.getoption("--benchmark-only"):
        return
    measured = [item for item in items if "benchmark" in getattr(item, "fixturenames", ())]
    if measured:
        config.hook.pytest_deselected(items=measured)
        items[:] = [item for item in items if item not in measured]

"""A user's shell, and a server of jobs that it knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conductor.interfaces.cli.shell import Shell
from tests.connectors.compute.job_server import JobServer
from tests.connectors.embedded.serving import serving


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    (tmp_path / "sources.toml").write_text("format = 1\n")
    return Shell(folder=tmp_path)


@pytest.fixture
def server(shell: Shell) -> Iterator[JobServer]:
    running = JobServer(work_s=0.3)
    with serving(running.app()) as url:
        shell.knows("there", "ogcapi-processes", url)
        yield running

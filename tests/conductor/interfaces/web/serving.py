"""A `conductor serve` of our own in a process of its own, on a free port."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Yield the address; data stay in the machine's holdings, everything written goes to `folder`."""
    environment = {
        **os.environ,
        "CONDUCTOR_CACHE_DIR": str(folder / "cache"),
        "CONDUCTOR_CONFIG_DIR": str(folder / "config"),
    }
    command = [sys.executable, "-m", "conductor", "serve", "--port", "0", "--offline"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        try:
            line = process.stderr.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+", line)
            assert address, f"serve said {line!r}"
            yield address[0]
        finally:
            process.terminate()
            process.stderr.close()

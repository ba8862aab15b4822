"""The command in a folder of its own, with sources at addresses."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BIN = Path(sys.executable).with_name("conductor")


@dataclass
class Shell:
    """A user's folder with sources of kinds at addresses, and the command in it."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)

    def knows(self, name: str, kind: str, url: str, more: str = "") -> None:
        entry = f'[source.{name}]\ntitle = "{name}"\nkind = "{kind}"\nfamily = "compute"\nurl = "{url}"\n{more}\n'
        with (self.folder / "sources.toml").open("a") as file:
            file.write(entry)

    def __call__(self, *arguments: str, code: int = 0) -> str:
        done = self.begin(*arguments)
        out, complaints = done.communicate(timeout=60)
        assert done.returncode == code, complaints
        return out if code == 0 else complaints

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        names = {n: str(self.folder / n.lower()) for n in ("CACHE", "DATA")}
        own = {f"CONDUCTOR_{n}_DIR": path for n, path in names.items()} | {"CONDUCTOR_CONFIG_DIR": str(self.folder)}
        environ = {**os.environ, **own, **self.environ, "COLUMNS": "200"}
        pipe = subprocess.PIPE
        return subprocess.Popen([str(BIN), *arguments], env=environ, stdout=pipe, stderr=pipe, text=True)


def until(happened: Any) -> None:
    """Wait until something has happened; it must within half a minute."""
    end = time.monotonic() + 30
    while not happened() and time.monotonic() < end:
        time.sleep(0.05)
    assert happened()

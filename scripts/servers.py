"""Real servers that we did not write, in their own Python 3.12 environment `.venv-servers`.

    python scripts/servers.py --install            make the environment where it is missing
    python scripts/servers.py --install --start    start them on loopback for a person to try; Ctrl-C stops

Started: pygeoapi (OGC API – Processes, Features, Records) and stac-fastapi-static (STAC API over a catalog of real items).
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv-servers"
PYTHON = VENV / "bin" / "python"
WANTED = Path(__file__).with_name("servers.txt")
STAMP = VENV / ".installed"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="make the environment")
    parser.add_argument("--start", action="store_true", help="start the servers and wait for Ctrl-C")
    arguments = parser.parse_args()
    if arguments.install and not install():
        return 0
    if arguments.start:
        return start()
    return 0


def python312() -> str | None:
    """A Python 3.12 that runs: on the PATH, or among pyenv's; None where there is none."""
    candidates = [
        os.environ.get("SERVERS_PYTHON"),
        shutil.which("python3.12"),
        *map(str, sorted(Path.home().glob(".pyenv/versions/3.12*/bin/python3.12"))),
    ]
    for candidate in filter(None, candidates):
        if subprocess.run([candidate, "-c", "import venv"], capture_output=True).returncode == 0:
            return candidate
    return None


def install() -> bool:
    """Make the environment; False (and a clear line) where no Python 3.12 is to be had, so that the tests say it as skips."""
    wanted = hashlib.sha256(WANTED.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return True
    python = python312()
    if python is None:
        say(
            "MISSING: Python 3.12 was not found, so the real servers cannot run; install it or set SERVERS_PYTHON=/path/to/python3.12"
        )
        return False
    say("setting up the real servers (about a minute) …")
    subprocess.run([python, "-m", "venv", "--clear", str(VENV)], check=True)
    for what in (["--upgrade", "pip"], ["-r", str(WANTED)]):
        done = subprocess.run(
            [str(PYTHON), "-m", "pip", "install", "-q", "--no-input", *what], capture_output=True, text=True
        )
        if done.returncode:
            say(f"error: pip could not install the real servers:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
            sys.exit(1)
    STAMP.write_text(wanted)
    return True


def start() -> int:
    """Run all servers until Ctrl-C or a signal to end, which stops them too."""
    from tests.servers.programs import pygeoapi, stac_static

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        contextlib.suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory() as folder,
        pygeoapi(Path(folder)) as processes,
        stac_static(Path(folder)) as stac,
    ):
        say(f"pygeoapi      {processes}\nSTAC          {stac}\nCtrl-C stops them")
        while True:
            time.sleep(3600)
    return 0


def say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

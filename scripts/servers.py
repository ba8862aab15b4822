"""Real servers and clients that we did not write, in Python 3.12 environments of their own.

    python scripts/servers.py --install            make the environments where they are missing, all at once
    python scripts/servers.py --install --start    start the servers on loopback for a person to try; Ctrl-C stops
    python scripts/servers.py --install peers      make one of them

`.venv-servers` holds pygeoapi, stac-fastapi-static, stac-fastapi-geoparquet, pydap and moto (S3); `.venv-pgstac` stac-fastapi-pgstac, which
wants another stac-fastapi and a PostgreSQL with PostGIS; `.venv-peers` the clients that ours is measured against;
`.venv-openeo` the openEO driver and `.venv-titiler` titiler-openeo, which cap what the others need; `.venv-wps` Finch and
`.venv-emu` Emu, two WPS servers that want different versions of PyWPS; `.venv-csw` pycsw; `.venv-cwl` cwltool. `.venv-raven`
holds Raven, another WPS, and is made only where it is named: `python scripts/servers.py --install raven`.
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
ENVIRONMENTS = {
    "servers": (ROOT / ".venv-servers", Path(__file__).with_name("servers.txt")),
    "pgstac": (ROOT / ".venv-pgstac", Path(__file__).with_name("servers_pgstac.txt")),
    "peers": (ROOT / ".venv-peers", Path(__file__).with_name("peers.txt")),
    "openeo": (ROOT / ".venv-openeo", Path(__file__).with_name("servers_openeo.txt")),
    "titiler": (ROOT / ".venv-titiler", Path(__file__).with_name("servers_titiler.txt")),
    "wps": (ROOT / ".venv-wps", Path(__file__).with_name("servers_wps.txt")),
    "emu": (ROOT / ".venv-emu", Path(__file__).with_name("servers_emu.txt")),
    "csw": (ROOT / ".venv-csw", Path(__file__).with_name("servers_csw.txt")),
    "cwl": (ROOT / ".venv-cwl", Path(__file__).with_name("servers_cwl.txt")),
    "raven": (ROOT / ".venv-raven", Path(__file__).with_name("servers_raven.txt")),
}
WHERE_NAMED = ("raven",)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=[], metavar="environment", help=", ".join(ENVIRONMENTS))
    parser.add_argument("--install", action="store_true", help="make the environments")
    parser.add_argument("--start", action="store_true", help="start the servers and wait for Ctrl-C")
    arguments = parser.parse_args()
    if arguments.install and not install(arguments.names or [name for name in ENVIRONMENTS if name not in WHERE_NAMED]):
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


def install(names: list[str]) -> bool:
    """Make the environments; False (and a clear line) where no Python 3.12 is to be had, so that the tests say it as skips."""
    lacking = [name for name in names if not is_fresh(name)]
    if not lacking:
        return True
    python = python312()
    if python is None:
        say(
            "MISSING: Python 3.12 was not found, so the real servers cannot run; install it or set SERVERS_PYTHON=/path/to/python3.12"
        )
        return False
    say(f"setting up {', '.join(f'.venv-{name}' for name in lacking)} (a minute or two) …")
    running = {name: begin(name, python) for name in lacking}
    outputs = {name: process.communicate()[0] for name, process in running.items()}
    for name, process in running.items():
        if process.returncode:
            say(f"error: the environment {name!r} could not be filled:\n{outputs[name][-3000:]}")
            sys.exit(1)
        folder, wanted = ENVIRONMENTS[name]
        (folder / ".installed").write_text(fingerprint(wanted))
    return True


def begin(name: str, python: str) -> subprocess.Popen[str]:
    """Start to fill an environment: with uv, which unpacks several times faster, and with pip where uv cannot."""
    folder, wanted = ENVIRONMENTS[name]
    own = folder / "bin" / "python"
    steps = (
        f"'{python}' -m venv --clear '{folder}' && '{own}' -m pip install -q --no-input uv"
        f" && ('{own}' -m uv pip install -q --python '{own}' --compile-bytecode -r '{wanted}'"
        f" || ('{own}' -m pip install -q --upgrade pip && '{own}' -m pip install -q --no-input -r '{wanted}'))"
    )
    return subprocess.Popen(
        ["/bin/sh", "-c", steps], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    )


def is_fresh(name: str) -> bool:
    """Whether the environment was filled from the list as it now is."""
    folder, wanted = ENVIRONMENTS[name]
    stamp = folder / ".installed"
    return stamp.exists() and stamp.read_text() == fingerprint(wanted)


def fingerprint(wanted: Path) -> str:
    return hashlib.sha256(wanted.read_bytes()).hexdigest()


def start() -> int:
    """Run all servers until Ctrl-C or a signal to end, which stops them too."""
    from tests.servers.everything import servers

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt), tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as up:
        for title, opened in servers(Path(folder)):
            try:
                say(f"{title:24} {up.enter_context(opened)}")
            except RuntimeError as error:
                say(f"{title:24} not started: {error}")
        say("Ctrl-C stops them")
        while True:
            time.sleep(3600)
    return 0


def say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

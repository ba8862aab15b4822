"""Make the virtual environment `.venv` and fill it with the pinned packages, with one line of progress.

Needs nothing but Python 3.11 or newer:  python3 scripts/bootstrap.py [--extras dev,train]
Run again it does nothing where the environment already fits `pyproject.toml` and `constraints.txt`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
BAR = 32


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--extras", default="", help="extras of pyproject.toml, comma separated (dev, torch, train, llm)"
    )
    extras = parser.parse_args().extras
    if sys.version_info < (3, 11):
        return fail(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}; try: make PYTHON=python3.12 …")
    if is_fresh(extras):
        return 0
    if not PYTHON.exists():
        say("Making the virtual environment .venv …")
        venv.create(VENV, with_pip=True)
    return install(extras)


def fingerprint() -> str:
    """What the environment was made from; another text means another environment."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + (ROOT / "constraints.txt").read_bytes()).hexdigest()


def stamp(extras: str) -> Path:
    return VENV / f".installed-{extras.replace(',', '-') or 'base'}"


def is_fresh(extras: str) -> bool:
    mark = stamp(extras)
    return PYTHON.exists() and mark.exists() and mark.read_text() == fingerprint()


def install(extras: str) -> int:
    target = f".[{extras}]" if extras else "."
    pinned = ["-c", str(ROOT / "constraints.txt")]
    if {"torch", "train"} & set(extras.split(",")):  # first and alone, so that no other package pulls a CUDA build in
        steps = [["--upgrade", "pip"], [*pinned, "torch"], [*pinned, "-e", target]]
    else:
        steps = [["--upgrade", "pip"], [*pinned, "-e", target]]
    for number, arguments in enumerate(steps):
        if not run_pip(arguments, quiet=number + 1 < len(steps)):
            return 1
    stamp(extras).write_text(fingerprint())
    return 0


def run_pip(arguments: list[str], *, quiet: bool) -> bool:
    """Install, showing how many packages were fetched; pip's own words are kept for the day it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--progress-bar", "off", *arguments]
    expected = sum(1 for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line)
    log: list[str] = []
    fetched = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            log.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied", "Obtaining ")) and not quiet:
                fetched += 1
                draw(min(fetched, expected), expected, "fetching packages")
            elif line.startswith("Installing collected") and not quiet:
                draw(expected, expected, "installing (about a minute)")
    if process.returncode == 0:
        if not quiet and sys.stderr.isatty():
            sys.stderr.write("\r" + " " * (shutil.get_terminal_size().columns - 1) + "\r")
        return True
    fail("pip could not install the packages; its last words were:\n  " + "  ".join(log[-15:]))
    return False


def draw(done: int, whole: int, what: str) -> None:
    """One line that rewrites itself; without a terminal a line every quarter."""
    if sys.stderr.isatty():
        filled = BAR * done // max(1, whole)
        sys.stderr.write(f"\r  {'█' * filled}{'░' * (BAR - filled)} {done}/{whole} {what}   ")
        sys.stderr.flush()
    elif done == whole or done % max(1, whole // 4) == 0:
        say(f"  {done}/{whole} {what}")


def say(text: str) -> None:
    sys.stderr.write(text + "\n")


def fail(text: str) -> int:
    say(f"error: {text}")
    return 1


if __name__ == "__main__":
    sys.exit(main())

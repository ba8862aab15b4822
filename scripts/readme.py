"""Run the README: every `$ conductor …` of its console blocks, every Python block; compare or rewrite what they print.

python scripts/readme.py            say what differs
python scripts/readme.py --write    put the new output into the README
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
# What changes from run to run: ids of runs, seconds, counts of requests.
CHANGING = (
    (re.compile(r"r-[0-9a-f]{16}"), "r-0123456789abcdef"),
    (re.compile(r"\d+\.\d s, \d+ req"), "0.0 s, 0 req"),
    (re.compile(r"  \d+ +$", re.MULTILINE), ""),
)


def commands(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ conductor ")]


def run(command: str) -> str:
    """What a command prints on a screen of 100 columns, without colours."""
    words = shlex.split(command)
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "CONDUCTOR_ONLINE": "no"}
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    return "\n".join(line.rstrip() for line in (done.stdout + done.stderr).strip("\n").splitlines())


def rendered(block: str) -> str:
    """The block as it is printed now."""
    return "\n\n".join(f"$ {command}\n{run(command)}" for command in commands(block)) + "\n"


def steady(text: str) -> str:
    for pattern, standing in CHANGING:
        text = pattern.sub(standing, text)
    return text


def stale(text: str) -> list[str]:
    """The console blocks whose output has changed."""
    return [block for block in BLOCK.findall(text) if commands(block) and steady(rendered(block)) != steady(block)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="rewrite the README's blocks")
    text = README.read_text(encoding="utf-8")
    if not parser.parse_args().write:
        return len(stale(text))
    fresh = BLOCK.sub(lambda m: f"```console\n{rendered(m[1])}```" if commands(m[1]) else m[0], text)
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

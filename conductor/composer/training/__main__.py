"""`python -m conductor.composer.training`: train the tagger; seeded, on the processor or on an accelerator where there is one."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from conductor.composer.training.course import Course, quick, train
from conductor.composer.weights.files import FOLDER


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the files go")
    parser.add_argument("--quick", action="store_true", help="over few questions, to see that it works")
    parser.add_argument("--check", type=Path, action="append", default=[], help="a labelled set to measure on")
    options = parser.parse_args(arguments)
    begun = time.monotonic()

    def told(text: str) -> None:
        sys.stderr.write(f"{time.monotonic() - begun:6.0f} s  {text}\n")
        sys.stderr.flush()

    course = quick(Course()) if options.quick else Course()
    figures = train(course, folder=options.folder, checks=options.check, told=told)
    for name, score in figures["epochs"][-1].items():
        sys.stdout.write(f"{name:32} {score}\n")


if __name__ == "__main__":
    main()

"""Catalogue: a sorted table, every entry of which runs; indicators listed without waiting for xclim."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from connectors.compute import catalogue, processes
from connectors.errors import Refused


def test_the_table_is_sorted_and_holds_every_process() -> None:
    folder = Path(processes.__file__).parent
    assert list(catalogue.PROCESSES) == sorted(p.stem for p in folder.glob("[a-z]*.py"))


def test_ids_are_those_of_the_descriptions() -> None:
    assert [catalogue.description(name).id for name in catalogue.PROCESSES] == list(catalogue.PROCESSES)


def test_listing_waits_neither_for_xclim_nor_for_arrays() -> None:
    code = (
        "import sys; from connectors.compute import catalogue; n = len(list(catalogue.summaries()));"
        "print(n > 340, [m for m in ('xclim', 'xarray', 'scipy', 'regionmask') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True []\n"
    )


def test_an_unknown_process_is_refused_with_near_ones() -> None:
    with pytest.raises(Refused, match="near ones: trend"):
        catalogue.description("trends")

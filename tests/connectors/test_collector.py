"""The collector is left as it was found, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import gc

from connectors.collector import no_collection


def test_it_rests_and_goes_on_even_after_an_error() -> None:
    with contextlib.suppress(ValueError), no_collection():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

"""Every wording of a meaning, English or French, gives the slots that the meaning names."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from tests.conductor.composer import parity
from tests.conductor.composer.parity.meaning import Meaning, parted

_MODULES = sorted(
    module.name for module in pkgutil.iter_modules(parity.__path__) if not module.name.startswith("test_")
)
_FAMILIES = [(name, import_module(f"{parity.__name__}.{name}")) for name in _MODULES]
_MEANINGS = [
    pytest.param(one, id=f"{name}: {one.name}") for name, part in _FAMILIES for one in getattr(part, "MEANINGS", ())
]


@pytest.mark.parametrize("meaning", _MEANINGS)
def test_every_wording_of_a_meaning_means_it(meaning: Meaning) -> None:
    assert parted(meaning) == []

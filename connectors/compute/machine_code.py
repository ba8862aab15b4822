"""Machine code of numeric kernels: compiled by numba where it is installed, kept on disk where there is room for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def compiled(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """The kernel as machine code; as plain Python, slow and the same, where numba is not installed."""
    try:
        import numba
    except ImportError:
        return kernel
    try:
        kept: Callable[..., Any] = numba.njit(kernel, nogil=True, cache=True)
        return kept
    except RuntimeError:  # no folder to keep it in
        made: Callable[..., Any] = numba.njit(kernel, nogil=True)
        return made

"""Cluster: where the arrays of heavy steps are computed: in this process's threads, on workers started here, or on a Dask cluster.

Dask's graphs are the same everywhere, and so are the results. https://distributed.dask.org
"""

from __future__ import annotations

import contextlib
import importlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from connectors.errors import Unavailable, Unsupported

if TYPE_CHECKING:
    import xarray as xr

NONE, LOCAL = "none", "local"
SMALL_BYTES = 64 * 2**20  # lazy results up to here are computed at once, so that later steps do not compute them again
CONNECT_S = 10.0


@dataclass(slots=True, kw_only=True)
class Cluster:
    """`address` is `none`, `local` or a scheduler's (`tcp://host:8786`); it is reached when it is first needed."""

    address: str = NONE
    workers: int | None = None  # of a local cluster; none: one a core
    memory_limit: str = "auto"  # of each local worker; beyond it arrays are spilled to disk
    _client: Any = field(default=None, init=False)
    _owned: Any = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    @property
    def is_elsewhere(self) -> bool:
        """Whether arrays are sent to other processes."""
        return self.address not in ("", NONE)

    @contextlib.contextmanager
    def used(self) -> Iterator[None]:
        """Computations within, in this thread, go to the cluster; raises Unavailable where it does not answer."""
        if not self.is_elsewhere:
            yield
            return
        with self.client().as_current():
            try:
                yield
            except Exception as error:
                raise (_lost(self.address, error) or error) from error

    def client(self) -> Any:
        """The connection, made once."""
        with self._lock:
            if self._client is None:
                self._client = self._connected()
            return self._client

    def close(self) -> None:
        """Leave the cluster; workers that were started here end."""
        with self._lock:
            for held in (self._client, self._owned):
                if held is not None:
                    with contextlib.suppress(Exception):
                        held.close()
            self._client = self._owned = None

    def _connected(self) -> Any:
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise Unsupported(
                f"a cluster ({self.address!r}) needs Dask's scheduler; install it with: pip install 'earth-conductor[dask]'"
            ) from error
        if self.address == LOCAL:
            self._owned = distributed.LocalCluster(
                n_workers=self.workers or os.cpu_count() or 1, threads_per_worker=1, dashboard_address=None,
                memory_limit=self.memory_limit, silence_logs=40,
            )  # fmt: skip
        target = self.address if self._owned is None else self._owned
        try:
            client = distributed.Client(target, timeout=CONNECT_S, set_as_default=False)
            if (
                self._owned is not None
            ):  # each imports what tasks need (seconds) now, side by side, and not in its first task
                for address in client.scheduler_info(n_workers=-1)["workers"]:
                    distributed.fire_and_forget(client.submit(load, workers=[address], pure=False))
            return client
        except (OSError, TimeoutError, ValueError) as error:
            raise Unavailable(
                f"no Dask scheduler answers at {self.address!r}; start one (`dask scheduler`) or leave out --cluster",
                kind="connect",
            ) from error


def load() -> None:
    """Import what tasks of ours need; called in each worker as it starts."""
    for name in ("netCDF4", "xarray", "flox.xarray", "connectors.compute.apart"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def is_lazy(array: xr.DataArray) -> bool:
    """Whether the values are still to be computed."""
    return array.chunks is not None


def settled(arrays: tuple[xr.DataArray, ...]) -> tuple[xr.DataArray, ...]:
    """The arrays, computed all together where they are lazy and small."""
    lazy = [i for i, array in enumerate(arrays) if is_lazy(array)]
    if not lazy or sum(int(arrays[i].nbytes) for i in lazy) > SMALL_BYTES:
        return arrays
    dask: Any = importlib.import_module("dask")
    computed = dict(zip(lazy, dask.compute(*(arrays[i] for i in lazy)), strict=True))
    return tuple(computed.get(i, array) for i, array in enumerate(arrays))


def _lost(address: str, error: Exception) -> Exception | None:
    """The error of a cluster that broke down under a computation; None for an error of the computation itself."""
    from distributed.client import FutureCancelledError
    from distributed.comm.core import CommClosedError
    from distributed.scheduler import KilledWorker

    if isinstance(error, KilledWorker):
        return Unavailable(
            f"workers of {address!r} died on the same task again and again ({error}); give them more memory"
        )
    if isinstance(error, CommClosedError | FutureCancelledError):
        return Unavailable(f"the Dask scheduler at {address!r} went away ({error})", kind="connect")
    return None

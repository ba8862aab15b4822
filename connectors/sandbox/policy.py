"""Policy: what a reader of foreign files may do: limits of the system, and the confinement that this machine offers.

Landlock (Linux 5.13 on, https://docs.kernel.org/userspace-api/landlock.html) shuts out every file but the one that is
read; a network namespace of its own, else Landlock's rules for TCP, shuts out the network.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import struct
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PATH_BENEATH, _NO_NEW_PRIVILEGES, _VERSION = 1, 38, 1
_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # how many rights each version knows
_TCP, _SCOPES = 0b11, 0b11  # bind and connect; abstract sockets and signals
_NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one reading may take: bytes of memory beyond those of an idle reader, seconds of processor and of waiting."""

    memory: int = 3 * 2**29
    cpu_s: int = 60
    wall_s: float = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What holds here: `landlock` is its version (0: none); `namespace` whether readers have no network at all."""

    landlock: int = 0
    namespace: bool = False
    subprocess: bool = True

    @property
    def is_full(self) -> bool:
        return self.landlock > 0 and (self.namespace or self.landlock >= 4)

    def told(self) -> str:
        """One line for people."""
        if not self.subprocess:
            return "foreign files are read in this process: only the detection rules guard it on this system"
        files = "no file but the one read" if self.landlock else "all files of this user (no landlock here)"
        without_tcp = "no TCP" if self.landlock >= 4 else "the network (no namespaces here)"
        network = "no network" if self.namespace else without_tcp
        rest = "" if self.is_full else "; the detection rules alone guard the rest"
        return f"foreign files are read in a process of limits that sees {files} and {network}{rest}"


def ready() -> None:
    """Load what every reader needs to shut itself in, before readers are forked."""
    importlib.import_module("resource")
    code()
    _libc()


def isolate() -> bool:
    """Give this single-threaded process a network of its own with nothing in it; False where that is not allowed."""
    if not sys.platform.startswith("linux"):
        return False
    return bool(_libc().unshare(_NEW_USER | _NEW_NETWORK | _NEW_IPC) == 0)


def landlock() -> int:
    """The version of Landlock that the kernel offers; 0 where it offers none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, int(_libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))))


def restrict(limits: Limits) -> None:
    """Hold this process to the limits: it can write no file, leave no core, and open few files."""
    import resource

    told = ((resource.RLIMIT_CPU, limits.cpu_s), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, 64))  # fmt: skip
    for which, most in told:
        _lower(which, most)
    if sys.platform.startswith("linux"):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + limits.memory)


def confine(readable: Iterable[Path]) -> bool:
    """Let this process read those files and folders and the code of its libraries, for good; False where nothing does.

    Raises OSError where Landlock is there but fails: a reader that is not confined must not go on.
    """
    version = landlock()
    if not version:
        return False
    libc = _libc()
    rights = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    told = struct.pack("QQQ", rights, _TCP if version >= 4 else 0, _SCOPES if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = libc.syscall(_CREATE_RULESET, told, ctypes.c_size_t(size), ctypes.c_uint32(0))
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "Landlock cannot be set up")
    for path in (*readable, *code()):
        _allow(libc, ruleset, path)
    libc.prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))
    if libc.syscall(_RESTRICT_SELF, ruleset, ctypes.c_uint32(0)) != 0:
        raise OSError(ctypes.get_errno(), "Landlock cannot be switched on")
    os.close(ruleset)
    return True


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path) -> None:
    rights = _READ_FILE | _READ_DIR if path.is_dir() else _READ_FILE
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what cannot be opened is not read either
    try:
        rule = struct.pack("=Qi", rights, handle)
        if libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, ctypes.c_uint32(0)) != 0:
            raise OSError(ctypes.get_errno(), f"Landlock does not take {path.name!r}")
    finally:
        os.close(handle)


@lru_cache(maxsize=1)
def code() -> tuple[Path, ...]:
    """Where Python, its packages and our own modules lie: what a late import needs."""
    paths = sysconfig.get_paths()
    held = {paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    return (*(Path(path) for path in sorted(held)), Path(__file__).resolve().parents[1])


def _lower(which: int, most: int) -> None:
    import resource

    hard = resource.getrlimit(which)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(which, (most, most))


@lru_cache(maxsize=1)
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)

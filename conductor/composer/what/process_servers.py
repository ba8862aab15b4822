"""Process servers that a question names: by name ("with Finch at PAVICS"), or typed behind a process (`tg_mean@my-server`)."""

from __future__ import annotations

from conductor.composer.reading import Named
from connectors.vocabulary.patterns import Pattern

_TYPED = Pattern(r"(?<![\w@])([A-Za-z][\w.:-]*)@([A-Za-z0-9][\w-]*)(?![\w-]|\.\w)")  # with a dot it is a mail address
_AT = Pattern(r"(?<!\S)@([A-Za-z0-9][\w-]*\w)")
_ANY_CORRECTION = "adjust_bias"  # "correct the bias" beside a method named asks for that method
_COMPUTING = frozenset(  # of the servers that can be named those that run processes; the others hold data
    {"52north", "deegree", "finch", "flyingpigeon", "geoserver", "gnosis", "hummingbird", "openeo", "pavics", "pygeoapi",
     "raven", "rook", "weaver", "zoo"}
)  # fmt: skip


def addressed(named: Named, text: str) -> tuple[str, ...]:
    """The processes named, each with the server that is typed behind it or that is the only one named."""
    typed = {process.lower(): server for process, server in _TYPED.findall(text)}
    only = named.servers[0] if len(named.servers) == 1 else None
    corrected = any(name.endswith("_mapping") for name in named.processes)
    names = [name for name in named.processes if not (corrected and name == _ANY_CORRECTION)]
    found = [f"{n}@{server}" if (server := typed.pop(n.lower(), only)) and "@" not in n else n for n in names]
    return tuple(dict.fromkeys([*found, *(f"{process}@{server}" for process, server in typed.items())]))


def asked_of(named: Named, text: str) -> tuple[str, ...]:
    """The servers that are to compute, in the order said, the typed ones first."""
    typed = [server for _, server in _TYPED.findall(text)] + _AT.findall(text)
    others = [s for s in named.servers if s in _COMPUTING and not any(s in name.lower() for name in typed)]
    return tuple(dict.fromkeys([*typed, *others]))

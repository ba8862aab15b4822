"""The grammar of the ESGF Compute API: variables, domains and operations, written from processes as we plan them.

The dialects are those of the LLNL service (esgf-compute-api 2.3) and of NASA's EDAS; both servers are gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from connectors.compute import encoding
from connectors.errors import Refused, Unsupported
from connectors.items import JSON
from connectors.operations import Process

Dialect = Literal["llnl", "edas"]
GRAMMAR = ("variable", "domain", "operation")
# Ours: the verb, and the axes that it works along
_VERBS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "aggregate": ("aggregate", ()),
    "aggregate_spatial": ("mean", ("lat", "lon")),
    "aggregate_temporal": ("mean", ("time",)),
    "average": ("mean", ()),
    "filter_bbox": ("subset", ()),
    "filter_temporal": ("subset", ()),
    "load": ("subset", ()),
    "regrid": ("subset", ()),
    "resample_spatial": ("subset", ()),
}
_REGRIDS = ("regrid", "resample_spatial")
_PREFIX: Mapping[Dialect, str] = {"llnl": "CDAT.", "edas": "CDSpark."}
_EDAS: Mapping[str, str] = {"mean": "ave"}
_LETTERS: Mapping[str, str] = {"lat": "y", "lon": "x", "time": "t", "plev": "z"}
_KNOWN = ("data", "place", "bbox", "interval", "axes", "variable", "gridder", "reducer", "steps", "level")


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """What is sent: the identifier of the process and the three lists."""

    identifier: str
    variable: tuple[JSON, ...]
    domain: tuple[JSON, ...]
    operation: tuple[JSON, ...]

    def inputs(self) -> dict[str, JSON]:
        """The three lists by name."""
        return {"variable": list(self.variable), "domain": list(self.domain), "operation": list(self.operation)}


def identifier(process_id: str, dialect: Dialect) -> str:
    """The server's name of a process, ours or its own."""
    if "." in process_id:
        return process_id
    verb = _VERBS.get(process_id, (process_id, ()))[0]
    return _PREFIX[dialect] + (_EDAS.get(verb, verb) if dialect == "edas" else verb)


def documents(process: Process, *, dialect: Dialect = "llnl") -> Documents:
    """A process in the grammar: its own three lists as they are, or `data`, `bbox`, `interval`, `axes` and so on.

    `steps` is a list of processes, the first of which reads the data and each of which takes what the one before gives.
    Raises Refused for what the grammar has no word for.
    """
    told = {name: encoding.encode(value) for name, value in process.inputs.items() if value is not None}
    if set(told) & {"variable", "operation"} and isinstance(told.get("operation"), list):
        return _as_given(process, told, dialect)
    unknown = sorted(set(told) - set(_KNOWN))
    if unknown:
        raise Refused(f"the ESGF Compute API has no word for the input {unknown[0]!r} of {process.process_id!r}")
    variables = _variables(told, dialect)
    domain = _domain(told, dialect)
    steps = told.get("steps")
    chain = steps if isinstance(steps, list) and steps else [{**told, "process": process.process_id}]
    operations = _operations(chain, variables, domain, dialect)
    if isinstance(steps, list) and steps and dialect == "llnl":
        workflow = {"name": "CDAT.workflow", "result": "op-wf", "input": [operations[-1]["result"]]}
        operations = [*operations, workflow]
    name = str(operations[-1]["name"]) if len(chain) == 1 and not steps else _PREFIX[dialect] + "workflow"
    return Documents(
        identifier=name, variable=variables, domain=(domain,) if domain else (), operation=tuple(reversed(operations))
    )


def _as_given(process: Process, told: Mapping[str, JSON], dialect: Dialect) -> Documents:
    lists = {name: told.get(name) or [] for name in GRAMMAR}
    wrong = [name for name, value in lists.items() if not isinstance(value, list)]
    if wrong or not lists["variable"]:
        raise Refused(f"{process.process_id!r} takes lists of variable, domain and operation, got {sorted(told)}")
    return Documents(
        identifier=identifier(process.process_id, dialect), **{name: tuple(value) for name, value in lists.items()}
    )


def _variables(told: Mapping[str, JSON], dialect: Dialect) -> tuple[JSON, ...]:
    cubes = told.get("data")
    cubes = cubes if isinstance(cubes, list) else [cubes]
    hrefs = [str(h) for c in cubes if isinstance(c, Mapping) for h in (c.get("hrefs") or [c.get("href")]) if h]
    named = str(told.get("variable") or "") or _named(cubes)
    if not hrefs or not named:
        raise Refused("the ESGF Compute API wants `data` by address and the name of its `variable` (such as tas)")
    joint = ":" if dialect == "edas" else "|"
    key = "name" if dialect == "edas" else "id"
    return tuple({"uri": href, key: f"{named}{joint}v{number}"} for number, href in enumerate(hrefs))


def _named(cubes: Sequence[JSON]) -> str:
    properties = [c.get("properties") for c in cubes if isinstance(c, Mapping)]
    return next((str(p["variable_id"]) for p in properties if isinstance(p, Mapping) and p.get("variable_id")), "")


def _domain(told: Mapping[str, JSON], dialect: Dialect) -> dict[str, JSON]:
    place = told.get("place")
    box = told.get("bbox") or (place.get("bbox") if isinstance(place, Mapping) else None)
    axes: dict[str, JSON] = {}
    if box:
        west, south, east, north = (_number(value) for value in box)
        east += 360 if west > east else 0  # an axis of values runs on past 180°
        axes |= {"lat": _axis(south, north, "values", dialect), "lon": _axis(west, east, "values", dialect)}
    if told.get("level") is not None:
        axes["plev"] = _axis(_number(told["level"]), _number(told["level"]), "values", dialect)
    interval = told.get("interval")
    if interval:
        axes["time"] = _axis(str(interval[0]), str(interval[1]), "timestamps", dialect)
    key = "name" if dialect == "edas" else "id"
    return {key: "d0", **axes} if axes else {}


def _axis(start: JSON, end: JSON, crs: str, dialect: Dialect) -> dict[str, JSON]:
    if dialect == "edas":
        return {"start": start, "end": end, "system": crs}
    return {"start": start, "end": end, "step": 1, "crs": crs}


def _number(value: JSON) -> float | int:
    number = float(value)
    return int(number) if number.is_integer() else number


def _operations(
    chain: Sequence[Mapping[str, Any]], variables: tuple[JSON, ...], domain: Mapping[str, JSON], dialect: Dialect
) -> list[dict[str, JSON]]:
    """The operations in the order in which they are done; the domain goes to the first."""
    found: list[dict[str, JSON]] = []
    for step in chain:
        process_id = str(step.get("process") or "")
        if not process_id:
            raise Refused(f"a step names no process: {dict(step)!r}")
        short = process_id.rpartition(".")[2]
        verb, along = _VERBS.get(process_id, (short, ()))
        reducer = str(step.get("reducer") or "")
        verb = reducer if reducer and verb == "mean" else verb
        result = f"op-{'regrid' if step.get('gridder') else verb}"
        operation: dict[str, JSON] = {
            "name": identifier(process_id if "." in process_id else verb, dialect),
            "result": result,
        }
        if any(done["result"] == result for done in found):
            operation["result"] = f"{result}-{len(found)}"
        if domain and not found:
            operation["domain"] = "d0"
        operation["input"] = [found[-1]["result"]] if found else [f"v{n}" for n in range(len(variables))]
        axes = _axes(step.get("axes"), along, dialect)
        operation |= ({"axes": axes} if axes else {}) | ({"gridder": step["gridder"]} if step.get("gridder") else {})
        if process_id in _REGRIDS and not step.get("gridder"):
            raise Unsupported(
                f"{process_id!r} wants a gridder ({{'tool', 'method', 'grid'}}) at an ESGF Compute service"
            )
        found.append(operation)
    return found


def _axes(given: JSON, along: tuple[str, ...], dialect: Dialect) -> str:
    names = given.split("|") if isinstance(given, str) else list(given or along)
    if dialect == "edas":
        return "".join(_LETTERS.get(str(name), str(name)) for name in sorted(names, key=lambda n: _LETTERS.get(n, n)))
    return "|".join(map(str, names))

"""An OPeNDAP server in miniature: DAP 2.0 over one NetCDF file, as THREDDS and Hyrax write it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import netCDF4
import numpy as np

from tests.connectors.fault_server import Behaviour, Exchange

_KINDS = {"f4": ("Float32", ">f4"), "f8": ("Float64", ">f8"), "i4": ("Int32", ">i4"), "i2": ("Int16", ">i4")}


def opendap(path: Path) -> Behaviour:
    """The behaviour: `NAME.dds`, `NAME.das`, `NAME.dods?variable[start:stride:stop]…`."""

    async def answer(exchange: Exchange) -> None:
        with netCDF4.Dataset(path) as file:
            file.set_auto_maskandscale(False)
            if exchange.path.endswith(".dds"):
                body = _dds([_grid(v, v.shape) if _is_grid(v) else _array(v, v.shape) for v in file.variables.values()])
            elif exchange.path.endswith(".das"):
                body = _das(file)
            elif exchange.path.endswith(".dods"):
                body = _dods(file, unquote(exchange.target.partition("?")[2]))
            else:
                await exchange.reply(404, b'Error { code = 404; message = "no such dataset"; };', type="text/plain")
                return
        await exchange.reply(body=body, type="application/octet-stream")

    return answer


def _is_grid(variable: netCDF4.Variable[Any]) -> bool:
    """An array is a grid where each of its dimensions has a coordinate."""
    return variable.ndim > 1 and all(d in variable.group().variables for d in variable.dimensions)


def _dds(parts: list[str]) -> bytes:
    return ("Dataset {\n" + "".join(f"    {part}\n" for part in parts) + "} some%2fpath;\n").encode()


def _array(variable: netCDF4.Variable[Any], shape: tuple[int, ...]) -> str:
    kind = _KINDS[variable.dtype.str[1:]][0]
    sizes = "".join(f"[{d} = {n}]" for d, n in zip(variable.dimensions, shape, strict=True))
    return f"{kind} {variable.name}{sizes};"


def _grid(variable: netCDF4.Variable[Any], shape: tuple[int, ...]) -> str:
    maps = "".join(f"Float64 {d}[{d} = {n}]; " for d, n in zip(variable.dimensions, shape, strict=True))
    return f"Grid {{ ARRAY: {_array(variable, shape)} MAPS: {maps}}} {variable.name};"


def _das(file: netCDF4.Dataset) -> bytes:
    lines = ["Attributes {"]
    for name, variable in file.variables.items():
        lines += [f"    {name} {{", *(_attribute(k, variable.getncattr(k)) for k in variable.ncattrs()), "    }"]
    lines += ["    NC_GLOBAL {", *(_attribute(k, file.getncattr(k)) for k in file.ncattrs()), "    }", "}"]
    return "\n".join(lines).encode()


def _attribute(name: str, value: object) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'        String {name} "{escaped}";'
    values = ", ".join(str(v) for v in np.atleast_1d(np.asarray(value)))
    return f"        {_KINDS[np.asarray(value).dtype.str[1:]][0]} {name} {values};"


def _dods(file: netCDF4.Dataset, constraint: str) -> bytes:
    name = constraint.partition("[")[0]
    variable = file.variables[name]
    spans = [(int(a), int(c)) for a, _, c in re.findall(r"\[(\d+):(\d+):(\d+)\]", constraint)]
    values = variable[tuple(slice(a, c + 1) for a, c in spans) or ...]
    wire = _KINDS[variable.dtype.str[1:]][1]
    count = np.array([values.size] * 2, ">u4").tobytes() if variable.ndim else b""
    body = count + np.ascontiguousarray(values).astype(wire).tobytes()
    if not _is_grid(variable):
        return _dds([_array(variable, values.shape)]) + b"\nData:\n" + body
    for dimension, (a, c) in zip(variable.dimensions, spans, strict=True):
        axis = np.asarray(file.variables[dimension][a : c + 1])
        body += np.array([axis.size] * 2, ">u4").tobytes() + axis.astype(">f8").tobytes()
    return _dds([_grid(variable, values.shape)]) + b"\nData:\n" + body

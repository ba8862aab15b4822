"""OPeNDAP: DAP 2.0 (NASA ESE-RFC-004) read through the engine's own requests: `.dds`, `.das` and `.dods` of one dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import numpy as np

from connectors.arrays.base import Array, Described, Get, Region, Variable
from connectors.errors import BadReply
from connectors.items import JSON

_TYPES = {"byte": "u1", "int16": "i2", "uint16": "u2", "int32": "i4", "uint32": "u4", "float32": "f4", "float64": "f8",
          "string": "S", "url": "S"}  # fmt: skip
_ON_THE_WIRE = {"u1": "u1", "i2": ">i4", "u2": ">u4", "i4": ">i4", "u4": ">u4", "f4": ">f4", "f8": ">f8"}
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\];:=,]|[^\s{}\[\];:=,"]+')
_MARK = re.compile(rb"\nData:\r?\n")
_MOST_TOKENS = 200_000


class Opendap:
    """Reads the dataset at `url`, the address without `.html` and other suffixes."""

    def __init__(self, url: str, *, get: Get) -> None:
        self._url = re.sub(r"\.(html|dds|das|dods|ascii)$", "", url.partition("?")[0])
        self._get = get

    async def describe(self) -> Described:
        variables = read_dds(_text(await self._get(f"{self._url}.dds"), self._url))
        attributes = read_das(_text(await self._get(f"{self._url}.das"), self._url))
        own = {n: _with(v, attributes.get(n, {})) for n, v in variables.items()}
        globals_ = next((attributes[n] for n in attributes if n.upper() in ("NC_GLOBAL", "GLOBAL")), {})
        return Described(variables=own, attributes=globals_)

    async def read(self, variable: Variable, region: Region) -> Array:
        hyperslab = "".join(f"[{part.start}:1:{part.stop - 1}]" for part in region)
        body = await self._get(f"{self._url}.dods?{quote(variable.name + hyperslab, safe=':,')}")
        return read_dods(body, variable.name, where=self._url)


def read_dds(text: str) -> dict[str, Variable]:
    """The arrays that a dataset descriptor declares, those of grids by the grid's name; raises BadReply."""
    tokens = _tokens(text)
    found: dict[str, Variable] = {}
    try:
        if next(tokens).lower() != "dataset" or next(tokens) != "{":
            raise BadReply("an OPeNDAP server sent something else than a dataset descriptor", kind="bad_payload")
        while (kind := next(tokens)) != "}":
            _declared(kind, tokens, found)
    except (StopIteration, RuntimeError, ValueError) as error:
        raise BadReply(f"an OPeNDAP server sent a broken dataset descriptor ({error})", kind="bad_payload") from error
    return found


def read_das(text: str) -> dict[str, dict[str, JSON]]:
    """The attributes of each variable, those of inner containers left out; raises BadReply."""
    tokens = _tokens(text)
    found: dict[str, dict[str, JSON]] = {}
    try:
        if next(tokens).lower() != "attributes" or next(tokens) != "{":
            raise BadReply("an OPeNDAP server sent something else than attributes", kind="bad_payload")
        while (name := next(tokens)) != "}":
            if (after := next(tokens)) == "{":
                found[name] = _container(tokens)
            elif name.lower() in _TYPES:  # pydap writes what is said of the whole outside any container
                found.setdefault("NC_GLOBAL", {})[after] = _values(name, tokens)
            else:
                raise ValueError(f"{name!r} is no container")
    except (StopIteration, RuntimeError, ValueError) as error:
        raise BadReply(f"an OPeNDAP server sent broken attributes ({error})", kind="bad_payload") from error
    return found


def read_dods(body: bytes, name: str, *, where: str) -> Array:
    """The values of one array in a data response; raises BadReply where it is short or of another variable."""
    mark = _MARK.search(body)
    if mark is None:
        raise BadReply(f"{where} sent no OPeNDAP data ({_text(body[:120], where)!r})", kind="bad_payload")
    variable = read_dds(_text(body[: mark.start()], where)).get(name)
    if variable is None:
        raise BadReply(f"{where} sent another variable than {name!r}", kind="bad_payload")
    count = int(np.prod(variable.shape, dtype=np.int64)) if variable.shape else 1
    start = mark.end()
    try:
        if variable.shape:
            first, second = np.frombuffer(body, ">u4", 2, start) if variable.dtype != "S" else (count, count)
            if {int(first), int(second)} != {count}:
                raise ValueError(f"{int(first)} values announced, {count} declared")
            start += 8 if variable.dtype != "S" else 4
        if variable.dtype == "S":
            return np.array(list(_strings(body, start, count)), dtype=object).reshape(variable.shape)
        values = np.frombuffer(body, _ON_THE_WIRE[variable.dtype], count, start)
    except ValueError as error:
        raise BadReply(f"{where} sent less of {name!r} than it announced ({error})", kind="bad_payload") from error
    return values.astype(variable.dtype).reshape(variable.shape)


def _strings(body: bytes, start: int, count: int) -> Iterator[str]:
    for _ in range(count):
        length = int(np.frombuffer(body, ">u4", 1, start)[0])
        yield body[start + 4 : start + 4 + length].decode("utf-8", "replace")
        start += 4 + length + (-length % 4)


def _declared(kind: str, tokens: Iterator[str], found: dict[str, Variable]) -> None:
    """One declaration: an array, a grid (its array, under the grid's name), or a structure, whose arrays are passed over."""
    lower = kind.lower()
    if lower in _TYPES:
        variable = _array(lower, tokens)
        found.setdefault(variable.name, variable)
        return
    if next(tokens) != "{":
        raise ValueError(f"{kind!r} is no type")
    inner: dict[str, Variable] = {}
    while (part := next(tokens)) != "}":
        if part.lower() in ("array", "maps") and lower == "grid":
            if next(tokens) != ":":
                raise ValueError("a grid without parts")
            continue
        _declared(part, tokens, inner)
    name = next(tokens)
    while next(tokens) != ";":
        pass
    if lower == "grid" and inner:
        array, *maps = inner.values()
        found[name] = Variable(name=name, dimensions=array.dimensions, shape=array.shape, dtype=array.dtype)
        for variable in maps:
            found.setdefault(variable.name, variable)


def _array(kind: str, tokens: Iterator[str]) -> Variable:
    name = next(tokens)
    dimensions: list[str] = []
    shape: list[int] = []
    while (token := next(tokens)) != ";":
        if token == "[":
            label = next(tokens)
            if (after := next(tokens)) == "=":
                size = int(next(tokens))
                after = next(tokens)
            else:
                size, label = int(label), f"{name}_{len(shape)}"
            if after != "]":
                raise ValueError(f"{name!r} has an unreadable dimension")
            dimensions.append(label)
            shape.append(size)
    return Variable(name=name, dimensions=tuple(dimensions), shape=tuple(shape), dtype=_TYPES[kind])


def _container(tokens: Iterator[str]) -> dict[str, JSON]:
    found: dict[str, JSON] = {}
    while (kind := next(tokens)) != "}":
        name = next(tokens)
        if name == "{":
            _container(tokens)
            continue
        found[name] = _values(kind, tokens)
    return found


def _values(kind: str, tokens: Iterator[str]) -> JSON:
    values: list[Any] = []
    while (token := next(tokens)) != ";":
        if token != ",":
            values.append(_value(kind, token))
    return values[0] if len(values) == 1 else values


def _value(kind: str, token: str) -> JSON:
    text = re.sub(r"\\(.)", r"\1", token[1:-1]) if token.startswith('"') else token
    dtype = _TYPES.get(kind.lower(), "S")
    if dtype == "S":
        return text
    return float(text) if dtype.startswith("f") else int(float(text))


def _tokens(text: str) -> Iterator[str]:
    for count, match in enumerate(_TOKEN.finditer(text)):
        if count > _MOST_TOKENS:
            raise BadReply("an OPeNDAP server sent a description without end", kind="too_large")
        yield match[0]


def _with(variable: Variable, attributes: Mapping[str, JSON]) -> Variable:
    return Variable(
        name=variable.name,
        dimensions=variable.dimensions,
        shape=variable.shape,
        dtype=variable.dtype,
        attributes=attributes,
    )


def _text(body: bytes, where: str) -> str:
    if body.lstrip()[:7].lower() == b"error {":
        message = re.search(rb'message\s*=\s*"([^"]*)"', body)
        raise BadReply(f"{where} answered: {message[1].decode('utf-8', 'replace') if message else 'an error'}")
    return body.decode("utf-8", "replace")

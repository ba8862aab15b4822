"""Description: what a process is called, takes and gives, as OGC API – Processes writes it; and reading its inputs.

https://docs.ogc.org/is/18-062r2/18-062r2.html, section 7.10. Input types are pydantic's: schema and check come from one.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter, ValidationError

from connectors.compute.encoding import encode
from connectors.errors import Refused
from connectors.items import JSON

if TYPE_CHECKING:
    from connectors.compute.fields import Computed

VERSION = "1.0.0"
REQUIRED: Any = object()
Language = Literal["en", "fr"]
OutputKind = Literal["cube", "value", "series", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input: its pydantic type, its words, its default (none: required)."""

    type: Any
    title: str
    title_fr: str = ""
    default: Any = REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One output: what kind of result it is."""

    kind: OutputKind
    title: str
    title_fr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A process declared apart from its function, which `run` is; `inputs` are the function's keywords, `data` first."""

    id: str
    title: str
    title_fr: str
    description: str
    description_fr: str = ""
    inputs: Mapping[str, Input]
    outputs: Mapping[str, Output]
    run: Callable[..., Computed]
    keywords: tuple[str, ...] = ()

    def summary(self, language: Language = "en") -> dict[str, JSON]:
        """The entry in the list of processes."""
        french = language == "fr"
        return {
            "id": self.id,
            "title": self.title_fr if french and self.title_fr else self.title,
            "description": self.description_fr if french and self.description_fr else self.description,
            "version": VERSION,
            "keywords": list(self.keywords),
            "jobControlOptions": ["sync-execute", "async-execute", "dismiss"],
            "outputTransmission": ["value"],
        }

    def to_dict(self, language: Language = "en") -> dict[str, JSON]:
        """The whole process description."""
        return self.summary(language) | {
            "inputs": {name: _input(entry, language) for name, entry in self.inputs.items()},
            "outputs": {name: _output(entry, language) for name, entry in self.outputs.items()},
        }

    def read(self, given: Mapping[str, JSON]) -> dict[str, Any]:
        """The inputs as objects, defaults filled in; raises Refused with what is wrong and what is right."""
        for name in given:
            if name not in self.inputs:
                near = difflib.get_close_matches(name, self.inputs, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"it takes {', '.join(self.inputs)}"
                raise Refused(f"process {self.id!r} has no input {name!r}; {hint}")
        return {name: self._one(name, entry, given.get(name, REQUIRED)) for name, entry in self.inputs.items()}

    def _one(self, name: str, entry: Input, value: JSON) -> Any:
        if value is REQUIRED or (value is None and entry.default is not REQUIRED):
            if entry.default is REQUIRED:
                raise Refused(f"process {self.id!r} needs the input {name!r} ({entry.title.lower()})")
            return entry.default
        try:
            return _adapter(entry.type).validate_python(_unqualified(value))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(str(part) for part in (name, *first["loc"]))
            raise Refused(
                f"process {self.id!r}, input {where!r}: {first['msg'].removeprefix('Value error, ')}; got {first['input']!r:.200}"
            ) from error


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _unqualified(value: JSON) -> JSON:
    """A value without OGC's wrapping (`{"value": …}`), also inside a list."""
    if isinstance(value, list | tuple):
        return [_unqualified(v) for v in value]
    if (
        isinstance(value, Mapping)
        and "value" in value
        and set(value) <= {"value", "mediaType", "format", "schema", "encoding"}
    ):
        return _unqualified(value["value"])
    return value


def _input(entry: Input, language: Language) -> dict[str, JSON]:
    schema = _adapter(entry.type).json_schema(mode="validation")
    document = {"title": entry.title_fr if language == "fr" and entry.title_fr else entry.title, "schema": schema}
    if entry.default is REQUIRED:
        return document | {"minOccurs": 1}
    if entry.default is not None:
        schema["default"] = encode(entry.default)
    return document | {"minOccurs": 0}


_OUTPUT_SCHEMAS: Mapping[str, JSON] = {
    "cube": {
        "type": "object",
        "required": ["hrefs"],
        "properties": {"hrefs": {"type": "array", "items": {"type": "string"}}},
    },
    "value": {"type": "object", "required": ["value", "units"], "properties": {"value": {"type": "number"}}},
    "series": {"type": "object", "required": ["x", "y", "units"], "properties": {"x": {"type": "array"}}},
    "table": {"type": "object", "required": ["columns", "rows"], "properties": {"rows": {"type": "array"}}},
}


def _output(entry: Output, language: Language) -> dict[str, JSON]:
    title = entry.title_fr if language == "fr" and entry.title_fr else entry.title
    return {"title": title, "schema": _OUTPUT_SCHEMAS[entry.kind] | {"title": entry.kind}}
